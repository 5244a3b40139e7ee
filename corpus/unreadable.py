"""The one error that reading raises."""

from __future__ import annotations


class UnreadableDocument(Exception):
    """A file or address that cannot be read as a document: which one, why, and what to do about it."""

    def __init__(self, source: str, why: str) -> None:
        super().__init__(f"{source}: {why}")
        self.source = source
        self.why = why
