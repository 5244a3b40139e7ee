"""An answer with what its sources disagree on told after it: nothing of it is shown that does not hold when it is checked like all else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation
from assistant.disagreements.disagreement import Disagreement
from assistant.disagreements.wording import MOST, sentences
from assistant.quotation import citation
from assistant.verify.verdict import Verdict
from index.hits import Hit

Checks = Callable[[str, Sequence[Citation]], Verdict]


def joined(answer: Answer, found: Sequence[Disagreement], checks: Checks) -> Answer:
    """The answer with at most `MOST` disagreements told after its sentences, citing what it cites already by the same numbers and what it
    does not by further ones. The answer itself where none holds."""
    told = 0
    for each in found:
        if told < MOST and (grown := _with(answer, each, checks)):
            answer, told = grown, told + 1
    return answer


def _with(answer: Answer, each: Disagreement, checks: Checks) -> Answer | None:
    cited = list(answer.citations)

    def number(hit: Hit) -> int:
        known = next((one.number for one in cited if one.passage.id == hit.passage.id), None)
        if known is None:
            cited.append(citation(len(cited) + 1, hit))
        return known or len(cited)

    new = sentences([each], number)
    if not all(checks(sentence.text, [one for one in cited if one.number in sentence.citations]).supported for sentence in new):
        return None
    return replace(answer, sentences=(*answer.sentences, *new), citations=tuple(cited))
