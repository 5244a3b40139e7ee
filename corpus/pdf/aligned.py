"""Tables without drawn lines: lines whose parts stand in columns under one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.pdf.joining import BREAK
from corpus.pdf.labels import label_of
from corpus.pdf.lines import Line

_FEWEST = 3  # rows
_NEAR = 4.0  # points

_Cell = tuple[float, float, str]


def with_tables(flow: Sequence[Line]) -> list[Line]:
    """The lines of a flow with each run of aligned ones as one line that holds a table's rows."""
    found: list[Line] = []
    run: list[Line] = []
    for line in flow:
        if run and not _joins(run, line):
            found.extend(_closed(run))
            run = []
        if run or len(_cells(line)) > 1:
            run.append(line)
        else:
            found.append(line)
    return [*found, *_closed(run)]


def _cells(line: Line) -> list[_Cell]:
    """The parts of a line; a label and what it labels are one."""
    if line.table or line.raised:
        return []
    cells = list(line.cells)
    if len(cells) > 1 and (label := label_of(f"{cells[0][2]} A")) and label.rest == "A":
        cells[:2] = [(cells[0][0], cells[1][1], f"{cells[0][2]} {cells[1][2]}")]
    return cells


def _joins(run: list[Line], line: Line) -> bool:
    """True for a line close below that has a part under one of the run's later parts, or one alone there or in the first column."""
    last = run[-1]
    cells = _cells(line)
    if not cells or line.y - last.y > 2.6 * max(line.size, last.size) or line.y <= last.y:
        return False
    columns = [cell for above in run[-6:] for cell in _cells(above)[1:]]
    if len(cells) > 1:
        return any(abs(cell[0] - other[0]) <= _NEAR or abs(cell[1] - other[1]) <= _NEAR for cell in cells[1:] for other in columns)
    return any(abs(cells[0][0] - other[0]) <= _NEAR for other in columns)


def _closed(run: list[Line]) -> list[Line]:
    """The run as a table, where enough of its lines have several parts."""
    while run and len(_cells(run[-1])) < 2 and run[-1].x0 <= run[0].x0 + _NEAR:
        return [*_closed(run[:-1]), run[-1]]
    if sum(len(_cells(line)) > 1 for line in run) < _FEWEST:
        return run
    columns = _columns(run)
    if len(columns) < 2:
        return run
    rows: list[list[str]] = []
    edge = max(line.x1 for line in run)
    for line in run:
        cells = _cells(line)
        row = [" ".join(text for x0, x1, text in cells if _within(x0, x1, column, columns)) for column in columns]
        above = run[run.index(line) - 1]
        if len(cells) == 1 and rows and not row[0] and line.y - above.y < 1.45 * line.size and above.x1 > edge - 0.2 * (edge - run[0].x0):
            rows[-1] = [BREAK.join(filter(None, (old, new))) for old, new in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    text = "\n".join(" | ".join(row).rstrip(" |") for row in rows)
    return [replace(run[0], text=text, x1=max(line.x1 for line in run), table=True, cells=())]


def _columns(run: list[Line]) -> list[tuple[float, float]]:
    """The strips that the parts of lines with several cover; a part as wide as two columns is left out."""
    parts = sorted((x0, x1) for line in run if len(_cells(line)) > 1 for x0, x1, _ in _cells(line))
    most = max(len(_cells(line)) for line in run)
    columns: list[tuple[float, float]] = []
    for x0, x1 in parts:
        if columns and x0 < columns[-1][1]:
            columns[-1] = (columns[-1][0], max(x1, columns[-1][1]))
        else:
            columns.append((x0, x1))
    return columns if 2 <= len(columns) <= most + 2 else []


def _within(x0: float, x1: float, column: tuple[float, float], columns: list[tuple[float, float]]) -> bool:
    """True for the column that covers most of a part."""

    def shared(each: tuple[float, float]) -> float:
        return min(x1, each[1]) - max(x0, each[0])

    return column == max(columns, key=shared)
