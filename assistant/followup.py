"""A question that leans on the one before (“and in Suffolk?”) made to stand by itself, without a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.pages.bodies import mentioned

_LEANS = re.compile(
    r"(?i)^(?:and|but|or|so|also|what about|how about|what else|anything else|why|when|where|who said (?:that|so|this)|how so|which one)\b"
    r"|\b(?:that|this|those|these|he|she|they|him|her|them|his|their|it|there)\b"
)
_NAMED = re.compile(r"(?<!^)\b[A-Z][a-z]{2,}|\d{4}")
_NAME = r"[A-Z][\w’'-]*(?:\s+(?:of|and|for|the)?\s*[A-Z][\w’'-]*)*"
_ONLY_NAMES = re.compile(
    rf"^(?i:and|or|but|so)?,?\s*(?i:what about|how about)?\s*(?P<in>(?i:in|at|for|by|on)\s+)?(?i:the\s+)?(?P<new>{_NAME}|(?:19|20)\d\d)\s*\?*$"
)
_PLACE = re.compile(rf"\b(?P<in>in|at|for)\s+(?:the\s+)?(?P<old>{_NAME})")
_SUBJECT = re.compile(rf"\b(?:did|does|do|has|have|had)\s+(?P<old>(?:the\s+)?{_NAME})")
_YEAR = re.compile(r"\b(?P<old>(?:19|20)\d\d)\b")
_STYLE = re.compile(r"^(?:Lord|Lady|Baroness|Dame|Sir|Mr|Mrs|Ms|Dr)\b")


def standalone(question: str, history: Sequence[str]) -> str:
    """The question understood by the last one before it, where it cannot be understood alone.

    ``history`` is oldest first, of questions that stand by themselves. A new place, year, person or body takes the place of the
    old one of its sort; anything else is put behind the last question.
    """
    if not history or not leans(question):
        return question
    before = history[-1].rstrip(" ?.")
    return _with_new_name(question.strip(), before) or f"{before}: {question}"


def leans(question: str) -> bool:
    """True where a question is short and points back, or names nothing at all."""
    words = question.split()
    return len(words) <= 8 and (bool(_LEANS.search(question)) or len(words) <= 3) and not (len(words) > 6 and _NAMED.search(question))


def _with_new_name(question: str, before: str) -> str | None:
    match = _ONLY_NAMES.match(question)
    if not match:
        return None
    new = match["new"]
    if new.isdigit():
        return _put(_YEAR, new, before) or f"{before} in {new}?"
    if not match["in"] and (mentioned(new) or _STYLE.match(new)):
        return _put(_SUBJECT, new, before)
    return _put(_PLACE, new, before) or (f"{before} in {new}?" if match["in"] else None)


def _put(slot: re.Pattern[str], new: str, before: str) -> str | None:
    """``before`` with ``new`` in place of the last thing that fits the slot."""
    *_, last = [None, *slot.finditer(before)]
    return f"{before[: last.start('old')]}{new}{before[last.end('old') :]}?" if last else None
