"""The last section: every document that the note cites, grouped by standing."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation
from assistant.citations import GROUPS
from assistant.note.note import Bullets, Own, Paragraph, Section
from corpus.dates import in_words
from corpus.document import Kind, Passage

_UNNAMED = {Kind.TESTIMONY: "Unnamed practitioners", Kind.COMMENT: "Anonymous readers"}


def section(citations: Sequence[Citation]) -> Section:
    """The documents cited, each with publisher, day, kind, how many of its passages are cited, and where it is found."""
    if not citations:
        return Section("sources", "Sources", (Paragraph((Own("No source is cited."),)),))
    groups = sorted({each.passage.standing.authority for each in citations})
    return Section("sources", "Sources", sections=tuple(_group(number, citations) for number in groups))


def _group(authority: int, citations: Sequence[Citation]) -> Section:
    by_source: dict[tuple[str, ...], list[Citation]] = {}
    for each in citations:
        if each.passage.standing.authority == authority:
            by_source.setdefault(_source(each), []).append(each)
    told = sorted((_told(own) for own in by_source.values()), key=str.casefold)
    return Section(f"sources/{authority}", GROUPS[authority].replace("'", "’"), (Bullets(tuple((Own(each),) for each in told)),))


def _source(citation: Citation) -> tuple[str, ...]:
    """What one entry is of: a document, or what it gives of one original; unnamed voices by what they are in, written questions by whom they were put to."""
    passage = citation.passage
    if passage.standing is Kind.WRITTEN_QUESTION and not passage.about:
        return Kind.WRITTEN_QUESTION, _put_to(citation)
    original = passage.about or passage
    day = "" if passage.standing in _UNNAMED else original.date or ""
    return passage.document_id, passage.standing, original.body or "", day


def _told(cited: Sequence[Citation]) -> str:
    first, count = cited[0], len(cited)
    passage = first.passage
    documents = {each.passage.document_id for each in cited}
    parts = [_named(first) if len(documents) == 1 else f"Written questions, {_put_to(first)}", _kind(passage) if len(documents) == 1 else "", _days(cited)]
    told = ", ".join(part for part in parts if part)
    what = "cited" if len(documents) > 1 else f"{'passage' if count == 1 else 'passages'} cited"
    link = next((each.passage.url for each in cited if each.passage.url), None) if len(documents) == 1 else None
    return f"{told} ({len(documents) if len(documents) > 1 else count:,} {what})" + (f" <{link.split('#')[0]}>" if link else "")


def _kind(passage: Passage) -> str:
    return (passage.about.kind if passage.about else passage.kind).words.replace("'", "’")


def _put_to(citation: Citation) -> str:
    """The department that was asked, as far as the paper names it."""
    return citation.passage.body or citation.publisher or "department not named"


def _named(citation: Citation) -> str:
    """The publisher and the title; of words that reached us through something else, the body and through what."""
    passage = citation.passage
    title = f"‘{citation.title}’"
    original = passage.about or passage
    if passage.origin or passage.about:
        through = "" if citation.title.startswith("Digest ") else "digest in " if passage.about else "quoted in "
        return f"{original.body or original.speaker or _UNNAMED.get(passage.standing, 'Source not named')}, {through}{title}"
    by = passage.body or citation.publisher
    return f"{by}, {title}" if by else title


def _days(cited: Sequence[Citation]) -> str:
    """The day, or the first and the last."""
    dates = sorted({date for each in cited if (date := (each.passage.about.date if each.passage.about else None) or each.passage.date)})
    return " to ".join(dict.fromkeys(in_words(date) for date in (*dates[:1], *dates[-1:])))
