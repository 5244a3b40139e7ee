"""Text with what printers change evened out: quotation marks, dashes, spaces, notes' marks, characters that do not show."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.characters import visible

_NOTE = re.compile(r"\s?\[\d{1,3}\]")
_MARKS = re.compile(r"(?:\s*\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\])+(?=[\s.,;:!?]|$)")
_NUMBER = re.compile(r"\d+")
_QUOTES = re.compile(r"[“”„‟\"«»]|(?<![^\W\d_])['‘’]|['‘’](?![^\W\d_])")


def cited_in(sentence: str) -> tuple[str, list[int]]:
    """The sentence without its citation marks (``[1]``, ``[1, 3]``), and the numbers they gave. A mark within a quotation is the source's."""
    ends = sentence.rfind("”")
    begins = sentence.find("“")
    numbers: list[int] = []

    def drop(mark: re.Match[str]) -> str:
        if begins >= 0 and begins < mark.start() < ends:
            return mark[0]
        numbers.extend(int(number) for number in _NUMBER.findall(mark[0]))
        return ""

    return " ".join(_MARKS.sub(drop, visible(sentence)).split()), numbers


@lru_cache(maxsize=4096)
def even(text: str) -> str:
    """The text as quotations are compared: no quotation marks, one sort of dash and apostrophe, single spaces, no marks of notes."""
    text = _NOTE.sub("", visible(text)).replace("…", "...")
    text = _QUOTES.sub(" ", text).replace("’", "'").replace("‘", "'")
    text = re.sub(r"\s*[‐‑‒–—―-]+\s*", "-", text)
    text = re.sub(r"\s*\.\.\.+\s*|(?:\s\.){3}\s*", " ... ", text)
    text = re.sub(r"\s+([,.;:!?)])", r"\1", text)
    return " ".join(text.split())
