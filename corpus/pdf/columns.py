"""The order in which a page is read: what crosses the columns parts it into bands, and in a band each column is read to its foot."""

from __future__ import annotations

from statistics import median

from corpus.pdf.pieces import Piece

_GUTTER = 8.0  # points, the narrowest space between columns
_STEP = 2.0  # points
_FEWEST = 4  # lines of a column


Gutters = list[tuple[float, float]]
"""The left and right edges of the strips between columns."""


def bands(pieces: list[Piece], gutters: Gutters) -> list[list[Piece]]:
    """The pieces of a page in groups that are each read from top to bottom, in reading order: one group where there is one column."""
    if not gutters:
        return [pieces] if pieces else []
    ordered: list[list[Piece]] = []
    columns: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
    crossing: list[Piece] = []
    for piece in sorted(pieces, key=lambda each: each.y):
        if _crosses(piece, gutters) or _stands_alone(piece, pieces):
            ordered.extend(columns)
            columns = [[] for _ in columns]
            crossing.append(piece)
        else:
            if crossing and any(abs(piece.y - other.y) < 0.3 * piece.size for other in crossing):
                crossing.append(piece)
                continue
            ordered.append(crossing)
            crossing = []
            columns[sum(piece.x0 >= right - 1 for _, right in gutters)].append(piece)
    return [group for group in [*ordered, *columns, crossing] if group]


def _crosses(piece: Piece, gutters: Gutters) -> bool:
    return any(piece.x0 < left + 1 and piece.x1 > right - 1 for left, right in gutters)


def _stands_alone(piece: Piece, pieces: list[Piece]) -> bool:
    """True for a heading over the whole page that happens to be short: larger than most, with nothing beside it."""
    usual = median(other.size for other in pieces)
    if piece.size < 1.25 * usual:
        return False
    return not any(abs(other.y - piece.y) < 0.8 * piece.size and other is not piece and other.size < 1.25 * usual for other in pieces)


def gutters_of(pieces: list[Piece], before: Gutters) -> Gutters:
    """The upright strips that columns of running text leave free; none where the parts beside a strip are cells or labels.

    A page with too few lines to tell has those of the page ``before`` it, if its lines fit them.
    """
    return _found(pieces) or (before if _fit(pieces, before) else [])


def _fit(pieces: list[Piece], gutters: Gutters) -> bool:
    crossing = sum(_crosses(piece, gutters) for piece in pieces)
    behind = [piece for piece in pieces if gutters and piece.x0 >= gutters[0][1] - 1]
    begins = any(abs(piece.x0 - right) < 36 and len(piece.text) > 14 for piece in behind for _, right in gutters)
    return begins and len(pieces) < 40 and crossing <= 0.2 * len(pieces)


def _found(pieces: list[Piece]) -> Gutters:
    if len(pieces) < 2 * _FEWEST:
        return []
    left, right = min(piece.x0 for piece in pieces), max(piece.x1 for piece in pieces)
    narrow = [piece for piece in pieces if piece.x1 - piece.x0 < 0.62 * (right - left)]
    if len(narrow) < 2 * _FEWEST or not 0 < right - left < 5000:
        return []
    usual = median(piece.size for piece in narrow)
    text = [piece for piece in narrow if piece.size < 1.15 * usual]
    kept: Gutters = []
    for strip in _free(text, left, right):
        if _prose(_between(text, kept[-1][1] if kept else left, strip[0])):
            kept.append(strip)
    while kept and not _beside(text, kept, left, right):
        kept.pop()
    return kept


def _between(pieces: list[Piece], left: float, right: float) -> list[Piece]:
    return [piece for piece in pieces if piece.x0 >= left - _STEP and piece.x1 <= right + _STEP]


def _beside(pieces: list[Piece], kept: Gutters, left: float, right: float) -> bool:
    """True where what is behind the last strip runs like a column too, beside the one before it."""
    behind = _between(pieces, kept[-1][1], right)
    return _prose(behind) and _overlap(_between(pieces, kept[-2][1] if len(kept) > 1 else left, kept[-1][0]), behind)


def _free(pieces: list[Piece], left: float, right: float) -> Gutters:
    """The strips that next to no piece covers, from the last edge before them to the first edge behind them."""
    covered = [0] * (int((right - left) / _STEP) + 2)
    for piece in pieces:
        for step in range(int((piece.x0 - left) / _STEP), int((piece.x1 - left) / _STEP) + 1):
            covered[step] += 1
    strips: Gutters = []
    begin: int | None = None
    for step, count in enumerate(covered):
        if count <= 0.06 * len(pieces) and begin is None:
            begin = step
        elif count > 0.06 * len(pieces) and begin is not None:
            lowest = min((covered[each], abs(each - (begin + step) / 2), each) for each in range(begin, step))[2]
            strips.append(_edges(pieces, left + (lowest + 0.5) * _STEP))
            begin = None
    return [(x0, x1) for x0, x1 in strips if x1 - x0 >= _GUTTER and x0 > left + 60 and x1 < right - 60]


def _edges(pieces: list[Piece], middle: float) -> tuple[float, float]:
    before, behind = [piece.x1 for piece in pieces if piece.x1 <= middle], [piece.x0 for piece in pieces if piece.x0 >= middle]
    return max(before, default=middle), min(behind, default=middle)


def _prose(pieces: list[Piece]) -> bool:
    """True where most lines run from edge to edge, as those of paragraphs do."""
    rows = {round(piece.y / 4) for piece in pieces}
    if len(rows) < _FEWEST:
        return False
    width = max(piece.x1 for piece in pieces) - min(piece.x0 for piece in pieces)
    return median(len(piece.text) for piece in pieces) >= 14 and median(piece.x1 - piece.x0 for piece in pieces) >= 0.55 * width


def _overlap(before: list[Piece], after: list[Piece]) -> bool:
    top = max(min(piece.y for piece in before), min(piece.y for piece in after))
    foot = min(max(piece.y for piece in before), max(piece.y for piece in after))
    return foot - top > 3 * before[0].size
