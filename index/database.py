"""The catalogue's SQLite file: its tables, opening it, and changes that happen wholly or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from index.errors import CatalogueError

SCHEMA_VERSION = 3
_SCHEMA = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE document (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, date TEXT, publisher TEXT, author TEXT, url TEXT,
    source TEXT NOT NULL, sha256 TEXT NOT NULL, added TEXT NOT NULL, derived INTEGER NOT NULL DEFAULT 0,
    edition INTEGER NOT NULL DEFAULT 0, learned INTEGER NOT NULL DEFAULT 0);
CREATE TABLE passage (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    ordinal INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, standing TEXT NOT NULL, speaker TEXT, date TEXT, rest TEXT NOT NULL);
CREATE TABLE chunk (
    key INTEGER PRIMARY KEY AUTOINCREMENT, passage_key INTEGER NOT NULL REFERENCES passage ON DELETE CASCADE,
    start INTEGER NOT NULL, stop INTEGER NOT NULL);
CREATE TABLE leftover (chunk_key INTEGER PRIMARY KEY);
CREATE TABLE redirect (old TEXT PRIMARY KEY, new TEXT NOT NULL);
CREATE TABLE definition (
    document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE, short TEXT NOT NULL, long TEXT NOT NULL, normal TEXT NOT NULL,
    count INTEGER NOT NULL);
CREATE INDEX definition_document ON definition (document_id);
CREATE INDEX definition_short ON definition (short);
CREATE INDEX definition_normal ON definition (normal);
CREATE INDEX document_source ON document (source);
CREATE INDEX document_sha256 ON document (sha256);
CREATE INDEX passage_document ON passage (document_id, ordinal);
CREATE INDEX passage_text ON passage (text);
CREATE INDEX passage_kind ON passage (kind, date);
CREATE INDEX passage_speaker ON passage (speaker);
CREATE INDEX chunk_passage ON chunk (passage_key);
"""
_MIGRATIONS = {
    1: ("CREATE TABLE redirect (old TEXT PRIMARY KEY, new TEXT NOT NULL)", "ALTER TABLE document ADD COLUMN edition INTEGER NOT NULL DEFAULT 0"),
    2: (
        "CREATE TABLE definition (document_id TEXT NOT NULL REFERENCES document ON DELETE CASCADE, short TEXT NOT NULL, long TEXT NOT NULL,"
        " normal TEXT NOT NULL, count INTEGER NOT NULL)",
        "CREATE INDEX definition_document ON definition (document_id)",
        "CREATE INDEX definition_short ON definition (short)",
        "CREATE INDEX definition_normal ON definition (normal)",
        "ALTER TABLE document ADD COLUMN learned INTEGER NOT NULL DEFAULT 0",
        "CREATE INDEX passage_speaker ON passage (speaker)",
    ),
}
"""What brings a file of that version to the next one."""


def connect(path: Path) -> sqlite3.Connection:
    """The file at ``path``, made if it is not there (WAL: readers are never in a writer's way). Raises `CatalogueError`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        db = sqlite3.connect(path, timeout=10, check_same_thread=False)
        db.execute("PRAGMA foreign_keys = ON")
        db.create_function("folded", 1, lambda text: text and text.casefold(), deterministic=True)  # SQLite's lower knows ASCII only
        _create(db)
        with suppress(sqlite3.OperationalError):  # locked: another process is making the same switch, which the file then keeps
            db.execute("PRAGMA journal_mode = WAL")
    except (OSError, sqlite3.Error) as error:
        raise CatalogueError(f"{path.parent}: cannot be used as home ({error}); name another with --home") from error
    return db


@contextmanager
def change(db: sqlite3.Connection) -> Iterator[None]:
    """A transaction: all that is done within, or nothing. Raises `CatalogueError` where the file cannot be written."""
    try:
        with db:
            db.execute("BEGIN IMMEDIATE")
            yield
    except sqlite3.IntegrityError as error:
        raise CatalogueError(f"the same passage is in the collection already under another document ({error}); remove that one first") from error
    except sqlite3.OperationalError as error:
        raise CatalogueError(f"the catalogue cannot be written ({error}); see that the home is writable and nobody else is writing") from error


def _create(db: sqlite3.Connection) -> None:
    if _version(db) != SCHEMA_VERSION:
        with db:
            db.execute("BEGIN IMMEDIATE")
            for statement in _statements(_version(db)):  # asked again: somebody else may have done it in the meantime
                db.execute(statement)
    if (version := _version(db)) != SCHEMA_VERSION:
        raise sqlite3.DatabaseError(f"made by another version of briefing, format {version}, this one reads {SCHEMA_VERSION}")


def _statements(version: int) -> list[str]:
    """What makes a file of that version one of the present version; nothing for one that is newer."""
    if version > SCHEMA_VERSION:
        return []
    steps = _SCHEMA.strip().removesuffix(";").split(";\n") if version == 0 else [s for v in range(version, SCHEMA_VERSION) for s in _MIGRATIONS[v]]
    return [*steps, f"PRAGMA user_version = {SCHEMA_VERSION}"]


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
