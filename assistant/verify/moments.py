"""Dates in running text: days, months, years, financial years, decades, and *last year* seen from the day of the words."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_NUMBER = {**{m: i for i, m in enumerate(_MONTHS, 1)}, **{m[:3]: i for i, m in enumerate(_MONTHS, 1)}, "sept": 9}
_CAPITAL = "|".join(sorted({name.capitalize() for name in _NUMBER}, key=len, reverse=True))
_WHOLE = "|".join(name.capitalize() for name in _MONTHS)  # alone, short forms are names as well: *the Countess of Mar*
_MONTH = rf"(?P<m>{_CAPITAL})\b\.?"
_DAY = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>(?:1[6-9]|20|21)\d\d)"
_PATTERNS = (
    rf"\b{_DAY}(?: of)? {_MONTH},? {_YEAR}\b",
    rf"\b{_MONTH} {_DAY},? {_YEAR}\b",
    rf"\b{_YEAR}-(?P<n>[01]\d)-(?P<d>[0-3]\d)(?!\d)",
    rf"\b(?P<d>[0-3]?\d)/(?P<n>[01]?\d)/{_YEAR}\b",
    rf"(?<![\d,.£$€]){_YEAR}(?:[/–-]| to (?:20)?)(?P<e>\d\d)(?:\d\d)?(?!\d|,\d|%|\.\d)",
    rf"\b{_MONTH},?(?: of)? {_YEAR}\b",
    rf"\b{_DAY}(?: of)? {_MONTH}(?! \d{{4}})",
    rf"\b(?:{_MONTH}) (?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?! \d{{4}})",
    r"\b(?P<decade>(?:1[6-9]|20)\d0)s\b",
    rf"(?<![\d,.£$€/-]){_YEAR}(?![\d,%]*\d|%|\.\d| (?:per cent|million|people|women|men|children|cases|pages)\b)",
    rf"\b(?i:in|since|by|until|from|before|after|during|last|this|next|of|late|early|mid-|between|and|to|for|that) (?P<m>(?!May [a-z])(?:{_WHOLE}))\b(?! \d)",
)
_FORMS = tuple(re.compile(pattern) for pattern in _PATTERNS)
_RELATIVE = re.compile(
    r"(?i)\b(?P<which>last|this|next|previous|past|coming|following) (?P<what>year|month|week|summer|autumn|winter|spring|century|decade"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?P<day>today|yesterday|tomorrow|tonight)\b"
)
_WEEKDAY = re.compile(r"\b(?:on|On|next|last|this) (?P<w>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as far as it is told, its words, and where it stands. ``end`` is the last two figures of a second year (2013/14);
    ``words`` are those of one told from the day of speaking (*last year*) or of a decade."""

    year: int | None
    month: int | None
    day: int | None
    said: str
    start: int
    stop: int
    end: int | None = None
    words: str | None = None

    def holds(self, other: Moment) -> bool:
        """True where all that this date tells is so of the other."""
        if self.words or other.words:
            return bool(self.words) and self.words == other.words
        told = ((self.year, other.year), (self.month, other.month), (self.day, other.day), (self.end, other.end))
        return all(own is None or own == theirs for own, theirs in told)

    @property
    def depth(self) -> int:
        """How precise it is: 1 a year, 2 a month, 3 a day."""
        return 3 if self.day else 2 if self.month else 1


@lru_cache(maxsize=4096)
def moments(text: str) -> tuple[Moment, ...]:
    """The dates in a text, in order; of two that overlap the fuller."""
    found: list[Moment] = []
    for form in _FORMS:
        for match in form.finditer(text):
            start = match.start("m") if form is _FORMS[-1] else match.start()
            moment = _moment(match, start)
            if moment and all(match.end() <= other.start or start >= other.stop for other in found):
                found.append(moment)
    found += [Moment(None, None, None, m[0], m.start(), m.end(), words=_relative(m)) for m in _RELATIVE.finditer(text)]
    found += [Moment(None, None, None, m["w"], m.start("w"), m.end("w"), words=m["w"].lower()) for m in _WEEKDAY.finditer(text)]
    return tuple(sorted(found, key=lambda moment: moment.start))


def of_iso(iso: str) -> Moment:
    """``2017-04-20`` or ``2017-04`` as a date."""
    parts = [int(part) if part.isdigit() else None for part in iso.split("-")]
    year, month, day = [*parts, None, None, None][:3]
    return Moment(year, month, day, iso, 0, 0)


def seen_from(moment: Moment, spoken: str | None) -> tuple[Moment, ...]:
    """The date, and what it comes to if the words were said on the day ``spoken``: a month is given its year, *last year* its number."""
    if not spoken:
        return (moment,)
    day = of_iso(spoken)
    if moment.words:
        step = {"last": -1, "past": -1, "previous": -1, "this": 0, "next": 1, "coming": 1}
        which, _, what = moment.words.partition(" ")
        if what == "year" and which in step and day.year:
            return moment, replace(moment, year=day.year + step[which], words=None)
        return (moment, day) if moment.words in ("today", "tonight") else (moment,)
    return (moment, replace(moment, year=day.year)) if moment.year is None else (moment,)


def _moment(match: re.Match[str], start: int) -> Moment | None:
    told = match.groupdict()
    if told.get("decade"):
        return Moment(None, None, None, match[0], start, match.end(), words=f"{told['decade']}s")
    month = int(told["n"]) if told.get("n") else _NUMBER.get((told.get("m") or "").lower())
    day = int(told["d"]) if told.get("d") else None
    if (month and not 1 <= month <= 12) or (day is not None and not 1 <= day <= 31):
        return None
    year, end = told.get("y"), told.get("e")
    if end and int(end) not in ((int(year or 0) + 1) % 100, int(year or 0) % 100) and "to" not in match[0] and len(match[0]) < 9:
        return None
    return Moment(int(year) if year else None, month, day, match.string[start : match.end()], start, match.end(), int(end) if end else None)


def _relative(match: re.Match[str]) -> str:
    which = {"previous": "last", "past": "last", "following": "next", "coming": "next"}.get((match["which"] or "").lower(), match["which"])
    return (match["day"] or f"{which} {match['what']}").lower()
