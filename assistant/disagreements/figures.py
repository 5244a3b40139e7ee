"""The same measure with different values. Rounding, bounds and ranges that both can be true of are no disagreement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.disagreements.statements import Statement
from assistant.verify.quantities import Quantity, quantities
from assistant.verify.words import words

_INFINITE = float("inf")
_LOOSE = 0.1  # how far *about* may be from the number
_FRACTION = 5.0  # points: *a third* of what 36% are
_FINEST = 0.125  # a round number may stand for any this near to it
_RANGE = re.compile(r" ?(?:to|and|or|–|-|—) ?$")
_WAYS = re.compile(
    r"\b(?P<way>by|to|from|every|within|after|per|nearly|aged|over the|last|past|first|section|page|paragraph|Band|Grade|phase|Tier|level)\s+(?:\w+ )?$", re.I
)
_NUMBERED = re.compile(
    r"(?i)\b(?:amendments?|clauses?|sections?|col|columns?|pages?|paragraphs?|no|number|part|chapter|schedule|article|table|figure|annex|phase)\.? $"
)
_AMOUNTS = (
    "average mean typical typically median", "total altogether overall combined", "maximum highest most limit cap", "minimum lowest least", "target",
    "day daily", "week weekly", "month monthly", "year annual annually yearly", "hour hourly", "additional extra further another", "remain remaining left",
    "vacant vacancies vacancy", "high higher", "medium", "low lower", "forecast estimated projected planned expected anticipated", "actual",
    "each per",
)  # fmt: skip
_SUBJECTS = (
    "woman women female girls", "man men male boys", "adult adults", "child children young youth", "short", "full time", "part temporary agency", "permanent",
    "early initial initially originally first", "local", "national nationally", "north", "south", "east", "west", "old", "new", "qualified", "unqualified",
    "before", "after", "some partly sometimes", "most mostly",
)  # fmt: skip
_ABOUT = re.compile(r"\bsome (?=[\d£])")
_AMOUNT, _SUBJECT = ({word: number for number, row in enumerate(rows) for word in row.split()} for rows in (_AMOUNTS, _SUBJECTS))


@dataclass(frozen=True, slots=True)
class Measure:
    """A number in a statement: the least and most that it may stand for, in what it counts, the word after it, and how it is led to."""

    quantity: Quantity
    least: float
    most: float
    head: str
    way: str


def measure(statement: Statement) -> Measure | None:
    """The one number of a statement, a range being one; nothing where there are several, for then nobody can tell which answers which."""
    found = [each for each in quantities(statement.told) if each.unit != "nth"]
    if any(_NUMBERED.search(statement.told[: each.start]) for each in found):
        return None
    if len(found) == 2 and _RANGE.fullmatch(statement.told[found[0].stop : found[1].start]) and found[0].value < found[1].value:
        low, high = found
        return _measure(statement.told, high, low.start, _spread(low)[0], _spread(high)[1])
    return _measure(statement.told, found[0], found[0].start, *_spread(found[0])) if len(found) == 1 else None


def differ(one: Measure, other: Measure) -> bool:
    """True where both measure in the same unit, count the same thing, and no value satisfies both."""
    if one.quantity.unit != other.quantity.unit or one.way != other.way:
        return False
    if not one.quantity.unit and one.head != other.head:
        return False
    return one.most < other.least or other.most < one.least


def same_sort(one: str, other: str) -> bool:
    """True where both are an average, or neither; both a year's, or neither; and so for whatever else sets one measure apart from another."""
    return _sorts(one, _AMOUNT) == _sorts(other, _AMOUNT)


def same_subject(one: str, other: str) -> bool:
    """True where both speak of women, or neither; both of what is new, or neither; and so on."""
    return _sorts(one, _SUBJECT) == _sorts(other, _SUBJECT)


def _sorts(text: str, of: dict[str, int]) -> set[int]:
    return {of[low] for low in re.findall(r"[a-z]+", _ABOUT.sub("", text.lower())) if low in of}


def _measure(text: str, quantity: Quantity, start: int, least: float, most: float) -> Measure:
    way = _WAYS.search(text[:start])
    return Measure(quantity, least, most, _head(text, quantity.stop), way["way"].lower() if way else "")


def _head(text: str, stop: int) -> str:
    """The stem of the last word of substance right after a number: of *1,400 probation officers in* that of *officers*."""
    after: Sequence[str] = re.split(
        r"[,;:.()–—]|\b(?:in|at|who|that|which|were|was|are|is|had|have|has|and|or|by|to|with|for|on|from|per|each|a|of|as)\b", text[stop:]
    )[:1]
    told = [word.stem for part in after for word in words(part) if word.telling]
    return told[-1] if told else ""


def _spread(quantity: Quantity) -> tuple[float, float]:
    """The least and most that a number may stand for: what it is rounded from, what *about* and *more than* leave open."""
    value = quantity.value
    slack = max(_rounding(quantity), _LOOSE * value if quantity.bound in ("~", "<", ">") else 0.0)
    slack = max(slack, _FRACTION) if quantity.part else slack
    if quantity.bound in (">", ">="):
        return value - slack, _INFINITE
    if quantity.bound in ("<", "<="):
        return 0.0, value + slack
    return value - slack, value + slack


def _rounding(quantity: Quantity) -> float:
    """Half of the last place of the number that is not nought; a count below ten is exact."""
    if quantity.value < 10 and not quantity.unit:
        return 0.0
    digits = f"{quantity.value:f}".rstrip("0").rstrip(".")
    step = 10.0 ** -(len(digits.partition(".")[2])) if "." in digits else 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return min(step / 2, _FINEST * quantity.value)
