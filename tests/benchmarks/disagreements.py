"""Which disagreements `assistant.disagreements` finds among pairs of passages of our own, and among what real questions find.

    python -m tests.benchmarks.disagreements [--set fitted|held|last] [--sources ../shared/sources] [--no-model]

``tests/known/disagreements.jsonl`` has a pair a line: ``differ`` is the way in which they disagree, or null where they only seem to
(``trap`` says how). The bounds were set by hand while looking at the pairs of the set ``fitted``; rules were added when ``held`` had been
judged once (16 of the 19 found were right, of 20 to find); ``last`` was written afterwards (judged once: 13 of 13, of 15). With ``--sources``
every disagreement among the first ten passages of each question in ``tests/known/*.known.toml`` is printed, for a person to judge.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.chain import search
from assistant.disagreements.disagreement import Disagreement, Sort
from assistant.disagreements.finding import disagreements
from assistant.evaluation.homes import Homes
from assistant.evaluation.loading import load
from assistant.settings import Settings
from assistant.verify.closeness import EmbeddingCloseness
from assistant.verify.evidence import Closeness
from corpus.document import Kind, Passage
from index.embed import SentenceTransformerEmbedder
from index.hits import Found, Hit
from index.rerank import Look

KNOWN = Path(__file__).resolve().parents[1] / "known"
_FOUND = Found(None, None, 0.0, Look(0.0, ()))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two passages, and the way in which they disagree, if they do; ``trap`` is why they might be taken to."""

    id: str
    set: str
    differ: Sort | None
    trap: str | None
    hits: tuple[Hit, Hit]


def pairs() -> list[Pair]:
    """The labelled pairs."""
    rows = [json.loads(line) for line in (KNOWN / "disagreements.jsonl").read_text("utf-8").splitlines()]
    return [
        Pair(row["id"], row["set"], Sort(row["differ"]) if row["differ"] else None, row.get("trap"), (hit(row["one"], 1), hit(row["other"], 2))) for row in rows
    ]


def hit(fields: dict[str, Any], rank: int) -> Hit:
    """A passage of a labelled pair, as a search gives it."""
    known = {name: fields[name] for name in ("speaker", "office", "body", "date", "reply_to") if name in fields}
    name = f"{fields['document']}#{rank if fields['document'] == 'one' else 1}"
    passage = Passage(name, fields["document"], rank, fields["text"], Kind(fields["kind"]), f"para {rank}", **known)
    return Hit(rank, 1.0, passage, f"Document {fields['document']}", None, "/d", _FOUND)


def alone(sentence: str, texts: list[str]) -> list[float]:
    """A closeness that finds everything near, for want of a model."""
    return [1.0 for _ in texts]


def told(found: Disagreement) -> str:
    """A disagreement on a few lines."""
    sides = [
        f"    {side.date} {side.hit.passage.standing.words}, {side.hit.passage.speaker or side.hit.passage.body}: {side.words}"
        for side in (found.left, found.right)
    ]
    return "\n".join([f"  {found.sort} on “{found.about}” ({found.closeness:.2f})", *sides])


def labelled(closeness: Closeness, which: str | None) -> None:
    """Precision and recall on the labelled pairs, and each pair that goes wrong."""
    right, missed, false, wrong = 0, list[Pair](), list[tuple[Pair, Disagreement]](), 0
    for pair in (pair for pair in pairs() if which in (None, pair.set)):
        found = disagreements(pair.hits, closeness)
        right += bool(found and pair.differ)
        wrong += bool(found and pair.differ and found[0].sort is not pair.differ)
        missed += [pair] if pair.differ and not found else []
        false += [(pair, found[0])] if found and not pair.differ else []
    print(f"{which or 'all'}: precision {right / max(1, right + len(false)):.3f} ({right} of {right + len(false)}), ", end="")
    print(f"recall {right / max(1, right + len(missed)):.3f} ({right} of {right + len(missed)}), of another sort than labelled {wrong}")
    for pair in missed:
        print(f"  missed {pair.id}: {' / '.join(hit.passage.text for hit in pair.hits)}")
    for pair, found_one in false:
        print(f"  FALSE {pair.id} ({pair.trap})\n{told(found_one)}")


def questions(sources: Path, homes: Homes) -> Iterator[tuple[str, list[Hit]]]:
    """Each question of the known-answer files whose documents there are, and the first ten passages found for it."""
    for path in sorted(KNOWN.glob("*.known.toml")):
        file = load(path)
        if all(place == "bundled" or sources.resolve() in (path.parent / place).resolve().parents for place in file.documents):
            collection = homes.of(file)
            collection.index.settle(None)
            yield from ((known.question, search(collection.index, known.question, 10, collection.filters)[0]) for known in file.questions)


def real(sources: Path) -> None:
    """Every disagreement among what real questions find, and how long looking takes."""
    asked, taken, seen = 0, list[float](), dict[tuple[str, str], str]()
    with tempfile.TemporaryDirectory() as home, Homes(Settings(Path(home))) as homes:
        closeness = EmbeddingCloseness(SentenceTransformerEmbedder())
        for question, hits in questions(sources, homes):
            began = time.perf_counter()
            found = disagreements(hits, closeness, question)
            taken.append(1000 * (time.perf_counter() - began))
            asked += 1
            for each in found:
                if (key := (each.left.words, each.right.words)) not in seen:
                    seen[key] = question
                    print(f"{question}\n{told(each)}")
    taken.sort()
    p50, p95 = taken[len(taken) // 2], taken[int(0.95 * len(taken))]
    print(f"{asked} questions, {len(seen)} different disagreements; ms p50 {p50:.1f}, p95 {p95:.1f}, most {taken[-1]:.1f}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--set", choices=("fitted", "held", "last"))
    options.add_argument("--sources", type=Path)
    options.add_argument("--no-model", action="store_true")
    chosen = options.parse_args()
    labelled(alone if chosen.no_model else EmbeddingCloseness(SentenceTransformerEmbedder()), chosen.set)
    if chosen.sources:
        real(chosen.sources)


if __name__ == "__main__":
    main()
