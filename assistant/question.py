"""What may be asked."""

from __future__ import annotations

LONGEST_QUESTION = 2000  # characters


class BadQuestion(Exception):
    """A question that cannot be asked: what is wrong and what to do."""


def check(question: str) -> None:
    """Raise `BadQuestion` for an empty or overlong question."""
    if not question.strip():
        raise BadQuestion("the question is empty; ask something")
    if any("\ud800" <= character <= "\udfff" for character in question):
        raise BadQuestion("the question holds bytes that are no UTF-8 text; type it again")
    if len(question) > LONGEST_QUESTION:
        raise BadQuestion(f"the question has {len(question):,} characters, more than {LONGEST_QUESTION:,}; ask something shorter")
