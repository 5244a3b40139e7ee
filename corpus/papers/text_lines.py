"""A paper in plain text: its lines made into blocks, and the signs by which a text is known to be one.

Covered: transcripts of oral evidence, written evidence, reports with numbered paragraphs; lines broken at a width or a paragraph a
line; form feeds as ends of pages. Not covered: tables, which stay paragraphs, and footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus import dates
from corpus.document import fold
from corpus.papers import numbers
from corpus.papers.block import Block, Role

_TOP = 15  # lines in which a paper says what it is
_LEAST = 3  # numbered paragraphs, or questions, that one has
_WRAPPED = 100  # characters: lines none of which is longer were broken at a width
_ORAL = re.compile(r"(?i)^(?:(?:un)?corrected )?(?:transcript of )?(?:oral evidence|minutes of evidence)\b")
_WRITTEN = re.compile(
    r"(?i)^(?:(?:further |supplementary |joint )*written (?:evidence|submission) (?:\(?[A-Z]{2,6}\s?\d{2,5}\)? )?(?:submitted |provided )?(?:by|from)\b"
    r"|memorandum (?:submitted )?(?:by|from)\b|.{3,120}[–—-]\s*(?:supplementary |further )?written evidence\s*\([A-Z]{2,6}\s?\d{2,5}\)$)"
)
_REPORT = re.compile(
    r"^(?:(?:[A-Z]\w+|\d+\w\w)(?: Special)? Report of Session \d{4}|(?:HC|HL Paper|CP|Cm) ?\d{1,4}\b.{0,60}$"
    r"|(?i:(?:the )?(?:uk |hm )?government(?:['’]s)? response to the )|Presented to Parliament by )"
)
_QUESTION = re.compile(r"^\s*Q\s?\d{1,4}[.:]?\s+\S")
_RECOMMENDED = re.compile(r"^Recommendation \d+(?:[:.]|$)")
_NUMBERED = re.compile(r"^\s*(\d{1,3}(?:\.\d{1,3})?)\.?\s+\S")
_LISTS = re.compile(r"^(?:Examination of witness|Witnesses?:|Members present)")
_TURN = re.compile(r"^(?:Q\s?\d{1,4}[.:]?\s+|[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,5}: )")
_ENDS = re.compile(r"[.,;:!?”\"’)]$")
_CHAPTER = re.compile(r"(?i)^(?:chapter|part|annex|appendix)\b")


def is_paper(text: str) -> bool:
    """True where the first lines say that this is evidence or a report, and what follows has the form of it."""
    lines = [line.strip().lstrip("#").strip() for line in text.lstrip("\ufeff").splitlines() if line.strip()]
    top = lines[:_TOP]
    if any(map(_ORAL.match, top)) and sum(1 for line in lines if _QUESTION.match(line)) >= _LEAST:
        return True
    if any(map(_WRITTEN.match, top[:6])):
        return True
    recommended = sum(1 for line in lines if _RECOMMENDED.match(line))
    return any(map(_REPORT.match, top)) and max(_in_order(lines), recommended) >= _LEAST


def blocks(text: str) -> list[Block]:
    """The blocks of a paper in plain text, in order; pages are counted where form feeds end them."""
    paged = "\f" in text
    lengths = sorted(len(line) for line in text.splitlines() if line.strip())
    wrapped = bool(lengths) and lengths[int(0.95 * (len(lengths) - 1))] <= _WRAPPED
    made: list[Block] = []
    for number, page in enumerate(text.split("\f"), start=1):
        made += [_block(lines, number if paged else None) for lines in _paragraphs(page, wrapped)]
    return made


def _in_order(lines: list[str]) -> int:
    """How many lines are numbered one after the other."""
    found = [tuple(map(int, match[1].split("."))) for line in lines if (match := _NUMBERED.match(line))]
    return 1 + sum(1 for before, after in pairwise(found) if after[:-1] == before[:-1] and after[-1] == before[-1] + 1) if found else 0


def _paragraphs(page: str, wrapped: bool) -> Iterator[list[str]]:
    """The lines of each paragraph: parted by blank lines, or each line its own where lines are not broken at a width."""
    held: list[str] = []
    for line in page.splitlines():
        starts = not wrapped or _TURN.match(line.strip()) or _LISTS.match(line.strip()) or numbers.split(line.strip())[1] != line.strip()
        if held and (not line.strip() or starts):
            yield held
            held = []
        if line.strip():
            held.append(line)
    if held:
        yield held


def _block(lines: list[str], page: int | None) -> Block:
    whole = " ".join(line.strip() for line in lines)
    number, rest, role = numbers.split(whole)
    text = fold(rest)
    if len(lines) <= 2 and _heading(text, role, number):
        level = 1 if text.isupper() or _CHAPTER.match(text) else 2
        return Block(fold(whole), Role.HEADING, level, page)
    return Block(text, role, page=page, number=number)


def _heading(text: str, role: Role, number: str | None) -> bool:
    short = len(text.split()) <= 12 and not _ENDS.search(text) and not _TURN.match(text)
    return short and not dates.is_date_line(text) and role is Role.PARAGRAPH and text[:1].isupper() and (number is None or "." not in number)
