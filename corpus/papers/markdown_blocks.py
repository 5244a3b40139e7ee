"""A Markdown text as blocks: emphasis, links and other marks taken off, their words kept.

Covered: CommonMark with tables, front matter (``title: …`` lines between ``---``), footnotes (``[^7]``). Not covered: other
extensions, whose marks stay in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corpus import dates
from corpus.document import fold
from corpus.papers import numbers
from corpus.papers.block import Block, Facts, Role

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(?P<lines>(?:[^\n]*\n){0,60}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"^(?P<key>[A-Za-z][\w-]*):[ \t]*(?P<value>.+)$", re.M)
_NOTE = re.compile(r"^ {0,3}\[\^(?P<mark>[\w-]{1,20})\]:[ \t]*(?P<words>[^\n]*(?:\n(?: {2,}|\t)[^\n]+)*)", re.M)
_CALL = re.compile(r"\s?\[\^([\w-]{1,20})\]")
_TAG = re.compile(r"<!--.*?-->|<[^<>]*>", re.S)
_DEEPEST = 100
_KEYS = {
    "title": "title", "author": "author", "date": "date", "publisher": "publisher", "organisation": "publisher",
    "url": "url", "source": "url", "permalink": "url",
}  # fmt: skip


@dataclass(slots=True)
class Markdown:
    """A Markdown text as it was parsed: what its front matter says, and its blocks."""

    facts: Facts
    blocks: list[Block] = field(default_factory=list)
    headed: bool = False  # whether headings are marked as such
    _notes: dict[str, str] = field(default_factory=dict)
    _lists: dict[int, str] = field(default_factory=dict)
    _items: list[tuple[bool, int]] = field(default_factory=list)  # for each open list, whether figures number it, and the next number
    _pending: str | None = None  # the number of the item that begins

    @classmethod
    def of(cls, text: str) -> Markdown:
        """Read ``text``."""
        front = _FRONT.match(text)
        text = text[front.end() :] if front else text
        read = cls(_facts(front["lines"]) if front else Facts())
        if read.facts.title:
            read.blocks.append(Block(fold(read.facts.title), Role.HEADING, 1))
        read._notes = {match["mark"]: _inline(match["words"]) for match in _NOTE.finditer(text)}
        read._take(_parsed(_NOTE.sub("", text)))
        read.blocks += [Block(words, Role.NOTE, number=mark) for mark, words in read._notes.items() if words]
        numbers.paragraphs(read.blocks, read._lists)
        return read

    def _take(self, tokens: list[Token]) -> None:
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "table_open":
                at = self._table(tokens, at)
            elif token.type == "heading_open":
                self.headed = self.headed or token.markup != "-"  # dashes under a line are as often a rule across the page
                self._add(Block(_words(tokens[at + 1]), Role.HEADING, int(token.tag[1:])))
                at += 2
            else:
                self._other(token)
            at += 1

    def _other(self, token: Token) -> None:
        if token.type in {"ordered_list_open", "bullet_list_open"}:
            self._items.append((token.type.startswith("ordered"), int(token.attrGet("start") or 1)))
        elif token.type in {"ordered_list_close", "bullet_list_close"} and self._items:
            self._items.pop()
        elif token.type == "list_item_open" and self._items:
            ordered, count = self._items[-1]
            self._items[-1] = ordered, count + 1
            self._pending = str(count) if ordered else ""
        elif token.type == "inline":
            self._paragraph(_words(token), _bold(token))
        elif token.type in {"fence", "code_block"}:
            self._add(Block(fold(token.content)))
        elif token.type == "html_block":
            self._add(Block(fold(_TAG.sub(" ", token.content))))

    def _paragraph(self, text: str, bold: bool) -> None:
        pending, self._pending = self._pending, None
        if pending is None:
            self._add(numbers.typed(text, bold))
            return
        if pending and len(self._items) == 1:
            self._lists[len(self.blocks)] = "1"
        self._add(Block(fold(text), Role.ITEM, number=pending or None, bold=bold))

    def _add(self, block: Block) -> None:
        if not block.text:
            self._lists.pop(len(self.blocks), None)
            return
        self.blocks.append(block)
        for mark in re.findall(r" \[([\w-]{1,20})\]", block.text):
            if words := self._notes.pop(mark, None):
                self.blocks.append(Block(words, Role.NOTE, number=mark))

    def _table(self, tokens: list[Token], at: int) -> int:
        """Add the table that begins at ``at``; gives where it ends."""
        rows: list[list[str]] = []
        while at < len(tokens) and tokens[at].type != "table_close":
            if tokens[at].type == "tr_open":
                rows.append([])
            elif tokens[at].type == "inline" and rows:
                rows[-1].append(fold(_words(tokens[at])))
            at += 1
        self._add(Block("\n".join(" | ".join(row) for row in rows if any(row)), Role.TABLE))
        return at


def _parsed(text: str) -> list[Token]:
    from markdown_it import MarkdownIt

    return list(MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(text))


def _inline(text: str) -> str:
    """The words of a note: one paragraph, whatever it begins with."""
    from markdown_it import MarkdownIt

    return fold(" ".join(map(_words, MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).parseInline(fold(text)))))


def _words(token: Token) -> str:
    return _CALL.sub(r" [\1]", "".join(_pieces(token)))


def _pieces(token: Token) -> Iterator[str]:
    for piece in token.children or []:
        if piece.type in {"softbreak", "hardbreak"}:
            yield " "
        elif piece.type == "image":
            yield from _pieces(piece)
        elif piece.type != "html_inline":
            yield piece.content


def _bold(token: Token) -> bool:
    depth, inside, outside = 0, False, False
    for piece in token.children or []:
        depth += {"strong_open": 1, "strong_close": -1}.get(piece.type, 0)
        if piece.content.strip():
            inside, outside = inside or depth > 0, outside or depth == 0
    return inside and not outside


def _facts(lines: str) -> Facts:
    told = {_KEYS[key]: match["value"].strip().strip("\"'") for match in _FIELD.finditer(lines) if (key := match["key"].lower()) in _KEYS}
    date = told.pop("date", "")
    found = dates.full_date(date)
    iso = found[0] if found else (date if dates.is_iso(date) else dates.month_date(date))
    url = told.pop("url", "")
    return Facts(**told, date=iso, url=url if url.startswith(("http://", "https://")) else None)
