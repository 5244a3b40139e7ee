"""How much each reader gives and how fast: a row for each folder below the one named, or for each format.

    python -m tests.benchmarks.reading ../shared/sources [--by format]

Documents, passages, passages with a speaker, a date, a link; passages that reply to another; failures with their reasons; seconds and
passages a second without embedding, each file read once after one that warms the reader up.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from corpus import formats, reading
from corpus.document import Document
from corpus.unreadable import UnreadableDocument


@dataclass(slots=True)
class Row:
    """What the files of one folder or format gave."""

    documents: list[Document] = field(default_factory=list)
    superseded: int = 0
    seconds: float = 0.0
    failed: list[UnreadableDocument] = field(default_factory=list)

    def cells(self) -> list[str]:
        passages = [passage for document in self.documents for passage in document.passages]
        counts = [sum(bool(getattr(p, name)) for p in passages) for name in ("speaker", "date", "url", "reply_to", "mark")]
        rate = f"{len(passages) / self.seconds:,.0f}" if self.seconds else "-"
        head = [str(len(self.documents)), str(self.superseded), f"{len(passages):,}"]
        return [*head, *(f"{n:,}" for n in counts), str(len(self.failed)), f"{self.seconds:.2f}", rate]


HEAD = ["documents", "superseded", "passages", "speaker", "date", "link", "reply", "mark", "failed", "seconds", "passages/s"]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("folder", type=Path)
    options.add_argument("--by", choices=["folder", "format"], default="folder")
    chosen = options.parse_args()
    rows: dict[str, Row] = defaultdict(Row)
    warm: set[str] = set()
    for source in reading.sources(chosen.folder):
        take(source, rows, warm, chosen)
    print(" | ".join(["", *HEAD]))
    for name, row in sorted(rows.items()):
        print(" | ".join([name, *row.cells()]))
    for row in rows.values():
        for refused in row.failed:
            print(f"failed: {refused}")


def take(source: reading.Source, rows: dict[str, Row], warm: set[str], chosen: argparse.Namespace) -> None:
    """Read one source into its row; a reader's first file is read twice, and the second reading counts."""
    name = str(Path(source.name).parent.relative_to(chosen.folder.resolve()))
    try:
        content = source.load()
        reader = formats.reader_of(content.data, content.name, source.name)
        name = reader if chosen.by == "format" else name
        for _ in range(1 if reader in warm else 2):
            began = time.perf_counter()
            documents = reading.read_bytes(content.data, source.name, content.name)
            seconds = time.perf_counter() - began
        warm.add(reader)
        rows[name].seconds += seconds
        rows[name].documents += [document for document in documents if not document.superseded]
        rows[name].superseded += sum(document.superseded for document in documents)
    except UnreadableDocument as refused:
        rows[name].failed.append(refused)


if __name__ == "__main__":
    main()
