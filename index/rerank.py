"""The second look at the best candidates: every word of the question against every word of a passage.

Late interaction in the manner of ColBERT (Khattab and Zaharia, SIGIR 2020), over the token vectors of the same embedding model
that made the index: a word of the question counts as much as its best match in the passage, weighted by how rare it is in
the collection; in a long question what all the candidates have in common is taken out first (`index.whitening`). Added to it,
each standardised over the candidates: the passage's best single sentence, its BM25 score with and without feedback, its likeness to
the question's vector, and its length. What each counts depends on how long the question is: a short one is best served by late
interaction, a long one, such as those put down in Parliament, by the others. The weights are rounded, ``LONG`` between fits on two
sets of known answers; ``tests/benchmarks/weights.py`` fits them again.
"""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import astuple, dataclass, replace
from typing import Protocol

import numpy as np

from index.chunk import sentences
from index.embed import Embedder, Vectors
from index.matching import Match, Scores, matches_of, standardised, weighted
from index.whitening import Whitening

_SENTENCED = 12  # candidates whose sentences are looked at one by one

_KEPT = 1000  # passages
_SAMPLE = 4000  # word pieces that tell what all the candidates' have in common


@dataclass(frozen=True, slots=True)
class Weights:
    """What each sign counts in the second look."""

    late: float
    sentence: float
    words: float
    vectors: float
    feedback: float
    length: float

    def towards(self, other: Weights, share: float) -> Weights:
        """These weights moved by ``share`` (0 to 1) of the way to the others."""
        return Weights(*(a + share * (b - a) for a, b in zip(astuple(self), astuple(other), strict=True)))


SHORT = Weights(late=1.0, sentence=0.33, words=0.27, vectors=0.05, feedback=0.0, length=-0.05)
LONG = Weights(late=0.5, sentence=0.1, words=0.1, vectors=0.9, feedback=0.3, length=-0.3)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage up for a second look: its text with the context line, its text alone, and its scores in the lists that found it:
    BM25, cosine similarity, BM25 with feedback (``None``: not among that list's best)."""

    in_context: str
    text: str
    words: float | None
    vectors: float | None = None
    feedback: float | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """What the second look says of a candidate. ``score`` orders the candidates of one question and means nothing beyond it;
    ``matches``, one a word of the question, and ``sentence``, the cosine of its nearest sentence (``None``: not looked at), can be compared
    between questions."""

    score: float
    matches: tuple[Match, ...]
    sentence: float | None = None

    @property
    def alike(self) -> float:
        """The mean of the matches, weighted by rarity: about 0 to 1."""
        return weighted(self.matches)


class Reranker(Protocol):
    """Takes a second look at the candidates for a question."""

    def look(self, question: str, candidates: Sequence[Candidate]) -> list[Look]:
        """One look a candidate, in their order."""


class LateInteraction:
    """The reranker described above. ``rarity`` says how rare a word is in the collection.

    What the model made of a passage is kept for the next question, up to ``_KEPT`` passages (about 100 KB each).
    """

    def __init__(self, embedder: Embedder, rarity: Callable[[str], float]) -> None:
        self._embedder = embedder
        self._rarity = rarity
        self._tokens: OrderedDict[str, Vectors] = OrderedDict()
        self._sentences: OrderedDict[str, Vectors] = OrderedDict()

    def look(self, question: str, candidates: Sequence[Candidate]) -> list[Look]:
        """One look a candidate: the signs, standardised over the candidates, summed with the weights for the question's length."""
        if not candidates:
            return []
        share = longness(question)
        weights = SHORT.towards(LONG, share)
        matches, late = self._matches(question, candidates, share)
        total = weights.late * standardised(late) + listed(candidates) @ astuple(weights)[2:]
        first = np.argsort(-total, kind="stable")[:_SENTENCED]
        best = dict(zip(first.tolist(), self._best_sentences(question, [candidates[i].text for i in first]), strict=True))
        bonus = np.full(len(candidates), -1.0)  # one standard deviation below, for those not looked at
        bonus[first] = standardised(list(best.values()))
        scores = total + weights.sentence * bonus
        return [Look(float(score), match, best.get(i)) for i, (score, match) in enumerate(zip(scores, matches, strict=True))]

    def signs(self, question: str, candidates: Sequence[Candidate]) -> Scores:
        """What the weights are fitted on: each candidate's standardised signs (n × 6), in the order of `Weights`."""
        late = standardised(self._matches(question, candidates, longness(question))[1])
        sentence = standardised(self._best_sentences(question, [candidate.text for candidate in candidates]))
        return np.column_stack([late, sentence, listed(candidates)])

    def _matches(self, question: str, candidates: Sequence[Candidate], share: float) -> tuple[list[tuple[Match, ...]], list[float]]:
        """How well each candidate matches each word, as it is; and how well it does overall with what all candidates have in common taken out by ``share``."""
        asked = self._embedder.tokens([question])[0]
        told = _through(self._tokens, [candidate.in_context for candidate in candidates], self._token_vectors)
        rarities = [self._rarity(word) for word in asked.words]
        matches = [matches_of(asked, rarities, vectors) for vectors in told]
        if not share:
            return matches, [weighted(match) for match in matches]
        apart = replace(asked, vectors=_in_common(told).turned(asked.vectors, share))
        return matches, [weighted(matches_of(apart, rarities, vectors)) for vectors in told]

    def _best_sentences(self, question: str, texts: Sequence[str]) -> list[float]:
        asked = self._embedder.encode([question])[0]
        return [float((vectors @ asked).max()) for vectors in _through(self._sentences, texts, self._sentence_vectors)]

    def _token_vectors(self, texts: list[str]) -> list[Vectors]:
        return [tokens.vectors.astype(np.float16) for tokens in self._embedder.tokens(texts)]

    def _sentence_vectors(self, texts: list[str]) -> list[Vectors]:
        cut = [[text[s.start : s.stop] for s in sentences(text)] or [text] for text in texts]
        vectors = self._embedder.encode([sentence for text in cut for sentence in text])
        return np.split(vectors, np.cumsum([len(text) for text in cut])[:-1])


def _in_common(told: Sequence[Vectors]) -> Whitening:
    """What the words of all the candidates have in common."""
    everything = np.concatenate(told)
    return Whitening.of(everything[:: 1 + len(everything) // _SAMPLE].astype(np.float32))


def longness(question: str) -> float:
    """How much of a long question it is: 0 up to 7 words of more than three letters, 1 from 17."""
    return min(max((len(re.findall(r"\w{4,}", question)) - 7) / 10, 0.0), 1.0)


def listed(candidates: Sequence[Candidate]) -> Scores:
    """What the lists that found the candidates say of them, and their lengths (n × 4: words, vectors, feedback, length)."""
    lengths = standardised([math.log(1 + len(candidate.text)) for candidate in candidates])
    scores = (_floored([getattr(candidate, name) for candidate in candidates]) for name in ("words", "vectors", "feedback"))
    return np.column_stack([*scores, lengths])


def _floored(scores: Sequence[float | None]) -> Scores:
    """The scores standardised; one that a list has not got counts a little less than the least it has."""
    known = [score for score in scores if score is not None]
    least = min(known, default=0.0) - 0.1 * (max(known, default=0.0) - min(known, default=0.0))
    return standardised([least if score is None else score for score in scores])


def _through(kept: OrderedDict[str, Vectors], texts: Sequence[str], make: Callable[[list[str]], list[Vectors]]) -> list[Vectors]:
    """What is kept of each text, made first for those that are not; the longest unused go."""
    missing = [text for text in dict.fromkeys(texts) if text not in kept]
    if missing:
        kept.update(zip(missing, make(missing), strict=True))
    for text in texts:
        kept.move_to_end(text)
    found = [kept[text] for text in texts]
    while len(kept) > _KEPT:
        kept.popitem(last=False)
    return found
