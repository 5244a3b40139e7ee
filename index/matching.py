"""How well a text matches each word of a question, and what such matches come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embed import Tokens, Vectors

Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Match:
    """How well a text matches one word of the question (cosine of its best word), and how rare that word is."""

    word: str
    rarity: float
    alike: float


def matches_of(asked: Tokens, rarities: Sequence[float], told: Vectors) -> tuple[Match, ...]:
    """The question's word pieces (n × d) against a text's (m × d): each one's best cosine."""
    if not len(told):
        return tuple(Match(word, rarity, 0.0) for word, rarity in zip(asked.words, rarities, strict=True))
    best = (asked.vectors @ told.T.astype(np.float32)).max(axis=1)
    return tuple(Match(word, rarity, float(alike)) for word, rarity, alike in zip(asked.words, rarities, best, strict=True))


def weighted(matches: Sequence[Match]) -> float:
    """The mean likeness of some matches, weighted by rarity; 0 for none."""
    total = sum(match.rarity for match in matches)
    return sum(match.rarity * match.alike for match in matches) / total if total else 0.0


def standardised(values: Sequence[float]) -> Scores:
    """The values with mean 0 and standard deviation 1; all 0 where they do not differ."""
    array = np.asarray(values, dtype=float)
    spread = array.std()
    return (array - array.mean()) / spread if spread > 1e-12 else np.zeros_like(array)
