"""UTF-8 that was read as Windows-1252 on its way here (``â€™`` for ``’``, ``Ã©`` for ``é``), put right where that is certain.

Covered: sequences that encode to Windows-1252 and decode as UTF-8 to a Latin letter, a sign or a mark of punctuation, mangled once or
several times over; rarer characters only in a text that holds one of those as well. Not covered, and left as they stand: sequences
that have lost a byte (``â€``), ``�``, and what may be two real characters (``É’``).
"""

from __future__ import annotations

import re


def _characters(first: int, last: int) -> str:
    """A character class of what the bytes ``first`` to ``last`` look like in Windows-1252, bytes it leaves undefined as controls."""
    shown = (bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in range(first, last + 1))
    return "[" + "".join(map(re.escape, shown)) + "]"


_NEXT = _characters(0x80, 0xBF)
_PUNCTUATION = f"{_characters(0xE2, 0xE2)}{_characters(0x80, 0x8B)}{_NEXT}"
_CERTAIN = re.compile(f"{_characters(0xC2, 0xC2)}{_characters(0xA0, 0xBF)}|{_characters(0xC3, 0xC3)}{_NEXT}|{_PUNCTUATION}|ï»¿")
_ANY = re.compile(
    f"{_characters(0xC2, 0xC2)}{_characters(0xA0, 0xBF)}|{_characters(0xC3, 0xC3)}{_NEXT}|{_characters(0xC4, 0xDF)}(?![‚„‘’“”–—]){_NEXT}"
    f"|{_characters(0xE0, 0xEF)}{_NEXT}{{2}}|{_characters(0xF0, 0xF4)}{_NEXT}{{3}}"
)
_BYTES = {bytes([byte]).decode("cp1252"): byte for byte in range(256) if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}
_MOST_TIMES = 4  # over which a text was mangled


def repaired(text: str) -> tuple[str, int]:
    """``text`` with its mangled characters put right, and how many there were."""
    count = 0
    for _ in range(_MOST_TIMES):
        if text.isascii() or not _CERTAIN.search(text):
            break
        before, count = text, count
        found = [match for match in _ANY.finditer(text) if _decoded(match) != match.group()]
        text = _ANY.sub(_decoded, text)
        if text == before:
            break
        # Characters of the round before are taken up into one of this round: they count once.
        count = len(found) if not count else max(1, count + sum(1 - len(match.group()) for match in found))
    return text, count


def _decoded(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTES.get(character, ord(character) & 0xFF) for character in match.group()).decode("utf-8")
    except UnicodeDecodeError:
        return match.group()
