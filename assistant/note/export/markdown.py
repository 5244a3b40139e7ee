"""A note as Markdown: pandoc's, with native footnotes and pipe tables, and without raw HTML or a header of data; it reads well as GitHub's too."""

from __future__ import annotations

import re
from typing import Any

from assistant.note.export import addresses, ast, body, front, pandoc
from assistant.note.export.notes import Footnotes
from assistant.note.note import BriefingNote

_FORM = "markdown-smart-simple_tables-multiline_tables-grid_tables-header_attributes-auto_identifiers"
"""Extensions that a note has no use for stay on: pandoc escapes only what those that are on would read."""
_WITHIN = re.compile(r"(?<=\bwww)\.|:(?=[^\s:])|@|&(?=[#\w])", re.ASCII)
"""What other readers of Markdown, or extensions of pandoc's, take for a link, a picture (``:name:``), a name or a character's, and pandoc leaves."""
_FIRST = "-+=:%~|"
"""What at the beginning of a line may make a list, a rule, a definition or a title of it."""


def made(note: BriefingNote) -> bytes:
    """The file. Raises `CannotExport`."""
    notes = Footnotes(note.citations, addresses.whole)
    manner = body.Manner(2, notes, addresses.whole, lambda timeline: [], lambda word: ast.strong(ast.words(f"[{word}]")))
    head = [ast.heading(1, "", note.inquiry.title), *(ast.paragraph(ast.words(line)) for line in (front.sort(note), front.day(note), front.made(note)) if line)]
    blocks = [*head, *body.blocks(note.sections, manner)]
    return pandoc.written(ast.document(_escaped(blocks), {}), "--to", _FORM, "--wrap=none", "--sandbox")


def _escaped(node: Any) -> Any:
    """The elements with what pandoc does not escape escaped."""
    if isinstance(node, dict):
        return node if _shows_its_address(node) else {name: _escaped(value) for name, value in node.items()}
    if not isinstance(node, list):
        return node
    found: list[Any] = []
    for before, each in zip((None, *node), node, strict=False):
        opens = before is None or (isinstance(before, dict) and before.get("t") == "LineBreak")
        found += _pieces(each["c"], opens) if isinstance(each, dict) and each.get("t") == "Str" else [_escaped(each)]
    return found


def _shows_its_address(element: dict[str, Any]) -> bool:
    return element.get("t") == "Link" and element["c"][1] == [{"t": "Str", "c": element["c"][2][0]}]


def _pieces(text: str, opens: bool) -> list[Any]:
    """The word cut at each character that is to be escaped."""
    found: list[Any] = []
    at = 0
    first = [0] if opens and text[0] in _FIRST else []
    for place in sorted({*first, *(match.start() for match in _WITHIN.finditer(text))}):
        found += [*_str(text[at:place]), ast.raw("markdown", f"\\{text[place]}")]
        at = place + 1
    return [*found, *_str(text[at:])]


def _str(text: str) -> list[Any]:
    return [{"t": "Str", "c": text}] if text else []
