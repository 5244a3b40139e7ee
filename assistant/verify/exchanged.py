"""Things that have changed places: who did it to whom, from what to what, and which figure is whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.verify.names import Name, known, names
from assistant.verify.quantities import Quantity, quantities
from assistant.verify.source import Place, Source
from assistant.verify.tables import clauses, rows
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import stems

_NEAR = 4  # words between two names that have one verb
_FROM_TO = re.compile(r"(?i)\bfrom (?P<a>.{1,30}?) to (?P<b>.{1,30}?)(?=[,.;]| in | by | over | between |$)")


def check(claim: str, sources: Sequence[Source], best: Sequence[Place]) -> Problem | None:
    """The first pair that stands the other way round in the passage."""
    return _turned(claim, best) or _from_to(claim, sources) or _whose(claim, sources)


def _turned(claim: str, best: Sequence[Place]) -> Problem | None:
    """*Jones beat Smith* of *Smith beat Jones*: the same two names and verb, in the other order, and neither in the passive."""
    if not best or re.search(r"\bby\b", claim + best[0].sentence):
        return None
    mine, theirs = names(claim), names(best[0].sentence)
    for a, b in pairwise(mine):
        there = [(_at(a, theirs), _at(b, theirs))]
        between = stems(claim[a.start + len(a.said) : b.start])
        if len(claim[a.start + len(a.said) : b.start].split()) > _NEAR:
            continue
        for x, y in there:
            if x and y and y.start < x.start and between & stems(best[0].sentence[y.start + len(y.said) : x.start]):
                return Problem(Fault.NAME, f"The passage has {y.said} before {x.said} there, not the other way round.")
    return None


def _at(name: Name, theirs: Sequence[Name]) -> Name | None:
    return next((other for other in theirs if name.parts <= other.parts), None)


def _from_to(claim: str, sources: Sequence[Source]) -> Problem | None:
    own = [_ends(match) for match in _FROM_TO.finditer(claim)]
    there = [_ends(match) for source in sources for sentence in source.sentences for match in _FROM_TO.finditer(sentence)]
    for a, b in ((a, b) for a, b in own if a and b and a != b):
        if (b, a) in there and (a, b) not in there:
            return Problem(Fault.NUMBER, f"The passage has it from {b[0]:g} to {a[0]:g}, not the other way round.")
    return None


def _ends(match: re.Match[str]) -> tuple[tuple[float, str] | None, tuple[float, str] | None]:
    a, b = (next(iter(quantities(match[end])), None) for end in ("a", "b"))
    return (a.value, a.unit) if a else None, (b.value, b.unit) if b else None


def _whose(claim: str, sources: Sequence[Source]) -> Problem | None:
    """A figure that the sentence gives to one name and the passage to another, where it has both."""
    for part in clauses(claim):
        for figure in (quantity for quantity in quantities(part) if quantity.unit != "nth"):
            wrong = _other_owner(figure, names(part), sources)
            if wrong:
                return Problem(Fault.NUMBER, f"The passage gives “{figure.said}” for {wrong}, not for {names(part)[0].said}.")
    return None


def _other_owner(figure: Quantity, own: Sequence[Name], sources: Sequence[Source]) -> str | None:
    pieces = [piece for source in sources for piece in rows(source.text) if any(q.value == figure.value and q.unit == figure.unit for q in quantities(piece))]
    owners = [names(piece) for piece in pieces]
    if len(own) != 1 or not owners or not all(owners) or any(known(own[0], piece) for piece in pieces):
        return None
    elsewhere = any(known(own[0], piece) and quantities(piece) for source in sources for piece in rows(source.text))
    return owners[0][0].said if elsewhere else None
