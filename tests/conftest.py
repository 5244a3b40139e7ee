"""What the tests share: a small embedder that needs no model, the real one, and the real sources where they are."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.embed import SentenceTransformerEmbedder, Tokens, Vectors

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


class WordEmbedder:
    """Texts with the same words get the same vectors: each word a fixed random direction, a text their sum."""

    name = "words"

    def __init__(self) -> None:
        self.encoded = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.encoded += len(texts)
        sums = np.array([np.sum([_direction(word) for word in _words(text)] or [_direction("")], axis=0) for text in texts])
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), dtype=np.float32)

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        return [Tokens(tuple(_words(text)), np.array([_direction(w) for w in _words(text)], dtype=np.float32).reshape(-1, 32)) for text in texts]


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _direction(word: str) -> np.ndarray:
    vector = np.random.default_rng(zlib.crc32(word.encode())).normal(size=32)
    return vector / np.linalg.norm(vector)


@pytest.fixture
def embedder() -> WordEmbedder:
    return WordEmbedder()


@pytest.fixture(scope="session")
def real_embedder() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder()


@pytest.fixture(scope="session")
def probation_pages() -> Path:
    folder = SHARED / "sources" / "probation"
    if not folder.is_dir():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    return folder
