"""The summary: three to five points, the strongest of different themes, official findings first, from different sources where they are as strong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.note.choosing import Shown, length, source
from assistant.note.evidence import PRACTITIONERS, Piece
from assistant.note.gathering import needed_for
from assistant.note.note import Bullets, Own, Paragraph, Run, Section
from assistant.note.wording import Wording
from assistant.quotation import runs
from assistant.selection import Chosen

_LEAST, _MOST = 3, 5  # points
_LONGEST = 80  # words of a point, with what leads it in
_NAMED = 14  # words of a term by which a point is labelled
_SAME_SOURCE = 0.15  # of a bearing that a point loses for each other of its source


def section(shown: Sequence[Shown], wording: Wording) -> Section:
    """The points, each labelled by its theme; where there are none, a sentence that says so."""
    points = _points(shown)
    if not points:
        return Section("summary", "Summary", (Paragraph((Own("The collection has nothing that bears on the terms of reference."),)),))
    return Section("summary", "Summary", (Bullets(tuple(_item(theme, piece, wording) for theme, piece in points)),))


def _points(shown: Sequence[Shown]) -> list[tuple[Shown, Piece]]:
    """One point a theme, the best themes first where there are many; second ones only where that makes fewer than three."""
    kept: list[tuple[Shown, Piece]] = []
    ready = sorted((each for each in shown if _pieces(each)), key=lambda each: (_place(_pieces(each)[0]), each.theme.number))[:_MOST]
    for each in [*ready, *ready]:
        if each not in [other for other, _ in kept] or len(kept) < _LEAST:
            kept += [(each, piece) for piece in _apart(_pieces(each), [piece for _, piece in kept])[:1]]
    return sorted(kept, key=lambda pair: (pair[0].theme.number, _place(pair[1])))


def _apart(pieces: Sequence[Piece], kept: Sequence[Piece]) -> list[Piece]:
    """Those not there yet, the best first, from sources not there yet where they are about as good."""
    new = [piece for piece in pieces if all(piece.runs != other.runs for other in kept)]

    def place(piece: Piece) -> tuple[object, ...]:
        same = sum(source(other.hit) == source(piece.hit) for other in kept)
        return _place(replace(piece, bearing=piece.bearing - _SAME_SOURCE * same))

    return sorted(new, key=place)


def _pieces(shown: Shown) -> list[Piece]:
    """Of each passage that the theme shows, the one sentence that bears most, with what it leans on; unnamed voices are no summary."""
    found = [_best(choice) for choice in shown.taken.values()]
    return sorted((piece for piece in found if piece.authority < PRACTITIONERS), key=_place)


def _best(choice: Chosen) -> Piece:
    best = max(choice.taken, key=lambda i: (choice.likeness[i], -i))
    return Piece(choice.hit, tuple(runs(replace(choice, taken=needed_for(choice, best)))), choice.likeness[best])


def _place(piece: Piece) -> tuple[object, ...]:
    return length(piece) > _LONGEST, piece.authority, -piece.bearing, piece.hit.passage.id


def _item(shown: Shown, piece: Piece, wording: Wording) -> tuple[Run, ...]:
    written = wording.written(shown.theme.term, [piece])[:1]
    label = Own(f"Theme {shown.theme.number} ({_short(shown.theme.term)}): ", emphasis=True)
    return label, *(written or [wording.footnotes.say(piece)])


def _short(term: str) -> str:
    """The term, or its first words."""
    words = term.rstrip(" ?.").split()
    return " ".join(words[:_NAMED]).rstrip(",;:") + (" …" if len(words) > _NAMED else "")
