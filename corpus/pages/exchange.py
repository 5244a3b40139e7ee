"""A parliamentary exchange pasted into a page: a line that names a Member, then what was said, and so on in turn."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from corpus.document import Kind
from corpus.pages.layout import Block
from corpus.pages.members import Header, header
from corpus.pages.people import PEER
from corpus.pages.voice import Spoken, Voice

_INLINE = re.compile(r"^(?P<who>[A-Z][^:]{3,120}):\s+(?P<said>\S.*)$")
_CUT_OFF = re.compile(r"[—–]$|\s-$|\.\.\.$|…$")
_PROCEDURE = re.compile(
    r"(?i)^(?:question (?:put|agreed|again)|motion (?:made|agreed)|ordered,|resolved,|sitting (?:suspended|adjourned)|house adjourned"
    r"|the (?:house|committee) divided|\[?interruption)"
)


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one Member said in one go, a paragraph a text; ``header`` is ``None`` for a voice nobody named.

    ``number`` counts from 1; ``replies_to`` is the number of the contribution that a minister answers here.
    """

    number: int
    header: Header | None
    date: str | None
    texts: tuple[str, ...]
    replies_to: int | None = None


@dataclass(frozen=True, slots=True)
class _Item:
    at: int  # index of the block it comes from
    header: Header | None
    text: str = ""


@dataclass(slots=True)
class _Turn:
    header: Header | None
    texts: list[str]


def begins_at(blocks: list[Block]) -> int | None:
    """Where in ``blocks`` an exchange begins (its first header), or ``None`` if there are not two headers, one of them sure."""
    items = _items(blocks)
    places = [
        item for item, after in itertools.pairwise(items)
        if item.header and item.header.name and not after.header
    ]  # fmt: skip
    if len(places) < 2 or not any(item.header and item.header.sure for item in places):
        return None
    return places[0].at


def contributions(blocks: list[Block], date: str | None = None, after: int = 0) -> list[Contribution]:
    """The contributions of an exchange in order, numbered on from ``after``.

    A voice between a sentence that was cut off (``published—``) and the same Member's next header is an interruption by
    nobody named. A minister's contribution replies to the last one by somebody else, unless the Chair came in between.
    """
    items = _items(blocks)
    turns: list[_Turn] = []
    for i, item in enumerate(items):
        if item.header:
            turns.append(_Turn(item.header if item.header.name else None, []))
        elif turns and (_interrupts(items, i, turns[-1]) or _PROCEDURE.match(item.text)):
            turns.append(_Turn(None, [item.text]))
        elif turns:
            turns[-1].texts.append(item.text)
    return _numbered([turn for turn in turns if turn.texts], date, after)


def spoken(said: list[Contribution], headings: tuple[str, ...]) -> list[Spoken]:
    """The paragraphs of the contributions, each with its voice; where a peer speaks it is the House of Lords."""
    lords = any(c.header and c.header.name and re.match(PEER, c.header.name) for c in said)
    house = "House of Lords" if lords else "House of Commons"
    return [
        Spoken(text, _voice(c.header, house, c.date), headings, c.number, c.replies_to)
        for c in said for text in c.texts
    ]  # fmt: skip


def _voice(who: Header | None, house: str, date: str | None) -> Voice:
    if who is None:
        return Voice(Kind.DEBATE, body=house, date=date)
    return Voice(Kind.DEBATE, who.name, who.office, who.party, house, date)


def _items(blocks: list[Block]) -> list[_Item]:
    """Headers and paragraphs; ``Dr Lyle: I do not.`` is one of each."""
    items: list[_Item] = []
    known: list[Header] = []
    for at, block in enumerate(blocks):
        inline = _INLINE.match(block.text)
        if found := header(block.text, known):
            items.append(_Item(at, found))
        elif inline and (found := header(inline["who"], known) or _peer(inline["who"])):
            items += [_Item(at, found), _Item(at, None, inline["said"])]
        else:
            items.append(_Item(at, None, block.text))
        known += [found] if found and found.name else []
    return items


def _peer(who: str) -> Header | None:
    return Header(who) if re.fullmatch(PEER, who) else None


def _interrupts(items: list[_Item], i: int, turn: _Turn) -> bool:
    following = items[i + 1].header if i + 1 < len(items) else None
    return bool(turn.header and turn.texts and following and following.name == turn.header.name and _CUT_OFF.search(turn.texts[-1]))


def _numbered(turns: list[_Turn], date: str | None, after: int) -> list[Contribution]:
    numbered: list[Contribution] = []
    for number, turn in enumerate(turns, start=after + 1):
        date = turn.header.date if turn.header and turn.header.date else date
        asked = _asked(numbered, turn.header) if turn.header and turn.header.ministerial else None
        numbered.append(Contribution(number, turn.header, date, tuple(turn.texts), asked))
    return numbered


def _asked(before: list[Contribution], minister: Header) -> int | None:
    for c in reversed(before):
        if c.header and c.header.chairs:
            return None
        if c.header and c.header.name != minister.name and not c.header.ministerial:
            return c.number
    return None
