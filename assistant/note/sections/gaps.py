"""Section 7: what was looked for and not found, by term of reference, and what the collection consists of."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.abstention import mentions, names
from assistant.note.evidence import AUTHORS, OFFICIAL, ORGANISATIONS, PARLIAMENT, PRACTITIONERS, READERS, Theme
from assistant.note.gathering.bearing import within
from assistant.note.inquiry import Inquiry, NoteKind
from assistant.note.note import Bullets, Own, Paragraph, Run, Section, Table
from assistant.note.sections.summary import short
from assistant.period import asked_about
from corpus.dates import in_words
from corpus.document import Kind
from index.context import context_line
from index.filters import Filters
from index.search import Index

_STANDINGS = {
    OFFICIAL: "official findings", PARLIAMENT: "statements in Parliament", ORGANISATIONS: "organisations’ positions",
    AUTHORS: "authors’ accounts", PRACTITIONERS: "practitioners’ accounts", READERS: "readers’ comments",
}  # fmt: skip
_WEIGHED = (OFFICIAL, PARLIAMENT, ORGANISATIONS)
"""The standings whose absence a committee has to know of."""


def section(inquiry: Inquiry, themes: Sequence[Theme], index: Index) -> Section:
    """What is wanting, a section for each term that has a gap, and the coverage of the collection."""
    held = {standing for standing in _STANDINGS if _held(standing, inquiry.limits, index)}
    inner = [Section(f"gaps/{theme.number}", _heading(theme, inquiry), blocks) for theme in themes if (blocks := _of(theme, held, inquiry, index))]
    leads = () if inner else (Paragraph((Own(_whole(themes)),)),)
    return Section("gaps", "What the collection does not cover", leads, (*inner, _coverage(inquiry, held, index)))


def _heading(theme: Theme, inquiry: Inquiry) -> str:
    """The term; of a brief, which has it above as the heading of its theme, its first words."""
    return f"Theme {theme.number}: {short(theme.term)}" if inquiry.kind is NoteKind.BRIEF else theme.term


def _whole(themes: Sequence[Theme]) -> str:
    every = "Of every kind of official, parliamentary and organisational source that the collection holds, something bears on each term of reference."
    return every if themes else "No term was searched for."


def _of(theme: Theme, held: set[int], inquiry: Inquiry, index: Index) -> tuple[Paragraph | Bullets, ...]:
    """What is wanting for a term, a point each, and what was searched for."""
    points = [*_unmentioned(theme, inquiry, index), *_unsaid(theme, held), *_outside(theme, inquiry, index)]
    if not points:
        return ()
    blocks: list[Paragraph | Bullets] = [Bullets(tuple((Own(point),) for point in points))]
    return (*blocks, *((_looked_for(theme),) if theme.looked_for else ()))


def _unsaid(theme: Theme, held: set[int]) -> list[str]:
    """The standings of which nothing bears on the term; those that the collection does not hold at all are told of once, under its coverage."""
    if not theme.pieces:
        return ["Nothing in the collection was found to bear on this term."]
    wanting = [_STANDINGS[standing] for standing in _WEIGHED if standing in held and not theme.of(standing)]
    points = [f"No {_listed(wanting, 'or')} were found that bear on this term."] if wanting else []
    if not theme.of(*_WEIGHED):
        points.append("What bears on it is accounts and comments only, none of them verified.")
    return points


def _unmentioned(theme: Theme, inquiry: Inquiry, index: Index) -> list[str]:
    """Names, places and years of the term that the collection, or all that was found for the term, never mentions; not the inquiry's own name."""
    texts = [f"{context_line(piece.hit.title, piece.hit.passage)} {piece.hit.passage.text}".lower() for piece in theme.pieces]
    named = [name for name in _whole_names(theme.term) if name not in inquiry.title]
    missing = [name for name in named if not all(any(mentions(text, part) for text in texts) for part in name.split())]
    unknown = [name for name in missing if not all(index.holds(part) for part in name.split())]
    others = [name for name in missing if name not in unknown]
    points = [f"The collection never mentions {_listed([f'‘{name}’' for name in unknown], 'or')}."] if unknown else []
    if others and theme.pieces:
        points.append(f"None of the passages that bear on this term mentions {_listed([f'‘{name}’' for name in others], 'or')}.")
    return points


def _whole_names(term: str) -> list[str]:
    """The names in a term, those that stand side by side as one: *Transforming Rehabilitation*."""
    whole: list[str] = []
    for name in dict.fromkeys(names(term)):
        if whole and f"{whole[-1]} {name}" in term:
            whole[-1] = f"{whole[-1]} {name}"
        else:
            whole.append(name)
    return whole


def _outside(theme: Theme, inquiry: Inquiry, index: Index) -> list[str]:
    """The time that the term asks about, where nothing in the collection is dated in it."""
    period = asked_about(theme.term)
    if period is None:
        return []
    limits = inquiry.limits
    during = Filters(limits.kinds, limits.speaker, limits.body, period.since, period.until, limits.documents, limits.without_bundled)
    if index.catalogue.survey.coverage(during)[1]:
        return []
    when = in_words(period.since) if period.since == period.until else f"{in_words(period.since)} to {in_words(period.until)}"
    return [f"Nothing in the collection is dated {when}."]


def _looked_for(theme: Theme) -> Paragraph:
    """The searches, each thing looked for once with all that it was looked for among."""
    among: dict[str, list[str]] = {}
    for search in theme.looked_for:
        what, parted, where = search.rpartition(" among ")
        among.setdefault("the term as it stands" if what.strip("“”") == theme.term else what or search, []).extend([where] if parted else [])
    whats: dict[tuple[str, ...], list[str]] = {}
    for what, where_all in among.items():
        whats.setdefault(tuple(where_all), []).append(what)
    told = [_listed(looked, "and") + (f", among {_listed(where_all, 'and')}" if where_all else "") for where_all, looked in whats.items()]
    return Paragraph((Own(f"What was searched for: {'; '.join(told)}."),))


def _coverage(inquiry: Inquiry, held: set[int], index: Index) -> Section:
    """The kinds of source with how many passages there are, and of when."""
    documents, kinds, dates = index.catalogue.survey.coverage(inquiry.limits)
    if not documents:
        limited = "Nothing in the collection is within the limits set for this note." if inquiry.limits else "The collection is empty."
        return Section("gaps/coverage", "Coverage of the collection", (Paragraph((Own(limited),)),))
    count = f"{documents:,} {'document' if documents == 1 else 'documents'}"
    leads = f"The note was prepared from {count}{_period(dates)}{' within the limits set' if inquiry.limits else ''}."
    wanting = [_STANDINGS[standing] for standing in _STANDINGS if standing not in held]
    none = f" It holds no {_listed(wanting, 'or')}." if wanting else ""
    table = Table(("Kind of source", "Passages", "Dates"), tuple(_row(Kind(kind), number, inquiry, index) for kind, number in kinds))
    return Section("gaps/coverage", "Coverage of the collection", (Paragraph((Own(leads + none),)), table))


def _row(kind: Kind, number: int, inquiry: Inquiry, index: Index) -> tuple[tuple[Run, ...], ...]:
    limits = within(inquiry.limits, (kind,))
    dates = index.catalogue.survey.coverage(limits)[2] if limits else []
    return (Own(kind.many[:1].upper() + kind.many[1:]),), (Own(f"{number:,}"),), (Own(_span(dates) or "undated"),)


def _period(dates: Sequence[str]) -> str:
    return f", dated {_span(dates)}" if dates else ""


def _span(dates: Sequence[str]) -> str:
    if not dates:
        return ""
    first, last = in_words(dates[0]), in_words(dates[-1])
    return first if first == last else f"{first} to {last}"


def _held(standing: int, limits: Filters, index: Index) -> bool:
    allowed = within(limits, tuple(kind for kind in Kind if kind.authority == standing))
    return bool(allowed and index.catalogue.survey.coverage(allowed)[1])


def _listed(words: Sequence[str], last: str) -> str:
    return f" {last} ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
