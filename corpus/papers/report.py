"""The passages of a report, a letter, an article: numbered paragraphs, lists, tables, notes, recommendations and conclusions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from corpus.document import Mark
from corpus.papers import foreword, marks
from corpus.papers.block import Block, Role
from corpus.papers.gathering import Extra, Gathering, Voice
from corpus.papers.marks import Marked

_LONGEST = 2_500  # characters of a paragraph with its list; what is longer goes on in passages of its own
_ADDRESSED = re.compile(r"\b(?:should|must):$")  # what its numbered recommendations go on with: they say nothing without it
_LONG_HEADING = 30  # words: a longer heading was a paragraph


def passages(blocks: Sequence[Block], gathering: Gathering, voice: Voice) -> None:
    """Add every block but headings as a passage, marked where it is a recommendation, a conclusion or a note.

    A foreword of an official paper is its signatory's.
    """
    under: Marked | None = None
    page: int | None = None
    addressed = False
    held = list(joined(headed(blocks)))
    voices = foreword.voiced(held, voice) if voice.kind.authority == 1 else [(block, voice) for block in held]
    for block, own in voices:
        if addressed and not block.number and block.role is not Role.NOTE:
            gathering.leave(gathering.level)
            addressed = False
        addressed = addressed or _is_addressed(block)
        if block.role is Role.HEADING:
            under = marks.labelled(block.text) if voice.kind.authority == 1 else None
            gathering.head(block)
            page = block.page
            if len(block.text.split()) > _LONG_HEADING:
                gathering.add(block, own)
            continue
        numbered = block.role is Role.PARAGRAPH and block.number
        if under and (numbered or (block.page or 0) - (page or 0) > 1):
            under = None  # the box of a recommendation ends where the numbered paragraphs go on, or its page is over
            gathering.leave(gathering.level)
        add(block, gathering, own, under)
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
            to = block.to or (block.printed if block.page != held.page else held.to)
            held = replace(held, text=f"{held.text} {block.text}", bold=held.bold and block.bold, to=to)
            continue
        if held:
            yield held
        held = block if block.role in (Role.PARAGRAPH, Role.ITEM) and block.text.endswith((":", "–", "—")) else None
        if held is None:
            yield block
    if held:
        yield held


def headed(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, the title of a recommendation that was set like text made the heading that it is, and so with the line that says
    whom the numbered ones under it are for (*The Ministry should:*)."""
    level, listed = 0, False
    for block, after in zip(blocks, [*blocks, Block("")][1:], strict=True):
        if block.role is Role.HEADING and not marks.labelled(block.text):
            level, listed = block.level, marks.listed(block.text) is not None
        addressed = listed and not block.number and bool(after.number) and _is_addressed(replace(block, role=Role.HEADING))
        yield replace(block, role=Role.HEADING, level=level + 1) if addressed or marks.titled(block) else block


def _is_addressed(block: Block) -> bool:
    return block.role is Role.HEADING and bool(_ADDRESSED.search(block.text)) and len(block.text.split()) <= _LONG_HEADING
