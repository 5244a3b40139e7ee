"""The SQLite file that stands beside a JSON file of questions and holds the texts that are cut in it.

Source of the format: a table ``Dict(key, value)`` as the ``sqlitedict`` package keeps it, the key a question's id in Parliament's API, the
value JSON with ``question_text`` and ``answer_text``. The file is opened read-only and never trusted: only a plain table is read, by
parameters, within a limit on what SQLite may do for it. Values that are no JSON (that package pickles by default) are left alone.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

_MOST_STEPS = 2_000_000  # of SQLite's machine for one text; reading one by its key takes about twenty
_LONGEST = 4 * 1024 * 1024  # bytes of one value
_TABLE = "SELECT count(*) FROM sqlite_master WHERE name = 'Dict' AND lower(sql) LIKE 'create table%'"


class FullTexts:
    """The full texts beside ``source``; without any where there is no such file or it cannot be read: ``why`` then says so."""

    def __init__(self, source: str) -> None:
        self.why: str | None = None
        self._database: sqlite3.Connection | None = None
        try:
            if Path(source).is_absolute() and (beside := Path(source).with_suffix(".sqlite")).is_file():
                self._database = _opened(beside)
        except (sqlite3.Error, OSError, ValueError, OverflowError):
            self._damaged()

    def of(self, identity: str) -> dict[str, str]:
        """The texts kept under a question's id: ``question_text``, ``answer_text`` or neither."""
        if self._database is None:
            return {}
        _limit(self._database)
        number = int(identity) if identity.isdecimal() and len(identity) < 19 else None
        keys = (identity.encode("utf-8", "replace"), identity, number)  # SQLite tells 1, '1' and x'31' apart
        try:
            found = self._database.execute("SELECT value FROM Dict WHERE key IN (?, ?, ?) LIMIT 1", keys).fetchone()
        except (sqlite3.Error, MemoryError, OverflowError):
            self._damaged()
            return {}
        return _texts(found[0]) if found else {}

    def close(self) -> None:
        """Close the file."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def _damaged(self) -> None:
        self.close()
        self.why = "the file of full texts beside it cannot be read"


def _opened(path: Path) -> sqlite3.Connection:
    database = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, isolation_level=None)
    try:
        database.text_factory = bytes
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        _limit(database)
        database.execute("PRAGMA trusted_schema = OFF")
        if not database.execute(_TABLE).fetchone()[0]:
            raise sqlite3.DatabaseError("no table Dict")
    except (sqlite3.Error, MemoryError) as error:
        database.close()
        raise sqlite3.DatabaseError(str(error)) from error
    return database


def _limit(database: sqlite3.Connection) -> None:
    database.set_progress_handler(lambda: 1, _MOST_STEPS)


def _texts(value: object) -> dict[str, str]:
    try:
        kept = json.loads(value) if isinstance(value, bytes | str) else None
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {name: text for name in ("question_text", "answer_text") if isinstance(text := kept.get(name), str)}
