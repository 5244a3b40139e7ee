"""A footnote against the passage that its sentence turns out to rest on: another day or another speaker in it is a wrong reference."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant import citations as refs
from assistant.answer import Citation
from assistant.verify.moments import Moment, moments, of_iso
from corpus.dates import in_words

_CAPITALISED = re.compile(r"[A-Z][\w’'-]+")


def wrong(notes: Sequence[str], cited: Sequence[Citation], surnames: frozenset[str]) -> str | None:
    """What a note has wrong of the passages cited; ``None`` where it names no day and nobody of the collection, or the right ones."""
    return next((problem for note in notes for problem in (_day(note, cited), _speaker(note, cited, surnames)) if problem), None)


def _day(note: str, cited: Sequence[Citation]) -> str | None:
    told = [moment for moment in moments(note) if moment.depth == 3]
    known = [moment for each in cited for moment in _days(each)]
    if not told or not known or any(own.holds(other) for own in told for other in known):
        return None
    return f"The note gives {told[0].said}; the words are of {in_words(cited[0].passage.date or known[0].said)}."


def _days(citation: Citation) -> tuple[Moment, ...]:
    """The day of the words, and those in the reference (of the page that they reached us through)."""
    own = (of_iso(citation.passage.date),) if citation.passage.date else ()
    return (*own, *moments(refs.reference(citation.passage, citation.title)))


def _speaker(note: str, cited: Sequence[Citation], surnames: frozenset[str]) -> str | None:
    named = [word for word in _CAPITALISED.findall(note) if word in surnames]
    known = " ".join(f"{refs.reference(each.passage, each.title)} {each.passage.text}" for each in cited)
    if not named or any(word in known for word in named):
        return None
    return f"The note names {named[0]}; the words are those of {refs.voice(cited[0].passage) or 'a voice that is not named'}."
