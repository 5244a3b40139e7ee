"""What a question says is looked for in the other ways of writing it."""

from __future__ import annotations

import pytest

from index.spelling import Alternative, other_spellings


@pytest.mark.parametrize(
    ("asked", "words", "other"),
    [
        ("Who spent £30m?", "30m", "30 million"),
        ("Who spent £30 million?", "30 million", "30m"),
        ("Who lost £1.2bn?", "2bn", "2 billion"),
        ("Who lost £1.2 billion?", "2 billion", "2bn"),
        ("the 70,258 places", "70,258", "70258"),
        ("the 70258 places", "70258", "70,258"),
        ("Did they co-operate?", "co-operate", "cooperate"),
        ("the coordination of ferries", "coordination", "co-ordination"),
        ("Are the HRCs paid?", "HRCs", "HRC"),
        ("Is the HRC paid?", "HRC", "HRCs"),
        ("What is PbR?", "PbR", "PbRs"),
    ],
)
def test_each_way_of_writing_has_the_other(asked: str, words: str, other: str) -> None:
    assert other_spellings(asked) == [Alternative(words, other)]


@pytest.mark.parametrize(
    "asked",
    [
        "in 2013-14",
        "the year 2013",
        "0.12345 of it",
        "Part 3A",
        "clause 4(2)",
        "who said it?",
        "the cost of coopering",
        "a ferry at 7",
        "£30",
        "McHale of Harwick",
        "",
    ],
)
def test_what_is_written_one_way_has_no_other(asked: str) -> None:
    assert other_spellings(asked) == []
