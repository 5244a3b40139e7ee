"""Who is named at the head of a transcript: the Members present and the witnesses with their offices and organisations.

Shapes: ``Members present: A B (Chair); C D; Lord E`` and ``Witnesses: I: A B, Chief Executive, Org; and C D, Director, Org. II: …``,
on one line or on several, as both Houses print them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.pages import bodies
from corpus.pages.people import PEER
from corpus.papers import publishers

_LETTERS = re.compile(r"(?:,?\s+(?:C\.?B\.?E|O\.?B\.?E|M\.?B\.?E|DBE|KBE|CB|KCB|KCMG|CMG|QPM|QC|KC|MP|MSP|MS|AM|FRS|PhD)\b\.?)+$")
_PANEL = re.compile(r"(?:^|(?<=[.;\s]))(?:Panel\s+)?(?:[IVX]{1,4}|\d)\s*[:.]\s+")
_HONORIFIC = (
    r"(?:(?:The\s+)?(?:Rt\.?\s+Hon\.?|Right Honourable|Hon\.?)\s+)?"
    r"(?:Dame|Sir|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Lord|Lady|Baroness|HHJ|Judge|Chief Constable|Reverend|Rev)?\.?\s*"
)
_FULL_NAME = re.compile(rf"^(?:{PEER}|{_HONORIFIC}[A-Z][\w’'.-]*(?:\s+(?:[A-Z][\w’'.-]*|de|van|von|der|la|al|bin|of)){{0,4}})$")
_OFFICE = re.compile(
    r"(?i)\b(?:chief|secretary|inspector|chair|chairman|chairwoman|director|minister|commissioner|ombudsman|president|executive|officer|governor|professor|leader|"
    r"advocate|attorney|chancellor|auditor|head|manager|ceo|coordinator|co-ordinator|lead|adviser|advisor|fellow|lecturer|partner|founder|trustee|member|editor|"
    r"researcher|analyst|economist|consultant|judge|magistrate|solicitor|barrister|spokesperson|representative|economics|reader|scientist|councillor)\b"
)
_ORGANISATION = re.compile(
    r",\s*(?P<body>(?:the\s+)?"
    r"(?:Department (?:for|of)|Ministry (?:of|for)|Foreign,? |HM |University of|Association of|Royal College of|National Association of)\s?.+)$"
)
_AND = re.compile(r"[,;.]?\s+and\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the table: name, office and body as the list has them; ``member`` for a Member of the committee."""

    name: str
    office: str | None = None
    body: str | None = None
    member: bool = False

    @property
    def chair(self) -> bool:
        """True for whoever is in the Chair."""
        return self.member and bool(self.office)


def members(text: str, committee: str | None) -> list[Person]:
    """The Members whom ``Members present: …`` names, the words before the colon left out."""
    parted = re.split(r"[;\n]|,(?![^()]*\))", text) if ";" not in text else re.split(r"[;\n]", text)
    found = []
    for part in (piece for each in parted for piece in _AND.split(each)):
        name, _, bracket = part.strip(" .,").partition("(")
        chairs = bool(re.search(r"(?i)\bchair", bracket))
        if _FULL_NAME.match(_bare(name)):
            found.append(Person(_bare(name), "Chair" if chairs else None, committee, member=True))
    return found


def witnesses(text: str) -> list[Person]:
    """The witnesses whom ``Witnesses: …`` names with office and organisation; a list of bare names tells nothing more of them."""
    entries = [entry for panel in _PANEL.split(text) for entry in _entries(panel)]
    if all("," not in entry for entry in entries):
        return [Person(_bare(entry)) for entry in entries if _FULL_NAME.match(_bare(entry))]
    return [person for entry in entries if (person := _witness(entry))]


def _entries(panel: str) -> list[str]:
    """One entry a witness: parted by semicolons and line ends, and where an ``and`` begins a further name with its office."""
    pieces = [piece for line in panel.split("\n") for piece in re.split(r";\s*", line)]
    found: list[str] = []
    for piece in pieces:
        parts = _AND.split(piece.strip(" .,"))
        if _names_only(piece):
            found += [name for part in parts for name in part.split(",")]
            continue
        for part in parts:
            head, comma, _ = part.partition(",")
            new = comma and _FULL_NAME.match(_bare(head)) and not _OFFICE.search(head) and not bodies.mentioned(head)
            if new or not found or part is parts[0]:
                found.append(part)
            else:
                found[-1] = f"{found[-1]} and {part}"
    return [re.sub(r"^and\s+", "", entry.strip(" .,")) for entry in found if entry.strip(" .,")]


def _names_only(piece: str) -> bool:
    """``A B, C D and E F``: all names, no office and no known body among them."""
    parts = [_bare(part) for half in _AND.split(piece.strip(" .")) for part in half.split(",")]
    several = len(parts) > 1 and " and " in piece
    return several and all(_FULL_NAME.match(part) and " " in part and not _OFFICE.search(part) and not bodies.organisation(part) for part in parts)


def _witness(entry: str) -> Person | None:
    name, _, rest = entry.partition(",")
    rest = rest.strip()
    while (letters := re.match(r"(?:CBE|OBE|MBE|QC|KC|MP|FRS|CB|KCB|QPM)\b,?\s*", rest)) is not None:
        rest = rest[letters.end() :]
    if not _FULL_NAME.match(_bare(name)):
        return None
    office, body = post(rest)
    return Person(_bare(name), office, body)


def post(rest: str) -> tuple[str | None, str | None]:
    """Office and organisation: ``Chief Executive, HM Prison and Probation Service``, ``Director of Nacro``."""
    if not rest:
        return None, None
    if match := _ORGANISATION.search(f", {rest}"):
        office = f", {rest}"[: match.start()].strip(" ,")
        return office or None, match["body"].removeprefix("the ")
    before, comma, last = rest.rpartition(",")
    if comma and not (_OFFICE.search(last) and not _OFFICE.search(before)):
        return before.strip(), last.strip().removeprefix("the ")
    if _OFFICE.search(rest) and not publishers.named_by(rest.removeprefix("the ")):
        body = bodies.of_office(rest)
        return rest, body.name if body else None
    return None, rest.removeprefix("the ")


def _bare(name: str) -> str:
    return _LETTERS.sub("", name.strip(" .,"))
