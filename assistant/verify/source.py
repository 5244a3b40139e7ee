"""A cited passage made ready: its sentences, what is known of it besides its words, and where in it a claim may rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.evidence import EvidenceLike
from assistant.verify.words import stems
from corpus.dates import in_words
from corpus.document import Passage
from index.chunk import sentences as spans


@dataclass(frozen=True, slots=True)
class Source:
    """A cited passage: its number, the passage, its document's title and publisher, its sentences, and ``about`` it (names and headings).

    ``voiced`` is false for a bare text of which nobody knows who said it.
    """

    number: int
    passage: Passage
    title: str
    publisher: str | None
    sentences: tuple[str, ...]
    about: tuple[str, ...]
    voiced: bool = True

    @property
    def text(self) -> str:
        """The passage's words."""
        return self.passage.text

    def near(self, at: int) -> str:
        """The sentence ``at`` with its neighbours."""
        return " ".join(self.sentences[max(0, at - 1) : at + 2])


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence of a source, and the share of a claim's words that stand in it or its neighbours."""

    source: Source
    at: int
    share: float

    @property
    def sentence(self) -> str:
        """The sentence itself."""
        return self.source.sentences[self.at]

    @property
    def window(self) -> str:
        """The sentence with its neighbours."""
        return self.source.near(self.at)


def source(evidence: EvidenceLike, voiced: bool = True) -> Source:
    """The evidence made ready."""
    return Source(
        evidence.number,
        evidence.passage,
        evidence.title,
        evidence.publisher,
        _sentences(evidence.passage.text),
        tuple(_about(evidence)),
        voiced,
    )


def places(claim: str, sources: Iterable[Source]) -> list[Place]:
    """Every sentence of the sources by how many of the claim's words stand in it (half again for its neighbours), the best first."""
    own = stems(claim)
    if not own:
        return [Place(each, at, 0.0) for each in sources for at in range(len(each.sentences))]
    found = [
        Place(each, at, (2 * len(own & stems(sentence)) + len(own & stems(each.near(at)))) / (3 * len(own)))
        for each in sources
        for at, sentence in enumerate(each.sentences)
    ]
    return sorted(found, key=lambda place: -place.share)


@lru_cache(maxsize=1024)
def _sentences(text: str) -> tuple[str, ...]:
    found: list[str] = []
    for span in spans(text):
        said = text[span.start : span.stop]
        if found and said[:1].islower() and found[-1].endswith(("cent.", "No.", "vol.")):
            found[-1] = f"{found[-1]} {said}"  # *from 25 per cent. to 86 per cent.*
        else:
            found.append(said)
    return tuple(found) or (text,)


def _about(evidence: EvidenceLike) -> Iterable[str]:
    """What names of persons, places, bodies and Acts may be taken from besides the words."""
    passage = evidence.passage
    origin, about = passage.origin, passage.about
    known: list[str | None] = [evidence.title, evidence.publisher, *passage.headings, passage.speaker, passage.office, passage.party, passage.body]
    known += [origin.quoted_in if origin else None, passage.locator, passage.series]
    known += [about.speaker, about.office, about.party, about.body, about.title] if about else []
    known += [in_words(date) for date in (passage.date, about.date if about else None) if date]
    return (each for each in known if each)
