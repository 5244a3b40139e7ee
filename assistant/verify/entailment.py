"""Whether a text entails a sentence, by a cross-encoder that the user names: an addition that can only make the check stricter.

Any sentence-transformers cross-encoder will do: one trained on natural language inference, with a label that says *entailment*, or
one with a single output, which is taken for the probability that the claim is borne.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from assistant.verify.evidence import EvidenceLike
from corpus.dates import in_words
from index.embed import ModelUnavailable, Vectors

HOLDS = 0.5
"""Probability from which a sentence is taken to follow."""
_FOLLOWS = re.compile(r"(?i)(?:entail|support|consistent)\w*")


class Entailment(Protocol):
    """How probable it is that each of some texts entails a claim, 0 to 1."""

    def __call__(self, claim: str, texts: Sequence[str]) -> list[float]:
        """One value a text. Raises `ModelUnavailable`."""


class CrossEncoder(Protocol):
    """What is needed of a cross-encoder (`index.crossencoder.SentenceTransformerCrossEncoder`)."""

    name: str

    def scores(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """The n × labels scores, before any softmax or sigmoid."""

    def labels(self) -> list[str]:
        """What each score is of."""


@dataclass(frozen=True, slots=True)
class CrossEncoderEntailment:
    """An `Entailment` by a cross-encoder."""

    model: CrossEncoder

    def __call__(self, claim: str, texts: Sequence[str]) -> list[float]:
        """The probability for each text. Raises `ModelUnavailable`, also for a model none of whose labels says entailment."""
        scores = self.model.scores([(text, claim) for text in texts])
        if scores.shape[1] == 1:
            return [float(value) for value in 1 / (1 + np.exp(-scores[:, 0]))]
        labels = self.model.labels()
        at = next((number for number, label in enumerate(labels) if _FOLLOWS.fullmatch(label)), None)
        if at is None:
            raise ModelUnavailable(f"cross-encoder {self.model.name}: none of its labels ({', '.join(labels)}) says entailment; name another")
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        return [float(value) for value in likely[:, at] / likely.sum(axis=1)]


def premise(evidence: EvidenceLike) -> str:
    """A passage as a premise: who speaks, and when, before the words, so that *X said in 2017 that …* can follow from it."""
    passage = evidence.passage
    who = ", ".join(each for each in (passage.speaker or passage.body or evidence.publisher, passage.office) if each)
    when = f" ({in_words(passage.date)})" if passage.date else ""
    return f"{who}{when}: {passage.text}" if who else passage.text
