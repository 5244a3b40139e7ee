"""Fits the weights of the second look (`index.rerank.SHORT` and ``LONG``) and shows, cross-validated, what they are worth.

    python tests/benchmarks/weights.py [--pages FOLDER] [--questions FILE.jsonl] [-n 400]

``--pages`` adds the saved pages with their known answers to the bundled collection's; ``--questions`` written questions with
their answers (``question``, ``answer`` = paragraphs): only the answers are indexed, each paragraph a passage, identical answers count as
one. A question's candidates are those that the search looks at again. For each set: hit@1/5/10 of BM25, the embedding model and their rank
fusion, of the present weights, and of weights fitted on the other four fifths of all sets (each set counting alike), with the interval of
the difference to the best baseline (95%, paired bootstrap).
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
import torch

from assistant.evaluation.known import Gold
from assistant.evaluation.loading import load
from corpus import reading
from corpus.document import Document, Kind, Passage, fold
from corpus.readers import digests
from index.embed import Embedder, SentenceTransformerEmbedder
from index.fuse import reciprocal_rank
from index.rerank import LONG, SHORT, Candidate, LateInteraction, Look, longness
from index.rows import Entry
from index.search import Index

ROOT = Path(__file__).resolve().parents[2]
FOLDS = 5
Right = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Example:
    """A question's candidates: their signs (n × 6), which are right, the group each belongs to, and how long the question is."""

    signs: np.ndarray
    right: np.ndarray
    groups: list[str]
    longness: float


class Recorder(LateInteraction):
    """The reranker of the search, which notes the signs it sees."""

    seen: tuple[str, np.ndarray, list[Candidate]] | None = None

    def look(self, question: str, candidates: list[Candidate]) -> list[Look]:
        self.seen = (question, self.signs(question, candidates), candidates)
        return super().look(question, candidates)


def written(path: Path, number: int) -> tuple[Document, list[tuple[str, str]]]:
    """The answers as one document, and (question, text of its answer), ``number`` of them at random."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    answers = dict.fromkeys(tuple(map(fold, row["answer"])) for row in rows)
    names = {answer: f"a{n}" for n, answer in enumerate(answers)}
    passages = [
        Passage(f"w#{name}-{k}", "w", len(name), text, Kind.WRITTEN_QUESTION, name) for answer, name in names.items() for k, text in enumerate(answer) if text
    ]
    asked = [(re.sub(r"^To ask [^,]*,\s*", "", row["question"]), names[tuple(map(fold, row["answer"]))]) for row in rows]
    chosen = np.random.default_rng(1).permutation(len(asked))[:number]
    return Document("w", "Written answers", Kind.WRITTEN_QUESTION, "/w", "0" * 64, tuple(passages)), [asked[i] for i in chosen]


class Set:
    """A collection and its questions: an example each, and the ranks the baselines give."""

    def __init__(self, name: str, embedder: Embedder, documents: list[Document], questions: list[tuple[str, Right]], group: Callable[[Passage], str]) -> None:
        self.name, self.group = name, group
        made: list[Recorder] = []
        self.index = Index(Path(tempfile.mkdtemp()), embedder, lambda e, words: made.append(Recorder(e, words.rarity)) or made[-1])
        for document in documents:
            self.index.put(document)
        self.index.settle()
        self.examples: list[Example] = []
        self.plain: dict[str, list[int]] = {"BM25": [], "MiniLM": [], "rank fusion": []}
        for question, right in questions:
            self.index.search(question)
            self._note(question, right, made[-1])
            self._baselines(question, right)

    def _note(self, question: str, right: Right, recorder: Recorder) -> None:
        assert recorder.seen
        _, signs, candidates = recorder.seen
        told = {entry.passage.text: entry.passage for entry in self._entries(question)}
        passages = [told[candidate.text] for candidate in candidates]
        self.examples.append(Example(signs, np.array([right(p.id) for p in passages]), [self.group(p) for p in passages], longness(question)))

    def _entries(self, question: str) -> Iterator[Entry]:
        vectors, words = self.index._derived.open()
        by_words = words.best(question, 200)
        found = {key for key, _ in [*by_words, *vectors.nearest(self.index.embedder.encode([question])[0], 200)]}
        texts = self.index._first_texts(dict(by_words), dict(vectors.nearest(self.index.embedder.encode([question])[0], 200)))
        found |= {key for key, _ in words.best(question, 200, None, words.expansion(texts))}
        return (entry for entry, _ in self.index.catalogue.by_chunk(found).values())

    def _baselines(self, question: str, right: Right) -> None:
        vectors, words = self.index._derived.open()
        lists = [[key for key, _ in found] for found in (words.best(question, 100), vectors.nearest(self.index.embedder.encode([question])[0], 100))]
        held = self.index.catalogue.by_chunk({key for each in lists for key in each})
        for name, keys in (("BM25", lists[0]), ("MiniLM", lists[1]), ("rank fusion", [key for key, _ in reciprocal_rank(lists)])):
            passages = [held[key][0].passage for key in keys]
            self.plain[name].append(rank([right(p.id) for p in passages], [self.group(p) for p in passages]))


def rank(right: list[bool], groups: list[str]) -> int:
    """The place of the first right one, what belongs together counting as one; 999 where there is none."""
    before: set[str] = set()
    for good, group in zip(right, groups, strict=True):
        if good:
            return len(before - {group}) + 1
        before.add(group)
    return 999


def ranked(example: Example, weights: np.ndarray) -> int:
    order = np.argsort(-(example.signs @ weights_for(example, weights)), kind="stable")
    return rank([bool(example.right[i]) for i in order], [example.groups[i] for i in order])


def weights_for(example: Example, weights: np.ndarray) -> np.ndarray:
    return weights[0] + example.longness * (weights[1] - weights[0])


def fit(sets: list[list[Example]]) -> np.ndarray:
    """Weights (2 × 6: short, long) that make the right candidates likeliest, each set counting alike."""
    weights = torch.zeros((2, 6), dtype=torch.float64, requires_grad=True)
    rows = [[(torch.tensor(e.signs), torch.tensor(e.right), e.longness) for e in examples if e.right.any()] for examples in sets]
    descent = torch.optim.LBFGS([weights], max_iter=100)

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


def report(name: str, ranks: list[int], best: list[int] | None = None) -> None:
    hits = [np.mean([r <= depth for r in ranks]) for depth in (1, 5, 10)]
    line = f"  {name:28} hit@1 {hits[0]:.3f}  hit@5 {hits[1]:.3f}  hit@10 {hits[2]:.3f}"
    if best:
        draws = np.random.default_rng(0).integers(0, len(ranks), (2000, len(ranks)))
        for depth in (1, 10):
            gain = np.array([(r <= depth) - (b <= depth) for r, b in zip(ranks, best, strict=True)], dtype=float)
            low, high = np.percentile(gain[draws].mean(axis=1), [2.5, 97.5])
            line += f"  @{depth} {gain.mean():+.3f} [{low:+.3f}, {high:+.3f}]"
    print(line, flush=True)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=Path)
    options.add_argument("--questions", type=Path)
    options.add_argument("-n", type=int, default=400)
    chosen = options.parse_args()
    sets = list(collections(chosen, SentenceTransformerEmbedder()))
    present = np.array([astuple(SHORT), astuple(LONG)])
    folds = [fit([[e for i, e in enumerate(s.examples) if i % FOLDS != fold] for s in sets]) for fold in range(FOLDS)]
    for each in sets:
        print(f"{each.name}: {len(each.examples)} questions")
        for name, ranks in each.plain.items():
            report(name, ranks)
        best = max(each.plain.values(), key=lambda ranks: np.mean([r <= 1 for r in ranks]))
        report("ours, present weights", [ranked(e, present) for e in each.examples], best)
        report(f"ours, fitted, {FOLDS}-fold", [ranked(e, folds[i % FOLDS]) for i, e in enumerate(each.examples)], best)
    print("fitted on everything (short, long):", np.round(fit([s.examples for s in sets]), 2).tolist(), sep="\n")


def collections(chosen: argparse.Namespace, embedder: Embedder) -> Iterator[Set]:
    known = ROOT / "tests" / "known"
    files = [(digests.bundled, (ROOT / "corpus/bundled/questions.toml", known / "bundled_hard.known.toml"))]
    if chosen.pages:
        files.append((lambda: reading.read(chosen.pages), (known / "probation_pages.known.toml", known / "probation_pages_hard.known.toml")))
    for documents, paths in files:
        read = documents()
        for path in paths:
            yield Set(path.name, embedder, read, list(answered(path, read)), lambda passage: passage.id)
    if chosen.questions:
        document, asked = written(chosen.questions, chosen.n)
        yield Set(chosen.questions.name, embedder, [document], [(q, lambda i, a=a: i.split("#")[1].split("-")[0] == a) for q, a in asked], lambda p: p.locator)


def meets(gold: Gold, entry: Entry) -> bool:
    passage = entry.passage
    if gold.passage_id:
        return passage.id == gold.passage_id
    return gold.document in (None, passage.document_id, Path(entry.source).name) and fold(gold.words or "") in passage.text


def answered(path: Path, documents: list[Document]) -> Iterator[tuple[str, Right]]:
    """The answerable questions of a known-answer file, each with what tells a right passage by its id."""
    entries = {p.id: Entry(p, d.title, d.publisher, d.source) for d in documents for p in d.passages}
    for known in load(path).questions:
        if known.answerable:
            yield known.question, lambda i, known=known: any(meets(gold, entries[i]) for gold in known.gold)


if __name__ == "__main__":
    main()
