"""How long a search and an answer take, stage by stage, with and without filters.

    python -m tests.benchmarks.latency --sources FOLDER [--home DIR] [--sizes 5000 100000] [--questions 100] [--answers 20]

Builds a home of each size: passages of the sources, from the second round on with some words changed; the first 2,500 chunks embedded, the
others given mixtures of their vectors. ``--home`` keeps it for the next run. Milliseconds, p50/p95. ``--questions`` a cell after five to warm up;
the first ``--answers`` of them get the second look, which keeps nothing from one question to the next, and an answer. Other work on the machine
shows first in what the model does: compare runs at a low load. ``nearest.py`` compares ways of filtering in the homes built here.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sys
import tempfile
import time
import tomllib
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

from assistant import abstention, chain, quotation
from corpus import reading
from corpus.document import Document, Kind
from index.embed import DEFAULT_MODEL, SentenceTransformerEmbedder, Vectors
from index.filters import NO_LIMITS, Filters
from index.rerank import Candidate, LateInteraction, Look
from index.search import Index

KNOWN = Path(__file__).resolve().parents[1] / "known"
EMBEDDED, SLICE, WARM = 2500, 100, 5
SEARCH = ("up to date", "filter", "question", "keyword list", "vector list", "feedback list", "fetch", "second look")
STAGES = (*SEARCH, "fuse and fold", "search", "whose words", "abstention", "coverage", "selection", "answer")


class Prepared:
    """Embeds the first texts, kept in ``file``; any other gets one of those vectors moved by the difference of two more."""

    def __init__(self, file: Path) -> None:
        self.name, self.model, self.file = DEFAULT_MODEL, SentenceTransformerEmbedder(), file
        self.real: dict[int, Vectors] = dict(zip(*np.load(file).values(), strict=True)) if file.exists() else {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        named = {zlib.crc32(text.encode()): text for text in texts}
        new = {name: text for name, text in named.items() if name not in self.real}
        if new and len(self.real) < EMBEDDED:
            self.real.update(zip(new, self.model.encode(list(new.values())), strict=True))
            np.savez(self.file, np.array(list(self.real)), np.stack(list(self.real.values())))
        known = list(self.real.values())
        return np.stack([self.real[name] if name in self.real else self._mixed(known, name) for name in (zlib.crc32(text.encode()) for text in texts)])

    def _mixed(self, known: list[Vectors], seed: int) -> Vectors:
        one, two, three = (known[i] for i in random.Random(seed).sample(range(len(known)), 3))
        return np.asarray((moved := one + 0.4 * (two - three)) / np.linalg.norm(moved), dtype=np.float32)


def collection(documents: list[Document], size: int) -> Iterator[Document]:
    """``size`` passages in documents of a hundred, the same over again with other words in them until there are enough."""
    slices = [replace(d, passages=d.passages[i : i + SLICE]) for d in documents for i in range(0, len(d.passages), SLICE)]
    random.Random(0).shuffle(slices)
    words = [word for d in slices for p in d.passages[:20] for word in p.text.split()]
    for number in count():
        yield (document := _copy(slices[number % len(slices)], number, words if number >= len(slices) else [], size))
        if (size := size - len(document.passages)) <= 0:
            return


def _copy(document: Document, number: int, words: list[str], most: int) -> Document:
    rng, identity, told = random.Random(number), f"{document.id}-{number}", document.passages[:most]
    names = {passage.id: f"{identity}#{n}" for n, passage in enumerate(told)}
    texts = (" ".join(rng.choice(words) if rng.random() < 0.15 else word for word in p.text.split()) if words else p.text for p in told)
    changed = (replace(p, id=names[p.id], document_id=identity, reply_to=names.get(p.reply_to or ""), text=t) for p, t in zip(told, texts, strict=True))
    return replace(document, id=identity, source=f"{document.source}#{number}", sha256=f"{number:064x}", passages=tuple(changed), redirects=())


def build(home: Path, documents: list[Document], size: int, embedder: Prepared) -> None:
    index, began = Index(home, embedder), time.perf_counter()
    for document in () if index.documents() else collection(documents, size):
        index.put(document)
    index.settle(lambda done, total: print(f"\r{size:,} passages: chunk {done:,} of {total:,}", end="", file=sys.stderr))
    print(f"\r{size:,} passages: ready in {time.perf_counter() - began:.0f} s", file=sys.stderr)
    index.close()


def questions(documents: list[Document], number: int) -> list[str]:
    """Known ones, and twice as many put in Parliament, mixed."""
    known = [q["question"] for file in sorted(KNOWN.glob("*.known.toml")) for q in tomllib.loads(file.read_text(encoding="utf-8"))["question"]]
    put = [re.sub(r"^To ask [^,]*, ", "", p.text) for d in documents for p in d.passages if p.text.endswith("?") and 40 <= len(p.text) <= 250]
    rng = random.Random(1)
    return rng.sample([*rng.sample(known, number // 3), *rng.sample(put, number - number // 3)], number)


class Watch:
    """Seconds by stage of the question that is being answered; whatever a stage calls counts as that stage."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self.busy = False

    def on(self, owner: Any, method: str, stage: str) -> None:
        inner = getattr(owner, method)

        def call(*given: Any, **named: Any) -> Any:
            if self.busy:
                return inner(*given, **named)
            self.busy, began = stage != "search", time.perf_counter()
            try:
                return inner(*given, **named)
            finally:
                self.busy = False
                self.spent["feedback list" if method == "best" and len(given) > 3 and given[3] else stage] += time.perf_counter() - began

        setattr(owner, method, call)


class Fresh:
    """The second look with nothing kept from the question before, or none."""

    whole = True

    def __init__(self, embedder: Any, words: Any) -> None:
        self.made_of = embedder, words.rarity

    def look(self, question: str, candidates: Sequence[Candidate]) -> list[Look]:
        return LateInteraction(*self.made_of).look(question, candidates) if Fresh.whole else [Look(0.0, ()) for _ in candidates]


def stages(home: Path, embedder: Any, asked: list[str], answers: int, watch: Watch) -> None:
    index = Index(home, embedder, Fresh)
    index.search("warm", 1)
    (vectors, words), catalogue = index._derived.open(), index.catalogue
    for owner, method, stage in (
        (index, "settle", "up to date"), (catalogue, "chunk_keys", "filter"), (words, "best", "keyword list"), (vectors, "nearest", "vector list"),
        (index, "_first_texts", "feedback list"), (words, "expansion", "feedback list"), (catalogue, "by_chunk", "fetch"), (index, "search", "search"),
        (index, "_turned", "question"), (index, "_second_look", "second look"), (catalogue.survey, "people", "whose words"),
    ):  # fmt: skip
        watch.on(owner, method, stage)
    speakers = Counter(e.passage.speaker for d in index.documents()[:50] for _, e, _ in catalogue.chunks_of(d.document_id) if e.passage.speaker)
    limits = {"none": NO_LIMITS, "kind": Filters(kinds=(Kind.WRITTEN_QUESTION,)), "speaker": Filters(speaker=max(speakers, key=speakers.__getitem__)),
              "period": Filters(since="2016"), "document": Filters(documents=(index.documents()[0].document_id,))}  # fmt: skip
    held = {name: len(catalogue.chunk_keys(filters)) for name, filters in limits.items()}
    cells = [_cell(watch, index, asked, answers, filters) for filters in limits.values()]
    print(f"\n{home.name} passages, load {os.getloadavg()[0]:.1f}" + "".join(f" | {name} ({held[name]:,} chunks)" for name in limits))
    for stage in STAGES:
        print(f"{stage:16}" + "".join(f"{quantiles(cell[stage]):>18}" for cell in cells))
    index.close()


def _cell(watch: Watch, index: Index, asked: list[str], answers: int, filters: Filters) -> dict[str, list[float]]:
    found, answering = defaultdict[str, list[float]](list), chain.AnswerChain(index)
    for number, question in enumerate(asked):
        watch.spent.clear()
        Fresh.whole, began = WARM <= number < WARM + answers, time.perf_counter()
        _ = answering.invoke(chain.Asked(question, filters=filters)) if Fresh.whole else index.search(question, 10, filters)
        watch.spent["answer"] = time.perf_counter() - began
        watch.spent["fuse and fold"] = max(watch.spent["search"] - sum(watch.spent[stage] for stage in SEARCH), 0.0)
        for stage, seconds in watch.spent.items() if number >= WARM else ():
            if Fresh.whole or stage not in ("second look", "search", "answer"):
                found[stage].append(seconds)
    return found


def quantiles(seconds: list[float]) -> str:
    return "{:.1f}/{:.1f}".format(*np.quantile(seconds, [0.5, 0.95]) * 1000) if seconds else "-"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--sources", type=Path, required=True)
    options.add_argument("--home", type=Path)
    options.add_argument("--sizes", type=int, nargs="+", default=[5000, 100000])
    options.add_argument("--questions", type=int, default=100)
    options.add_argument("--answers", type=int, default=20)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as temporary:
        home, documents = chosen.home or Path(temporary), [document for document in reading.read(chosen.sources) if document.passages]
        home.mkdir(parents=True, exist_ok=True)
        asked, embedder, watch = questions(documents, WARM + chosen.questions), Prepared(home / "embedded.npz"), Watch()
        for owner, method, stage in (
            (embedder.model, "encode", "question"), (chain, "whose_words", "whose words"), (abstention, "signs", "abstention"),
            (chain, "coverage", "coverage"), (quotation, "answer", "selection"),
        ):  # fmt: skip
            watch.on(owner, method, stage)
        for place, size in ((home / str(size), size) for size in chosen.sizes):
            build(place, documents, size, embedder)
            stages(place, embedder.model, asked, chosen.answers, watch)


if __name__ == "__main__":
    main()
