"""The vector store: Chroma, embedded, cosine distance, our own vectors, telemetry off. The only file that knows Chroma."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import chromadb
import numpy as np
from chromadb.config import Settings

from index.embed import Vectors

_COLLECTION = "chunks"
_BATCH = 2000  # vectors a call; Chroma's own limit is a little over 5,000
_FEW = 2000  # allowed chunks up to which each is compared: exact, and there Chroma's walk through its graph is at its slowest
_WIDER = 4  # times as many are asked of Chroma as are wanted: its walk is as wide as what is asked, and a narrow one misses much


class VectorStore:
    """Unit vectors by chunk key."""

    def __init__(self, folder: Path) -> None:
        self._client = chromadb.PersistentClient(str(folder), Settings(anonymized_telemetry=False, allow_reset=False))
        self._open()

    def put(self, keys: Sequence[int], vectors: Vectors) -> None:
        """Keep a vector a key, in place of an older one."""
        for start in range(0, len(keys), _BATCH):
            ids = [str(key) for key in keys[start : start + _BATCH]]
            self._chunks.upsert(ids=ids, embeddings=list(vectors[start : start + _BATCH]))

    def forget(self, keys: Sequence[int]) -> None:
        """Drop the vectors of these keys; keys that are not there do no harm."""
        for start in range(0, len(keys), _BATCH):
            self._chunks.delete(ids=[str(key) for key in keys[start : start + _BATCH]])

    def nearest(self, vector: Vectors, count: int, allowed: set[int] | None = None) -> list[tuple[int, float]]:
        """The ``count`` nearest chunk keys with their cosine similarity, nearest first, of the ``allowed`` ones if given."""
        held = self._chunks.count()
        if not held or allowed == set():
            return []
        if allowed is not None and len(allowed) <= _FEW:
            return self._compared(vector, allowed)[:count]
        ids = sorted(map(str, allowed)) if allowed is not None else None
        wanted = min(_WIDER * count, len(ids) if ids else held)
        found = self._chunks.query(query_embeddings=np.asarray([vector], dtype=np.float32), ids=ids, n_results=wanted, include=["distances"])
        pairs = zip(found["ids"][0], (found["distances"] or [[]])[0], strict=True)
        return [(int(key), 1.0 - distance) for key, distance in pairs][:count]

    def __len__(self) -> int:
        return int(self._chunks.count())

    def of(self, keys: Sequence[int]) -> tuple[list[int], Vectors]:
        """Those of the keys that are held, in any order, and their vectors (n × d)."""
        found = self._chunks.get(ids=[str(key) for key in keys], include=["embeddings"]) if keys else None  # Chroma takes no empty list
        if not found or not found["ids"]:
            return [], np.empty((0, 0), dtype=np.float32)
        return [int(key) for key in found["ids"]], np.asarray(found["embeddings"], dtype=np.float32)

    def keys(self) -> set[int]:
        """Every key held."""
        return {int(key) for key in self._chunks.get(include=[])["ids"]}

    def close(self) -> None:
        """Let go of the folder, which Chroma otherwise holds open as long as the process runs."""
        self._client.close()  # type: ignore[attr-defined]  # Chroma declares its interface, which leaves this out

    def clear(self) -> None:
        """Drop everything."""
        self._client.delete_collection(_COLLECTION)
        self._open()

    def _compared(self, vector: Vectors, allowed: set[int]) -> list[tuple[int, float]]:
        """Each of the allowed chunks with its cosine similarity, nearest first."""
        keys, vectors = self.of(sorted(allowed))
        scores = vectors @ vector if keys else ()
        return sorted(((key, float(score)) for key, score in zip(keys, scores, strict=True)), key=lambda pair: -pair[1])

    def _open(self) -> None:
        self._chunks = self._client.get_or_create_collection(_COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}})
