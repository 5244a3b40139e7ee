"""How many passages the model can hold. The lowest-ranked are left out; none is ever cut."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from assistant.models.limits import Limits
from assistant.writing.material import fenced
from index.hits import Hit

_BYTES = 3  # English has more than four to a token; names, figures and other scripts have fewer


class Tokens(Protocol):
    """Counts the tokens of a text, rather too many than too few."""

    def __call__(self, text: str) -> int:
        """How many."""


def estimated(text: str) -> int:
    """A count for a model whose tokens are not known: on the safe side for English."""
    return len(text.encode("utf-8", "replace")) // _BYTES + 1


def fitting(passages: Mapping[int, Hit], said: str, limits: Limits, tokens: Tokens = estimated) -> dict[int, Hit]:
    """The passages from the first on that fit beside ``said``, all that else is said to the model; none where not even the first does."""
    left = limits.context - min(limits.kept_free, limits.context // 4) - tokens(said)
    kept: dict[int, Hit] = {}
    for at, hit in passages.items():
        left -= tokens(fenced(at, hit, "0" * 12)) + 2
        if left < 0:
            break
        kept[at] = hit
    return kept
