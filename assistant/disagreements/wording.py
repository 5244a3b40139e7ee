"""The sentences that say where sources differ: each side in its own words, led in as every quotation is, and dated."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.answer import Sentence
from assistant.attribution import lead_in
from assistant.disagreements.disagreement import Disagreement, Side, Sort
from corpus.dates import in_words
from index.hits import Hit

GROUP = "Where the sources differ"
MOST = 2  # disagreements told in one answer
_OPENING = {Sort.FIGURE: "The figures differ", Sort.DENIAL: "The sources differ", Sort.INSPECTIONS: "The findings differ over time"}


def sentences(found: Sequence[Disagreement], number: Callable[[Hit], int]) -> list[Sentence]:
    """Two sentences for each of the first disagreements, one a side. ``number`` gives the number by which a passage is cited."""
    return [sentence for each in found[:MOST] for sentence in _both(each, number)]


def _both(each: Disagreement, number: Callable[[Hit], int]) -> list[Sentence]:
    left, right = _told(each.left), _told(each.right)
    opening = f"{_OPENING[each.sort]}{f' on {each.about}' if each.about else ''}: "
    return [_sentence(opening + left, each.left, number), _sentence(right, each.right, number)]


def _sentence(text: str, side: Side, number: Callable[[Hit], int]) -> Sentence:
    assert side.words in side.hit.passage.text  # what is called verified
    return Sentence(text, (number(side.hit),), (side.words,), GROUP)


def _told(side: Side) -> str:
    passage = side.hit.passage
    made = lead_in(passage, side.hit.title, side.words)
    dated = f" ({in_words(side.date)})" if side.date and in_words(side.date) not in made else ""
    return f"{made}{dated}: “{side.words}”"
