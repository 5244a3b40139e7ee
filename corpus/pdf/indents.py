"""Which unnumbered paragraphs are set in from the margin of the numbered ones, as quotations and lists below them are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from corpus.pdf.paragraphs import Draft

_STEP = 0.8  # times the size
_FAR = 100.0  # points: what is further in is centred, or stands in another column


def margins(numbered: Iterable[Draft]) -> dict[int, list[float]]:
    """Where the numbers of paragraphs stand, page by page."""
    found: dict[int, list[float]] = defaultdict(list)
    for draft in numbered:
        found[draft.first.page].append(draft.first.x0)
    return found


def set_in(draft: Draft, margins: dict[int, list[float]]) -> bool | None:
    """Whether a paragraph is set in from the numbers beside it; ``None`` where none are near.

    The numbers are those of its page or of the next ones of the same side: left and right pages may have different margins.
    """
    left, page = min(line.x0 for line in draft.lines if line.page == draft.first.page), draft.first.page
    for other in (page, page - 2, page + 2):
        near = [x0 for x0 in margins.get(other, []) if -_STEP * draft.first.size <= left - x0 <= _FAR]
        if near:
            return left - min(near) > _STEP * draft.first.size
    return None
