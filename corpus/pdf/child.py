"""The process that a PDF is opened in: bytes on its standard input, what was read as JSON on its standard output.

PDFium is another's code in another language, and a file can be made to keep it busy or to fill the memory. Here it can do either
without harm: the system ends the process at the limits set below. Not covered: systems without such limits (Windows, and macOS for
memory), where only the reading process's patience ends it.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from typing import Any

from corpus.pdf.reading import read_pages
from corpus.pdf.sheets import Sheet
from corpus.unreadable import UnreadableDocument


def main() -> None:
    """Read, and write either the reading or why there is none. Arguments: seconds for one page, bytes of memory."""
    seconds, memory = float(sys.argv[1]), int(sys.argv[2])
    _limit(memory)
    _wait(seconds)

    def watched(pages: Iterator[Sheet]) -> Iterator[Sheet]:
        for page in pages:
            _wait(seconds)
            yield page
        _wait(3 * seconds)

    try:
        answer: dict[str, Any] = read_pages(sys.stdin.buffer.read(), "", watched).to_json()
    except UnreadableDocument as error:
        answer = {"why": error.why}
    json.dump(answer, sys.stdout)


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _wait(seconds: float) -> None:
    """End the process if this isn't called again in time; the system does it, for PDFium hears no Python."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


if __name__ == "__main__":
    main()
