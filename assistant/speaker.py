"""Whose words a question asks for: “What did Lord Keen say about …” wants Lord Keen's, not what others say of the subject."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SAYING = (
    r"(?:say|said|saying|tell|told|argue[ds]?|claim(?:ed|s)?|call(?:ed|s)?|ask(?:ed|s)?|answer(?:ed|s)?|repl(?:y|ied|ies)|respond(?:ed|s)?"
    r"|think|thought|describe[ds]?|warn(?:ed|s)?|want(?:ed|s)?|critici[sz]e[ds]?|propose[ds]?|suggest(?:ed|s)?|promise[ds]?|believe[ds]?"
    r"|conclude[ds]?|recommend(?:ed|s)?|write|wrote|put|give|gave|explain(?:ed|s)?|defend(?:ed|s)?)"
)
_STYLES = {"Lord", "Lady", "Baroness", "Viscount", "Earl", "Dame", "Sir", "Mr", "Mrs", "Ms", "Dr", "The", "Bishop", "of", "the"}


def whose_words(question: str, people: Iterable[str]) -> str | None:
    """The one of ``people`` whose words the question asks for, or ``None``; a surname or a style and surname will do."""
    return next((person for person in people if re.search(_asked_for(_name_pattern(person)), question)), None)


def _asked_for(name: str) -> str:
    asked = rf"\b(?i:did|does|do|has|have|had|was|is)\s+{name}\s+(?:\w+\s+)?{_SAYING}\b"
    return rf"{asked}|\b(?i:according to)\s+{name}|\b{name}['’]s\s+(?:answer|reply|question|view|position|point)"


def _name_pattern(person: str) -> str:
    """Lord Keen of Elie: with or without the style and the place; Dame Ann Ash: by first and last name, style and either, or last."""
    words = [word for word in re.sub(r"\s+of\s+.*", "", person).split() if word not in _STYLES]
    surname = re.escape(words[-1]) if words else re.escape(person)
    before = "|".join(re.escape(word) for word in person.split() if word != words[-1]) if words else ""
    return rf"(?:(?:{before})\s+)*{surname}(?:\s+of\s+[A-Z]\w+)?" if before else surname
