"""A Hansard web page of about 2006 to 2015, line by line, into its record."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.dates import full_date, is_date_line
from corpus.document import Mark
from corpus.hansard import procedure
from corpus.hansard.archive_paragraph import Columns
from corpus.hansard.division_list import DivisionList
from corpus.hansard.lines import HEADINGS, Line
from corpus.hansard.members import attributed
from corpus.hansard.record import Record

COLUMN_LINE = re.compile(r"(?i)^(?P<date>\d{1,2} [a-z]{3,9} \d{4})\s*:\s*column (?P<label>[a-z]{0,3}\s?\d+[a-z]{0,3})(?:\s*[—–-]+\s*continued)?$")
_FURNITURE = re.compile(
    r"(?i)^(?:(?:previous section|next section|contents|table of contents|index|home page|previous|next|\|)(?: \| | |$))+$|^© parliamentary copyright"
    r"|^\[?continued (?:in|from) column"
)
_PARTS = re.compile(
    r"(?i)^(?:house of (?:commons|lords)|westminster hall|grand committee|hansard"
    r"|(?:commons |lords )?written (?:answers(?: to questions)?|(?:ministerial )?statements))$"
)
_LEAD = re.compile(r"^(?P<number>\*?[QT]?\d{1,3}\.?)?\s*(?P<uin>\[\d{4,7}\])?\s*$")
_GLOBAL = re.compile(r"\d{8,}$")
_LEVELS = {"h1": 1, "h2": 1, "h3": 3, "h4": 4, "h5": 5, "h6": 6}


@dataclass(slots=True)
class WebPage:
    """Takes in the lines of a page. ``address`` is where it stands, without a fragment, if that is known; ``anchored`` is true where
    the page's anchors say which headings are subjects'."""

    record: Record
    columns: Columns
    address: str | None = None
    anchored: bool = False
    _titles: dict[int, str] = field(default_factory=dict)
    _division: DivisionList | None = None
    _turned: bool = False

    def take(self, line: Line) -> None:
        """Take in the next line."""
        if self._column(line) or _FURNITURE.match(line.text) or self._divides(line) or procedure.is_time(line.text):
            return
        if line.tag in HEADINGS:
            self._heading(line)
        else:
            self._paragraph(line)
        self._turned = False

    def end(self) -> None:
        """The page is over: what is being gathered is complete."""
        if division := self._division:
            self._division = None
            name = division.anchor
            self.record.yield_floor()
            self.record.add("\n".join(division.rows), self._identity(name), division.place, self._link(name), Mark.DIVISION, division.number, spoken=False)

    def _column(self, line: Line) -> bool:
        """The line that says in which column, and on which day, what follows was printed."""
        match = COLUMN_LINE.match(line.text)
        if match:
            day = full_date(match["date"])
            self.record.date = day[0] if day else self.record.date
            self.columns.turn(match["label"])
            self._turned = True
        return bool(match)

    def _divides(self, line: Line) -> bool:
        division = self._division or DivisionList()
        if division.takes(line):
            self._division = division
            return True
        self.end()
        return False

    def _heading(self, line: Line) -> None:
        day = is_date_line(line.text)
        if day:
            self.record.date = day
        elif _PARTS.match(line.text):
            self._titles.clear()
            self.record.head(())
        elif line.begins_italic or line.text.startswith("["):
            self.record.yield_floor()
            self._add(line, line.text)
        else:
            level = self._level(line)
            self._titles = {at: title for at, title in self._titles.items() if at < level and title != "Prayers"} | {level: line.text}
            self.record.head(tuple(title for _, title in sorted(self._titles.items())))

    def _level(self, line: Line) -> int:
        """A department stands above its subjects; a heading that is no subject's begins another item of business."""
        names = " ".join(line.before + line.anchors)
        if "uppercase" in line.style or "dpthd" in names:
            return 2
        if line.tag == "h3" and self.anchored and not re.search(r"(?:sb|sub)hd", names):
            return 1
        return _LEVELS[line.tag]

    def _paragraph(self, line: Line) -> None:
        lead = _LEAD.match(line.lead)
        if line.bold and lead and self._is_name(line):
            self._rises(line, lead["number"], lead["uin"])
        elif self._goes_on(line):
            self.record.extend(line.text, line.place.last)
        else:
            if line.tag != "table" and procedure.is_procedure(line.text, line.italic, line.begins_italic):
                self.record.yield_floor()
            self._add(line, line.text)

    def _is_name(self, line: Line) -> bool:
        return line.bold.rstrip().endswith(":") or line.rest.startswith(":") or attributed(line.bold).introduced

    def _rises(self, line: Line, number: str | None, uin: str | None) -> None:
        text = line.rest.lstrip(" :")
        asked = (uin or "").strip("[]") or procedure.uin(text)
        paper = procedure.question_number(number) if number else None
        written = f"PQ {asked}" if asked and procedure.asks(text) else None
        member = self.record.rise(attributed(line.bold), procedure.asks(text) or bool(asked), paper or written)
        if member.name is None:
            text = f"{line.bold} {text}"
        if text:
            self._add(line, text, asked)

    def _goes_on(self, line: Line) -> bool:
        """True for the part of a paragraph that was carried over into the next column."""
        last = self.record.passages[-1] if self.record.passages else None
        if not self._turned or last is None or line.anchors or line.tag == "table" or last.mark is Mark.DIVISION or last.headings != self.record.headings:
            return False
        return line.text[0].islower() or last.text[-1] not in ".?!:;”\"’'—])"

    def _add(self, line: Line, text: str, number: str | None = None) -> None:
        name = self._anchor(line)
        self.record.add(text, self._identity(name), line.place, self._link(name), number=number)

    def _anchor(self, line: Line) -> str | None:
        """The name by which the page links to the line: the one that is the same on every page, where it has one."""
        names = line.anchors or line.before
        return next((name for name in names if _GLOBAL.match(name)), names[0] if names else None)

    def _identity(self, name: str | None) -> str | None:
        return f"{self.record.document_id}#{name}" if name else None

    def _link(self, name: str | None) -> str | None:
        return f"{self.address}#{name}" if self.address and name else self.address
