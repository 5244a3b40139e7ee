"""The lines and boxes drawn on a page: they part notes from text, and cells from cells."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

_MOST_OBJECTS = 5000  # looked at on one page; a drawing has more, and its lines part no text
_THIN = 3.0  # points


class Rule(NamedTuple):
    """A drawn line, level or upright, in points from the page's left and top."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """True for one that runs from left to right."""
        return self.x1 - self.x0 >= self.y1 - self.y0


def rules(page: Any, turns: int) -> list[Rule]:
    """The rules of a page whose text runs with ``turns`` quarter turns; the edges of a box count as four."""
    import pypdfium2.raw as raw

    found: set[Rule] = set()
    count = raw.FPDFPage_CountObjects(page.raw)
    if count > _MOST_OBJECTS:
        return []
    bounds = page.get_bbox()
    area = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
    edges = [ctypes.c_float() for _ in range(4)]
    for index in range(count):
        thing = raw.FPDFPage_GetObject(page.raw, index)
        if raw.FPDFPageObj_GetType(thing) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(thing, *edges):
            continue
        x0, y0, x1, y1 = (edge.value for edge in edges)
        found.update(_edges(_upright(x0, y0, x1, y1, bounds, turns), _white(raw, thing), area))
    return _joined(sorted(found))


def _white(raw: Any, thing: Any) -> bool:
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(thing, *colour)
    return all(part.value >= 254 for part in colour[:3])


def _upright(x0: float, y0: float, x1: float, y1: float, bounds: tuple[float, float, float, float], turns: int) -> Rule:
    left, bottom, right, top = bounds
    if turns == 0:
        return Rule(x0, top - y1, x1, top - y0)
    if turns == 1:
        return Rule(y0, x0 - left, y1, x1 - left)
    if turns == 2:
        return Rule(-x1, y0 - bottom, -x0, y1 - bottom)
    return Rule(-y1, right - x1, -y0, right - x0)


def _edges(box: Rule, white: bool, page: float) -> list[Rule]:
    """A thin box is a rule; of a larger one the four edges, unless it only paints the ground behind a line or a page."""
    width, height = box.x1 - box.x0, box.y1 - box.y0
    if min(width, height) <= _THIN:
        return [box] if max(width, height) > 4 else []
    if white or height < 15 or width * height > 0.6 * page:
        return []
    return [
        Rule(box.x0, box.y0, box.x1, box.y0), Rule(box.x0, box.y1, box.x1, box.y1),
        Rule(box.x0, box.y0, box.x0, box.y1), Rule(box.x1, box.y0, box.x1, box.y1),
    ]  # fmt: skip


def _joined(pieces: list[Rule]) -> list[Rule]:
    """Rules that lie on one line and touch, as one: tables are often drawn cell by cell."""
    across: dict[tuple[bool, int], list[Rule]] = {}
    for rule in pieces:
        middle = (rule.y0 + rule.y1) / 2 if rule.level else (rule.x0 + rule.x1) / 2
        across.setdefault((rule.level, round(middle / 1.5)), []).append(rule)
    joined: list[Rule] = []
    for (level, _), group in across.items():
        group.sort(key=lambda rule: rule.x0 if level else rule.y0)
        last = group[0]
        for rule in group[1:]:
            gap = rule.x0 - last.x1 if level else rule.y0 - last.y1
            if gap <= _THIN:
                last = Rule(min(last.x0, rule.x0), min(last.y0, rule.y0), max(last.x1, rule.x1), max(last.y1, rule.y1))
            else:
                joined.append(last)
                last = rule
        joined.append(last)
    return joined
