"""A Word draft as Markdown: headings, lists, tables and footnotes; what the file's own readers make of it, and nothing left out."""

from __future__ import annotations

from corpus.papers.block import Block, Role


def markdown(data: bytes, source: str) -> str:
    """The draft in a ``.docx``. Raises `corpus.unreadable.UnreadableDocument` for what cannot be unpacked within limits."""
    from corpus.readers.docx import blocks

    return "\n\n".join(_line(block) for block in blocks(data, source) if block.text) + "\n"


def _line(block: Block) -> str:
    if block.role is Role.HEADING:
        return f"{'#' * max(1, min(block.level, 6))} {block.text}"
    if block.role is Role.NOTE:
        return f"[^{block.number or 'x'}]: {block.text}"
    if block.role is Role.ITEM:
        return f"{f'{block.number}.' if block.number else '-'} {_called(block.text)}"
    if block.role is Role.TABLE:
        return "\n".join(f"| {_called(row)} |" for row in block.text.split("\n"))
    return f"{block.number}. {_called(block.text)}" if block.number else _called(block.text)


def _called(text: str) -> str:
    """The marks of notes as Markdown has them."""
    import re

    return re.sub(r" \[([0-9]{1,4}|[ivxlc]{1,8})\]", r"[^\1]", text)
