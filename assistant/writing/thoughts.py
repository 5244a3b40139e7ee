"""A reasoning model's thoughts, ``<think>…</think>``, left out of its text as it streams."""

from __future__ import annotations

import re

_OPEN = re.compile(r"<(think|thinking|reasoning|thought|scratchpad)>", re.IGNORECASE)
_LONGEST = len("</scratchpad>")


class WithoutThoughts:
    """Takes text piece by piece and gives back what is no thought; one that is never closed runs to the end."""

    def __init__(self) -> None:
        self._held = ""
        self._close: re.Pattern[str] | None = None

    def feed(self, piece: str) -> str:
        """What can be handed out so far."""
        self._held += piece
        out = ""
        while True:
            if self._close is not None:
                end = self._close.search(self._held)
                if not end:
                    self._held = self._held[-_LONGEST:]
                    return out
                self._held, self._close = self._held[end.end() :], None
            start = _OPEN.search(self._held)
            if not start:
                return out + self._released()
            out += self._held[: start.start()]
            self._close = re.compile(rf"</{start[1]}>", re.IGNORECASE)
            self._held = self._held[start.end() :]

    def end(self) -> str:
        """What was held back in case it became a thought."""
        rest, self._held = ("" if self._close else self._held), ""
        return rest

    def _released(self) -> str:
        """All but an end that may be the beginning of a thought."""
        cut = self._held.rfind("<", max(0, len(self._held) - _LONGEST))
        cut = len(self._held) if cut < 0 or ">" in self._held[cut:] else cut
        out, self._held = self._held[:cut], self._held[cut:]
        return out
