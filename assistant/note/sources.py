"""The last section: every document that the note cites, grouped by standing."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Citation
from assistant.citations import GROUPS
from assistant.note.note import Bullets, Own, Paragraph, Section
from corpus.dates import in_words
from corpus.document import Passage


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
    passage = citation.passage
    original = passage.about or passage
    return passage.document_id, passage.standing, original.body or "", original.date or ""


def _told(cited: Sequence[Citation]) -> str:
    first = cited[0]
    passage = first.passage
    count = len(cited)
    parts = [_named(first), passage.about.kind.words if passage.about else passage.kind.words, _day(passage)]
    link = next((each.passage.url for each in cited if each.passage.url), None)
    told = ", ".join(part for part in parts if part)
    return f"{told} ({count} {'passage' if count == 1 else 'passages'} cited)" + (f" <{link.split('#')[0]}>" if link else "")


def _named(citation: Citation) -> str:
    """The publisher and the title; of words that reached us through something else, the body and through what."""
    passage = citation.passage
    title = f"‘{citation.title}’"
    original = passage.about or passage
    if passage.origin or passage.about:
        through = "digest in" if passage.about else "quoted in"
        return f"{original.body or original.speaker or 'Source not named'}, {through} {title}"
    by = passage.body or citation.publisher
    return f"{by}, {title}" if by else title


def _day(passage: Passage) -> str:
    date = (passage.about.date if passage.about else None) or passage.date
    return in_words(date) if date else ""
