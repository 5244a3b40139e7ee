"""The footnotes of a note: the first use of a citation in full, a later one pointing back to it, numbered as pandoc numbers them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant import citations as refs
from assistant.answer import Citation
from assistant.note.export import addresses
from assistant.note.export.addresses import Shown
from assistant.note.export.ast import Block, Inline, attributes, division, link, note, numbered, paragraph, raw, spaced, span, superscript, words


@dataclass(frozen=True, slots=True)
class Use:
    """A use of a citation: the number of its own footnote, and of the one that gives the reference in full (its own, the first time)."""

    number: int
    full: int
    citation: Citation

    @property
    def later(self) -> bool:
        """True where an earlier note gives the reference."""
        return self.number != self.full

    @property
    def reference(self) -> str:
        """What the footnote says, without links: ``See note 3: who, what, when, where.`` where it is a later one."""
        passage = self.citation.passage
        told = f"{self.see} {self.whose} {passage.locator}" if self.later else refs.footnote(replace(passage, url=None), self.citation.title)
        return told if told.endswith(".") else f"{told}."

    @property
    def see(self) -> str:
        """``See note 3:``"""
        return f"See note {self.full}:"

    @property
    def whose(self) -> str:
        """Who, what, when."""
        return f"{refs.label(self.citation.passage)},"


class Notes(Protocol):
    """How one format sets footnotes."""

    def mark(self, number: int) -> list[Inline]:
        """What stands in the text for citation ``number``; to be asked in reading order, once a use."""

    def ending(self) -> list[Block]:
        """What stands at the end of the document."""


class Uses:
    """Counts the uses of citations in reading order."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self._citations = citations
        self._first: dict[int, int] = {}
        self._count = 0

    def use(self, number: int) -> Use:
        """The next footnote, of citation ``number``."""
        self._count += 1
        return Use(self._count, self._first.setdefault(number, self._count), self._citations[number - 1])


class Footnotes:
    """Native footnotes."""

    def __init__(self, citations: Sequence[Citation], shown: Shown) -> None:
        self._uses = Uses(citations)
        self._shown = shown

    def mark(self, number: int) -> list[Inline]:
        """The footnote itself, which pandoc numbers."""
        return [self._set(self._uses.use(number))]

    def ending(self) -> list[Block]:
        """Nothing: the format keeps them."""
        return []

    def _set(self, use: Use) -> Inline:
        return note(_text(use, self._shown))


class WordFootnotes(Footnotes):
    """Footnotes whose “See note 3” goes with the note it names when somebody adds one before it: a bookmark, and a field of Word's."""

    def _set(self, use: Use) -> Inline:
        if not use.later:
            return span(attributes(f"note_{use.number}"), [super()._set(use)])
        see = [*spaced([words("See note"), [raw("openxml", _FIELD.format(use.full))]]), *words(":")]
        return note(_later(use, see))


class Endnotes:
    """Notes at the end of a page on a screen: each mark links to its note and says its reference, each note links back."""

    def __init__(self, citations: Sequence[Citation]) -> None:
        self._uses = Uses(citations)
        self._met: list[Use] = []

    def mark(self, number: int) -> list[Inline]:
        """A raised number."""
        use = self._uses.use(number)
        self._met.append(use)
        about = attributes(f"ref-{use.number}", "ref", role="doc-noteref")
        return [superscript([link(words(str(use.number)), f"#note-{use.number}", use.reference, about)])]

    def ending(self) -> list[Block]:
        """The notes, numbered."""
        return [division(attributes("notes", role="doc-endnotes"), [numbered([[self._note(use)] for use in self._met])])] if self._met else []

    def _note(self, use: Use) -> Block:
        told = _later(use, [link(words(use.see), f"#note-{use.full}")]) if use.later else _text(use, addresses.short)
        back = link(words("↩"), f"#ref-{use.number}", "Back to the text", attributes("", "back", role="doc-backlink"))
        return division(attributes(f"note-{use.number}"), [paragraph(spaced([told, [back]]))])


def _text(use: Use, shown: Shown) -> list[Inline]:
    """What the footnote says, with the link to its source; an address that is none of the web's is left out."""
    if use.later:
        return _later(use, words(use.see))
    address = addresses.safe(use.citation.passage.url)
    return [*spaced([words(use.reference.removesuffix(".")), shown(address)]), *words(".")] if address else words(use.reference)


def _later(use: Use, see: list[Inline]) -> list[Inline]:
    """A pointer back, whose place in the source is itself the link to it."""
    passage = use.citation.passage
    address = addresses.safe(passage.url)
    place = words(passage.locator.removesuffix("."))
    return [*spaced([see, words(use.whose), [link(place, address)] if address else place]), *words(".")]


_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> NOTEREF note_{0} \\h </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{0}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
