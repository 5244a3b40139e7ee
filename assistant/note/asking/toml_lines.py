"""On which line each field of a TOML file stands. The standard library reads the values and does not say where it found them.

Covered: all of TOML 1.0 that `tomllib` has accepted: tables, arrays of tables, dotted and quoted keys, inline tables, arrays and strings over
several lines. Of a file that it has not accepted nothing is promised.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field

Place = tuple[str | int, ...]
"""The way to a value: keys of tables, and numbers (from 0) of items."""

_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|\#[^\n]*|[ \t\r]+|\n|[\[\]{},=.]|[^\s\[\]{},=.#"\']+',
    re.DOTALL,
)


def lines(source: str) -> dict[Place, int]:
    """For every table, field and item the line, from 1, on which it begins."""
    reader = _Reader(_tokens(source))
    reader.document()
    return reader.found


def _tokens(source: str) -> list[tuple[str, int]]:
    """The parts of the source that mean something, each with its line; the end is an empty one."""
    found, line = [], 1
    for match in _TOKEN.finditer(source):
        text = match[0]
        if text == "\n" or (text.strip() and text[0] != "#"):
            found.append((text, line))
        line += text.count("\n")
    return [*found, ("", line)]


@dataclass(slots=True)
class _Reader:
    tokens: list[tuple[str, int]]
    at: int = 0
    found: dict[Place, int] = field(default_factory=dict)
    tables: dict[Place, int] = field(default_factory=dict)  # of an array of tables, how many there are so far

    def document(self) -> None:
        here: Place = ()
        while self._now:
            if self._now == "\n":
                self.at += 1
            elif self._now == "[":
                here = self._header()
            else:
                self._pair(here)

    @property
    def _now(self) -> str:
        return self.tokens[self.at][0]

    @property
    def _line(self) -> int:
        return self.tokens[self.at][1]

    def _header(self) -> Place:
        """``[a.b]`` or ``[[a.b]]``: the table that what follows belongs to."""
        line, several = self._line, self.tokens[self.at + 1][0] == "["
        self.at += 1 + several
        place: Place = ()
        for key in self._key():
            if place in self.tables:
                place += (self.tables[place] - 1,)
            place += (key,)
            self.found.setdefault(place, line)
        self.at += 1 + several
        if several:
            self.tables[place] = self.tables.get(place, 0) + 1
            place += (self.tables[place] - 1,)
            self.found[place] = line
        return place

    def _key(self) -> list[str]:
        keys = []
        while self._now not in ("=", "]", ""):
            if self._now != ".":
                keys.append(_unquoted(self._now))
            self.at += 1
        return keys

    def _pair(self, here: Place) -> None:
        line, place = self._line, here
        for key in self._key():
            place += (key,)
            self.found.setdefault(place, line)
        self.at += 1
        self._value(place)

    def _value(self, place: Place) -> None:
        if self._now in ("[", "{"):
            self._inside(place, "]" if self._now == "[" else "}")
        else:  # a string, a number, a date (which may have a space in it)
            while self._now not in (",", "]", "}", "\n", ""):
                self.at += 1

    def _inside(self, place: Place, end: str) -> None:
        """The items of an array, or the pairs of an inline table."""
        self.at += 1
        number = 0
        while self._now not in (end, ""):
            if self._now in (",", "\n"):
                self.at += 1
            elif end == "}":
                self._pair(place)
            else:
                self.found[(*place, number)] = self._line
                self._value((*place, number))
                number += 1
        self.at += 1


def _unquoted(key: str) -> str:
    return next(iter(tomllib.loads(f"{key} = 0"))) if key[0] in "\"'" else key
