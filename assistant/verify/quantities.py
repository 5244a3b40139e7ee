"""Numbers in running text, in figures or words, with what they count in: %, £, thousands and millions, fractions, ordinals, and bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.moments import moments

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {**{word: i for i, word in enumerate(_UNITS)}, **{word: 10 * i for i, word in enumerate(_TENS, 2)}, "dozen": 12}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "tn": 1e12}
_ORDINALS = {
    word: i
    for i, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth"], 1
    )
}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twelfth": 12, "twentieth": 20}
_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_BELOW = rf"(?:{_WORD})(?:[ -](?:{_WORD}))?"
_WORDS = rf"(?P<words>(?:(?:{_BELOW})(?:[ -](?:{_SCALE}))*|(?:a |half a )(?:{_SCALE}|dozen))(?:(?:,? and |,? )(?:{_BELOW})(?:[ -](?:{_SCALE}))*)*)"
_FIGURE = r"(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:[ -]?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|tn|[mk](?![\w.])))?"
_UNIT = r"(?P<unit>%| ?per ?cent\b| ?percent\b| ?percentage points?| pounds\b| dollars?\b| euros?\b| pence\b|p\b)?"
_NUMBER = re.compile(rf"(?i)(?P<money>[£$€])?(?<![\w.,])(?:{_FIGURE}|\b{_WORDS}\b){_UNIT}(?P<nth>st|nd|rd|th)?(?!\w)")
_ORDINAL = re.compile(rf"(?i)\b(?P<nth>{'|'.join(_ORDINALS)})\b")
_PART = "|".join(_PARTS)
_FRACTION = re.compile(rf"(?i)\b(?:(?P<many>a|an|one|two|three|four|five|six|seven|eight|nine)[ -])?(?P<part>(?:{_PART})s?|halves)\b(?P<of> of\b)?")
_IN = re.compile(
    rf"(?i)(?<![\d.,])\b(?P<a>\d+|{_WORD})(?: people| women| men| children| cases| prisons| schools)? (?:in|out of)(?: every)? (?P<b>\d+|{_WORD})\b"
)
_BOUNDS = (
    (">=", re.compile(r"(?i)\b(?:at least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|minimum|or more)\W*$")),
    ("<=", re.compile(r"(?i)\b(?:at most|no more than|not more than|up to|a maximum of|maximum|as (?:many|much) as|within)\W*$")),
    (">", re.compile(r"(?i)\b(?:more than|over|above|exceed(?:s|ed|ing)?|in excess of|greater than|upwards of|well over|just over)\W*$")),
    (
        "<",
        re.compile(
            r"(?i)\b(?:less than|fewer than|under|below|nearly|almost"
            r"|approaching(?: my| our| a| an| the| its| his| her| their)?|just under|short of|close to|not quite)\W*$"
        ),
    ),
    ("~", re.compile(r"(?i)\b(?:about|around|approximately|roughly|some|circa|or so|an estimated|in the region of|in the order of)\W*$")),
)
_AFTER = (
    (">=", re.compile(r"(?i)^ ?\S* or (?:more|over)\b")), ("<=", re.compile(r"(?i)^ ?\S* or (?:less|fewer|under)\b")), ("~", re.compile(r"(?i)^ ?\S* or so\b")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, what it counts in (``%``, ``pp`` percentage points, ``£``, ``nth`` an ordinal, ``""`` things), its bound
    (``= >= <= > < ~``), its words and where they stand. ``part`` marks a fraction in words, which is as good as its share in per cent."""

    value: float
    unit: str
    bound: str
    said: str
    start: int
    stop: int
    part: bool = False


@lru_cache(maxsize=4096)
def quantities(text: str) -> tuple[Quantity, ...]:
    """The numbers in a text, in order; dates are none, nor is a *one* that counts nothing."""
    dates = [(moment.start, moment.stop) for moment in moments(text) if not moment.words or moment.words[0].isdigit()]
    found: list[Quantity] = []
    for quantity in (*_shares(text), *_fractions(text), *_numbers(text), *_ordinals(text)):
        taken = [*dates, *((other.start, other.stop) for other in found)]
        if all(quantity.stop <= start or quantity.start >= stop for start, stop in taken):
            found.append(quantity)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _numbers(text: str) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(text):
        words = (match["words"] or "").lower()
        if words in ("one", "zero") and not match["unit"] and not match["money"]:
            continue
        value = float(match["figure"].replace(",", "")) if match["figure"] else _worth(words)
        scale = (match["scale"] or "").lower()
        value *= _SCALES.get(scale) or _SHORT.get(scale, 1.0)
        unit = _unit(match)
        if unit == "p":
            value, unit = value / 100, "£"
        yield Quantity(value, unit, _bound(text, match.start(), match.end()), match[0].strip(), match.start(), match.end())


def _unit(match: re.Match[str]) -> str:
    unit = (match["unit"] or "").strip().lower()
    if "point" in unit:
        return "pp"
    if unit.startswith("per") or unit == "%":
        return "%"
    if unit in ("pence", "p"):
        return "p"
    if unit.startswith(("dollar", "euro")):
        return "$" if unit.startswith("d") else "€"
    return "nth" if match["nth"] else "£" if unit == "pounds" else match["money"] or ""


def _ordinals(text: str) -> Iterator[Quantity]:
    for match in _ORDINAL.finditer(text):
        yield Quantity(_ORDINALS[match["nth"].lower()], "nth", "=", match[0], match.start(), match.end())


def _fractions(text: str) -> Iterator[Quantity]:
    for match in _FRACTION.finditer(text):
        many, part = (match["many"] or "").lower(), match["part"].lower()
        part = "half" if part == "halves" else part if part in _PARTS else part[:-1]
        before = text[: match.start()].lower()
        if before.endswith(("first ", "second ", "third ", "fourth ", "last ", "latter ", "other ", "per ", "each ")) or (not many and part != "half"):
            continue
        if part != "half" and not match["of"] and many in ("a", "an", "one") and part != "quarter" and part != "third":
            continue
        share = 100.0 * _SMALL.get(many, 1) / _PARTS[part]
        yield Quantity(share, "%", _bound(text, match.start(), match.end()), match[0].removesuffix(" of"), match.start(), match.end(), True)


def _shares(text: str) -> Iterator[Quantity]:
    for match in _IN.finditer(text):
        a, b = (float(each) if each.isdigit() else float(_SMALL[each.lower()]) for each in (match["a"], match["b"]))
        if 0 < a < b and b <= 1000:
            yield Quantity(100.0 * a / b, "%", _bound(text, match.start(), match.end()), match[0], match.start(), match.end(), True)


def _worth(words: str) -> float:
    total, group = 0.0, 0.0
    for word in re.findall(r"[a-z]+", words):
        if word in _SCALES:
            group = (group or 1.0) * _SCALES[word]
            if _SCALES[word] >= 1e3:
                total, group = total + group, 0.0
        elif word == "half":
            group = 0.5
        elif word == "dozen":
            group = (group or 1.0) * 12
        elif word in _SMALL:
            group += _SMALL[word]
    return total + group


def _bound(text: str, start: int, stop: int) -> str:
    before, after = text[max(0, start - 30) : start], text[stop : stop + 16]
    for bound, form in _AFTER:
        if form.search(after):
            return bound
    return next((bound for bound, form in _BOUNDS if form.search(before)), "=")
