"""From a path to documents: which files it stands for, and the reader that takes each."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from pathlib import Path

from corpus import formats, zips
from corpus.document import Document, fold
from corpus.unreadable import UnreadableDocument

EDITION = 2
"""Raised when a reader gives other passages than before: what an older one read is then read again when it is added again."""
MOST_BYTES = 32 * 1024 * 1024  # of one file; a whole sitting day of Hansard has about 1 MB


@dataclass(frozen=True, slots=True)
class Content:
    """A file's bytes, and a name whose ending tells their format."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be read: ``name`` is the path or address that it is known by, ``load`` gives what is in it or raises
    `UnreadableDocument`."""

    name: str
    load: Callable[[], Content]


def sources(path: Path) -> Iterator[Source]:
    """The files that ``path`` stands for: itself, all below a folder in order of name (hidden ones left out, and the full texts
    that are read with the ``.json`` beside them), or all that a ``.zip`` holds.

    Raises `UnreadableDocument` where there is neither a file nor a folder at ``path``, or no way to it; what cannot be reached
    further down says so when it is loaded.
    """
    try:
        if not path.is_dir() and not path.is_file():
            raise UnreadableDocument(str(path), "there is no such file or folder; check the path")
    except OSError as error:
        raise UnreadableDocument(str(path), f"cannot be reached ({error.strerror}); check the path and its permissions") from error
    yield from _below(path) if path.is_dir() else _file(path)


def read(source: Source | Path) -> list[Document]:
    """The documents of one source, or of all that a path stands for. Raises `UnreadableDocument` for anything that cannot be read."""
    if isinstance(source, Path):
        return [document for each in sources(source) for document in read(each)]
    content = source.load()
    return read_bytes(content.data, source.name, content.name)


def read_bytes(data: bytes, source: str, name: str) -> list[Document]:
    """The documents in ``data``, which is known as ``source``; the ending of ``name`` tells the format. Raises `UnreadableDocument`."""
    if not data.strip():
        raise UnreadableDocument(source, "is empty; there is nothing to add")
    module = formats.reader_of(data, name, source)
    reader = import_module(f"corpus.readers.{module}")
    try:
        found: list[Document] = reader.read(data, source, hashlib.sha256(data).hexdigest())
    except UnreadableDocument:
        raise
    except (RecursionError, MemoryError) as error:
        raise UnreadableDocument(source, f"is nested too deeply or too large to be read as {module} ({type(error).__name__}); split it") from error
    except Exception as error:  # a fault of ours in one file must not cost a person the other files
        logging.getLogger(__name__).debug("%s cannot be read", source, exc_info=True)
        what = f"{type(error).__name__}: {fold(str(error))[:200]}"
        raise UnreadableDocument(source, f"cannot be read as {module} ({what}); leave it out and report it") from error
    return found


def _below(folder: Path) -> Iterator[Source]:
    refused: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=refused.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and not _goes_with_another(Path(place) / name):
                yield from _file(Path(place) / name)
    for error in refused:
        yield _unreachable(str(error.filename), f"cannot be listed ({error.strerror}); check its permissions")


def _file(path: Path) -> Iterator[Source]:
    source = str(path.resolve())
    try:
        source.encode("utf-8")
    except UnicodeEncodeError:
        yield _unreachable(ascii(path.name), "has a name that is not UTF-8; rename it")
        return
    if path.suffix.lower() != ".zip":
        yield Source(source, lambda: Content(_bytes(path, source), path.name))
        return
    try:
        members = zips.members(path, source)
    except UnreadableDocument as error:
        yield _unreachable(source, error.why)
    else:
        yield from (Source(f"{source}/{member}", partial(_member, member, load)) for member, load in members)


def _member(name: str, load: zips.Load) -> Content:
    return Content(load(), name)


def _goes_with_another(path: Path) -> bool:
    return path.suffix.lower() == ".sqlite" and path.with_suffix(".json").exists()


def _unreachable(source: str, why: str) -> Source:
    def refuse() -> Content:
        raise UnreadableDocument(source, why)

    return Source(source, refuse)


def _bytes(path: Path, source: str) -> bytes:
    try:
        if not path.is_file():
            raise UnreadableDocument(source, "is no ordinary file (a pipe or a device); save it as one")
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UnreadableDocument(source, f"has {size / 1e6:.0f} MB, more than the {MOST_BYTES / 1e6:.0f} MB a file may have; split it")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableDocument(source, f"cannot be opened ({error.strerror}); check its permissions") from error
