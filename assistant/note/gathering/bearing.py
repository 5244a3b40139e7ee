"""Which passages found for a term of reference bear on it: those that match its words well enough, by themselves and beside the best one."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.abstention import names, topical
from corpus.document import Kind, Mark
from index.filters import Filters
from index.hits import Hit
from index.matching import weighted
from index.search import Index

_LEAST = 0.3  # likeness to the term's words, names aside
_AGAINST_BEST = 0.6  # a passage must come this near the best one's likeness
_BEST_OF = 6  # of the passages beside, the first so many are looked at
_UNSAID = (Mark.NOTE, Mark.DIVISION)

OFFICIAL_KINDS = tuple(kind for kind in Kind if kind.authority == 1)
"""Kinds of official findings."""
PARLIAMENT_KINDS = tuple(kind for kind in Kind if kind.authority == 2)
"""Kinds of what is said in Parliament."""


def within(limits: Filters, kinds: tuple[Kind, ...]) -> Filters | None:
    """The limits with those of ``kinds`` that they allow; ``None`` where they allow none."""
    allowed = tuple(kind for kind in kinds if not limits.kinds or kind in limits.kinds)
    return Filters(allowed, limits.speaker, limits.body, limits.since, limits.until, limits.documents, limits.without_bundled) if allowed else None


def bearing(term: str, hits: Sequence[Hit], beside: Sequence[Hit], index: Index, against_best: float = _AGAINST_BEST) -> list[tuple[Hit, float]]:
    """The hits that bear on a term, each with its likeness (about 0 to 1), in the order given. A hit must come as near to the best likeness of any,
    those ``beside`` it included (best first), as ``against_best`` (a share) says. Notes and divisions bear on nothing."""
    kept = [hit for hit in hits if hit.passage.mark not in _UNSAID]
    others = [hit.passage.text for hit in beside if hit.passage.mark not in _UNSAID][:_BEST_OF] if kept else []
    alike = likenesses(term, [*(hit.passage.text for hit in kept), *others], index)
    floor = max(_LEAST, against_best * max(alike, default=0.0))
    return [(hit, value) for hit, value in zip(kept, alike, strict=False) if value >= floor]


def likenesses(asked: str, texts: Sequence[str], index: Index) -> list[float]:
    """How well each text matches what is asked, names aside: 0 to 1."""
    named = names(asked)
    return [weighted(topical(match, named)) for match in index.match(asked, list(texts))] if texts else []
