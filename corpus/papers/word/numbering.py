"""Automatic numbers: Word keeps the rules of a list, and the numbers that a reader sees printed are counted from them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from corpus.papers.word.parts import child, name_of, on, value

_HIGHEST = 32_000
_LEVELS = 9
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: the first number, how numbers are written, and the text they stand in (``%1.%2``)."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    legal: bool = False

    @property
    def decimal(self) -> bool:
        """True where figures are printed."""
        return self.form in {"decimal", "decimalZero"} and "%" in self.text


@dataclass(slots=True)
class Numbering:
    """The lists of a file, and how far each has been counted. Lists that share their rules are counted together, as Word does."""

    lists: dict[str, tuple[str, dict[int, Level]]] = field(default_factory=dict)  # by numId: whose counter, levels
    starts: dict[str, dict[int, int]] = field(default_factory=dict)  # by numId: levels that begin anew
    _counts: dict[str, list[int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, root: etree._Element | None) -> Numbering:
        """The lists that ``numbering.xml`` defines."""
        found = cls()
        rules = {value(e, "abstractNumId"): _levels(e) for e in root if name_of(e) == "abstractNum"} if root is not None else {}
        styled = {link: key for e in (root if root is not None else ()) if (link := value(child(e, "styleLink"))) and (key := value(e, "abstractNumId"))}
        links = {value(e, "abstractNumId"): value(child(e, "numStyleLink")) for e in (root if root is not None else ())}
        for element in root if root is not None else ():
            if name_of(element) != "num" or not (identity := value(element, "numId")):
                continue
            key = value(child(element, "abstractNumId")) or ""
            key = styled.get(links.get(key) or "", key)
            levels, starts = _overridden(element, rules.get(key, {}))
            found.lists[identity], found.starts[identity] = (key, levels), starts
        return found

    def level(self, number: str, depth: int) -> Level | None:
        """The rules for a paragraph at ``depth`` of the list ``number``; ``None`` where it has none (list 0 is no list)."""
        return self.lists.get(number, ("", {}))[1].get(depth)

    def shared(self, number: str) -> str:
        """The counter that the list ``number`` shares with others."""
        return self.lists.get(number, (number, {}))[0]

    def next(self, number: str, depth: int) -> str:
        """Count one paragraph and give what is printed before it: ``3.12``, ``(a)``, ``Q41``; empty for a bullet."""
        level = self.level(number, depth)
        if level is None:
            return ""
        key, levels = self.lists[number]
        counts = self._counts.setdefault(key, [0] * _LEVELS)
        self._begin(number, counts)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (_LEVELS - depth - 1)
        if level.form in {"bullet", "none"} or counts[depth] > _HIGHEST:
            return ""
        return re.sub(r"%(\d)", lambda m: _placed(int(m[1]) - 1, counts, levels, level), level.text).strip()

    def _begin(self, number: str, counts: list[int]) -> None:
        """A list that is told to start anew does so where it is first used."""
        for depth, start in self.starts.get(number, {}).items():
            if (number, depth) not in self._begun:
                self._begun.add((number, depth))
                counts[depth] = start - 1
                if start == 1:
                    counts[depth] = 0


def _placed(depth: int, counts: list[int], levels: dict[int, Level], own: Level) -> str:
    level = levels.get(depth, Level())
    if not 0 <= depth < _LEVELS:
        return ""
    return written(counts[depth] or level.start, "decimal" if own.legal else level.form)


def written(count: int, form: str) -> str:
    """A number in one of Word's forms; figures for those not known here."""
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letters = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 9)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"} and 0 < count < 4000:
        roman, rest = "", count
        for worth, letter in _ROMAN:
            roman, rest = roman + letter * (rest // worth), rest % worth
        return roman.upper() if form == "upperRoman" else roman
    return f"{count:02}" if form == "decimalZero" else str(count)


def _levels(element: etree._Element) -> dict[int, Level]:
    return {depth: _level(part) for part in element if name_of(part) == "lvl" and (depth := _whole(value(part, "ilvl"), -1)) in range(_LEVELS)}


def _level(element: etree._Element) -> Level:
    form = value(child(element, "numFmt")) or "decimal"
    return Level(_whole(value(child(element, "start")), 1), form, value(child(element, "lvlText")) or "", on(child(element, "isLgl")))


def _overridden(element: etree._Element, levels: dict[int, Level]) -> tuple[dict[int, Level], dict[int, int]]:
    levels, starts = dict(levels), {}
    for part in element:
        depth = _whole(value(part, "ilvl"), -1)
        if name_of(part) != "lvlOverride" or depth not in range(_LEVELS):
            continue
        if (own := child(part, "lvl")) is not None:
            levels[depth] = _level(own)
        if (start := child(part, "startOverride")) is not None:
            starts[depth] = _whole(value(start), 1)
            levels[depth] = replace(levels.get(depth, Level()), start=starts[depth])
    return levels, starts


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise
