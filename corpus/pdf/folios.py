"""The numbers printed on the pages: what a reader looks a page up by. They rarely count the file's pages from its first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from corpus.pdf.sheets import Sheet

_BEFORE = re.compile(r"(?:page\s+)?(\d{1,4}|[ivxlc]{1,7})(?:\s+of\s+\d{1,4})?(?=[\s|]|$)[\s|]*", re.I)
_BEHIND = re.compile(r"[\s|]*(?<!\S)(?:page\s+)?(\d{1,4}|[ivxlc]{1,7})(?:\s+of\s+\d{1,4})?$", re.I)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_NUMERALS = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LABEL = re.compile(r"[A-Z]{0,3}[-.]?\d{1,4}[a-z]?|[ivxlc]{1,7}|[IVXLC]{1,7}")
_ENOUGH = 3  # pages that count alike
_MOST = 0.5  # of the pages: fewer with a number do not make a numbered paper


class Edge(NamedTuple):
    """A line at the head or foot of a page: where it stands, in steps from the edge, and its words."""

    page: int
    foot: bool
    slot: int
    text: str


class Count(NamedTuple):
    """How pages are counted: in roman figures or not, and how far the printed number is from the page's place in the file."""

    roman: bool
    offset: int


def parted(text: str) -> tuple[str | None, str]:
    """The page number that a running head or foot begins or ends with, and the rest of it."""
    text = text.strip(" -–|")
    match = _BEFORE.match(text) or _BEHIND.search(text)
    return (match[1], (text[: match.start()] + text[match.end() :]).strip(" -–|")) if match else (None, text)


def value(number: str) -> int:
    """What a printed page number counts, in roman figures or others."""
    if number.isdigit():
        return int(number)
    values = [_ROMAN[char] for char in number.lower()]
    return sum(-each if each < max(values[index:]) else each for index, each in enumerate(values))


def printed(sheets: Sequence[Sheet], edges: Iterable[Edge]) -> dict[int, str]:
    """For each page of the file its printed number, ``""`` where it has none; empty for a paper that numbers no pages.

    The file's own labels count, unless they contradict what is printed; else the numbers among the ``edges``, if most pages have one, at
    one place, that counts on from page to page. A page between two of those has the number that it would bear. Covered: roman figures
    before others, numbers that begin again. Not covered: letters (``A-3``), but in labels.
    """
    found = _found(edges)
    numbered = len(found) >= _MOST * sum(bool(sheet.flows) for sheet in sheets)
    labels = {sheet.page: sheet.label if _LABEL.fullmatch(sheet.label) else "" for sheet in sheets}
    alike = sum(labels[page].lower() == _text(page, count) for page, count in found.items())
    if sum(map(bool, labels.values())) >= _MOST * len(sheets) and (not numbered or alike >= _MOST * len(found)):
        return labels
    places = list(found)
    return {sheet.page: _filled(sheet.page, found, places) for sheet in sheets} if found and numbered else {}


def _found(edges: Iterable[Edge]) -> dict[int, Count]:
    """How each page that bears a number is counted: as most pages are that have theirs in the same place."""
    possible: dict[tuple[Count, bool, int], set[int]] = defaultdict(set)
    for edge, number in _numbers(edges):
        count = Count(not number.isdigit(), value(number) - edge.page)
        for near in (edge.slot - 1, edge.slot, edge.slot + 1):
            possible[count, edge.foot, near].add(edge.page)
    found: dict[int, Count] = {}
    for (count, _, _), pages in sorted(possible.items(), key=lambda each: len(each[1])):  # the most agreed upon last
        if len(pages) >= _ENOUGH:
            found.update((page, count) for page in pages if page + count.offset > 0)
    return dict(sorted(found.items()))


def _numbers(edges: Iterable[Edge]) -> list[tuple[Edge, str]]:
    """What may be page numbers: alone on their line, or beside words that stand on another page too, as a chapter's heading doesn't."""
    found: list[tuple[Edge, str, str]] = []
    for edge in edges:
        text = edge.text.strip(" -–|")
        for match in filter(None, (_BEFORE.match(text), _BEHIND.search(text))):
            found.append((edge, match[1], (text[: match.start()] + text[match.end() :]).strip(" -–|").casefold()))
    pages: dict[str, set[int]] = defaultdict(set)
    for edge, _, rest in found:
        pages[rest].add(edge.page)
    return [(edge, number) for edge, number, rest in found if not rest or len(pages[rest]) > 1]


def _filled(page: int, found: dict[int, Count], places: list[int]) -> str:
    """The number of a page, by the next one that bears a number or else by the last; none where that number is another page's."""
    if page in found:
        return _text(page, found[page])
    at = bisect_left(places, page)
    last, following = [(each, found[each]) for each in places[max(at - 1, 0) : at]], [(each, found[each]) for each in places[at : at + 1]]
    for near, other in ((following, last), (last, following)):
        if near and page + near[0][1].offset > 0 and not any(_taken(page, near[0][1], *each) for each in other):
            return _text(page, near[0][1])
    return ""


def _taken(page: int, count: Count, other: int, others: Count) -> bool:
    """True where the number stands on the wrong side of another page's."""
    return count.roman == others.roman and (page + count.offset - other - others.offset) * (page - other) <= 0


def _text(page: int, count: Count) -> str:
    number = page + count.offset
    if not count.roman:
        return str(number)
    text = ""
    for worth, numeral in _NUMERALS:
        text += numeral * (number // worth)
        number %= worth
    return text
