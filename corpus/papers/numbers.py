"""The number typed before a paragraph, told from the figures a paragraph may begin with."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from corpus.document import fold
from corpus.papers.block import Block, Role

_SHARE = 4  # a list that numbers one paragraph in four numbers the paper's paragraphs
_BOLD_HEADING = 15  # words: a longer bold line is a paragraph
_LOWEST = 9  # the level of a heading that only its bold type shows

_TABBED = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})\.?\t\s*(?=\S)")
_STOPPED = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})[.)]\s+(?=\S)")
_PLACED = re.compile(r"^(?P<number>\d{1,3}(?:\.\d{1,3}){1,3})\s+(?=[A-Z“‘\"'(\[])")
_SENTENCE = re.compile(r"[.;:,?!][”\"’')]*(?:\s*[(\[][^()\[\]]{1,60}[)\]])?$")
_LETTERED = re.compile(r"^(?:\((?P<both>[a-z]{1,2}|[ivxl]{1,5}|[A-Z]|\d{1,2})\)|(?P<half>[a-z]|[ivxl]{1,5})[.)])\s+(?=\S)")
_BULLET = re.compile(r"^[•●▪◦‣∙·○■□–*-]\s+(?=\S)")


def split(text: str) -> tuple[str | None, str, Role]:
    """The printed number before ``text`` (or ``None``), the text without it, and whether it is a paragraph's or a list item's.

    ``3.12 The …``, ``12. The …`` and a number before a tab are a paragraph's; ``(a)``, ``ii.`` and bullets an item's.
    ``2.5 million`` begins with no number of its own.
    """
    for pattern in (_TABBED, _STOPPED, _PLACED):
        if match := pattern.match(text):
            return match["number"], text[match.end() :], Role.PARAGRAPH
    if match := _LETTERED.match(text):
        return match["both"] or match["half"], text[match.end() :], Role.ITEM
    if match := _BULLET.match(text):
        return None, text[match.end() :], Role.ITEM
    return None, text, Role.PARAGRAPH


def is_sentence(text: str) -> bool:
    """True where ``text`` ends as a sentence does, the place it refers to after it or not: *… must consult. (Paragraph 3)*."""
    return bool(_SENTENCE.search(text))


def typed(text: str, bold: bool) -> Block:
    """A paragraph whose number, if it has one, is typed; a short bold line is a heading that only its type shows.

    ``text`` comes with its tabs: a number before one is no figure.
    """
    number, rest, role = split(text.strip())
    rest = fold(rest)
    short = len(rest.split()) <= _BOLD_HEADING and not is_sentence(rest)
    if bold and short and role is Role.PARAGRAPH and "." not in (number or "") and re.search(r"[A-Za-z]{2}", rest):
        return Block(fold(text), Role.HEADING, _LOWEST, bold=True)
    return Block(rest, role, number=number, bold=bold)


def paragraphs(blocks: list[Block], lists: dict[int, str]) -> list[Block]:
    """The blocks, those items that number the paper's paragraphs made paragraphs: one in four of all, or numbered like ``3.12``.

    ``lists`` names, for each item that figures number, the list that counts it.
    """
    counted = Counter(lists.values())
    least = sum(block.role in (Role.PARAGRAPH, Role.ITEM) for block in blocks) / _SHARE
    due = None  # a list of a few goes on with the paragraphs' numbers where its first number is the one that is due
    for i, key in lists.items():
        number = blocks[i].number or ""
        if counted[key] >= least or "." in number or (due is not None and number == str(due)):
            blocks[i] = replace(blocks[i], role=Role.PARAGRAPH)
            due = int(number) + 1 if number.isdecimal() else None
    return blocks
