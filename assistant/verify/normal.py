"""Text with what printers change evened out: quotation marks, dashes, spaces, notes' marks, characters that do not show."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from corpus.characters import visible

_NOTE = re.compile(r"\s?\[\d{1,3}\]")
_MARKS = re.compile(r"(?:\s*\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\])+(?=[\s.,;:!?]|$)")
_ROUNDED = re.compile(
    r"(?i)(?<!\d)(?<!section)(?<!clause)(?<!paragraph)(?<!para)(?<!article)(?<!regulation)(?<!rule)(?<!schedule)(?<!number)(?<!point)(?<!part)(?<!item)"
    r"\s\((?P<number>\d{1,2})\)(?=[.!?]?$)"
)
_NUMBER = re.compile(r"\d+")
_QUOTES = re.compile(r"[“”„‟\"«»]|(?<![^\W\d_])['‘’]|['‘’](?![^\W\d_])")


def cited_in(sentence: str, known: Collection[int] = ()) -> tuple[str, list[int]]:
    """The sentence without its citation marks (``[1]``, ``[1, 3]``), and the numbers they gave. A mark within a quotation is the source's.

    ``(3)`` at the end is one as well where 3 is among ``known`` numbers and it belongs to no section or paragraph of an Act.
    """
    ends = sentence.rfind("”")
    begins = sentence.find("“")
    numbers: list[int] = []

    def drop(mark: re.Match[str]) -> str:
        if begins >= 0 and begins < mark.start() < ends:
            return mark[0]
        numbers.extend(int(number) for number in _NUMBER.findall(mark[0]))
        return ""

    bare = " ".join(_MARKS.sub(drop, visible(sentence)).split())
    rounded = _ROUNDED.search(bare)
    if rounded and int(rounded["number"]) in known:
        return bare[: rounded.start()] + bare[rounded.end() :], [*numbers, int(rounded["number"])]
    return bare, numbers


@lru_cache(maxsize=4096)
def even(text: str) -> str:
    """The text as quotations are compared: no quotation marks, one sort of dash and apostrophe, single spaces, no marks of notes."""
    text = _NOTE.sub("", visible(text)).replace("…", "...")
    text = _QUOTES.sub(" ", text).replace("’", "'").replace("‘", "'")
    text = re.sub(r"\s*[‐‑‒–—―-]+\s*", "-", text)
    text = re.sub(r"\s*\.\.\.+\s*|(?:\s\.){3}\s*", " ... ", text)
    text = re.sub(r"\s+([,.;:!?)])", r"\1", text)
    return " ".join(text.split())
