"""Dates as British public records write them, to ISO 8601 (of reduced precision where no day is given)."""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = r"(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_FULL = (
    re.compile(rf"\b{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_WEEKDAY}{_MONTH}\s+{_DAY},?\s+{_YEAR}\b", re.I),
    re.compile(rf"\b{_YEAR}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b"),
    re.compile(rf"\b(?P<day>[0-3]?\d)/(?P<month>[01]?\d)/{_YEAR}\b"),
)
_MONTH_ONLY = re.compile(rf"\b{_MONTH},?\s+{_YEAR}\b", re.I)


def full_date(text: str) -> tuple[str, str] | None:
    """The first whole date in ``text`` as (``YYYY-MM-DD``, the words that say it), or ``None``."""
    found = [match for pattern in _FULL for match in pattern.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        try:
            day = datetime.date(int(match["year"]), _month(match["month"]), int(match["day"]))
        except ValueError:
            continue
        return day.isoformat(), match.group()
    return None


def month_date(text: str) -> str | None:
    """The first ``Month Year`` in ``text`` as ``YYYY-MM``, or ``None``."""
    match = _MONTH_ONLY.search(text)
    return f"{match['year']}-{_month(match['month']):02}" if match else None


def is_date_line(text: str) -> str | None:
    """The ISO date if ``text`` is a date and next to nothing else (``Thursday, 8 March 2018``), else ``None``."""
    found = full_date(text)
    if not found:
        return None
    rest = re.sub(r"(?i)\b(posted|published|updated|date|on|at)\b|\d{1,2}[:.]\d\d\s*(?:[ap]m)?", "", text)
    rest = rest.replace(found[1], "")
    return found[0] if not re.search(r"\w", rest) else None


def day_after(iso: str) -> str:
    """The day after ``YYYY-MM-DD``."""
    return (datetime.date.fromisoformat(iso) + datetime.timedelta(days=1)).isoformat()


def in_words(iso: str) -> str:
    """``2017-04-20`` as ``20 April 2017``; ``2017-04`` as ``April 2017``; anything else as it is."""
    year, *rest = iso.split("-")
    if not rest or not is_iso(iso):
        return iso
    month, *day = (int(part) for part in rest)
    return " ".join([*map(str, day), datetime.date(2000, month, 1).strftime("%B"), year])


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS[text.lower()]


def is_iso(text: str) -> bool:
    """True for a date in ISO 8601, whole or of reduced precision: ``2017``, ``2017-04``, ``2017-04-20``."""
    parts = text.split("-")
    if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(part.isdigit() for part in parts):
        return False
    try:
        datetime.date(*(int(part) for part in [*parts, "1", "1"][:3]))
    except ValueError:
        return False
    return True
