"""Closeness in meaning from an embedding model: the cosine of two texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from threading import Lock

import numpy as np

from index.embed import Embedder, Vectors

_KEPT = 8192  # texts whose vectors are kept: an answer's passages, their sentences and words are asked for sentence after sentence (12 MB)


@dataclass(frozen=True, slots=True)
class EmbeddingCloseness:
    """A `Closeness` by the embedder that the index uses. Keeps the vectors of the texts it last saw. Several threads may ask."""

    embedder: Embedder
    _seen: dict[str, Vectors] = field(default_factory=dict, repr=False)
    _alone: Lock = field(default_factory=Lock, repr=False)

    def __call__(self, sentence: str, texts: Sequence[str]) -> list[float]:
        """The cosine of ``sentence`` and each text."""
        with self._alone:
            own, *others = self._vectors([sentence, *texts])
        return [float(own @ other) for other in others]

    def _vectors(self, texts: Sequence[str]) -> list[Vectors]:
        new = [text for text in dict.fromkeys(texts) if text not in self._seen]
        if new:
            self._seen.update(zip(new, np.asarray(self.embedder.encode(new)), strict=True))
        found = [self._seen[text] for text in texts]
        for old in list(self._seen)[: max(0, len(self._seen) - _KEPT)]:
            del self._seen[old]
        return found
