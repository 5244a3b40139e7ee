"""Known-answer tests: questions whose answering passages are known, and how often a search finds them.

A file is TOML with ``[[question]]`` tables: ``question``; ``gold``, of which any one counts, each a passage id or a table with
``words`` (a fragment of the passage) and optionally ``document`` (its id or file name); or ``unanswerable = true``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.document import fold
from index.rows import Entry


class BadKnownAnswers(Exception):
    """A known-answer file that cannot be used: which, where, and what to mend."""


@dataclass(frozen=True, slots=True)
class Gold:
    """One answering passage: by id, or by words of it (and the document they stand in)."""

    passage_id: str | None = None
    words: str | None = None
    document: str | None = None

    def is_at(self, entry: Entry) -> bool:
        """True where ``entry`` is the passage meant."""
        if self.passage_id:
            return entry.passage.id == self.passage_id
        here = self.document in (None, entry.passage.document_id, Path(entry.source).name)
        return here and fold(self.words or "") in entry.passage.text


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """A question and the passages any of which answers it; no gold: nothing in the collection does."""

    question: str
    gold: tuple[Gold, ...] = ()
    voice: str | None = None

    @property
    def answerable(self) -> bool:
        """True if the collection answers the question."""
        return bool(self.gold)


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How often a right passage stood among the first 1, 5 and 10, and the mean of 1/rank within 10; n questions."""

    hit1: float
    hit5: float
    hit10: float
    mrr10: float
    n: int


def load(path: Path) -> list[KnownAnswer]:
    """The questions of a known-answer file. Raises `BadKnownAnswers`."""
    try:
        rows = tomllib.loads(path.read_text("utf-8"))["question"]
        return [_known(row) for row in rows]
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BadKnownAnswers(f"{path}: is no known-answer file ({error!r}); see assistant/evaluate.py for its form") from error


def ranks(known: Iterable[KnownAnswer], search: Callable[[str], Sequence[Entry]]) -> list[int | None]:
    """For each answerable question the rank (from 1) of its first gold passage in what ``search`` gives, or ``None``."""
    found = []
    for answer in known:
        if answer.answerable:
            entries = search(answer.question)
            found.append(next((rank for rank, e in enumerate(entries, start=1) if any(g.is_at(e) for g in answer.gold)), None))
    return found


def retrieval(found: Sequence[int | None]) -> Retrieval:
    """The measures of some ranks."""
    n = max(len(found), 1)
    within = {depth: sum(rank is not None and rank <= depth for rank in found) / n for depth in (1, 5, 10)}
    return Retrieval(within[1], within[5], within[10], sum(1 / rank for rank in found if rank and rank <= 10) / n, len(found))


def _known(row: dict[str, Any]) -> KnownAnswer:
    gold = () if row.get("unanswerable") else tuple(_gold(entry) for entry in row["gold"])
    return KnownAnswer(row["question"], gold, row.get("voice"))


def _gold(entry: str | dict[str, str]) -> Gold:
    return Gold(passage_id=entry) if isinstance(entry, str) else Gold(words=entry["words"], document=entry.get("document"))
