"""Statements put together from two passages: each statement of a sentence rests on one of them, and none is half of one and half of another.

A second statement may take the subject of the first (*X was closed, and had cost …*): then the passage that it rests on names the subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verify.likes import LIGHT, alike
from assistant.verify.names import known, names
from assistant.verify.source import Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import stems, words

APART = re.compile(r";|, ?(?:and|but|while|whereas|although|though)\b(?! (?:should|not)\b)| (?:while|whereas) |(?<=[a-z])\. (?=[A-Z])")
_RUN = 4  # words to the letter at the beginning and at the end that make a sentence look put together
_WHOLE = 0.75  # of the words of a statement that goes on from another
_STITCHED = 0.7  # of its words


def check(claim: str, sources: Sequence[Source]) -> Problem | None:
    """The first statement of ``claim`` that takes some of its words from one source and the rest from another."""
    if len(sources) < 2:
        return None
    for statement in APART.split(claim):
        if problem := _mixed(statement, sources) or _stitched(statement, sources):
            return problem
    return None


def continued(opening: str, part: str, source: Source) -> bool:
    """True where a part of a sentence is a statement of its own that the source bears: its words stand there, with the subject's name."""
    subject = next(iter(names(opening)), None)
    there = " ".join((source.text, *source.about))
    own = _all_stems(part)
    return subject is not None and known(subject, there) and len(own - _lacking(own, source)) >= _WHOLE * len(own)


def _mixed(statement: str, sources: Sequence[Source]) -> Problem | None:
    own = _all_stems(statement)
    lacking = {source.number: _lacking(own, source) for source in sources}
    least = min(lacking.values(), key=len)
    elsewhere = max((least - other for other in lacking.values()), key=len)
    if own and elsewhere and 2 * len(elsewhere) >= len(least):
        word = next(w.text for w in words(statement) if w.stem in elsewhere or w.low in elsewhere)
        return _spliced(f"No one passage says this: “{word}” is from another than the rest.")
    return None


def _stitched(statement: str, sources: Sequence[Source]) -> Problem | None:
    """A fault where a statement begins to the letter as one source and ends to the letter as another, and no source has both."""
    own = [word.stem for word in words(statement)]
    there = [f" {' '.join(word.stem for word in words(source.text))} " for source in sources]
    begins = [_run(own, text, False) for text in there]
    ends = [_run(own, text, True) for text in there]
    pairs = [(begins[i], ends[j]) for i in range(len(there)) for j in range(len(there)) if i != j and begins[j] < begins[i] and ends[i] < ends[j]]
    if any(min(pair) >= _RUN and sum(pair) >= _STITCHED * len(own) for pair in pairs):
        return _spliced("No one passage says this: it begins as one of them and ends as another.")
    return None


def _run(own: Sequence[str], text: str, from_end: bool) -> int:
    """How many words at the beginning (or end) stand together in the text."""
    sizes = range(len(own), 0, -1)
    return next((size for size in sizes if f" {' '.join(own[-size:] if from_end else own[:size])} " in text), 0)


def _spliced(reason: str) -> Problem:
    return Problem(Fault.SPLICE, reason)


def _lacking(own: set[str], source: Source) -> set[str]:
    """Those of ``own`` stems and figures for which nothing stands in the source."""
    there = _all_stems(" ".join((source.text, *source.about)))
    return {each for each in own if not alike(each) & there}


def _all_stems(text: str) -> set[str]:
    """The stems of the words of substance and the figures."""
    figures = {word.low for word in words(text) if word.low[0].isdigit()}
    return figures | {word.stem for word in words(text) if word.stem in stems(text) and word.low not in LIGHT}
