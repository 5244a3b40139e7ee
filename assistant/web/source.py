"""The pane behind a citation: the passage, what stands round it, and everything known of whose words they are."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

from assistant import citations as refs
from assistant.web.desk import Source
from corpus.dates import in_words
from corpus.document import About, Passage

_NEIGHBOUR = 420  # characters shown of a neighbouring passage


def pane(source: Source, words: str) -> str:
    """The pane's HTML; ``words`` is the passage's own text, already escaped and marked."""
    passage, title = source.citation.passage, source.citation.title
    return (
        f'<header class="standing-{passage.standing.authority}"><p class="kind">{escape(_kind(passage))}</p>'
        f'<h2 tabindex="-1">{escape(title)}</h2>{_path(passage)}</header>{_digest(passage)}{_remark(passage)}'
        f'<div class="words">{_near(source.above, "Before it", end=True)}<blockquote class="passage">{words}</blockquote>'
        f"{_near(source.below, 'After it')}</div><dl>{_facts(source)}</dl>{_reference(passage, title)}"
    )


def link(url: str | None, words: str) -> str:
    """A link out, for http and https addresses only; anything else gives nothing."""
    if not url or not _is_web(url):
        return ""
    return f'<a href="{escape(url)}" target="_blank" rel="noopener noreferrer">{escape(words)}<span class="sr-only"> (opens in a new tab)</span></a>'


def _is_web(url: str) -> bool:
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _kind(passage: Passage) -> str:
    if passage.about:
        words = passage.about.kind.words
        return f"Our digest of {'an' if words[0] in 'aeiou' else 'a'} {words}"
    marked = f", {passage.mark.value} {passage.number or ''}".rstrip() if passage.mark else ""
    return f"{passage.kind.words.capitalize()}{marked}"


def _path(passage: Passage) -> str:
    return f'<p class="path">{escape(" › ".join(passage.headings))}</p>' if passage.headings else ""


def _digest(passage: Passage) -> str:
    """Says that a digest is ours, and of what."""
    about = passage.about
    if about is None:
        return ""
    where = f" In the original: {about.locator}." if about.locator else ""
    return f'<p class="ours"><strong>This is our own digest,</strong> not the words of the original. It sums up {escape(about.title)}.{escape(where)}</p>'


def _remark(passage: Passage) -> str:
    """What a reader of the passage has to know."""
    return f'<p class="ours"><strong>Note:</strong> {escape(passage.remark)}</p>' if passage.remark else ""


def _near(passage: Passage | None, label: str, end: bool = False) -> str:
    if passage is None:
        return ""
    return f'<div class="near"><span class="sr-only">{label}: </span>{escape(_shortened(passage.text, end))}</div>'


def _shortened(text: str, end: bool = False) -> str:
    """The text, or so much of its beginning (or its ``end``) as stands in whole words."""
    if len(text) <= _NEIGHBOUR:
        return text
    return f"… {text[-_NEIGHBOUR:].split(' ', 1)[-1]}" if end else f"{text[:_NEIGHBOUR].rsplit(' ', 1)[0]} …"


def _facts(source: Source) -> str:
    rows = [(name, escape(value)) for name, value in (*_voice(source), *_place(source)) if value]
    way_out = link(source.citation.passage.url, "Open it on the web")
    if way_out:
        rows.append(("Original" if source.citation.passage.about else "Source", way_out))
    return "".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows)


def _voice(source: Source) -> list[tuple[str, str | None]]:
    """Whose words these are and when they were said; of a digest, its original's."""
    passage = source.citation.passage
    whose: Passage | About = passage.about or passage
    who = refs.voice(passage)
    date = whose.date or passage.date
    return [
        ("Original by" if passage.about else "Said by", who), ("Office", whose.office), ("Party", whose.party),
        ("Body", whose.body if whose.body != who else None), ("Date", in_words(date) if date else None), ("In reply to", _replied(source.replied_to)),
    ]  # fmt: skip


def _place(source: Source) -> list[tuple[str, str | None]]:
    """Where the words stand, and through whom they reached us."""
    passage, ours = source.citation.passage, source.citation.passage.about is not None
    published = source.citation.publisher
    places = "; ".join([*passage.also_in, *source.citation.also_at])
    return [
        ("Place in our digest" if ours else "Place", passage.locator),
        ("Published by", published if published not in (refs.voice(passage), passage.body, passage.about and passage.about.body) else None),
        ("Original seen through" if ours else "Quoted in", passage.origin.quoted_in if passage.origin else None), ("Also in", places or None),
    ]  # fmt: skip


def _replied(passage: Passage | None) -> str | None:
    if passage is None:
        return None
    speaker = passage.about.speaker if passage.about else passage.speaker
    return f"{speaker}: {_shortened(passage.text)}" if speaker else _shortened(passage.text)


def _reference(passage: Passage, title: str) -> str:
    made = escape(refs.reference(passage, title))
    return (
        f'<section class="reference"><h3>Reference</h3><p>{made}</p>'
        f'<button type="button" class="copy" data-copy="{made}">Copy reference</button> <span class="copied" role="status"></span></section>'
    )
