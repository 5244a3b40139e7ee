"""A note as a file: Word, Markdown or HTML, by the file's suffix."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant.note.export import html, markdown, word
from assistant.note.export.files import CannotExport, put, writable
from assistant.note.note import BriefingNote

__all__ = ["FORMATS", "CannotExport", "check", "made", "write"]

FORMATS: dict[str, Callable[[BriefingNote], bytes]] = {".docx": word.made, ".md": markdown.made, ".html": html.made}
"""For each suffix what makes the file."""


def check(path: Path) -> None:
    """Raises `CannotExport` where it can be seen, before any work is done, that no note can be written there."""
    _format(path)
    writable(path)


def made(note: BriefingNote, suffix: str) -> bytes:
    """The note as a file of that suffix. The same note gives the same bytes. Raises `CannotExport`."""
    return FORMATS[suffix](note)


def write(note: BriefingNote, path: Path) -> None:
    """Write the note there, whole or not at all. Raises `CannotExport`."""
    check(path)
    put(path, _format(path)(note))


def _format(path: Path) -> Callable[[BriefingNote], bytes]:
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        kinds = ", ".join(FORMATS)
        raise CannotExport(f"{path}: a note cannot be written as {suffix or 'a file without a suffix'}; give a name that ends with one of {kinds}")
    return FORMATS[suffix]
