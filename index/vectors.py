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
_FEW = 2000  # allowed chunks up to which Chroma is given their ids; beyond, more are fetched and sieved


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
        few = sorted(map(str, allowed)) if allowed is not None and len(allowed) <= _FEW else None
        wanted = count if allowed is None or few is not None else held
        found = self._chunks.query(query_embeddings=np.asarray([vector], dtype=np.float32), ids=few, n_results=min(wanted, held), include=["distances"])
        pairs = zip(found["ids"][0], (found["distances"] or [[]])[0], strict=True)
        kept = [(int(key), 1.0 - distance) for key, distance in pairs if allowed is None or int(key) in allowed]
        return kept[:count]

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

    def _open(self) -> None:
        self._chunks = self._client.get_or_create_collection(_COLLECTION, embedding_function=None, configuration={"hnsw": {"space": "cosine"}})
