"""From questions and answers to one document: a passage for each question, one for each answer that they share."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.dates import in_words
from corpus.document import Document, Kind, Mark, Passage
from corpus.non_answers import HOLDING, remark_for
from corpus.questions.groups import groups
from corpus.questions.record import Question
from corpus.unreadable import UnreadableDocument

_SITE = "https://questions-statements.parliament.uk/written-questions/detail"
_SITE_BEGINS = "2014-06-04"  # with the session of 2014-15
MOST_QUESTIONS = 50_000  # of one file; a session of Parliament has about 60,000, a file of 32 MB of real ones about 20,000


def document(questions: Sequence[Question], form: str, source: str, sha256: str) -> Document:
    """The document that a file of questions is. ``form`` is the file's format, a part of the id: ``csv``, ``api``.

    Raises `UnreadableDocument` for more than `MOST_QUESTIONS`."""
    if len(questions) > MOST_QUESTIONS:
        raise UnreadableDocument(source, f"holds more than the {MOST_QUESTIONS:,} questions that one file may have; split it")
    distinct = list({replace(question, place=""): question for question in reversed(questions)}.values())[::-1]
    days = sorted(question.tabled for question in distinct if question.tabled)
    body = _put_to(distinct)
    houses = {question.house for question in distinct}
    house = houses.pop() if len(houses) == 1 else None
    title = f"{f'{house} written' if house and not body else 'Written'} questions{f' to the {body}' if body else ''}"
    title = f"{title}, {_from_to(days)}" if days else title
    identity = _identity(form, body or house, days, distinct)
    passages = tuple(_numbered(_passages(groups(distinct), identity)))
    return Document(identity, title, Kind.WRITTEN_QUESTION, source, sha256, passages, days[-1] if days else None, house or "UK Parliament")


def _put_to(questions: Sequence[Question]) -> str | None:
    """The department that the questions are put to, if they are all put to one as far as the record says, and it says so of half."""
    bodies = Counter(question.body for question in questions if question.body)
    return next(iter(bodies)) if len(bodies) == 1 and 2 * bodies.total() >= len(questions) else None


def _from_to(days: Sequence[str]) -> str:
    first, last = (in_words(day[:7]) for day in (days[0], days[-1]))
    return first if first == last else f"{first} – {last}"


def _identity(form: str, of: str | None, days: Sequence[str], questions: Sequence[Question]) -> str:
    """A slug of what the rows say, and a short hash of which questions they are."""
    keys = sorted(question.key or f"{question.question.text}{question.answer.text}" for question in questions)
    mark = hashlib.sha256("\n".join(keys).encode()).hexdigest()[:8]
    parts = ["written-questions", re.sub(r"[^a-z0-9]+", "-", (of or "").lower()).strip("-"), days[0][:7] if days else "", days[-1][:7] if days else ""]
    return "-".join([*dict.fromkeys(part for part in parts if part), form, mark])


def _numbered(passages: Iterable[Passage]) -> Iterable[Passage]:
    return (replace(passage, ordinal=ordinal) for ordinal, passage in enumerate(passages, start=1))


def _passages(grouped: Iterable[Sequence[Question]], document_id: str) -> Iterable[Passage]:
    taken: Counter[str] = Counter()
    for group in grouped:
        first: Passage | None = None
        for question in group:
            base = question.key or f"{document_id}#{question.place.replace(' ', '-')}"
            taken[base] += 1
            base = base if taken[base] == 1 else f"{base}.{taken[base]}"
            if question.question.text:
                asked = _question(question, base, document_id, group[0] if first else None)
                first = first or asked
                yield asked
            if question is group[0]:
                answer_base = base
        answered = max(group, key=lambda question: (not question.answer.cut, len(question.answer.text)))
        if answered.answer.text:
            yield _answer(answered, group, answer_base, document_id, first)


def _question(question: Question, base: str, document_id: str, together_with: Question | None) -> Passage:
    """A question's own passage; ``together_with`` is the first question of the group that it does not begin."""
    declared = together_with is not None and bool(question.grouped)
    remarks = list(question.question.remarks)
    if together_with:
        remarks.append(f"answered {'together with' if declared else 'the same day in the same words as'} {together_with.locator}")
    if question.withdrawn:
        remarks.append("withdrawn")
    elif not question.answer.text and not question.as_it_stands:
        remarks.append("no answer in the record")
    passage = _common(question, base if question.as_it_stands else f"{base}/question", document_id, question.question.text, question.tabled)
    mark = Mark.GROUPED if together_with else None
    return replace(passage, speaker=question.asker, party=question.party, body=question.house, mark=mark, remark="; ".join(remarks) or None)


def _answer(question: Question, group: Sequence[Question], base: str, document_id: str, first: Passage | None) -> Passage:
    """The answer to a group, in the words of ``question``, which has them in full if any of the group has."""
    remarks = list(question.answer.remarks)
    no_answer = HOLDING if question.holding else None if question.answer.cut else remark_for(question.answer.text)
    others = [f"PQ {uin}" for _, uin in group[0].grouped] or [other.locator for other in group[1:]]
    others += [other.locator for other in group[1:] if other.locator not in others]
    if others:
        remarks.append(f"also answers {_listed(others)}")
    if first is None:
        remarks.append("the question is not in the record")
    passage = _common(group[0], f"{base}/answer", document_id, question.answer.text, question.answered)
    return replace(
        passage, speaker=question.answerer, office=question.office, party=question.answerer_party, body=question.body,
        reply_to=first.id if first else None, mark=Mark.NON_ANSWER if no_answer else None,
        remark="; ".join([no_answer, *remarks] if no_answer else remarks) or None,
    )  # fmt: skip


def _common(question: Question, identity: str, document_id: str, text: str, date: str | None) -> Passage:
    headings = tuple(part for part in (question.body, question.heading) if part)
    on_site = question.uin and question.tabled and question.tabled >= _SITE_BEGINS
    url = f"{_SITE}/{question.tabled}/{question.uin}" if on_site else None
    return Passage(identity, document_id, 0, text, Kind.WRITTEN_QUESTION, question.locator, date=date, headings=headings, url=url, series="PQ")


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
