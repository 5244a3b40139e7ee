"""One sitting of the Hansard archive's XML: its headings, contributions, questions and answers, and divisions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from corpus.dates import full_date, is_date_line, is_iso
from corpus.document import Kind, Mark, fold
from corpus.hansard import procedure
from corpus.hansard.archive_paragraph import Columns, Named, Segment, segments
from corpus.hansard.members import attributed
from corpus.hansard.record import Record
from corpus.hansard.series import Place
from corpus.markup import words

_BLOCKS = frozenset({"p", "quote", "ol", "ul", "table", "division", "membercontribution", "member", "i", "b"})
_LEVELS = frozenset({"section", "group", "oralquestions"})


@dataclass(slots=True)
class Sitting:
    """Reads a sitting's elements into its record. ``others`` are the roots of sittings that may stand within and are read apart."""

    record: Record
    columns: Columns
    others: frozenset[str]
    _titles: list[str | None] = field(default_factory=list)
    _before: str = ""

    def read(self, root: etree._Element) -> None:
        """Take in everything below ``root``."""
        walk = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag.lower() if isinstance(element.tag, str) else ""
            if event == "start" and element is not root and not self._enter(tag, element):
                walk.skip_subtree()
            elif event == "end" and element is not root:
                self._leave(tag, element)

    def _enter(self, tag: str, element: etree._Element) -> bool:
        """Begin an element; false where it is dealt with and nothing below is to be read."""
        if tag in self.others or tag == "image" or not tag:
            return False
        if tag in _LEVELS:
            self._titles.append(None)
        elif tag == "title":
            self._title(element)
        elif tag == "col":
            self.columns.turn(words(element))
        elif tag == "date":
            self._date(element)
        elif tag == "division":
            self._division(element)
        elif tag in _BLOCKS:
            self._block(element)
        else:
            self._stray(element.text)
        if tag in _LEVELS:
            self._stray(element.text)
        return tag not in _BLOCKS and tag not in {"title", "col", "date"}

    def _leave(self, tag: str, element: etree._Element) -> None:
        if tag in _LEVELS:
            self._titles.pop()
            self._head()
        self._stray(element.tail)

    def _title(self, element: etree._Element) -> None:
        for line in element.iter("lb"):
            line.tail = f" {line.tail or ''}"
        for mark in element.iter("col"):
            self.columns.turn(words(mark))
            mark.text = None
        if self._titles:  # else it is the name of the House or of the volume's part
            self._titles[-1] = words(element) or None
            self._head()

    def _head(self) -> None:
        self.record.head(tuple(title for title in self._titles if title))

    def _date(self, element: etree._Element) -> None:
        given, text = element.get("format", ""), words(element)
        found = full_date(text)
        self.record.date = given if is_iso(given) and len(given) == 10 else found[0] if found else self.record.date

    def _stray(self, text: str | None) -> None:
        """Text outside any paragraph: the archive has some; it is nobody's."""
        if text and text.strip():
            self.record.add(fold(text), None, Place(self.columns.now), spoken=False)

    def _block(self, block: etree._Element) -> None:
        identity, given = block.get("id"), 0
        self._before = ""
        for part in segments(block, self.columns):
            if isinstance(part, Named):
                self._named(part)
            elif self._furniture(part):
                continue
            elif self._before == "" and not given and self._opens_a_name(part, block):
                self._before = part.text
            else:
                given += 1
                self._say(part, f"{identity}/{given}" if identity and given > 1 else identity)
        if self._before and not given:  # it was no name that it opened
            self.record.yield_floor()
            self.record.add(self._before, identity, Place(self.columns.now))

    def _opens_a_name(self, part: Segment, block: etree._Element) -> bool:
        """True for *1.* before a questioner's name, or an office before a name that stands in brackets."""
        member = block.find("member")
        return member is not None and not part.table and (bool(procedure.question_number(part.text)) or words(member).startswith("("))

    def _named(self, named: Named) -> None:
        number = procedure.question_number(self._before)
        name = named.words if number else f"{self._before} {named.words}".strip()
        self.record.rise(attributed(name), procedure.asks(named.after) or number is not None, number)
        self._before = name if self.record.floor.name is None else " "

    def _say(self, part: Segment, identity: str | None) -> None:
        text = part.text
        if self._before:  # the first words after a name
            text = text.lstrip(" :") if self._before == " " else f"{self._before} {text}".replace(" :", ":")
            self._before = ""
        elif not part.table:
            self._unnamed(part)
        mark = Mark.DIVISION if not part.table and procedure.is_count(text) else None
        if text:
            self.record.add(text, identity, part.place, mark=mark, spoken=self.record.floor.name is not None or mark is None)

    def _unnamed(self, part: Segment) -> None:
        """A paragraph that names nobody: procedure, a written question, or more of what was being said."""
        asker = procedure.asker(part.text) if self.record.kind is Kind.WRITTEN_QUESTION else None
        if asker:
            self.record.rise(attributed(asker), asks=True)
        elif procedure.is_procedure(part.text, part.italic, part.begins_italic):
            self.record.yield_floor()

    def _furniture(self, part: Segment) -> bool:
        """A time of day, or the line that dates a sitting: no words of anybody."""
        if procedure.is_time(part.text):
            return True
        day = is_date_line(re.sub(r"[.,]$", "", part.text)) if len(part.text) < 50 else None
        if day and not self.record.date:
            self.record.date = day
        return day is not None and day == self.record.date

    def _division(self, division: etree._Element) -> None:
        """The count before the lists and the lists themselves, as one passage."""
        self.record.yield_floor()
        found = [part for part in segments(division, self.columns) if isinstance(part, Segment)]
        lists = "\n".join(part.text for part in found)
        if not lists:
            return
        number = next((number for part in found if (number := procedure.division_number(part.text))), None)
        place = Place(found[0].place.first, found[-1].place.last)
        if not self.record.complete(lists, place.last, number):
            self.record.add(lists, division.get("id"), place, mark=Mark.DIVISION, number=number, spoken=False)
