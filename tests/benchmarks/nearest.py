"""What each way of finding the nearest vectors among some of the chunks costs, and what it loses.

    python -m tests.benchmarks.nearest --sources FOLDER --home DIR [--sizes 5000 100000]

Over the homes that ``latency.py`` built in ``DIR``, random shares of the chunks: Chroma's ``where`` on metadata, `VectorStore.nearest`, exact
search over what ``get`` gives for the allowed ids, and exact search over all vectors held in memory. Milliseconds, p50/p95, of 30
questions after five to warm up; after ``|`` how many of the exact first hundred are among the first hundred.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import chromadb
import numpy as np

from corpus import reading
from index.embed import SentenceTransformerEmbedder, Vectors
from index.vectors import VectorStore
from tests.benchmarks.latency import WARM, quantiles, questions

DEEP, BATCH = 200, 2000


def nearest(home: Path, encoded: Vectors) -> None:
    """Each way of finding the nearest among a random share of the chunks."""
    store, began = VectorStore(home / "vectors"), time.perf_counter()
    matrix = _fetched(store, keys := np.array(sorted(store.keys())))
    print(f"\n{home.name} passages: {time.perf_counter() - began:.1f} s to load {len(keys):,} vectors from Chroma; load {os.getloadavg()[0]:.1f}")
    draws, half = np.random.default_rng(0).random(len(keys)), matrix.astype(np.float16)
    marked = _marked(home / "marked", keys, matrix, draws)
    for share in (0.001, 0.01, 0.1, 0.5, 1.0):
        own = keys[draws <= share]
        pick, only = (slice(None), None) if share == 1 else (np.flatnonzero(draws <= share), set(own.tolist()))
        asks: dict[str, Any] = {"n_results": min(DEEP, len(own)), "include": [], **({"where": {"draw": {"$lte": share}}} if only else {})}
        ways: dict[str, Callable[..., Any]] = {
            "float32": lambda q, own=own, pick=pick: _best(own, matrix[pick] @ q),
            "float16": lambda q, own=own, pick=pick: _best(own, half[pick].astype(np.float32) @ q),
            "sieved float32": lambda q, own=own, pick=pick: _best(own, (matrix @ q)[pick]),
            "get": lambda q, own=own: _best(own, _fetched(store, own) @ q),
            "now": lambda q, only=only: [key for key, _ in store.nearest(q, DEEP, only)],
            "where": lambda q, asks=asks: list(map(int, marked.query(q[None], **asks)["ids"][0])),
        }
        right = [set(ways["float32"](question)[:100]) for question in encoded]
        print(f"{share:6.1%} {len(own):7,}" + "".join(f"{f'{name} {_way(way, encoded, right)}':>32}" for name, way in ways.items()), flush=True)
    store.close()


def _best(keys: Any, scores: Any) -> list[int]:
    first = np.argpartition(-scores, min(DEEP, len(scores) - 1))[:DEEP]
    return list(map(int, keys[first[np.argsort(-scores[first])]]))


def _fetched(store: VectorStore, keys: Any) -> Vectors:
    """The vectors of some keys, in their order."""
    found: dict[str, Any] = {}
    for start in range(0, len(keys), BATCH):
        got = store._chunks.get(list(map(str, keys[start : start + BATCH])), include=["embeddings"])
        found |= zip(got["ids"], got["embeddings"], strict=True)
    return np.asarray([found[str(key)] for key in keys], dtype=np.float32)


def _way(way: Callable[[Vectors], list[int]], encoded: Vectors, right: list[set[int]]) -> str:
    taken, found = list[float](), list[float]()
    for question, best in zip(encoded, right, strict=True):
        began = time.perf_counter()
        got = way(question)
        taken.append(time.perf_counter() - began)
        found.append(len(best & set(got[:100])) / len(best))
    return f"{quantiles(taken[WARM:])} | {np.mean(found):.3f}"


def _marked(folder: Path, keys: Any, vectors: Vectors, draws: Any) -> chromadb.Collection:
    chunks = chromadb.PersistentClient(str(folder)).get_or_create_collection("chunks", embedding_function=None, configuration={"hnsw": {"space": "cosine"}})
    for i in range(chunks.count(), len(keys), BATCH):
        part = slice(i, i + BATCH)
        chunks.upsert(list(map(str, keys[part])), embeddings=list(vectors[part]), metadatas=[{"draw": float(draw)} for draw in draws[part]])
    return chunks


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sources", type=Path, required=True)
    options.add_argument("--home", type=Path, required=True)
    options.add_argument("--sizes", type=int, nargs="+", default=[5000, 100000])
    chosen = options.parse_args()
    encoded = SentenceTransformerEmbedder().encode(questions([d for d in reading.read(chosen.sources) if d.passages], WARM + 30))
    for size in chosen.sizes:
        nearest(chosen.home / str(size), encoded)


if __name__ == "__main__":
    main()
