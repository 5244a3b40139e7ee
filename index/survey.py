"""What the collection holds as a whole: who speaks in it, of what kinds it is, and from when."""

from __future__ import annotations

import sqlite3

from corpus.document import About
from index.filters import Filters


class Survey:
    """Questions about all passages in the catalogue's file ``db``."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def people(self) -> list[str]:
        """Every person who speaks in the collection or is digested in it: speakers that are no bodies."""
        rows = self._db.execute(  # name by name, so that few passages are unpacked
            "SELECT speaker FROM (SELECT DISTINCT speaker FROM passage WHERE speaker IS NOT NULL) s WHERE EXISTS"
            " (SELECT 1 FROM passage p WHERE p.speaker = s.speaker AND p.speaker IS NOT json_extract(p.rest, '$.body'))"
        )
        return [row[0] for row in rows]

    def coverage(self, filters: Filters) -> tuple[int, list[tuple[str, int]], list[str]]:
        """Of the passages that pass the filters: how many documents, passages by kind (a digest's is its original's), most
        first, and the different dates, earliest first."""
        where, values = filters.sql()
        (documents,) = self._db.execute(f"SELECT count(DISTINCT p.document_id) FROM passage p WHERE {where}", values).fetchone()
        kinds = self._db.execute(f"SELECT p.standing, count(*) AS n FROM passage p WHERE {where} GROUP BY 1 ORDER BY n DESC", values).fetchall()
        dates = self._db.execute(f"SELECT DISTINCT p.date FROM passage p WHERE {where} AND p.date IS NOT NULL ORDER BY 1", values)
        return documents, kinds, [row[0] for row in dates]

    def holds_original(self, about: About) -> bool:
        """True where passages of the source that a digest sums up (its kind, body and date) are here themselves."""
        where = "kind = ? AND date IS ? AND json_extract(rest, '$.body') IS ?"
        return self._db.execute(f"SELECT 1 FROM passage WHERE {where} LIMIT 1", (about.kind, about.date, about.body)).fetchone() is not None
