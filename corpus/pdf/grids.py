"""Tables with drawn lines: the cells that rules enclose, row by row.

Covered: cells drawn whole or line by line, cells that span columns or rows. Not covered: what only a shade sets apart.
"""

from __future__ import annotations

from bisect import bisect_right

from corpus.document import fold
from corpus.pdf.joining import BREAK
from corpus.pdf.lines import lines
from corpus.pdf.pieces import Piece, Span
from corpus.pdf.rules import Rule

_MOST_RULES = 600  # of one page; a drawing has more
_NEAR = 7.0  # points: two lines this close are the edges of one
_FAR = 10.0  # points: how far a cell's line may end from its wall
_SPARSE = 0.4  # of the cells: where fewer are filled, the drawing is a diagram, and its text is given without the empty ones


def take_tables(pieces: list[Piece], rules: list[Rule]) -> list[Piece]:
    """The pieces with those inside each ruled table replaced by one that holds its rows."""
    upright = [rule for rule in rules if not rule.level]
    if len(upright) < 2 or len(rules) > _MOST_RULES:
        return pieces
    for group in _touching(rules):
        found = _table(pieces, group)
        if found:
            table, inside = found
            pieces = [piece for piece in pieces if id(piece) not in inside]
            pieces.append(table)
    return pieces


def _touching(rules: list[Rule]) -> list[list[Rule]]:
    """Rules that meet, directly or through others."""
    groups: list[list[Rule]] = []
    for rule in rules:
        met = [group for group in groups if any(_meet(rule, other) for other in group)]
        groups = [group for group in groups if not any(group is one for one in met)]
        groups.append([rule, *(each for group in met for each in group)])
    return groups


def _meet(a: Rule, b: Rule) -> bool:
    return a.x0 <= b.x1 + _NEAR and b.x0 <= a.x1 + _NEAR and a.y0 <= b.y1 + _NEAR and b.y0 <= a.y1 + _NEAR


def _table(pieces: list[Piece], group: list[Rule]) -> tuple[Piece, set[int]] | None:
    xs = _places([rule.x0 for rule in group if not rule.level])
    group = [rule for rule in group if not rule.level or _spans(rule, xs)]
    ys = _places([rule.y0 for rule in group if rule.level])
    if len(xs) < 2 or len(ys) < 2:
        return None
    xs, ys = _places([*xs, min(r.x0 for r in group), max(r.x1 for r in group)]), _places([*ys, min(r.y0 for r in group), max(r.y1 for r in group)])
    if len(xs) < 3:
        return None
    cells: dict[tuple[int, int], list[Piece]] = {}
    for piece in pieces:
        middle = piece.y - 0.3 * piece.size
        if xs[0] - 1 <= piece.x0 < xs[-1] and ys[0] <= middle <= ys[-1] and not piece.table:
            cells.setdefault(_cell(piece.x0 + 1, middle, xs, ys, group), []).append(piece)
    rows = {row for row, _ in cells}
    full = [row for row in rows if sum(each == row for each, _ in cells) >= 2]
    columns = len({column for _, column in cells})
    if len(full) < 2 and not (full and (columns > 2 or len(rows) > 1)):
        return None
    inside = [piece for members in cells.values() for piece in members]
    drawn = [_row(cells, row, xs, ys, group) for row in sorted(rows)]
    sparse = sum(map(len, cells.values())) and len(cells) < _SPARSE * sum(map(len, drawn))
    text = "\n".join(" | ".join(text for text in row if text or not sparse) for row in drawn)
    style = max(inside, key=lambda piece: len(piece.text)).main.style
    top = min(piece.y for piece in inside)
    return Piece([Span(text, top, style)], xs[0], xs[-1], table=True), {id(piece) for piece in inside}


def _spans(rule: Rule, xs: list[float]) -> bool:
    """True for a level rule from one upright to another, or across them all; one that ends between them underlines words."""
    ends = [min((abs(x - end) for x in xs), default=_FAR) < _FAR for end in (rule.x0, rule.x1)]
    return all(ends) or (bool(xs) and rule.x0 <= xs[0] + _FAR and rule.x1 >= xs[-1] - _FAR)


def _places(values: list[float]) -> list[float]:
    """Positions without those that differ by less than the thickness of a line."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > _NEAR:
            kept.append(value)
    return kept


def _cell(x: float, y: float, xs: list[float], ys: list[float], group: list[Rule]) -> tuple[int, int]:
    """Row and column of the cell that a point lies in: from the nearest lines above and to the left that pass by it."""
    column, row = max(bisect_right(xs, x) - 1, 0), max(bisect_right(ys, y) - 1, 0)
    walled = any(_wall(each, y, group) for each in xs[1:-1])  # a row of heads may have no walls of its own
    while column > 0 and walled and not _wall(xs[column], y, group):
        column -= 1
    while row > 0 and not _ceiling(x, ys[row], group):
        row -= 1
    return row, column


def _wall(x: float, y: float, group: list[Rule]) -> bool:
    return any(not rule.level and abs(rule.x0 - x) <= _NEAR and rule.y0 - 1 <= y <= rule.y1 + 1 for rule in group)


def _ceiling(x: float, y: float, group: list[Rule]) -> bool:
    return any(rule.level and abs(rule.y0 - y) <= _NEAR and rule.x0 - 2 <= x <= rule.x1 + 2 for rule in group)


def _row(cells: dict[tuple[int, int], list[Piece]], row: int, xs: list[float], ys: list[float], group: list[Rule]) -> list[str]:
    y = (ys[row] + ys[min(row + 1, len(ys) - 1)]) / 2
    columns = [column for column in range(len(xs) - 1) if (row, column) in cells or column == 0 or _wall(xs[column], y, group)]
    return [_text(cells.get((row, column), [])) for column in columns]


def _text(pieces: list[Piece]) -> str:
    return BREAK.join(fold(f"{line.raised or ''} {line.text}") for line in lines(pieces, 0))
