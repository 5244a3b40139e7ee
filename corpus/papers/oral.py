"""Oral evidence: questions with their numbers, and who asks and who answers, by full name and office as the transcript lists them.

Shapes: ``Q1 Chair: …`` and ``Dame X: …``, as the Commons and the Lords print them on paper, on the web and in Word; a speaker is
taken for somebody on the list only where the name fits nobody else on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.document import Kind, Mark, Passage
from corpus.papers.block import Block, Role
from corpus.papers.front import Cover
from corpus.papers.gathering import Extra, Gathering, Voice
from corpus.papers.table import Table

_SAYS = re.compile(r"(?i)\b(?:oral evidence|minutes of evidence|transcript of evidence|evidence session)\b")
_QUESTION = re.compile(r"^(?:Q\s?)(?P<number>\d{1,4})(?:[.:]|\s|$)\s*")
_TURN = re.compile(r"^(?P<name>[A-Z][^:?!\[\]]{1,70}?):\s+(?=\S)")
_SERIES = re.compile(r"(?i)oral evidence:\s*(?P<title>.+?),\s*(?P<series>HC\s?\d{1,4}(?:[-–][ivx]+)?|HL(?: Paper)?\s?\d+)\b")
_SPAN = re.compile(r"(?i)^questions?\s+\d+")
_DIRECTION = re.compile(r"^[\[(].*[\])]\.?$")
_LISTS = re.compile(r"(?i)^(?:examination of witness(?:es)?\b|witness(?:es)?\s*:|members present\b)")


def is_oral(blocks: Sequence[Block], cover: Cover) -> bool:
    """True for a transcript: its cover says so, and its questions are numbered."""
    asked = sum(1 for block in blocks if _number(block))
    return asked >= 1 and bool(_SAYS.search(cover.text) or _SAYS.search(cover.title)) and any(_TURN.match(_words(block)) for block in blocks)


def title(cover: Cover) -> tuple[str, str | None]:
    """The transcript's title, and the number of the inquiry that it belongs to (``HC 482``)."""
    for line in (cover.title, *cover.lines):
        if match := _SERIES.search(line):
            return f"Oral evidence: {match['title']}", re.sub(r"^(HC|HL)\s?(?=\d)", r"\1 ", match["series"])
    named = cover.title if _SAYS.search(cover.title) else f"Oral evidence: {cover.title}"
    return named, cover.series


@dataclass(slots=True)
class _Floor:
    """Who has the word, which question is being answered, and how many passages it has."""

    voice: Voice
    question: str | None = None
    asked: Passage | None = None
    member: bool = True
    count: dict[str, int] = field(default_factory=dict)


def passages(blocks: Sequence[Block], gathering: Gathering, cover: Cover, committee: str | None) -> None:
    """Add the transcript's passages: each paragraph with its speaker, answers with the question they answer."""
    base = Voice(Kind.ORAL_EVIDENCE, body=None, date=cover.date, series=cover.series)
    table = Table.of(blocks, committee, _heads(blocks))
    floor = _Floor(base)
    for block in blocks:
        if block.role is Role.HEADING and not _number(block) and not _speaks(block, table):
            gathering.head(block)
            floor.voice = base if _LISTS.match(block.text) else floor.voice
        elif block.role is Role.NOTE:
            gathering.add(block, replace(base, body=committee), Extra(Mark.NOTE, block.number))
        else:
            _take(block, gathering, table, floor, base)


def _take(block: Block, gathering: Gathering, table: Table, floor: _Floor, base: Voice) -> None:
    """One paragraph: a new question, a new speaker, or more of the same."""
    number, text = _number(block), _words(block)
    turn = _TURN.match(text)
    known = table.known(turn["name"]) if turn else None
    if number:
        floor.question, floor.asked, floor.member = f"Q{number}", None, True
    if turn and (known or number):
        person = known or table.stranger(turn["name"])
        floor.member = person.member or bool(number)
        floor.voice = replace(base, speaker=person.name, office=person.office, body=person.body)
        floor.asked = None if floor.member else floor.asked
        text = text[turn.end() :]
    if not text:
        return
    floor.voice = base if _LISTS.match(text) else floor.voice
    voice = base if _DIRECTION.match(text) or not floor.question else floor.voice
    passage = gathering.add(replace(block, text=text, number=None, role=Role.PARAGRAPH), voice, _place(floor, voice))
    if floor.member and floor.question and floor.asked is None and voice.speaker:
        floor.asked = passage


def _place(floor: _Floor, voice: Voice) -> Extra:
    if floor.question is None:
        return Extra()
    floor.count[floor.question] = count = floor.count.get(floor.question, 0) + 1
    tail = floor.question if count == 1 else f"{floor.question}-{count}"
    answers = floor.asked and not floor.member and voice.speaker
    return Extra(reply_to=floor.asked.id if floor.asked and answers else None, place=floor.question, tail=tail, paged=False)


def _number(block: Block) -> str | None:
    """The number of the question that a block begins with, typed (``Q1``) or counted by the word processor."""
    if block.number and (match := re.fullmatch(r"Q\s?(\d{1,4})", block.number)):
        return match[1]
    match = _QUESTION.match(block.text)
    if match and not _SPAN.match(block.text):
        return match["number"]
    return None


def _words(block: Block) -> str:
    return _QUESTION.sub("", block.text)


def _speaks(block: Block, table: Table) -> bool:
    turn = _TURN.match(block.text)
    return bool(turn and table.known(turn["name"]))


def _heads(blocks: Sequence[Block]) -> list[str]:
    """Every name that stands before a colon once the questions have begun."""
    first = next((i for i, block in enumerate(blocks) if _number(block)), 0)
    return [turn["name"] for block in blocks[first:] if (turn := _TURN.match(_words(block)))]
