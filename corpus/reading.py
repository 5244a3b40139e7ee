"""From a path to documents: which files a path holds, and which reader takes each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.document import Document
from corpus.readers import parlparse, plain_text
from corpus.unreadable import UnreadableDocument

MOST_BYTES = 32 * 1024 * 1024  # of one file; a whole sitting day of Hansard has about 1 MB

Reader = Callable[[bytes, str, str], list[Document]]
_READERS: dict[str, Reader] = {".txt": plain_text.read, ".text": plain_text.read, ".md": plain_text.read, ".xml": parlparse.read}


def files_under(path: Path) -> Iterator[Path]:
    """The files that ``path`` stands for: itself, or all below a folder in order of name, hidden ones left out.

    Raises `UnreadableDocument` where there is neither a file nor a folder at ``path``, or no way to it.
    """
    try:
        below = sorted(path.rglob("*")) if path.is_dir() else None
        if below is None and not path.is_file():
            raise UnreadableDocument(str(path), "there is no such file or folder; check the path")
        found = [path] if below is None else [p for p in below if p.is_file() and not _hidden(p.relative_to(path))]
    except OSError as error:
        raise UnreadableDocument(str(path), f"cannot be reached ({error.strerror}); check the path and its permissions") from error
    yield from found


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def read(path: Path) -> list[Document]:
    """The documents in one file. Raises `UnreadableDocument` for anything that cannot be read as a document."""
    source = str(path.resolve())
    try:
        source.encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnreadableDocument(ascii(path.name), "has a name that is not UTF-8; rename it") from error
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        raise UnreadableDocument(source, f"no reader for {path.suffix or 'a file without an ending'}; readable are {known}")
    data = _bytes(path, source)
    return reader(data, source, hashlib.sha256(data).hexdigest())


def _bytes(path: Path, source: str) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableDocument(source, f"has {size / 1e6:.0f} MB, more than the {MOST_BYTES / 1e6:.0f} MB a file may have; split it")
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(source, f"cannot be opened ({error.strerror}); check its permissions") from error
    if not data.strip():
        raise UnreadableDocument(source, "is empty; there is nothing to add")
    return data
