"""Reading the fields of a TOML file one by one, so that all that is wrong with it is told at once, each with its line."""

from __future__ import annotations

import datetime
import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from unicodedata import category

from assistant.note.asking.toml_lines import Place
from corpus.dates import is_date_line, is_iso

_SHOWN = 60  # characters of a value that an error shows


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file being read: its name, on which line each field stands, and what has been found wrong."""

    name: str
    lines: Mapping[Place, int]
    problems: list[tuple[int, str]] = field(default_factory=list)

    def wrong(self, place: Place, why: str) -> None:
        """Note down what is wrong with the field; where it is missing, on the line of the table it is missing from."""
        line = next((self.lines[place[:end]] for end in range(len(place), 0, -1) if place[:end] in self.lines), 1)
        self.problems.append((line, f"{self.name}: line {line}: {_spelt(place)}: {why}"))

    def told(self) -> list[str]:
        """What is wrong, a line each, in the order of the file."""
        return [text for _, text in sorted(self.problems, key=lambda each: each[0])]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the file. Each method gives the field's value, or what stands for none where it is not there or is wrong, and notes that down."""

    sheet: Sheet
    values: Mapping[str, Any]
    place: Place = ()

    def text(self, name: str, *, needed: bool = False) -> str | None:
        """Some words, white space folded."""
        value = self.values.get(name)
        if value is None:
            if needed:
                self.sheet.wrong((*self.place, name), "is missing; give it")
            return None
        return self._words(value, (*self.place, name))

    def texts(self, name: str) -> list[tuple[Place, str]]:
        """A list of texts, each with its place; what is no text is left out."""
        place = (*self.place, name)
        found = (((*place, number), self._words(value, (*place, number))) for number, value in enumerate(self._list(name)))
        return [(where, text) for where, text in found if text]

    def number(self, name: str, least: int, most: int, what: str) -> int | None:
        """A whole number within bounds."""
        value = self.values.get(name)
        if value is None:
            return None
        if type(value) is int and least <= value <= most:
            return value
        self.sheet.wrong((*self.place, name), f"{shown(value)} is no {what} from {least:,} to {most:,}; write a whole number without quotes")
        return None

    def date(self, name: str, *, whole: bool = False) -> str | None:
        """A date as ISO 8601, ``whole`` where a year or a month will not do."""
        value = self.values.get(name)
        if value is None:
            return None
        text = str(value) if type(value) in (datetime.date, int) else value
        if isinstance(text, str) and is_iso(text) and (not whole or len(text) == 10):
            return text
        meant = is_date_line(text) if isinstance(text, str) else None
        self.sheet.wrong((*self.place, name), f"{shown(value)} is no date; write {meant or ('YYYY-MM-DD' if whole else 'YYYY, YYYY-MM or YYYY-MM-DD')}")
        return None

    def choice(self, place: Place, text: str, known: Iterable[str], what: str, see: str | None = None) -> bool:
        """True where the text is one of those known; ``see`` says where they are listed, if they are too many to be told."""
        every = list(known)
        if text in every:
            return True
        near = difflib.get_close_matches(text, every, 1)
        advice = f"did you mean {near[0]}?" if near else see or f"one of {', '.join(every)}"
        self.sheet.wrong(place, f"{shown(text)} is no {what}; {advice}")
        return False

    def table(self, name: str) -> Table:
        """A table within; an empty one where there is none."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            self.sheet.wrong((*self.place, name), f"{shown(value)} is no table; put its fields under [{_spelt((*self.place, name))}]")
            value = {}
        return Table(self.sheet, value, (*self.place, name))

    def tables(self, name: str) -> list[Table]:
        """The tables of an array of tables."""
        place, value = (*self.place, name), self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self.sheet.wrong(place, f"{shown(value)} is no list of tables; put each under a line [[{_spelt(place)}]]")
            return []
        return [Table(self.sheet, each, (*place, number)) for number, each in enumerate(value)]

    def only(self, known: Iterable[str], elsewhere: Mapping[str, str]) -> None:
        """Note down every field that is none of those known; ``elsewhere`` says of a field where it belongs."""
        names = list(known)
        for name in self.values:
            if name not in names:
                near = difflib.get_close_matches(name, names, 1)
                advice = f"did you mean {near[0]}?" if near else elsewhere.get(name, f"the fields here are {', '.join(names)}")
                self.sheet.wrong((*self.place, name), f"there is no such field; {advice}")

    def _list(self, name: str) -> list[Any]:
        value = self.values.get(name, [])
        if isinstance(value, list):
            return value
        self.sheet.wrong((*self.place, name), f"{shown(value)} is no list; write [{shown(value)}]")
        return []

    def _words(self, value: Any, place: Place) -> str | None:
        if isinstance(value, str) and value.strip():
            if not is_writable(value):
                self.sheet.wrong(place, f"{shown(value)} has a control character in it; take it out")
            return " ".join(value.split())
        self.sheet.wrong(place, "is empty; write something, or leave it out" if isinstance(value, str) else f"{shown(value)} is no text; put it in quotes")
        return None


def is_writable(text: str) -> bool:
    """True for text that any document can hold: without control characters, white space aside, and without half characters."""
    return not any(category(each) in ("Cc", "Cs") and not each.isspace() for each in text)


def shown(value: Any) -> str:
    """A value as an error shows it: as it is spelt, on one line, and not all of a long one."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    text = "".join(each if each.isprintable() else " " for each in text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _spelt(place: Place) -> str:
    return "".join(f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in place).removeprefix(".")
