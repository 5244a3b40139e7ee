"""Ids that were given up: a citation to one still opens the passage that took its place.

A revised sitting gets new ids, and the record says which became which (parlparse ``gidredirect``): of speeches, where ours are of
their paragraphs. So an id is looked up as it is, then as a speech, then without its last part, through as many revisions as there were.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable

_PARAGRAPH = re.compile(r"(?P<speech>.+)/(?P<number>x?\d+)")
_MOST = 50  # revisions of one day; more is a circle


def keep(db: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Keep which id took the place of which, within the caller's transaction."""
    db.executemany("INSERT INTO redirect VALUES (?, ?) ON CONFLICT DO UPDATE SET new = excluded.new", [(a, b) for a, b in pairs if a != b])


def present(db: sqlite3.Connection, identity: str) -> str | None:
    """The id of the passage that ``identity`` stands for today: a passage's or a speech's, given up or not; ``None`` if there is none."""
    whole = _newest(db, identity)
    candidates = [whole, _first_of(db, whole)]
    if paragraph := _PARAGRAPH.fullmatch(identity):
        speech = _newest(db, paragraph["speech"])
        candidates += [f"{speech}/{paragraph['number']}", _first_of(db, speech)]
    return next((found for found in candidates if found and _held(db, found)), None)


def _newest(db: sqlite3.Connection, identity: str) -> str:
    for _ in range(_MOST):
        row = db.execute("SELECT new FROM redirect WHERE old = ?", (identity,)).fetchone()
        if row is None:
            break
        identity = row[0]
    return identity


def _first_of(db: sqlite3.Connection, speech: str) -> str | None:
    """The first paragraph of a speech."""
    if "/" not in speech:
        return None
    where = "SELECT id FROM passage WHERE id > ? AND id < ? ORDER BY document_id, ordinal LIMIT 1"
    row = db.execute(where, (f"{speech}/", f"{speech}0")).fetchone()  # "0" follows "/"
    return str(row[0]) if row else None


def _held(db: sqlite3.Connection, identity: str) -> bool:
    return db.execute("SELECT 1 FROM passage WHERE id = ?", (identity,)).fetchone() is not None
