"""Does the collection answer at all? Told from what was found, before anything is said.

Four signs, each comparable between questions: names and numbers of the question that nothing found mentions, those that the whole
collection never mentions; how well the best passage matches the question's words; and how well it matches those that are no names (“legal aid” in what Lord
Beecham never said of it). The weights are fitted on known answers by ``tests/benchmarks/abstention.py``, cross-validated.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corpus.pages.bodies import known
from index.context import context_line
from index.hits import Hit
from index.matching import Match, weighted

LOOKED_AT = 5  # hits in which a name must stand
WEIGHTS = (-7.8, -2.16, -1.85, 8.45, 6.07)
"""Constant, names missing, names unknown, likeness of the best passage, likeness of its words that are no names."""
THRESHOLD = 0.5

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
    those of them that the whole collection never mentions."""

    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    alike: float
    topic: float

    @property
    def features(self) -> tuple[float, ...]:
        """The numbers that are weighed."""
        return (float(len(self.missing)), float(len(self.unknown)), self.alike, self.topic)

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


def signs(question: str, hits: Sequence[Hit], holds: Callable[[str], bool]) -> Signs:
    """The signs in what was found for ``question``; ``holds`` says whether a word stands anywhere in the collection."""
    if not hits:
        return Signs((), (), 0.0, 0.0)
    texts = [f"{context_line(hit.title, hit.passage)} {hit.passage.text}".lower() for hit in hits[:LOOKED_AT]]
    named = names(question)
    missing = tuple(name for name in named if not any(mentions(text, name) for text in texts))
    best = hits[0].found.look.matches
    unknown = tuple(name for name in missing if not holds(name))
    return Signs(missing, unknown, weighted(best), weighted(topical(best, named)))


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
