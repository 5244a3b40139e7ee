"""What an evaluation found: the measures of each way, by kind and by file, and the questions that went wrong with what came instead."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from assistant.evaluation.gold import Ranked
from assistant.evaluation.measures import Measured, Values, summary, values
from assistant.evaluation.run import DEPTH, OURS, Outcome

Summary = dict[str, dict[str, Measured]]
"""By way of searching, by measure."""
_INSTEAD = 3  # passages told of a miss


@dataclass(frozen=True, slots=True)
class Miss:
    """A question that went wrong: its right passage was not first, or it was refused or answered where it should not have been."""

    file: str
    question: str
    answerable: bool
    rank: int | None
    refused: bool
    expected: tuple[str, ...]
    got: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What an evaluation found."""

    files: tuple[dict[str, Any], ...]
    measures: Summary
    by_kind: dict[str, Summary]
    by_file: dict[str, Summary]
    curves: dict[str, list[list[float]]]  # by way: for each question whether a right passage was among the first 1, 2, … `DEPTH`
    misses: tuple[Miss, ...]

    def as_json(self) -> dict[str, Any]:
        """The report in the names of the JSON contract (``briefing evaluate --json``); misses without a rank have their passage below the first 20."""
        told = asdict(self)
        del told["curves"]
        return told


def report(outcomes: Sequence[Outcome]) -> Report:
    """The report of what came of the questions."""
    rows = {way: values(outcomes, way) for way in (outcomes[0].found if outcomes else ())}
    return Report(
        tuple(_files(outcomes)),
        {way: summary(own) for way, own in rows.items()},
        _by(outcomes, rows, lambda outcome: outcome.kind),
        _by(outcomes, rows, lambda outcome: str(outcome.file)),
        {way: [_curve(outcome, way) for outcome in outcomes if outcome.known.answerable] for way in rows},
        tuple(_miss(outcome) for outcome in outcomes if _went_wrong(outcome)),
    )


def _files(outcomes: Sequence[Outcome]) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for outcome in outcomes:
        own = found.setdefault(str(outcome.file), {"file": str(outcome.file), "questions": 0, "answerable": 0})
        own["questions"] += 1
        own["answerable"] += outcome.known.answerable
    return list(found.values())


def _by(outcomes: Sequence[Outcome], rows: dict[str, list[Values]], group: Callable[[Outcome], str | None]) -> dict[str, Summary]:
    groups = [group(outcome) for outcome in outcomes]
    names = dict.fromkeys(name for name in groups if name is not None)
    return {name: {way: summary(row for row, own in zip(every, groups, strict=True) if own == name) for way, every in rows.items()} for name in names}


def _curve(outcome: Outcome, way: str) -> list[float]:
    rank = outcome.right.rank_in(outcome.found[way], DEPTH)
    return [float(rank is not None and rank <= depth) for depth in range(1, DEPTH + 1)]


def _went_wrong(outcome: Outcome) -> bool:
    if not outcome.known.answerable:
        return not outcome.answer.abstained
    return outcome.answer.abstained or outcome.right.rank_in(outcome.found[OURS], 1) is None


def _miss(outcome: Outcome) -> Miss:
    found = outcome.found[OURS]
    rank = outcome.right.rank_in(found, DEPTH)
    above = found[: min(_INSTEAD, rank - 1 if rank else _INSTEAD)]
    got = tuple(_told(place, ranked) for place, ranked in enumerate(above, start=1))
    expected = tuple(outcome.right.golds)
    return Miss(str(outcome.file), outcome.known.question, outcome.known.answerable, rank, outcome.answer.abstained, expected, got)


def _told(rank: int, ranked: Ranked) -> dict[str, Any]:
    passage = ranked.entry.passage
    return {
        "rank": rank, "passage_id": passage.id, "document_id": passage.document_id, "title": ranked.entry.title, "kind": passage.kind.value,
        "speaker": passage.speaker, "date": passage.date, "locator": passage.locator, "text": passage.text,
    }  # fmt: skip
