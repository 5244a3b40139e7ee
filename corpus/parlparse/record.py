"""The passages of one sitting, gathered in the order of the record while headings, column and exchange are kept in mind."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from corpus.document import Kind, Mark, Passage, fold
from corpus.markup import words
from corpus.parlparse.divisions import division_of
from corpus.parlparse.exchange import Floor, Written, asks, label, together_with
from corpus.parlparse.parts import Part, parts_of
from corpus.parlparse.people import NOBODY, Offices, Speaker, speaker_of
from corpus.parlparse.places import Item, identity, item_of, locator
from corpus.parlparse.procedure import own_words
from corpus.parlparse.replies import letter_in, no_answer
from corpus.parlparse.sections import Sitting
from corpus.parlparse.statements import made_by

_LEVELS = ("oral-heading", "major-heading", "minor-heading")


@dataclass(frozen=True, slots=True)
class _Note:
    """What is known of a piece beside its words and who said them."""

    reply_to: str | None = None
    mark: Mark | None = None
    number: str | None = None
    remark: str | None = None


@dataclass(slots=True)
class Record:
    """What has been read of a sitting so far."""

    sitting: Sitting
    committee: dict[str, Speaker]
    floor: Floor
    passages: list[Passage] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)
    _headings: dict[str, str] = field(default_factory=dict)
    _written: Written = field(default_factory=Written)
    _column: str | None = None
    _offices: Offices = field(default_factory=Offices)

    def take(self, element: etree._Element, place: int) -> None:
        """Read one child of the root, the ``place``-th; the words of one of no known sort are kept as nobody's."""
        tag, item = str(element.tag), item_of(element, self.sitting, place)
        self._column = element.get("colnum") or self._column
        if tag.endswith("-heading"):
            self._head(tag, element)
        elif tag == "speech":
            self._speech(item)
        elif tag == "ques":
            self._question(item)
        elif tag == "reply":
            self._reply(item)
        elif tag in {"division", "divisioncount"}:
            self._division(item)
        elif tag != "bill":
            self._other(item)
        self.keep(fold(element.tail or ""), item)

    def keep(self, text: str, item: Item) -> None:
        """Keep words that stand outside everything known."""
        if text:
            self._add(item, 1, Part(text, column=self._column), NOBODY, _Note())

    def _head(self, tag: str, element: etree._Element) -> None:
        level = _LEVELS.index(tag) if tag in _LEVELS else len(_LEVELS) - 1
        question_time = _LEVELS[0] in self._headings
        if _LEVELS[1] in self._headings and (level == 1 or question_time) and not asks(element):
            self._headings.clear()  # nothing in a file says that question time is over
        self._headings = {above: heading for above, heading in self._headings.items() if above in _LEVELS[:level]} | {_LEVELS[level]: words(element)}
        if level <= 1:
            self._offices.clear()
        self.floor.clear()
        self._written.clear()

    def _speech(self, item: Item) -> None:
        parts, speaker = self._parts(item), self._offices.known(item.element, speaker_of(item.element, self.committee))
        debate = self.sitting.section.kind is Kind.DEBATE
        own = own_words(parts) if debate else [True] * len(parts)
        said = [part.text for part, his in zip(parts, own, strict=True) if his]
        tabled = bool(debate and speaker.name and said) and self.floor.is_tabled(item.element, said[0], "oral-heading" in self._headings)
        reply_to = None if tabled else self.floor.replies_to(item.element, speaker.name)
        note = self._of_speech(tabled, reply_to, said)
        if self.sitting.section.kind is Kind.WRITTEN_STATEMENT and parts and (maker := made_by(parts[0].text)):
            self._statement(item, parts, speaker, maker)
            return
        added = [
            self._add(item, n, part, speaker if his else NOBODY, note if his else _Note())
            for n, (part, his) in enumerate(zip(parts, own, strict=True), 1)
        ]  # fmt: skip
        first = next((passage for passage, his in zip(added, own, strict=True) if his), None)
        if first and first.speaker:
            self.floor.heard(item.element, first, tabled)

    def _statement(self, item: Item, parts: list[Part], through: Speaker, maker: Speaker) -> None:
        """A statement put before the House for somebody else: the words after the first line are the maker's."""
        told = f"a statement made by {maker.name}, given to the House by {through.name}" if through.name else None
        for n, part in enumerate(parts, 1):
            self._add(item, n, part, through if n == 1 else maker, _Note(remark=told if n > 1 else None))

    def _of_speech(self, tabled: bool, reply_to: str | None, said: list[str]) -> _Note:
        if tabled and self.floor.waiting:
            return _Note(mark=Mark.GROUPED, remark=together_with(self.floor.number))
        remark = no_answer([Part(text) for text in said]) if reply_to else None
        return _Note(reply_to, Mark.NON_ANSWER if remark else None, None, remark)

    def _question(self, item: Item) -> None:
        parts, speaker = self._parts(item), speaker_of(item.element, self.committee)
        first = self._written.begin(item.element)
        number = first
        for n, part in enumerate(parts, 1):
            number = part.number or number
            shared = self._written.shares(number)
            remark = together_with(label(self._written.number)) if shared else None
            passage = self._add(item, n, part, speaker, _Note(None, Mark.GROUPED if shared else None, number, remark))
            self._written.first = self._written.first or passage

    def _reply(self, item: Item) -> None:
        parts, asked, speaker = self._parts(item), self._written.first, speaker_of(item.element, self.committee)
        remark, letter = no_answer(parts), letter_in(parts)
        for n, part in enumerate(parts, 1):
            told = remark or (letter.remark if letter and n > letter.begins else None)
            mark = Mark.NON_ANSWER if remark else None
            self._add(item, n, part, speaker, _Note(asked.id if asked else None, mark, self._written.number, told))
        self._written.answered = bool(parts) or self._written.answered

    def _division(self, item: Item) -> None:
        division = division_of(item.element)
        note = _Note(None, Mark.DIVISION, division.number, division.result)
        self._add(item, 1, Part(division.text, column=self._column), NOBODY, note)

    def _other(self, item: Item) -> None:
        if item.element.tag == "committee":
            members = [words(member) for member in item.element.iter("mpname", "clerk")]
            self.keep("; ".join(name for name in members if name), item)
            return
        for n, part in enumerate(self._parts(item), 1):
            self._add(item, n, part, NOBODY, _Note())

    def _parts(self, item: Item) -> list[Part]:
        parts, self._column = parts_of(item.element, self._column)
        return parts

    def _add(self, item: Item, index: int, part: Part, speaker: Speaker, note: _Note) -> Passage:
        sitting, section = self.sitting, self.sitting.section
        asked = label(note.number) if note.number and note.mark is not Mark.DIVISION else None
        headings = (sitting.bill, *(self._headings[level] for level in _LEVELS if level in self._headings))
        passage = Passage(
            id=identity(item, part, index, self._taken), document_id=sitting.document_id, ordinal=len(self.passages) + 1, text=part.text,
            kind=section.kind, locator=locator(item, part, asked, sitting), speaker=speaker.name, office=speaker.office, party=speaker.party,
            body=section.body, date=sitting.date, headings=tuple(heading for heading in headings if heading), url=item.url,
            reply_to=note.reply_to, mark=note.mark, number=note.number, remark=note.remark, series=sitting.series,
        )  # fmt: skip
        self.passages.append(passage)
        self._taken.add(passage.id)
        return passage
