"""Suggested questions of the themes: a few each, best first, none twice, each with what prompts it, to whom it may be put, and how to go on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice, zip_longest

from assistant.abstention import names
from assistant.disagreements.disagreement import Disagreement
from assistant.note.evidence import PARLIAMENT, PRACTITIONERS, Theme
from assistant.note.footnotes import Footnotes
from assistant.note.gathering.bearing import PARLIAMENT_KINDS, bearing, within
from assistant.note.inquiry import Inquiry
from assistant.note.note import Bullets, Own, Run, Said, Section
from assistant.note.questions import prompting
from assistant.note.questions.promises import overdue, promises
from assistant.note.questions.responsible import findings, shortcomings
from assistant.note.questions.suggestion import Suggestion
from assistant.note.questions.unanswered import unanswered
from assistant.note.recommending.tracing import Tracing
from assistant.verify.words import stems
from corpus.document import Kind
from index.hits import Hit
from index.search import Index

MOST = 4  # questions of a theme
_SOUGHT = 40  # passages looked at for promises and unanswered questions
_FEWEST = 2  # fewer than these are made up by what was found wanting
_ALIKE = 0.65  # share of the shorter one's words that two questions of one matter have in common
_SHARED = 4  # and how many these are at least: a few words are the theme's own
_NEAR = 0.4  # bearing from which a recommendation prompts a question on the term itself
_A_SORT = 3  # of one sort that are worded, at most


def suggestions(
    inquiry: Inquiry, themes: Sequence[Theme], index: Index, disputes: Mapping[int, Sequence[Disagreement]], tracing: Tracing
) -> dict[int, tuple[Suggestion, ...]]:
    """The questions by the number of their theme. ``disputes`` are the disagreements by the number of the theme they were found in."""
    found: dict[int, tuple[Suggestion, ...]] = {}
    for theme in themes:
        before = tuple(chain.from_iterable(found.values()))
        own = _new(_of(inquiry, theme, index, disputes.get(theme.number, ()), tracing), before, MOST) if theme.pieces else ()
        more = prompting.of_shortcomings(sorted(shortcomings(theme, index), key=lambda piece: not names(piece.runs[0]))) if len(own) < _FEWEST else ()
        found[theme.number] = (*own, *_new(more, (*before, *own), _FEWEST - len(own)))
    return found


def section(theme: Theme, suggested: Sequence[Suggestion], footnotes: Footnotes) -> Section | None:
    """The questions as a numbered list; nothing where the evidence prompts none."""
    if not suggested:
        return None
    items = tuple(_item(each, footnotes) for each in suggested)
    return Section(f"themes/{theme.number}/questions", "Suggested questions", (Bullets(items, numbered=True),))


def _item(each: Suggestion, footnotes: Footnotes) -> tuple[Run, ...]:
    """What prompts the question is quoted in it, with its footnote."""
    told = (Said(one.text, (footnotes.cite(one.piece.hit),), one.runs, unverified=one.piece.authority >= PRACTITIONERS) for one in each.told)
    already: tuple[Run, ...] = (Own(f"{each.why.given}:"), footnotes.say(each.already)) if each.already else ()
    return *told, Own(each.asks, emphasis=True), Own(f"To: {each.to}."), Own(f"Prompted by: {each.why}."), *already, Own(f"Follow-up: {each.follow_up}")


def _of(inquiry: Inquiry, theme: Theme, index: Index, disputes: Sequence[Disagreement], tracing: Tracing) -> Iterable[Suggestion]:
    """The best of each sort first, then the second of each."""
    spoken = _parliament(inquiry, theme, index)
    sorts = (
        prompting.of_disagreements(inquiry, disputes),
        prompting.of_promises(inquiry, tuple(islice(overdue(spoken, inquiry, index), _A_SORT))),
        prompting.of_recommendations(inquiry, [each for each in tracing.of(theme.number) if each.recommendation.bearing >= _NEAR]),
        prompting.of_findings(tuple(islice(findings(inquiry, theme, index), _A_SORT))),
        prompting.of_unanswered(inquiry, tuple(islice(unanswered(spoken, index), _A_SORT))),
    )
    every = [tuple(islice(each, _A_SORT)) for each in sorts]
    return (each for each in chain.from_iterable(zip_longest(*every)) if each)


def _parliament(inquiry: Inquiry, theme: Theme, index: Index) -> list[Hit]:
    """What was promised or asked in Parliament, or answered to a committee, and bears on the term, the best first."""
    limits = within(inquiry.limits, (*PARLIAMENT_KINDS, Kind.GOVERNMENT_REPORT))
    found = [piece.hit for piece in theme.of(PARLIAMENT)]
    found += index.search(theme.term, _SOUGHT, limits) if limits else []
    every = list({hit.passage.id: hit for hit in found}.values())
    prompts = [hit for hit in every if any(promises(hit)) or any(unanswered([hit], index))]
    return [hit for hit, _ in sorted(bearing(theme.term, prompts, every, index), key=lambda pair: -pair[1])]


def _new(found: Iterable[Suggestion], before: Sequence[Suggestion], most: int) -> tuple[Suggestion, ...]:
    """The first so many that do not ask what is asked already."""
    kept: list[Suggestion] = []
    for each in found:
        if len(kept) >= most:
            break
        if not any(_same(each, other) for other in (*before, *kept)):
            kept.append(each)
    return tuple(kept)


def _same(one: Suggestion, other: Suggestion) -> bool:
    """True where two rest on the same passage, or on words that are much the same."""
    mine, theirs = ([(piece.hit.passage.id, stems(" ".join(piece.runs))) for piece in each.prompted] for each in (one, other))
    return any(a == b or len(x & y) >= max(_SHARED, _ALIKE * min(len(x), len(y))) for a, x in mine for b, y in theirs)
