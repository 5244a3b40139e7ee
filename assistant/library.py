"""The user's collection: opening a home, and adding files to it so that one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from assistant.settings import Settings
from corpus import reading
from corpus.document import Document
from corpus.readers import digests
from corpus.unreadable import UnreadableDocument
from index.embed import SentenceTransformerEmbedder
from index.errors import CatalogueError
from index.search import Index

BUNDLED = "bundled"
"""The word that stands for the bundled collection where a path is asked for."""
_LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be added, and why."""

    source: str
    error: str


@dataclass(slots=True)
class Additions:
    """What came of adding: document ids, and failures."""

    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    failed: list[Failure] = field(default_factory=list)


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


def add(index: Index, paths: list[str], note: Callable[[str], None] = lambda _: None) -> Additions:
    """Add every file that ``paths`` stand for; ``note`` is told of each file. Embedding is left to `Index.settle`."""
    done = Additions()
    for path in paths:
        if path == BUNDLED:
            add_bundled(index, done)
            continue
        try:
            files = list(reading.files_under(Path(path)))
            if not files:
                raise UnreadableDocument(path, "holds no files; there is nothing to add")
        except UnreadableDocument as error:
            done.failed.append(Failure(error.source, error.why))
            continue
        for file in files:
            note(str(file))
            _add_file(index, file, done)
    return done


def add_bundled(index: Index, done: Additions) -> None:
    """Take in the bundled collection, or what has changed in it."""
    for document in digests.bundled():
        _put(index, document, done)
    index.catalogue.keep(BUNDLED, digests.fingerprint())


def _add_file(index: Index, file: Path, done: Additions) -> None:
    try:
        for document in reading.read(file):
            _put(index, document, done)
    except UnreadableDocument as error:
        done.failed.append(Failure(error.source, error.why))
    except CatalogueError as error:
        done.failed.append(Failure(str(file), str(error)))


def _put(index: Index, document: Document, done: Additions) -> None:
    """Put a document in unless the very same content is there, under this or another path; what this path held before goes."""
    before = index.catalogue.find(source=document.source)
    same = index.catalogue.find(sha256=document.sha256)
    if same:
        if before and before.sha256 != document.sha256:
            index.catalogue.remove(before.document_id)
        done.unchanged.append(same.document_id)
        return
    document, replaces = _named_apart(index, document)
    index.put(document)
    (done.updated if before or replaces else done.added).append(document.id)


def _named_apart(index: Index, document: Document) -> tuple[Document, bool]:
    """The document under an id of its own where another source has taken the one it would have; true where it takes the
    other's place instead, because its ids are the record's own and it is another copy of the same sitting."""
    taken = index.catalogue.find(document_id=document.id)
    if not taken or taken.source == document.source:
        return document, False
    if not all(passage.id.startswith(f"{document.id}#") for passage in document.passages):
        return document, True
    return document.renamed(f"{document.id}-{document.sha256[:6]}"), False
