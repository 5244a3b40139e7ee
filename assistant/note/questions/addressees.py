"""To whom a question may be put: a witness of the session where it concerns the witness's organisation, else the body that is named."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.abstention import mentions
from assistant.note.inquiry import Inquiry, Witness
from assistant.note.questions.suggestion import named
from corpus.document import Kind
from corpus.pages import bodies
from corpus.pages.bodies import Body
from index.hits import Hit


def witness_for(inquiry: Inquiry, texts: Sequence[str]) -> Witness | None:
    """The first witness whose organisation one of the texts names, the texts in order of weight."""
    return next((each for text in texts for each in inquiry.session.witnesses if text and concerns(each, text)), None)


def concerns(witness: Witness, text: str) -> bool:
    """True where the text names the witness's organisation, by any of its names."""
    return any(mentions(text.lower(), name) if name.islower() or len(name) > _SHORT else _word(name, text) for name in names(witness))


def names(witness: Witness) -> tuple[str, ...]:
    """The names of a witness's organisation."""
    return tuple(name for name in (witness.organisation, *witness.about) if name)


def department(texts: Sequence[str]) -> Body | None:
    """The first department that one of the texts names."""
    return next((body for text in texts for body in bodies.mentioned(text) if body.department), None)


def to_witness(witness: Witness) -> str:
    """``Jane Smith (Ministry of Justice)``."""
    return f"{witness.name} ({witness.organisation})" if witness.organisation and witness.organisation != witness.name else witness.name


def to_whom(inquiry: Inquiry, texts: Sequence[str], otherwise: str) -> str:
    """A witness that the texts concern, else the department they name, else ``otherwise``."""
    if witness := witness_for(inquiry, texts):
        return to_witness(witness)
    body = department(texts)
    return named(body.name) if body else otherwise


def speaks_for(hit: Hit) -> list[str]:
    """What says for whom a passage speaks: its speaker's office, its body where that is not a House, who publishes it, and of a written
    question to whom the paper says it was put."""
    passage = hit.passage
    body = passage.body if passage.standing.authority in (1, 3) or passage.kind is Kind.WRITTEN_QUESTION else None
    title = hit.title if passage.kind is Kind.WRITTEN_QUESTION else None  # “Written questions to the Ministry of Justice”
    return [text for text in (passage.office, body, hit.publisher, title) if text]


_SHORT = 6


def _word(name: str, text: str) -> bool:
    """True where a short name stands as a word of its own, its capitals kept: CRC is no part of another, and *it* no IT."""
    return any(part.strip("“”‘’().,;:!?'\"") in (name, f"{name}s", f"{name}’s", f"{name}'s") for part in text.split())
