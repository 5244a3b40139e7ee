"""The way into the index: open a home, add, remove and search."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.document import Document, Passage
from index.catalogue import Catalogue
from index.chunk import Chunk
from index.context import context_line
from index.embed import Embedder
from index.errors import IndexDamaged
from index.filters import NO_LIMITS, Filters
from index.fuse import reciprocal_rank
from index.hits import Found, Hit, best_of, folded
from index.rows import Entry, Listed

if TYPE_CHECKING:
    from index.rerank import Look, Match, Reranker
    from index.vectors import VectorStore
    from index.words import KeywordIndex

_VECTORS, _WORDS = "vectors", "words"  # folders of the home
_CANDIDATES = 30  # passages that get a second look, if no more are asked for
_DEEP = 200  # chunks taken from each list before they become passages

Progress = Callable[[int, int], None]
"""Called with the chunks embedded so far and their number in all."""


class Index:
    """A home's passages, to be searched. The heavy parts are loaded when first needed.

    ``catalogue.sqlite`` is the truth; ``vectors/`` and ``words/`` beside it are derived and may be deleted.
    """

    def __init__(self, home: Path, embedder: Embedder, reranker: Callable[[Embedder, KeywordIndex], Reranker] | None = None) -> None:
        self.home = home
        self.catalogue = Catalogue(home / "catalogue.sqlite")
        self.embedder = embedder
        self._make_reranker = reranker or _late_interaction
        self._reranker: Reranker | None = None
        self._derived: tuple[VectorStore, KeywordIndex] | None = None

    def close(self) -> None:
        """Let go of the home."""
        if self._derived is not None:
            self._derived[0].close()
            self._derived = None
        self.catalogue.close()

    # what is in it -------------------------------------------------------------------------------------------------

    def put(self, document: Document) -> None:
        """Take a document into the catalogue only; `settle` or the next search embeds it."""
        self.catalogue.replace(document)

    def remove(self, document_id: str) -> bool:
        """Take a document out of the catalogue, and out of the rest at once; ``False`` if there is none of that id."""
        gone = self.catalogue.remove(document_id)
        if gone:
            self.settle()
        return gone

    def documents(self) -> list[Listed]:
        """Every document, by title."""
        return self.catalogue.documents()

    def settle(self, progress: Progress | None = None) -> None:
        """Bring the derived indexes to where the catalogue is: forget what is gone, embed what is new."""
        self._same_model()
        if self._derived is None and not all((self.home / name).is_dir() for name in (_VECTORS, _WORDS)):
            self.catalogue.pending.everything()
        leftovers, waiting = self.catalogue.pending.leftovers(), self.catalogue.pending.documents()
        if not leftovers and not waiting:
            return
        vectors, words = self._open()
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

    # search --------------------------------------------------------------------------------------------------------

    def search(self, question: str, k: int = 10, filters: Filters = NO_LIMITS) -> list[Hit]:
        """The ``k`` passages that answer best, the same words found twice as one hit."""
        self.settle()
        vectors, words = self._open()
        allowed = set(self.catalogue.chunk_keys(filters)) if filters else None
        by_words = dict(words.best(question, _DEEP, allowed))
        by_vector = dict(vectors.nearest(self.embedder.encode([question])[0], _DEEP, allowed))
        entries = {key: entry for key, (entry, _) in self.catalogue.by_chunk({*by_words, *by_vector}).items()}
        told = {entry.passage.id: entry for entry in entries.values()}
        words_of, vectors_of = best_of(by_words, entries), best_of(by_vector, entries)
        back = self._standing_back(told.values())
        fused = sorted(reciprocal_rank([list(words_of), list(vectors_of)]), key=lambda pair: pair[0] in back)[: max(k, _CANDIDATES)]
        looks = self._second_look(question, [told[i] for i, _ in fused], words_of)
        ranked = sorted(zip(fused, looks, strict=True), key=lambda pair: (pair[0][0] in back, -pair[1].score))
        found = [(told[i], Found(words_of.get(i), vectors_of.get(i), score, look)) for (i, score), look in ranked]
        return folded(found, k)

    def _standing_back(self, entries: Iterable[Entry]) -> set[str]:
        """Ids of the digests whose original the collection holds: the reader should see the words themselves first."""
        abouts = {entry.passage.id: entry.passage.about for entry in entries if entry.passage.about}
        held = {(a.kind, a.body, a.date): self.catalogue.survey.holds_original(a) for a in abouts.values()}
        return {identity for identity, a in abouts.items() if held[a.kind, a.body, a.date]}

    def match(self, question: str, texts: list[str]) -> list[tuple[Match, ...]]:
        """How well each text matches each word of the question."""
        from index.rerank import matches_of

        asked, *told = self.embedder.tokens([question, *texts])
        rarities = [self.rarity(word) for word in asked.words]
        return [matches_of(asked, rarities, text.vectors) for text in told]

    def replies(self, passage: Passage) -> list[Entry]:
        """The passages that reply to one, in order."""
        return self.catalogue.replies(passage)

    def speaker_of(self, passage_id: str) -> str | None:
        """Who said a passage; ``None`` for nobody named or an id that is not here."""
        entry = self.catalogue.passage(passage_id)
        return entry.passage.speaker if entry else None

    def holds(self, word: str) -> bool:
        """True where the word stands anywhere in the collection."""
        return self._open()[1].holds(word)

    def rarity(self, word: str) -> float:
        """How rare a word is in the collection (`KeywordIndex.rarity`)."""
        return self._open()[1].rarity(word)

    def _second_look(self, question: str, entries: list[Entry], words: dict[str, float]) -> list[Look]:
        from index.rerank import Candidate

        candidates = [Candidate(f"{context_line(e.title, e.passage)}\n{e.passage.text}", e.passage.text, words.get(e.passage.id, 0.0)) for e in entries]
        if self._reranker is None:
            self._reranker = self._make_reranker(self.embedder, self._open()[1])
        return self._reranker.look(question, candidates)

    # repair --------------------------------------------------------------------------------------------------------

    def check(self) -> list[str]:
        """What is wrong between the catalogue and the derived indexes, a line each; nothing: an empty list."""
        vectors, words = self._open()
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
        if self._derived is not None:
            self._derived[0].close()
            self._derived = self._reranker = None
        for name in (_VECTORS, _WORDS):
            shutil.rmtree(self.home / name, ignore_errors=True)
        self.settle(progress)

    # inside --------------------------------------------------------------------------------------------------------

    def _derive(self, chunks: list[tuple[int, Entry, Chunk]], vectors: VectorStore, words: KeywordIndex) -> None:
        from index.words import Words

        keys = [key for key, _, _ in chunks]
        texts = [entry.passage.text[chunk.start : chunk.stop] for _, entry, chunk in chunks]
        lines = [context_line(entry.title, entry.passage) for _, entry, _ in chunks]
        vectors.put(keys, self.embedder.encode([f"{line}\n{text}" for line, text in zip(lines, texts, strict=True)]))
        words.put([Words(key, text, line) for key, text, line in zip(keys, texts, lines, strict=True)])

    def _same_model(self) -> None:
        """Vectors of two models cannot be compared: with another model than the last one everything is embedded anew."""
        before = self.catalogue.setting("embedding model")
        if before == self.embedder.name:
            return
        if before is not None:
            vectors, words = self._open()
            vectors.clear()
            words.clear()
            self.catalogue.pending.everything()
        self.catalogue.keep("embedding model", self.embedder.name)

    def _open(self) -> tuple[VectorStore, KeywordIndex]:
        if self._derived is None:
            from index.vectors import VectorStore
            from index.words import KeywordIndex

            vectors = None
            try:
                vectors = VectorStore(self.home / _VECTORS)
                self._derived = vectors, KeywordIndex(self.home / _WORDS)
            except Exception as error:  # both libraries raise what they like at a damaged folder
                if vectors:
                    vectors.close()
                raise IndexDamaged(f"{self.home}: the search index cannot be opened ({type(error).__name__}); run: briefing index check --repair") from error
        return self._derived


_BATCH = 256  # chunks embedded between two signs of progress


def _late_interaction(embedder: Embedder, words: KeywordIndex) -> Reranker:
    from index.rerank import LateInteraction

    return LateInteraction(embedder, words.rarity)
