"""What keeps an index from being used, each in one line that says what to do.

IndexUnusable
├── CatalogueError    the catalogue cannot be opened or written
├── IndexDamaged      a derived index cannot be opened: it can be rebuilt
└── IndexBusy         somebody else is writing
"""

from __future__ import annotations


class IndexUnusable(Exception):
    """An index that cannot be used: where it is, why, and what to do."""


class CatalogueError(IndexUnusable):
    """The catalogue cannot be opened or written."""


class IndexDamaged(IndexUnusable):
    """A derived index cannot be opened; ``briefing index check --repair`` makes it anew."""


class IndexBusy(IndexUnusable):
    """Somebody else is writing to the home."""
