"""What everything in a collection has in common tells nothing of what a question is about: likeness with that taken out.

The vectors of one collection crowd together, in some directions far more than in others: all are about probation, all are answers of one
department. Whitening (Su and others, *Whitening Sentence Representations*, 2021; Ledoit and Wolf's shrinkage towards equal
variances) evens that out. It is applied to the question's side only, which ranks as if half of it were applied to both
sides, so that stored vectors stay as the model made them. Long formal questions gain by it; a short one in other words than the
text's loses, since what it has in common with the text is then of that general kind (``README.md``: what was measured).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embed import Vectors

_SHRINKAGE = 0.5  # share of the covariance that is given up for equal variances; from 0.3 to 0.8 it makes next to no difference


@dataclass(frozen=True, slots=True)
class Whitening:
    """What the vectors of a collection have in common: their mean (d), and the inverse root of their covariance (d × d)."""

    mean: Vectors
    inverse_root: Vectors

    @classmethod
    def of(cls, sample: Vectors) -> Whitening:
        """Learned from the vectors of a sample (n × d, n at least 1)."""
        centred = sample - sample.mean(axis=0)
        covariance = centred.T @ centred / len(sample)
        variance = max(float(np.trace(covariance)) / len(covariance), 1e-9)
        shrunk = (1 - _SHRINKAGE) * covariance / variance + _SHRINKAGE * np.eye(len(covariance))
        values, directions = np.linalg.eigh(shrunk)
        return cls(sample.mean(axis=0), np.asarray(directions * values**-0.5 @ directions.T, dtype=np.float32))

    def turned(self, vectors: Vectors, share: float = 1.0) -> Vectors:
        """The vectors of questions or of their words (n × d), turned ``share`` (0 to 1) of the way, as unit vectors that are to be
        compared with vectors as they are."""
        away = _unit((vectors - self.mean) @ self.inverse_root)
        return _unit((1 - share) * vectors + share * away)


def _unit(vectors: NDArray[np.floating[Any]]) -> Vectors:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)
