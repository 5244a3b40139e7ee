"""The characters of a page with where and how they stand, upright, from PDFium's text page.

PDFium gives a character's place in the page's own space, before ``/Rotate``, and the size before the text matrix; both are worked out
here, so that a table set sideways reads like any other. Source of the calls: ``fpdf_text.h`` of PDFium.
"""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

MOST_CHARACTERS = 100_000  # on one page; a dense one has 10,000

_FAR = 20_000.0  # points: the longest page that PDF allows has 14,400


class Style(NamedTuple):
    """How a run of characters is set: size in points, boldness, slant, colour, and the quarter turns anticlockwise of its line.

    ``mapped`` is false where the font doesn't say which letters it draws: the characters are then a guess.
    """

    size: float
    bold: bool
    italic: bool
    colour: int
    turns: int
    mapped: bool = True


class Glyph(NamedTuple):
    """A character: its left and right edge, its baseline measured downwards from the page's top, in points, and its style."""

    char: str
    x0: float
    x1: float
    y: float
    style: Style


class Crowded(Exception):
    """A page with more characters than any page of text."""


_ADDRESS = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_BROKEN = {0x02: "-", 0xFFFE: "-", 0xAD: "\u00ad", 0x0D: " ", 0x0A: " ", 0x09: " ", 0x0B: " "}


def glyphs(page: Any, text: Any) -> Iterator[Glyph]:
    """The characters of a page in the order of the file. A space is a glyph; one that PDFium put in has no width.

    Raises `Crowded` for more than `MOST_CHARACTERS`.
    """
    import pypdfium2.raw as raw

    count = text.count_chars()
    if count > MOST_CHARACTERS:
        raise Crowded(count)
    left, bottom, right, top = page.get_bbox()
    handle, address = text.raw, ctypes.cast(text.raw, ctypes.c_void_p)
    owner = _ADDRESS(ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0)
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    styles: dict[int, Style] = {}
    style, last, edge, line = None, 0, 0.0, 0.0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(handle, index)
        found = owner(address, index)
        if not found:
            if style:
                yield Glyph(" ", edge, edge, line, style)
            continue
        if found != last or style is None:
            if found not in styles:
                styles[found] = _style(raw, handle, index, found)
            style, last = styles[found], found
        raw.FPDFText_GetLooseCharBox(handle, index, box)
        raw.FPDFText_GetCharOrigin(handle, index, x, y)
        if not (left - 2 <= x.value <= right + 2 and bottom - 2 <= y.value <= top + 2):
            continue
        if style.turns == 0:
            start, edge, line = box.left, box.right, top - y.value
        elif style.turns == 1:
            start, edge, line = box.bottom, box.top, x.value - left
        elif style.turns == 2:
            start, edge, line = -box.right, -box.left, y.value - bottom
        else:
            start, edge, line = -box.top, -box.bottom, right - x.value
        if -_FAR < start < _FAR and -_FAR < edge < _FAR:  # nor is it where no number is
            yield Glyph(_character(code), start, edge, line, style)


def _character(code: int) -> str:
    if code in _BROKEN:
        return _BROKEN[code]
    if code < 32 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    return chr(code)


def _style(raw: Any, handle: Any, index: int, found: int) -> Style:
    thing = ctypes.cast(found, raw.FPDF_PAGEOBJECT)
    font = raw.FPDFTextObj_GetFont(thing)
    name = ctypes.create_string_buffer(128)
    raw.FPDFFont_GetBaseFontName(font, name, 128)
    called = name.value.decode("latin-1").lower()
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(handle, index, matrix)
    size = raw.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
    size = size if math.isfinite(size) and 0.1 < size < 1000 else 1.0
    bold = any(part in called for part in _BOLD_NAMES) or raw.FPDFFont_GetWeight(font) >= 600 or raw.FPDFTextObj_GetTextRenderMode(thing) == 2
    colour = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(thing, *colour)
    red, green, blue, _ = (part.value for part in colour)
    turns = round(math.atan2(matrix.b, matrix.a) / (math.pi / 2)) % 4 if math.isfinite(matrix.a + matrix.b) else 0
    italic = "italic" in called or "oblique" in called or called.endswith("it")
    mapped = not raw.FPDFText_HasUnicodeMapError(handle, index)
    return Style(round(size, 1), bold, italic, red << 16 | green << 8 | blue, turns, mapped)
