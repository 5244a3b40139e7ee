"""Mutations of figures: a digit, a number in words, a unit, a bound."""

from __future__ import annotations

import random
import re

from assistant.verify.moments import moments
from assistant.verify.quantities import quantities
from tests.hostile.truths import Pool, True_, told


def digit(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    found = [q for q in quantities(true.said) if any(c.isdigit() for c in q.said) and q.unit != "nth" and true.said[q.start - 1 : q.start] not in ("[", "_")]
    if not found:
        return None
    q = chance.choice(found)
    at = chance.choice([i for i in range(q.start, q.stop) if true.said[i].isdigit()])
    new = chance.choice([d for d in "123456789" if d != true.said[at]])
    said = true.said[:at] + new + true.said[at + 1 :]
    made = {x.value for x in quantities(said)} - {x.value for x in quantities(true.said)}
    return told(true, said) if made and not made & {x.value for x in quantities(true.passage.text)} else None


_COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "fifteen", "twenty", "thirty", "forty", "fifty"]


_SHARES = ("two-thirds", "three-quarters", "one-fifth", "half of", "a quarter of", "a third of", "one in five", "one in ten")


def number_word(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    found = [q for q in quantities(true.said) if not any(c.isdigit() for c in q.said) and (q.part or q.said.lower() in _COUNTS)]
    if not found:
        return None
    q = chance.choice(found)
    new = chance.choice(_SHARES if q.part else _COUNTS)
    there = {round(x.value, 1) for x in quantities(true.passage.text)}
    value = quantities(f"{new} people")[0].value
    return told(true, true.said[: q.start] + new + true.said[q.stop :]) if round(value, 1) not in there else None


def unit(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    for old, new in chance.sample(
        (("million", "billion"), ("billion", "million"), ("thousand", "million"), ("per cent", "percentage points"), ("%", " percentage points")), 5
    ):
        if re.search(rf"\d ?{old}", true.said) and new.strip() not in true.passage.text:
            return told(true, true.said.replace(old, new, 1))
    return None


def bound(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    swaps = {
        "at least": "at most",
        "more than": "less than",
        "less than": "more than",
        "up to": "at least",
        "fewer than": "more than",
        "over": "under",
        "nearly": "more than",
    }
    dates = {moment.start for moment in moments(true.said)}  # *up to 1997-98* bounds no figure
    found = [old for old in swaps if (m := re.search(rf"\b{old} (?=[£\d])", true.said)) and m.end() not in dates]
    return told(true, re.sub(rf"\b{found[0]} (?=[£\d])", f"{swaps[found[0]]} ", true.said, count=1)) if found and not true.quoted else None
