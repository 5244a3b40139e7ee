"""Text without what a reader cannot see: control and format characters, and the scripts of hidden messages."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any

from corpus.document import Document

_COLOURS = re.compile(r"\x1b\[[0-9;?]{0,20}[A-Za-z]")  # what a terminal obeys
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn"}  # control, format (zero width, bidi, tags), surrogates, private use, unassigned
_BLANK = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2800, 0x3164, 0xFFA0}  # letters and marks that draw nothing
_DOUBTFUL = re.compile(r"[^\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]")  # all others are seen, and are nearly all there is
_NO_WORDS = {"id", "document_id", "reply_to", "url", "source", "sha256", "redirects"}


def seen(document: Document) -> Document:
    """The document without what a reader cannot see, in its words and in all that is told of them; a passage of nothing else goes."""
    passages = tuple(_seen(passage) for passage in document.passages)
    bare: Document = _seen(replace(document, passages=()))
    return replace(bare, passages=tuple(passage for passage in passages if passage.text.strip()))


def _seen(told: Any) -> Any:
    """The same for one value: text, some texts, or what has fields of them."""
    if isinstance(told, str) and type(told) is str:
        return visible(told)
    if isinstance(told, tuple):
        return tuple(_seen(each) for each in told)
    if not is_dataclass(told) or isinstance(told, type):
        return told
    changed = {f.name: new for f in fields(told) if f.name not in _NO_WORDS and (new := _seen(old := getattr(told, f.name))) != old}
    return replace(told, **changed) if changed else told


def visible(text: str) -> str:
    """The text without characters that draw nothing; lines stay lines, and any other control that parts words is a space."""
    if not _DOUBTFUL.search(text):
        return text
    return "".join(kept for character in _COLOURS.sub("", text) if (kept := _kept(character)))


def _kept(character: str) -> str:
    if character == "\n" or " " <= character <= "~":
        return character
    if character in "\t\r\v\f\x85\u2028\u2029":
        return " "
    code = ord(character)
    variation = 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF  # they can carry a message of any length
    return "" if variation or code in _BLANK or unicodedata.category(character) in _UNSEEN else character
