"""The number, letter or bullet that a line may begin with."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3}|[A-Z]{1,2}\d{0,2}(?:\.\d{1,3}){1,2})(?P<stop>[.)]?)"
    r"(?:\s+|(?<=[.)])(?=[A-Z“‘]))(?=[A-Z“‘\"'(\[£\d—–…])"
)
_BRACKETED = re.compile(r"\((?P<number>\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z])\)\s+(?=\S)")
_LETTER = re.compile(r"(?P<number>[a-z]|[ivxl]{1,6}|[A-H])[.)]\s+(?=\S)")
_BULLET = re.compile(r"(?:[•●▪■◦○·∙‣❖➢►✓✔➤\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\ufffd]|[–—-](?=\s)|o(?=\s+[A-Za-z]))\s*(?=\S)")
_ALONE = re.compile(r"[•●▪■◦○·∙‣❖➢►✓✔➤\uf0b7\uf0a7\uf0d8\uf0fc\uf02d]")


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a line's words: ``number`` without its stop and brackets, ``None`` for a bullet; ``rest`` are the words.

    ``parts`` is how many numbers it has between stops, 0 for letters, bullets and what is in brackets.
    """

    number: str | None
    rest: str
    parts: int = 0
    stopped: bool = False

    @property
    def value(self) -> tuple[int, ...]:
        """``3.12`` as (3, 12); ``A1.4``, of an annex, as (651, 4): behind all chapters."""
        if not self.number or not self.parts:
            return ()
        first, *rest = self.number.split(".")
        letters = first.rstrip("0123456789")
        chapter = int(first.removeprefix(letters) or 0) + sum(10 * ord(letter) for letter in letters)
        return (chapter, *map(int, rest))


def label_of(text: str) -> Label | None:
    """The label that ``text`` begins with, or ``None``. ``2.5 million`` and ``2011 was`` begin with none."""
    if match := _NUMBER.match(text):
        number = match["number"]
        return Label(number, text[match.end() :], number.count(".") + 1, bool(match["stop"]))
    for pattern in (_BRACKETED, _LETTER):
        if match := pattern.match(text):
            return Label(match["number"], text[match.end() :])
    if match := _BULLET.match(text):
        return Label(None, text[match.end() :])
    return Label(None, "") if _ALONE.fullmatch(text) else None


def dashed(text: str) -> bool:
    """True for a bullet that is a dash or the letter o: elsewhere in a line either is a word of it."""
    return text[:1] in "–—-o"


def follows(value: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """True where ``value`` is the next number after ``last``, or begins the next chapter."""
    if len(value) != len(last):
        return False
    if value[:-1] == last[:-1]:
        return last[-1] + (len(value) == 1) <= value[-1] <= last[-1] + 2  # a number of several parts may be printed twice by mistake
    return value[-1] == 1 and last[:-1] < value[:-1]
