"""A table of questions in a text file: from bytes to rows, each cell under what it holds."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from corpus.document import fold
from corpus.questions.columns import columns, needed
from corpus.unreadable import UnreadableDocument

_DELIMITERS = (",", ";", "\t", "|")
_ABOVE_HEADER = 5  # lines at most of title or settings (``sep=;``)
_LARGEST_CELL = 4 * 1024 * 1024  # characters; the module's own limit of 131,072 is less than some tables in answers have
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the header, its ``number`` counted from the top as a spreadsheet does: the cells by what they hold, all of them
    in order, and how many the header has names for."""

    number: int
    values: dict[str, str]
    cells: list[str]
    named: int


@dataclass(frozen=True, slots=True)
class Text:
    """A file's characters. ``guessed`` is the line to say of any that the file's encoding does not settle."""

    characters: str
    guessed: str | None = None


def decoded(data: bytes, source: str) -> Text:
    """The characters of a file in UTF-8, in UTF-16 with its mark, or, where it is not UTF-8, in Windows-1252 as Excel saves it.

    A file that is UTF-8 but for a few damaged bytes is read as that, these as ``�``. Raises `UnreadableDocument` for anything else.
    """
    try:
        encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
        text = Text(data.decode(encoding))
    except UnicodeDecodeError:
        text = _not_utf8(data, source)
    if text.characters.count("\0") > len(text.characters) // 50:
        raise UnreadableDocument(source, "is no text (it is full of zero bytes), or UTF-16 without its mark; save it as CSV in UTF-8")
    damaged = "\0" in text.characters
    return Text(text.characters.replace("\0", "\ufffd"), "a damaged character is shown as �") if damaged else text


def _not_utf8(data: bytes, source: str) -> Text:
    lenient = data.decode("utf-8", "replace")
    damaged = lenient.count("\ufffd")
    if sum(ord(character) > 127 for character in lenient) - damaged > damaged:
        return Text(lenient, "a damaged character is shown as �")
    try:
        return Text(data.decode("cp1252"), "read as Windows-1252, since the file is not UTF-8")
    except UnicodeDecodeError as error:
        why = f"is neither UTF-8 nor Windows-1252 (byte 0x{data[error.start]:02x} at {error.start:,}); save it as CSV in UTF-8"
        raise UnreadableDocument(source, why) from error


def rows(text: str, source: str) -> Iterator[Row]:
    """The rows below the header. Raises `UnreadableDocument` where there is no header of a table of questions, or a quote is not closed."""
    delimiter, skipped = _shape(text, source)
    header: list[str] | None = None
    named: dict[str, int] = {}
    before = csv.field_size_limit(_LARGEST_CELL)
    try:
        for number, cells in enumerate(_parsed(text, delimiter, source)):
            if number < skipped or not any(map(str.strip, cells)):
                continue
            if header is None:
                header, named = cells, columns(cells) or {}
                continue
            values = {what: cells[at] for what, at in named.items() if at < len(cells)}
            yield Row(number + 1, values, cells, len(header))
    finally:
        csv.field_size_limit(before)


def _parsed(text: str, delimiter: str, source: str) -> Iterator[list[str]]:
    reader, begun = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True), 1
    try:
        for cells in reader:
            yield cells
            begun = reader.line_num + 1
    except csv.Error as error:
        why = f"cannot be told apart into cells in the row that begins at line {begun:,} ({fold(str(error))}); mend its quotes, or export it again"
        raise UnreadableDocument(source, why) from error


def _shape(text: str, source: str) -> tuple[str, int]:
    """The delimiter, and how many rows stand above the header."""
    top = [line.lstrip("\ufeff") for line in islice(io.StringIO(text[:20_000], newline=""), _ABOVE_HEADER + 1)]
    for at in range(len(top)):
        for delimiter in _DELIMITERS:
            try:
                first = next(csv.reader([top[at]], delimiter=delimiter), [])
            except csv.Error:
                continue
            if columns(first):
                return delimiter, at
    first_line = next((line for line in top if line.strip()), "")
    names = ", ".join(repr(fold(cell))[:40] for cell in next(iter(csv.reader([first_line[:2000]])), [])[:12])
    raise UnreadableDocument(source, f"is no table of written questions: its first line has {names}; needed are {needed()}")
