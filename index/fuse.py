"""Rank fusion: several ranked lists into one. Pure functions."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TypeVar

K = 60
"""The constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009)."""

Item = TypeVar("Item", bound=Hashable)


def reciprocal_rank(lists: Sequence[Sequence[Item]], k: int = K) -> list[tuple[Item, float]]:
    """Every item of the lists with the sum over them of 1 / (k + rank), best first; ties keep the first lists' order."""
    scores: dict[Item, float] = {}
    for ranked in lists:
        for rank, item in enumerate(dict.fromkeys(ranked), start=1):
            scores[item] = scores.get(item, 0.0) + 1.0 / (k + rank)
    return sorted(scores.items(), key=lambda pair: -pair[1])
