"""The catalogue: documents, passages and chunks in SQLite, the one source of truth.

The vector store and the keyword index are derived from it. What they still have to take in or forget (`Pending`) is written in
the same transaction as the change itself, so that a run cut short is finished by the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from corpus.document import Document, Mark, Passage
from corpus.reading import EDITION
from index import redirects
from index.chunk import Chunk, chunks
from index.database import change, connect
from index.filters import Filters
from index.glossary import Glossary
from index.pending import Pending
from index.rows import COLUMNS, Entry, Listed, entry, rest
from index.survey import Survey

_Key = TypeVar("_Key", int, str)


class Catalogue:
    """Documents and passages in the SQLite file at ``path``. Raises `CatalogueError` where it cannot be opened or written."""

    def __init__(self, path: Path) -> None:
        self._db = connect(path)
        self.pending = Pending(self._db)
        self.survey = Survey(self._db)
        self.glossary = Glossary(self._db)

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    # settings ------------------------------------------------------------------------------------------------------

    def setting(self, name: str) -> str | None:
        """The value kept under ``name``, or ``None``."""
        row = self._db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def keep(self, name: str, value: str) -> None:
        """Keep a value under ``name``."""
        with change(self._db):
            self._db.execute("INSERT INTO setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", (name, value))

    # documents -----------------------------------------------------------------------------------------------------

    def replace(self, document: Document) -> None:
        """Put a document in, in place of the one with its id or its source; one transaction, all or nothing."""
        with change(self._db):
            for (old,) in self._db.execute("SELECT id FROM document WHERE id = ? OR source = ?", (document.id, document.source)).fetchall():
                self._forget(old)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            self._db.execute(
                "INSERT INTO document VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, 0)",
                (document.id, document.title, document.kind, document.date, document.publisher, document.author, document.url,
                 document.source, document.sha256, now, EDITION),
            )  # fmt: skip
            for passage in document.passages:
                self._put(passage)
            redirects.keep(self._db, document.redirects)

    def supersede(self, document: Document) -> None:
        """Take out what a superseded document put in when it was the latest, and keep which ids took the place of its own."""
        with change(self._db):
            for (old,) in self._db.execute("SELECT id FROM document WHERE id = ? OR source = ?", (document.id, document.source)).fetchall():
                self._forget(old)
            redirects.keep(self._db, document.redirects)

    def remove(self, document_id: str) -> bool:
        """Take a document out with all its passages; ``False`` if there is none of that id."""
        with change(self._db):
            return self._forget(document_id)

    def documents(self) -> list[Listed]:
        """Every document, by title."""
        return self._listed()

    def same(self, sha256: str) -> Listed | None:
        """The document of that hash, if it was read by readers as good as the present ones."""
        return next(iter(self._listed("WHERE d.sha256 = ? AND d.edition = ?", (sha256, EDITION))), None)

    def find(self, *, source: str | None = None, sha256: str | None = None, document_id: str | None = None) -> Listed | None:
        """The document of that source, hash or id."""
        wanted = (source, sha256, document_id)
        return next(iter(self._listed("WHERE d.source = ? OR d.sha256 = ? OR d.id = ?", wanted)), None)

    # passages ------------------------------------------------------------------------------------------------------

    def passage(self, passage_id: str) -> Entry | None:
        """The passage of that id, or the one that took its place, or the first of the speech of that id."""
        exact = self._entries("p.id = ?", (passage_id,))
        if not exact and (now := redirects.present(self._db, passage_id)):
            exact = self._entries("p.id = ?", (now,))
        return next(iter(exact), None)

    def held_elsewhere(self, document: Document) -> set[str]:
        """Ids of the document's passages that stand in another document already."""
        found: set[str] = set()
        for batch in _batches(passage.id for passage in document.passages):
            marks = ",".join("?" * len(batch))
            where = f"id IN ({marks}) AND document_id IN (SELECT id FROM document WHERE id != ? AND source != ?)"
            found |= {row[0] for row in self._db.execute(f"SELECT id FROM passage WHERE {where}", [*batch, document.id, document.source])}
        return found

    def neighbours(self, passage: Passage, reach: int = 1) -> list[Passage]:
        """The passages up to ``reach`` places above and below in the same document, itself included, in order."""
        where = "p.document_id = ? AND p.ordinal BETWEEN ? AND ?"
        found = self._entries(where, (passage.document_id, passage.ordinal - reach, passage.ordinal + reach))
        return sorted((entry.passage for entry in found), key=lambda p: p.ordinal)

    def replies(self, passage: Passage) -> list[Entry]:
        """The passages of the same document that reply to this one, in order; to a question answered together with the one before it,
        those that reply to the first of the group."""
        first = self._first_of_group(passage)
        found = self._entries("p.document_id = ? AND json_extract(p.rest, '$.reply_to') = ?", (first.document_id, first.id))
        return sorted(found, key=lambda entry: entry.passage.ordinal)

    def by_chunk(self, keys: Iterable[int]) -> dict[int, tuple[Entry, Chunk]]:
        """For chunk keys: the passage each belongs to and its place in it. Keys that are gone are left out."""
        found: dict[int, tuple[Entry, Chunk]] = {}
        for batch in _batches(keys):
            marks = ",".join("?" * len(batch))
            rows = self._db.execute(
                f"SELECT c.key, c.start, c.stop, {COLUMNS} FROM chunk c JOIN passage p ON p.key = c.passage_key"
                f" JOIN document d ON d.id = p.document_id WHERE c.key IN ({marks})",
                batch,
            )
            for key, start, stop, *row in rows:
                found[key] = (entry(row), Chunk(start, stop))
        return found

    def chunk_keys(self, filters: Filters) -> list[int]:
        """The keys of the chunks whose passages pass the filters."""
        where, values = filters.sql()
        rows = self._db.execute(f"SELECT c.key FROM chunk c JOIN passage p ON p.key = c.passage_key WHERE {where}", values)
        return [row[0] for row in rows]

    def chunks_of(self, document_id: str) -> list[tuple[int, Entry, Chunk]]:
        """Every chunk of a document with its key and passage, in order."""
        keys = [row[0] for row in self._db.execute(
            "SELECT c.key FROM chunk c JOIN passage p ON p.key = c.passage_key WHERE p.document_id = ? ORDER BY p.ordinal, c.start", (document_id,)
        )]  # fmt: skip
        found = self.by_chunk(keys)
        return [(key, *found[key]) for key in keys]

    def chunk_count(self, document_ids: Iterable[str]) -> int:
        """How many chunks these documents have together."""
        counted = "SELECT count(*) FROM chunk c JOIN passage p ON p.key = c.passage_key WHERE p.document_id = ?"
        return sum(self._db.execute(counted, (identity,)).fetchone()[0] for identity in document_ids)

    # inside --------------------------------------------------------------------------------------------------------

    def _forget(self, document_id: str) -> bool:
        self._db.execute(
            "INSERT OR IGNORE INTO leftover SELECT c.key FROM chunk c JOIN passage p ON p.key = c.passage_key WHERE p.document_id = ?", (document_id,)
        )
        return self._db.execute("DELETE FROM document WHERE id = ?", (document_id,)).rowcount > 0

    def _first_of_group(self, passage: Passage) -> Passage:
        where = "p.document_id = ? AND p.ordinal = (SELECT max(ordinal) FROM passage WHERE document_id = ? AND ordinal < ? AND {})"
        where = where.format(f"json_extract(rest, '$.mark') IS NOT '{Mark.GROUPED}'")
        if passage.mark is not Mark.GROUPED:
            return passage
        return next((e.passage for e in self._entries(where, (passage.document_id, passage.document_id, passage.ordinal))), passage)

    def _put(self, passage: Passage) -> None:
        cursor = self._db.execute(
            "INSERT INTO passage (id, document_id, ordinal, text, kind, standing, speaker, date, rest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (passage.id, passage.document_id, passage.ordinal, passage.text, passage.kind, passage.standing,
             passage.about.speaker if passage.about else passage.speaker, passage.date, rest(passage)),
        )  # fmt: skip
        pieces = [(cursor.lastrowid, chunk.start, chunk.stop) for chunk in chunks(passage.text)]
        self._db.executemany("INSERT INTO chunk (passage_key, start, stop) VALUES (?, ?, ?)", pieces)

    def _listed(self, where: str = "", values: tuple[Any, ...] = ()) -> list[Listed]:
        rows = self._db.execute(
            "SELECT d.id, d.title, d.kind, d.date, d.publisher, d.source, count(p.key), d.sha256, d.added"
            f" FROM document d LEFT JOIN passage p ON p.document_id = d.id {where} GROUP BY d.id ORDER BY d.title",
            values,
        )
        return [Listed(*row) for row in rows]

    def _entries(self, where: str, values: tuple[Any, ...]) -> list[Entry]:
        rows = self._db.execute(f"SELECT {COLUMNS} FROM passage p JOIN document d ON d.id = p.document_id WHERE {where}", values)
        return [entry(row) for row in rows]


def _batches(keys: Iterable[_Key], size: int = 500) -> Iterator[list[_Key]]:
    every = list(keys)
    for start in range(0, len(every), size):
        yield every[start : start + size]
