"""One has it so, the other denies it, or has it the other way round."""

from __future__ import annotations

import re

from assistant.disagreements.bearings import bearing_words, bearings, denies_nothing, plainly_denied
from assistant.disagreements.figures import same_subject
from assistant.disagreements.setting import same_place, together
from assistant.disagreements.statements import Statement
from assistant.verify.moments import moments
from assistant.verify.names import known, names
from assistant.verify.quantities import quantities
from assistant.verify.quotes import blanked
from assistant.verify.words import stems

_PARTLY = re.compile(r"(?i)\bnot (?:(?:quite|nearly|in) )?(?:all|every|always|entirely|wholly|necessarily|both|only)\b")  # what is so of some only


def opposite(one: Statement, other: Statement) -> bool:
    """True where the two bear opposite ways, or one flatly denies what the other says; what else they say has been compared before."""
    if one.denies or other.denies or not same_subject(one.told, other.told) or any(_PARTLY.search(each.told) for each in (one, other)):
        return False
    mine, theirs = bearings(one.told), bearings(other.told)
    common = mine.keys() & theirs.keys()
    if common:
        return all(mine[axis] == -theirs[axis] for axis in common) and not _figures_differ(one, other)
    return _denied(one, other) or _denied(other, one)


def _denied(denier: Statement, asserter: Statement) -> bool:
    return denies_nothing(asserter) and bool(plainly_denied(denier) & asserter.stems - bearing_words())


def _figures_differ(one: Statement, other: Statement) -> bool:
    """True where each has a number and they are not the same: then it is of different things that they say so."""
    mine, theirs = ({(q.value, q.unit) for q in quantities(each.told)} for each in (one, other))
    return bool(mine and theirs and mine != theirs)


def disputes(denier: Statement, other: Statement) -> bool:
    """True where the one says outright that what was said is not so, and means the other: by its speaker's name, as a reply, or by its figure."""
    if not denier.denies or other.denies:
        return False
    speaker = (other.hit.passage.about or other.hit.passage).speaker
    meant = together(denier.hit, other.hit) or (bool(speaker) and any(known(name, speaker or "") for name in names(denier.told)))
    own = _substance(denier)
    shared = len(own & _substance(other))
    if meant and figure(denier, other) is not None:
        return True
    return shared >= (_MEANT if meant else _UNNAMED) and shared >= len(own) / 2 and (meant or same_place(denier, other))


def figure(one: Statement, other: Statement) -> str | None:
    """The sum or share that both name, as the first has it; a bare number may be of anything."""
    there = {(q.value, q.unit) for q in quantities(other.told)}
    return next((q.said for q in quantities(one.told) if q.unit in ("£", "$", "€", "%") and (q.value, q.unit) in there), None)


def _substance(statement: Statement) -> frozenset[str]:
    """What a statement speaks of, without the names and dates in it."""
    named = [(name.start, name.start + len(name.said)) for name in names(statement.told)]
    return stems(blanked(statement.told, [*named, *((moment.start, moment.stop) for moment in moments(statement.told))]))


_MEANT, _UNNAMED = 3, 4  # words of substance shared with a statement that the denial is seen to mean, or is not
