"""The gold of a known-answer file as passages of a collection, and whether a passage found is one of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.evaluation.homes import Collection
from assistant.evaluation.known import BadKnownAnswers, Gold, KnownAnswer, KnownFile, named
from corpus.document import Passage, fold
from index.hits import Hit
from index.rows import Entry


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage at its place in a list of what was found, with those elsewhere of the same words, which count as it."""

    entry: Entry
    also_at: tuple[Entry, ...] = ()

    @property
    def all(self) -> tuple[Entry, ...]:
        """The passage and its doubles."""
        return (self.entry, *self.also_at)


@dataclass(frozen=True, slots=True)
class Right:
    """The right passages of a question: each with the gold it meets, by passage id."""

    golds: dict[str, Gold]
    entries: dict[str, Entry]

    @property
    def documents(self) -> set[str]:
        """Ids of the documents that hold a right passage."""
        return {entry.passage.document_id for entry in self.entries.values()}

    @property
    def texts(self) -> set[str]:
        """The words of the right passages."""
        return {entry.passage.text for entry in self.entries.values()}

    def rank_in(self, found: Sequence[Ranked], depth: int) -> int | None:
        """The rank, from 1, of the first right passage among the first ``depth``."""
        return next((rank for rank, ranked in enumerate(found[:depth], start=1) if self.met_by(ranked)), None)

    def met_by(self, ranked: Ranked) -> Gold | None:
        """The gold that a found passage, or its double, meets."""
        return next((self.golds[entry.passage.id] for entry in ranked.all if entry.passage.id in self.golds), None)


def of_hits(hits: Sequence[Hit]) -> tuple[Ranked, ...]:
    """The hits of a search as ranked passages."""
    return tuple(Ranked(Entry(hit.passage, hit.title, hit.publisher, hit.source), hit.also_at) for hit in hits)


def folded(entries: Sequence[Entry], k: int) -> tuple[Ranked, ...]:
    """The first ``k`` different texts of a plain list, doubles with the first of them, as a search of ours folds its hits."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.passage.text, []).append(entry)
    return tuple(Ranked(first, tuple(others)) for first, *others in list(groups.values())[:k])


def right_passages(file: KnownFile, collection: Collection) -> list[Right]:
    """For each question of a file its right passages; for an unanswerable one none.

    Raises `BadKnownAnswers` naming every gold that no passage of the collection meets, as it would silently count as a miss.
    """
    by_words = _by_words([gold for known in file.questions for gold in known.gold if gold.words], collection)
    found = [[(gold, by_words[gold] if gold.words else _by_id(gold, collection)) for gold in known.gold] for known in file.questions]
    if faults := [_missing(file, known, gold) for known, golds in zip(file.questions, found, strict=True) for gold, entries in golds if not entries]:
        raise BadKnownAnswers(*faults)
    return [_right(golds) for golds in found]


def wrongly_credited(gold: Gold, passage: Passage) -> bool | None:
    """True where a right passage is credited to another kind, speaker or date than the file says; ``None`` where it says nothing.

    A digest is of its original's kind too, and has its speaker. ``speaker`` is part of a name, in any case. Dates agree as far as
    both are given.
    """
    if not (gold.kind or gold.speaker or gold.date):
        return None
    speaker = (passage.about.speaker if passage.about else passage.speaker) or ""
    kind = not gold.kind or gold.kind in (passage.kind.value, passage.standing.value)
    named_so = not gold.speaker or fold(gold.speaker).casefold() in fold(speaker).casefold()
    date = not gold.date or (passage.date is not None and (gold.date.startswith(passage.date) or passage.date.startswith(gold.date)))
    return not (kind and named_so and date)


def _right(golds: Sequence[tuple[Gold, Sequence[Entry]]]) -> Right:
    met: dict[str, Gold] = {}
    entries: dict[str, Entry] = {}
    for gold, found in golds:
        for entry in found:
            met.setdefault(entry.passage.id, gold)
            entries[entry.passage.id] = entry
    return Right(met, entries)


def _by_id(gold: Gold, collection: Collection) -> list[Entry]:
    entry = collection.index.catalogue.passage(gold.passage_id or "")  # an id that was given up leads to the present one
    inside = entry and not (collection.filters.without_bundled and entry.source.startswith("bundled:"))
    return [entry] if entry and inside else []


def _by_words(golds: Sequence[Gold], collection: Collection) -> dict[Gold, list[Entry]]:
    found: dict[Gold, list[Entry]] = {gold: [] for gold in golds}
    for listed in collection.documents() if golds else []:
        here = [gold for gold in found if gold.document in (None, listed.document_id, Path(listed.source).name)]
        for entry in collection.passages(listed.document_id) if here else []:
            text = fold(entry.passage.text)
            for gold in here:
                if (gold.words or "") in text:
                    found[gold].append(entry)
    return found


def _missing(file: KnownFile, known: KnownAnswer, gold: Gold) -> str:
    where = "its documents" if file.documents else "the collection; add its document, or name it in documents ="
    return f"{file.path}: {named(known.place, known.question)}: gold {gold} is no passage of {where}"


Way = Callable[[str], Sequence[Ranked]]
"""A way of searching: a question in, passages out, best first."""
