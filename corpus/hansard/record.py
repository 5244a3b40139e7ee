"""The passages of one sitting as they are read: who has the floor, under which headings, and which question is being answered.

A question is answered by the first other Member who speaks after it; whoever else rises then asks a supplementary question, which
the same Member answers. Whoever is in the Chair takes no part in that.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from corpus.document import Kind, Mark, Passage
from corpus.hansard.members import Member, Roll, same
from corpus.hansard.series import Place, series_of
from corpus.non_answers import remark_for

NOBODY = Member(None)


@dataclass(slots=True)
class Record:
    """Where the reader is in a sitting, and the passages read so far."""

    document_id: str
    kind: Kind
    house: str | None = None
    series: str | None = None
    volume: str | None = None
    date: str | None = None
    headings: tuple[str, ...] = ()
    floor: Member = NOBODY
    passages: list[Passage] = field(default_factory=list)
    roll: Roll = field(default_factory=Roll)
    _taken: Counter[str] = field(default_factory=Counter)
    _asked: Passage | None = None
    _answerer: str | None = None
    _replies_to: str | None = None
    _opens: bool = False
    _grouped: bool = False
    _number: str | None = None

    def head(self, headings: tuple[str, ...]) -> None:
        """Go on under other headings: nobody has the floor and no question is open."""
        if headings[:2] != self.headings[:2]:
            self.roll.next_item()
        self.headings, self.floor = headings, NOBODY
        self._asked = self._answerer = self._replies_to = self._number = None
        self._opens = False

    def rise(self, member: Member, asks: bool = False, number: str | None = None) -> Member:
        """Give the floor to a Member, who asks, answers or neither; ``number`` is that of the question on the paper."""
        member = self.roll.known(member)
        self.floor, self._number, self._replies_to = member, number, None
        self._opens = self._grouped = False
        if not member.name or member.chairs:
            return member
        if asks or number:
            self._grouped = self._asked is not None and self._answerer is None
            self._opens, self._answerer = not self._grouped, None
        elif self._asked and same(member.name, self._asked.speaker):
            self._opens = self._answerer is not None
        elif self._asked and (self._answerer is None or same(member.name, self._answerer)):
            self._replies_to, self._answerer = self._asked.id, self._answerer or member.name
        elif self._asked:
            self._opens = True
        return member

    def yield_floor(self) -> None:
        """Procedure intervenes: what follows is nobody's until somebody is named."""
        self.floor, self._replies_to, self._opens = NOBODY, None, False

    def add(
        self, text: str, identity: str | None, place: Place, url: str | None = None, mark: Mark | None = None, number: str | None = None, spoken: bool = True
    ) -> Passage:
        """Add one passage, of whoever has the floor if it is ``spoken``. An id that is missing or taken gets an ordinal."""
        ordinal = len(self.passages) + 1
        who = self.floor if spoken else NOBODY
        passage = Passage(
            id=self._free(identity or f"{self.document_id}#{ordinal}"), document_id=self.document_id, ordinal=ordinal, text=text, kind=self.kind,
            locator=place.locator(self._number if spoken else None), speaker=who.name, office=who.office, party=who.party, body=self.house, date=self.date,
            headings=self.headings, url=url, reply_to=self._replies_to if spoken else None,
            mark=mark or (Mark.GROUPED if spoken and self._grouped else None), number=number,
            series=self.series or series_of(self.house), volume=self.volume,
        )  # fmt: skip
        self.passages.append(passage)
        if spoken and self._opens:
            self._asked, self._opens = passage, False
        return passage

    def extend(self, text: str, column: str | None) -> None:
        """Add to the last passage what of its paragraph stands in the next column."""
        last = self.passages[-1]
        self.passages[-1] = replace(last, text=f"{last.text} {text}", locator=_up_to(last.locator, column))

    def complete(self, lists: str, column: str | None, number: str | None) -> bool:
        """Put a division's lists, which end in ``column``, under its count, where that is the last passage; false where it is not."""
        last = self.passages[-1] if self.passages else None
        if not last or last.mark is not Mark.DIVISION or last.number or "\n" in last.text:
            return False
        self.passages[-1] = replace(last, text=f"{last.text}\n{lists}", locator=_up_to(last.locator, column), number=number)
        return True

    def whole(self) -> tuple[Passage, ...]:
        """The passages, with written replies marked that are no answers."""
        if self.kind is not Kind.WRITTEN_QUESTION:
            return tuple(self.passages)
        replies = Counter(passage.reply_to for passage in self.passages)
        return tuple(self._judged(passage) if passage.reply_to and replies[passage.reply_to] == 1 else passage for passage in self.passages)

    def _judged(self, reply: Passage) -> Passage:
        remark = remark_for(reply.text)
        return replace(reply, mark=Mark.NON_ANSWER, remark=remark) if remark else reply

    def _free(self, identity: str) -> str:
        self._taken[identity] += 1
        return identity if self._taken[identity] == 1 else self._free(f"{identity}~{self._taken[identity]}")


def _up_to(locator: str, column: str | None) -> str:
    """The locator of a passage that runs on as far as ``column``."""
    columns, _, question = locator.partition(", ")
    begun = columns.removeprefix("cols ").removeprefix("col ").partition("–")[0] if columns.startswith("col") else None
    return Place(begun, column, columns).locator(question or None)
