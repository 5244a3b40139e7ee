"""The plain ways of searching that ours is measured against: BM25 alone, the embedding model alone, and their rank fusion.

Over whole passages without context lines or a second look, all passages embedded once more. The same words found twice count as one,
as they do in ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.evaluation.gold import Ranked, Way, folded
from assistant.evaluation.homes import Collection
from assistant.evaluation.run import DEPTH
from index.derived import Progress
from index.fuse import reciprocal_rank
from index.rows import Entry
from index.vectors import VectorStore
from index.words import KeywordIndex, Words

_DEEP = 100  # passages taken from each list before they are fused or folded
_BATCH = 256  # passages embedded at once


class Baselines:
    """The plain ways over one collection, their indexes in ``folder``, each giving the first ``depth`` passages."""

    def __init__(self, collection: Collection, folder: Path, progress: Progress | None = None, depth: int = DEPTH) -> None:
        self._depth = depth
        self._embedder = collection.index.embedder
        self._entries: list[Entry] = [entry for listed in collection.documents() for entry in collection.passages(listed.document_id)]
        self._words, self._vectors = KeywordIndex(folder / "words"), VectorStore(folder / "vectors")
        self._words.put(Words(key, entry.passage.text, "") for key, entry in enumerate(self._entries))
        for start in range(0, len(self._entries), _BATCH):
            texts = [entry.passage.text for entry in self._entries[start : start + _BATCH]]
            self._vectors.put(range(start, start + len(texts)), self._embedder.encode(texts))
            if progress:
                progress(start + len(texts), len(self._entries))

    def close(self) -> None:
        """Let go of the folder."""
        self._vectors.close()

    @property
    def ways(self) -> dict[str, Way]:
        """The three ways by name."""
        return {"bm25": lambda q: self._told(self._by_words(q)), "embedding": lambda q: self._told(self._by_vector(q)), "fusion": self._fused}

    def _by_words(self, question: str) -> list[int]:
        return [key for key, _ in self._words.best(question, _DEEP)]

    def _by_vector(self, question: str) -> list[int]:
        return [key for key, _ in self._vectors.nearest(self._embedder.encode([question])[0], _DEEP)]

    def _fused(self, question: str) -> Sequence[Ranked]:
        return self._told([key for key, _ in reciprocal_rank([self._by_words(question), self._by_vector(question)])])

    def _told(self, keys: Sequence[int]) -> Sequence[Ranked]:
        return folded([self._entries[key] for key in keys], self._depth)
