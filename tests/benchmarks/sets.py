"""The collections, and the questions of known answer, that retrieval is measured on.

``pages``, ``pages far-worded``, ``bundled``, ``bundled far-worded``: our own known-answer files. ``written``: written questions with
their answers (``question``, ``answer`` = paragraphs); only the answers are indexed, each paragraph a passage; the question is asked without
“To ask …,”; an answer counts as one however many of its paragraphs are found, and so do identical answers. ``pairs``: questions and
answers of debates and written answers (``question``, ``question_id``, ``answer_id``) among all passages of their sources; the question's own
passages are left out of the ranking, and nothing says which passage answers which, unless ``replies`` is asked for.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.evaluation.known import Gold
from assistant.evaluation.loading import load
from corpus import reading
from corpus.document import Document, Kind, Passage, fold
from corpus.readers import digests
from corpus.unreadable import UnreadableDocument

ROOT = Path(__file__).resolve().parents[2]
_TO_ASK = re.compile(r"^To ask [^,]*,\s*")
# before 2010 no comma stands there
_TO_ASK_SOMEBODY = re.compile(r"^To ask .{3,120}?,?\s+(?=(?:what|how|if|when|whether|which|who|why|for what|pursuant|with reference)\b)")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question; which passages answer it, and which are left out of the ranking."""

    question: str
    right: Callable[[Passage], bool]
    left_out: Callable[[Passage], bool] = lambda passage: False


@dataclass(frozen=True, slots=True)
class Set:
    """A collection, its questions, and what counts as one when found."""

    name: str
    documents: tuple[Document, ...]
    questions: tuple[Asked, ...]
    group: Callable[[Passage], str] = lambda passage: passage.id


def chosen(questions: list[Asked], number: int) -> tuple[Asked, ...]:
    """``number`` of the questions at random, always the same."""
    return tuple(questions[i] for i in np.random.default_rng(1).permutation(len(questions))[:number])


def own(pages: Path | None) -> Iterator[Set]:
    """The sets of our own known-answer files; those of the saved pages only if there are any."""
    known = ROOT / "tests" / "known"
    if pages:
        yield _of_file("pages", reading.read(pages), known / "probation_pages.known.toml")
        yield _of_file("pages far-worded", reading.read(pages), known / "probation_pages_hard.known.toml")
    yield _of_file("bundled", digests.bundled(), ROOT / "corpus/bundled/questions.toml")
    yield _of_file("bundled far-worded", digests.bundled(), known / "bundled_hard.known.toml")


def written(path: Path, number: int) -> Set:
    """``number`` of the written questions at random, among all the answers."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    answers = dict.fromkeys(tuple(map(fold, row["answer"])) for row in rows)
    names = {answer: f"a{n}" for n, answer in enumerate(answers)}
    texts = [(f"{name}-{k}", name, text) for answer, name in names.items() for k, text in enumerate(answer) if text]
    passages = [Passage(f"w#{identity}", "w", ordinal, text, Kind.WRITTEN_QUESTION, name) for ordinal, (identity, name, text) in enumerate(texts)]
    asked = [Asked(_TO_ASK.sub("", fold(row["question"])), _locates(names[tuple(map(fold, row["answer"]))])) for row in rows]
    document = Document("w", "Written answers", Kind.WRITTEN_QUESTION, "/w", "0" * 64, tuple(passages))
    return Set("written", (document,), chosen(asked, number), lambda passage: passage.locator)


def pairs(path: Path, sources: Path, number: int, replies: bool) -> Set:
    """``number`` of the pairs at random, among all that is in ``sources``; with ``replies`` an answer is indexed with what was asked."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    documents = [_without_replies(d) if not replies else d for d in _readable(sources)]
    asked = [Asked(_TO_ASK_SOMEBODY.sub("", fold(" ".join(row["question"]))), _of([row["answer_id"]]), _of(row["question_id"])) for row in rows]
    held = {contribution(passage) for document in documents for passage in document.passages}
    there = [a for a, row in zip(asked, rows, strict=True) if row["answer_id"] in held]
    return Set("pairs, answers with what was asked" if replies else "pairs", tuple(documents), chosen(there, number), contribution)


def contribution(passage: Passage) -> str:
    """The id of the speech or answer that a parlparse paragraph belongs to."""
    return passage.id.rsplit("/", 1)[0]


def _readable(sources: Path) -> Iterator[Document]:
    held: dict[str, Document] = {}
    for source in reading.sources(sources):
        try:
            held.update({document.id: document for document in reading.read(source)})
        except UnreadableDocument as error:
            print(error)
    return iter(held.values())


def _without_replies(document: Document) -> Document:
    return replace(document, passages=tuple(replace(passage, reply_to=None) for passage in document.passages))


def _locates(locator: str) -> Callable[[Passage], bool]:
    return lambda passage: passage.locator == locator


def _of(contributions: list[str]) -> Callable[[Passage], bool]:
    return lambda passage: contribution(passage) in contributions


def _of_file(name: str, documents: list[Document], path: Path) -> Set:
    sources = {document.id: Path(document.source).name for document in documents}
    asked = [Asked(known.question, _any_of(known.gold, sources)) for known in load(path).questions if known.answerable]
    return Set(name, tuple(documents), tuple(asked))


def _any_of(golds: tuple[Gold, ...], sources: dict[str, str]) -> Callable[[Passage], bool]:
    return lambda passage: any(_meets(gold, passage, sources) for gold in golds)


def _meets(gold: Gold, passage: Passage, sources: dict[str, str]) -> bool:
    if gold.passage_id:
        return passage.id == gold.passage_id
    return gold.document in (None, passage.document_id, sources[passage.document_id]) and fold(gold.words or "") in passage.text
