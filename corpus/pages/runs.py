"""Runs: stretches of a page that somebody other than its author speaks, and where they end."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from corpus.document import Kind
from corpus.pages import cues, statements, wording
from corpus.pages.layout import Block, Shape
from corpus.pages.people import Register
from corpus.pages.voice import Voice


class Style(Enum):
    """How a run of quoted blocks ends."""

    OPEN = "at the next section mark"
    EXCERPT = "at the next heading, lead-in or turn to the reader"
    MARKED = "with the quotation marks"


@dataclass(slots=True)
class Run:
    """A stretch of blocks with one voice.

    ``start`` is the index in the output of its first block, ``left`` how many blocks its quotation marks still hold,
    ``letter`` whether it opens with *Dear*, ``signed`` whether somebody signs it below, ``part`` the number of a testimony.
    """

    voice: Voice
    style: Style
    start: int
    part: int | None = None
    left: int = 0
    letter: bool = False
    signed: bool = False
    bulleted: bool = False
    ended: bool = False

    def goes_on(self, block: Block, begun: bool, register: Register) -> bool:
        """True where ``block`` still belongs to the run; ``begun`` tells whether the run has a block already."""
        text = block.text
        if self.style is Style.MARKED:
            return self.left > 0 or cues.marked(text)
        if self.ended or (begun and self._hands_back(text)):
            return False
        if self.style is Style.EXCERPT:
            after_bullets = self.bulleted and block.shape is not Shape.BULLET
            return not after_bullets and not wording.leads(text) and not statements.looking_back(text, register)
        return True

    def _hands_back(self, text: str) -> bool:
        """True where the author speaks again: turns to the reader, leads to something else, or says *I* where the run would not."""
        kind = self.voice.kind
        if kind.authority >= Kind.TESTIMONY.authority:
            return cues.opens(text)
        if cues.to_reader(text) or (cues.opens(text) and kind is not Kind.DEBATE):
            return True
        return cues.first_person(text) and not self._may_say_i()

    def _may_say_i(self) -> bool:
        if self.style is Style.EXCERPT:
            return False
        return self.letter or self.signed or self.voice.kind in (Kind.DEBATE, Kind.ARTICLE, Kind.INQUIRY_REPORT, Kind.ORAL_EVIDENCE)
