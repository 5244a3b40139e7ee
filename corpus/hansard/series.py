"""Volumes and columns: what a formal reference to Hansard is made of.

An id of the archive (``S6CV0089P0-00364``) says series, House and volume: the sixth series, Commons, volume 89, part 0. The first four
series (``S3V0340P0``) have no House of their own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

COMMONS, LORDS = "House of Commons", "House of Lords"
_ID = re.compile(r"S\d([CL])?V(\d{4})P\d")
_SERIES = {COMMONS: "HC Deb", LORDS: "HL Deb"}
_LABEL = re.compile(r"(?i)^(?:col(?:umn)?s?\.?[\s_]*)?([A-Z]{0,3})\s?(\d{1,5})([A-Z]{0,3})$")


@dataclass(frozen=True, slots=True)
class Volume:
    """The volume that most of a sitting's ids name, and the House where they say it."""

    number: str | None = None
    house: str | None = None


def volume_of(ids: Iterable[str]) -> Volume:
    """The volume in which a sitting stands, from the ids of its paragraphs and images."""
    named = Counter(match.groups() for identity in ids if (match := _ID.match(identity)))
    if not named:
        return Volume()
    (house, number), _ = named.most_common(1)[0]
    return Volume(str(int(number)), {"C": COMMONS, "L": LORDS}.get(house or ""))


def series_of(house: str | None) -> str | None:
    """*HC Deb* or *HL Deb*; ``None`` where the House is not known."""
    return _SERIES.get(house or "")


def column(label: str, before: str = "", after: str = "") -> str | None:
    """A column's label as cited (``1W``, ``GC 1``), from what stands in the source; ``before`` and ``after`` are added to a bare
    number. ``None`` for anything that is no column."""
    match = _LABEL.match(" ".join(label.split()))
    if not match:
        return None
    if match[1]:
        return f"{match[1].upper()} {match[2]}"
    return f"{match[2]}{match[3].upper()}" if match[3] else f"{before}{match[2]}{after}"


@dataclass(frozen=True, slots=True)
class Place:
    """From which column to which a passage runs, as far as known; ``otherwise`` is said where no column is known."""

    first: str | None
    last: str | None = None
    otherwise: str = "column not given"

    def locator(self, question: str | None = None) -> str:
        """``col 1``, ``cols 1–2``, ``col 1, Q3``."""
        if not self.first:
            where = self.otherwise
        elif self.last in (None, self.first):
            where = f"col {self.first}"
        else:
            where = f"cols {self.first}–{self.last}"
        return f"{where}, {question}" if question else where
