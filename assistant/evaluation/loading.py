"""Known-answer files: questions whose answering passages are known, or which the collection does not answer.

TOML (``*.known.toml``), or JSON lines (``.jsonl``) of the same names::

    documents = ["report.pdf"]                    # optional: what is asked, beside this file; else the user's collection is
    within = 5                                    # optional: how far down a right passage may stand under pytest
    [[question]]
    question = "How good was the work in Rutland?"
    gold = ["rutland-2017#12", {words = "was performing reasonably well", document = "report.pdf"}]
    kind = "inspection-report"                    # optional: what the right passage must be credited to
    speaker = "Jane Roe"
    date = "2017-04"
    [[question]]
    question = "What became of the hub in Orkney?"
    unanswerable = true

Any one passage of ``gold`` answers the question: a passage id, or words of a passage and optionally its document's id or file name.
``kind``, ``speaker`` (part of the name) and ``date`` may stand in a table of ``gold`` instead; ``voice`` is the kind of the first gold
alone. Other names are let be, so that a file may hold notes, unless they look like one of these mistyped.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from assistant.evaluation import fields
from assistant.evaluation.fields import NotGood
from assistant.evaluation.known import WITHIN, BadKnownAnswers, Gold, KnownAnswer, KnownFile, named

_ABOVE = ("documents", "within")
_OF_GOLD = ("words", "document", "kind", "speaker", "date")
_OF_QUESTION = ("question", "gold", "unanswerable", "voice", "kind", "speaker", "date")
_JSON_LINES = (".jsonl", ".ndjson")


def load(path: Path) -> KnownFile:
    """The known-answer file at ``path``. Raises `BadKnownAnswers` with a line for each fault in it."""
    try:
        text = path.read_text("utf-8-sig")
        above, rows = (_json_lines if path.suffix.lower() in _JSON_LINES else _toml)(text)
        file = KnownFile(path, (), *_of_file(above))
    except OSError as error:
        raise BadKnownAnswers(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise BadKnownAnswers(f"{path}: is no UTF-8 text; save it as UTF-8") from error
    except (NotGood, tomllib.TOMLDecodeError) as error:
        raise BadKnownAnswers(f"{path}: {error}") from error
    except (RecursionError, ValueError) as error:
        raise BadKnownAnswers(f"{path}: is no known-answer file ({error})") from error
    return replace(file, questions=_questions(path, rows))


def _toml(text: str) -> tuple[dict[str, Any], list[tuple[str, Any]]]:
    above = tomllib.loads(text)
    rows = above.pop("question", [])
    if not isinstance(rows, list):
        raise NotGood("question: write each as a table of its own, headed [[question]]")
    return above, [(f"question {number}", row) for number, row in enumerate(rows, start=1)]


def _json_lines(text: str) -> tuple[dict[str, Any], list[tuple[str, Any]]]:
    rows = [(f"line {number}", _object(number, line)) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    headed = bool(rows) and "question" not in rows[0][1] and any(name in rows[0][1] for name in _ABOVE)
    return (rows[0][1], rows[1:]) if headed else ({}, rows)


def _object(number: int, line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise NotGood(f"line {number}: is no JSON ({error})") from error
    if not isinstance(row, dict):
        raise NotGood(f'line {number}: is no JSON object; write {{"question": …, "gold": […]}}')
    return row


def _of_file(above: dict[str, Any]) -> tuple[tuple[str, ...], int]:
    _mistyped(above, (*_ABOVE, "question"))
    places = above.get("documents", [])
    if not isinstance(places, list):
        raise NotGood("documents: is no list of files, folders or addresses")
    within = above.get("within", WITHIN)
    if type(within) is not int or not 1 <= within <= 20:
        raise NotGood(f"within: {within!r} is no number from 1 to 20")
    return tuple(fields.text(place, "documents") for place in places), within


def _questions(path: Path, rows: list[tuple[str, Any]]) -> tuple[KnownAnswer, ...]:
    known, faults = list[KnownAnswer](), list[str]()
    for place, row in rows:
        try:
            known.append(_known(row, place))
        except NotGood as error:
            asked = row.get("question") if isinstance(row, dict) else None
            faults.append(f"{path}: {named(place, asked)}: {error}")
    if not rows:
        faults.append(f"{path}: holds no questions; write [[question]] tables (TOML) or an object a line (.jsonl)")
    if faults:
        raise BadKnownAnswers(*faults)
    return tuple(known)


def _known(row: Any, place: str) -> KnownAnswer:
    if not isinstance(row, dict):
        raise NotGood("is no table")
    if misplaced := next((name for name in _ABOVE if name in row), None):
        raise NotGood(f"{misplaced}: belongs above the first question")
    _mistyped(row, _OF_QUESTION)
    question = fields.question(row)
    must_be = {name: check(row[name]) for name, check in _EXPECTED.items() if name in row}
    if fields.flag(row, "unanswerable"):
        if row.get("gold"):
            raise NotGood("has gold and is unanswerable; leave one out")
        return KnownAnswer(question, kind=must_be.get("kind"), place=place)
    first = {"kind": fields.kind(row["voice"], "voice")} if "voice" in row else {}
    gold = [_gold(entry, {**(first if number == 0 else {}), **must_be}) for number, entry in enumerate(_entries(row))]
    return KnownAnswer(question, tuple(gold), must_be.get("kind") or first.get("kind"), place)


def _entries(row: dict[str, Any]) -> Iterator[Any]:
    gold = row.get("gold")
    if not gold:
        raise NotGood("gold: is missing; give passage ids or words, or unanswerable = true")
    yield from gold if isinstance(gold, list) else [gold]


def _gold(entry: Any, must_be: dict[str, str]) -> Gold:
    if isinstance(entry, str):
        return Gold(passage_id=fields.text(entry, "gold"), **must_be)
    if not isinstance(entry, dict) or "words" not in entry:
        raise NotGood(f"gold: {entry!r} is neither a passage id nor a table with words")
    _mistyped(entry, _OF_GOLD)
    own = {name: check(entry[name]) for name, check in _EXPECTED.items() if name in entry}
    document = fields.text(entry["document"], "document") if "document" in entry else None
    return Gold(words=fields.text(entry["words"], "words"), document=document, **{**must_be, **own})


def _mistyped(row: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in row:
        if name not in names and (near := get_close_matches(name.lower(), names, 1, 0.8)):
            raise NotGood(f"{name}: is no name of a known-answer file; {near[0]} is")


_EXPECTED: dict[str, Callable[[Any], str]] = {"kind": fields.kind, "speaker": fields.speaker, "date": fields.date}
