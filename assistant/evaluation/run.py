"""Asks every question of known-answer files, as a reader would, and keeps what came."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from assistant.answer import Answer
from assistant.evaluation.gold import Ranked, Right, Way, of_hits, right_passages
from assistant.evaluation.homes import Collection, Homes
from assistant.evaluation.known import KnownAnswer, KnownFile
from index.derived import Progress

OURS = "ours"
DEPTH = 20  # how far down a search is looked at


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one question: for each way of searching the first `DEPTH` passages, and the answer."""

    file: Path
    known: KnownAnswer
    right: Right
    found: dict[str, Sequence[Ranked]]
    answer: Answer

    @property
    def kind(self) -> str | None:
        """The kind of source that answers: the one the file says, else that of the first right passage (a digest's is its original's)."""
        if self.known.kind or not self.right.entries:
            return self.known.kind
        return next(iter(self.right.entries.values())).passage.standing.value


@dataclass(frozen=True, slots=True)
class Watchers:
    """Who is told how far embedding and asking are."""

    embedding: Callable[[], Progress | None] = lambda: None
    asking: Progress | None = None


def ask(files: Sequence[KnownFile], homes: Homes, *, baselines: bool = False, watchers: Watchers | None = None) -> list[Outcome]:
    """The outcome of every question of every file. Raises `BadKnownAnswers` before anything is asked where a gold or a document cannot be found."""
    watchers = watchers or Watchers()
    collections = [homes.of(file) for file in files]
    right = [right_passages(file, collection) for file, collection in zip(files, collections, strict=True)]
    total, told = sum(len(file.questions) for file in files), list[Outcome]()
    with ExitStack() as closing:
        ways: dict[int, dict[str, Way]] = {}
        for file, collection, rights in zip(files, collections, right, strict=True):
            collection.index.settle(watchers.embedding())
            if id(collection) not in ways:
                ways[id(collection)] = {OURS: ours(collection), **(_plain(collection, closing, watchers) if baselines else {})}
            for known, meant in zip(file.questions, rights, strict=True):
                told.append(outcome(file.path, known, meant, collection, ways[id(collection)]))
                if watchers.asking:
                    watchers.asking(len(told), total)
    return told


def outcome(file: Path, known: KnownAnswer, right: Right, collection: Collection, ways: dict[str, Way]) -> Outcome:
    """What comes of one question."""
    from assistant.chain import AnswerChain, Asked

    answer = AnswerChain(collection.index).invoke(Asked(known.question, filters=collection.filters))
    return Outcome(file, known, right, {name: search(known.question) for name, search in ways.items()}, answer)


def ours(collection: Collection) -> Way:
    """Our own search over a collection."""
    return lambda question: of_hits(collection.index.search(question, DEPTH, collection.filters))


def _plain(collection: Collection, closing: ExitStack, watchers: Watchers) -> dict[str, Way]:
    from assistant.evaluation.baselines import Baselines

    folder = closing.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
    plain = Baselines(collection, Path(folder), watchers.embedding())
    closing.callback(plain.close)
    return plain.ways
