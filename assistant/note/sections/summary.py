"""The summary: three to five points, the strongest of different themes, official findings first, from different sources where they are as strong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.abstention import names
from assistant.note.evidence import PRACTITIONERS, Piece
from assistant.note.gathering.choosing import Shown, length, source
from assistant.note.gathering.gather import needed_for, said_at
from assistant.note.gathering.scene import goes_on, leans
from assistant.note.note import Bullets, Own, Paragraph, Run, Section
from assistant.note.wording import Wording
from assistant.quotation import runs
from assistant.selection import Chosen

_LEAST, _MOST = 3, 5  # points
_LONGEST = 80  # words of a point, with what leads it in
_NAMED = 14  # words of a term by which a point is labelled
_WAITS = re.compile(
    r"(?i)(?:and|or|the|an?|of|to|in|on|for|with|by|from|at|that|which|who|what|how|people|their|its|his|her|this|these|been|be|see|make|do|has|have|had|was|were|is|are|including|between)$"
)
_STRONG = 0.8  # of the best bearing that a theme has: what bears less gives way to others
_LEANS = 0.1  # of a bearing that a sentence loses that speaks of something as known
_SAME_SOURCE = 0.15  # of a bearing that a point loses for each other of its source


def section(shown: Sequence[Shown], wording: Wording) -> Section:
    """The points, each labelled by its theme if there are several; where there are none, a sentence that says so."""
    points = _points(shown)
    if not points:
        return Section("summary", "Summary", (Paragraph((Own("The collection has nothing that bears on the terms of reference."),)),))
    items = tuple(_item(theme, piece, wording, labelled=len(shown) > 1) for theme, piece in points)
    return Section("summary", "Summary", (Bullets(items),))


def _points(shown: Sequence[Shown]) -> list[tuple[Shown, Piece]]:
    """One point a theme, the best themes first where there are many; further ones only where that makes fewer than three."""
    kept: list[tuple[Shown, Piece]] = []
    ready = sorted((each for each in shown if _pieces(each)), key=lambda each: (_place(_pieces(each)[0], _top(each)), each.theme.number))[:_MOST]
    for each in ready * _LEAST:
        if each not in [other for other, _ in kept] or len(kept) < _LEAST:
            kept += [(each, piece) for piece in _apart(each, [piece for _, piece in kept])[:1]]
    return sorted(kept, key=lambda pair: (pair[0].theme.number, _place(pair[1], _top(pair[0]))))


def _apart(shown: Shown, kept: Sequence[Piece]) -> list[Piece]:
    """Those not there yet, the best first, from sources not there yet where they are about as good."""
    new = [piece for piece in _pieces(shown) if all(piece.runs != other.runs for other in kept)]

    def place(piece: Piece) -> tuple[object, ...]:
        same = sum(source(other.hit) == source(piece.hit) for other in kept)
        return _place(replace(piece, bearing=piece.bearing - _SAME_SOURCE * same), _top(shown))

    return sorted(new, key=place)


def _pieces(shown: Shown) -> list[Piece]:
    """Of each passage that the theme shows, the one sentence that bears most, with what it leans on; unnamed voices are no summary."""
    found = [_best(choice) for choice in shown.taken.values()]
    return sorted((piece for piece in found if piece.authority < PRACTITIONERS), key=lambda piece: _place(piece, _top(shown)))


def _best(choice: Chosen) -> Piece:
    """The sentence, with the one before it where that is shown and this one names nothing or speaks of something as known, and with the one after
    it where it goes on."""
    best = max(choice.taken, key=lambda i: (choice.likeness[i] - _LEANS * leans(said_at(choice, i)), -i))
    needed = needed_for(choice, best)
    first = said_at(choice, min(needed))
    needed |= {min(needed) - 1} & choice.taken if leans(first) or not names(first) else set()
    needed |= {max(needed) + 1} if goes_on(choice, max(needed)) else set()
    worth = choice.likeness[best] - _LEANS * leans(said_at(choice, min(needed)))
    return Piece(choice.hit, tuple(runs(replace(choice, taken=needed))), worth)


def _top(shown: Shown) -> float:
    return max((max(choice.likeness[i] for i in choice.taken) for choice in shown.taken.values()), default=0.0)


def _place(piece: Piece, top: float) -> tuple[object, ...]:
    """Official findings before others, unless they bear on the theme much less than the best that it has."""
    return length(piece) > _LONGEST, piece.bearing < _STRONG * top, piece.authority, -piece.bearing, piece.hit.passage.id


def _item(shown: Shown, piece: Piece, wording: Wording, *, labelled: bool) -> tuple[Run, ...]:
    written = wording.written(shown.theme.term, [piece])[:1]
    label = (Own(f"Theme {shown.theme.number} ({short(shown.theme.term)}): ", emphasis=True),) if labelled else ()
    return *label, *(written or [wording.footnotes.say(piece)])


def short(term: str) -> str:
    """The term, or its first words as far as a word that does not leave the reader waiting."""
    words = term.rstrip(" ?.").split()
    kept = words[:_NAMED]
    while len(kept) < len(words) and len(kept) > 1 and _WAITS.match(kept[-1]):
        kept.pop()
    return " ".join(kept).rstrip(",;:") + (" …" if len(words) > len(kept) else "")
