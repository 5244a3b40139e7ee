"""The passages of a report, a letter, an article: numbered paragraphs, lists, tables, notes, recommendations and conclusions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.document import Mark
from corpus.papers import marks
from corpus.papers.block import Block, Role
from corpus.papers.gathering import Extra, Gathering, Voice
from corpus.papers.marks import Marked

_LONGEST = 2_500  # characters of a paragraph with its list; what is longer goes on in passages of its own
_LONG_HEADING = 30  # words: a longer heading was a paragraph


def passages(blocks: Sequence[Block], gathering: Gathering, voice: Voice) -> None:
    """Add every block but headings as a passage, marked where it is a recommendation, a conclusion or a note."""
    under: Marked | None = None
    page: int | None = None
    for block in joined(headed(blocks)):
        if block.role is Role.HEADING:
            under = marks.labelled(block.text) if voice.kind.authority == 1 else None
            gathering.head(block)
            page = block.page
            if len(block.text.split()) > _LONG_HEADING:
                gathering.add(block, voice)
            continue
        numbered = block.role is Role.PARAGRAPH and block.number
        if under and (numbered or (block.page or 0) - (page or 0) > 1):
            under = None  # the box of a recommendation ends where the numbered paragraphs go on, or its page is over
            gathering.leave(gathering.level)
        add(block, gathering, voice, under)
        page = block.page


def add(block: Block, gathering: Gathering, voice: Voice, under: Marked | None = None) -> None:
    """Add one block; ``under`` is the recommendation whose heading it stands under."""
    if block.role is Role.NOTE:
        gathering.add(block, voice, Extra(Mark.NOTE, block.number))
        return
    own = marks.own(block, voice.kind, gathering.headings)
    found = own if own and own.number else under or own
    tail = f"rec-{found.number}" if found and found.mark is Mark.RECOMMENDATION and found.number and not block.number else None
    place = f"recommendation {found.number}" if tail and found else None
    gathering.add(block, voice, Extra(found.mark if found else None, found.number if found else None, tail=tail, place=place))


def joined(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, bullets one with the paragraph that introduces them by a colon: half a sentence is nothing to cite."""
    held: Block | None = None
    for block in blocks:
        bullet = not block.number and (block.role is Role.ITEM or (block.role is Role.PARAGRAPH and block.text[:1].islower()))
        follows = held is not None and bullet and len(held.text) + len(block.text) < _LONGEST
        if held and follows:
            held = replace(held, text=f"{held.text} {block.text}", bold=held.bold and block.bold)
            continue
        if held:
            yield held
        held = block if block.role in (Role.PARAGRAPH, Role.ITEM) and block.text.endswith((":", "–", "—")) else None
        if held is None:
            yield block
    if held:
        yield held


def headed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, the title of a recommendation that was set like text made the heading that it is."""
    level = 0
    for block in blocks:
        level = block.level if block.role is Role.HEADING and not marks.labelled(block.text) else level
        yield replace(block, role=Role.HEADING, level=level + 1) if marks.titled(block) else block
