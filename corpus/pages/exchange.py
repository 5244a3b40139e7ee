"""A parliamentary exchange pasted into a page: a line with name and party or office, then what was said.

Source of the shape: TheyWorkForYou's debate pages as text (``Lord German Liberal Democrat``, ``David Gauke The Lord
Chancellor and Secretary of State for Justice 2:39 pm, 31st October 2017``) and Hansard's own (``Lord Keen of Elie (Con)``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.dates import full_date
from corpus.pages.layout import Block
from corpus.pages.people import PEER

_PARTIES = (
    "Crossbench|Conservative|Labour/Co-operative|Labour|Liberal Democrat|Scottish National Party|SNP|Plaid Cymru|Green|UKIP|DUP|SDLP"
    "|Democratic Unionist Party|Ulster Unionist Party|Sinn Féin|Independent Labour|Independent|Non-affiliated|Bishops|Change UK|Speaker"
)
_OFFICES = (
    "The|Chair|Chairman|Shadow|Minister|Parliamentary|Secretary|Lords|Leader|Deputy|Attorney|Solicitor|Assistant|Vice|Opposition|Lord"
    " Chancellor|Lord-in-Waiting|Baroness-in-Waiting|Lord in Waiting|Baroness in Waiting|Senior|Chief|Whip|President|Treasurer"
    "|Comptroller|Captain|Member|Party|Second|First|Advocate|Home|Foreign|Prime|Liberal Democrat|Labour|Conservative"
)
_SHORT_PARTIES = {
    "Con": "Conservative", "Lab": "Labour", "LD": "Liberal Democrat", "CB": "Crossbench", "Lab/Co-op": "Labour/Co-operative",
    "LDem": "Liberal Democrat", "Lib Dem": "Liberal Democrat", "SNP": "SNP", "Non-Afl": "Non-affiliated", "GP": "Green",
}  # fmt: skip
_MEMBER = rf"(?:{PEER}|(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{1,2}}?)"
_LINE = re.compile(rf"^(?P<name>{_MEMBER})[,:]?\s+(?P<rest>(?:{_PARTIES}|{_OFFICES})\b.*)$")
_BRACKETED = re.compile(rf"^(?P<name>{_MEMBER})\s+\((?P<party>{'|'.join(_SHORT_PARTIES)})\)(?:\s*\([^)]*\))?:?$")
_TIME = re.compile(r"\s*\b\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?,?")
_CUT_OFF = re.compile(r"[—–]$|\s-$|\.\.\.$|…$")
_ANSWERS = re.compile(r"(?i)minister|secretary of state|advocate.general|attorney.general|solicitor.general|spokesperson \(|chancellor")


@dataclass(frozen=True, slots=True)
class Header:
    """A line that says who speaks next."""

    name: str
    office: str | None
    party: str | None
    date: str | None

    @property
    def ministerial(self) -> bool:
        """True where the office answers for the Government (a shadow post does not)."""
        return bool(self.office and _ANSWERS.search(self.office) and not self.office.lower().startswith("shadow"))


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


def header(line: str) -> Header | None:
    """The header that ``line`` is, or ``None`` for any other line."""
    if len(line) > 220 or re.search(r"[.?!]$", line):
        return None
    dated = full_date(line)
    bare = _TIME.sub("", line.replace(dated[1], "") if dated else line).strip(" ,")
    if match := _BRACKETED.match(bare):
        return Header(match["name"], None, _SHORT_PARTIES[match["party"]], dated[0] if dated else None)
    match = _LINE.match(bare)
    if not match or len(match["rest"].split()) > 24:
        return None
    rest = match["rest"].strip(" ,")
    party = re.match(rf"({_PARTIES})(?=$|,|\s*\()", rest)
    return Header(match["name"], None if party else rest, party[1] if party else None, dated[0] if dated else None)


def party(short: str | None) -> str | None:
    """A party's name for the abbreviation that Hansard puts in brackets (``Con``); other names as they are."""
    return _SHORT_PARTIES.get(short, short) if short else None


def begins_at(blocks: list[Block]) -> int | None:
    """Where in ``blocks`` an exchange begins (its first header), or ``None`` if there are not two headers."""
    places = [
        i for i, block in enumerate(blocks[:-1])
        if header(block.text) and not header(blocks[i + 1].text)
    ]  # fmt: skip
    return places[0] if len(places) >= 2 else None


def contributions(blocks: list[Block], date: str | None = None) -> list[Contribution]:
    """The contributions of an exchange in order.

    A voice between a sentence that was cut off (``published—``) and the same Member's next header is an interruption by
    nobody named. A minister's contribution replies to the last one by somebody else.
    """
    turns: list[tuple[Header | None, list[str]]] = []
    for i, block in enumerate(blocks):
        found = header(block.text)
        if found:
            turns.append((found, []))
        elif turns and _interrupts(blocks, i, turns):
            turns.append((None, [block.text]))
        elif turns:
            turns[-1][1].append(block.text)
    return _numbered([turn for turn in turns if turn[1]], date)


def _interrupts(blocks: list[Block], i: int, turns: list[tuple[Header | None, list[str]]]) -> bool:
    speaker, said = turns[-1]
    following = header(blocks[i + 1].text) if i + 1 < len(blocks) else None
    return bool(speaker and said and following and following.name == speaker.name and _CUT_OFF.search(said[-1]))


def _numbered(turns: list[tuple[Header | None, list[str]]], date: str | None) -> list[Contribution]:
    numbered: list[Contribution] = []
    for number, (who, texts) in enumerate(turns, start=1):
        date = who.date if who and who.date else date
        asked = None
        if who and who.ministerial:
            others = (c for c in reversed(numbered) if c.header and c.header.name != who.name)
            asked = next((c.number for c in others if not (c.header and c.header.ministerial)), None)
        numbered.append(Contribution(number, who, date, tuple(texts), asked))
    return numbered
