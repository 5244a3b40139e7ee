"""A sentence laid beside the passage word for word: where the two run alike, a name, number, word of mood or of direction that was exchanged shows."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.verify.direction import opposed
from assistant.verify.names import STYLES, Name, known, names
from assistant.verify.negators import NEGATORS
from assistant.verify.quantities import quantities
from assistant.verify.source import Place
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import Word, listed, words

_LONGEST = 5  # words exchanged for others; what differs by more is put differently
_SHORT = 2  # words that look exchanged for others, not put differently
_LETTER = 0.7  # of a sentence's words that run as the passage's do, where it was taken over nearly to the letter
_ALIKE = 0.5  # of the shorter text's words that have to run alike
_HEDGES = listed("may might could possibly perhaps allegedly alleged should ought reportedly potentially")
_SOFT_VERB = re.compile(r"recommend|urge|call|suggest|propos|want|hope|ask|wonder|fear|allege|accus|request|invit|press|believ|predict|expect|estimat")
_PLAIN = listed("is are was were has have had will did does do must")


@dataclass(frozen=True, slots=True)
class _Change:
    """Words of the sentence that stand where the passage has others."""

    own: tuple[Word, ...]
    theirs: tuple[Word, ...]
    claim: str
    window: str

    @property
    def said(self) -> str:
        return self.claim[self.own[0].start : self.own[-1].stop] if self.own else ""

    @property
    def had(self) -> str:
        return self.window[self.theirs[0].start : self.theirs[-1].stop] if self.theirs else ""


def check(claim: str, verb: str | None, best: Sequence[Place]) -> Problem | None:
    """The first exchange that turns the sense, in the sentence of the passage that runs most like ``claim``."""
    for first, place in zip((True, False), best, strict=False):
        for change in _changes(claim, place.sentence):
            if problem := _exchanged(change, verb or "", first):
                return problem
    return None


def exchanged(claim: str, place: Place) -> frozenset[int]:
    """Where the words of ``claim`` begin that stand, one or two together, where the passage's sentence, otherwise the same, has others or none."""
    own, theirs = ([word.stem for word in words(text)] for text in (claim, place.sentence))
    blocks = difflib.SequenceMatcher(None, own, theirs, autojunk=False).get_matching_blocks()
    if sum(block.size for block in blocks if block.size > 1) < _LETTER * len(own):
        return frozenset()
    return frozenset(word.start for change in _changes(claim, place.sentence) if len(change.own) <= _SHORT for word in change.own)


def _changes(claim: str, window: str) -> Iterator[_Change]:
    own, theirs = words(claim), words(window)
    matcher = difflib.SequenceMatcher(None, [w.stem for w in own], [w.stem for w in theirs], autojunk=False)
    blocks = matcher.get_matching_blocks()
    alike = sum(block.size for block in blocks if block.size > 1)
    if not own or alike < _ALIKE * min(len(own), len(theirs)):
        return
    for before, after in zip([None, *blocks[:-1]], blocks, strict=True):
        a, b = (before.a + before.size, before.b + before.size) if before else (0, 0)
        firm = (before is None or before.size >= 2 or before.a == 0) + (after.size >= 2 or after.a == len(own) or after.a + after.size == len(own))
        if firm == 2 and (after.a > a or after.b > b) and max(after.a - a, after.b - b) <= _LONGEST:
            yield _Change(tuple(own[a : after.a]), tuple(theirs[b : after.b]), claim, window)


def _exchanged(change: _Change, verb: str, first: bool) -> Problem | None:
    named = (_number(change) or _name(change)) if first else None
    return named or _negated(change) or _turned(change) or (None if _SOFT_VERB.match(verb) else _mood(change))


def _negated(change: _Change) -> Problem | None:
    ours, had = (sum(word.low in NEGATORS for word in each) for each in (change.own, change.theirs))
    if len(change.own) + len(change.theirs) <= 4 and ours % 2 != had % 2:
        return Problem(Fault.NEGATION, f"The passage has “{change.had or 'nothing'}” where the sentence has “{change.said or 'nothing'}”.")
    return None


def _number(change: _Change) -> Problem | None:
    ours, had = quantities(change.said), quantities(change.had)
    values = {value for quantity in had for value in (quantity.value, 12 * quantity.value, quantity.value / 12)}  # months for years
    if ours and had and not any(quantity.value in values for quantity in ours) and {q.unit for q in ours} & {q.unit for q in had} and ours[0].bound == "=":
        return Problem(Fault.NUMBER, f"The passage has “{change.had}” there, not “{change.said}”.")
    return None


def _name(change: _Change) -> Problem | None:
    ours, had = _proper(change.said, change.own, change.claim), _proper(change.had, change.theirs, change.window)
    if ours and had and not any(known(name, change.window) for name in ours):
        return Problem(Fault.NAME, f"The passage has {change.had} there, not {change.said}.")
    return None


def _proper(said: str, own: tuple[Word, ...], text: str) -> list[Name]:
    """Names among the exchanged words, those that open the sentence left out."""
    if not own or own[0].start == 0 or own[0].low in STYLES:
        return []
    return [name for name in names(text) if own[0].start <= name.start < own[-1].stop and not name.opens]


def _turned(change: _Change) -> Problem | None:
    for word in change.own:
        for other in change.theirs:
            if opposed(word.low, other.low) and not any(each.low in NEGATORS for each in (*change.own, *change.theirs)):
                return Problem(Fault.DIRECTION, f"The passage has “{other.text}” there, not “{word.text}”.")
    return None


def _mood(change: _Change) -> Problem | None:
    hedge = next((word for word in change.theirs if word.low in _HEDGES), None)
    plain = not change.own or all(word.low in _PLAIN or word.stem in {other.stem for other in change.theirs} for word in change.own)
    if hedge and plain and change.own:
        return Problem(Fault.STANCE, f"The passage has “{hedge.text}” there; the sentence tells it as fact.")
    return None
