"""What a check of a sentence gives: whether it holds, and if not what is wrong, in a word and in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with a sentence that does not hold."""

    NO_CITATION = "no-citation"
    UNKNOWN_CITATION = "unknown-citation"
    QUOTATION = "quotation"
    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    SPEAKER = "speaker"
    OFFICE = "office"
    KIND = "kind"
    ATTRIBUTION = "attribution"
    STANCE = "stance"
    NEGATION = "negation"
    DIRECTION = "direction"
    SPLICE = "splice"
    SUBJECT = "subject"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that does not hold, and the plain sentence that says so."""

    fault: Fault
    reason: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence holds. ``score`` from 0 to 1 is how near it comes to what it cites; ``rests_on`` are the numbers of the
    citations that bear it. ``reason`` and ``fault`` are ``None`` where it holds."""

    supported: bool
    reason: str | None
    fault: Fault | None
    score: float
    rests_on: tuple[int, ...] = ()
