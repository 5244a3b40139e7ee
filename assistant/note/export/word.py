"""A note as a Word file: pandoc's, laid out by styles of ours, with native footnotes, filled contents, and pages numbered n of N."""

from __future__ import annotations

import base64
import datetime
import tempfile
from pathlib import Path

from assistant.note.export import addresses, ast, body, contents, front, pandoc, picture, reference
from assistant.note.export.archive import W, file_of, in_bytes, parsed, parts_of
from assistant.note.export.notes import WordFootnotes
from assistant.note.inquiry import NoteKind
from assistant.note.note import BriefingNote, Timeline

_WIDTH = "16cm"
_GAP = ast.division(ast.attributes("", custom_style="Table Gap"), [ast.paragraph([{"t": "Str", "c": "\u00a0"}])])  # tables and lists of Word's have no margins
_EARLIEST = datetime.date(1980, 1, 1)  # what a zip archive can say


def made(note: BriefingNote) -> bytes:
    """The file. The same note gives the same bytes. Raises `CannotExport`."""
    manner = body.Manner(1, WordFootnotes(note.citations, addresses.bracketed), addresses.whole, _picture, _unverified, widths=True, held=_held, gap=(_GAP,))
    about = ast.division(ast.attributes("", custom_style="Made From"), [ast.paragraph(ast.words(front.made(note)))])
    listed = contents.contents(note.sections) if note.inquiry.kind is not NoteKind.PAGE else []
    document = ast.document([about, *listed, *body.blocks(note.sections, manner)], front.facts(note))
    with tempfile.TemporaryDirectory() as folder:
        styled = Path(folder) / "reference.docx"
        styled.write_bytes(reference.docx(note))
        moment = {"SOURCE_DATE_EPOCH": str(_moment(note.made_from.made))}
        return _rows_whole(pandoc.written(document, "--to", "docx", "--reference-doc", str(styled), environment=moment))


def _rows_whole(docx: bytes) -> bytes:
    """The file with tables whose rows do not break across pages, which pandoc leaves to chance."""
    parts = parts_of(docx)
    root = parsed(parts["word/document.xml"])
    for row in root.iter(f"{{{W}}}tr"):
        about = row.find(f"{{{W}}}trPr")
        if about is None:
            about = row.makeelement(f"{{{W}}}trPr")
            row.insert(0, about)
        about.insert(0, about.makeelement(f"{{{W}}}cantSplit"))
    return file_of({**parts, "word/document.xml": in_bytes(root)})


def _moment(day: str) -> int:
    """The day in seconds since 1970, which pandoc puts into the file for the moment that it is written."""
    try:
        date = max(datetime.date.fromisoformat(day[:10]), _EARLIEST)
    except ValueError:
        date = _EARLIEST
    return (date - datetime.date(1970, 1, 1)).days * 24 * 60 * 60


def _picture(timeline: Timeline) -> list[ast.Block]:
    png = picture.picture(timeline, "png")
    if png is None:
        return []
    source = f"data:image/png;base64,{base64.b64encode(png).decode()}"
    return [ast.paragraph([ast.image(picture.in_text(timeline), source, ast.attributes(width=_WIDTH))])]


def _held(block: ast.Block) -> ast.Block:
    return ast.division(ast.attributes("", custom_style="Lead In"), [block])


def _unverified(word: str) -> ast.Inline:
    return ast.span(ast.attributes("", custom_style="Unverified"), ast.words(word))
