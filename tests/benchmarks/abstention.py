"""Abstention: fits the weights of `assistant.abstention` on known answers and shows, cross-validated, what they are worth.

    python -m tests.benchmarks.abstention --pages FOLDER

Prints the weights to put into the module, and for each known-answer file the share of unanswerable questions refused and of
answerable ones refused falsely, every question judged by weights fitted without it (10 folds, 5 times).
"""

from __future__ import annotations

import argparse
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from assistant.abstention import THRESHOLD, signs
from assistant.chain import search
from assistant.evaluation.loading import load
from corpus import reading
from corpus.document import Document
from corpus.readers import digests
from index.embed import SentenceTransformerEmbedder
from index.filters import NO_LIMITS
from index.search import Index

ROOT = Path(__file__).resolve().parents[2]
FAR = 0.1  # what a question worded far from the text counts in the fit, against one worded as people word theirs
REPEATS = 5
PLAIN = ("probation_pages.known.toml", "questions.toml")  # worded naturally; the others on purpose far from the text


@dataclass
class Example:
    """One question: its file, what the signs say, and the truth."""

    file: str
    question: str
    features: tuple[float, ...]
    answerable: bool
    now: bool  # what the module says today


def examples(documents: list[Document], files: list[Path], embedder: SentenceTransformerEmbedder) -> list[Example]:
    with tempfile.TemporaryDirectory() as home:
        index = Index(Path(home), embedder)
        for document in documents:
            index.put(document)
        found = []
        for file in files:
            for known in load(file).questions:
                told = signs(known.question, search(index, known.question, 10, NO_LIMITS)[0], index)
                found.append(Example(file.name, known.question, told.features, known.answerable, told.answers))
        return found


def fitted(x: np.ndarray, y: np.ndarray, weight: np.ndarray) -> Pipeline:
    """The signs brought to one scale and weighed."""
    return make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(x, y, logisticregression__sample_weight=weight)


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=Path, required=True)
    options.add_argument("--misses", action="store_true")
    chosen = options.parse_args()
    embedder = SentenceTransformerEmbedder()
    pages = reading.read(chosen.pages)
    known = ROOT / "tests/known"
    rows = examples(pages, [known / "probation_pages.known.toml", known / "probation_pages_hard.known.toml"], embedder)
    rows += examples(digests.bundled(), [ROOT / "corpus/bundled/questions.toml", known / "bundled_hard.known.toml"], embedder)
    x, y = np.array([row.features for row in rows]), np.array([row.answerable for row in rows])
    plain = np.array([row.file in PLAIN for row in rows])
    weight = np.where(plain, 1.0, FAR)
    unseen = np.zeros(len(rows))
    for seed in range(REPEATS):
        folds = StratifiedKFold(10, shuffle=True, random_state=seed)
        for learn, judge in folds.split(x, [f"{row.file} {row.answerable}" for row in rows]):
            unseen[judge] += fitted(x[learn], y[learn], weight[learn]).predict_proba(x[judge])[:, 1] / REPEATS
    scaler, model = fitted(x, y, weight)
    own = model.coef_[0] / scaler.scale_
    print("weights", np.round([model.intercept_[0] - own @ scaler.mean_, *own], 2).tolist())
    for threshold in (0.74, 0.76, 0.78, 0.8, 0.82, 0.84):
        print(f"threshold {threshold}: plain files refused {(unseen < threshold)[plain & ~y].mean():.3f} falsely {(unseen < threshold)[plain & y].mean():.3f}")
        for file in dict.fromkeys(row.file for row in rows):
            here = np.array([row.file == file for row in rows])
            refused = unseen < threshold
            print(f"   {file:34} refused {refused[here & ~y].mean():.3f} of {sum(here & ~y):3}   falsely {refused[here & y].mean():.3f} of {sum(here & y):3}")
    now = np.array([not row.now for row in rows])
    for file in dict.fromkeys(row.file for row in rows):
        here = np.array([row.file == file for row in rows])
        print(f"as shipped {file:34} refused {now[here & ~y].mean():.3f}   falsely {now[here & y].mean():.3f}")
    if chosen.misses:
        for row, score in sorted(zip(rows, unseen, strict=True), key=lambda pair: pair[1]):
            if (score >= THRESHOLD) != row.answerable and row.file in PLAIN:
                print(f"{score:.2f} {'answerable  ' if row.answerable else 'unanswerable'} {np.round(row.features, 2)} {row.question}")


if __name__ == "__main__":
    main()
