"""A note as one HTML page that asks nobody for anything: its style and its picture are in it, and its policy allows nothing else."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from html import escape
from importlib import resources

from assistant.note.export import addresses, ast, body, front, pandoc, picture
from assistant.note.export.notes import Endnotes
from assistant.note.inquiry import NoteKind
from assistant.note.note import BriefingNote, Section, Timeline
from corpus.characters import visible


def made(note: BriefingNote) -> bytes:
    """The page. The same note gives the same bytes. Raises `CannotExport`."""
    notes = Endnotes(note.citations)
    manner = body.Manner(2, notes, addresses.short, _picture, lambda word: ast.span(ast.attributes("", "unverified"), ast.words(word)), labels=True)
    told = body.blocks(note.sections, manner)
    ending = [ast.heading(2, "notes-heading", "Notes"), *notes.ending()] if notes.ending() else []
    blocks = [*_head(note), *_contents(note), *told, *ending]
    inside = pandoc.written(ast.document(blocks, {}), "--to", "html5-smart", "--wrap=none", "--sandbox")
    return _top(note).encode() + inside + b"</main>\n</body>\n</html>\n"


def _top(note: BriefingNote) -> str:
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
        f"<title>{escape(' '.join(visible(note.inquiry.title).split()))}</title>\n"
        f'<meta name="description" content="{escape(front.prepared(note))}">\n<style>{style}</style>\n</head>\n<body>\n<main>\n'
    )


@cache
def _style() -> str:
    return resources.files(__package__).joinpath("page.css").read_text("utf-8")


def _head(note: BriefingNote) -> list[ast.Block]:
    lines = [("sort", front.sort(note)), ("day", front.day(note)), ("made", front.made(note))]
    told = [ast.division(ast.attributes("", of), [ast.paragraph(ast.words(words))]) for of, words in lines if words]
    return [ast.heading(1, "top", note.inquiry.title), *told]


def _contents(note: BriefingNote) -> list[ast.Block]:
    if note.inquiry.kind is NoteKind.PAGE or len(list(note.walk())) < 4:
        return []
    return [ast.division(ast.attributes("contents", role="navigation", aria_label="Contents"), [_entries(note.sections, 2)])]


def _entries(sections: Sequence[Section], depth: int) -> ast.Block:
    return ast.bullets([[_entry(each), *([_entries(each.sections, depth - 1)] if depth > 1 and each.sections else [])] for each in sections])


def _entry(section: Section) -> ast.Block:
    return ast.plain([ast.link(ast.words(section.heading), f"#{body.name(section)}")])


def _picture(timeline: Timeline) -> list[ast.Block]:
    svg = picture.picture(timeline, "svg")
    if svg is None:
        return []
    source = f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
    return [ast.division(ast.attributes("", "picture"), [ast.paragraph([ast.image(picture.in_text(timeline), source)])])]
