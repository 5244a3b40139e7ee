"""Written questions and their answers in a CSV file, a question a row, as researchers and Parliament's own search export them.

Covered: columns in any order under the names in `corpus.questions.columns`; commas, semicolons, tabs or bars between cells; answers in
plain text or HTML, also where the export has lost opening tags. A row with more cells than the header cannot be told apart and is kept
as it stands. Not covered: files without a header. Answers that one Member gave on one day in the same words are kept as one.
"""

from __future__ import annotations

import re
from itertools import islice

from corpus.document import Document
from corpus.questions.answer_html import answer_text, remarks_on
from corpus.questions.assemble import MOST_QUESTIONS, document
from corpus.questions.cells import day_of, known, natural, uin_of
from corpus.questions.columns import needed
from corpus.questions.departments import asked_of
from corpus.questions.record import Question, Words, house_of
from corpus.questions.table import Row, decoded, rows
from corpus.unreadable import UnreadableDocument

_GROUPED = re.compile(r"Grouped Questions?:([\s,;|HL0-9]+)$")
_LONGEST_LINE = 2000


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The questions in ``data`` as one document. Raises `UnreadableDocument` for a table of anything else."""
    text = decoded(data, source)
    questions = [_question(row, text.guessed) for row in islice(rows(text.characters, source), MOST_QUESTIONS + 1)]
    questions = [question for question in questions if question.question.text or question.answer.text]
    if not questions:
        raise UnreadableDocument(source, f"holds no questions below its header; needed are {needed()}")
    return [document(questions, "csv", source, sha256)]


def _question(row: Row, guessed: str | None) -> Question:
    about = {what: answer_text(cell) for what, cell in row.values.items() if what not in {"question", "answer"}}
    values = {what: known(read.text) for what, read in about.items()}
    mangled = sum(read.repaired for read in about.values())
    question, (answer, grouped) = _words(row.values.get("question", ""), guessed), _parted(_words(row.values.get("answer", ""), guessed))
    if any(cell.strip() for cell in row.cells[row.named :]):
        return _as_it_stands(row, f"this row has {len(row.cells)} cells where the header has {row.named}: kept as it stands", guessed)
    if not question.text and not answer.text:
        return _as_it_stands(row, "this row holds no question and no answer: kept as it stands", guessed)
    if mangled:
        question = Words(question.text, (*question.remarks, f"mangled characters repaired in what is said of it ({mangled})"))
    uin = uin_of(values.get("uin"))
    heading = values.get("heading")
    return Question(
        f"row {row.number}", question, answer, uin=uin, house=house_of(values.get("house"), uin),
        tabled=day_of(values.get("tabled")), answered=day_of(values.get("answered")), asker=natural(values.get("asker")), party=values.get("party"),
        answerer=natural(values.get("answerer")), office=values.get("office"), answerer_party=values.get("answerer_party"),
        body=values.get("body") or asked_of(question.text), heading=None if not heading or heading.isdigit() else heading,
        grouped=_grouped(values.get("grouped") or grouped, uin),
    )  # fmt: skip


def _as_it_stands(row: Row, remark: str, guessed: str | None) -> Question:
    words = [_words(cell, guessed) for cell in row.cells]
    text = " | ".join(word.text for word in words if word.text)
    remarks = dict.fromkeys([remark, *(line for word in words for line in word.remarks)])
    return Question(f"row {row.number}", Words(text, tuple(remarks)), Words(""), as_it_stands=True)


def _words(cell: str, guessed: str | None) -> Words:
    read = answer_text(cell)
    if known(read.text) is None:
        return Words("")
    return Words(read.text, (*remarks_on(read), *([guessed] if guessed and not read.text.isascii() else [])))


def _parted(answer: Words) -> tuple[Words, str | None]:
    """An answer without the line on grouped questions that Parliament's site sets below it, and that line's numbers."""
    found = _GROUPED.search(answer.text[-_LONGEST_LINE:])
    if found is None:
        return answer, None
    return Words(answer.text[: len(answer.text) - len(found[0])].rstrip(), answer.remarks), found[1]


def _grouped(cell: str | None, own: str | None) -> tuple[tuple[str | None, str], ...]:
    others = map(uin_of, re.findall(r"[A-Za-z0-9.\-]+", cell or ""))
    return tuple((None, uin) for uin in dict.fromkeys(others) if uin and uin != own)
