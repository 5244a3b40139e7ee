"""Whose words a stretch of a page is: the voice, and the block it speaks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.document import Kind
from corpus.pages.bodies import Body
from corpus.pages.people import Person


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as far as the page tells. ``quoted`` is true where the words are not the page's (or the reader's) own."""

    kind: Kind
    speaker: str | None = None
    office: str | None = None
    party: str | None = None
    body: str | None = None
    date: str | None = None
    url: str | None = None
    quoted: bool = True

    @property
    def official(self) -> bool:
        """True for the words of an official finding."""
        return self.kind.authority == 1


@dataclass(frozen=True, slots=True)
class Spoken:
    """A block with its voice. ``part`` numbers testimonies and contributions; ``replies_to`` is a contribution's part."""

    text: str
    voice: Voice
    headings: tuple[str, ...] = ()
    part: int | None = None
    replies_to: int | None = None


def of_body(body: Body, kind: Kind | None = None, date: str | None = None) -> Voice:
    """The voice of a body that nobody signs for."""
    return Voice(kind or body.report, speaker=body.name, body=body.name, date=date)


def of_bodies(bodies: list[Body]) -> Voice:
    """The voice of several bodies that report together."""
    names = " and ".join(body.name for body in bodies)
    return Voice(bodies[0].report, speaker=names, body=names)


def signed(voice: Voice, person: Person) -> Voice:
    """The same voice with the person who speaks or signs."""
    return replace(voice, speaker=person.name, office=person.office)
