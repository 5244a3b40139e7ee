"""Where sources disagree on a theme, side by side: who and when, and what each says."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.disagreements.disagreement import Disagreement, Side, Sort
from assistant.disagreements.finding import disagreements
from assistant.note.evidence import PRACTITIONERS, Piece, Theme
from assistant.note.footnotes import Footnotes
from assistant.note.note import Own, Paragraph, Run, Section, Table
from assistant.verify.evidence import Closeness

MOST = 6  # rows

_HEADER = ("Matter", "One source", "Another source")
_SORTS = {
    Sort.FIGURE: "The figures differ.",
    Sort.DENIAL: "One says so; the other does not, or says the contrary.",
    Sort.INSPECTIONS: "Official findings of different days; each may be right of its own.",
}


def found(theme: Theme, closeness: Closeness) -> tuple[Disagreement, ...]:
    """Where the passages of a theme disagree on its term, the plainest first; not where neither side can be verified."""
    every = disagreements([piece.hit for piece in theme.pieces], closeness, theme.term)
    return tuple(each for each in every if min(_authority(each.left), _authority(each.right)) < PRACTITIONERS)[:MOST]


def section(theme: Theme, differing: Sequence[Disagreement], footnotes: Footnotes) -> Section | None:
    """The disagreements as a table; nothing where none was found."""
    if not differing:
        return None
    leads = Own("The sources below differ on the face of their words. The note does not say which is right.")
    rows = tuple(((Own(_matter(each)),), _side(each.left, footnotes), _side(each.right, footnotes)) for each in differing)
    return Section(f"themes/{theme.number}/disagreements", "Where they disagree", (Paragraph((leads,)), Table(_HEADER, rows)))


def _matter(each: Disagreement) -> str:
    return f"‘{each.about}’. {_SORTS[each.sort]}" if each.about else _SORTS[each.sort]


def _side(side: Side, footnotes: Footnotes) -> tuple[Run, ...]:
    return (footnotes.say(Piece(side.hit, (side.words,), 1.0)),)


def _authority(side: Side) -> int:
    return side.hit.passage.standing.authority
