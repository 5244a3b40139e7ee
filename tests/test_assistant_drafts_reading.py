"""A draft is read whole: every sentence once, in its paragraph, with its notes, whatever file it comes in."""

from __future__ import annotations

import io
import sys
import time
from pathlib import Path

import pytest

from assistant.drafts.draft import BadDraft, Drafted
from assistant.drafts.reading import MOST_BYTES, of_bytes, of_markdown, read
from tests.test_corpus_docx import note, para, run, word


def texts(markdown: str) -> list[str]:
    return [sentence.text for sentence in of_markdown(markdown).sentences]


def first(markdown: str) -> Drafted:
    return of_markdown(markdown).sentences[0]


@pytest.mark.parametrize(
    ("markdown", "sentences"),
    [
        ("One here. Two there.", ["One here.", "Two there."]),
        ("Broken over\nlines. As\ntext is.", ["Broken over lines.", "As text is."]),
        ("X said: “One thing. Another thing.” Then more.", ["X said: “One thing. Another thing.”", "Then more."]),
        ('X said: "One thing. Another thing." Then more.', ['X said: "One thing. Another thing."', "Then more."]),
        ("X said: ‘One thing. Another’s thing. A third.’ Then more.", ["X said: ‘One thing. Another’s thing. A third.’", "Then more."]),
        ("The hon. Friend at col. 5 said so.", ["The hon. Friend at col. 5 said so."]),
        ("It was said. “so it was,” he said.", ["It was said.", "“so it was,” he said."]),
        ("**Bold** and *slanted* and `code` and a [link](https://example.org/a_b).", ["Bold and slanted and code and a link."]),
        ("A snake_case name and 5 \\* 3.", ["A snake_case name and 5 * 3."]),
        ("- First point.\n- Second point.\n  It goes on.", ["First point.", "Second point.", "It goes on."]),
        ("1. First point.\n2. Second point.", ["First point.", "Second point."]),
        ("---\ntitle: Left out\n---\nKept here.", ["Kept here."]),
        ("Before it.\n\n```\ncode.\n```\n\nAfter it.", ["Before it.", "After it."]),
        ("Called here.[^1] And here.[^b]\n\n[^1]: A note. Of two sentences.\n[^b]: Another.", ["Called here.", "And here."]),
        ("Numbered here.[1] And raised here.² The end.", ["Numbered here.", "And raised here.", "The end."]),
        ("| Year | Cases |\n|---|---|\n| 2015 | 20 |", ["| Year | Cases |", "| 2015 | 20 |"]),
        ("X wrote:\n\n> A long\n> quotation. In two.\n\nAfter it.", ["X wrote: “A long quotation. In two.”", "After it."]),
        ("X wrote:\n\n    A long quotation\n    set in.\n\nAfter it.", ["X wrote: “A long quotation set in.”", "After it."]),
        ("X wrote:\n\n> “One.”\n\n> Two.", ["X wrote: “One.”", "X wrote: “Two.”"]),
        ("> Nobody leads this in.", ["“Nobody leads this in.”"]),
        ("X wrote:\n\nNothing.", ["X wrote:", "Nothing."]),
        ("It ends with:", ["It ends with:"]),
    ],
)
def test_sentences_are_those_a_reader_sees(markdown: str, sentences: list[str]) -> None:
    assert texts(markdown) == sentences
    assert texts(markdown.replace("\n", "\r\n").replace("\r\n", "\n")) == sentences


@pytest.mark.parametrize("markdown", ["# A heading", "A heading\n=====", "A heading\n---", "A heading", "**A heading**"])
def test_headings_are_told_apart_and_count_as_no_paragraph(markdown: str) -> None:
    draft = of_markdown(f"{markdown}\n\nA sentence of text. Another.\n\nA third.")
    assert [(s.heading, s.paragraph) for s in draft.sentences] == [(True, 0), (False, 1), (False, 1), (False, 2)]


def test_a_note_goes_with_the_sentence_that_calls_it() -> None:
    draft = of_markdown("One.[^a] Two,[^b] it goes on.[^c] Three.\n\n[^a]: First\n  goes on.\n[^b]: Second.\n[^c]: Third.")
    assert [s.notes for s in draft.sentences] == [("First goes on.",), ("Second.", "Third."), ()]


def test_a_sentence_ends_after_its_own_marks() -> None:
    markdown = "One *here*.[^a] Two.\n\n> Quoted **so**.[1]\n\n[^a]: Note."
    ends = [markdown[: s.stop] for s in of_markdown(markdown).sentences]
    assert ends[0].endswith("One *here*.[^a]") and ends[1].endswith("Two.") and ends[2].endswith("so**.[1]")


def test_a_word_draft_is_read_with_its_headings_and_footnotes() -> None:
    body = para("Merrow", "berschrift1") + para(run("Lord Oak said so.") + note(2) + run(" We ask why.")) + para("A second paragraph.")
    sentences = of_bytes(word(body), "draft.docx").sentences
    assert [(s.text, s.heading, s.paragraph) for s in sentences] == [
        ("Merrow", True, 0), ("Lord Oak said so.", False, 1), ("We ask why.", False, 1), ("A second paragraph.", False, 2),
    ]  # fmt: skip
    assert sentences[1].notes == ("Harrowdale Council, Annual return.",)


def test_a_draft_comes_from_standard_input_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Said so.")))
    assert [s.text for s in read("-").sentences] == ["Said so."]


@pytest.mark.parametrize(
    ("data", "name", "says"),
    [
        (b"", "a.md", "holds no sentence"), (b"# Only a heading", "a.md", None), (b"%PDF-1.7", "a.pdf", "save it as one of these"),
        (b"caf\xe9", "a.md", "UTF-8"), (b"PK\x03\x04rubbish", "a.docx", "no Word file"),
        (b"a" * (MOST_BYTES + 1), "a.md", "split it"), (b"So it is. " * 2500, "a.md", "2,000"),
    ],
)  # fmt: skip
def test_what_is_no_draft_is_one_line(data: bytes, name: str, says: str | None) -> None:
    if says is None:
        assert of_bytes(data, name)
        return
    with pytest.raises(BadDraft) as refused:
        of_bytes(data, name)
    assert says in str(refused.value) and name in str(refused.value) and "\n" not in str(refused.value)


def test_a_path_that_leads_nowhere_is_one_line(tmp_path: Path) -> None:
    for place in (tmp_path / "none.md", tmp_path):
        with pytest.raises(BadDraft, match="there is no such file"):
            read(str(place))


@pytest.mark.parametrize("bad", ["[" * 60_000, "*" * 60_000, "“" * 20_000, "> " * 30_000, "a](" * 20_000, "<a " * 20_000, "[^1]: x\n" * 8_000, "_" * 60_000])
def test_odd_text_takes_no_time(bad: str) -> None:
    since = time.monotonic()
    of_markdown(f"Before it. {bad}")
    of_markdown(bad)
    assert time.monotonic() - since < 3
