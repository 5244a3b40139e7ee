"""What a search hands out, and how ranked passages become it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.document import Passage
from index.rows import Entry

if TYPE_CHECKING:
    from index.rerank import Look


@dataclass(frozen=True, slots=True)
class Found:
    """Where a hit's score comes from: its BM25 score, its cosine similarity (each ``None`` if that list had not got it),
    the fusion of their ranks, and the second look that decided."""

    words: float | None
    vectors: float | None
    fused: float
    look: Look


@dataclass(frozen=True, slots=True)
class Lists:
    """Scores by passage id of the lists that a search draws on, each best first: BM25, likeness to the question's vector (a long
    question's is turned: `index.whitening`), BM25 with feedback."""

    words: dict[str, float]
    vectors: dict[str, float]
    feedback: dict[str, float]

    def of(self, passage_id: str) -> tuple[float | None, float | None, float | None]:
        """The passage's score in each; ``None`` where it is not in it."""
        return self.words.get(passage_id), self.vectors.get(passage_id), self.feedback.get(passage_id)


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, best first from rank 1. ``also_at`` are passages elsewhere with the same words."""

    rank: int
    score: float
    passage: Passage
    title: str
    publisher: str | None
    source: str
    found: Found
    also_at: tuple[Entry, ...] = ()


def best_of(scores: dict[int, float], entries: dict[int, Entry]) -> dict[str, float]:
    """Chunk scores as passage scores, a passage having its best chunk's, best first."""
    best: dict[str, float] = {}
    for key, score in scores.items():
        if key in entries:
            identity = entries[key].passage.id
            best[identity] = max(score, best.get(identity, score))
    return dict(sorted(best.items(), key=lambda pair: -pair[1]))


def folded(found: Iterable[tuple[Entry, Found]], k: int) -> list[Hit]:
    """The first ``k`` different texts; of passages with the same words the one of highest authority stands for all."""
    groups: dict[str, list[tuple[Entry, Found]]] = {}
    for entry, how in found:
        groups.setdefault(entry.passage.text, []).append((entry, how))
    hits = []
    for rank, group in enumerate(list(groups.values())[:k], start=1):
        entry, _ = min(group, key=lambda pair: pair[0].passage.kind.authority)
        others = tuple(other for other, _ in group if other.passage.id != entry.passage.id)
        how = group[0][1]
        hits.append(Hit(rank, how.look.score, entry.passage, entry.title, entry.publisher, entry.source, how, others))
    return hits
