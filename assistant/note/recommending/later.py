"""What an official source found later on the point of a recommendation, and whether it says that the recommendation was carried out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.disagreements.setting import same_place
from assistant.disagreements.statements import Statement
from assistant.note.gathering.bearing import likenesses
from assistant.note.recommending.recommended import Recommendation, recommending
from assistant.verify.words import stems
from corpus.document import Mark, Passage
from index.chunk import sentences
from index.hits import Hit
from index.search import Index

_LIKE = 0.62  # likeness of a later sentence to the recommendation's words
_SHARED = 3  # stems that both have
_DONE = re.compile(r"(?i)\b(?:acted on|implemented|carried out|put in place|completed|fulfilled|met)\b")
_NOT = re.compile(r"(?i)\b(?:not|no|never|yet|partly|partially|some|few|fail\w*|without|should|must|will|would|if|more)\b|n['’]t\b")


@dataclass(frozen=True, slots=True)
class Later:
    """A later official sentence, to the letter, on the point of a recommendation. ``done`` where it says outright that the recommendation was carried out."""

    hit: Hit
    words: str
    done: bool


def later_on(asked: Recommendation, near: Sequence[Hit], index: Index) -> Later | None:
    """The nearest later finding among ``near``; ``None`` where none is plainly of the same point and the same place."""
    told = [(hit, words) for hit in near if _is_later(hit.passage, asked, index) for words in _sentences(hit.passage)]
    alike = likenesses(asked.words, [words for _, words in told], index)
    ranked = sorted(zip(alike, told, strict=True), key=lambda pair: -pair[0])
    for value, (hit, words) in ranked:
        if value < _LIKE:
            break
        if len(stems(words) & stems(asked.words)) >= _SHARED and same_place(_statement(asked.hit, asked.words), _statement(hit, words)):
            return Later(hit, words, is_done(words))
    return None


def is_done(words: str) -> bool:
    """True for a sentence that says outright that a recommendation was carried out."""
    return "recommend" in words.lower() and bool(_DONE.search(words)) and not _NOT.search(words)


def _is_later(passage: Passage, asked: Recommendation, index: Index) -> bool:
    """True for a finding of a later day that is neither a recommendation itself nor the reply to one."""
    before, after = _date(asked.hit.passage), _date(passage)
    if not before or not after or after[: len(before)] <= before[: len(after)] or passage.reply_to or passage.mark in (Mark.NOTE, Mark.RECOMMENDATION):
        return False
    return recommending(passage, index.catalogue) is None


def _date(passage: Passage) -> str | None:
    return (passage.about.date if passage.about else None) or passage.date


def _sentences(passage: Passage) -> list[str]:
    return [passage.text[span.start : span.stop] for span in sentences(passage.text) if "|" not in passage.text]


def _statement(hit: Hit, words: str) -> Statement:
    return Statement(hit, words, words, frozenset(stems(words)), frozenset(), denies=False)
