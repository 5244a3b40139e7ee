"""Whose words a question asks for: “What did Lord Keen say about …” wants Lord Keen's, not what others say of the subject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.pages.bodies import Body, known

_SAYING = (
    r"(?:say|said|saying|tell|told|argue[ds]?|claim(?:ed|s)?|call(?:ed|s)?|ask(?:ed|s)?|answer(?:ed|s)?|repl(?:y|ied|ies)|respond(?:ed|s)?"
    r"|think|thought|describe[ds]?|warn(?:ed|s)?|want(?:ed|s)?|critici[sz]e[ds]?|propose[ds]?|suggest(?:ed|s)?|promise[ds]?|believe[ds]?"
    r"|conclude[ds]?|recommend(?:ed|s)?|write|wrote|explain(?:ed|s)?|defend(?:ed|s)?)"
)
_STYLE = r"(?:Lord|Lady|Baroness|Viscount|Earl|Dame|Sir|Mr|Mrs|Ms|Dr)"
_STYLES = {"Lord", "Lady", "Baroness", "Viscount", "Earl", "Dame", "Sir", "Mr", "Mrs", "Ms", "Dr", "The", "Bishop", "of", "the"}
_PERSON = rf"{_STYLE}\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?|[A-Z][a-z’'-]+\s+[A-Z][a-z’'-]+"
_NO_PERSON = re.compile(
    r"\b(?:Chief|Inspector|Service|Probation|Company|Office|Council|Government|Committee|Justice|House|Member|Minister|New|North|South|East|West)\b"
)


@dataclass(frozen=True, slots=True)
class WordsOf:
    """Whose words are asked for: a person the collection has words of, a body, or a name nobody here goes by."""

    person: str | None = None
    body: Body | None = None
    stranger: str | None = None

    @property
    def name(self) -> str | None:
        """The name, whosoever it is."""
        return self.person or (self.body.name if self.body else self.stranger)


def whose_words(question: str, people: Iterable[str]) -> WordsOf:
    """Whose words the question asks for, if anybody's; of a person a surname or a style and surname will do."""
    for person in people:
        if _surname(person) in question and re.search(_asked_for(_name_pattern(person)), question):  # a pattern for each of thousands takes a second
            return WordsOf(person=person)
    for body in known():
        aliases = "|".join(re.escape(alias) for alias in body.aliases)
        if re.search(_asked_for(rf"(?:the\s+)?(?:{aliases})"), question):
            return WordsOf(body=body)
    stranger = re.search(_asked_for(f"(?P<name>{_PERSON})", once=True), question)
    if re.search(r"\b(?:reportedly|allegedly|supposedly)\b", question):  # what others say that somebody said
        stranger = None
    return WordsOf(stranger=stranger["name"]) if stranger and not _NO_PERSON.search(stranger["name"]) else WordsOf()


def _asked_for(name: str, once: bool = False) -> str:
    asked = rf"\b(?i:did|does|do|has|have|had)\s+{name}\s+(?:\w+\s+)?{_SAYING}\b"
    if once:
        return asked
    return rf"{asked}|\b(?i:according to)\s+{name}|\b{name}['’]s\s+(?:answer|reply|question|view|position|point)"


def _surname(person: str) -> str:
    words = [word for word in re.sub(r"\s+of\s+.*", "", person).split() if word not in _STYLES]
    return words[-1] if words else person


def _name_pattern(person: str) -> str:
    """Lord Keen of Elie: with or without the style and the place; Dame Ann Ash: by first and last name, style and either, or last."""
    last = _surname(person)
    surname, before = re.escape(last), "|".join(re.escape(word) for word in person.split() if word != last) if last != person else ""
    return rf"(?:(?:{before})\s+)*{surname}(?:\s+of\s+[A-Z]\w+)?" if before else surname
