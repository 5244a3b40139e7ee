"""An answer that a model writes: shown only as far as the record bears it, its citations mended, the rest withheld; else quotations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.chain import QUOTATION, AnswerChain, Asked
from assistant.models.failure import BadModel, ModelFailed, Unreachable
from assistant.opening import CannotWrite, open_chain
from assistant.settings import Settings
from assistant.writing.written import NotAnswered, Written
from corpus.document import Document, Kind, Passage
from index.hits import Hit
from index.search import Index
from tests.conftest import WordEmbedder

QUESTION = "How was telephone supervision used in Rutland?"
TRUE = "HM Inspectorate of Probation found that telephone supervision in Rutland was used for 40% of cases."
PHRASES = {
    "report#1": "We found that telephone supervision in Rutland was used for 40% of cases.",
    "report#2": "Offices in Rutland closed on Fridays, and telephone supervision took place from home.",
    "comment#1": "Telephone supervision in Rutland is a scandal.",
}


class Scripted:
    """A writer that says what it is told to; ``fails`` is raised after the last sentence."""

    mode = "openai:scripted"

    def __init__(self, *said: Written, second: Written | None = None, fails: Exception | None = None) -> None:
        self.said, self.second, self.fails = said, second, fails
        self.told: list[tuple[str, str, list[int]]] = []
        self.numbers: dict[str, int] = {}

    def write(self, question: str, hits: Sequence[Hit]) -> Iterator[Written]:
        self.numbers = {hit.passage.id: number for number, hit in enumerate(hits, start=1)}
        for written in self.said:  # citations are scripted by passage id, as the ranking is not the matter here
            yield Written(written.text, tuple(self.numbers.get(str(each), 99) for each in written.citations))
        if self.fails:
            raise self.fails

    def rewrite(self, sentence: Written, reason: str, passages: Mapping[int, Hit]) -> Written | None:
        self.told.append((sentence.text, reason, list(passages)))
        return self.second and Written(self.second.text, tuple(self.numbers[str(each)] for each in self.second.citations))


def said(text: str, *ids: str) -> Written:
    return Written(text, ids)  # type: ignore[arg-type]  # see `Scripted.write`


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Index:
    made = Index(tmp_path, embedder)
    report = [Passage(i, "report", n, PHRASES[i], Kind.INSPECTION_REPORT, f"para {n}", date="2017-04-20", body="HM Inspectorate of Probation")
              for n, i in enumerate(("report#1", "report#2"), start=1)]  # fmt: skip
    made.put(Document("report", "A Report on Rutland", Kind.INSPECTION_REPORT, "report.txt", "1", tuple(report), publisher="HM Inspectorate of Probation"))
    comment = Passage("comment#1", "comment", 1, PHRASES["comment#1"], Kind.COMMENT, "comment 1")
    made.put(Document("comment", "A Page on Rutland", Kind.COMMENT, "comment.txt", "2", (comment,)))
    return made


def ask(index: Index, writer: Scripted | CannotWrite) -> Answer:
    return AnswerChain(index, writer=writer).invoke(Asked(QUESTION))


def test_what_the_record_bears_is_shown_with_its_citation_and_named_as_the_models(index: Index) -> None:
    answer = ask(index, Scripted(said(TRUE, "report#1")))
    assert [sentence.text for sentence in answer.sentences] == [TRUE]
    assert answer.mode == "openai:scripted" and answer.notice is None and not answer.withheld
    assert [answer.citations[n - 1].passage.id for n in answer.sentences[0].citations] == ["report#1"]


@pytest.mark.parametrize(
    "wrong",
    [
        said(TRUE.replace("40%", "45%"), "report#1"),
        said("HM Inspectorate of Probation called telephone supervision in Rutland a scandal.", "comment#1"),
        said("Hedgehogs crossed the bypass in Cornwall in record numbers.", "report#1"),
    ],
)
def test_what_the_record_does_not_bear_is_withheld_with_the_reason(index: Index, wrong: Written) -> None:
    answer = ask(index, Scripted(said(TRUE, "report#1"), wrong))
    assert [sentence.text for sentence in answer.sentences] == [TRUE]
    assert [withheld.text for withheld in answer.withheld] == [wrong.text] and answer.withheld[0].reason.endswith(".")


@pytest.mark.parametrize("ids", [("report#2",), (), ("nowhere#9",)])
def test_a_true_sentence_with_the_wrong_citation_or_none_is_given_the_right_one(index: Index, ids: tuple[str, ...]) -> None:
    answer = ask(index, Scripted(said(TRUE, *ids)))
    assert [answer.citations[n - 1].passage.id for n in answer.sentences[0].citations] == ["report#1"]
    assert not answer.withheld


def test_a_failed_sentence_is_written_once_more_told_why_and_shown_if_it_then_holds(index: Index) -> None:
    writer = Scripted(said(TRUE.replace("40%", "45%"), "report#1"), second=said(TRUE, "report#1"))
    answer = ask(index, writer)
    assert [sentence.text for sentence in answer.sentences] == [TRUE] and not answer.withheld
    (failed, reason, shown), *more = writer.told
    assert not more and "45" in failed and "45" in reason and writer.numbers["report#1"] in shown


def test_where_nothing_holds_the_record_is_quoted_and_what_was_withheld_is_told(index: Index) -> None:
    answer = ask(index, Scripted(said(TRUE.replace("40%", "45%"), "report#1")))
    assert answer.mode == QUOTATION and answer.sentences and all(sentence.quoted for sentence in answer.sentences)
    assert len(answer.withheld) == 1 and "openai:scripted" in (answer.notice or "")


@pytest.mark.parametrize("fails", [NotAnswered(), Unreachable("openai:scripted at http://127.0.0.1:1: nobody answers; start the server")])
def test_a_model_that_declines_or_fails_makes_place_for_quotations_and_the_reason_is_told(index: Index, fails: Exception) -> None:
    answer = ask(index, Scripted(fails=fails))
    assert answer.mode == QUOTATION and answer.sentences and answer.notice and (not isinstance(fails, ModelFailed) or "nobody answers" in answer.notice)


def test_what_held_before_a_model_broke_off_stays_and_the_break_is_told(index: Index) -> None:
    answer = ask(index, Scripted(said(TRUE, "report#1"), fails=Unreachable("openai:scripted: broke off; ask again")))
    assert answer.mode == "openai:scripted" and len(answer.sentences) == 1 and "broke off" in (answer.notice or "")


def test_nothing_is_shown_before_it_is_checked_and_the_answer_only_grows(index: Index) -> None:
    chain = AnswerChain(index, writer=Scripted(said(TRUE, "report#1"), said(TRUE.replace("40%", "45%"), "report#1"), said(TRUE, "report#1")))
    grown = list(chain.stream(Asked(QUESTION)))
    assert [len(answer.sentences) for answer in grown] == [0, 1, 1, 1]  # said twice, shown once
    assert all("45%" not in sentence.text for answer in grown for sentence in answer.sentences)


def test_a_question_that_the_record_does_not_answer_is_refused_and_no_model_asked(index: Index) -> None:
    class Never(Scripted):
        def write(self, question: str, hits: Sequence[Hit]) -> Iterator[Written]:
            raise AssertionError("asked")

    assert AnswerChain(index, writer=Never()).invoke(Asked("telephone supervision in Cornwall and Devon")).abstained


def test_a_model_that_cannot_be_had_leaves_the_quotation_and_says_what_to_do(index: Index, tmp_path: Path) -> None:
    answer = open_chain(index, Settings(tmp_path, model="parrot:polly")).invoke(Asked(QUESTION))
    assert answer.mode == QUOTATION and answer.sentences and "parrot" in (answer.notice or "")
    with pytest.raises(BadModel):
        list(CannotWrite("x", BadModel("no")).write("", []))


@pytest.mark.parametrize("writer", [None, Scripted(said("Lord Oak said that visits at the Rutland hub fell to 12 a week.", "debate#1"))])
def test_where_the_sources_differ_the_answer_ends_with_both_sides_dated(tmp_path: Path, embedder: WordEmbedder, writer: Scripted | None) -> None:
    index = Index(tmp_path, embedder)
    told = [
        ("report", Kind.INSPECTION_REPORT, "Visits at the Rutland hub fell to 40 a week.", None),
        ("debate", Kind.DEBATE, "Visits at the Rutland hub fell to 12 a week.", "Lord Oak"),
    ]
    for name, kind, words, who in told:
        body = "HM Inspectorate of Probation" if who is None else "House of Lords"
        passage = Passage(f"{name}#1", name, 1, words, kind, "para 1", speaker=who, date="2017-04-20", body=body)
        index.put(Document(name, f"A {name}", kind, f"/{name}", "0" * 64, (passage,), date="2017-04-20", publisher=body))
    *_, before, whole = AnswerChain(index, writer=writer).stream(Asked("How many visits at the Rutland hub a week?"))
    last = [sentence for sentence in whole.sentences if sentence.group == "Where the sources differ"]
    assert len(last) == 2 and whole.sentences[-2:] == tuple(last) and before.sentences == whole.sentences[:-2]
    assert ["40 a week" in each.text or "12 a week" in each.text for each in last] == [True, True]
    assert all("20 April 2017" in each.text for each in last)
