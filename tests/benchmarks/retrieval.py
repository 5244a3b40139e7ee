"""Does the search find the right paragraph, and does it do so better than plain ways of searching?

    python -m tests.benchmarks.retrieval [--pages FOLDER] [--written FILE.jsonl] [--pairs FILE.jsonl --sources FOLDER [--replies]] [-n 400]

For each set (see `tests.benchmarks.sets`) hit@1, hit@5 and hit@10 of BM25 alone, of the embedding model alone, of their rank fusion, and of
the search as it is, all over the same passages in the same run; and the gain over the best baseline with its interval (95%, paired
bootstrap).
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from assistant.evaluation.baselines import Baselines
from assistant.evaluation.gold import of_hits
from assistant.evaluation.homes import Collection
from corpus.document import Passage
from index.embed import SentenceTransformerEmbedder
from index.search import Index
from tests.benchmarks import sets
from tests.benchmarks.sets import Asked, Set

DEPTHS = (1, 5, 10)
_LOOKED_AT = 60  # passages of a ranking: enough for ten that count, after what is left out
NEVER = 999

Way = Callable[[str], Sequence[Passage]]


def options() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser()
    found.add_argument("--pages", type=Path)
    found.add_argument("--written", type=Path)
    found.add_argument("--pairs", type=Path)
    found.add_argument("--sources", type=Path)
    found.add_argument("--replies", action="store_true")
    found.add_argument("-n", type=int, default=400)
    return found


def main() -> None:
    chosen = options().parse_args()
    embedder = SentenceTransformerEmbedder()
    for each in asked_for(chosen):
        with tempfile.TemporaryDirectory() as folder:
            table(each, ranks(each, embedder, Path(folder)))


def asked_for(chosen: argparse.Namespace) -> Iterator[Set]:
    if chosen.written:
        yield sets.written(chosen.written, chosen.n)
    if chosen.pairs:
        yield sets.pairs(chosen.pairs, chosen.sources, chosen.n, chosen.replies)
    if chosen.pages or not (chosen.written or chosen.pairs):
        yield from sets.own(chosen.pages)


def ranks(each: Set, embedder: SentenceTransformerEmbedder, home: Path) -> dict[str, list[int]]:
    """For each way of searching the rank of every question's first right passage."""
    index = Index(home / "ours", embedder)
    for document in each.documents:
        index.put(document)
    index.settle()
    baselines = Baselines(Collection(index), home / "plain", depth=_LOOKED_AT)
    ways: dict[str, Way] = {name: lambda question, way=way: [ranked.entry.passage for ranked in way(question)] for name, way in baselines.ways.items()}
    ways["ours"] = lambda question: [ranked.entry.passage for ranked in of_hits(index.search(question, _LOOKED_AT))]
    found = {name: [rank(asked, way(asked.question), each.group) for asked in each.questions] for name, way in ways.items()}
    baselines.close()
    index.close()
    return found


def rank(asked: Asked, found: Sequence[Passage], group: Callable[[Passage], str]) -> int:
    """The place of the first right passage, what belongs together counting as one."""
    before: set[str] = set()
    for passage in found:
        if asked.right(passage):
            return len(before - {group(passage)}) + 1
        if not asked.left_out(passage):
            before.add(group(passage))
    return NEVER


def table(each: Set, found: dict[str, list[int]]) -> None:
    print(f"{each.name}: {len(each.questions)} questions, {sum(len(d.passages) for d in each.documents):,} passages")
    for name, ranked in found.items():
        print(f"  {name:12}" + "".join(f"  hit@{depth} {hits(ranked, depth).mean():.3f}" for depth in DEPTHS), flush=True)
    plain = [name for name in found if name != "ours"]
    for depth in DEPTHS:
        best = max(plain, key=lambda name: hits(found[name], depth).mean())
        gain = hits(found["ours"], depth) - hits(found[best], depth)
        low, high = interval(gain)
        print(f"  hit@{depth}: {gain.mean():+.3f} [{low:+.3f}, {high:+.3f}] over {best}", flush=True)


def hits(ranked: list[int], depth: int) -> np.ndarray:
    return np.array([float(place <= depth) for place in ranked])


def interval(gain: np.ndarray) -> tuple[float, float]:
    """The 95% interval of a mean gain, the questions drawn again with replacement."""
    draws = np.random.default_rng(0).integers(0, len(gain), (2000, len(gain)))
    low, high = np.percentile(gain[draws].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


if __name__ == "__main__":
    main()
