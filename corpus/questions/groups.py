"""Questions that were answered together, brought together."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.non_answers import remark_for
from corpus.questions.record import Question

_SURE = 100  # characters of an answer; two questions may well get the same shorter one (*held centrally*), each for itself


def groups(questions: Sequence[Question]) -> list[list[Question]]:
    """The questions in groups that share one answer, in order of their first question; most groups are of one.

    Answered together are those of which the record says so and that have the same answer; and, where it does not say, those that
    the same Member answered on the same day in the same words, unless these are short or no answer at all.
    """
    heads = list(range(len(questions)))

    def head(at: int) -> int:
        while heads[at] != at:
            heads[at] = at = heads[heads[at]]
        return at

    for first, second in [*_declared(questions), *_in_the_same_words(questions)]:
        low, high = sorted((head(first), head(second)))
        heads[high] = low
    found: dict[int, list[Question]] = {}
    for at, question in enumerate(questions):
        found.setdefault(head(at), []).append(question)
    return list(found.values())


def _declared(questions: Sequence[Question]) -> list[tuple[int, int]]:
    """Pairs that the record says belong together; a number without its date is looked for among those of the same House, and found
    where only one question has it."""
    places: dict[tuple[str | None, ...], list[int]] = {}
    for at, question in enumerate(questions):
        places.setdefault((question.house, question.uin), []).append(at)
        places.setdefault((question.house, question.uin, question.tabled), []).append(at)
    pairs = []
    for at, question in enumerate(questions):
        for tabled, uin in question.grouped:
            others = places.get((question.house, uin, tabled) if tabled else (question.house, uin), [])
            if len(others) == 1 and _agree(question, questions[others[0]]):
                pairs.append((at, others[0]))
    return pairs


def _agree(one: Question, other: Question) -> bool:
    """Whether both have the same answer, as far as the source has it."""
    texts = ["".join(question.answer.text.removesuffix("...").split()) for question in (one, other)]
    if not all(texts) or one.answered != other.answered:
        return False
    shorter, longer = sorted(texts, key=len)
    return shorter == longer or ((one if len(texts[0]) < len(texts[1]) else other).answer.cut and longer.startswith(shorter))


def _in_the_same_words(questions: Sequence[Question]) -> list[tuple[int, int]]:
    first: dict[tuple[str, str, str], int] = {}
    pairs = []
    for at, question in enumerate(questions):
        text = question.answer.text
        if len(text) < _SURE or question.answer.cut or question.holding or not question.answerer or not question.answered or remark_for(text):
            continue
        earlier = first.setdefault((text, question.answerer, question.answered), at)
        if earlier != at:
            pairs.append((earlier, at))
    return pairs
