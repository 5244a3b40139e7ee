"""The two indexes derived from the catalogue, the vectors and the words: opened, brought up to date, checked, made anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from index.catalogue import Catalogue
from index.chunk import Chunk
from index.context import ANSWERS, CONTEXT_FORM, context_line
from index.embed import Embedder
from index.errors import IndexDamaged
from index.filters import NO_LIMITS
from index.rows import Entry

if TYPE_CHECKING:
    from index.vectors import VectorStore
    from index.whitening import Whitening
    from index.words import KeywordIndex

_VECTORS, _WORDS = "vectors", "words"  # folders of the home
_BATCH = 256  # chunks embedded between two signs of progress
_SAMPLE = 1000  # vectors that tell what all have in common

Progress = Callable[[int, int], None]
"""Called with the chunks embedded so far and their number in all."""


class Derived:
    """``vectors/`` and ``words/`` of a home. Nothing is loaded before it is needed."""

    def __init__(self, home: Path, catalogue: Catalogue, embedder: Embedder) -> None:
        self.home = home
        self.catalogue = catalogue
        self.embedder = embedder
        self._opened: tuple[VectorStore, KeywordIndex] | None = None
        self._common: tuple[int, Whitening] | None = None

    def close(self) -> None:
        """Let go of both folders."""
        if self._opened is not None:
            self._opened[0].close()
            self._opened = None

    def context(self, entry: Entry) -> str:
        """The passage's line of context, with what it answers."""
        passage = entry.passage
        asked = self.catalogue.passage(passage.reply_to) if passage.reply_to and passage.kind in ANSWERS else None
        return context_line(entry.title, passage, asked.passage.text if asked else None)

    def open(self) -> tuple[VectorStore, KeywordIndex]:
        """Both indexes. Raises `IndexDamaged`."""
        if self._opened is None:
            from index.vectors import VectorStore
            from index.words import KeywordIndex

            vectors = None
            try:
                vectors = VectorStore(self.home / _VECTORS)
                self._opened = vectors, KeywordIndex(self.home / _WORDS)
            except Exception as error:  # both libraries raise what they like at a damaged folder
                if vectors:
                    vectors.close()
                raise IndexDamaged(f"{self.home}: the search index cannot be opened ({type(error).__name__}); run: briefing index check --repair") from error
        return self._opened

    def whitening(self) -> Whitening | None:
        """What the vectors have in common, by a sample spread evenly over them; ``None`` where there are none."""
        from index.whitening import Whitening

        vectors, _ = self.open()
        if self._common is None or self._common[0] != len(vectors):
            keys = sorted(self.catalogue.chunk_keys(NO_LIMITS))
            held, sample = vectors.of(keys[:: 1 + len(keys) // _SAMPLE])
            self._common = (len(vectors), Whitening.of(sample)) if held else None
        return self._common[1] if self._common else None

    def settle(self, progress: Progress | None = None) -> None:
        """Bring the derived indexes to where the catalogue is: forget what is gone, embed what is new."""
        self._same_form()
        self.catalogue.glossary.settle()
        if self._opened is None and not all((self.home / name).is_dir() for name in (_VECTORS, _WORDS)):
            self.catalogue.pending.everything()
        leftovers, waiting = self.catalogue.pending.leftovers(), self.catalogue.pending.documents()
        if not leftovers and not waiting:
            return
        self._common = None
        vectors, words = self.open()
        if leftovers:
            vectors.forget(leftovers)
            words.forget(leftovers)
            self.catalogue.pending.forgotten(leftovers)
        held = vectors.keys() & words.keys() if waiting else set()  # of a document that a stop cut short
        done, total = 0, self.catalogue.chunk_count(waiting)
        for document_id in waiting:
            own = self.catalogue.chunks_of(document_id)
            left = [chunk for chunk in own if chunk[0] not in held]
            done += len(own) - len(left)
            for start in range(0, len(left), _BATCH):
                self._derive(left[start : start + _BATCH], vectors, words)
                done += len(left[start : start + _BATCH])
                if progress:
                    progress(done, total)
            self.catalogue.pending.taken_in(document_id)

    def check(self) -> list[str]:
        """What is wrong between the catalogue and the derived indexes, a line each; nothing: an empty list."""
        vectors, words = self.open()
        wanted = set(self.catalogue.chunk_keys(NO_LIMITS))
        waiting = self.catalogue.pending.documents()
        found = [f"{len(waiting)} {'document waits' if len(waiting) == 1 else 'documents wait'} to be indexed"] if waiting else []
        for name, held in (("vectors", vectors.keys()), ("words", words.keys())):
            if missing := wanted - held:
                found.append(f"{name}: {len(missing)} chunks missing")
            if extra := held - wanted:
                found.append(f"{name}: {len(extra)} chunks of no passage")
        return found

    def rebuild(self, progress: Progress | None = None) -> None:
        """Make the derived indexes anew from the catalogue."""
        self.catalogue.pending.everything()  # first: cut short after this line, the next run finishes the work
        self.close()
        for name in (_VECTORS, _WORDS):
            shutil.rmtree(self.home / name, ignore_errors=True)
        self.settle(progress)

    def _derive(self, chunks: list[tuple[int, Entry, Chunk]], vectors: VectorStore, words: KeywordIndex) -> None:
        from index.words import Words

        keys = [key for key, _, _ in chunks]
        texts = [entry.passage.text[chunk.start : chunk.stop] for _, entry, chunk in chunks]
        lines = [self.context(entry) for _, entry, _ in chunks]
        vectors.put(keys, self.embedder.encode([f"{line}\n{text}" for line, text in zip(lines, texts, strict=True)]))
        words.put([Words(key, text, line) for key, text, line in zip(keys, texts, lines, strict=True)])

    def _same_form(self) -> None:
        """Vectors of two models, or of two forms of the context line, cannot be compared: with another than the last everything is embedded anew."""
        before, now = self.catalogue.setting("embedding model"), f"{self.embedder.name}, {CONTEXT_FORM}"
        if before == now:
            return
        if before is not None:
            vectors, words = self.open()
            vectors.clear()
            words.clear()
            self.catalogue.pending.everything()
        self.catalogue.keep("embedding model", now)
