"""Where in the collection a draft's words may come from: candidates by search, each with the document that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from assistant.answer import Citation
from assistant.drafts.nearest import Nearest, nearest
from assistant.verify.quotations import holds
from assistant.verify.quotes import Quote
from assistant.verify.source import places, source
from assistant.verify.voices import Voice
from corpus.document import Passage
from corpus.pages import bodies
from index.filters import NO_LIMITS, Filters
from index.hits import Hit
from index.search import Index

_DEEP = 30  # passages looked at for a quotation
_WIDE = 15  # passages looked at for a statement, and again within what the one credited said
_READ = 8  # of these, the ones with most of its words that are read closely
_QUERY = 1_000  # characters of a query
_LEAST = 0.2  # share of a statement's words that a passage must have to be read


@dataclass
class Lookup:
    """A collection to be looked up in, within ``limits``. What was searched for once is kept."""

    index: Index
    limits: Filters = NO_LIMITS
    _seen: dict[tuple[str, int, Filters], list[Citation]] = field(default_factory=dict)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The surnames of everybody who speaks in the collection."""
        return frozenset(surname(person) for person in self.index.catalogue.survey.people())

    @cached_property
    def titles(self) -> frozenset[str]:
        """The titles of the documents."""
        return frozenset(document.title for document in self.index.documents())

    def asked_by(self, passage_id: str) -> str | None:
        """Who said a passage."""
        return self.index.speaker_of(passage_id)

    def holding(self, quote: Quote) -> list[Citation]:
        """The passages that hold a quotation to the letter, those of most authority first."""
        found = [each for each in self._near(quote.text, _DEEP, self.limits) if holds(quote, source(each))]
        return sorted(found, key=lambda each: each.passage.standing.authority)

    def nearest(self, quote: Quote) -> Nearest | None:
        """The real words that a quotation may have been meant to be."""
        return nearest(quote.text, self._near(quote.text, _DEEP, self.limits))

    def bearing(self, statement: str, credited: Sequence[Voice]) -> list[Citation]:
        """The passages that may bear a statement out, those with most of its words first; the first found of all, and of what each of those
        credited said, are among them whatever their words."""
        lists = [self._near(statement, _WIDE, limits) for limits in (*self._said_by(credited), self.limits)]
        once = {each.passage.id: each for found in lists for each in found}
        shares = {identity: share(statement, each) for identity, each in once.items()}
        kept = sorted((identity for identity in once if shares[identity] >= _LEAST), key=lambda identity: -shares[identity])[:_READ]
        return [once[identity] for identity in dict.fromkeys([*kept, *(found[0].passage.id for found in lists if found)])]

    def _said_by(self, credited: Sequence[Voice]) -> Iterator[Filters]:
        known = {body.name for body in bodies.known()}
        for voice in credited:
            yield from (replace(self.limits, speaker=surname(person)) for person in voice.persons if surname(person) in self.surnames)
            yield from (replace(self.limits, body=body) for body in voice.bodies if body in known)

    def _near(self, words: str, count: int, limits: Filters) -> list[Citation]:
        asked = words[:_QUERY]
        if (asked, count, limits) not in self._seen:
            self._seen[asked, count, limits] = [each for hit in self.index.search(asked, count, limits) for each in _citations(hit)]
        return self._seen[asked, count, limits]


def share(statement: str, citation: Citation) -> float:
    """The share of a statement's words that stand in one place of a passage, 0 to 1."""
    return places(statement, [source(citation)])[0].share


def surname(person: str) -> str:
    """*Keen* of *Lord Keen of Elie*."""
    return person.split(" of ")[0].split()[-1] if person.split(" of ")[0].split() else person


def _citations(hit: Hit) -> Iterator[Citation]:
    """The passage found, and those of the same words elsewhere, numbered by place until they are cited."""
    yield _citation(hit.passage, hit.title, hit.publisher)
    for other in hit.also_at:
        yield _citation(other.passage, other.title, other.publisher)


def _citation(passage: Passage, title: str, publisher: str | None) -> Citation:
    return Citation(1, passage, title, publisher)
