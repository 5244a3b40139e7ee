"""Direction and extent kept: rose or fell, more or fewer, before or after, all or some, first or last."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.verify.negators import NEGATORS
from assistant.verify.quantities import quantities
from assistant.verify.source import Place
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import stem, words

_POLES = (
    ("rise increase grow climb gain rocket soar jump surge escalate raise expand growth upward up higher more greater double treble triple",
     "fall decrease decline drop reduce reduction cut shrink dwindle plummet lower fewer less halve smaller down contract diminish"),
    ("improve better improvement strengthen stronger", "worsen worse deteriorate deterioration weaken weaker"),
    ("above exceed over beyond", "below under beneath"),
    ("before prior earlier preceding", "after following later subsequent"),
    ("all every always entirely universally everyone whole fully completely", "some several partly sometimes occasionally certain partially"),
    ("most many majority mostly often frequently numerous", "few minority rarely seldom hardly"),
    ("highest largest greatest biggest maximum longest most", "lowest smallest least minimum shortest fewest"),
    ("succeed success successful successfully achieve", "fail failure unsuccessful unsuccessfully"),
    ("support favour favoured back welcome endorse approve", "oppose against reject resist condemn"),
    ("accept agree agreed", "reject refuse disagree disagreed decline"), ("include", "exclude"), ("allow permit enable", "ban prohibit prevent forbid"),
    ("encourage", "discourage"), ("fast faster quick quicker quickly rapid rapidly", "slow slower slowly"), ("longer long", "shorter short"),
    ("high", "low"), ("large big", "small"), ("early", "late"), ("start begin open launch introduce", "end finish close abolish stop cease"),
    ("win keep retain", "lose"),
    ("strong", "weak"), ("easy easier", "difficult harder hard"), ("safe", "unsafe dangerous"), ("adequate sufficient", "inadequate insufficient"),
    ("effective", "ineffective"), ("clear", "unclear"), ("possible", "impossible"), ("likely", "unlikely"), ("necessary", "unnecessary"), ("fair", "unfair"),
    ("first", "last"), ("public", "private"), ("central", "local"), ("north northern", "south southern"), ("east eastern", "west western"),
    ("man male", "woman female"), ("rich", "poor"), ("guilty", "innocent"), ("good", "bad"), ("positive", "negative"), ("true", "false"),
    ("legal lawful", "illegal unlawful"), ("voluntary", "compulsory mandatory"), ("temporary", "permanent"), ("advantage benefit", "disadvantage drawback"),
    ("increasingly", "decreasingly"), ("maximise", "minimise"), ("cheaper", "dearer costlier"), ("tight", "loose"), ("urban", "rural"),
)  # fmt: skip
_PHRASES = re.compile(
    r"(?i)\b(?:more than|less than|fewer than|no more|no less|over the|over a|(?:over|under|above|below|more than|less than|fewer than) (?=[£\d])"
    r"|(?:draw|drew|drawn|end|ended|sum|summed|speak|build|look|take|took|taken|come|came|sign|signed) up"
    r"|(?:sen[dt]|gives?|gave|given|bring|brought|comes?|came|go|goes|going|went|gone|turn|turned|hold|held|put|took|taken|pay|paid|look|looks|looking|looked) "
    r"back|up to|set up"
    r"|taken up|make up|made up|follow up|back up"
    r"|under the|under a|under section"
    r"|set out|at least|at all|all the more|above all|first of all|after all|not all|no longer|as long as|so long as|close to|closed|long[- ]term"
    r"|short[- ]term|in the long run"
    r"|most of all|the most|more and more|most recent|most \w+ly|more \w+|most \w+|less \w+|least \w+|contract(?:s|ed|or|ors)?|right hon"
    r"|in favour of|cut and|drop[- ]in|high court|high street"
    r"|high commission\w*|local authorit\w+|public sector|private sector|support(?:s|ed|ing)? (?:for|to|from|services?|staff|workers?)|over time|start[- ]up)\b"
)
_MEASURE = re.compile(r"(?i)\b(?:more|less|most|least) \w+|\b(?:more|less|fewer) than\b")
_MOVED = re.compile(
    r"(?i)\b(?:rose|rise|risen|fell|fall|fallen|grew|grown|increased?|decreased?|declined?|dropped|reduced|cut|up|down|improved"
    r"|worsened)(?P<by> by)(?= (?:\w+ ){0,3}[£\d])"
)
_FIGURE = re.compile(r" [£$€]?\d")  # the bound of a figure, judged with it
_AROUND = 5
_COMPARED = ("more", "less", "fewer", "most", "least")


@lru_cache(maxsize=1)
def _sides() -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for number, row in enumerate(_POLES):
        for side, group in enumerate(row):
            for word in group.split():
                found.setdefault(word, set()).add((number, side))
                if not word.endswith("ly"):
                    found.setdefault(stem(word), set()).add((number, side))
    return {word: frozenset(sides) for word, sides in found.items()}


def opposed(one: str, other: str) -> bool:
    """True for two words that say opposite things."""
    mine, theirs = _of(one), _of(other)
    return any((number, 1 - side) in theirs for number, side in mine) and not mine & theirs


def check(claim: str, best: Sequence[Place]) -> Problem | None:
    """The first word of direction or extent in ``claim`` of which the passage has only the opposite there."""
    near = [place for place in best[:3] if place.share >= 0.6 * best[0].share]
    text = " ".join(dict.fromkeys(place.window for place in near))
    mine, theirs = _directed(claim), _directed(text)
    if problem := _unmoved(claim, [each[0] for each in mine], best):
        return problem
    for word, sides, around in mine:
        same = [each for each in theirs if each[1] & sides]
        contrary = [each for each in theirs if any((number, 1 - side) in each[1] for number, side in sides) and len(each[2] & around) >= 1]
        contrary = [each for each in contrary if each[0].lower() not in _COMPARED or word.lower() in _COMPARED]
        if contrary and not same:
            return Problem(Fault.DIRECTION, f"The passage has “{contrary[0][0]}”, not “{word}”.")
        if contrary and max(len(e[2] & around) for e in contrary) > max((len(e[2] & around) for e in same), default=9) + 1:
            return Problem(Fault.DIRECTION, f"The passage has “{contrary[0][0]}” there, not “{word}”.")
    return None


def _unmoved(claim: str, directed: Sequence[str], best: Sequence[Place]) -> Problem | None:
    """A fault where the passage says that something rose or fell by a figure, and the sentence gives the figure without either."""
    if not best or directed:
        return None
    for match in _MOVED.finditer(best[0].sentence):
        moved = quantities(best[0].sentence[match.end("by") :])[:1]
        if moved and any(q.value == moved[0].value and q.unit == moved[0].unit for q in quantities(claim)):
            return Problem(Fault.DIRECTION, f"The passage has “{match[0]} {moved[0].said}”; the sentence does not say which way.")
    return None


def _of(word: str) -> frozenset[tuple[int, int]]:
    low = word.lower()
    return _sides().get(low) or (frozenset() if low.endswith("ly") else _sides().get(stem(low), frozenset()))


def _directed(text: str) -> list[tuple[str, frozenset[tuple[int, int]], frozenset[str]]]:
    """Each word with a direction, its sides, and the words of substance round it."""
    shown = _PHRASES.sub(lambda m: m[0] if _MEASURE.fullmatch(m[0]) and not _FIGURE.match(text, m.end()) else "_" * len(m[0]), text)
    every = words(shown)
    telling = [word for word in every if word.telling and not word.low[0].isdigit()]
    found = []
    for word in every:
        if (sides := _of(word.low)) and not _turned(text, word.text):
            before = [other.stem for other in telling if other.stop <= word.start][-_AROUND:]
            after = [other.stem for other in telling if other.start >= word.stop][:_AROUND]
            found.append((word.text, sides, frozenset((*before, *after))))
    return found


def _turned(claim: str, word: str) -> bool:
    """True where the word stands behind a negation: *did not rise* may be a *fall* or not, which polarity judges."""
    before = claim[: claim.find(word)].lower().split()[-4:]
    return any(each in NEGATORS for each in before)
