"""Pages of contents: their lines repeat headings with a page number, and are no words of the record."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.pdf.lines import Line
from corpus.pdf.sheets import Sheet

_LEADERS = re.compile(r"(?:\.\s?){5,}|(?:…\s?){3,}|_{6,}")
_HEADING = re.compile(r"(?:table of )?contents(?: page)?|(?:list|table) of (?:figures|tables|boxes|charts|abbreviations and figures)|figures|tables", re.I)
_ENDS = re.compile(r"(?:^|[\s.…_])(?:\d{1,4}|[ivxlc]{1,7})$")


def without_contents(sheets: list[Sheet]) -> list[Sheet]:
    """The pages without their tables of contents, which stand under such a heading, go on over pages, or have dotted leaders."""
    kept: list[Sheet] = []
    going = False
    for sheet in sheets:
        body = [line for flow in sheet.flows for line in flow]
        begin = next((index for index, line in enumerate(body) if _HEADING.fullmatch(line.text.strip(" :"))), None)
        start = begin if begin is not None else 0 if going else None
        end = _end(body, start) if start is not None else None
        going = end is not None
        dropped = {id(line) for line in body[start:end]} if end is not None else set()
        dropped |= {id(line) for line in body if _LEADERS.search(line.text) and _ENDS.search(line.text)}
        flows = (tuple(line for line in flow if id(line) not in dropped) for flow in sheet.flows)
        kept.append(replace(sheet, flows=tuple(flow for flow in flows if flow)))
    return kept


def _end(body: list[Line], start: int) -> int | None:
    """Behind the last line of the contents that begin at ``start``; ``None`` where too few lines end in a page number."""
    ending = [index for index in range(start, len(body)) if _entry(body[index])]
    if len(ending) < 2:
        return None
    last = ending[0]
    for index in ending:
        if index - last > 6:
            break
        last = index
    inside = sum(start <= index <= last for index in ending)
    return last + 1 if inside >= 0.3 * (last - start) else None


def _entry(line: Line) -> bool:
    """True for a line that ends in a page number set apart, or led to by dots."""
    if line.table or not _ENDS.search(line.text):
        return False
    return len(line.cells) > 1 or bool(_LEADERS.search(line.text)) or bool(re.fullmatch(r"\d{1,4}|[ivxlc]{1,7}", line.text))
