"""Where in the record a piece stands: the id by which it is known, and what a reader would look for to find it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count

from lxml import etree

from corpus.parlparse.parts import Part
from corpus.parlparse.sections import Sitting

_TIME = re.compile(r"0?(\d?\d):(\d\d)(?::\d\d)?")


@dataclass(frozen=True, slots=True)
class Item:
    """A speech, question, reply or division: the element, the id that those of its passages begin with, and its link."""

    element: etree._Element
    base: str
    url: str | None


def item_of(element: etree._Element, sitting: Sitting, place: int) -> Item:
    """The item that ``element`` is; without an id of its own it is known by its place among the children of the root."""
    return Item(element, (element.get("id") or "").strip() or f"{sitting.document_id}#{place}", sitting.link(element))


def identity(item: Item, part: Part, index: int, taken: set[str]) -> str:
    """The id of the ``index``-th piece: the ``pid`` that the file gives it, or *x* and its index where it gives none or one that is taken."""
    own = [f"{item.base}/{part.pid.rpartition('/')[2]}"] if part.pid else []
    further = (f"{item.base}/x{index}.{n}" for n in count(2))
    name = next((name for name in [*own, f"{item.base}/x{index}"] if name not in taken), None)
    return name or next(name for name in further if name not in taken)


def locator(item: Item, part: Part, number: str | None, sitting: Sitting) -> str:
    """``PQ 294961, col 1W``; ``col 301, Q1``; where there are no columns the time, else the item's own number."""
    oral = item.element.get("oral-qnum")
    asked = (f"Q{oral}" if oral.isdigit() else oral) if oral else None
    column = sitting.column(part.column) if part.column else None
    found = [place for place in (number, column, asked) if place]
    return ", ".join(found) if found else _time(item.element) or _tail(item)


def _time(element: etree._Element) -> str | None:
    """``017:45:00`` as *at 17:45*; nothing for what is no time."""
    match = _TIME.fullmatch(element.get("time", "").strip())
    return f"at {int(match[1])}:{match[2]}" if match else None


def _tail(item: Item) -> str:
    """*item 4.1* from the id; what has none is called by its sort: *committee*."""
    last = (item.element.get("id") or "").strip().rpartition("/")[2]
    return f"item {last.partition('.')[2] or last}" if last else str(item.element.tag)
