"""Who speaks, from the words in which Hansard introduces a Member; and who “Mr. Hunt” is once he has been introduced.

Covered: an office with the name in brackets, a name with constituency and party in brackets, peers, whoever is in the Chair, and the
short form that Hansard uses from then on (*Mr. David Hunt* is *Mr. Hunt* afterwards, *The Prime Minister* whoever was introduced as
holding that office). A short form is resolved only where one Member of the sitting, or of the item of business, answers to it; else
it stays as the record has it. Not covered: constituencies, which a passage has no place for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.document import fold
from corpus.parties import is_party
from corpus.parties import party as party_name

_MOST = 40
_GROUP = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]$")
_PEERAGE = re.compile(
    r"(?i)the (?:earl|countess|duke|duchess|marquess|marquis|marchioness|viscount|viscountess|baroness|lord (?:arch)?bishop|(?:arch)?bishop) "
)
_CHAIR = re.compile(
    r"(?i)^(?:(?:mr\.?|madam|the(?: lord)?) )?(?:deputy )?speaker$|^(?:the|mr\.?|madam) (?:temporary |deputy )?chair(?:man|woman)?\b"
    r"|^the (?:first |second )?deputy chairm[ae]n\b|in the chair$"
)
_OFFICE = re.compile(
    r"(?i)\b(?:minister|secretary of state|secretary to|under-?secretary|chancellor|attorney|solicitor|advocate|whip|leader of|privy seal|paymaster|treasurer"
    r"|comptroller|president of|captain of|in[ -]waiting|commissioner|chair(?:man)? of)\b"
)
_VOICES = re.compile(
    r"(?i)^(?:several |an? |some )?(?:right )?(?:hon\.?|noble|opposition|government)(?:ourable)? (?:and learned )?"
    r"(?:members?|lords?|gentlem[ae]n|friends?)\b"
)
_HONORIFIC = re.compile(r"(?i)^(?:mr|mrs|ms|miss|dr|prof|professor|sir|dame|colonel|major|captain|brigadier|commander|rev|the reverend)\.?\s+")


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who speaks: ``name`` is ``None`` for a voice that nobody named; ``introduced`` where office, constituency or party
    came with the name."""

    name: str | None
    office: str | None = None
    party: str | None = None
    introduced: bool = False

    @property
    def chairs(self) -> bool:
        """True for whoever keeps order, who neither asks nor answers."""
        return bool(_CHAIR.search(self.office or self.name or ""))


def attributed(text: str) -> Member:
    """The Member whom *The Secretary of State for Energy (Mr. Peter Walker)* or *Natascha Engel (North East Derbyshire) (Lab):* names."""
    outer, groups = _taken_apart(fold(text).strip(" :—–,"))
    if _VOICES.match(outer) or not outer:
        return Member(None)
    party = next((group for group in reversed(groups) if is_party(group)), None)
    others = [group for group in groups if not is_party(group)]
    if others and _is_office(outer):
        return Member(others[0], outer, party_name(party), True)
    return Member(outer, None, party_name(party), bool(groups))


def _taken_apart(text: str) -> tuple[str, list[str]]:
    groups: list[str] = []
    while (match := _GROUP.search(text)) and match.start():
        text = text[: match.start()]
        if (inside := match[1].strip(" :")) not in {"V", ""}:  # [V]: took part by video
            groups.insert(0, inside)
    return text.strip(" :—–,"), groups


def _is_office(words: str) -> bool:
    if _PEERAGE.match(f"{words} "):
        return False
    return words.lower().startswith("the ") or bool(_CHAIR.search(words) or _OFFICE.search(words))


def same(one: str | None, other: str | None) -> bool:
    """True where two names may be one Member's: the same, or one the short form of the other."""
    if not one or not other:
        return False
    return _plain(one) == _plain(other) or _is_short(one, other) or _is_short(other, one)


@dataclass(slots=True)
class _Index:
    """Members by name, by the last word of the name, and by office; of more than `_MOST` with one last word, none is certain."""

    names: dict[str, Member] = field(default_factory=dict)
    alike: dict[str, dict[str, None]] = field(default_factory=dict)

    def put(self, member: Member) -> None:
        name = _plain(member.name or "")
        self.names[name] = member
        for key in {name.rpartition(" ")[2], _plain(member.office or "")} - {""}:
            if len(others := self.alike.setdefault(key, {})) < _MOST:
                others[name] = None

    def one(self, name: str) -> Member | None:
        plain = _plain(name)
        if plain in self.names:
            return self.names[plain]
        keys = {*self.alike.get(plain, ()), *self.alike.get(plain.rpartition(" ")[2], ())}
        found = [known for key in keys if _plain((known := self.names[key]).office or "") == plain or (not known.chairs and _is_short(name, known.name or ""))]
        return found[0] if len(found) == 1 else None  # whoever is in the Chair is called by the office, never by the short form


@dataclass(slots=True)
class Roll:
    """Whom the sitting has introduced so far, and whom the present item of business has."""

    sitting: _Index = field(default_factory=_Index)
    here: _Index = field(default_factory=_Index)

    def next_item(self) -> None:
        """Another item of business begins: its Members are introduced anew."""
        self.here = _Index()

    def known(self, member: Member) -> Member:
        """The same Member with the name in full and the office, as far as the sitting has given them and it can be nobody else."""
        if not member.name:
            return member
        found = self.here.one(member.name) or self.sitting.one(member.name)
        if found and not member.office and not member.introduced:  # one named anew with a constituency may be another of that name
            member = replace(found, party=member.party or found.party)
        if member.name and (member.introduced or len(_HONORIFIC.sub("", member.name).split()) > 1):
            self.here.put(member)
            self.sitting.put(member)
        return member


def _plain(name: str) -> str:
    return fold(name.replace(".", " ")).casefold()


def _is_short(short: str, full: str) -> bool:
    """True where ``short`` is a title and the last part of ``full``, under the same title: *Mr. Hunt* of *Mr. David Hunt*."""
    honorific = _HONORIFIC.match(short)
    if not honorific or not full.casefold().startswith(short.casefold()[:2]):
        return False
    title, last = _plain(honorific[0]), _plain(short[honorific.end() :])
    return bool(last) and _plain(full).startswith(f"{title} ") and _plain(full).endswith(f" {last}")
