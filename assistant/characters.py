"""Text without what a reader cannot see: control and format characters, and the scripts of hidden messages."""

from __future__ import annotations

import re
import unicodedata

_COLOURS = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")  # what a terminal obeys
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # control, format (zero width, bidi, tags), surrogates, private use, unassigned
_BLANK = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0}  # letters and marks that draw nothing


def visible(text: str) -> str:
    """The text without characters that draw nothing; lines stay lines, and any other control that parts words is a space."""
    return "".join(kept for character in _COLOURS.sub("", text) if (kept := _kept(character)))


def _kept(character: str) -> str:
    if character == "\n" or " " <= character <= "~":
        return character
    if character in "\t\r\v\f\x85\u2028\u2029":
        return " "
    code = ord(character)
    variation = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF  # they can carry a message of any length
    return "" if variation or code in _BLANK or unicodedata.category(character) in _UNSEEN else character
