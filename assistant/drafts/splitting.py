"""A paragraph's sentences: quotations kept whole, the marks of notes with the sentence that they follow, Markdown's own marks taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.chunk import sentences

NOTE_MARK = re.compile(r"\[\^(?P<mark>[\w-]{1,20})\]")
_TAKEN_OFF = re.compile(
    r"(?P<mark>\s?(?:\[\^[\w-]{1,20}\](?!:)|\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\]|[⁰¹²³⁴-⁹]+))"
    r"|(?P<line>\n[ \t]{0,12}(?:>[ \t]?){0,4}[ \t]*)"
    r"|(?P<first>\A[ \t]*(?:>[ \t]?){0,4}[ \t]*(?:#{1,6}[ \t]+|(?:[-*+•–]|\(?\d{1,3}[.)]|\(?[a-z]\))[ \t]+)?)"
    r"|(?P<link>!?\[(?=[^\[\]]{1,300}\]\([^()\s]{1,1000}\))|(?<=[^\s\[])\]\([^()\s]{1,1000}\))"
    r"|(?P<tag></?[a-zA-Z][^<>]{0,200}>|<https?://[^<>\s]{1,1000}>)"
    r"|(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<emphasis>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|`)"
)
_QUOTED = 2000  # characters after which a quotation mark that is never closed is no longer believed


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence without marks, where it ends in the draft with them, and the marks of the footnotes that it calls."""

    text: str
    stop: int
    marks: tuple[str, ...]


def pieces(markdown: str, start: int, stop: int, whole: bool = False) -> Iterator[Piece]:
    """The sentences of ``markdown[start:stop]``, or all of it as one."""
    text, places = _bare(markdown, start, stop)
    cuts = [] if whole else _cuts(text)
    for begin, end in pairwise([0, *cuts, len(text)]):
        if not text[begin:end].strip():
            continue
        last = places[end] if end < len(places) else stop
        raw = markdown[places[begin] : last].rstrip()
        yield Piece(" ".join(text[begin:end].split()), places[begin] + len(raw), tuple(m["mark"] for m in NOTE_MARK.finditer(raw)))


def _bare(markdown: str, start: int, stop: int) -> tuple[str, list[int]]:
    """The words alone, and where in the draft each character of them stands."""
    raw, kept, places, at = markdown[start:stop], list[str](), list[int](), 0
    for found in _TAKEN_OFF.finditer(raw):
        kept += raw[at : found.start()]
        places += range(start + at, start + found.start())
        if found.lastgroup == "line":
            kept.append(" ")
            places.append(start + found.start())
        elif found.lastgroup == "escape":
            kept.append(found[0][1])
            places.append(start + found.start() + 1)
        at = found.end()
    return "".join(kept) + raw[at:], [*places, *range(start + at, stop)]


def _cuts(text: str) -> list[int]:
    """Where one sentence ends and the next begins; none within a quotation."""
    cuts, begin = list[int](), 0
    for one, other in pairwise(sentences(text)):
        gap = next((i for i in range(one.stop, other.start) if text[i].isspace()), other.start)
        if (_is_open(text[begin:gap]) and gap - begin < _QUOTED) or (text[other.start].islower() and not re.search(r"[“\"‘]", text[gap : other.start])):
            continue
        cuts.append(gap)
        begin = gap
    return cuts


def _is_open(text: str) -> bool:
    """True where a quotation has begun and not ended."""
    doubles = text.count("“") > text.count("”") or text.count('"') % 2 == 1
    single = text.rfind("‘")
    return doubles or (single >= 0 and not re.search(r"’(?!\w)", text[single:]))
