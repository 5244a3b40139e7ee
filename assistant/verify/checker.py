"""The check with what it needs put in: closeness in meaning, who asked whom, and where one is set a model of entailment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.verify import check
from assistant.verify.entailment import HOLDS, Entailment, premise
from assistant.verify.evidence import Closeness, EvidenceLike
from assistant.verify.verdict import Fault, Verdict


@dataclass(frozen=True, slots=True)
class Checker:
    """Judges sentences by their passages and claims by bare texts. ``entails`` can only withhold what the rest lets through."""

    closeness: Closeness | None = None
    entails: Entailment | None = None
    asked_by: Callable[[str], str | None] | None = None

    def __call__(self, sentence: str, cited: Sequence[EvidenceLike]) -> Verdict:
        """Whether the sentence follows from the passages cited. Raises `ModelUnavailable`."""
        verdict = check.check(sentence, cited, self.closeness, self.asked_by)
        return self._entailed(verdict, sentence, [premise(each) for each in cited if each.number in verdict.rests_on])

    def claim(self, claim: str, evidence: Sequence[str]) -> Verdict:
        """Whether the claim follows from bare texts of which nobody knows who said them. Raises `ModelUnavailable`."""
        verdict = check.check_claim(claim, evidence, self.closeness)
        return self._entailed(verdict, claim, [text for text in evidence if text.strip()])

    def prepare(self, cited: Sequence[EvidenceLike]) -> None:
        """Have the closeness see what checks against these passages will ask of it."""
        if self.closeness:
            check.prepare(cited, self.closeness)

    def _entailed(self, verdict: Verdict, sentence: str, texts: Sequence[str]) -> Verdict:
        if not verdict.supported or not self.entails or not texts:
            return verdict
        together = [*texts, "\n".join(texts)] if len(texts) > 1 else texts
        likely = max(self.entails(sentence, together))
        if likely >= HOLDS:
            return verdict
        reason = f"The entailment model does not find that it follows from what it cites ({likely:.2f} of the {HOLDS:.2f} wanted)."
        return Verdict(False, reason, Fault.MEANING, verdict.score)
