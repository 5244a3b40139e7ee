"""How many of the same thing: *all hubs* is not *some hubs*, nor *most witnesses* those of whom the passage says *some*."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verify.source import Place
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import stem

_SORTS = (
    ("all", "all every each entire whole"), ("most", "most majority"), ("many", "many large-number great-number several numerous various multiple"),
    ("some", "some several certain various"), ("few", "few small-number limited-number minority"),
    ("no", "no none neither"), ("both", "both"), ("half", "half"),
    ("number", "two three four five six seven eight nine ten eleven twelve"),
)  # fmt: skip
_WORDS = sorted({word for _, row in _SORTS for word in row.split()}, key=len, reverse=True)
_SOME = re.compile(
    rf"(?i)\b(?P<how>(?:large|great|small|limited) number|{'|'.join(_WORDS)}|\d[\d,.]*)"
    rf"(?: of)?(?: (?:the|these|those|its|their|our|his|her|such))?(?: other)?(?P<what>(?: [a-z][\w’'-]+){{1,2}})"
)


def check(claim: str, best: Sequence[Place]) -> Problem | None:
    """The first *all*, *most*, *some* … of something of which the passage says another."""
    there = [each for place in best[:2] for each in _extents(place.window)]
    for how, sorts, what in _extents(claim):
        same = [other for other in there if other[2] & what]
        if same and sorts != {"number"} and not any(sorts & other[1] for other in same) and not _one_in_another(how, same):
            return Problem(Fault.DIRECTION, f"The passage has “{same[0][0]}” of them, not “{how}”.")
    return None


def _one_in_another(how: str, same: Sequence[tuple[str, frozenset[str], frozenset[str]]]) -> bool:
    """True for *some* or *many* of what the passage counts out: a vaguer word, not a wrong one."""
    return how.lower() in ("some", "several", "many", "various", "certain", "both") and all("number" in sorts for _, sorts, _ in same)


def _extents(text: str) -> list[tuple[str, frozenset[str], frozenset[str]]]:
    found = []
    for match in _SOME.finditer(text):
        how = match["how"].lower().replace(" ", "-")
        sorts = frozenset(sort for sort, row in _SORTS if how in row.split()) or frozenset({"number"})
        found.append((match["how"], sorts, frozenset(stem(word) for word in match["what"].split() if len(word) > 3)))
    return found
