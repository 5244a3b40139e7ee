"""Markup of others: all its words, none of its tricks."""

from __future__ import annotations

import time

import pytest

from corpus import markup
from corpus.unreadable import UnreadableDocument

WORDS = [
    ("<p>one <!-- c --> two<?pi x?> three</p>", "one two three"),
    ("<p>one<br/>two</p>", "one two"),
    ("<div><p>one</p><p>two</p>three<i>f</i>our</div>", "one two threefour"),
    ("<p>£<b>4</b>5·8</p>", "£45·8"),
]


@pytest.mark.parametrize(("written", "words"), WORDS)
def test_the_words_of_an_element_are_all_there_and_run_together_only_where_they_do_on_the_page(written: str, words: str) -> None:
    assert markup.words(markup.parse_xml(written.encode(), "x")) == words


def test_a_table_is_a_caption_and_a_line_a_row() -> None:
    table = "<table><caption>Ships</caption><tr><th>Port</th><th>Number</th></tr><tr><td><p>a</p><p>b</p></td><td></td></tr><tr><td/></tr></table>"
    assert markup.table_text(markup.parse_xml(table.encode(), "x")) == "Ships\nPort | Number\na b |"


def test_a_table_without_rows_keeps_its_words() -> None:
    assert markup.table_text(markup.parse_xml(b"<table>just <b>words</b></table>", "x")) == "just words"


BOMBS = {
    "laughs": "<!DOCTYPE a [<!ENTITY e0 'ha'>" + "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12)) + "]><a>&e11;</a>",
    "quadratic": f"<!DOCTYPE a [<!ENTITY e '{'ha' * 50_000}'>]><a>{'&e;' * 50_000}</a>",
    "outside": '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>',
    "deep": "<a>" * 100_000 + "</a>" * 100_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_an_entity_bomb_is_refused_in_a_line_and_at_once(name: str) -> None:
    began = time.monotonic()
    try:
        told = markup.words(markup.parse_xml(BOMBS[name].encode(), "x"))
    except UnreadableDocument as refused:
        told = str(refused)
        assert "\n" not in told
    assert "root:" not in told and len(told) < 1_000
    assert time.monotonic() - began < 2
