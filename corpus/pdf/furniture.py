"""Running heads, running feet and page numbers: found by standing in the same place on page after page, and taken away."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from corpus.pdf.folios import Edge, parted, value
from corpus.pdf.lines import Line
from corpus.pdf.sheets import Sheet

_ZONE = 0.12  # of the page's height, at its head and at its foot
_STEP = 4.0  # points: lines this close stand in the same place
_ENOUGH = 3  # pages


@dataclass(frozen=True, slots=True)
class _Key:
    """What a line says without the page number in it, and how far that number is from the page's place in the file."""

    text: str
    offset: int | None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where on a page a line stands: at its foot or its head, how far from the edge, in what size."""

    foot: bool
    slot: int
    size: float


def without_furniture(sheets: list[Sheet]) -> list[Sheet]:
    """The pages without what repeats at one place of head or foot on three pages or more, and without their printed numbers."""
    said: dict[tuple[_Key, bool, int], set[int]] = defaultdict(set)
    for sheet, line in _edge(sheets):
        place = _place(line, sheet.height)
        for slot in (place.slot - 1, place.slot, place.slot + 1):
            said[(_key(line, sheet.page), place.foot, slot)].add(sheet.page)
    enough = min(_ENOUGH, max(2, len(sheets)))
    repeated = {key for key, pages in said.items() if len(pages) >= enough}
    places = _places(sheets, repeated)
    numbered = {key for key, _, _ in repeated if key.offset is not None}
    return [_cleared(sheet, repeated, places, numbered) for sheet in sheets]


def edges(sheets: Iterable[Sheet]) -> Iterator[Edge]:
    """What stands at the head and foot of the pages, line by line."""
    for sheet, line in _edge(sheets):
        place = _place(line, sheet.height)
        yield Edge(sheet.page, place.foot, place.slot, line.text)


def _edge(sheets: Iterable[Sheet]) -> Iterator[tuple[Sheet, Line]]:
    for sheet in sheets:
        for flow in sheet.flows:
            yield from ((sheet, line) for line in flow if _outer(line, sheet.height))


def _outer(line: Line, height: float) -> bool:
    """True for a line in the zone of running heads and feet. One with a raised number is a note."""
    return not line.table and line.raised is None and len(line.text) <= 200 and not _ZONE * height < line.y < (1 - _ZONE) * height


def _place(line: Line, height: float) -> _Place:
    foot = line.y > height / 2
    return _Place(foot, round((height - line.y if foot else line.y) / _STEP), round(line.size))


def _key(line: Line, page: int) -> _Key:
    number, rest = parted(line.text)
    return _Key(rest.casefold(), value(number) - page if number else None)


def _places(sheets: list[Sheet], repeated: set[tuple[_Key, bool, int]]) -> set[_Place]:
    """Where most of what stands there repeats: there, a chapter's title is a running head even on its only page."""
    again: Counter[_Place] = Counter()
    once: Counter[_Place] = Counter()
    for sheet, line in _edge(sheets):
        place = _place(line, sheet.height)
        (again if (_key(line, sheet.page), place.foot, place.slot) in repeated else once)[place] += 1
    return {place for place, count in again.items() if count >= max(_ENOUGH, 0.15 * len(sheets)) and count > 2 * once[place]}


def _cleared(sheet: Sheet, repeated: set[tuple[_Key, bool, int]], places: set[_Place], numbered: set[_Key]) -> Sheet:
    def kept(line: Line) -> bool:
        key = _key(line, sheet.page)
        if key in numbered and (len(key.text) > 3 or _outer(line, sheet.height)):
            return False
        if not _outer(line, sheet.height):
            return True
        place = _place(line, sheet.height)
        return place not in places and (key, place.foot, place.slot) not in repeated

    return replace(sheet, flows=tuple(cleared for flow in sheet.flows if (cleared := tuple(line for line in flow if kept(line)))))
