"""Passages made ready for the check while a model is still reading them, so that its first sentence waits for nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Thread

from assistant.verify.checker import Checker
from assistant.verify.evidence import EvidenceLike


@contextmanager
def ahead(checks: Checker, cited: Sequence[EvidenceLike]) -> Iterator[None]:
    """While the block runs, ``checks`` is got ready for the passages one by one, in a thread that ends with the block."""
    enough = Event()

    def prepare() -> None:
        for each in cited:
            if enough.is_set():
                return
            checks.prepare([each])

    thread = Thread(target=prepare, name="check made ready", daemon=True)
    thread.start()
    try:
        yield
    finally:
        enough.set()
        thread.join()
