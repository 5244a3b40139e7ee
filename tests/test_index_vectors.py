"""The vector store: nearest first, limited to what is allowed, and to nothing where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index import vectors
from index.vectors import VectorStore

NUMBER, D = 400, 16


@pytest.fixture
def held() -> np.ndarray:
    made = np.random.default_rng(1).normal(size=(NUMBER, D))
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def store(tmp_path: Path, held: np.ndarray) -> Iterator[VectorStore]:
    made = VectorStore(tmp_path / "vectors")
    made.put(range(NUMBER), held)
    yield made
    made.close()


def exactly(held: np.ndarray, asked: np.ndarray, count: int, allowed: set[int]) -> list[int]:
    return sorted(allowed, key=lambda key: -float(held[key] @ asked))[:count]


@pytest.mark.parametrize("few", [1000, 20])  # each compared, and Chroma's walk limited to ids
def test_of_the_allowed_the_nearest_come_first_with_their_cosine(store: VectorStore, held: np.ndarray, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "_FEW", few)
    allowed = set(range(0, NUMBER, 3))
    found = store.nearest(held[7], 10, allowed)
    assert [key for key, _ in found] == exactly(held, held[7], 10, allowed)
    assert [score for _, score in found] == pytest.approx([float(held[key] @ held[7]) for key, _ in found], abs=1e-5)


def test_without_limits_the_nearest_of_all_come_first(store: VectorStore, held: np.ndarray) -> None:
    assert [key for key, _ in store.nearest(held[7], 10)] == exactly(held, held[7], 10, set(range(NUMBER)))


def test_nothing_allowed_gives_nothing_and_keys_not_held_do_no_harm(store: VectorStore, held: np.ndarray) -> None:
    assert store.nearest(held[7], 10, set()) == []
    assert [key for key, _ in store.nearest(held[7], 10, {7, 9, 9999})] == exactly(held, held[7], 10, {7, 9})


def test_vectors_are_given_back_by_key_those_not_held_left_out(store: VectorStore, held: np.ndarray) -> None:
    keys, found = store.of([3, 9999, 5])
    assert sorted(keys) == [3, 5] and np.allclose(found, held[keys], atol=1e-6)
    assert store.of([])[0] == [] and store.of([9999])[0] == []
