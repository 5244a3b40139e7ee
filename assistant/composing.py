"""An answer that a language model writes, of which only what holds is shown.

Each sentence is checked against the passages it cites. One that fails is given the citation of a passage that truly bears it, if one
of those the model was shown does; else the model may write it once more, told why; else it is withheld, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from assistant.answer import Answer, Citation, Sentence, Withheld
from assistant.quotation import citation
from assistant.verify.evidence import Evidence
from assistant.verify.verdict import Verdict
from assistant.writing.written import Written
from index.hits import Hit

_TOO_LITTLE = 1 / 3  # share of the sentences that has to hold, or the answer is given up for quotations
_ALSO_SHOWN = 3  # best passages that the second try is shown besides those cited


class Writes(Protocol):
    """What writes the sentences (`assistant.writing.writer.Writer`). Raises `ModelFailed`, also in mid-answer, and `NotAnswered`."""

    @property
    def mode(self) -> str:
        """``provider:model``."""

    def write(self, question: str, hits: Sequence[Hit]) -> Iterator[Written]:
        """The sentences, each as soon as it is whole."""

    def rewrite(self, sentence: Written, reason: str, passages: Mapping[int, Hit]) -> Written | None:
        """A second try at one that failed for a reason."""


class Checks(Protocol):
    """Whether a sentence follows from passages (`assistant.verify.check.check`, with what it needs put in)."""

    def __call__(self, sentence: str, cited: Sequence[Evidence]) -> Verdict:
        """The verdict."""


@dataclass(slots=True)
class Composition:
    """What there is of an answer so far. Citations are numbered as they come; ``passages`` tells which hit each is."""

    sentences: list[Sentence] = field(default_factory=list)
    withheld: list[Withheld] = field(default_factory=list)
    passages: list[int] = field(default_factory=list)

    @property
    def is_enough(self) -> bool:
        """True where what holds is worth showing by itself."""
        return len(self.sentences) > _TOO_LITTLE * (len(self.sentences) + len(self.withheld))

    def citations(self, hits: Sequence[Hit]) -> list[Citation]:
        """The citations, in the order of their numbers."""
        return [citation(number, hits[at - 1]) for number, at in enumerate(self.passages, start=1)]

    def into(self, answer: Answer, hits: Sequence[Hit]) -> Answer:
        """The answer with what there is so far."""
        return replace(answer, sentences=tuple(self.sentences), citations=tuple(self.citations(hits)), withheld=tuple(self.withheld))

    def add(self, text: str, rests_on: Sequence[int]) -> None:
        """Show a sentence that rests on these hits (by number from 1)."""
        self.passages += [at for at in rests_on if at not in self.passages]
        self.sentences.append(Sentence(text, tuple(self.passages.index(at) + 1 for at in rests_on)))


def compose(question: str, hits: Sequence[Hit], writes: Writes, checks: Checks) -> Iterator[Composition]:
    """The answer as it grows, after each sentence. Raises what the writer raises; what was yielded before holds all the same."""
    made = Composition()
    known = {each.number: each for each in evidence(hits)}
    for written in writes.write(question, hits):
        _take(written, made, known, dict(enumerate(hits, start=1)), writes, checks)
        yield made


def evidence(hits: Sequence[Hit]) -> list[Evidence]:
    """The hits as what sentences are checked against, numbered from 1."""
    return [Evidence(number, hit.passage, hit.title, hit.publisher) for number, hit in enumerate(hits, start=1)]


def _take(written: Written, made: Composition, evidence: dict[int, Evidence], hits: dict[int, Hit], writes: Writes, checks: Checks) -> None:
    """Show the sentence, as it is or as it had to be mended, or withhold it."""
    if any(sentence.text == written.text for sentence in made.sentences):
        return
    verdict, rests_on = _borne(written, evidence, checks)
    if rests_on:
        return made.add(written.text, rests_on)
    reason = verdict.reason or "It does not follow from what it cites."
    shown = {at: hits[at] for at in (*written.citations, *list(hits)[:_ALSO_SHOWN]) if at in hits}
    again = writes.rewrite(written, reason, shown)
    if again and (rests_on := _borne(again, evidence, checks)[1]):
        return made.add(again.text, rests_on)
    made.withheld.append(Withheld(written.text, reason))
    return None


def _borne(written: Written, evidence: dict[int, Evidence], checks: Checks) -> tuple[Verdict, tuple[int, ...]]:
    """What the check says of a sentence, and the passages that bear it: those it cites, or else another that does; none where none does."""
    unknown = [at for at in written.citations if at not in evidence]
    cited = [evidence[at] for at in dict.fromkeys(written.citations) if at in evidence]
    marks = "".join(f" [{at}]" for at in unknown)
    verdict = checks(written.text + marks, cited)
    if verdict.supported:
        return verdict, verdict.rests_on or tuple(each.number for each in cited)
    for number, each in evidence.items():
        if each not in cited or unknown:
            other = checks(written.text, [each])
            if other.supported:
                return replace(other, rests_on=(number,)), (number,)
    return verdict, ()
