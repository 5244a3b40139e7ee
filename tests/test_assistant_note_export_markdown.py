"""A note as Markdown: whatever a source holds is text in it, for pandoc and for other readers."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pypandoc
import pytest
from markdown_it import MarkdownIt

from assistant.note.export import addresses, ast, body, markdown
from assistant.note.export.notes import Footnotes
from assistant.note.note import BriefingNote
from tests.hostile_notes import hostile
from tests.notes import rich

OURS = {
    "Header", "Str", "Space", "SoftBreak", "LineBreak", "Para", "Plain", "Strong", "Link", "Note", "BlockQuote", "BulletList", "OrderedList", "Decimal",
    "Period", "Table", "AlignDefault", "AlignLeft", "ColWidth", "ColWidthDefault",
}  # fmt: skip


def read(markdown: bytes, form: str) -> list[Any]:
    done = subprocess.run([pypandoc.get_pandoc_path(), "--from", form, "--to", "json"], input=markdown, capture_output=True, check=True)
    assert json.loads(done.stdout)["meta"] == {}
    return json.loads(done.stdout)["blocks"]


def words(blocks: list[Any]) -> str:
    """Every letter, notes where they stand, without the spaces."""
    return "".join(each["c"] for each in ast.inner(blocks) if each["t"] == "Str").replace("\u00a0", "")


def written(note: BriefingNote) -> list[Any]:
    manner = body.Manner(2, Footnotes(note.citations, addresses.whole), addresses.whole, lambda _: [], lambda word: ast.strong(ast.words(f"[{word}]")))
    return body.blocks(note.sections, manner)


def test_hostile_text_is_text_and_all_of_it_comes_back() -> None:
    blocks = read(markdown.made(hostile()), "markdown-smart")
    assert {each["t"] for each in ast.inner(blocks)} <= OURS
    assert words(blocks).endswith(words(written(hostile())))


@pytest.mark.parametrize("form", ["markdown+emoji", "markdown+emoji+autolink_bare_uris+lists_without_preceding_blankline", "gfm"])
def test_hostile_text_is_text_to_other_readers_too(form: str) -> None:
    elements = list(ast.inner(read(markdown.made(hostile()), form)))
    assert {each["t"] for each in elements} <= OURS | {"Quoted", "DoubleQuote", "SingleQuote"}
    links = {each["c"][2][0] for each in elements if each["t"] == "Link"}
    assert links and all(link.startswith(("https://a.example/", "https://ok.example/", "http://evil.example/p.png", "http://bare.example/")) for link in links)


def test_commonmark_sees_no_html_no_code_and_no_pictures() -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(markdown.made(hostile()).decode())
    kinds = {inner.type for token in tokens for inner in (token, *(token.children or []))}
    assert not kinds & {"html_block", "html_inline", "code_inline", "code_block", "fence", "image", "em_open", "hr", "lheading_open", "bullet_list_open"}


def test_every_use_of_a_citation_has_a_footnote_and_a_later_one_names_the_first() -> None:
    told = markdown.made(rich()).decode()
    assert all(f"[^{number}]" in told and f"\n[^{number}]: " in told for number in range(1, 28)) and "[^28]" not in told
    assert "\n[^3]: SA Deb 8 June 2017, vol 12, col 516 (Brid Sandling, Islands Party) <https://assembly.saltmarsh.example/8-june#c516>." in told
    assert "\n[^5]: See note 3: Brid Sandling, debate, 8 June 2017, [col 516](https://assembly.saltmarsh.example/8-june#c516)." in told


def test_it_is_plain_to_read() -> None:
    told = markdown.made(rich()).decode()
    assert told.startswith("# Crossings to the outer islands\n\nIslands Committee · Brief for an evidence session\n\n8 March 2018\n\nPrepared from 5 documents")
    assert "\n#### What official findings say\n" in told and "<span" not in told and "{#" not in told
    assert "\n> We found that the replacement vessel" in told, "a long quotation is set apart"
    assert "says under ‘Recommendations’: “We recommend that the authority publish" in told, "a short one is not"
    assert "| 1 December 2017 | **\\[Unverified\\]** An unnamed practitioner" in told


def test_the_picture_is_left_to_the_table() -> None:
    assert "![" not in markdown.made(rich()).decode() and "| May 2017 | The Association" in markdown.made(rich()).decode()
