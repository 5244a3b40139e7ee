"""What a page's markup tells of it before its text is read: its top, its comments, its headings, and which words stand in a blockquote."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus.dates import is_date_line
from corpus.document import fold
from corpus.pages import heading
from corpus.pages.comment_lists import Comment
from corpus.pages.heading import Top
from corpus.pages.layout import Block, Shape
from corpus.pages.voice import Spoken, Voice

_OPEN, _CLOSE = "“\u2060", "\u2060”"  # quotation marks that no page has: the blockquote's, taken off again
_BYLINE = re.compile(r"(?i)^(?:(?:posted|written|published)\s+)?(?:by|on|at)\b.{2,80}$")
_LOOKED_AT = 6  # lines


@dataclass(frozen=True, slots=True)
class Known:
    """What the markup says; ``comments`` is ``None`` where it says nothing of any, and they have to be looked for in the text.

    ``links`` are the addresses of comments, by locator. ``voice`` is whose the page's own words are, where that is sure.
    """

    title: str | None = None
    author: str | None = None
    date: str | None = None
    site: str | None = None
    url: str | None = None
    press: bool = False
    voice: Voice | None = None
    comments: tuple[Comment, ...] | None = None
    links: Mapping[str, str] = field(default_factory=dict)
    headings: frozenset[str] = frozenset()
    quoted: frozenset[str] = frozenset()

    @property
    def said(self) -> str:
        """All words of the comments."""
        return " ".join(line for comment in self.comments or () for line in comment.lines)

    def top(self, lines: list[str]) -> Top:
        """The top of the page: what the markup says of it, else what its first lines do."""
        if not self.title:
            return heading.top(lines)
        lines = [line for line in lines if fold(line)]
        found = heading.top([self.title, *lines])
        rest = [line for i, line in enumerate(lines) if i >= _LOOKED_AT or not self._of_the_top(fold(line))]
        site = (self.site,) if self.site else ()
        return Top(self.title, self.date or found.date, self.author or found.author, rest, site, self.press or found.press, found.record)

    def blocks(self, found: list[Block]) -> list[Block]:
        """The page's blocks with the headings that are marked as such, and the blockquotes in quotation marks, so that they are heard
        to their end."""
        following = [*found, Block("", Shape.BREAK)][1:]
        return [self._block(block, last=after.text not in self.quoted) for block, after in zip(found, following, strict=True)]

    def heard(self, spoken: list[Spoken], base: Voice) -> list[Spoken]:
        """What was spoken, the blockquotes' marks taken off; whoever got the word in a blockquote has lost it at its end."""
        heard: list[Spoken] = []
        begun = ended = None  # the voice that the blockquote gave the word to; the same, once the blockquote is over
        for said in spoken:
            within = _OPEN in said.text or (begun is not None and said.text in self.quoted)
            if within:
                fresh = not heard or heard[-1].voice != said.voice
                begun = said.voice if fresh and said.voice.quoted else begun if begun == said.voice else None
                ended = None
            elif begun is not None or ended is not None:
                ended, begun = begun or ended, None
                if said.voice == ended:
                    said = replace(said, voice=base, part=None, replies_to=None)
                else:
                    ended = None
            heard.append(replace(said, text=said.text.replace(_OPEN, "").replace(_CLOSE, "")))
        return heard

    def link(self, locator: str) -> str | None:
        """The address of the comment with this locator, or of the page."""
        return self.links.get(locator.split(", para")[0], self.url)

    def _block(self, block: Block, last: bool) -> Block:
        """The block as it is to be heard. Of a blockquote's paragraphs only the last closes the marks, as in print."""
        if block.text in self.quoted and block.shape not in (Shape.MARK, Shape.BREAK):
            shape = Shape.BULLET if block.shape is Shape.BULLET else Shape.PARAGRAPH
            return Block(block.text if block.text[:1] in "“\"‘'" else f"{_OPEN}{block.text}{_CLOSE if last else ''}", shape)
        if block.shape is Shape.HEADING and " | " in block.text:  # the first row of a table
            return Block(block.text, Shape.PARAGRAPH)
        return Block(block.text, Shape.HEADING) if block.text in self.headings and block.shape is Shape.PARAGRAPH else block

    def _of_the_top(self, text: str) -> bool:
        return text == self.title or bool(is_date_line(text)) or bool(_BYLINE.match(text) and (self.author or "") and (self.author or "") in text)
