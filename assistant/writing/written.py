"""What a language model has written, as far as it is to be checked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """A sentence as the model wrote it: plain text without marks, and the numbers of the passages that it cites, in its order; a number
    that no passage has is given as it is."""

    text: str
    citations: tuple[int, ...] = ()


class NotAnswered(Exception):
    """The model says that the passages do not answer the question."""
