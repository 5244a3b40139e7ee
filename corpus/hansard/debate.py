"""A debate of the present record, item by item: what Parliament's API gives and what hansard.parliament.uk shows.

The record names the speaker with the first paragraph of a contribution and not again; what follows without a name is the same Member's
unless it is procedure, a heading or the text of an amendment. ``HRSTag`` says what an item is: ``hs_Para``, ``hs_Question``, ``hs_8Clause``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.document import Kind, Mark
from corpus.hansard import procedure
from corpus.hansard.archive_paragraph import Columns
from corpus.hansard.lines import Line
from corpus.hansard.members import Member, attributed
from corpus.hansard.record import Record
from corpus.hansard.series import Place

_HEADING = re.compile(r"(?i)^(?:hs_\d+[a-z]*(?:Hdg|Clause|ClauseQn|GenericHdg|Bill\w*|Schedule|NewClause|Petition)|\w*BoldHdg|\w*SmCapsHdg)$")
_APART = re.compile(r"(?i)^hs_(?:amendment|cl[A-Z]|clmember|clchairman|clclerks|venue|date|debatetype|procedure|76fchair|6bformalmotion|witness)")
_NO_WORDS = re.compile(r"(?i)^hs_(?:columnnumber|timecode|timeline)")
_ADDRESS = "https://hansard.parliament.uk"


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a debate. ``identity`` is its own id, ``member`` the number of the Member, ``attributed_to`` the words that name one."""

    lines: Sequence[Line]
    identity: str | None = None
    kind: str = "Contribution"
    tag: str = ""
    attributed_to: str = ""
    member: int | None = None
    uin: str | None = None
    order: int | None = None


def address(house: str | None, day: str | None, debate: str | None, title: str) -> str | None:
    """Where hansard.parliament.uk shows a debate; ``None`` where House, day or the debate's id are not known."""
    if not (house and day and debate and re.fullmatch(r"[\w-]{1,80}", debate)):
        return None
    words = re.findall(r"[^\W_]+", re.sub(r"['’‘]", "", title))
    name = "".join(word[0].upper() + word[1:] for word in words) or "Debate"
    return f"{_ADDRESS}/{house.removeprefix('House of ')}/{day}/debates/{debate}/{name}"


@dataclass(slots=True)
class Debate:
    """Takes items into a record. ``members`` are the Members introduced so far, by their number, which is certain."""

    record: Record
    columns: Columns
    page: str | None = None
    members: dict[int, Member] = field(default_factory=dict)
    _headings: tuple[str, ...] = ()
    _holder: int | None = None

    def begin(self, headings: tuple[str, ...], page: str | None) -> None:
        """Go on with a debate that stands under ``headings`` and is shown at ``page``."""
        self._headings, self.page, self._holder = headings, page, None
        self.record.head(headings)

    def take(self, item: Item) -> None:
        """Take in the next item."""
        if _NO_WORDS.match(item.tag) or item.kind.lower() == "timestamp":
            return
        if item.kind.lower() == "division":
            self._division(item)
            return
        if not item.attributed_to and _HEADING.match(item.tag):
            self._heading(item)
            return
        if item.attributed_to or (item.member is not None and item.member != self._holder):
            self._rises(item)
        self._say(item)

    def _heading(self, item: Item) -> None:
        title = " ".join(line.text for line in item.lines)
        if title:
            self.record.head((*self._headings, title))
            self._holder = None

    def _rises(self, item: Item) -> None:
        known = self.members.get(item.member) if item.member is not None else None
        given = attributed(item.attributed_to)
        if known and (not given.introduced or not item.attributed_to):
            given = replace(known, party=given.party or known.party, office=given.office or known.office, introduced=True)
        first = next((line.text for line in item.lines), "")
        question = bool(item.uin) or re.fullmatch(r"(?i)(?:hs_)?question", item.tag) is not None or procedure.asks(first)
        member = self.record.rise(given, question, self._paper(item, first) if question else None)
        if item.member is not None and member.introduced and member.name:
            self.members.setdefault(item.member, member)
        self._holder = item.member

    def _paper(self, item: Item, first: str) -> str | None:
        """The question's number on the paper, or, for a written one, the number by which Parliament knows it."""
        if self.record.kind is Kind.WRITTEN_QUESTION:
            known = item.uin or procedure.uin(first)
            return f"PQ {known}" if known else None
        opening = re.match(r"[QT]?\d{1,2}\.", first)
        return procedure.question_number(opening[0]) if opening else None

    def _say(self, item: Item) -> None:
        voice = f"{item.attributed_to.rstrip(' :')}: " if item.attributed_to and self.record.floor.name is None else ""
        for count, line in enumerate(item.lines, start=1):
            if procedure.is_time(line.text):
                continue
            spoken = not _APART.match(item.tag)
            if not item.attributed_to and spoken and procedure.is_procedure(line.text, line.italic, line.begins_italic):
                self.record.yield_floor()
                self._holder = None
            elif not item.attributed_to and procedure.asker(line.text) and self.record.kind is Kind.WRITTEN_QUESTION:
                self.record.rise(attributed(procedure.asker(line.text) or ""), asks=True)
            number = item.uin or procedure.uin(line.text) if spoken and count == 1 and item.attributed_to else None
            identity = f"{item.identity}/{count}" if item.identity and count > 1 else item.identity
            self.record.add(f"{voice if count == 1 else ''}{line.text}", identity, self._place(line, item), self._link(item), number=number, spoken=spoken)

    def _division(self, item: Item) -> None:
        self.record.yield_floor()
        self._holder = None
        text = "\n".join(line.text for line in item.lines)
        if text:
            place = Place(item.lines[0].place.first, item.lines[-1].place.last)
            numbers = (procedure.division_number(line.text) for line in item.lines)
            self.record.add(text, item.identity, place, self._link(item), Mark.DIVISION, next((number for number in numbers if number), None), spoken=False)

    def _place(self, line: Line, item: Item) -> Place:
        otherwise = f"contribution {item.order}" if item.order is not None else "contribution"
        return replace(line.place, otherwise=otherwise)

    def _link(self, item: Item) -> str | None:
        return f"{self.page}#contribution-{item.identity}" if self.page and item.identity else self.page
