"""The values of a known-answer file, each checked: what it gives is good, or `NotGood` says in one line what is not."""

from __future__ import annotations

import datetime
from typing import Any

from assistant.question import BadQuestion, check
from corpus.dates import is_iso
from corpus.document import Kind, fold


class NotGood(Exception):
    """A value that cannot be used: its name, the value, what to write instead."""


def text(value: Any, name: str) -> str:
    """Words: a string with something in it, its white space folded."""
    if not isinstance(value, str) or not value.strip():
        raise NotGood(f"{name}: {value!r} is no words")
    if any(character == "\0" or "\ud800" <= character <= "\udfff" for character in value):
        raise NotGood(f"{name}: {value!r} holds characters that are no text")
    return fold(value)


def question(row: dict[str, Any]) -> str:
    """The question of a row: one that may be asked."""
    if "question" not in row:
        raise NotGood("question: is missing")
    asked = text(row["question"], "question")
    try:
        check(asked)
    except BadQuestion as error:
        raise NotGood(str(error)) from error
    return asked


def flag(row: dict[str, Any], name: str) -> bool:
    """True or false; false where it is left out."""
    value = row.get(name, False)
    if not isinstance(value, bool):
        raise NotGood(f"{name}: {value!r} is neither true nor false")
    return value


def kind(value: Any, name: str = "kind") -> str:
    """The name of a kind of source."""
    if value not in [kind.value for kind in Kind]:
        raise NotGood(f"{name}: {value!r} is no kind; one of {', '.join(Kind)}")
    return str(value)


def speaker(value: Any) -> str:
    """A speaker's name or part of it."""
    return text(value, "speaker")


def date(value: Any) -> str:
    """A date, written YYYY, YYYY-MM or YYYY-MM-DD, or as TOML's own."""
    if isinstance(value, datetime.date) and not isinstance(value, datetime.datetime):
        return value.isoformat()
    if not isinstance(value, str) or not is_iso(value):
        raise NotGood(f"date: {value!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return value
