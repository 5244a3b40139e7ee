"""The collections that known-answer files are asked of: the user's own, or one of the file's documents alone."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType

from assistant import library
from assistant.evaluation.known import BadKnownAnswers, KnownFile
from assistant.settings import Settings
from index.embed import Embedder
from index.filters import NO_LIMITS, Filters
from index.rows import Entry, Listed
from index.search import Index


@dataclass(frozen=True, slots=True)
class Collection:
    """An index to be asked, and the limits of what counts as in it (``--no-bundled``)."""

    index: Index
    filters: Filters = NO_LIMITS

    def documents(self) -> list[Listed]:
        """The documents within the limits."""
        return [d for d in self.index.documents() if not (self.filters.without_bundled and d.source.startswith("bundled:"))]

    def passages(self, document_id: str) -> Iterator[Entry]:
        """The passages of a document, in order."""
        before = None
        for _, entry, _ in self.index.catalogue.chunks_of(document_id):
            if entry.passage.id != before:
                yield entry
            before = entry.passage.id


class Homes:
    """Opens what known-answer files are asked of, each once, with one embedding model; closes all at the end (``with``)."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._open: dict[tuple[str, ...], Collection] = {}
        self._embedder: Embedder | None = None
        self._closing = ExitStack()

    def __enter__(self) -> Homes:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of everything; temporary homes are deleted."""
        self._closing.close()
        self._open.clear()

    def of(self, file: KnownFile) -> Collection:
        """The collection a file is asked of, its documents read but perhaps not yet embedded. Raises `BadKnownAnswers` for documents that cannot be."""
        places = tuple(_beside(file.path, place) for place in file.documents)
        if places not in self._open:
            self._open[places] = self._of_documents(file.path, places) if places else self._of_user()
        return self._open[places]

    def _of_user(self) -> Collection:
        return Collection(self._index(self._settings), Filters(without_bundled=not self._settings.bundled))

    def _of_documents(self, path: Path, places: tuple[str, ...]) -> Collection:
        home = Path(self._closing.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True)))
        index = self._index(replace(self._settings, home=home, bundled=False))
        done = library.add(index, list(places))
        if done.failed:
            raise BadKnownAnswers(*(f"{path}: documents: {failure.source}: {failure.error}" for failure in done.failed))
        return Collection(index)

    def _index(self, settings: Settings) -> Index:
        index = library.open_index(settings)
        self._closing.callback(index.close)
        self._embedder = index.embedder = self._embedder or index.embedder  # one model in memory, however many collections
        return index


def _beside(file: Path, place: str) -> str:
    named = place == library.BUNDLED or place.lower().startswith(("http://", "https://"))
    return place if named else str((file.parent / place).resolve())
