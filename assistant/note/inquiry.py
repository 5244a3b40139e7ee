"""What a note is asked for: an inquiry, its terms of reference, the session with its witnesses, and what may be used."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from index.filters import NO_LIMITS, Filters

DEFAULT_WORDS = 3000
"""About six pages: what a Member reads before a session."""


class NoteKind(StrEnum):
    """What sort of note it is."""

    BRIEF = "brief"  # of an evidence session
    DEBATE = "debate-pack"
    PAGE = "one-page"


@dataclass(frozen=True, slots=True)
class Witness:
    """Somebody who gives evidence. ``about`` are other names by which the record may know the organisation (an abbreviation)."""

    name: str
    role: str | None = None
    organisation: str | None = None
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """An evidence session: its day (ISO 8601), place, and witnesses in the order of their appearance."""

    date: str | None = None
    place: str | None = None
    witnesses: tuple[Witness, ...] = ()


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What a note is about. ``terms`` are the terms of reference, each a question; ``limits`` what of the collection may be used;
    ``words`` the length of the note's main part that is aimed at; ``today`` (ISO) the day from which promises are overdue."""

    title: str
    terms: tuple[str, ...]
    kind: NoteKind = NoteKind.BRIEF
    committee: str | None = None
    session: Session = Session()
    limits: Filters = NO_LIMITS
    words: int = DEFAULT_WORDS
    today: str | None = None


class BadInquiry(Exception):
    """An inquiry that cannot be written about: which field (of a file: which line), its value, and what to do."""
