"""Finds the disagreements among passages. Looked for with precision far above recall: a false one would mislead, one missed only goes unsaid.

Covered: the same measure with another value, a statement and its denial or its opposite, findings of the same thing that changed. Not
covered: what only somebody sees who knows the matter, and what takes more than one sentence on either side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from assistant.disagreements import denials, figures, matching
from assistant.disagreements.bearings import bearings
from assistant.disagreements.disagreement import Disagreement, Side, Sort
from assistant.disagreements.setting import different_voices, same_place, same_time, two_findings
from assistant.disagreements.statements import Statement, statements
from assistant.verify.evidence import Closeness
from index.hits import Hit

_CLOSE = 0.55  # in meaning
_MEANT = 0.2  # the same, where one side says outright that the other’s very figure is not so
_ASKED, _NOT_FAR = 0.4, 0.2  # closeness to the question of the nearer side, and of the other
_LOOKED_AT = 12  # pairs whose closeness is asked for


@dataclass(frozen=True, slots=True)
class _Pair:
    sort: Sort
    one: Statement
    other: Statement
    share: float
    outright: bool = False  # one side says that the other's words are not so
    figure: str | None = None  # the sum or share that it says so of


def disagreements(hits: Sequence[Hit], closeness: Closeness, question: str | None = None) -> list[Disagreement]:
    """Where the passages disagree, the plainest first, one for each two passages. With a ``question`` only what comes near it counts."""
    pairs = sorted(_pairs([(hit, statements(hit)) for hit in hits]), key=lambda pair: -pair.share)[:_LOOKED_AT]
    if not pairs:
        return []
    told = list(dict.fromkeys(text for pair in pairs for text in (pair.one.told, pair.other.told)))
    closeness(told[0], [*told, *([question] if question else [])])  # all at once: one that remembers then has them
    found: dict[frozenset[str], Disagreement] = {}
    for pair in pairs:
        near = closeness(pair.one.told, [pair.other.told])[0]
        between = frozenset((pair.one.hit.passage.id, pair.other.hit.passage.id))
        if near >= (_MEANT if pair.figure else _CLOSE) and between not in found and (question is None or _asked(pair, question, closeness)):
            found[between] = _disagreement(pair, near)
    return sorted(found.values(), key=lambda each: -each.closeness)


def _asked(pair: _Pair, question: str, closeness: Closeness) -> bool:
    """True where one side comes near the question, and the other not far from it: a reply often says in a pronoun what was asked."""
    near = closeness(question, [pair.one.told, pair.other.told])
    return max(near) >= _ASKED and min(near) >= _NOT_FAR


def _pairs(looked: Sequence[tuple[Hit, list[Statement]]]) -> Iterator[_Pair]:
    for (hit, own), (other, theirs) in combinations(looked, 2):
        findings = two_findings(hit, other)
        if findings or different_voices(hit, other):
            yield from (pair for a in own for b in theirs if (pair := _pair(a, b, findings)))


def _pair(one: Statement, other: Statement, findings: bool) -> _Pair | None:
    """The two as a pair that disagrees, if they do: of the same thing first, for that is soonest told."""
    if one.denies or other.denies:
        disputed = denials.disputes(one, other) or denials.disputes(other, one)
        return _Pair(Sort.DENIAL, one, other, 1.0, True, denials.figure(one, other)) if disputed and same_time(one, other, findings) else None
    share = matching.share(one, other)
    if not share or one.moods != other.moods:
        return None
    sort = _sort(one, other)
    if not sort or not same_time(one, other, findings) or not same_place(one, other):
        return None
    return _Pair(Sort.INSPECTIONS if findings else sort, one, other, share)


def _sort(one: Statement, other: Statement) -> Sort | None:
    mine, theirs = figures.measure(one), figures.measure(other)
    if mine and theirs and figures.differ(mine, theirs):
        same = figures.same_sort(one.told, other.told) and figures.same_subject(one.told, other.told)
        return Sort.FIGURE if same and bearings(one.told) == bearings(other.told) else None
    return Sort.DENIAL if denials.opposite(one, other) else None


def _disagreement(pair: _Pair, near: float) -> Disagreement:
    left, right = sorted((pair.one, pair.other), key=lambda each: _order(each, pair))
    return Disagreement(pair.sort, pair.figure or matching.common(left, right), Side(left.hit, left.words), Side(right.hit, right.words), near)


def _order(each: Statement, pair: _Pair) -> tuple[object, ...]:
    """What is disputed before what disputes it; findings as they came; else the higher authority first."""
    passage, day = each.hit.passage, Side(each.hit, "").date or ""
    return (each.denies, day) if pair.outright or pair.sort is Sort.INSPECTIONS else (passage.standing.authority, day, passage.ordinal)
