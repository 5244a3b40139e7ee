"""What the derived indexes still have to take in or forget, as the catalogue's file keeps it."""

from __future__ import annotations

import sqlite3

from index.database import change


class Pending:
    """The work that is left for the vector store and the keyword index, in the catalogue's file ``db``."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def documents(self) -> list[str]:
        """Ids of the documents that the derived indexes have not taken in."""
        return [row[0] for row in self._db.execute("SELECT id FROM document WHERE derived = 0 ORDER BY rowid")]

    def leftovers(self) -> list[int]:
        """Chunk keys that the derived indexes have to forget."""
        return [row[0] for row in self._db.execute("SELECT chunk_key FROM leftover")]

    def taken_in(self, document_id: str) -> None:
        """Note that the derived indexes hold a document."""
        with change(self._db):
            self._db.execute("UPDATE document SET derived = 1 WHERE id = ?", (document_id,))

    def forgotten(self, keys: list[int]) -> None:
        """Note that the derived indexes have forgotten these chunks."""
        with change(self._db):
            self._db.executemany("DELETE FROM leftover WHERE chunk_key = ?", [(key,) for key in keys])

    def everything(self) -> None:
        """Note that the derived indexes have to take in everything anew."""
        with change(self._db):
            self._db.execute("UPDATE document SET derived = 0")
