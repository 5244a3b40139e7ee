"""What the collection has on a term of reference: passages with the words taken from each."""

from __future__ import annotations

from dataclasses import dataclass

from index.hits import Hit

OFFICIAL, PARLIAMENT, ORGANISATIONS, AUTHORS, PRACTITIONERS, READERS = range(1, 7)
"""A source's standing (`Kind.authority` of what it stands with)."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage, the ``runs`` of its words that bear on the term (to the letter, in order), and how well they bear on it, 0 to 1, higher is
    better; values compare within one term."""

    hit: Hit
    runs: tuple[str, ...]
    bearing: float

    @property
    def authority(self) -> int:
        """1 (an official finding) to 6 (an anonymous reader); a digest stands with its original."""
        return self.hit.passage.standing.authority


@dataclass(frozen=True, slots=True)
class Theme:
    """A term of reference, numbered from 1, with its pieces, the best first; no point twice. ``looked_for`` are the searches that were made, each
    with what it was limited to in words; ``nearest`` is the best passage where nothing bears on the term."""

    number: int
    term: str
    pieces: tuple[Piece, ...]
    looked_for: tuple[str, ...] = ()
    nearest: Hit | None = None

    def of(self, *authorities: int) -> tuple[Piece, ...]:
        """The pieces of these standings, the best first."""
        return tuple(piece for piece in self.pieces if piece.authority in authorities)
