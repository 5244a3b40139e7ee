"""Citation marks in a model's text: ``[1]``, ``[1, 3]``, ``[1-3]``, ``[1][2]``, ``[passage 2]``, ``【2】``."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = r"(?:(?:passages?|sources?|citations?|nos?\.)\s?)?"
_NUMBERS = rf"[\^#]?{_WORD}\d{{1,4}}(?:\s?(?:,|;|-|–|—|&|and|to)\s?{_WORD}\d{{1,4}}){{0,30}}"
MARK = re.compile(
    rf"[\[［【⟦](?!\d{{4}}\]\s[A-Z]{{2}})\s?(?P<numbers>{_NUMBERS})(?:†[^\[\]【】]{{0,60}})?\s?[\]］】⟧]"
    r"|\((?P<worded>(?:passages?|sources?)\s\d{1,4}(?:\s?(?:,|;|-|–|—|&|and|to)\s?\d{1,4}){0,30})\)",
    re.IGNORECASE,
)
"""One mark. A year in square brackets that capitals follow is a law report's (``[2017] UKSC 51``)."""
_RANGE = re.compile(r"(\d{1,4})\s?(?:-|–|—|to)\s?[a-z. ]*(\d{1,4})|(\d{1,4})", re.IGNORECASE)
_WIDEST = 20  # a range of more is taken as its two ends


def numbers(mark: re.Match[str]) -> Iterator[int]:
    """The numbers of one mark in order, a range spelt out."""
    for first, last, alone in _RANGE.findall(mark["numbers"] or mark["worded"]):
        if alone:
            yield int(alone)
        elif int(first) <= int(last) <= int(first) + _WIDEST:
            yield from range(int(first), int(last) + 1)
        else:
            yield from (int(first), int(last))


def parted(text: str) -> tuple[str, tuple[int, ...]]:
    """The text without its marks, and their numbers, each once; marks before the first word count only where there are no others."""
    led = _led(text)
    later = [number for mark in MARK.finditer(text, led) for number in numbers(mark)]
    found = later or [number for mark in MARK.finditer(text[:led]) for number in numbers(mark)]
    bare = re.sub(r"[ \n]+", " ", MARK.sub("", text))
    return re.sub(r" +(?=[.,;:?!…”’)])", "", bare).strip(), tuple(dict.fromkeys(found))


def _led(text: str) -> int:
    """Where the marks at the beginning end."""
    at = 0
    while mark := MARK.match(text, at):
        at = mark.end()
        at += len(text[at:]) - len(text[at:].lstrip())
    return at
