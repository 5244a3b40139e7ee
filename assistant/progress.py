"""Progress on stderr: a bar with the rate and what remains on a terminal, one line at the end elsewhere."""

from __future__ import annotations

import sys
import time
from typing import Any

from tqdm import tqdm


class Reading:
    """The files being read, and the passages a second they give (an `assistant.library.Watcher`)."""

    def __init__(self) -> None:
        self._bar = _bar("reading", "file", 0)
        self._done = self._files = self._passages = 0
        self._since = time.monotonic()

    def began(self, files: int) -> None:
        """So many files are to be read."""
        self._files, self._since = files, time.monotonic()
        self._bar = _bar("reading", "file", files)

    def read(self, source: str, passages: int) -> None:
        """One of them is done, with so many passages new to the collection."""
        self._done += 1
        self._passages += passages
        told = f"{self._passages:,} passages, {self._passages / max(time.monotonic() - self._since, 0.001):,.0f} a second"
        self._bar.set_postfix_str(told, refresh=False)
        self._bar.update()
        if self._done == self._files:
            _close(self._bar, f"read {self._files:,} {'file' if self._files == 1 else 'files'}: {told}")


class Indexing:
    """The chunks being embedded (an `index.search.Progress`)."""

    _WHAT, _UNIT, _DONE = "indexing", "chunk", "indexed {:,} chunks"

    def __init__(self) -> None:
        self._bar: tqdm[Any] | None = None
        self._done = 0
        self._since = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """So many of so many are done."""
        if self._bar is None:
            self._bar = _bar(self._WHAT, self._UNIT, total)
        self._bar.update(done - self._done)
        self._done = done
        if done == total:
            _close(self._bar, f"{self._DONE.format(total)} in {time.monotonic() - self._since:.0f} s")
            self._bar = None


class Asking(Indexing):
    """The known-answer questions being asked."""

    _WHAT, _UNIT, _DONE = "asking", "question", "asked {:,} questions"


def _bar(what: str, unit: str, total: int) -> tqdm[Any]:
    quiet = not sys.stderr.isatty() or not total
    bar: tqdm[Any] = tqdm(total=total, desc=what, unit=f" {unit}s", file=sys.stderr, disable=quiet, dynamic_ncols=True)
    return bar


def _close(bar: tqdm[Any], told: str) -> None:
    bar.close()
    if not sys.stderr.isatty():
        print(told, file=sys.stderr)
