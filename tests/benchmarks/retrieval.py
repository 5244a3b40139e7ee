"""Retrieval on known answers: ours beside BM25 alone, the embedding model alone, and their plain rank fusion, in one run.

    python tests/benchmarks/retrieval.py [--pages FOLDER] [--known FILE] [--misses]

Without ``--pages`` it measures the bundled collection with its own questions.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from assistant.evaluate import KnownAnswer, load, ranks, retrieval
from corpus import reading
from corpus.readers import digests
from index.embed import SentenceTransformerEmbedder
from index.fuse import reciprocal_rank
from index.rows import Entry
from index.search import Index
from index.vectors import VectorStore
from index.words import KeywordIndex, Words

ROOT = Path(__file__).resolve().parents[2]
DEPTH = 20


class Baselines:
    """The three plain ways, over whole passages without context lines."""

    def __init__(self, index: Index, folder: Path) -> None:
        self.embedder = index.embedder
        entries = [index.catalogue.chunks_of(d.document_id) for d in index.documents()]
        self.entries: list[Entry] = list({e.passage.id: e for own in entries for _, e, _ in own}.values())
        texts = [entry.passage.text for entry in self.entries]
        self.words, self.vectors = KeywordIndex(folder / "plain-words"), VectorStore(folder / "plain-vectors")
        self.words.put(Words(key, text, "") for key, text in enumerate(texts))
        self.vectors.put(range(len(texts)), self.embedder.encode(texts))

    def bm25(self, question: str) -> list[Entry]:
        return [self.entries[key] for key, _ in self.words.best(question, DEPTH)]

    def minilm(self, question: str) -> list[Entry]:
        return [self.entries[key] for key, _ in self.vectors.nearest(self.embedder.encode([question])[0], DEPTH)]

    def fusion(self, question: str) -> list[Entry]:
        lists = [[key for key, _ in found] for found in (self.words.best(question, 100), self.vectors.nearest(self.embedder.encode([question])[0], 100))]
        return [self.entries[key] for key, _ in reciprocal_rank(lists)[:DEPTH]]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=Path)
    options.add_argument("--known", type=Path, default=ROOT / "corpus/bundled/questions.toml")
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        index = Index(Path(folder), SentenceTransformerEmbedder())
        documents = digests.bundled() if not chosen.pages else reading.read(chosen.pages)
        for document in documents:
            index.put(document)
        index.settle()
        known = load(chosen.known)
        plain = Baselines(index, Path(folder))
        print(f"{len(documents)} documents, {len(plain.entries)} passages; {chosen.known.name}")
        ours = lambda q: [Entry(h.passage, h.title, h.publisher, h.source) for h in index.search(q, DEPTH)]  # noqa: E731
        for name, search in (("BM25", plain.bm25), ("MiniLM", plain.minilm), ("rank fusion", plain.fusion), ("ours", ours)):
            report(name, known, search, misses=chosen.misses and name == "ours")


def report(name: str, known: list[KnownAnswer], search, misses: bool) -> None:
    began = time.perf_counter()
    found = ranks(known, search)
    spent = 1000 * (time.perf_counter() - began) / max(len(found), 1)
    m = retrieval(found)
    print(f"{name:12} hit@1 {m.hit1:.3f}  hit@5 {m.hit5:.3f}  hit@10 {m.hit10:.3f}  MRR@10 {m.mrr10:.3f}  n={m.n}  {spent:.0f} ms a question")
    if misses:
        for answer, rank in zip([a for a in known if a.answerable], found, strict=True):
            if rank != 1:
                print(f"    {rank or '-':>3}  {answer.question}")


if __name__ == "__main__":
    main()
