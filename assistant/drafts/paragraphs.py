"""A draft's Markdown or plain text as paragraphs, told apart from headings, block quotations and footnotes, each with its place.

Covered: headings of both kinds, and a line that stands alone and ends in no stop; lists; block quotations (``>``, or set in where the paragraph
above ends in a colon); tables row by row; footnotes (``[^1]: …``). Left out: front matter, rules and fenced code.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_NOTE = re.compile(r"^ {0,3}\[\^(?P<mark>[\w-]{1,20})\]:[ \t]*(?P<words>[^\n]*(?:\n(?: {2,}|\t)[^\n]+)*)", re.M)
_FENCE = re.compile(r"\s*(?:```|~~~)")
_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|=+|\|[\s:|-]+)$")
_HASHES = re.compile(r"\s{0,3}#{1,6}\s")
_BULLET = re.compile(r"\s*(?:[-*+•–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+")
_QUOTED = re.compile(r"\s{0,3}>")
_SET_IN = re.compile(r"(?: {4}|\t)")
_HEADING_WORDS = 14  # in a line that stands alone and ends in no stop


class Place(StrEnum):
    """What a paragraph is."""

    PROSE = "prose"
    HEADING = "heading"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: ``markdown[start:stop]``."""

    start: int
    stop: int
    place: Place = Place.PROSE


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str

    @property
    def stop(self) -> int:
        return self.start + len(self.text)


def notes(markdown: str) -> dict[str, str]:
    """The words of each footnote by its mark."""
    return {match["mark"]: " ".join(match["words"].split()) for match in _NOTE.finditer(markdown)}


def paragraphs(markdown: str) -> Iterator[Paragraph]:
    """The paragraphs in order."""
    above = ""
    for group in _groups(_lines(markdown)):
        found = Paragraph(group[0].start, group[-1].stop, _place(group, above))
        above = group[-1].text
        yield found


def _lines(markdown: str) -> Iterator[_Line]:
    """The lines, those that are no text as empty ones."""
    hidden = sorted(match.span() for match in (*_FRONT.finditer(markdown), *_NOTE.finditer(markdown)))
    at, fenced = 0, False
    for line in markdown.split("\n"):
        fence = bool(_FENCE.match(line))
        fenced ^= fence
        over = bisect_right(hidden, (at, len(markdown) + 1)) - 1
        skipped = fence or fenced or (over >= 0 and at < hidden[over][1])
        yield _Line(at, "" if skipped else line.rstrip("\r"))
        at += len(line) + 1


def _groups(lines: Iterator[_Line]) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if _RULE.match(line.text) and line.text.strip():
            if len(group) == 1 and line.text.strip()[0] in "=-" and len(line.text.strip()) > 2:
                yield [*group, _Line(group[0].stop, "")]  # a heading underlined
                group = []
                continue
            line = _Line(line.start, "")
        if group and (not line.text.strip() or _begins(line.text, group[-1].text)):
            yield group
            group = []
        if line.text.strip():
            group.append(line)
    if group:
        yield group


def _begins(line: str, before: str) -> bool:
    """True where a line begins a paragraph of its own."""
    heading = _HASHES.match(line) or _HASHES.match(before) or line.lstrip().startswith("|")
    return bool(heading or _BULLET.match(line)) or bool(_QUOTED.match(line)) != bool(_QUOTED.match(before)) or not line.strip(" >\t")


def _place(group: list[_Line], above: str) -> Place:
    first = group[0].text
    if _QUOTED.match(first):
        return Place.QUOTATION
    if _HASHES.match(first) or group[-1].text == "":
        return Place.HEADING
    if above.rstrip().endswith(":") and all(_SET_IN.match(line.text) for line in group) and not _BULLET.match(first):
        return Place.QUOTATION
    alone = len(group) == 1 and not _BULLET.match(first) and not first.lstrip().startswith("|")
    plain = re.sub(r"[*_\s]+$", "", first)
    short = len(plain.split()) <= _HEADING_WORDS and plain[-1:] not in set(".?!:;,”’\"')]") and not re.search(r"[“\"]", plain)
    return Place.HEADING if alone and short else Place.PROSE
