"""A passage's text into chunks short enough for the embedding model, each a span of the passage."""

from __future__ import annotations

import re
from dataclasses import dataclass

import sentencex

LONGEST = 900  # characters: with a context line about 230 word pieces, inside MiniLM's 256
_QUOTES = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A span of a passage's text: ``text[start:stop]``."""

    start: int
    stop: int


def sentences(text: str) -> list[Chunk]:
    """The sentences of ``text`` as spans, in order, without white space or quotation marks at their ends; none runs over the end of a
    line, which in a passage is that of a table's row.

    The library takes whatever stands between quotation marks for one sentence, and a speech is often quoted whole; so it is
    shown the text with blanks in their place.
    """
    unquoted = _QUOTES.sub(" ", text)
    found, at = [], 0
    for bare in (sentence.strip() for line in unquoted.split("\n") for sentence in sentencex.segment("en", line)):
        start = unquoted.find(bare, at)
        if bare and start >= 0:
            found.append(Chunk(start, start + len(bare)))
            at = start + len(bare)
    return found


def chunks(text: str, longest: int = LONGEST) -> list[Chunk]:
    """Spans of whole sentences of up to ``longest`` characters; one sentence that is longer is one chunk."""
    if len(text) <= longest:
        return [Chunk(0, len(text))]
    grown: list[Chunk] = []
    for sentence in sentences(text):
        if grown and sentence.stop - grown[-1].start <= longest:
            grown[-1] = Chunk(grown[-1].start, sentence.stop)
        else:
            grown.append(sentence)
    return grown or [Chunk(0, len(text))]
