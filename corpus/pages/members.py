"""Lines that say which Member speaks next in a parliamentary exchange.

Sources of the shapes: TheyWorkForYou's debate pages as text (``Lord German Liberal Democrat``, ``David Gauke The Lord
Chancellor and Secretary of State for Justice 2:39 pm, 31st October 2017``) and Hansard's own (``Lord Keen of Elie (Con)``,
``The Secretary of State for Justice (David Gauke)``, ``Richard Burgon (Leeds East) (Lab)``, later plain ``Richard Burgon``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.dates import full_date
from corpus.pages.people import PEER
from corpus.parties import ABBREVIATIONS, party

_PARTIES = (
    "Crossbench|Conservative|Labour/Co-operative|Labour|Liberal Democrat|Scottish National Party|SNP|Plaid Cymru|Green|UKIP|DUP|SDLP"
    "|Democratic Unionist Party|Ulster Unionist Party|Sinn Féin|Independent Labour|Independent|Non-affiliated|Bishops?|Change UK|Speaker"
)
_OFFICES = (
    "The|Chair|Chairman|Shadow|Minister|Parliamentary|Secretary|Lords|Leader|Deputy|Attorney|Solicitor|Assistant|Vice|Opposition|Lord"
    " Chancellor|Lord-in-Waiting|Baroness-in-Waiting|Lord in Waiting|Baroness in Waiting|Senior|Chief|Whip|President|Treasurer"
    "|Comptroller|Captain|Member|Party|Second|First|Advocate|Home|Foreign|Prime|Liberal Democrat|Labour|Conservative"
)
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?"
_MEMBER = rf"(?:{PEER}|(?:{_TITLE}\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{1,2}}?)"
_LINE = re.compile(rf"^(?P<name>{_MEMBER})[,:]?\s+(?P<rest>(?:{_PARTIES}|{_OFFICES})\b.*)$")
_BRACKETED = re.compile(rf"^(?P<name>{_MEMBER})(?:\s+\((?P<seat>[^)]{{3,60}})\))?\s+\((?P<party>{'|'.join(ABBREVIATIONS)})\)(?:\s*\([^)]*\))?:?$")
_OFFICE_FIRST = re.compile(
    rf"^(?P<office>(?:The\s+)?[A-Z][^()]{{0,140}}\b(?i:minister|secretary|chancellor|general|whip|leader|chair|chairman)\b[^()]{{0,80}}?)"
    rf"\s+\((?P<name>(?:{PEER}|(?:{_TITLE}\s+)?[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){{1,2}}))\)(?:\s*\([^)]*\))?:?$"
)
_IN_THE_CHAIR = re.compile(rf"^(?P<name>{_MEMBER})\s+\((?P<office>in the Chair)\):?$")
_SPEAKER = re.compile(
    r"^(?P<name>(?:Mr|Madam)\s+(?:Deputy\s+)?Speaker|The\s+Lord\s+Speaker|The\s+(?:Deputy\s+)?Speaker|The\s+Chair(?:man)?)(?:\s*\([^)]*\))?:?$"
)
_NOBODY = re.compile(r"(?i)^(?:several\s+)?(?:hon\.?\s+members?|an\s+hon\.?\s+member|(?:a\s+)?noble\s+lords?)(?:\s+rose)?\s*[—–:-]*$")
_TIME = re.compile(r"\s*\b\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?,?")
_ANSWERS = re.compile(r"(?i)minister|secretary of state|advocate.general|attorney.general|solicitor.general|spokesperson \(|chancellor")
_WORDS = 24  # a longer line is somebody's words


@dataclass(frozen=True, slots=True)
class Header:
    """A line that says who speaks next; ``name`` is ``None`` for a voice from the benches that nobody named."""

    name: str | None
    office: str | None = None
    party: str | None = None
    date: str | None = None

    @property
    def ministerial(self) -> bool:
        """True where the office answers for the Government (a shadow post does not)."""
        return bool(self.office and _ANSWERS.search(self.office) and not self.office.lower().startswith("shadow"))

    @property
    def chairs(self) -> bool:
        """True for whoever keeps order."""
        return self.office == "in the Chair" or bool(self.name and _SPEAKER.match(self.name))

    @property
    def sure(self) -> bool:
        """True where the line can be nothing else: it names a peer, a party, a time, or comes in Hansard's brackets."""
        return bool(self.party or self.date or self.chairs or (self.name and re.match(PEER, self.name)))


def header(line: str, known: Sequence[Header] = ()) -> Header | None:
    """The header that ``line`` is, or ``None`` for any other line. ``known`` are the Members who spoke before."""
    if len(line) > 220 or re.search(r"[.?!]$", line):
        return None
    dated = full_date(line)
    bare = _TIME.sub("", line.replace(dated[1], "") if dated else line).strip(" ,")
    found = _hansard(bare) or _again(bare, known) or _theyworkforyou(bare)
    return replace(found, date=dated[0]) if found and dated else found


def _hansard(line: str) -> Header | None:
    if _NOBODY.match(line):
        return Header(None)
    if match := _SPEAKER.match(line):
        return Header(match["name"])
    if match := _IN_THE_CHAIR.match(line):
        return Header(match["name"], match["office"])
    if match := _BRACKETED.match(line):
        office = match["seat"] if match["seat"] and re.match(rf"(?:{_OFFICES})\b", match["seat"]) else None
        return Header(match["name"], office, party(match["party"]))
    if match := _OFFICE_FIRST.match(line):
        return Header(match["name"], match["office"])
    return None


def _again(line: str, known: Sequence[Header]) -> Header | None:
    """A Member who has spoken before, by name alone or by title and surname (``Dr Lyle``)."""
    name = line.rstrip(": ")
    for before in reversed(known):
        short = re.fullmatch(rf"{_TITLE}\s+(?P<last>[A-Z][\w’'-]+)", name)
        if before.name and (name == before.name or (short and before.name.endswith(" " + short["last"]))):
            return replace(before, date=None)
    return None


def _theyworkforyou(line: str) -> Header | None:
    match = _LINE.match(line)
    if not match or len(match["rest"].split()) > _WORDS:
        return None
    rest = match["rest"].strip(" ,")
    own = re.match(rf"({_PARTIES})(?=$|,|\s*\()", rest)
    return Header(match["name"], None if own else rest, own[1] if own else None)
