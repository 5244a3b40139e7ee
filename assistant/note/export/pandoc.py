"""Pandoc, run as a program of its own: it writes the formats, native footnotes included, so that no markup is written by hand."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.note.export.files import CannotExport

_SECONDS = 300


def written(document: Mapping[str, Any], *options: str, environment: Mapping[str, str] | None = None) -> bytes:
    """The document as pandoc writes it with these options. Raises `CannotExport`."""
    return _run(["--from", "json", "--output", "-", *options], json.dumps(document, ensure_ascii=True).encode(), environment)


def default(name: str) -> bytes:
    """A data file that pandoc carries. Raises `CannotExport`."""
    return _run(["--print-default-data-file", name])


def _run(options: Sequence[str], given: bytes = b"", environment: Mapping[str, str] | None = None) -> bytes:
    import pypandoc

    try:
        done = subprocess.run(
            [pypandoc.get_pandoc_path(), *options], input=given, capture_output=True, timeout=_SECONDS, env={**os.environ, **(environment or {})}, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CannotExport(f"pandoc, which writes the note, cannot be run ({_first(str(error))}); install it with: pip install pypandoc-binary") from error
    if done.returncode:
        raise CannotExport(f"pandoc, which writes the note, failed ({_first(done.stderr.decode('utf-8', 'replace'))}); it has to be pandoc 3")
    return done.stdout


def _first(words: str) -> str:
    return next((line.strip() for line in words.splitlines() if line.strip()), "it says nothing")[:200]
