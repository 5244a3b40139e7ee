"""How far two statements speak of the same thing, those words aside that only tell which way they bear."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.disagreements.bearings import bearing_words
from assistant.disagreements.setting import stands_with
from assistant.disagreements.statements import Statement
from assistant.verify.likes import alike
from assistant.verify.quantities import quantities
from assistant.verify.quotes import blanked
from assistant.verify.words import Word, listed, stem, words

_SHARED = 3  # words of substance that both have
_PART = 0.6  # of the shorter statement's words that the other has
_LARGER = 0.45  # of the longer one's
_WHOLLY = 0.99  # of the shorter one's, where it stands with the other
_THESE = re.compile(r"(?i)\b(?:these|those|this|that) (?P<what>[a-z]{4,})")

_NOUN_ENDS = re.compile(r" (?:at|in|of|for|with|is|are|was|were|has|have|had|being)\b|[.,;]|$")

_ON_AVERAGE = re.compile(r"(?i)\bon (?:average|the whole)\b")
_VAGUE = listed("day days week weeks month months year years time average individual overall")
_VERBS = listed("stood left made spent took cost costs")
_PLAIN_ENDINGS = ("ions", "ments", "ings", "ion", "ment", "ing", "ality", "loads", "ance", "ence")


def share(one: Statement, other: Statement) -> float:
    """The share of the shorter statement's words that the other has; 0 where the two may be of different things. Of a passage that stands
    with the other, and points back to it, less is asked."""
    mine, theirs = one.stems - bearing_words(), other.stems - bearing_words()
    shared = sum(1 for word in mine if alike(word) & theirs)
    back = sum(1 for word in theirs if alike(word) & mine)
    if not shared or not back or _exchanged(one, other):
        return 0.0
    longer, shorter = sorted((shared / len(mine), back / len(theirs)))
    if shared >= _SHARED and shorter >= _PART and longer >= _LARGER:
        return shorter
    return shorter if shorter >= _WHOLLY and stands_with(one.hit, other.hit) and (shared > 1 or _points_back(one, other)) else 0.0


def common(one: Statement, other: Statement) -> str:
    """What both speak of, in words of the one: the first run of shared words of substance that stands where a noun does, without names and
    verbs; empty where there is none."""
    runs: list[list[Word]] = [[]]
    for word in words(_ON_AVERAGE.sub(lambda match: "_" * len(match[0]), one.told)):
        if alike(word.stem) & other.stems and _is_noun(word):
            runs[-1].append(word)
        elif runs[-1]:
            runs.append([])
    found = next((run for run in runs if run and _NOUN_ENDS.match(one.told[run[-1].stop :]) and {word.low for word in run} - _VAGUE), [])
    return " ".join(word.low for word in found)


def _is_noun(word: Word) -> bool:
    """True for a word that may be a common noun, or go with one, as far as its look tells."""
    opening = word.start == 0 and word.low.endswith(_PLAIN_ENDINGS)
    return (
        word.telling
        and word.low.isalpha()
        and word.low not in _VERBS
        and word.stem not in bearing_words()
        and not word.low.endswith("ed")
        and (word.text.islower() or opening)
    )


def _points_back(one: Statement, other: Statement) -> bool:
    """True where the shorter statement says *these* of what the other has."""
    shorter, longer = sorted((one, other), key=lambda each: len(each.stems))
    return any(stem(match["what"]) in longer.stems for match in _THESE.finditer(shorter.told))


def _exchanged(one: Statement, other: Statement) -> bool:
    """True where one has another word in the place of the other's: *vacancies for pilots*, *vacancies for engineers*."""
    return bool(set(_places(one, other)) & set(_places(other, one)))


def _places(one: Statement, other: Statement) -> Iterator[str]:
    """The stems of words that both have, right after which (or at the beginning) the one has a word that the other has not."""
    before = ""
    counted = blanked(one.told, [(quantity.start, quantity.stop) for quantity in quantities(one.told)])
    for word in words(counted):
        if not word.telling or word.low[0].isdigit() or word.low[0] in "£$€" or word.stem in bearing_words():
            continue
        if alike(word.stem) & other.stems:
            before = word.stem
        else:
            yield before
