"""Sentences and chunks: spans of the text, in order, that leave no word out and no long run of sentences together."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import pairwise

import pytest

from index.chunk import LONGEST, Chunk, chunks, sentences

PIECES = (
    "My hon. Friend the Member for Harrowdale asked me that.", "The right hon. Lady is wrong!", "See col. 5 of the Official Report.", "Is that safe?",
    "It cost £1.2 million, i.e. 3.5% of it.", "“We were told nothing.", "I said, ‘Never again,’ and left.", "The report says: “Staff are tired. Some leave.”",
    'He called it "a shambles".', "[Interruption.]", "Nos. 3 to 7 were grouped, as in para. 3.12.", "rose—", "Mr. Finch v. the Crown (No. 2)…", "• a bullet",
    "On 3 Feb. 2017 Lord Ahmad of Wimbledon, the Parliamentary Under-Secretary of State, Home Office (Con) replied.", "caseloads", "(Lab)", "—", "”",
    "Dr. Trévaux wrote to www.example.org at 10.30 a.m. on Monday.", "U.K. law applies.", "Ünïcödé 案件 too.",
)  # fmt: skip
WORD = re.compile(r"\w+")


def texts() -> list[str]:
    """Texts of real-looking pieces, of noise, and of one word repeated; the same ones every time."""
    chance = random.Random(20170420)
    made = [" ".join(chance.choices(PIECES, k=chance.randint(1, 60))) for _ in range(60)]
    made += ["".join(chance.choices("ab .?!“”\"'‘’—…\n\t1£", k=chance.randint(0, 3000))) for _ in range(60)]
    return [*made, "", " ", "“”", "word " * 400, "x" * 3000, "One. " * 400]


TEXTS = texts()


def told(text: str) -> list[str]:
    return [text[sentence.start : sentence.stop] for sentence in sentences(text)]


@pytest.mark.parametrize("cut", [sentences, chunks, lambda text: chunks(text, 120)], ids=["sentences", "chunks", "short chunks"])
def test_spans_lie_in_the_text_one_after_another_and_leave_no_word_out(cut: Callable[[str], list[Chunk]]) -> None:
    for text in TEXTS:
        spans = cut(text)
        assert all(0 <= span.start <= span.stop <= len(text) for span in spans), text
        assert all(one.stop <= other.start for one, other in pairwise(spans)), text
        assert WORD.findall(text) == [word for span in spans for word in WORD.findall(text[span.start : span.stop])], text


def test_sentences_have_no_white_space_at_their_ends() -> None:
    for text in TEXTS:
        assert all(sentence and sentence == sentence.strip() for sentence in told(text)), text


@pytest.mark.parametrize("longest", [120, LONGEST])
def test_a_chunk_of_more_than_one_sentence_keeps_to_the_limit(longest: int) -> None:
    several = 0
    for text in TEXTS:
        for chunk in chunks(text, longest):
            within = [s for s in sentences(text) if chunk.start <= s.start and s.stop <= chunk.stop]
            several += len(within) > 1
            assert len(within) <= 1 or chunk.stop - chunk.start <= longest, text[chunk.start : chunk.stop]
    assert several > 100


@pytest.mark.parametrize("longest", [120, LONGEST])
def test_chunks_are_whole_sentences_and_as_many_as_fit(longest: int) -> None:
    for text in TEXTS:
        found = chunks(text, longest)
        if len(text) > longest and sentences(text):
            assert {chunk.start for chunk in found} <= {s.start for s in sentences(text)}
            assert {chunk.stop for chunk in found} <= {s.stop for s in sentences(text)}
            firsts = [next(s for s in sentences(text) if s.start == chunk.start) for chunk in found]
            assert all(first.stop - chunk.start > longest for chunk, first in zip(found, firsts[1:], strict=False)), "the next sentence would have fitted"


def test_a_text_within_the_limit_is_one_chunk_quotation_marks_and_all() -> None:
    for text in ("“All of it.”", "One. Two.", "“" + "x" * (LONGEST - 2) + "”"):
        assert chunks(text) == [Chunk(0, len(text))]
    assert len(chunks("One two three. " * 60)) == 1
    assert len(chunks("One two three. " * 61)) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My hon. Friend is right. See col. 5.", ["My hon. Friend is right.", "See col. 5."]),
        ("It cost £1.2 million. Is that safe?", ["It cost £1.2 million.", "Is that safe?"]),
        ("“Staff are tired. Some leave.”", ["Staff are tired.", "Some leave."]),
        ("He said: “We know. We wait.” Nobody came.", ["He said:  We know.", "We wait.", "Nobody came."]),
        ("We wait.” Then he left.", ["We wait.", "Then he left."]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [re.sub("[“”]", " ", sentence) for sentence in told(text)] == expected
