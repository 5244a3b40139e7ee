"""Persons as British pages name them: honorifics, peers, offices, and the verbs that hand them the word."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from corpus.pages import bodies

SAY = (
    r"(?:said|says|told|tells|commented|comments|added|adds|concluded|concludes|highlighted|highlights|reported|reports|wrote|writes"
    r"|warned|warns|argued|argues|explained|explains|responded|responds|stated|states|continued|continues|noted|notes|observed"
    r"|observes|asked|asks|replied|replies|remarked|declared|insisted|tweeted|recommends|recommended|puts? it)"
)
_CAP = r"[A-Z][\w’'-]*[\w]"
_HONORIFIC = r"(?:Dame|Sir|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Rt Hon|The Rt Hon|Lord|Lady|Baroness|Viscount|Earl|Bishop)\.?"
PEER = (
    r"(?:The\s+)?(?:Lord Bishop of|Bishop of|Archbishop of|Earl of|Duke of|Marquess of|Countess of|Lord|Lady|Baroness|Viscount"
    r"|Viscountess|Earl|Countess|Marquess|Duke)\s+[A-Z][\w’'-]+(?:\s+(?:of|and|de|St\.?)\s+[A-Z][\w’'-]+)*"
)
_PERSON = rf"(?:{PEER}|(?:{_HONORIFIC}\s+)*{_CAP}(?:\s+{_CAP}){{1,3}}|Dame\s+{_CAP}|Sir\s+{_CAP})"
_OFFICE_WORD = (
    r"(?:Chief|Secretary|Inspector|Chair|Chairman|Chairwoman|Director|Minister|Commissioner|Ombudsman|President|Executive|Officer"
    r"|Spokesman|Spokeswoman|Spokesperson|Governor|Professor|MP|MSP|Leader|Advocate|Attorney|Chancellor|Auditor|Head|Convenor"
    r"|Convener|Manager|CEO|Co-ordinator|Coordinator|Editor|Recorder|Judge|Archbishop|Bishop|QC|KC)"
)
_APPOSITION = re.compile(rf"(?P<name>{_PERSON}),\s+(?:the\s+)?(?P<office>[^,:;.“\"]*?\b(?i:{_OFFICE_WORD})\b[^,:;.“\"]*?)(?=,|\s+(?:has\s+)?{SAY}\b|$)")
_BEFORE_VERB = re.compile(rf"(?P<words>(?:[A-Z][\w’'-]*,?\s+|of\s+|for\s+|the\s+|and\s+)+)(?:has\s+|also\s+)?{SAY}\b")
_LETTERS = r"(?:\s+(?:CBE|OBE|MBE|DBE|KBE|CB|KCB|QPM|QC|KC|MP|MSP|MS|AM))+"
_FIRST_WORD = re.compile(r"^(?:As|But|And|When|Then|Today|Yesterday|Meanwhile|Yet|So|While|For|Here|Now|Former|Later|Also|Even|After|Because|If)\s+")
_NAME_LINE = re.compile(rf"^{_PERSON}(?:{_LETTERS})?,?$")


@dataclass(frozen=True, slots=True)
class Person:
    """A name as the page gives it and the office it gives with it, if any."""

    name: str
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Register:
    """The persons a page names with an office, so that “Dame Glenys” later on is known to be Dame Glenys Stacey."""

    people: tuple[Person, ...] = ()

    @classmethod
    def of(cls, texts: list[str]) -> Register:
        """Everybody whom the paragraphs ``texts`` introduce with an office, signatures included."""
        found = [signed for first, second in itertools.pairwise(texts) if (signed := signature(first, second))]
        for text in texts:
            found += [_person(match["name"], match["office"]) for match in _APPOSITION.finditer(text)]
        return cls(tuple(dict.fromkeys(found)))

    def full(self, person: Person) -> Person:
        """The same person with full name and office as far as the page gives them."""
        key = _words(person.name)
        for known in self.people:
            if key <= _words(known.name) or (_words(known.name) <= key):
                longer = max(known.name, person.name, key=len)
                return Person(longer, known.office or person.office)
        return person

    def named_in(self, text: str) -> Person | None:
        """The first person of the register whom ``text`` names, in full or as ``Dame Glenys``."""
        for known in self.people:
            short = " ".join(known.name.split()[:2]) if re.match(r"Dame|Sir", known.name) else known.name
            if short in text:
                return known
        return None


def speaking(text: str) -> Person | None:
    """Whom the sentence ``text`` gives the word to (``X, Chief Executive of Y, said``; ``Y General Secretary X said``)."""
    for match in _APPOSITION.finditer(text):
        if re.search(rf"\b{SAY}\b", text[match.end() :][:60]):
            return _person(match["name"], match["office"])
    before = _BEFORE_VERB.search(text)
    return _split(before["words"]) if before else None


def signature(first: str, second: str) -> Person | None:
    """The person if two lines following each other are a name and an office, as under a foreword; else ``None``."""
    if len(first) > 60 or len(second) > 120 or not _NAME_LINE.match(first) or re.search(r"[.:?!]$", second):
        return None
    return _person(first, second) if re.search(rf"\b{_OFFICE_WORD}\b", second) else None


def _person(name: str, office: str) -> Person:
    return Person(_bare(name), bodies.plain(office.strip(" ,")) or None)


def _bare(name: str) -> str:
    """The name without a sentence's first word before it and letters after it."""
    return re.sub(rf"{_LETTERS}$", "", _FIRST_WORD.sub("", name.strip(" ,")))


def _split(words: str) -> Person | None:
    """``Napo General Secretary Ian Lawrence`` → the name after the last office word, the office up to it."""
    tokens = words.split()
    offices = [i for i, token in enumerate(tokens) if re.fullmatch(_OFFICE_WORD, token.strip(","))]
    after = tokens[offices[-1] + 1 :] if offices else tokens
    name = _bare(" ".join(after))
    if not re.fullmatch(_PERSON, name):
        return None
    return Person(name, " ".join(tokens[: offices[-1] + 1]).strip(" ,") if offices else None)


def _words(name: str) -> set[str]:
    return {word for word in name.split() if word not in {"Mr", "Mrs", "Ms", "The"}}
