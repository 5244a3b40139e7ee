"""A question that leans on the one before (“and in Suffolk?”) made to stand by itself, without a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEANS = re.compile(
    r"(?i)^(?:and|but|or|so|also|what about|how about|what else|anything else|why|when|where|who said (?:that|so|this)|how so|which one)\b"
    r"|\b(?:that|this|those|these|he|she|they|him|her|them|his|their|it|there)\b"
)
_NAMED = re.compile(r"(?<!^)\b[A-Z][a-z]{2,}|\d{4}")


def standalone(question: str, history: Sequence[str]) -> str:
    """The question with the last one before it where it cannot be understood alone; ``history`` is oldest first."""
    if not history or not leans(question):
        return question
    return f"{history[-1].rstrip(' ?.')}: {question}"


def leans(question: str) -> bool:
    """True where a question is short and points back, or names nothing at all."""
    words = question.split()
    return len(words) <= 8 and (bool(_LEANS.search(question)) or len(words) <= 3) and not (len(words) > 6 and _NAMED.search(question))
