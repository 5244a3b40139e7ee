"""The note that ships as an example, made with the real embedding model: every sentence goes back to its passage, in Word too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.note import export, writing
from assistant.note.asking import inquiry_file
from assistant.note.note import BriefingNote, said
from assistant.verify.checker import Checker
from assistant.verify.closeness import EmbeddingCloseness
from corpus.readers import digests
from index.embed import SentenceTransformerEmbedder
from index.search import Index
from tests.docx_notes import faults, footnotes

pytestmark = [pytest.mark.model, pytest.mark.slow]
DAY = "2018-03-20"


@pytest.fixture(scope="module")
def note(real_embedder: SentenceTransformerEmbedder, tmp_path_factory: pytest.TempPathFactory) -> BriefingNote:
    index = Index(tmp_path_factory.mktemp("noted"), real_embedder)
    for document in digests.bundled():
        index.put(document)
    asked = inquiry_file.read(inquiry_file.bundled())
    asked = replace(asked, terms=asked.terms[2:4], words=1200)
    return writing.write(asked, index, Checker(EmbeddingCloseness(real_embedder), asked_by=index.speaker_of), today=DAY)


def test_every_term_is_spoken_to_by_sources_of_more_than_one_standing(note: BriefingNote) -> None:
    for theme in (section for section in note.walk() if section.name in ("themes/1", "themes/2")):
        assert sum(1 for inner in theme.sections if any(said(inner))) >= 2, theme.heading


def test_every_quotation_stands_to_the_letter_in_a_passage_that_it_cites(note: BriefingNote) -> None:
    told = [each for section in note.walk() for each in said(section)]
    assert len(told) > 20
    for each in told:
        cited = [note.citations[number - 1].passage.text for number in each.citations]
        assert each.quoted and all(any(words in text for text in cited) for words in each.quoted), each.text


def test_every_footnote_of_the_word_file_goes_back_to_its_passage(note: BriefingNote) -> None:
    docx = export.made(note, ".docx")
    assert len(footnotes(docx)) >= len(note.citations)
    assert faults(docx, note) == []


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_the_other_formats_tell_every_reference(note: BriefingNote, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"note{suffix}"
    export.write(note, path)
    text = path.read_text("utf-8")
    assert text.count("digest of") >= len(note.citations)
    assert "http://" not in text.replace("http://www.w3.org", "")
