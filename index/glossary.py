"""What abbreviations stand for in the documents of a home, learned from them, and what a question is looked for as besides."""

from __future__ import annotations

import sqlite3
from collections import Counter

from index.abbreviations import definitions, meanings, normal, phrases, short_forms
from index.database import change
from index.spelling import Alternative

_FORM = 1
"""Raised when more or other definitions are learned than before: every document is then read for them again."""


class Glossary:
    """Definitions by document in the catalogue's file ``db``; they go with their document."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def settle(self) -> None:
        """Learn from the documents not learned from yet."""
        for (document_id,) in self._db.execute("SELECT id FROM document WHERE learned < ?", (_FORM,)).fetchall():
            with change(self._db):
                self._learn(document_id)

    def alternatives(self, question: str) -> list[Alternative]:
        """For each short form in the question what it stands for, and for each long form its short one. Case tells *WHO* from *who*."""
        found = [Alternative(short, long) for short in short_forms(question) for long in self._known("long", "short", short)]
        covered: list[str] = []
        for phrase in sorted(phrases(question), key=len, reverse=True):
            shorts = [] if any(phrase in longer for longer in covered) else self._known("short", "normal", phrase)
            covered += [phrase] if shorts else []
            found += [Alternative(phrase, short) for short in shorts[:1]]
        return found

    def _known(self, wanted: str, by: str, value: str) -> list[str]:
        """Of the definitions whose column ``by`` has that value, the most frequent of the column ``wanted``."""
        group = "normal" if wanted == "long" else wanted
        rows = self._db.execute(f"SELECT {wanted}, sum(count) FROM definition WHERE {by} = ? GROUP BY {group}", (value,)).fetchall()
        return meanings(rows)

    def _learn(self, document_id: str) -> None:
        texts = self._db.execute("SELECT text FROM passage WHERE document_id = ?", (document_id,))
        learned = Counter(definition for (text,) in texts for definition in definitions(text))
        self._db.execute("DELETE FROM definition WHERE document_id = ?", (document_id,))
        rows = [(document_id, each.short, each.long, normal(each.long), count) for each, count in learned.items()]
        self._db.executemany("INSERT INTO definition VALUES (?, ?, ?, ?, ?)", rows)
        self._db.execute("UPDATE document SET learned = ? WHERE id = ?", (_FORM, document_id))
