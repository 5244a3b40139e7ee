"""A sentence-transformers cross-encoder: two texts read together, with a score for each of its labels."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from index.embed import ModelUnavailable, Vectors

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class SentenceTransformerCrossEncoder:
    """Loaded on first use. ``model`` is a folder, or a name in the local cache. Several threads may ask; they take turns."""

    def __init__(self, model: str) -> None:
        self.name = model
        self._loaded: CrossEncoder | None = None
        self._alone = Lock()

    def scores(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        """The n × labels scores before any softmax or sigmoid. A pair longer than the model can hold is cut. Raises `ModelUnavailable`."""
        from torch.nn import Identity

        with self._alone:
            given = self._model().predict(list(pairs), activation_fn=Identity(), show_progress_bar=False)
        return np.asarray(given, dtype=np.float32).reshape(len(pairs), -1)

    def labels(self) -> list[str]:
        """What each score is of. Raises `ModelUnavailable`."""
        with self._alone:
            known = getattr(self._model().config, "id2label", None) or {}
        return [str(known[at]) for at in sorted(known)]

    def _model(self) -> CrossEncoder:
        if self._loaded is None:
            self._loaded = _load(self.name)
        return self._loaded


def _load(model: str) -> CrossEncoder:
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    if not Path(model).exists():
        os.environ.setdefault("HF_HUB_OFFLINE", "1")  # a model by name is taken from the local cache; fetching it is the user's to ask
    from sentence_transformers import CrossEncoder

    try:
        loaded: CrossEncoder = CrossEncoder(model, device="cpu", local_files_only=True)
        return loaded
    except Exception as error:  # the library raises many kinds; each means that this model cannot be had
        raise ModelUnavailable(f"cross-encoder {model}: cannot be loaded ({type(error).__name__}); name a folder that holds one") from error
