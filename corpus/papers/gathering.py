"""Passages gathered one by one: each with an id of its own and the place a reader would look for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.document import Kind, Mark, Origin, Passage
from corpus.papers.block import Block, Role


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words a passage is, as far as the paper says."""

    kind: Kind
    speaker: str | None = None
    office: str | None = None
    party: str | None = None
    body: str | None = None
    date: str | None = None
    series: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Extra:
    """What a passage is beyond its words: its mark, the passage it answers, and its own place where it has one."""

    mark: Mark | None = None
    number: str | None = None
    reply_to: str | None = None
    remark: str | None = None
    place: str | None = None  # the locator without the page
    tail: str | None = None  # of the id
    paged: bool = True  # whether the page belongs to the place


@dataclass(slots=True)
class Gathering:
    """The passages of one paper while they are put together, and the headings above the next one."""

    document_id: str
    url: str | None = None
    aside: frozenset[str] = frozenset()  # headings that head nothing: the lines of the cover
    passages: list[Passage] = field(default_factory=list)
    _headings: list[tuple[int, str]] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)
    _again: dict[str, int] = field(default_factory=dict)
    _on_page: dict[int, int] = field(default_factory=dict)
    _counted: int = 0
    _tables: int = 0
    _paragraph: str | None = None
    _voice: Voice | None = None  # of the numbered paragraph, as long as what follows may belong to it

    @property
    def headings(self) -> tuple[str, ...]:
        """The path of headings above."""
        return tuple(text for _, text in self._headings)

    @property
    def level(self) -> int:
        """The level of the heading right above; 0 where there is none."""
        return self._headings[-1][0] if self._headings else 0

    def head(self, block: Block) -> None:
        """Go under a heading: those of its level and below end."""
        self._paragraph = self._voice = None
        if block.text in self.aside:
            return
        text = f"{block.number} {block.text}" if block.number else block.text
        self._headings = [known for known in self._headings if known[0] < block.level] + [(block.level, text)]

    def leave(self, level: int) -> None:
        """End the headings of ``level`` and below."""
        self._headings = [known for known in self._headings if known[0] < level]

    def add(self, block: Block, voice: Voice, extra: Extra | None = None, headings: tuple[str, ...] | None = None) -> Passage:
        """Add the block as a passage; its place comes from its number or its page unless ``extra`` knows better."""
        extra = extra or Extra()
        self._counted += block.role in (Role.PARAGRAPH, Role.ITEM, Role.HEADING)
        place, tail = self._place(block, voice)
        locator = ", ".join(filter(None, (extra.place or place, pages(block) if extra.paged else None)))
        url = f"{self.url}#page={block.page}" if self.url is not None and block.page else self.url
        passage = Passage(
            id=self._unique(extra.tail or tail), document_id=self.document_id, ordinal=len(self.passages) + 1, text=block.text,
            kind=voice.kind, locator=locator, speaker=voice.speaker, office=voice.office, party=voice.party, body=voice.body,
            date=voice.date, headings=self.headings if headings is None else headings, url=url, origin=voice.origin,
            reply_to=extra.reply_to, mark=extra.mark, number=extra.number, remark=extra.remark, series=voice.series,
        )  # fmt: skip
        self.passages.append(passage)
        return passage

    def _place(self, block: Block, voice: Voice) -> tuple[str | None, str]:
        """The locator without the page, and the end of the id."""
        number = block.number
        if block.role is Role.NOTE:
            return f"note {number}" if number else "note", f"note-{number or 'x'}"
        if block.role is Role.TABLE:
            self._tables += 1
            return "table" if block.page else f"{ordinal(self._tables)} table", f"table-{self._tables}"
        if block.role is Role.ITEM and number and self._paragraph:
            return f"para {self._paragraph}({number})", f"para-{self._paragraph}-{number}"
        if number and block.role is Role.PARAGRAPH:
            self._paragraph, self._voice = number, voice
            return f"para {number}", f"para-{number}"
        if not number and self._belongs(block, voice):
            return f"para {self._paragraph}", self._ordinal(block, "paragraph")
        item = f"item {number}" if number and block.role is Role.ITEM else None
        counted = None if block.page else f"{ordinal(self._counted)} paragraph"
        return ", ".join(part for part in (counted, item) if part) or None, self._ordinal(block, "paragraph")

    def _belongs(self, block: Block, voice: Voice) -> bool:
        """True for a list item, a quotation, or what is set in, right after a numbered paragraph: it is part of that. Anything else
        ends what belongs to it; where it stands at the margin, numbered items after it do not belong to it either."""
        part = block.role is Role.ITEM or block.indented or (block.indented is None and block.text.startswith(("“", "‘", '"')))
        if self._voice != voice or not part:
            self._voice = None
            self._paragraph = None if block.indented is False else self._paragraph
        return self._voice is not None

    def _ordinal(self, block: Block, word: str) -> str:
        """``p14-3``: the third passage on page 14; in a file without pages the paragraph counted."""
        if not block.page:
            return f"{word}-{self._counted}"
        self._on_page[block.page] = self._on_page.get(block.page, 0) + 1
        return f"p{block.page}-{self._on_page[block.page]}"

    def _unique(self, tail: str) -> str:
        tail = re.sub(r"[^\w.-]+", "-", tail).strip("-")
        own = tail
        while own in self._taken:
            self._again[tail] = self._again.get(tail, 1) + 1
            own = f"{tail}-{self._again[tail]}"
        self._taken.add(own)
        return f"{self.document_id}#{own}"


def pages(block: Block) -> str | None:
    """``p. 42``, ``pp. 42–43``: the page as printed, else as counted; ``sheet 2`` for one without a number in a paper that has them."""
    if not block.page or block.printed == "":
        return f"sheet {block.page}" if block.page else None
    first = block.printed or str(block.page)
    return f"pp. {first}–{block.to}" if block.to else f"p. {first}"


def ordinal(count: int) -> str:
    """``12th``: how a paragraph that was counted is told from one that is numbered."""
    ending = "th" if count % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(count % 10, "th")
    return f"{count}{ending}"
