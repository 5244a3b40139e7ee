"""What a reader cannot see is not kept: in a passage's words or in what is told of them; names that machines use stay as they are."""

from __future__ import annotations

import pytest

from corpus.characters import seen, visible
from corpus.document import Document, Kind, Origin, Passage

HIDDEN = "\u200b\u202e\u00ad\ufeff\U000e0041\ufe0f"


def document(*passages: Passage) -> Document:
    return Document("d", f"A ti{HIDDEN}tle", Kind.COMMENT, f"/saved/{HIDDEN}d.txt", "0" * 64, passages)


def test_hidden_characters_go_from_words_and_from_all_that_is_told_of_them() -> None:
    origin = Origin(f"comment 5{HIDDEN} on a page")
    passage = Passage(
        "d#1", "d", 1, f"Vis{HIDDEN}its were rare.", Kind.COMMENT, "comment 1", speaker=f"{HIDDEN}A reader", headings=(f"O{HIDDEN}ne",), origin=origin
    )
    kept = seen(document(passage))
    assert kept.title == "A title" and kept.passages[0].origin == Origin("comment 5 on a page")
    assert (kept.passages[0].text, kept.passages[0].speaker, kept.passages[0].headings) == ("Visits were rare.", "A reader", ("One",))


def test_ids_and_addresses_stay_so_that_a_source_can_be_found_again() -> None:
    passage = Passage(f"d#{HIDDEN}", "d", 1, "Words.", Kind.COMMENT, "comment 1", url=f"https://example.org/{HIDDEN}")
    kept = seen(document(passage))
    assert kept.source == f"/saved/{HIDDEN}d.txt" and kept.passages == (passage,)


def test_a_passage_of_hidden_characters_alone_goes() -> None:
    assert seen(document(Passage("d#1", "d", 1, HIDDEN, Kind.COMMENT, "comment 1"))).passages == ()


@pytest.mark.parametrize("text", ["naïve café", "£277 million – “not a fixed figure”…", "Ἀθῆναι", "10 ½ °C", "東京", "a | b\nc | d"])
def test_what_can_be_seen_stays_whatever_script_it_is_in(text: str) -> None:
    assert visible(text) == text


def test_control_characters_that_part_words_are_spaces() -> None:
    assert visible("one\ttwo\u2028three\x1b[31mfour") == "one two threefour"
