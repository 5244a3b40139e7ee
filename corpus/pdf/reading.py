"""What a PDF gives: its blocks, what it says of itself, and the pages that are pictures. Read in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from corpus.papers.block import Block, Facts, Role
from corpus.pdf.assemble import assemble
from corpus.pdf.facts import facts_of
from corpus.pdf.gaps import require_text
from corpus.pdf.opening import opened, sheets
from corpus.pdf.sheets import Sheet
from corpus.unreadable import UnreadableDocument

SECONDS = 20.0  # for one page; a full one takes 0.02
MEMORY = 1000 * 1024 * 1024  # bytes of address space
_PATIENCE = 900.0  # seconds for the whole file, where the system sets no limits
_PLAIN = 256 * 1024  # bytes
# what can keep PDFium busy, fill the memory or end the process (page labels that lead in a circle), and what may hide it
_HIDING = (b"/Filter", b"/Form", b"/Type3", b"/Pattern", b"/ObjStm", b"/PageLabels", b"#")


@dataclass(frozen=True, slots=True)
class Reading:
    """The blocks in reading order, the facts, and the pages (from 1) that hold a picture and no text."""

    blocks: tuple[Block, ...]
    facts: Facts
    pictured: tuple[int, ...]

    def to_json(self) -> dict[str, Any]:
        """The same in what JSON can hold."""
        rows = [list(astuple(block)) for block in self.blocks]
        return {"blocks": rows, "facts": (self.facts.title, self.facts.author), "pictured": self.pictured}

    @classmethod
    def from_json(cls, answer: dict[str, Any]) -> Reading:
        """What `to_json` was made of."""
        made = tuple(Block(row[0], Role(row[1]), *row[2:]) for row in answer["blocks"])
        return cls(made, Facts(*answer["facts"]), tuple(answer["pictured"]))


def reading(data: bytes, source: str) -> Reading:
    """What a file gives, read apart unless it is small and hides nothing. Raises `UnreadableDocument`."""
    plain = len(data) <= _PLAIN and not any(sign in data for sign in _HIDING)
    return read_pages(data, source) if plain or not sys.executable else _apart(data, source)


def read_pages(data: bytes, source: str, watch: Callable[[Iterator[Sheet]], Iterator[Sheet]] = iter) -> Reading:
    """What a file gives, read in this process; ``watch`` sees each page go by. Raises `UnreadableDocument`."""
    with opened(data, source) as document:
        pages = list(watch(sheets(document, source)))
        facts = facts_of(document.get_metadata_dict())
    require_text(pages, source)
    return Reading(tuple(assemble(pages)), facts, tuple(page.page for page in pages if page.pictured))


def _apart(data: bytes, source: str) -> Reading:
    command = [sys.executable, "-m", "corpus.pdf.child", str(SECONDS), str(MEMORY)]
    root = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=_PATIENCE, check=False, env=os.environ | {"PYTHONPATH": path})
        answer = json.loads(done.stdout) if done.returncode == 0 else {"why": _ended(done.returncode)}
    except (OSError, subprocess.TimeoutExpired, ValueError) as error:
        raise UnreadableDocument(source, f"could not be read in a process of its own ({type(error).__name__}); print it to a new PDF") from error
    if "why" in answer:
        raise UnreadableDocument(source, answer["why"])
    return Reading.from_json(answer)


def _ended(status: int) -> str:
    """Why the process ended before its time."""
    if status == -14:  # SIGALRM
        return f"takes more than {SECONDS:.0f} seconds for one page; print it to a new PDF"
    return f"cannot be read within {MEMORY // 1024**2:,} MB of memory, or is damaged (status {status}); print it to a new PDF"
