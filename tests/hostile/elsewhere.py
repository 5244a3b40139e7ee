"""Mutations that put a name, date or figure in the place of another: the passage has both, each of something else."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.verify.moments import moments
from assistant.verify.names import names
from assistant.verify.quantities import quantities
from tests.hostile.truths import Pool, True_, told

_FORMS = ("scotland scottish", "wales welsh", "england english", "gb great-britain", "uk uk-wide united-kingdom", "eu european-union europe european")
_SYMMETRIC = re.compile(r"^,? ?(?:and|or|with|between|both|[,;(]|&)\b|\b(?:and|or|between|with|as well as|to)(?: the)? $|^['’]s? $")


def one_name(a: str, b: str) -> bool:
    """True where both are one name: its plural, its initials, the word for what is of the country. The sentence stays true then."""
    one, other = (re.sub(r"[\u2010-\u2011]", "-", each.lower()).replace(" ", "-").removesuffix("-government").removesuffix("s") for each in (a, b))
    short = any("".join(word[0] for word in x.split() if word[0].isupper()) in (y, y.removesuffix("s")) for x, y in ((a, b), (b, a)))
    return one == other or short or any({one, other} <= {form.removesuffix("s") for form in row.split()} for row in _FORMS)


def _in_passage(true: True_, found: Sequence[tuple[str, int, int]], others: Sequence[str], chance: random.Random) -> True_ | None:
    """One of ``found`` exchanged for another that stands elsewhere in the passage, in another sentence than the one told."""
    pairs = [(start, stop, other) for said, start, stop in found for other in others if other.lower() not in true.said.lower() and not one_name(said, other)]
    if true.quoted or not pairs:
        return None
    start, stop, other = chance.choice(pairs)
    return told(true, true.said[:start] + other + true.said[stop:])


def figures_crossed(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """Two figures of the sentence change places: both are in the passage, each of the other thing."""
    found = [q for q in quantities(true.said) if q.unit != "nth" and not q.part and q.said[0].isdigit()]
    pair = next(((a, b) for a, b in pairwise(found) if a.unit == b.unit and a.value != b.value and b.start - a.stop > 12), None)
    if true.quoted or not pair:
        return None
    a, b = pair
    return told(true, true.said[: a.start] + b.said + true.said[a.stop : b.start] + a.said + true.said[b.stop :])


def figure_from_elsewhere(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    own = [q for q in quantities(true.said) if q.said[0].isdigit() or q.said[0] == "£"]
    q = chance.choice(own) if own else None
    there = [o.said for o in quantities(true.passage.text) if q and (o.unit, o.unit) == (q.unit, "" if not q.unit else o.unit) and o.value != q.value]
    there = [o for o in there if o[0].isdigit() or o[0] == "£"]
    return _in_passage(true, [(q.said, q.start, q.stop)], there, chance) if q and q.unit != "nth" else None


def date_from_elsewhere(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    own = [m for m in moments(true.said) if not m.words]
    m = chance.choice(own) if own else None
    there = [o.said for o in moments(true.passage.text) if m and not o.words and bool(o.month) == bool(m.month) and not o.holds(m) and not m.holds(o)]
    return _in_passage(true, [(m.said, m.start, m.stop)], there, chance) if m else None


def names_crossed(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    """Two names of the sentence change places, where neither is joined to the other as its like."""
    found = [n for n in names(true.said) if not n.opens and n.said in true.said]
    for a, b in pairwise(found):
        between = true.said[a.start + len(a.said) : b.start]
        if true.quoted or a.parts & b.parts or one_name(a.said, b.said) or len(between) < 12 or _SYMMETRIC.search(between) or between.count(",") > 1:
            continue
        rest = true.said[b.start + len(b.said) :]
        return told(true, true.said[: a.start] + b.said + between + a.said + rest)
    return None


def name_from_elsewhere(true: True_, pool: Pool, chance: random.Random) -> True_ | None:
    own = [(n.said, n.start, n.start + len(n.said)) for n in names(true.said) if not n.opens and n.start > 0 and true.said[n.start :].startswith(n.said)]
    there = [n.said for n in names(true.passage.text) if not n.opens and not re.search(r"(?i)bill|clause|hon\b|member|government", n.said)]
    parts = {part for n in names(true.said) for part in n.parts}
    there = [said for said in there if not set(said.lower().split()) & parts]
    return _in_passage(true, own, there, chance)
