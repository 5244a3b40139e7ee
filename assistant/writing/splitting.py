"""Sentences out of a text that is still being written, each as soon as it is certain to be whole."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.writing.lines import is_hard_end, is_prose, without_bullet
from assistant.writing.marks import MARK
from index.chunk import sentences

_WHOLE = re.compile(r"\]\s?[.?!][”’\"')]*$")  # nothing but a sentence ends so: no abbreviation has a mark before its stop
_LED = re.compile(r"\s*[\[［【]\d")
_TELLING = 6  # characters that tell a list's bullet or a heading from a sentence
_QUOTED = 900  # characters after which a quotation mark that is never closed is no longer believed


class Splitter:
    """Takes text piece by piece and gives whole sentences, as written, with the marks that belong to them."""

    def __init__(self) -> None:
        self._line = ""
        self._began = False  # the beginning of this line has been looked at
        self._skipped = False  # this line is no prose
        self._led = False  # this line has its marks before the sentences

    def feed(self, piece: str) -> list[str]:
        """The sentences that are whole now."""
        self._line += piece
        out: list[str] = []
        at = 0
        while (at := self._line.find("\n", at)) >= 0:
            hard = True if self._skipped else is_hard_end(self._line[:at], self._line[at + 1 :])
            if hard is None:
                return out  # what follows will tell
            if hard:
                out += self._ended(self._line[:at])
                self._line, at = self._line[at + 1 :], 0
            else:
                self._line = f"{self._line[:at]} {self._line[at + 1 :].lstrip()}"
        return out + self._growing()

    def end(self) -> list[str]:
        """The sentences of what is left."""
        rest, self._line = self._line, ""
        return [each for line in rest.split("\n") for each in self._ended(line)]

    def _ended(self, line: str) -> list[str]:
        self._begin(line)
        found = self._cut(line if self._began else without_bullet(line))
        self._began = False
        return found

    def _growing(self) -> list[str]:
        if not self._began and len(self._line) < _TELLING:
            return []
        if not self._began:
            self._begin(self._line)
            self._line, self._began = without_bullet(self._line), True
        if not self._led and _WHOLE.search(self._line.rstrip()) and not _is_open(self._line):
            whole, self._line = self._line, ""
            return self._cut(whole)
        found = self._cut(self._line)
        if len(found) > 1 and " " not in found[-1].strip():
            found = [*found[:-2], found[-2] + found[-1]]  # one word is not enough to tell
        self._line = found[-1] if found else self._line
        return found[:-1]

    def _begin(self, line: str) -> None:
        if not self._began:
            self._skipped, self._led = not is_prose(line), bool(_LED.match(without_bullet(line)))

    def _cut(self, text: str) -> list[str]:
        if self._skipped:
            return []
        ends = _boundaries(text, led=self._led)
        return [text[start:stop] for start, stop in zip([0, *ends], [*ends, len(text)], strict=True) if text[start:stop].strip()]


def _boundaries(text: str, *, led: bool) -> list[int]:
    """Where one sentence ends and the next begins: after the marks that follow it, or before those where marks come first."""
    bare, places = _without_marks(text)
    spans, ends, start = sentences(bare.replace("![", " [")), [], 0
    for one, other in pairwise(spans):
        gap = next((i for i in range(one.stop, other.start) if bare[i].isspace()), other.start)
        within = _is_open(bare[start:gap]) and gap - start < _QUOTED
        if within or bare[other.start].islower():
            continue
        ends.append(places[gap - 1] + 1 if led else _next(bare, gap, places))
        start = gap
    return ends


def _next(bare: str, gap: int, places: list[int]) -> int:
    while gap < len(bare) and bare[gap].isspace():
        gap += 1
    return places[gap] if gap < len(places) else places[-1] + 1


def _without_marks(text: str) -> tuple[str, list[int]]:
    """The text without marks and the space before them, and where in ``text`` each character of it stands."""
    kept: list[int] = []
    at = 0
    for mark in MARK.finditer(text):
        kept += range(at, mark.start())
        while kept and text[kept[-1]] == " " and kept[-1] >= at:
            kept.pop()
        at = mark.end()
    kept += range(at, len(text))
    return "".join(text[i] for i in kept), kept


def _is_open(text: str) -> bool:
    """True where a quotation, or a link, has begun and not ended."""
    quoted = text.count("“") > text.count("”") or text.count('"') % 2 == 1
    return quoted or text.rfind("[") > text.rfind("]") or text.rfind("](") > text.rfind(")")
