"""Does the collection answer at all? Told from what was found, before anything is said.

Seven signs, each comparable between questions: names and numbers of the question that nothing found mentions, those that the whole collection
never mentions; how well the best passage matches the question's words, and those of them that are no names (“legal aid” in what Lord
Beecham never said of it); the nearest sentence of all and of the best passage; and the share of the question's words, by their rarity, that
stand in the best passage. Weights and threshold come from a fit on known answers, cross-validated: ``tests/benchmarks/abstention.py``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from corpus.pages.bodies import known
from index.context import context_line
from index.hits import Hit
from index.matching import Match, weighted

LOOKED_AT = 5  # hits in which a name must stand
WEIGHTS = (-7.0, -1.86, -2.18, 0.82, 3.79, 4.46, 4.5, 2.87)
"""Constant, then one a sign, in the order of `Signs`."""
THRESHOLD = 0.82

_WORD = re.compile(r"\w[\w’'.-]*\w|\w")
_ABBREVIATION = re.compile(r"([A-Z]{2,6})s?(?:['’]s?)?$")
_GENERAL = frozenset({
    "member", "members", "minister", "ministers", "government", "lords", "commons", "house", "parliament", "mp", "mps", "peer", "peers", "lord",
    "lady", "baroness", "dame", "sir", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "monday", "tuesday", "wednesday", "thursday", "friday", "chief", "inspector", "inspectors", "justice", "secretary", "state",
    "committee", "service", "services", "company", "companies", "bill", "act", "question", "report", "i", "what", "who", "why", "when", "where",
    "which", "how", "did", "does", "is", "are", "was", "were", "has", "have", "the", "and", "or", "but", "not", "in", "of",
})  # fmt: skip
"""Capitalised words that say nothing of whether a passage is about the person, place or year asked for."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What the decision rests on. ``missing`` are names and numbers of the question that no hit mentions, ``unknown``
    those of them that the whole collection never mentions; the rest are numbers, more being better."""

    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    alike: float = 0.0
    topic: float = 0.0
    sentence: float = 0.0
    first_sentence: float = 0.0
    covered: float = 0.0

    @property
    def features(self) -> tuple[float, ...]:
        """The numbers that are weighed."""
        found = (self.alike, self.topic, self.sentence, self.first_sentence, self.covered)
        return (float(len(self.missing)), float(len(self.unknown)), *found)

    @property
    def confidence(self) -> float:
        """How likely the collection answers, from 0 to 1."""
        total = WEIGHTS[0] + sum(weight * value for weight, value in zip(WEIGHTS[1:], self.features, strict=True))
        return 1 / (1 + math.exp(-total))

    @property
    def answers(self) -> bool:
        """True where the collection seems to answer."""
        return self.confidence >= THRESHOLD

    @property
    def why_not(self) -> str:
        """One sentence that says what is missing."""
        if self.unknown:
            return f"It never mentions {' or '.join(dict.fromkeys(self.unknown))}."
        if self.missing:
            named = " or ".join(dict.fromkeys(self.missing))
            return f"None of the passages nearest to the question mentions {named}."
        return "Its nearest passages deal with something else."


class Record(Protocol):
    """What is asked of the whole collection (`index.search.Index` tells it)."""

    def holds(self, word: str) -> bool:
        """True where the word stands anywhere in it."""

    def stems(self, text: str) -> dict[str, float]:
        """The stems that a text is searched by, each with its rarity."""


def signs(question: str, hits: Sequence[Hit], record: Record) -> Signs:
    """The signs in what was found for ``question``."""
    if not hits:
        return Signs((), ())
    texts = [f"{context_line(hit.title, hit.passage)} {hit.passage.text}" for hit in hits[:LOOKED_AT]]
    named = names(question)
    missing = tuple(name for name in named if not any(mentions(text.lower(), name) for text in texts))
    unknown = tuple(name for name in missing if not record.holds(name))
    first, asked = hits[0].found, record.stems(question)
    rarity, there = sum(asked.values()), record.stems(texts[0]).keys()
    return Signs(
        missing,
        unknown,
        alike=weighted(first.look.matches),
        topic=weighted(topical(first.look.matches, named)),
        sentence=max(hit.found.look.sentence or 0.0 for hit in hits[:LOOKED_AT]),
        first_sentence=first.look.sentence or 0.0,
        covered=sum(value for stem, value in asked.items() if stem in there) / max(rarity, 1.0),
    )


def names(question: str) -> list[str]:
    """Words of the question that name a person, place, body, year or number, as far as their look tells.

    A capital says nothing at the beginning of a sentence, and nothing at all in a question that is all capitals.
    """
    shouted = question == question.upper()
    found = []
    for match in _WORD.finditer(question):
        word = re.sub(r"^[a-z]+-(?=\d)|['’]s?$", "", match[0])  # mid-2017 names 2017
        begins = re.search(r"(?:^|[.?!:;]\s)[\s“\"‘'(]*$", question[: match.start()])
        capital = word[:1].isupper() and not shouted and not begins and word.lower() not in _GENERAL
        if capital or any(c.isdigit() for c in word):
            found.append(word)
    return found


def is_place(name: str, question: str) -> bool:
    """True where the question uses a name as a place's: *in Suffolk*."""
    return bool(re.search(rf"(?i)\b(?:in|across|around|near) {re.escape(name)}\b", question))


def mentions(text: str, name: str) -> bool:
    """True where the lower-case ``text`` holds the name, also in the plural or possessive, an abbreviation also written out
    (“RSR”: “Risk of Serious Recidivism”), a body also by another of its names."""
    bare = _bare(name)
    others = [alias for body in known() if name in body.aliases for alias in body.aliases]
    if any(_holds(text, other.lower()) for other in (bare, *others)):
        return True
    return bool(_ABBREVIATION.match(name) and re.search(_written_out(_ABBREVIATION.match(name)[1]), text))  # type: ignore[index]


def _holds(text: str, words: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?:['’]?s|['’])?(?!\w)", text))


def _written_out(letters: str) -> str:
    return r"\b" + r"[ -](?:(?:of|and|the|for|in) )*".join(rf"{letter}\w+" for letter in letters.lower())


def topical(matches: Sequence[Match], named: Sequence[str]) -> list[Match]:
    """The matches of words that carry meaning and are not among the names; all of them where there is no such word."""
    known = {part for name in named for part in re.findall(r"\w+", name)}
    kept = [match for match in matches if match.word not in known and match.rarity > _FUNCTION_WORD]
    return kept or list(matches)


_FUNCTION_WORD = 0.7  # rarity of a word that stands in every chunk: log 2


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower())
