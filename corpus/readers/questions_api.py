"""Written questions as Parliament's questions API gives them, in JSON; texts that it cuts, from the SQLite file of the same name beside it.

Covered: a page of results, a list of them, one question alone, with Members expanded or not. Not covered: the names of Members that are
given by number only. A text is cut at 255 characters where the API lists questions; where its whole cannot be had the passage says so.
Source of the format: https://questions-statements-api.parliament.uk (``/api/writtenquestions/questions``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

from corpus.dates import in_words
from corpus.document import Document
from corpus.questions.answer_html import answer_text, remarks_on
from corpus.questions.assemble import MOST_QUESTIONS, document
from corpus.questions.cells import day_of, known, natural, uin_of
from corpus.questions.departments import asked_of
from corpus.questions.full_texts import FullTexts
from corpus.questions.record import CUT, Question, Words, house_of
from corpus.unreadable import UnreadableDocument

_CUT_AT = 255


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The questions in ``data`` as one document. Raises `UnreadableDocument` for JSON of anything else."""
    values = list(islice(_values(_parsed(data, source)), MOST_QUESTIONS + 1))
    if not values:
        raise UnreadableDocument(source, "holds no written questions; needed are objects with questionText and uin, as Parliament's API gives them")
    full = FullTexts(source)
    try:
        questions = [_question(value, number, full) for number, value in enumerate(values, start=1)]
    finally:
        full.close()
    return [document(questions, "api", source, sha256)]


def _parsed(data: bytes, source: str) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(source, f"is not well-formed JSON ({str(error)[:120] or type(error).__name__}); fetch it again") from error


def _values(parsed: Any) -> Iterator[dict[str, Any]]:
    """The questions in whichever of the API's shapes: ``{"results": […]}``, a list, ``{"value": {…}}``, the bare question."""
    waiting = [parsed]
    while waiting:
        item = waiting.pop()
        if isinstance(item, list):
            waiting += reversed(item)
        elif isinstance(item, dict):
            within = item.get("results", item.get("value"))
            if isinstance(within, list | dict):
                waiting.append(within)
            elif _text(item, "questionText") or _text(item, "answerText"):
                yield item


def _question(value: dict[str, Any], number: int, full: FullTexts) -> Question:
    uin, whole = uin_of(_text(value, "uin")), full.of(_text(value, "id"))
    question = _words(value, "questionText", whole.get("question_text"), full)
    answer = _words(value, "answerText", whole.get("answer_text"), full)
    asking, answering = value.get("askingMember"), value.get("answeringMember")
    return Question(
        f"question {number}", question, Words(answer.text, answer.remarks + _corrected(value) + _attached(value)) if answer.text else answer,
        uin=uin, house=house_of(known(_text(value, "house")), uin), tabled=day_of(_text(value, "dateTabled")),
        answered=day_of(_text(value, "dateAnswered")), asker=_name(asking), party=known(_text(asking, "party")), answerer=_name(answering),
        answerer_party=known(_text(answering, "party")), body=known(_text(value, "answeringBodyName")) or asked_of(question.text),
        heading=known(_text(value, "heading")), grouped=_grouped(value, uin),
        withdrawn=value.get("isWithdrawn") is True, holding=value.get("answerIsHolding") is True,
    )  # fmt: skip


def _text(value: Any, name: str) -> str:
    """What stands under a name, as text that can be written as UTF-8; nothing where it is no text and no number."""
    found = value.get(name) if isinstance(value, dict) else None
    if isinstance(found, bool) or not isinstance(found, str | int):
        return ""
    text = found if isinstance(found, str) else f"{found}" if abs(found) < 10**18 else ""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _words(value: dict[str, Any], name: str, whole: str | None, full: FullTexts) -> Words:
    """A text, in full where it is cut and its whole, which begins the same, stands beside the file."""
    short = answer_text(_text(value, name))
    if not _is_cut(_text(value, name)):
        return Words(short.text, remarks_on(short))
    read = answer_text(_text({"": whole}, "")) if whole else None
    if read and _letters(read.text).startswith(_letters(short.text.removesuffix("..."))):
        return Words(read.text, remarks_on(read))
    differs = ("the full text beside the file is another one",) if whole else ()
    return Words(short.text, (CUT, *differs, *([full.why] if full.why else []), *remarks_on(short)))


def _is_cut(text: str) -> bool:
    return (len(text) >= _CUT_AT and text.endswith("...")) or (len(text) == _CUT_AT and text[-1] not in ".?!")


def _letters(text: str) -> str:
    """A text without what HTML and plain text set differently, to see whether one begins the other."""
    return "".join(character for character in text if character.isalnum())


def _name(member: Any) -> str | None:
    return known(_text(member, "name")) or natural(_text(member, "listAs"))


def _grouped(value: dict[str, Any], own: str | None) -> tuple[tuple[str | None, str], ...]:
    dated = {uin_of(_text(entry, "questionUin")): day_of(_text(entry, "dateTabled")) for entry in _list(value, "groupedQuestionsDates")}
    named = [uin_of(_text({"": entry}, "")) for entry in _list(value, "groupedQuestions")]
    return tuple((dated.get(uin), uin) for uin in dict.fromkeys([*named, *dated]) if uin and uin != own)


def _corrected(value: dict[str, Any]) -> tuple[str, ...]:
    day = day_of(_text(value, "dateAnswerCorrected"))
    if value.get("answerIsCorrection") is not True and not day and not _text(value, "originalAnswerText"):
        return ()
    return (f"corrected on {in_words(day)}" if day else "corrected after it was given",)


def _attached(value: dict[str, Any]) -> tuple[str, ...]:
    titles = [known(_text(entry, "title")) or known(_text(entry, "url").rpartition("/")[2]) for entry in _list(value, "attachments")]
    named = ", ".join(title for title in titles if title)
    return (f"attached: {named}",) if named else ()


def _list(value: dict[str, Any], name: str) -> list[Any]:
    found = value.get(name)
    return found if isinstance(found, list) else []
