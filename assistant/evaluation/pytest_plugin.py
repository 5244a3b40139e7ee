"""``*.known.toml`` (or ``.known.jsonl``) files as tests, a question each, with one line in the conftest at the root::

    pytest_plugins = ["assistant.evaluation.pytest_plugin"]

An answerable question passes where a right passage is among the first ``within`` (5, or as the file says); an unanswerable one where it
is refused. Asked is what the file names in ``documents``, else the collection in ``$BRIEFING_HOME``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from assistant.evaluation.gold import Ranked, Right, right_passages
from assistant.evaluation.homes import Collection, Homes
from assistant.evaluation.known import BadKnownAnswers, KnownAnswer, KnownFile
from assistant.evaluation.loading import load
from assistant.settings import Settings
from index.embed import ModelUnavailable
from index.errors import IndexUnusable

_HOMES = pytest.StashKey[Homes]()
_ENDINGS = (".known.toml", ".known.jsonl")


class WrongAnswer(Exception):
    """A question that did not go as its file says; the text is what pytest shows."""


class Questions(pytest.File):
    """A known-answer file."""

    known: KnownFile
    _asked: tuple[Collection, list[Right]] | None = None

    def collect(self) -> Iterable[pytest.Item]:
        """A test a question."""
        try:
            self.known = load(self.path)
        except BadKnownAnswers as error:
            raise self.CollectError(str(error)) from error
        for number, known in enumerate(self.known.questions):
            yield Question.from_parent(self, name=known.question, number=number)

    def asked(self) -> tuple[Collection, list[Right]]:
        """The collection, ready to be searched, and for each question its right passages."""
        if self._asked is None:
            collection = self.config.stash[_HOMES].of(self.known)
            self._asked = collection, right_passages(self.known, collection)
            collection.index.settle()
        return self._asked


class Question(pytest.Item):
    """A question of a known-answer file."""

    def __init__(self, *, number: int, name: str, parent: Questions) -> None:
        super().__init__(name, parent)
        self.number, self.file = number, parent

    @property
    def known(self) -> KnownAnswer:
        """The question with its gold."""
        return self.file.known.questions[self.number]

    def runtest(self) -> None:
        """Ask it. Raises `WrongAnswer`."""
        collection, rights = self.file.asked()
        if self.known.answerable:
            self._find(collection, rights[self.number])
        else:
            self._refuse(collection)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """What went wrong, without a traceback where that is the file's or the collection's."""
        if isinstance(excinfo.value, (WrongAnswer, BadKnownAnswers, IndexUnusable, ModelUnavailable)):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where it stands."""
        return self.path, None, self.name

    def _find(self, collection: Collection, right: Right) -> None:
        from assistant.evaluation.run import ours

        found, within = ours(collection)(self.known.question), self.file.known.within
        if right.rank_in(found, within) is None:
            rank = right.rank_in(found, len(found))
            where = f"stands at {rank}" if rank else "was not found"
            raise WrongAnswer("\n".join([f"{self.known.question}", f"the right passage {where}; the first {within} are:", *map(_line, found[:within])]))

    def _refuse(self, collection: Collection) -> None:
        from assistant.chain import AnswerChain, Asked

        answer = AnswerChain(collection.index).invoke(Asked(self.known.question, filters=collection.filters))
        if not answer.abstained:
            told = [f"  {sentence.text}" for sentence in answer.sentences]
            raise WrongAnswer("\n".join([self.known.question, "nothing in the collection answers this, but it was answered:", *told]))


def pytest_configure(config: pytest.Config) -> None:
    """Have the collections at hand; none is opened before it is asked."""
    config.stash[_HOMES] = Homes(Settings.read())


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close the collections."""
    config.stash[_HOMES].close()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> Questions | None:
    """Take known-answer files in."""
    return Questions.from_parent(parent, path=file_path) if file_path.name.endswith(_ENDINGS) else None


def _line(ranked: Ranked) -> str:
    passage = ranked.entry.passage
    return f"  {passage.id}: {passage.text[:120]}"
