"""What the single cells of a record hold: Members' names in natural order, numbers of questions, dates, or no value."""

from __future__ import annotations

import re

from corpus.dates import full_date, is_iso
from corpus.document import fold

_UNKNOWN = frozenset({"", "na", "n/a", "nan", "null", "none", "-", "unknown", "not found"})
_AFTER_A_NAME = frozenset({"mp", "qc", "kc", "obe", "cbe", "mbe", "jr", "sr", "bt"})


def known(cell: str | None) -> str | None:
    """The cell's value, white space folded; ``None`` where it stands for no value (``NA``, ``NULL``, nothing)."""
    value = fold(cell or "")
    return None if value.lower() in _UNKNOWN else value


def natural(name: str | None) -> str | None:
    """``Slaughter, Andy`` as ``Andy Slaughter``; a name in natural order, or with more than one comma, as it is."""
    value = known(name)
    if value is None or value.count(",") != 1:
        return value
    last, first = (part.strip() for part in value.split(","))
    if not last or not first or first.lower().rstrip(".") in _AFTER_A_NAME:
        return value
    return f"{first} {last}"


def uin_of(cell: str | None) -> str | None:
    """A question's number as the record has it (``5460``, ``HL6859``), ``None`` where the cell holds no number."""
    value = (known(cell) or "").removesuffix(".0").upper()
    return value if re.fullmatch(r"[A-Z0-9][A-Z0-9.\-]{0,19}", value) and any(map(str.isdigit, value)) else None


def day_of(cell: str | None) -> str | None:
    """The cell's date in ISO 8601; ``None`` where it holds no whole date that exists. Day first in ``03/04/2014``."""
    value = known(cell) or ""
    stamp = re.match(r"(\d{4}-\d\d-\d\d)(?=$|[T\s])", value[:40])
    if stamp:
        return stamp[1] if is_iso(stamp[1]) else None
    found = full_date(value[:60])
    return found[0] if found else None
