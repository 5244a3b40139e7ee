"""How long a model may take and how much it may read and write."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds to the first word and to the last; tokens that the model can hold, and of those kept free for what it writes (never more than a
    quarter); characters and sentences of one answer."""

    first: float = 90.0
    total: float = 240.0
    context: int = 8192
    kept_free: int = 1024
    characters: int = 8000
    sentences: int = 40
