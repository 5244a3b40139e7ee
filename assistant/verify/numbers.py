"""Numbers: each stands in what is cited, in the same unit, with the same bound, and counts the same thing."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.verify.quantities import Quantity, quantities
from assistant.verify.source import Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import stem, words

_ROUNDED = 0.06  # how far *about* and *nearly* may be from the number itself, as a share of it
_REACH = 7  # words of substance on either side that tell what a number counts
_MONTH, _YEAR = stem("months"), stem("years")
_HEAD = 2  # words of substance after a number that name what it counts
_BEGINS = re.compile(r"(?i)\b(?:initial|original|earliest|inaugura|beg[aiu]n|start|new\b|introduc|launch|early)")
_IMPLIED = {("=", "~"), (">", ">="), ("<", "<="), (">=", ">="), ("<=", "<="), (">", ">"), ("<", "<"), ("~", "~"), ("=", "=")}


@dataclass(frozen=True, slots=True)
class _Count:
    """A number in its sentence: what stands round it, the words right after it, and the one right before."""

    quantity: Quantity
    round: frozenset[str]
    head: frozenset[str]
    before: str


def check(claim: str, sources: Sequence[Source]) -> Problem | None:
    """The first number of ``claim`` that the sources do not have, or have of something else."""
    there = [count for source in sources for sentence in (*source.sentences, *source.about) for count in _counts(sentence)]
    begins = any(_BEGINS.search(source.text) for source in sources)
    there += [turned for count in there if (turned := _in_other_words(count))]
    both = any(re.search(r"(?i)\bboth\b", source.text) for source in sources)
    for count in _counts(claim):
        if count.quantity.value == 2 and not count.quantity.unit and both:
            continue
        if count.quantity.unit == "nth" and count.quantity.value == 1 and begins:
            continue  # *first* in another word
        if problem := _checked(count, there):
            return problem
    return None


def _checked(count: _Count, there: Sequence[_Count]) -> Problem | None:
    own = count.quantity
    same = [other for other in there if equal(own, other.quantity)]
    if not same:
        return _absent(count, there)
    fitting = [other for other in same if _bounds(own, other.quantity)]
    if not fitting:
        return Problem(Fault.NUMBER, f"The passage has “{_with_bound(same[0].quantity)}”, not “{_with_bound(own)}”.")
    rival = _rival(count, fitting, there)
    if rival:
        return Problem(Fault.NUMBER, f"The passage has “{rival.quantity.said}” there; its “{own.said}” is of something else.")
    return None


def _in_other_words(count: _Count) -> _Count | None:
    """24 months as two years, and two years as 24 months."""
    value, head = count.quantity.value, count.head
    if _MONTH in head and value % 12 == 0:
        return replace(count, quantity=replace(count.quantity, value=value / 12))
    return replace(count, quantity=replace(count.quantity, value=value * 12)) if _YEAR in head and value < 10 else None


def _absent(count: _Count, there: Sequence[_Count]) -> Problem:
    own = count.quantity
    near = max((other for other in there if _unit(other.quantity) == _unit(own)), key=lambda other: _alike(count, other), default=None)
    value = next((other for other in there if other.quantity.value == own.value and other.quantity.unit != own.unit), None)
    if value:
        return Problem(Fault.NUMBER, f"The passage has “{value.quantity.said}”, not “{own.said}”.")
    if near:
        return Problem(Fault.NUMBER, f"The passage has “{near.quantity.said}”, not “{own.said}”.")
    return Problem(Fault.NUMBER, f"The number “{own.said}” is nowhere in the passage.")


def round_of(text: str, start: int, stop: int) -> frozenset[str]:
    """The stems of the words of substance that stand round a span."""
    told = [word for word in words(text) if word.telling and not word.low[0].isdigit()]
    before = [word.stem for word in told if word.stop <= start][-_REACH:]
    return frozenset((*before, *[word.stem for word in told if word.start >= stop][:_REACH]))


def _counts(text: str) -> Iterator[_Count]:
    told = [word for word in words(text) if word.telling]
    for quantity in quantities(text):
        tail = text[quantity.stop :]
        head = [w.stem for w in told if w.start >= quantity.stop and not set(tail[: w.start - quantity.stop]) & set(",;:.|()")][:_HEAD]
        yield _Count(
            quantity,
            round_of(text, quantity.start, quantity.stop),
            frozenset(head),
            next((w.stem for w in reversed(told) if quantity.start - 2 <= w.stop <= quantity.start), ""),
        )


def equal(own: Quantity, other: Quantity) -> bool:
    """The same number of the same sort; one rounded where the sentence says *about* or *nearly*."""
    if _unit(own) != _unit(other):
        return False
    if math.isclose(own.value, other.value, rel_tol=1e-9):
        return True
    if own.part or other.part:
        return abs(own.value - other.value) < (0.5 if own.part and other.part else 0.4)
    near = abs(own.value - other.value) <= _ROUNDED * other.value
    right = {"~": True, "<": other.value < own.value, ">": other.value > own.value}
    return near and right.get(own.bound, False) and _rounder(own.value, other.value)


def _rounder(own: float, other: float) -> bool:
    """True where the sentence's number has fewer figures than the passage's."""
    return len(f"{own:f}".replace(".", "").strip("0")) < len(f"{other:f}".replace(".", "").strip("0"))


def _bounds(own: Quantity, other: Quantity) -> bool:
    rounded = not math.isclose(own.value, other.value, rel_tol=1e-9)
    return rounded or own.unit == "nth" or (other.bound, own.bound) in _IMPLIED


def _unit(quantity: Quantity) -> str:
    return quantity.unit


def _rival(count: _Count, fitting: Sequence[_Count], there: Sequence[_Count]) -> _Count | None:
    """Another number of the sort that stands where the sentence puts this one, when this one does not."""
    own = max(_alike(count, other) for other in fitting)
    near = [other for other in there if other.quantity.unit == count.quantity.unit and other not in fitting]
    best = max(near, key=lambda other: _alike(count, other), default=None)
    if count.before and any(other.before == count.before for other in fitting):
        return None  # *Force 333*: the word before names it
    same_thing = best and (best.head & count.head or not own)
    return best if best and same_thing and _alike(count, best) > own + 1.5 else None


def _alike(count: _Count, other: _Count) -> float:
    """How much of what stands round the one stands round the other; what is counted weighs double."""
    return len(count.round & other.round) + 1.5 * len(count.head & other.head)


def _with_bound(quantity: Quantity) -> str:
    told = {">=": "at least ", "<=": "at most ", ">": "more than ", "<": "less than ", "~": "about "}
    return told.get(quantity.bound, "") + quantity.said
