"""Footnotes: the smaller lines at the foot of a page or column, each begun by its number."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from corpus.pdf.lines import Line
from corpus.pdf.rules import Rule
from corpus.pdf.sheets import Sheet

_NUMBER = re.compile(r"(\d{1,4}|[*†‡§]{1,3})[.)]?\s+(?=\S)")
_SMALL = 0.93  # of the size of the text


def split_notes(sheet: Sheet, body: float) -> tuple[list[list[Line]], list[list[Line]]]:
    """The flows of a page without its notes, and the notes' lines: one list each, the first perhaps the end of one begun earlier."""
    flows: list[list[Line]] = []
    notes: list[list[Line]] = []
    for flow in sheet.flows:
        start = _start(flow, sheet, body)
        flows.append(list(flow[:start]))
        notes.extend(_parted(list(flow[start:])))
    return [flow for flow in flows if flow], notes


def number_of(line: Line) -> tuple[str | None, str]:
    """The number that a note's line begins with, or ``None``; and its words without it."""
    if line.raised:
        return line.raised, line.text
    match = _NUMBER.match(line.text)
    return (match[1], line.text[match.end() :]) if match else (None, line.text)


def _start(flow: tuple[Line, ...], sheet: Sheet, body: float) -> int:
    """Where the notes at the end of a flow begin; its length where there are none."""
    first = len(flow)
    while first and not flow[first - 1].table and flow[first - 1].size <= _SMALL * body:
        first -= 1
    for index in range(first, len(flow)):
        ruled = _ruled(flow, index, sheet)
        if index == 0 and not ruled and not (flow[0].raised and flow[0].y > 0.4 * sheet.height):
            continue
        numbered = number_of(flow[index])[0] is not None
        if index == first and flow[index].text[:1].islower() and any(number_of(line)[0] for line in flow[index : index + 8]):
            return index
        if (ruled and _many(flow[index:], ruled)) or (numbered and (flow[index].raised or index == first or _apart(flow, index))):
            return index
    return _of_equal_size(flow, sheet, first)


def _many(lines: tuple[Line, ...], rule: Rule) -> bool:
    """True where what stands under a rule is notes: one of its first lines has a number."""
    return any(number_of(line)[0] for line in lines[:8]) or rule.x1 - rule.x0 < 200


def _of_equal_size(flow: tuple[Line, ...], sheet: Sheet, first: int) -> int:
    """Notes as large as the text: below a rule, and with a number that the page's text has a mark for."""
    for index in range(first):
        number = number_of(flow[index])[0]
        ruled = _ruled(flow, index, sheet)
        if number and flow[index].y > 0.4 * sheet.height and ruled and ruled.x1 - ruled.x0 < 0.6 * sheet.width:
            marked = any(f"[{number}]" in line.text for each in sheet.flows for line in each)
            if flow[index].raised or marked:
                return index
    return len(flow)


def _ruled(flow: tuple[Line, ...], index: int, sheet: Sheet) -> Rule | None:
    """The rule drawn between a line and the one above it, of less than the flow's width."""
    line = flow[index]
    above = flow[index - 1].y + 1 if index else line.y - 4 * line.size
    for rule in sheet.rules:
        if rule.level and above <= rule.y0 <= line.y - 0.5 * line.size and rule.x1 - rule.x0 >= 30 and abs(rule.x0 - line.x0) < 40:
            return rule
    return None


def _apart(flow: tuple[Line, ...], index: int) -> bool:
    steps = [b.y - a.y for a, b in pairwise(flow)]
    return flow[index].y - flow[index - 1].y > 1.3 * median(steps)


def _parted(lines: list[Line]) -> list[list[Line]]:
    """The lines of several notes, a list for each; a number that does not follow the last one begins none."""
    notes: list[list[Line]] = []
    last = None
    left = min((line.x0 for line in lines), default=0.0)
    for line in lines:
        number = number_of(line)[0]
        follows = number is not None and (last is None or not number.isdigit() or last < int(number) <= last + 3)
        if not notes or (number and line.raised) or (follows and line.x0 <= left + 12):
            notes.append([line])
            last = int(number) if number and number.isdigit() else last
        else:
            notes[-1].append(line)
    return notes
