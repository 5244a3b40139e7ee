"""A sentence taken over nearly to the letter: what differs from the passage then is what somebody changed.

A name, date or figure that stands in another's place fails though the passage has it elsewhere; a word put for another has to be near it in
meaning; one added has to be borne by the passage.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.verify.evidence import Closeness
from assistant.verify.judgement import judges
from assistant.verify.likes import LIGHT, alike
from assistant.verify.names import GENERIC, STYLES, Name, known, names
from assistant.verify.negators import NEGATORS
from assistant.verify.source import Place
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import Word, words

_LETTER = 0.72  # of a sentence's words that run as the passage's do, two and more together
_PUT_FOR = 0.36  # closeness of a word to those that it was put for
_LIGHTLY = 0.3  # the same for a word that says little, put for one other
_ADDED = 0.6  # closeness of an added word to one of the passage
_MONTHS = frozenset(("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"))
_LOOKED_AT = 2  # places


@dataclass(frozen=True, slots=True)
class _Change:
    """Words of the sentence and the passage's words in their place; either may be none."""

    own: tuple[Word, ...]
    theirs: tuple[Word, ...]


def check(claim: str, best: Sequence[Place], closeness: Closeness | None) -> Problem | None:
    """The first thing changed that turns the sense, where ``claim`` is a sentence of the passage nearly to the letter."""
    found = max(((_runs(claim, place.sentence), place) for place in best[:_LOOKED_AT]), key=lambda each: each[0][0], default=None)
    if found is None or found[0][0] < _LETTER:
        return None
    changes, place = found[0][1], found[1]
    gone = [word for change in changes for word in change.theirs]
    for change in changes:
        if problem := _moved(change, gone, claim, place) or _put(change, gone, place, closeness):
            return problem
    return None


def _runs(claim: str, sentence: str) -> tuple[float, list[_Change]]:
    """The share of the claim's words that run as the sentence's do, and what differs."""
    own, theirs = words(claim), words(sentence)
    matcher = difflib.SequenceMatcher(None, [w.stem for w in own], [w.stem for w in theirs], autojunk=False)
    alike_ = sum(block.size for block in matcher.get_matching_blocks() if block.size > 1)
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return alike_ / max(1, len(own)), [_Change(own[a:b], theirs[c:d]) for _, a, b, c, d in codes]


def _moved(change: _Change, gone: Sequence[Word], claim: str, place: Place) -> Problem | None:
    """A fault where a name, date or figure stands where the passage has another, or has been moved."""
    had = place.sentence[change.theirs[0].start : change.theirs[-1].stop] if change.theirs else ""
    for word in change.own:
        figures = {_figure(other) for other in change.theirs} - {""}
        if _figure(word) and figures and _figure(word) not in figures:
            return Problem(Fault.NUMBER, f"The passage has “{had or 'nothing'}” where the sentence has “{word.text}”.")
    for name in _named(change, claim):
        stands = any(_capital(other) for other in change.theirs) or (_lost(name, gone) and any(_plain(word) for word in change.own))
        if stands and not known(name, had):
            return Problem(Fault.NAME, f"The passage has {had or 'nothing'} where the sentence has {name.said}.")
    return None


def _named(change: _Change, claim: str) -> Iterator[Name]:
    for name in names(claim):
        if any(name.start <= word.start < name.start + len(name.said) and word.low in name.parts for word in change.own) and name.start > 0:
            yield name


def _lost(name: Name, gone: Sequence[Word]) -> bool:
    return any(word.low in name.parts and word.text[0].isupper() for word in gone)


def _capital(word: Word) -> bool:
    return word.text[0].isupper() and word.start > 0 and word.low not in STYLES and word.low not in GENERIC and word.low not in ("i", "my", "we", "our")


def _figure(word: Word) -> str:
    if word.text in _MONTHS:
        return word.low
    return re.sub(r"\D", "", word.text) if word.text[-1].isdigit() or word.text[-1] == "%" else ""


def _put(change: _Change, gone: Sequence[Word], place: Place, closeness: Closeness | None) -> Problem | None:
    """A fault where a word was put for another of quite another meaning, or added."""
    theirs = [word for word in change.theirs if _plain(word)]
    moved = {stem for word in (*gone, *theirs) for stem in alike(word.stem)}
    for word in change.own:
        if not _plain(word) or word.stem in moved or alike(word.stem) & {other.stem for other in (*gone, *theirs)}:
            continue
        light = word.low in LIGHT and (closeness is None or len(change.own) > 1 or _near(word, theirs, closeness, _LIGHTLY))
        if theirs and not light and not _near(word, theirs, closeness, _PUT_FOR):
            had = place.sentence[theirs[0].start : theirs[-1].stop]
            return Problem(Fault.MEANING, f"The passage has “{had}” there, not “{word.text}”.")
        there = gone if judges(word.stem) else words(place.source.text)  # a judgement of the passage's own that is told already bears no second
        borne = {other.stem for other in there} & alike(word.stem)
        if not theirs and not borne and word.low not in LIGHT and not _near(word, [w for w in there if _plain(w)], closeness, _ADDED):
            return Problem(Fault.SUBJECT, f"The passage says nothing of “{word.text}” there.")
    return None


def _near(word: Word, others: Sequence[Word], closeness: Closeness | None, least: float) -> bool:
    return closeness is not None and bool(others) and max(closeness(word.low, [other.low for other in others])) >= least


def _plain(word: Word) -> bool:
    """True for a word of substance that is neither a name, a figure nor a denial."""
    return word.telling and word.text.islower() and word.low[0].isalpha() and word.low not in NEGATORS
