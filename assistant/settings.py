"""Where things are kept and which embedding model is used. The environment is read once, here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from index.embed import DEFAULT_MODEL


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings. ``home`` holds the index; ``embedding_model`` is a name or a folder."""

    home: Path
    embedding_model: str = DEFAULT_MODEL
    bundled: bool = True

    @classmethod
    def read(cls, environment: Mapping[str, str] = os.environ, *, home: Path | None = None, bundled: bool = True) -> Settings:
        """Settings from the command line's values, else ``BRIEFING_HOME`` and ``BRIEFING_EMBEDDING_MODEL``, else the defaults."""
        given = home or (Path(environment["BRIEFING_HOME"]) if environment.get("BRIEFING_HOME") else user_data_path("briefing"))
        return cls(given.expanduser(), environment.get("BRIEFING_EMBEDDING_MODEL") or DEFAULT_MODEL, bundled)
