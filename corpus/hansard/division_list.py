"""The lists of a division on a Hansard web page, gathered into one passage: count, number, sides, names, tellers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.hansard import procedure
from corpus.hansard.lines import HEADINGS, Line
from corpus.hansard.series import Place

_SIDES = re.compile(r"(?i)^(?:ayes|noes|contents|not[- ]contents|tellers for the (?:ayes|noes)\b.*|\[\d.*)[.:]?$")
_COUNT = re.compile(r"(?i)^ayes \d+, noes \d+\.?$|^contents \d+; not-contents \d+\.?$")
_DIVIDED = re.compile(r"(?i)(?:the )?(?:house|committee) (?:having )?divided\b|their lordships divided\b")
_LONGEST = 80  # characters; a longer line is no name


@dataclass(slots=True)
class DivisionList:
    """The lines of one division as they come in."""

    begun: str | None = None
    last: str | None = None
    rows: list[str] = field(default_factory=list)
    number: str | None = None
    anchor: str | None = None

    def takes(self, line: Line) -> bool:
        """Take a line in if it is part of the division; false where the division is over, or has not begun."""
        opens = procedure.division_number(line.text)
        if not self.rows and not self._begins(line, opens):
            return False
        if self.rows and not self._goes_on(line):
            return False
        self.begun = self.begun or line.place.first
        self.last = line.place.last or line.place.first or self.last
        self.number = self.number or opens
        self.anchor = self.anchor or next(iter(line.anchors or line.before), None)
        if self.rows and line.text.startswith("(") and line.italic:  # a seat, to tell two of one name apart
            self.rows[-1] += f" {line.text}"
        else:
            self.rows.append(line.text)
        return True

    @property
    def place(self) -> Place:
        """Where the division stands."""
        return Place(self.begun, self.last)

    def _begins(self, line: Line, opens: str | None) -> bool:
        return bool(opens or _COUNT.match(line.text) or _DIVIDED.match(line.text))

    def _goes_on(self, line: Line) -> bool:
        if line.tag in HEADINGS or (line.bold and line.bold.endswith(":")):
            return False
        if line.tag == "table" or _SIDES.match(line.text) or _COUNT.match(line.text):
            return True
        if procedure.division_number(line.text):
            return self.number is None
        seat = line.italic and line.text.startswith("(")
        return seat or (not line.anchors and not line.begins_italic and len(line.text) <= _LONGEST and not line.text.endswith((".”", "?")))
