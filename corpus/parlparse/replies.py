"""What a reply is beside its words: no answer at all, or somebody else's letter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.non_answers import remark_for
from corpus.parlparse.parts import Part

_BEFORE_THE_ANSWER = frozenset({"holdinganswer", "askedtoreply"})
"""Styles of the lines that say only that a holding answer was given on such a day, or that another Minister was asked."""
_LETTER = re.compile(r"Letter from \S.{2,150}$")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter set out in an answer: what to say of its paragraphs, and the number of the line that names its writer."""

    remark: str
    begins: int


def no_answer(parts: list[Part]) -> str | None:
    """What to say of a reply that is certainly no answer, or ``None``."""
    return remark_for(" ".join(part.text for part in parts if part.style not in _BEFORE_THE_ANSWER))


def letter_in(parts: list[Part]) -> Letter | None:
    """The letter that takes up the rest of an answer, as where a Minister hands a question on to the National Statistician."""
    begins = next((n for n, part in enumerate(parts, 1) if _LETTER.match(part.text)), None)
    return Letter(f"words of a letter given as the answer: {parts[begins - 1].text.rstrip(' :.')}", begins) if begins else None
