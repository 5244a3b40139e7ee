"""What came of a sentence of a draft."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assistant.answer import Citation
from assistant.drafts.draft import Drafted


class Status(StrEnum):
    """What came of a sentence."""

    VERIFIED = "verified"  # to the letter where it quotes, borne out where it does not, and credited to whom it belongs
    MISQUOTED = "misquoted"  # the record has it otherwise: other words, another figure, date or name, the contrary
    WRONG_SPEAKER = "wrong-speaker"  # the words or the fact are in the record, but of another speaker, office, day or kind of source
    NOT_FOUND = "not-found"  # it quotes or credits somebody, and nothing in the collection is near it
    NOT_CHECKED = "not-checked"  # it claims nothing of the record


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence with its status, the reason in words (``None`` where all is well), the passages it rests on or comes nearest to, and
    the record's own words where they differ."""

    sentence: Drafted
    status: Status
    reason: str | None = None
    citations: tuple[Citation, ...] = ()
    record: str | None = None


WRONG = frozenset({Status.MISQUOTED, Status.WRONG_SPEAKER, Status.NOT_FOUND})
"""The statuses of sentences that do not hold."""
