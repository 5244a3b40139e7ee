"""What a home's documents explain is found either way about, and goes with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.document import Document, Kind, Passage
from index.catalogue import Catalogue
from index.spelling import Alternative
from index.words import KeywordIndex, Words

DEFINED = "The Harbour Rescue Companies (HRCs) run the ferries."


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "catalogue.sqlite")
    yield opened
    opened.close()


def document(identity: str, *texts: str) -> Document:
    passages = [Passage(f"{identity}#{n}", identity, n, text, Kind.DEBATE, f"para {n}") for n, text in enumerate(texts, start=1)]
    return Document(identity, f"Title of {identity}", Kind.DEBATE, f"/saved/{identity}.txt", "0" * 64, tuple(passages))


def asked(catalogue: Catalogue, question: str) -> list[Alternative]:
    catalogue.glossary.settle()
    return catalogue.glossary.alternatives(question)


def test_a_short_form_is_looked_for_as_its_long_one_and_the_other_way_about(catalogue: Catalogue) -> None:
    catalogue.replace(document("ferries", DEFINED))
    assert asked(catalogue, "What do the HRCs do?") == [Alternative("HRC", "Harbour Rescue Companies")]
    assert asked(catalogue, "What does a harbour rescue company do?") == [Alternative("harbour rescue company", "HRC")]
    assert asked(catalogue, "What do ferries do?") == []


def test_case_tells_a_short_form_from_a_word(catalogue: Catalogue) -> None:
    catalogue.replace(document("whales", "the Whale Harbour Office (WHO)"))
    assert asked(catalogue, "who said so?") == []
    assert asked(catalogue, "what did the WHO say?") == [Alternative("WHO", "Whale Harbour Office")]


def test_what_a_document_explained_goes_with_it(catalogue: Catalogue) -> None:
    catalogue.replace(document("ferries", DEFINED))
    assert asked(catalogue, "HRC")
    catalogue.replace(document("ferries", "Nothing is explained."))
    assert asked(catalogue, "HRC") == []
    catalogue.replace(document("ferries", DEFINED))
    assert asked(catalogue, "HRC")
    catalogue.remove("ferries")
    assert asked(catalogue, "HRC") == []


def test_the_meaning_given_most_often_comes_first(catalogue: Catalogue) -> None:
    catalogue.replace(document("one", "a Fog Bell (FB)"))
    catalogue.replace(document("two", "the Ferry Board (FB)", "the Ferry Boards (FBs)"))
    assert [found.other for found in asked(catalogue, "FB")] == ["Ferry Board", "Fog Bell"]


def test_the_longest_phrase_known_is_the_one_meant(catalogue: Catalogue) -> None:
    catalogue.replace(document("one", "Harbour Rescue (HR)", DEFINED))
    assert asked(catalogue, "a harbour rescue company") == [Alternative("harbour rescue company", "HRC")]


def test_learning_again_reads_nothing(catalogue: Catalogue) -> None:
    catalogue.replace(document("ferries", DEFINED))
    catalogue.glossary.settle()
    statements: list[str] = []
    catalogue._db.set_trace_callback(statements.append)
    catalogue.glossary.settle()
    assert not [each for each in statements if "passage" in each]


def test_learning_anew_counts_nothing_twice(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue.replace(document("ferries", DEFINED))
    catalogue.glossary.settle()
    monkeypatch.setattr("index.glossary._FORM", 99)
    catalogue.glossary.settle()
    assert catalogue._db.execute("SELECT sum(count) FROM definition").fetchone() == (1,)


def test_a_file_of_the_version_before_is_learned_from(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    made = Catalogue(path)
    made.replace(document("ferries", DEFINED))
    made.close()
    with sqlite3.connect(path) as db:
        db.execute("DROP INDEX passage_speaker")
        db.execute("DROP TABLE definition")
        db.execute("ALTER TABLE document DROP COLUMN learned")
        db.execute("PRAGMA user_version = 2")
    opened = Catalogue(path)
    assert asked(opened, "HRC") == [Alternative("HRC", "Harbour Rescue Companies")]
    opened.close()


# the keyword index with it ---------------------------------------------------------------------------------------------


def test_the_words_find_what_is_written_another_way(tmp_path: Path) -> None:
    texts = ["The HRC was slow.", "The Harbour Rescue Company was slow.", "The company of the harbour was slow.", "The ferry was slow."] + ["Slow."] * 20
    words = KeywordIndex(tmp_path)
    words.put(Words(key, text, "") for key, text in enumerate(texts))
    assert {key for key, _ in words.best("HRC", 5)} == {0}
    assert {key for key, _ in words.best("HRC", 5, alternatives=[Alternative("HRC", "Harbour Rescue Companies")])} == {0, 1}
    assert 0 in {key for key, _ in words.best("harbour rescue company", 5, alternatives=[Alternative("harbour rescue company", "HRC")])}


def test_a_phrase_counts_no_more_than_the_common_word_it_stands_for(tmp_path: Path) -> None:
    texts = ["The HRC was late."] * 30 + ["The Harbour Rescue Company was quick.", "The HRC held a drill in Wexcombe."]
    words = KeywordIndex(tmp_path)
    words.put(Words(key, text, "") for key, text in enumerate(texts))
    found = words.best("Wexcombe HRC", 3, alternatives=[Alternative("HRC", "Harbour Rescue Company")])
    assert found[0][0] == 31
    scores = dict(words.best("HRC", 40, alternatives=[Alternative("HRC", "Harbour Rescue Company")]))
    assert 0 < scores[30] <= scores[0]


def test_words_in_both_forms_count_once(tmp_path: Path) -> None:
    texts = ["The Harbour Rescue Company, or HRC.", "The HRC was here, or there."] + [f"Ferry {n}." for n in range(20)]
    words = KeywordIndex(tmp_path)
    words.put(Words(key, text, "") for key, text in enumerate(texts))
    scores = dict(words.best("HRC", 5, alternatives=[Alternative("HRC", "Harbour Rescue Company")]))
    assert scores[0] < 1.2 * scores[1]
