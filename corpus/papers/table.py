"""Who sits at the table: the lists at a transcript's head, and whom a name before a colon means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.papers import witnesses
from corpus.papers.block import Block, Role
from corpus.papers.witnesses import Person

_MEMBERS = re.compile(r"(?i)^(?:the )?members present(?: were)?(?:\s*[:.]\s*|$)")
_WITNESSES = re.compile(r"(?i)^(?:list of )?witness(?:es)?(?:\s*:\s*|$|\s+(?=I:))")
_ENDS = re.compile(
    r"(?i)^(?:questions?\s+\d|Q\s?\d|examination of|written evidence from|members present|witness(?:es)?\b|evidence session|also present|in attendance)"
)
_CHAIR = re.compile(r"(?i)^(?:the )?(?:chair(?:man|woman|person)?|convener)$")
_TITLE = re.compile(r"^(?:(?:The )?(?:Rt\.? Hon\.?|Hon\.?)\s+|Dame|Sir|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Lord|Lady|Baroness|Rev|Reverend)\.?\s+")
_NAME = re.compile(r"^(?:[A-Z][\w’'.-]*|of|de|van|von|the|and|hon\.)(?:\s+(?:[A-Z][\w’'.-]*|of|de|van|von|the|and|hon\.))*$")
_MOST = 6  # words of a name
_LINES = 40  # of a list
_PANELS = 20  # lists of witnesses in one transcript
_SEATS = 200  # more people never sat at one table


@dataclass(frozen=True, slots=True)
class Table:
    """The Members and witnesses of a transcript, and the other names that take the word in it more than once."""

    people: tuple[Person, ...]
    others: frozenset[str]

    @classmethod
    def of(cls, blocks: Sequence[Block], committee: str | None, heads: Sequence[str]) -> Table:
        """The table of a transcript whose turns begin with ``heads``."""
        found: dict[str, Person] = {}
        for pattern, read in ((_MEMBERS, lambda text: witnesses.members(text, committee)), (_WITNESSES, witnesses.witnesses)):
            for text in _lists(blocks, pattern)[:_PANELS]:
                for person in read(text):
                    before = found.get(person.name)
                    found[person.name] = person if before is None or (not before.member and not before.body) else before
        often = Counter(heads)
        return cls(_without_short_forms(list(found.values())[:_SEATS]), frozenset(name for name in often if often[name] > 1 and _is_name(name)))

    def known(self, name: str) -> Person | None:
        """Whom ``name`` before a colon means, or ``None`` where it may be no name at all. A name that fits two is nobody's but its own."""
        name = name.strip()
        if _CHAIR.match(name):
            chairs = [person for person in self.people if person.chair]
            return chairs[0] if len(chairs) == 1 else Person(name, member=True)
        fits = [person for person in self.people if _fits(name, person.name)]
        if len(fits) == 1:
            return fits[0]
        if fits and all(person.member for person in fits):
            return Person(name, member=True)
        titled = bool(_TITLE.match(name)) and _is_name(name)
        return Person(name) if fits or titled or name in self.others else None

    def stranger(self, name: str) -> Person:
        """Somebody on no list who puts a numbered question: a Member, of whom no more is known."""
        return Person(name.strip(), member=True)


def _lists(blocks: Sequence[Block], pattern: re.Pattern[str]) -> list[str]:
    """The text of each list that a block matching ``pattern`` begins, the lines under it with it where it has none itself."""
    found = []
    for i, block in enumerate(blocks):
        match = pattern.match(block.text)
        if not match:
            continue
        rest = block.text[match.end() :].strip()
        lines = [rest] if rest else []
        for after in blocks[i + 1 : i + _LINES]:
            panel = re.match(r"^(?:Panel\s+)?(?:[IVX]{1,4}|\d)\s*[:.]\s", after.text)
            if _ENDS.match(after.text) or after.role in (Role.NOTE,) or (rest and not panel and lines[-1].endswith(".")) or len(after.text) > 1_000:
                break
            if rest and not panel and not lines[-1].endswith((";", ",", " and")):
                break
            lines.append(after.text)
        found.append("\n".join(lines))
    return found


def _without_short_forms(people: list[Person]) -> tuple[Person, ...]:
    """Without those of whom only the name is known and who stand on the list in full too (*Examination of witnesses: A B and C D*)."""

    def told(person: Person) -> bool:
        return person.member or bool(person.office or person.body)

    return tuple(p for p in people if told(p) or not any(told(q) and _fits(p.name, q.name) for q in people if q is not p))


def _fits(name: str, full: str) -> bool:
    """True where ``name`` is the full name, or title and surname, or the surname, or first name and surname."""
    if name == full:
        return True
    said, listed = _bare(name).split(), _bare(full).split()
    if not said or not listed:
        return False
    if said == listed:
        return _titles_agree(name, full)
    if re.match(r"(?:Dame|Sir)\s", name) and said == listed[:1]:
        return _titles_agree(name, full)
    return said[-1] == listed[-1] and set(said) <= set(listed) and _titles_agree(name, full)


def _titles_agree(name: str, full: str) -> bool:
    """``Dame Jane`` is not ``Mr Jane``; a title that only one of the two has says nothing."""
    ranks = {"Dame", "Sir", "Lord", "Lady", "Baroness"}
    first, second = name.split()[0], full.split()[0]
    return first == second or not (first in ranks and second in ranks)


def _bare(name: str) -> str:
    before = ""
    while before != name:
        before, name = name, _TITLE.sub("", name)
    return name


def _is_name(name: str) -> bool:
    return len(name.split()) <= _MOST and bool(_NAME.match(name)) and " " in name
