"""Where things are kept and which embedding model is used. The environment is read once, here."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_data_path

from index.embed import DEFAULT_MODEL

_CONTEXT = 8192  # tokens
_PATIENCE = 240.0  # seconds


class BadSetting(Exception):
    """A setting that cannot be used: which, its value, and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings. ``home`` holds the index; ``embedding_model`` is a name or a folder; ``model`` is the language model that writes
    (`assistant.models.spec`), none: answers are quotations; ``base_url`` its server, ``context`` its tokens, ``patience`` seconds for an answer;
    ``entailment_model`` a cross-encoder that makes the check of sentences stricter, a name or a folder; ``others`` are models that may be
    chosen in place of ``model`` where the front end offers a choice, under the same limits."""

    home: Path
    embedding_model: str = DEFAULT_MODEL
    bundled: bool = True
    model: str | None = None
    base_url: str | None = None
    context: int = _CONTEXT
    patience: float = _PATIENCE
    entailment_model: str | None = None
    others: tuple[str, ...] = ()

    @property
    def models(self) -> tuple[str, ...]:
        """The language models that may write, the default first; none: answers are quotations."""
        return (self.model, *self.others) if self.model else ()

    @classmethod
    def read(
        cls,
        environment: Mapping[str, str] = os.environ,
        *,
        home: Path | None = None,
        bundled: bool = True,
        models: Sequence[str] = (),
        base_url: str | None = None,
    ) -> Settings:
        """Settings from the command line's values, else ``BRIEFING_HOME``, ``_EMBEDDING_MODEL``, ``_MODEL``, ``_BASE_URL``, ``_MODEL_CONTEXT``,
        ``_MODEL_TIMEOUT`` and ``_ENTAILMENT_MODEL``, else the defaults. Raises `BadSetting`."""
        named = [*filter(None, models)] or [*filter(None, [environment.get("BRIEFING_MODEL")])]
        given = home or (Path(environment["BRIEFING_HOME"]) if environment.get("BRIEFING_HOME") else user_data_path("briefing"))
        return cls(
            given.expanduser(),
            environment.get("BRIEFING_EMBEDDING_MODEL") or DEFAULT_MODEL,
            bundled,
            named[0] if named else None,
            base_url or environment.get("BRIEFING_BASE_URL") or None,
            int(_number(environment, "BRIEFING_MODEL_CONTEXT", _CONTEXT, 512)),
            _number(environment, "BRIEFING_MODEL_TIMEOUT", _PATIENCE, 1),
            environment.get("BRIEFING_ENTAILMENT_MODEL") or None,
            tuple(named[1:]),
        )


def _number(environment: Mapping[str, str], name: str, otherwise: float, least: float) -> float:
    given = environment.get(name) or str(otherwise)
    try:
        value = float(given)
    except ValueError:
        value = -1
    if not least <= value < 1e9:
        raise BadSetting(f"{name}: {given} is no number from {least:g}; give one, or unset it")
    return value
