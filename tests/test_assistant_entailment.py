"""A model of entailment, where one is set, withholds what the rest of the check lets through, and lets nothing more through."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from threading import Event

import numpy as np
import pytest

from assistant.opening import checker
from assistant.settings import Settings
from assistant.verify.ahead import ahead
from assistant.verify.checker import Checker
from assistant.verify.entailment import CrossEncoderEntailment, premise
from assistant.verify.evidence import Evidence
from assistant.verify.verdict import Fault
from corpus.document import Kind, Passage
from index.crossencoder import SentenceTransformerCrossEncoder
from index.embed import ModelUnavailable, Vectors
from tests.conftest import WordEmbedder

PASSAGE = Passage("d#1", "d", 1, "Staff at the hub told us that visits were rare.", Kind.INSPECTION_REPORT, "para 1", body="The Inspectorate", date="2017-02")
OTHER = Passage("d#2", "d", 2, "Most rooms at the hub were cold in winter.", Kind.INSPECTION_REPORT, "para 2", body="The Inspectorate", date="2017-02")
TRUE = "The Inspectorate reported that visits were rare."


class Sure:
    """Finds everything, or nothing, to follow; keeps what it was asked."""

    def __init__(self, likely: float) -> None:
        self.likely = likely
        self.asked: list[tuple[str, tuple[str, ...]]] = []

    def __call__(self, claim: str, texts: Sequence[str]) -> list[float]:
        self.asked.append((claim, tuple(texts)))
        return [self.likely] * len(texts)


class Scored:
    """A cross-encoder that gives every pair the same scores."""

    name = "m"

    def __init__(self, each: list[float], labels: list[str]) -> None:
        self.each, self._labels = each, labels

    def scores(self, pairs: Sequence[tuple[str, str]]) -> Vectors:
        return np.array([self.each] * len(pairs), dtype=np.float32)

    def labels(self) -> list[str]:
        return self._labels


def cited(*passages: Passage) -> list[Evidence]:
    return [Evidence(number, passage, "A report") for number, passage in enumerate(passages, 1)]


def test_what_it_does_not_find_to_follow_is_withheld_with_the_figure() -> None:
    verdict = Checker(entails=Sure(0.2))(TRUE, cited(PASSAGE))
    assert not verdict.supported and verdict.fault is Fault.MEANING
    assert "0.20" in str(verdict.reason)


def test_what_it_finds_to_follow_stays_as_it_was() -> None:
    assert Checker(entails=Sure(0.9))(TRUE, cited(PASSAGE)) == Checker()(TRUE, cited(PASSAGE))


def test_it_lets_nothing_through_that_the_rest_withholds() -> None:
    sure = Sure(1.0)
    assert not Checker(entails=sure)("The Inspectorate reported that visits were frequent.", cited(PASSAGE)).supported
    assert not Checker(entails=sure).claim("Nine in ten visits were cancelled.", [PASSAGE.text]).supported
    assert not sure.asked


def test_it_is_told_who_speaks_and_when() -> None:
    sure = Sure(0.9)
    Checker(entails=sure)(TRUE, cited(PASSAGE, OTHER))
    assert sure.asked == [(TRUE, (f"The Inspectorate (February 2017): {PASSAGE.text}",))], "and only of the passage that the sentence rests on"


def test_a_bare_text_is_its_own_premise() -> None:
    assert premise(cited(Passage("d#3", "d", 3, "It rained.", Kind.COMMENT, "comment 1"))[0]) == "It rained."
    assert not Checker(entails=Sure(0.1)).claim("Visits were rare.", [PASSAGE.text]).supported


@pytest.mark.parametrize(
    ("scores", "labels", "wanted"),
    [
        ([0.0, 5.0, 0.0], ["contradiction", "entailment", "neutral"], 0.987),
        ([5.0, 0.0], ["not_entailment", "entailment"], 0.007),
        ([2.0], ["LABEL_0"], 0.881),
    ],
)
def test_the_label_that_says_entailment_is_read(scores: list[float], labels: list[str], wanted: float) -> None:
    assert CrossEncoderEntailment(Scored(scores, labels))("It rained.", ["Rain fell."]) == [pytest.approx(wanted, abs=0.001)]


def test_a_model_without_such_a_label_is_refused_with_the_labels_it_has() -> None:
    with pytest.raises(ModelUnavailable, match=r"none of its labels \(cat, dog\) says entailment"):
        CrossEncoderEntailment(Scored([1.0, 2.0], ["cat", "dog"]))("It rained.", ["Rain fell."])


def test_a_folder_that_is_not_there_is_one_line_that_names_it(tmp_path: Path) -> None:
    judge = checker(Settings(tmp_path, entailment_model=str(tmp_path / "nowhere")), WordEmbedder())
    with pytest.raises(ModelUnavailable, match=r"cross-encoder .*nowhere: cannot be loaded"):
        judge(TRUE, cited(PASSAGE))


@pytest.mark.model
def test_a_cross_encoder_from_a_folder_is_loaded_and_asked(tmp_path: Path) -> None:
    transformers = pytest.importorskip("transformers")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *["staff", "at", "the", "hub", "told", "us", "that", "visits", "were", "rare", "."]]
    (tmp_path / "vocab.txt").write_text("\n".join(words))
    labels = {0: "contradiction", 1: "entailment", 2: "neutral"}
    small = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16, "vocab_size": len(words)}
    shape = transformers.BertConfig(**small, id2label=labels, label2id={name: at for at, name in labels.items()})
    transformers.BertForSequenceClassification(shape).save_pretrained(tmp_path)
    transformers.BertTokenizerFast(vocab_file=str(tmp_path / "vocab.txt")).save_pretrained(tmp_path)
    (tmp_path / "tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "BertTokenizer", "model_max_length": 64}))
    first, second = CrossEncoderEntailment(SentenceTransformerCrossEncoder(str(tmp_path)))("visits were rare .", ["staff told us .", "the hub " * 100])
    assert 0 < first < 1 and 0 < second < 1


def test_passages_are_made_ready_one_by_one_until_the_answer_is_done() -> None:
    begun, go_on, seen = Event(), Event(), []

    class Slow:
        def __call__(self, sentence: str, texts: Sequence[str]) -> list[float]:
            seen.append(sentence)
            begun.set()
            go_on.wait(20)
            return [0.0] * len(texts)

    with ahead(Checker(Slow()), cited(PASSAGE, OTHER)):
        assert begun.wait(20)
        assert seen == [PASSAGE.text]
        go_on.set()
    assert len(seen) <= 2, "nothing is made ready after the block"
