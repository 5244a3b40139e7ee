"""The words of a Word paragraph: insertions kept, deletions and hidden text left out, results of fields without their codes.

A footnote's mark stands in the text as `` [7]``, apart from any figure before it; raised figures stay raised: no reader of
264,649 and a raised 1 takes them for 264,6491.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.papers.word import styles
from corpus.papers.word.numbering import written
from corpus.papers.word.parts import child, name_of, value
from corpus.papers.word.styles import Style

_LEFT_OUT = {
    "del", "moveFrom", "delText", "delInstrText", "instrText", "pPr", "rPr", "sdtPr", "tblPr", "tcPr", "trPr", "rt",
    "commentReference", "annotationRef", "footnoteRef", "endnoteRef", "posOffset",
}  # fmt: skip
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FIGURES = re.compile(r"\s*\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\s*")
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


@dataclass(slots=True)
class Notes:
    """Footnotes and endnotes: their words by kind and id, and the numbers given to those called so far."""

    words: dict[tuple[str, str], str] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def call(self, reference: etree._Element) -> tuple[str | None, str]:
        """The number and the words of the note that a reference calls; no number where the text prints a mark of its own."""
        kind = name_of(reference).removesuffix("Reference")
        words = self.words.get((kind, value(reference, "id") or ""), "")
        if (value(reference, "customMarkFollows") or "0") in {"1", "true", "on"}:
            return None, words
        count = self._counts[kind] = self._counts.get(kind, self.starts.get(kind, 1) - 1) + 1
        return written(count, self.forms.get(kind, "decimal" if kind == "footnote" else "lowerRoman")), words


@dataclass(slots=True)
class Words:
    """What one paragraph holds: its text, the notes it calls, the text boxes anchored in it, and whether all of it is bold."""

    text: str = ""
    notes: list[tuple[str | None, str]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    bold: bool = False


@dataclass(slots=True)
class _Reading:
    """Where the reader of one paragraph is; a field whose code is not finished shows nothing."""

    styles: dict[str, Style]
    own: Style
    notes: Notes
    words: Words
    pieces: list[str] = field(default_factory=list)
    fields: list[bool] = field(default_factory=list)  # for each open field, whether its result is being read
    plain: bool = False
    bold: bool = False


def words(paragraph: etree._Element, known: dict[str, Style], own: Style, notes: Notes) -> Words:
    """The words of ``paragraph``, whose style is ``own``; line breaks and tabs are kept for the caller to fold."""
    reading = _Reading(known, own, notes, Words())
    _within(paragraph, reading)
    reading.words.text = "".join(reading.pieces)
    reading.words.bold = reading.bold and not reading.plain
    return reading.words


def _within(element: etree._Element, reading: _Reading) -> None:
    for part in element:
        name = name_of(part)
        if name == "r":
            _run(part, reading)
        elif name == "txbxContent":
            reading.words.boxes.append(part)
        elif name == "AlternateContent":
            for branch in _branch(part):
                _within(branch, reading)
        elif name == "t":
            _say(part.text or "", reading, reading.own)
        elif name and name not in _LEFT_OUT:
            _within(part, reading)


def _run(run: etree._Element, reading: _Reading) -> None:
    properties = child(run, "rPr")
    style = styles.over(styles.of(None, properties), styles.over(reading.styles.get(value(child(properties, "rStyle")) or "", Style()), reading.own))
    for part in run:
        name = name_of(part)
        if name == "fldChar":
            _field(value(part, "fldCharType"), reading)
        elif style.hidden or name in _LEFT_OUT:
            continue
        elif name in {"footnoteReference", "endnoteReference"}:
            _note(part, reading)
        elif name == "t":
            _say(part.text or "", reading, style)
        elif name in _SIGNS:
            _say(_SIGNS[name], reading, style)
        elif name == "sym":
            _say(_symbol(part), reading, style)
        elif name == "AlternateContent":
            for branch in _branch(part):
                _within(branch, reading)
        elif name:
            _within(part, reading)


def _say(text: str, reading: _Reading, style: Style) -> None:
    if not all(reading.fields):
        return
    if style.raised and _FIGURES.fullmatch(text):
        after_figure = "".join(reading.pieces[-1:])[-1:].isdigit()
        text = (" " if after_figure else "") + text.translate(_RAISED)
    reading.pieces.append(text)
    if text.strip():
        reading.bold, reading.plain = reading.bold or bool(style.bold), reading.plain or not style.bold


def _note(reference: etree._Element, reading: _Reading) -> None:
    called = reading.notes.call(reference)
    if called[0]:
        reading.pieces.append(f" [{called[0]}]")
    if called[1]:
        reading.words.notes.append(called)


def _field(what: str | None, reading: _Reading) -> None:
    if what == "begin":
        reading.fields.append(False)
    elif what == "separate" and reading.fields:
        reading.fields[-1] = True
    elif what == "end" and reading.fields:
        reading.fields.pop()


def _branch(alternatives: etree._Element) -> Iterator[etree._Element]:
    """One of the forms in which the same thing is given: the first choice, else what stands in for it."""
    found = child(alternatives, "Choice")
    found = child(alternatives, "Fallback") if found is None else found
    if found is not None:
        yield found


def _symbol(part: etree._Element) -> str:
    """A character of a symbol font: known by its place in Unicode only where it has one."""
    code = value(part, "char") or ""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() and not 0xE000 <= ord(sign) <= 0xF8FF else ""
