"""Names in a question and what they are names of, told by their look and by what the last answer cited.

Covered: styled people (Lord Keen of Elie), people cited, years, places after “in”, “at” … or before an abbreviation (the Suffolk CRC), known
bodies, abbreviations, names that end in a body's noun. Not covered: names without capitals, companies (which look like places).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.pages import bodies as known_bodies

WORD = r"[A-Z][\w’'&-]*"
NAME = rf"{WORD}(?: (?:(?:of|for|and|upon|the|of the) )?{WORD})*"
STYLE = r"(?:Lord|Lady|Baroness|Viscount|Earl|Countess|Bishop|Dame|Sir|Mr|Mrs|Ms|Miss|Dr|Professor)"
ACRONYM = r"[A-Z][A-Za-z]?[A-Z]{1,6}s?"
YEAR = re.compile(r"\b(?P<old>(?:18|19|20)\d\d)\b")

_PERSON = re.compile(rf"\b{STYLE}(?: {WORD}){{1,3}}(?: of {WORD})?")
_ORGANISATION = re.compile(
    r"\b(?:Service|Services|Office|Council|Committee|Association|Union|Trust|League|Federation|Institute|Society|Foundation|Alliance|Commission"
    r"|Agency|Authority|Board|Ministry|Department|Treasury|Government|Opposition|Inspectorate|Company|Companies|Party|Court|Police|Bank)$"
)
_NO_PLACE = re.compile(
    r"^(?:Parliament|(?:House of )?Lords|(?:House of )?Commons|House|English|Skype|Bill|Act|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Spring|Summer|Autumn|Winter)\b"
)
_IN = re.compile(rf"\b(?P<prep>in|at|across|around|near|for|from|of) (?:the )?(?P<old>{NAME}(?:(?:, {NAME})* and {NAME})?)")
_BEFORE_NOUN = re.compile(
    rf"\b(?P<old>{NAME})(?:['’]s)? (?:{ACRONYM}\b|(?:council|police|prison|hospital|inspection|report|foreword|division|office|area|hub)s?\b)"
)


class Sort(StrEnum):
    """What a name is a name of."""

    YEAR = "year"
    PERSON = "person"
    BODY = "body"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where in a question a name stands."""

    start: int
    stop: int
    name: str

    def filled(self, question: str, new: str) -> str:
        """The question with ``new`` there instead."""
        return question[: self.start] + new + question[self.stop :]


def sort_of(name: str, people: list[str]) -> Sort | None:
    """What ``name`` is by its own look; ``None`` where it may be a place or anything else."""
    if YEAR.fullmatch(name):
        return Sort.YEAR
    if _PERSON.match(name) or any(name in person for person in people):
        return Sort.PERSON
    if speaks(name) or re.fullmatch(ACRONYM, name) or _ORGANISATION.search(name):
        return Sort.BODY
    return None


def speaks(name: str) -> bool:
    """True for a body known for what it says: an inspectorate, a union, a charity, a department."""
    return bool(known_bodies.mentioned(name))


def persons(question: str, people: list[str]) -> list[str]:
    """The people named in a question, in order: those with a style, and those of ``people`` named in full or by surname."""
    found = {match.start(): match[0] for match in _PERSON.finditer(question)}
    for person in people:
        at = re.search(rf"(?<!\w){re.escape(person)}(?!\w)", question) or re.search(rf"(?<!\w){re.escape(person.split()[-1])}(?!\w)", question)
        if at and not any(start <= at.start() < start + len(name) for start, name in found.items()):
            found[at.start()] = person
    return [name for _, name in sorted(found.items())]


def places(question: str) -> list[Slot]:
    """Where places are named, in order: after a preposition, or before an abbreviation or the noun of an institution."""
    found = {}
    for match in (*_IN.finditer(question), *_BEFORE_NOUN.finditer(question)):
        name = _without_noun(match["old"])
        if name and not _NO_PLACE.match(name) and sort_of(name, []) is None:
            start = match.start("old") + match["old"].index(name)
            found[start] = Slot(start, start + len(name), name)
    return [found[start] for start in sorted(found)]


def bodies(question: str) -> list[Slot]:
    """Where bodies are named, in order: known ones, abbreviations, and names that end in a body's noun."""
    return sorted({slot.start: slot for slot in _bodies(question)}.values(), key=lambda slot: slot.start)


def years(question: str) -> list[Slot]:
    """Where years are named, in order."""
    return [Slot(match.start(), match.end(), match[0]) for match in YEAR.finditer(question)]


def _bodies(question: str) -> Iterator[Slot]:
    for match in re.finditer(rf"(?<![\w’'])(?P<name>{NAME})", question):
        name = re.sub(r"['’]s?$", "", match["name"])
        last = name.split()[-1]
        if re.fullmatch(ACRONYM, last):
            yield Slot(match.start() + len(name) - len(last), match.start() + len(name), last)
        elif match.start() and (speaks(name) or _ORGANISATION.search(name)):
            yield Slot(match.start(), match.start() + len(name), name)


def _without_noun(name: str) -> str:
    """“Suffolk CRC”, “Suffolk's” → “Suffolk”; a name that is no more than an abbreviation → nothing."""
    words = re.sub(r"['’]s?$", "", name).split()
    while words and re.fullmatch(ACRONYM, words[-1]):
        words.pop()
    return " ".join(words)
