"""Fits the weights of the second look (`index.rerank.SHORT` and ``LONG``) and shows, cross-validated, what they are worth.

    python -m tests.benchmarks.weights [--pages FOLDER] [--written FILE.jsonl] [--pairs FILE.jsonl --sources FOLDER] [-n 400]

For each set (see `tests.benchmarks.sets`) hit@1, hit@5 and hit@10 of the weights as they are, and of weights fitted on the other two thirds of
all sets, each set counting alike; then the weights fitted on everything, to be rounded by hand. A question's candidates are those
that the search looks at again.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
import torch

from corpus.document import Passage
from index.embed import SentenceTransformerEmbedder
from index.rerank import LONG, SHORT, Candidate, LateInteraction, Look, longness
from index.rows import Entry
from index.search import Index
from tests.benchmarks.retrieval import DEPTHS, NEVER, asked_for, hits, options
from tests.benchmarks.sets import Asked, Set

FOLDS = 3


@dataclass(frozen=True, slots=True)
class Example:
    """A question's candidates: their signs (n × 6), which are right, the group each belongs to, and how long the question is."""

    signs: np.ndarray
    right: np.ndarray
    groups: list[str]
    longness: float


class Recorder(LateInteraction):
    """The reranker of the search, which notes the signs it sees."""

    seen: np.ndarray

    def look(self, question: str, candidates: Sequence[Candidate]) -> list[Look]:
        self.seen = self.signs(question, candidates)
        return super().look(question, candidates)


class Recording(Index):
    """A search that notes which passages it looks at again."""

    looked_at: list[Passage]
    recorder: Recorder

    def _second_look(self, question: str, entries: list[Entry], lists: object) -> list[Look]:
        self.looked_at = [entry.passage for entry in entries]
        return super()._second_look(question, entries, lists)  # type: ignore[arg-type]


def examples(each: Set, embedder: SentenceTransformerEmbedder) -> list[Example]:
    with tempfile.TemporaryDirectory() as home:
        index = Recording(Path(home), embedder, lambda e, words: setattr(index, "recorder", Recorder(e, words.rarity)) or index.recorder)
        for document in each.documents:
            index.put(document)
        found = [example(asked, index, each) for asked in each.questions]
        index.close()
        return found


def example(asked: Asked, index: Recording, each: Set) -> Example:
    index.search(asked.question)
    kept = [i for i, passage in enumerate(index.looked_at) if not asked.left_out(passage)]
    passages = [index.looked_at[i] for i in kept]
    return Example(index.recorder.seen[kept], np.array([asked.right(p) for p in passages]), [each.group(p) for p in passages], longness(asked.question))


def ranked(example: Example, weights: np.ndarray) -> int:
    """The place of the first right candidate, what belongs together counting as one."""
    before: set[str] = set()
    for i in np.argsort(-(example.signs @ (weights[0] + example.longness * (weights[1] - weights[0]))), kind="stable"):
        if example.right[i]:
            return len(before - {example.groups[i]}) + 1
        before.add(example.groups[i])
    return NEVER


def fit(sets: list[list[Example]]) -> np.ndarray:
    """Weights (2 × 6: short, long) that make the right candidates likeliest, each set counting alike."""
    weights = torch.zeros((2, 6), dtype=torch.float64, requires_grad=True)
    rows = [[(torch.tensor(e.signs), torch.tensor(e.right), e.longness) for e in own if e.right.any()] for own in sets]
    descent = torch.optim.LBFGS([weights], max_iter=40)

    def loss() -> torch.Tensor:
        descent.zero_grad()
        total = 3e-3 * (weights**2).sum()
        for own in rows:
            for signs, right, share in own:
                scores = signs @ (weights[0] + share * (weights[1] - weights[0]))
                total = total + (torch.logsumexp(scores, 0) - torch.logsumexp(scores[right], 0)) / len(own) / len(rows)
        total.backward()
        return total

    descent.step(loss)
    return weights.detach().numpy()


def main() -> None:
    torch.set_num_threads(1)  # the matrices are too small for more
    embedder, sets, names = SentenceTransformerEmbedder(), list[list[Example]](), list[str]()
    for each in asked_for(options().parse_args()):
        sets.append(examples(each, embedder))
        names.append(each.name)
        print(f"{each.name}: {len(sets[-1])} questions looked at", flush=True)
    present = np.array([astuple(SHORT), astuple(LONG)])
    fitted = [fit([[e for i, e in enumerate(own) if i % FOLDS != fold] for own in sets]) for fold in range(FOLDS)]
    for name, own in zip(names, sets, strict=True):
        report(f"{name}, as they are", [ranked(e, present) for e in own])
        report(f"{name}, fitted, {FOLDS}-fold", [ranked(e, fitted[i % FOLDS]) for i, e in enumerate(own)])
    print("fitted on everything (short, long):", np.round(fit(sets), 2).tolist(), sep="\n")


def report(name: str, ranks: list[int]) -> None:
    print(f"  {name:36}" + "".join(f"  hit@{depth} {hits(ranks, depth).mean():.3f}" for depth in DEPTHS), flush=True)


if __name__ == "__main__":
    main()
