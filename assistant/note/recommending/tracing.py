"""The recommendations that bear on the terms of reference, traced: what they are, what was answered, and what was found of the same point later."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.note.evidence import Theme
from assistant.note.gathering.bearing import OFFICIAL_KINDS, PARLIAMENT_KINDS, bearing, within
from assistant.note.inquiry import Inquiry
from assistant.note.recommending.later import Later, later_on
from assistant.note.recommending.recommended import Recommendation, one_of, recommending, same, twins
from assistant.note.recommending.responses import Response, Status, as_hit, ministers, response, spread
from corpus.document import Kind, Mark
from index.filters import Filters
from index.hits import Hit
from index.rows import Entry
from index.search import Index

MOST = 12  # recommendations traced: as many rows as a Member reads
_SOUGHT = 60  # official passages looked at for a term
_AGAINST_BEST = 0.45  # share of the best passage's likeness: a recommendation is short, and few bear on a term
_PARTS = 12  # paragraphs of one numbered recommendation
_NEAR = 25  # passages looked at for a recommendation
_ASKED = (Mark.RECOMMENDATION, Mark.CONCLUSION)
_ASKING = "{} We recommend that … should"  # brings what is worded as a recommendation to the top


@dataclass(frozen=True, slots=True)
class Traced:
    """A recommendation with what became of it, as far as the collection tells."""

    recommendation: Recommendation
    response: Response | None = None
    later: Later | None = None

    @property
    def status(self) -> Status:
        """What became of it."""
        return self.response.status if self.response else Status.NONE


@dataclass(frozen=True, slots=True)
class Tracing:
    """The recommendations traced, the most relevant first, and how many more bear on the terms."""

    traced: tuple[Traced, ...] = ()
    more: int = 0

    def of(self, theme: int) -> tuple[Traced, ...]:
        """Those of a theme."""
        return tuple(each for each in self.traced if each.recommendation.theme == theme)


def trace(inquiry: Inquiry, themes: Sequence[Theme], index: Index) -> Tracing:
    """The recommendations that bear on the terms, each theme's best before any theme's second; each once, under the theme on which it bears best."""
    limits = within(inquiry.limits, OFFICIAL_KINDS)
    if limits is None:
        return Tracing()
    found = _merged([each for theme in themes if theme.pieces for each in _recommended(theme, limits, index)])
    chosen = _in_turn(found)[:MOST]
    spoken, quoted = _spoken_limits(inquiry, index), _quoted(limits, index)
    return Tracing(tuple(_traced(each, quoted, limits, spoken, index) for each in chosen), len(found) - len(chosen))


def _recommended(theme: Theme, limits: Filters, index: Index) -> list[Recommendation]:
    """The recommendations among what official sources have on a term."""
    found = [piece.hit for piece in theme.of(1)]
    found += [hit for asked in (theme.term, _ASKING.format(theme.term)) for hit in index.search(asked, _SOUGHT, limits)]
    every = list({hit.passage.id: hit for hit in spread(found)}.values())
    calling = [hit for hit in every if recommending(hit.passage, index.catalogue)]
    near = bearing(theme.term, calling, every, index, _AGAINST_BEST)
    return [each for hit, value in near if (each := _whole(hit, value, theme.number, index))]


def _whole(hit: Hit, value: float, theme: int, index: Index) -> Recommendation | None:
    """The recommendation that a passage makes or is part of, told by its first paragraph; ``None`` where it recommends nothing."""
    words = recommending(hit.passage, index.catalogue)
    if words is None:
        return None
    for first in index.catalogue.neighbours(hit.passage, _PARTS) if hit.passage.number else ():
        if one_of(first, hit.passage) and (told := recommending(first, index.catalogue)):
            return Recommendation(replace(hit, passage=first), told, value, theme, () if first.id == hit.passage.id else (hit,))
    return Recommendation(hit, words, value, theme)


def _merged(found: Iterable[Recommendation]) -> list[Recommendation]:
    """Each recommendation once, the best first, with the places where it stands as well."""
    kept: list[Recommendation] = []
    for each in sorted(found, key=_place):
        at = next((i for i, other in enumerate(kept) if _one(each, other)), None)
        if at is None:
            kept.append(each)
        else:
            first = kept[at]
            kept[at] = replace(first, also=(*first.also, *(hit for hit in (each.hit, *each.also) if hit.passage.id not in _ids(first))))
    return sorted(kept, key=lambda each: -each.bearing)


def _place(each: Recommendation) -> tuple[object, ...]:
    """A report before the response that quotes it, what is numbered before what is not, the first paragraph of one first, the best theme first."""
    passage = each.hit.passage
    first = 0.0 if passage.number else -each.bearing
    return bool(passage.origin and passage.mark), not passage.number, first, passage.document_id, passage.ordinal, -each.bearing


def _one(each: Recommendation, other: Recommendation) -> bool:
    if one_of(each.hit.passage, other.hit.passage) or same(each.words, other.words):
        return True
    return any(twins(mine.passage, theirs.passage) for mine in (each.hit, *each.also) for theirs in (other.hit, *other.also))


def _ids(each: Recommendation) -> set[str]:
    return {hit.passage.id for hit in (each.hit, *each.also)}


def _in_turn(found: Sequence[Recommendation]) -> list[Recommendation]:
    """The best of each theme first, then the second of each."""
    seen: dict[int, int] = {}
    turns = []
    for each in found:
        seen[each.theme] = seen.get(each.theme, 0) + 1
        turns.append(seen[each.theme])
    return [each for _, each in sorted(zip(turns, found, strict=True), key=lambda pair: pair[0])]


def _spoken_limits(inquiry: Inquiry, index: Index) -> Filters | None:
    """What to look for Ministers' words in; ``None`` where there is nothing to look in."""
    limits = within(inquiry.limits, PARLIAMENT_KINDS)
    return limits if limits and index.catalogue.survey.coverage(limits)[1] else None


def _quoted(limits: Filters, index: Index) -> list[Entry]:
    """Every recommendation that a response quotes, so that none is said to have no response only because no search came upon it."""
    allowed = set(index.catalogue.chunk_keys(limits))
    papers = [listed.document_id for listed in index.documents() if Kind(listed.kind).authority == 1]
    found = (entry for paper in papers for key, entry, _ in index.catalogue.chunks_of(paper) if key in allowed)
    return list({entry.passage.id: entry for entry in found if entry.passage.origin and entry.passage.mark in _ASKED}.values())


def _traced(each: Recommendation, quoted: Sequence[Entry], limits: Filters, spoken: Filters | None, index: Index) -> Traced:
    where = [as_hit(each.hit, entry) for entry in quoted if entry.passage.id not in _ids(each) and _same_as(each, entry)]
    whole = replace(each, also=(*each.also, *where))
    answered = response(whole, index)
    if answered is None and spoken:
        answered = ministers(whole, index.search(each.words, _NEAR, spoken))
    return Traced(whole, answered, _later(whole, limits, index))


def _same_as(each: Recommendation, entry: Entry) -> bool:
    return any(twins(hit.passage, entry.passage) for hit in (each.hit, *each.also))


def _later(each: Recommendation, limits: Filters, index: Index) -> Later | None:
    since = (each.hit.passage.about.date if each.hit.passage.about else None) or each.hit.passage.date
    after = replace(limits, since=max(limits.since or "", since or ""))
    if not since or not index.catalogue.survey.coverage(after)[1]:
        return None
    return later_on(each, index.search(each.words, _NEAR, after), index)
