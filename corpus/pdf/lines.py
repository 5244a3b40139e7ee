"""Pieces put together into lines: what stands on one baseline, with note marks set apart from the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.pdf.pieces import Piece, Span

_MARK = re.compile(r"(?:\d{1,4}|[*†‡§]{1,3})(?:,\s?\d{1,4})*")
_MEASURE = re.compile(r"(?:^|[\s\d(/])(?:[kcm]?m|ft|in|yds?)$")  # before a raised 2 or 3: square metres, no note
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ft", "ﬆ": "st", "\u200b": None, "\ufeff": None})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, edges, baseline (downwards from the top) and size in points.

    ``bold`` and ``italic`` hold of every letter, ``begins_bold`` of the first. ``raised`` is a small raised number at its start,
    taken off the text. ``cells`` are the parts that wide gaps make, with their left and right edges.
    """

    page: int
    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool = False
    begins_bold: bool = False
    italic: bool = False
    colour: int = 0
    raised: str | None = None
    cells: tuple[tuple[float, float, str], ...] = ()
    table: bool = False  # the text holds the rows of a whole table


def lines(pieces: list[Piece], page: int) -> list[Line]:
    """The lines that pieces of one column make, from the top."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (each.y, each.x0)):
        row = next((row for row in rows[-4:] if _beside(row, piece)), None)
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    made = [_table(row[0], page) if row[0].table else _line(sorted(row, key=lambda each: each.x0), page) for row in rows]
    return [line for line in made if line.text or line.raised]


def _beside(row: list[Piece], piece: Piece) -> bool:
    """True where a piece stands on the row's baseline, or is a small raised one close to it."""
    if piece.table or row[0].table:
        return False
    anchor = max(row, key=lambda each: (each.size, each.x1 - each.x0))
    larger, smaller = max(anchor.size, piece.size), min(anchor.size, piece.size)
    apart = abs(anchor.y - piece.y)
    if any(min(piece.x1, each.x1) - max(piece.x0, each.x0) > 0.5 * smaller and apart > 0.1 * smaller for each in row):
        return False
    if smaller < 0.8 * larger and min(len(anchor.text), len(piece.text)) <= 6:
        return apart <= 0.6 * larger
    return apart <= 0.25 * larger


def _line(row: list[Piece], page: int) -> Line:
    spans = [span for piece in row for span in piece.spans]
    main = max(spans, key=lambda span: (len(span.text.strip()) * (1 if span.style.size >= 4 else 0), span.style.size))
    if any(span.style.size > 1.25 * main.style.size and len(span.text.strip()) > 2 for span in spans):
        main = max(spans, key=lambda span: span.style.size)
    cells = [(piece.x0, piece.x1, _words(piece.spans, main)[0]) for piece in row]
    text, raised = _words([span for piece in row for span in [*piece.spans, Span(" ", piece.y, piece.main.style)]], main)
    lettered = [span for span in spans if any(char.isalpha() for char in span.text)] or spans
    return Line(
        page, text, row[0].x0, max(piece.x1 for piece in row), main.y, main.style.size,
        all(span.style.bold for span in lettered), lettered[0].style.bold, all(span.style.italic for span in lettered),
        main.style.colour, raised, tuple(_cells(cells, main.style.size)),
    )  # fmt: skip


def _table(piece: Piece, page: int) -> Line:
    return Line(page, piece.text, piece.x0, piece.x1, piece.y, piece.size, table=True)


def _cells(parts: list[tuple[float, float, str]], size: float) -> list[tuple[float, float, str]]:
    """Parts that only the order of the file keeps apart, as one."""
    joined: list[tuple[float, float, str]] = []
    for x0, x1, text in parts:
        if joined and x0 - joined[-1][1] <= 1.2 * size:
            joined[-1] = (joined[-1][0], max(x1, joined[-1][1]), f"{joined[-1][2]} {text}".strip())
        elif text:
            joined.append((x0, x1, text))
    return joined


def _words(spans: list[Span], main: Span) -> tuple[str, str | None]:
    """The text of spans with each note mark as `` [n]``, so that no figure takes it in; and a raised number at the start by itself."""
    text, raised, marked = "", None, False
    for span in spans:
        small = span.style.size < 0.8 * main.style.size and main.y - span.y > 0.12 * main.style.size
        near = span.style.size < main.style.size * 0.98 and main.y - span.y > 0.2 * main.style.size
        if (small or near) and _MARK.fullmatch(span.text.strip()) and not _MEASURE.search(text):
            if text.strip() or raised is not None:
                text = f"{text.rstrip()} [{span.text.strip()}]" + (" " if span.text.endswith(" ") else "")
                marked = True
            else:
                raised = span.text.strip()
        else:
            text += f" {span.text}" if marked and text.endswith("]") and span.text[:1].isalnum() else span.text
            marked = False
    return " ".join(text.translate(_LIGATURES).split()), raised
