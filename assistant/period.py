"""The time a question asks about: *in March 2018*, *during 2017*, *between 2014 and 2016*, *the 2015 inspection*.

Covered: days, months, years and spans of years, in figures; a season is its year. Not covered: *last year*, *at the time*, *before the election*, *since 2010*
(which leaves the end open and fits nearly everything).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.dates import full_date, month_date
from corpus.document import Passage
from index.hits import Hit

_YEAR = r"(?:1[89]|20)\d\d"
_SPAN = re.compile(rf"(?i)\b(?:between|from)\s+({_YEAR})\s+(?:and|to|until)\s+({_YEAR})\b|\b({_YEAR})[-–/](\d\d)\b")
_OPEN = re.compile(rf"(?i)\b(?:since|after|before|until|by|up to)\s+(?:\w+\s+){{0,3}}{_YEAR}\b")
_ACT = re.compile(rf"\b(?:Act|Order|Regulations|Bill|Rules)\s+{_YEAR}\b")
_NEAR = 1.0  # a passage of the time asked about is put first if its score is at most this far below the best's


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time; ISO dates of any precision, both included."""

    since: str
    until: str

    def holds(self, date: str | None) -> bool:
        """True for a date that lies in the span, as far as both are given."""
        if not date:
            return False
        return date >= self.since[: len(date)] and date[: len(self.until)] <= self.until[: len(date)]


def asked_about(question: str) -> Period | None:
    """The one time a question asks about; ``None`` where it names none, several, or one that is open to one side."""
    text = _ACT.sub(" ", question)
    if _OPEN.search(text):
        return None
    if span := _SPAN.search(text):
        first = span[1] or span[3]
        return Period(first, span[2] or first[:2] + span[4])
    years = set(re.findall(rf"\b{_YEAR}\b", text))
    if len(years) != 1:
        return None
    day = full_date(text)
    found = day[0] if day else month_date(text) or years.pop()
    return Period(found, found)


def of_its_time(hits: Sequence[Hit], period: Period) -> list[Hit]:
    """The hits, those of the period, or that mention it, before the others where they come near the best."""
    near = [hit for hit in hits if hits[0].score - hit.score <= _NEAR and _of(hit.passage, period)]
    others = [hit for hit in hits if hit not in near]
    return [replace(hit, rank=rank) for rank, hit in enumerate([*near, *others], start=1)]


def _of(passage: Passage, period: Period) -> bool:
    return period.holds(passage.date) or any(period.holds(date) for date in _mentioned(" ".join((*passage.headings, passage.text))))


def _mentioned(text: str) -> set[str]:
    """The times that a text names, as precisely as the period can be compared with: its years, months with their year, and its first day."""
    day = full_date(text)
    months = {date for words in re.findall(rf"\b[A-Z][a-z]+,? {_YEAR}\b", text) if (date := month_date(words))}
    return {*re.findall(rf"\b{_YEAR}\b", text), *months, *([day[0]] if day else [])}
