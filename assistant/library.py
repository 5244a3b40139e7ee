"""The user's collection: opening a home, and adding files and addresses to it so that one bad file never stops the others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Protocol

from assistant.settings import Settings
from corpus import reading
from corpus.document import Document
from corpus.readers import digests
from corpus.reading import Content, Source
from corpus.unreadable import UnreadableDocument
from index.embed import SentenceTransformerEmbedder
from index.errors import CatalogueError
from index.search import Index

BUNDLED = "bundled"
"""The word that stands for the bundled collection where a path is asked for."""
_LEFT_OUT = "left out"
_FETCHED = "fetched"  # folder of the home: what came from the web, as it came


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be added, and why."""

    source: str
    error: str


@dataclass(slots=True)
class Additions:
    """What came of adding: ids of documents, sources that a later version supersedes, and failures."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    superseded: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)


class Watcher(Protocol):
    """Who is told how reading goes on."""

    def began(self, files: int) -> None:
        """So many files are to be read."""

    def read(self, source: str, passages: int) -> None:
        """One of them is done, with so many passages new to the collection."""


class _Nobody:
    def began(self, files: int) -> None: ...

    def read(self, source: str, passages: int) -> None: ...


def open_index(settings: Settings) -> Index:
    """The home's index. A new home takes the bundled collection in (its catalogue only: nothing heavy is loaded),
    an older home the bundled documents that have changed since."""
    index = Index(settings.home, SentenceTransformerEmbedder(settings.embedding_model))
    held = index.catalogue.setting(BUNDLED)
    if not settings.bundled and held is None:
        index.catalogue.keep(BUNDLED, _LEFT_OUT)
    elif settings.bundled and held != _LEFT_OUT and held != digests.fingerprint():
        add_bundled(index, Additions())
    return index


def add(index: Index, places: list[str], watcher: Watcher | None = None, done: Additions | None = None) -> Additions:
    """Add all that ``places`` stand for: files, folders, ``.zip`` files, addresses, or ``bundled``. Embedding is left to `Index.settle`.

    Each file is in the catalogue or not at all as soon as it is done, so that a stop loses nothing; ``done`` then knows how far it came.
    """
    done, watcher = done if done is not None else Additions(), watcher or _Nobody()
    waiting = [source for place in places for source in _sources(index, place, done)]
    watcher.began(len(waiting))
    for source in waiting:
        watcher.read(source.name, _add_source(index, source, done))
    return done


def add_bundled(index: Index, done: Additions) -> None:
    """Take in the bundled collection, or what has changed in it."""
    for document in digests.bundled():
        _put(index, document, done)
    index.catalogue.keep(BUNDLED, digests.fingerprint())


def _sources(index: Index, place: str, done: Additions) -> Iterator[Source]:
    if place == BUNDLED:
        add_bundled(index, done)
        return
    if place.lower().startswith(("http://", "https://")):
        yield Source(place, lambda: _fetch(index.home / _FETCHED, place))
        return
    try:
        found = list(reading.sources(Path(place)))
        if not found:
            raise UnreadableDocument(place, "holds no files; there is nothing to add")
    except UnreadableDocument as error:
        done.failed.append(Failure(error.source, error.why))
        return
    yield from found


def _fetch(folder: Path, address: str) -> Content:
    """What an address gives; its bytes are kept in ``folder`` as they came, so that they can be seen later."""
    from corpus.fetching import fetch

    found = fetch(address, allow_private=True)  # whoever typed an address of their own network means it; a redirect to one is refused
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{hashlib.sha256(found.data).hexdigest()}{PurePosixPath(found.name).suffix}").write_bytes(found.data)
    except OSError as error:
        raise UnreadableDocument(address, f"cannot be kept in {folder} ({error.strerror}); make room or name another --home") from error
    return Content(found.data, found.name)


def _add_source(index: Index, source: Source, done: Additions) -> int:
    """Add what one source holds; how many passages are new."""
    try:
        content = source.load()
        if known := index.catalogue.same(hashlib.sha256(content.data).hexdigest()):
            _drop_older(index, source.name, known.sha256)
            done.unchanged.append(known.document_id)
            return 0
        return sum(_put(index, document, done) for document in reading.read_bytes(content.data, source.name, content.name))
    except UnreadableDocument as error:
        done.failed.append(Failure(error.source, error.why))
    except CatalogueError as error:
        done.failed.append(Failure(source.name, str(error)))
    return 0


def _put(index: Index, document: Document, done: Additions) -> int:
    """Put a document in unless the very same content is there, under this or another path; what this path held before goes."""
    if document.superseded:
        index.catalogue.supersede(document)
        done.superseded.append(document.source)
        return 0
    if same := index.catalogue.same(document.sha256):
        _drop_older(index, document.source, document.sha256)
        done.unchanged.append(same.document_id)
        return 0
    before = index.catalogue.find(source=document.source) or index.catalogue.find(sha256=document.sha256)
    document, replaces = _named_apart(index, document)
    index.put(document.told_apart(index.catalogue.held_elsewhere(document)))
    (done.updated if before or replaces else done.added).append(document.id)
    return len(document.passages)


def _drop_older(index: Index, source: str, sha256: str) -> None:
    """Take out what a source held before it came to hold something that is here already."""
    before = index.catalogue.find(source=source)
    if before and before.sha256 != sha256:
        index.catalogue.remove(before.document_id)


def _named_apart(index: Index, document: Document) -> tuple[Document, bool]:
    """The document under an id of its own where another source has taken the one it would have; true where it takes the
    other's place instead, because its ids are the record's own and it is another copy of the same sitting."""
    taken = index.catalogue.find(document_id=document.id)
    if not taken or taken.source == document.source:
        return document, False
    if not all(passage.id.startswith(f"{document.id}#") for passage in document.passages):
        return document, True
    return document.renamed(f"{document.id}-{document.sha256[:6]}"), False
