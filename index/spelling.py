"""The same thing written another way: a sum of money, a large number, a hyphen after *co*, the plural of a short form.

The keyword index knows words; to it ``£30m`` and ``£30 million`` share nothing, nor do ``co-operation`` and ``cooperation``, or ``CRCs`` and ``CRC``.
Covered: what `other_spellings` lists. Not needed: ``2013-14`` and ``2013/14``, ``clause 4(2)`` and ``Clause 4 (2)``, which have the same words already.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SUM = re.compile(r"£\s?(\d[\d,]*(?:\.\d+)?)\s?(million|billion|m|bn)\b", re.IGNORECASE)
_UNITS = {"million": "m", "billion": "bn", "m": "million", "bn": "billion"}
_LARGE = re.compile(r"(?<![\d,.])(\d{1,3}(?:,\d{3})+|\d{5,9})(?![\d,])")
_TOGETHER = re.compile(r"\bco-?(opera|opt|ordin)(\w+)", re.IGNORECASE)
_CAPITALS = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z])(\w+[A-Z])(s?)\b")


@dataclass(frozen=True, slots=True)
class Alternative:
    """Words of a question, and others that may stand for them in a text."""

    asked: str
    other: str


def other_spellings(question: str) -> list[Alternative]:
    """``£30m`` and ``£30 million``; ``70,258`` and ``70258``; ``co-operate`` and ``cooperate``; ``CRCs`` and ``CRC``: each for the other."""
    return list(dict.fromkeys([*_sums(question), *_numbers(question), *_hyphens(question), *_plurals(question)]))


def _sums(question: str) -> Iterator[Alternative]:
    for found in _SUM.finditer(question):
        number, unit = re.split("[.,]", found[1])[-1], found[2].lower()  # of £1.2bn the index holds ``1`` and ``2bn``
        if len(unit) < 3:
            yield Alternative(f"{number}{unit}", f"{number} {_UNITS[unit]}")
        else:
            yield Alternative(f"{number} {unit}", f"{number}{_UNITS[unit]}")


def _numbers(question: str) -> Iterator[Alternative]:
    for found in _LARGE.finditer(question):
        yield Alternative(found[0], found[0].replace(",", "") if "," in found[0] else f"{int(found[0]):,}")


def _hyphens(question: str) -> Iterator[Alternative]:
    for found in _TOGETHER.finditer(question):
        yield Alternative(found[0], f"co{'' if '-' in found[0] else '-'}{found[1]}{found[2]}")


def _plurals(question: str) -> Iterator[Alternative]:
    for found in _CAPITALS.finditer(question):
        yield Alternative(found[0], found[1] if found[2] else f"{found[1]}s")
