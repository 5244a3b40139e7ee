"""A document as pandoc knows it (pandoc-types 1.23), built piece by piece. Text is data in it, so that no source can write markup.

Covered: what a note needs. https://hackage.haskell.org/package/pandoc-types
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from corpus.characters import visible

Inline = dict[str, Any]
Block = dict[str, Any]
Attributes = list[Any]
Row = Sequence[Sequence[Inline]]

_API = [1, 23, 1]
_SPACE: Inline = {"t": "Space"}
_BREAK: Inline = {"t": "LineBreak"}


def attributes(identity: str = "", *classes: str, **pairs: str) -> Attributes:
    """An identity, classes, and pairs; ``custom_style`` is written ``custom-style``."""
    return [identity, list(classes), [[name.replace("_", "-"), value] for name, value in pairs.items()]]


def words(text: str) -> list[Inline]:
    """Text in a line; characters that draw nothing, or that turn what follows them round, are left out."""
    found: list[Inline] = []
    for word in visible(text).split():
        found += [_SPACE, {"t": "Str", "c": word}] if found else [{"t": "Str", "c": word}]
    return found


def lines(text: str) -> list[Inline]:
    """Text whose lines stay lines: the rows of a quoted table."""
    return spaced([words(line) for line in text.split("\n") if line.strip()], _BREAK)


def spaced(parts: Sequence[Sequence[Inline]], between: Inline = _SPACE) -> list[Inline]:
    """The parts that hold anything, with ``between`` between them."""
    found: list[Inline] = []
    for part in parts:
        found += [between, *part] if found and part else part
    return found


def strong(inlines: Sequence[Inline]) -> Inline:
    """Bold."""
    return {"t": "Strong", "c": list(inlines)}


def superscript(inlines: Sequence[Inline]) -> Inline:
    """Raised."""
    return {"t": "Superscript", "c": list(inlines)}


def span(about: Attributes, inlines: Sequence[Inline]) -> Inline:
    """A piece of a line by name or style."""
    return {"t": "Span", "c": [about, list(inlines)]}


def link(shown: Sequence[Inline], address: str, title: str = "", about: Attributes | None = None) -> Inline:
    """A link; the address is taken as it is (see `addresses`)."""
    return {"t": "Link", "c": [about or attributes(), list(shown), [address, visible(title)]]}


def image(alt: str, source: str, about: Attributes | None = None) -> Inline:
    """A picture with what it shows in words."""
    return {"t": "Image", "c": [about or attributes(), words(alt), [source, ""]]}


def note(inlines: Sequence[Inline]) -> Inline:
    """A native footnote."""
    return {"t": "Note", "c": [paragraph(inlines)]}


def raw(form: str, markup: str) -> Inline:
    """Markup of ours within a line; never anything of a source."""
    return {"t": "RawInline", "c": [form, markup]}


def raw_block(form: str, markup: str) -> Block:
    """Markup of ours; never anything of a source."""
    return {"t": "RawBlock", "c": [form, markup]}


def heading(level: int, identity: str, text: str) -> Block:
    """A heading that can be linked to."""
    return {"t": "Header", "c": [level, attributes(identity), words(text)]}


def paragraph(inlines: Sequence[Inline]) -> Block:
    """Running text."""
    return {"t": "Para", "c": list(inlines)}


def plain(inlines: Sequence[Inline]) -> Block:
    """Text in a cell or a tight list."""
    return {"t": "Plain", "c": list(inlines)}


def quote(blocks: Sequence[Block]) -> Block:
    """A quotation set apart."""
    return {"t": "BlockQuote", "c": list(blocks)}


def division(about: Attributes, blocks: Sequence[Block]) -> Block:
    """Blocks by name or style."""
    return {"t": "Div", "c": [about, list(blocks)]}


def bullets(items: Sequence[Sequence[Block]]) -> Block:
    """A list without numbers."""
    return {"t": "BulletList", "c": [list(item) for item in items]}


def numbered(items: Sequence[Sequence[Block]]) -> Block:
    """A list from 1."""
    return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], [list(item) for item in items]]}


def table(header: Sequence[str], rows: Sequence[Row], widths: Sequence[float] | None = None, labelled: bool = False) -> Block:
    """A table whose first column names the row; ``widths`` are shares of the line. Without
    names there is no head. ``labelled``: each cell knows its column's name (``data-label``)."""
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidth", "c": width} if width else {"t": "ColWidthDefault"}] for width in widths or [0.0] * len(header)]
    head = [[attributes(), [_cell(attributes(), words(name)) for name in header]]] if any(header) else []
    about = [attributes("", data_label=visible(name)) if labelled else attributes() for name in header]
    body = [[attributes(), [_cell(*cell) for cell in zip(about, row, strict=True)]] for row in rows]
    return {"t": "Table", "c": [attributes(), [None, []], columns, [attributes(), head], [[attributes(), 1, [], body]], [attributes(), []]]}


def _cell(about: Attributes, inlines: Sequence[Inline]) -> list[Any]:
    return [about, {"t": "AlignDefault"}, 1, 1, [plain(inlines)]]


def document(blocks: Sequence[Block], facts: Mapping[str, str]) -> dict[str, Any]:
    """The whole with facts about it (title, date, language…), each plain text."""
    told = {name: {"t": "MetaInlines", "c": words(value)} for name, value in facts.items()}
    return {"pandoc-api-version": _API, "meta": told, "blocks": list(blocks)}


def inner(node: object) -> Iterator[dict[str, Any]]:
    """Every element below a node, in reading order, itself first where it is one."""
    if isinstance(node, dict):
        if "t" in node:
            yield node
        for value in node.values():
            yield from inner(value)
    elif isinstance(node, list):
        for value in node:
            yield from inner(value)
