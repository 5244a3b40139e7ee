"""What is measured of each question, and the means of it.

Ranking measures are those of trec_eval through ir-measures: hit@k is Success@k, mrr@10 RR@10 and ndcg@10 nDCG@10, all gold passages
being equally relevant. A measure counts only the questions it says something of:

==================  =============================================================================================
hit, mrr, ndcg      answerable questions
wrong-document@1    answerable questions for which anything was found: the first passage stands in a document without gold
wrong-attribution   those whose right passage is among the first ten and whose file says what it must be credited to
right-refusals      unanswerable questions: refused
false-refusals      answerable questions: refused
citation-hits       answerable questions that were answered: some sentence cites a right passage
==================  =============================================================================================
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.evaluation.gold import Ranked, Right
    from assistant.evaluation.run import Outcome

RANKING = ("hit@1", "hit@5", "hit@10", "mrr@10", "ndcg@10")
MEASURES = (*RANKING, "wrong-document@1", "wrong-attribution", "right-refusals", "false-refusals", "citation-hits")
"""Every measure's name, in the order they are shown."""
_NEAR = 10

Values = dict[str, float]
"""One question's value of each measure that says something of it, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The mean over ``n`` questions and its 95% interval; ``None`` where there is nothing to measure, or too little for an interval."""

    value: float | None
    low: float | None
    high: float | None
    n: int


def values(outcomes: Sequence[Outcome], way: str) -> list[Values]:
    """For each question the values of a way of searching; those of the answer are with ours only."""
    ranking = _ranking([outcome.right for outcome in outcomes], [outcome.found[way] for outcome in outcomes])
    told = []
    for outcome, own in zip(outcomes, ranking, strict=True):
        answer = _of_answer(outcome) if way == "ours" else {}
        told.append({**(own | _of_first(outcome.right, outcome.found[way]) if outcome.known.answerable else {}), **answer})
    return told


def summary(rows: Iterable[Values]) -> dict[str, Measured]:
    """The means of every measure over questions."""
    from assistant.evaluation.intervals import interval

    rows, found = list(rows), {}
    for name in MEASURES:
        own = [row[name] for row in rows if name in row]
        low, high = interval(own)
        found[name] = Measured(sum(own) / len(own) if own else None, low, high, len(own))
    return found


def _ranking(rights: Sequence[Right], lists: Sequence[Sequence[Ranked]]) -> list[Values]:
    import ir_measures
    from ir_measures import RR, Qrel, ScoredDoc, Success, nDCG

    named = dict(zip([Success @ 1, Success @ 5, Success @ 10, RR @ 10, nDCG @ 10], RANKING, strict=True))
    gold = [Qrel(str(i), unit, 1) for i, right in enumerate(rights) for unit in _units(right).values()]
    run = [ScoredDoc(str(i), _unit(right, ranked, rank), -rank) for i, right in enumerate(rights) for rank, ranked in enumerate(lists[i])]
    told: list[Values] = [dict.fromkeys(RANKING, 0.0) for _ in rights]
    for metric in ir_measures.iter_calc(list(named), gold, run) if gold and run else ():
        told[int(metric.query_id)][named[metric.measure]] = float(metric.value)
    return told


def _units(right: Right) -> dict[str, str]:
    """What right passages count as, by their words: the same words twice are one."""
    return {text: f"right {number}" for number, text in enumerate(sorted(right.texts))}


def _unit(right: Right, ranked: Ranked, rank: int) -> str:
    mine = next((entry.passage.text for entry in ranked.all if entry.passage.id in right.golds), None)
    return f"other {rank}" if mine is None else _units(right)[mine]


def _of_first(right: Right, found: Sequence[Ranked]) -> Values:
    from assistant.evaluation.gold import wrongly_credited

    told: Values = {}
    if found:
        told["wrong-document@1"] = float(right.documents.isdisjoint(entry.passage.document_id for entry in found[0].all))
    rank = right.rank_in(found, _NEAR)
    if rank and (gold := right.met_by(found[rank - 1])):
        wrong = wrongly_credited(gold, found[rank - 1].entry.passage)
        told |= {"wrong-attribution": float(wrong)} if wrong is not None else {}
    return told


def _of_answer(outcome: Outcome) -> Values:
    refused = float(outcome.answer.abstained)
    if not outcome.known.answerable:
        return {"right-refusals": refused}
    return {"false-refusals": refused, **({} if outcome.answer.abstained else {"citation-hits": float(_cites_right(outcome))})}


def _cites_right(outcome: Outcome) -> bool:
    cited = {number for sentence in outcome.answer.sentences for number in sentence.citations}
    passages = [citation.passage for citation in outcome.answer.citations if citation.number in cited]
    return any(passage.id in outcome.right.golds or passage.text in outcome.right.texts for passage in passages)
