"""Makes a theme of each term of reference: many searches over the whole collection, merged; what bears on the term, no point twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import Protocol

from assistant.abstention import signs
from assistant.note.evidence import OFFICIAL, PRACTITIONERS, Piece, Theme
from assistant.note.gathering.looking import Looking
from assistant.note.gathering.searches import EVERYTHING, Search, parts, planned
from assistant.note.gathering.worth import is_evidence, quotable
from assistant.note.inquiry import Inquiry
from assistant.quotation import runs
from assistant.selection import Chosen, substance, with_what_it_leans_on
from index.hits import Hit
from index.search import Index

_READ, _READ_OF_MANY, _FEW = 100, 60, 8  # passages read sentence by sentence for a term; where it was given so few searches
_BEARS, _PART_BEARS, _EACH_BEARS = 0.72, 0.95, 0.5  # confidence (`assistant.abstention`) from which the collection has something on a term, on a part of it
_FLOOR = 0.4  # likeness below which a sentence does not bear on a term
_AGAINST_BEST = 0.52  # and what it must have of the best sentence's
_PLAIN, _AGAINST_WEAK = 0.6, 0.95  # likeness from which a sentence speaks of the term plainly; where the best does not, what others must have of it
_UNNAMED = 0.65  # and a practitioner's or a reader's
_POSITION = 0.6  # and of what is no official finding
_BESIDE_BEST = 0.78  # of the best sentence's of its own passage
_FROM_ONE = 3  # sentences of one passage
_LOOKS_BACK = re.compile(r"(?:To do (?:that|this|so)|In (?:that|this) (?:case|way)|For this to|Above all|(?:Many|Some|Most) (?:had|have|were|are|of them))\b")
_DUMMY = re.compile(
    r"It (?:is|was|has been|seems|appears|may be|must be) (?:also |now |therefore )?(?:[a-z]+ (?:that|to|for|in the)\b|time to|difficult|clear)"
)
_SAME = 0.7  # share of a sentence's words that makes it say the same as another


Made = tuple[Search, list[Hit]]
"""A search and what it found."""


class Progress(Protocol):
    """Told how the making of a note goes on."""

    def __call__(self, words: str, done: int, total: int) -> None:
        """What is being done, and how many steps of how many are."""


@dataclass(frozen=True, slots=True)
class Found:
    """A theme with the ``looked`` passages it was made of, each with what its sentences count (nothing: not to be quoted) and nothing taken."""

    theme: Theme
    looked: tuple[Chosen, ...] = ()


def gather(inquiry: Inquiry, index: Index, looking: Looking, progress: Progress) -> tuple[Found, ...]:
    """The themes, in the order of the terms."""
    total = len(inquiry.terms)
    found = []
    for number, term in enumerate(inquiry.terms, start=1):
        progress(f"theme {number} of {total}: searching", number - 1, total)
        made = [(each, index.search(each.query, each.k, each.limits)) for each in planned(term, inquiry.title, inquiry.limits, total)]
        progress(f"theme {number} of {total}: choosing", number - 1, total)
        found.append(_found(number, term, inquiry.title, made, index, looking))
    return tuple(found)


def _merged(made: Sequence[Made], index: Index) -> list[Hit]:
    """What the searches found, the best of each first, each text once; without what is no evidence and the digests of what the collection holds itself."""
    found: dict[str, Hit] = {}
    for hit in (hit for rank in zip_longest(*(hits for _, hits in made)) for hit in rank if hit):
        found.setdefault(hit.passage.text, hit)
    return [hit for hit in found.values() if is_evidence(hit.passage) and not _stands_back(hit, index)][: _READ if len(made) > _FEW else _READ_OF_MANY]


def _stands_back(hit: Hit, index: Index) -> bool:
    return hit.passage.about is not None and index.catalogue.survey.holds_original(hit.passage.about)


def _found(number: int, term: str, title: str, made: Sequence[Made], index: Index, looking: Looking) -> Found:
    hits, looked_for = _merged(made, index), tuple(search.told for search, _ in made)
    looked = _bearing(looking.look(term, parts(term, title), hits)) if hits and _bears(made, index) else ()
    pieces = tuple(_pieces(looked))
    return Found(Theme(number, term, pieces, looked_for, hits[0] if hits and not pieces else None), looked)


def _bears(made: Sequence[Made], index: Index) -> bool:
    """True where the collection has something on the term itself, or on half of its parts beyond doubt and on none doubtfully."""
    everywhere = [signs(search.query, hits, index).confidence for search, hits in made if search.among == EVERYTHING]
    whole, own = everywhere[0], everywhere[1:]
    return whole >= _BEARS or (len(own) > 1 and min(own) >= _EACH_BEARS and 2 * sum(each >= _PART_BEARS for each in own) >= len(own))


def _bearing(looked: Sequence[Chosen]) -> tuple[Chosen, ...]:
    """The passages with a sentence that bears on the term, the best first; sentences that do not, or may not be quoted, count nothing."""
    kept = [[value if _quotable(choice, i) else 0.0 for i, value in enumerate(choice.likeness)] for choice in looked]
    best = max((value for own in kept for value in own), default=0.0)
    counted = [replace(choice, likeness=[value if value >= _least(choice, best) else 0.0 for value in own]) for choice, own in zip(looked, kept, strict=True)]
    return tuple(sorted((choice for choice in counted if any(choice.likeness)), key=lambda c: (-max(c.likeness), c.hit.passage.id)))


def _least(choice: Chosen, best: float) -> float:
    """What a sentence must come to, to bear on the term; more of one whose speaker nobody knows."""
    authority = choice.hit.passage.standing.authority
    share = _UNNAMED if authority >= PRACTITIONERS else _POSITION if authority > OFFICIAL else _AGAINST_BEST
    return max(_FLOOR, best * (share if best >= _PLAIN else _AGAINST_WEAK))


def _quotable(choice: Chosen, i: int) -> bool:
    """True where the sentence may be quoted, with all that it leans on."""
    return all(quotable(choice.hit.passage, said_at(choice, j)) for j in needed_for(choice, i))


def _pieces(looked: Sequence[Chosen]) -> Iterator[Piece]:
    """Pieces, the best first, none that says what a better one says."""
    said: list[set[str]] = []
    for choice in looked:
        taken = _taken(choice, said)
        if taken:
            yield Piece(choice.hit, tuple(runs(replace(choice, taken=taken))), max(choice.likeness[i] for i in taken))


def _taken(choice: Chosen, said: list[set[str]]) -> set[int]:
    """The sentences of a passage that bear on the term about as well as its best, with what they lean on."""
    taken: set[int] = set()
    best = max(choice.likeness)
    for i in sorted(range(len(choice.spans)), key=lambda i: -choice.likeness[i]):
        needed = needed_for(choice, i) - taken
        if choice.likeness[i] < _BESIDE_BEST * best or len(taken) + len(needed) > _FROM_ONE or is_said(said_at(choice, i), said):
            continue
        taken |= needed
        said += [substance(said_at(choice, j)) for j in needed]
    return taken


def needed_for(choice: Chosen, i: int) -> set[int]:
    """The sentence and what it leans on: besides what an answer takes along, what *To do that* and the like look back on."""
    if _DUMMY.match(said_at(choice, i)):
        return {i}
    needed = with_what_it_leans_on(choice, i)
    return needed | {min(needed) - 1} if min(needed) and _LOOKS_BACK.match(said_at(choice, min(needed))) else needed


def is_said(sentence: str, said: Iterable[set[str]]) -> bool:
    """True where most of the sentence's words of substance stand together in something said."""
    own = substance(sentence)
    return any(len(own & other) >= _SAME * max(len(own), 1) for other in said)


def said_at(choice: Chosen, i: int) -> str:
    """A sentence of a passage."""
    return choice.hit.passage.text[choice.spans[i].start : choice.spans[i].stop]
