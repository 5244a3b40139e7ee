"""``briefing verify --claims``: claims with their evidence, one JSON object a line, each checked by itself without any collection."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.drafts.draft import BadDraft
from assistant.verify.checker import Checker

_MOST_CHARACTERS = 1_000_000  # of one line
_LIKE = 'write {"id": …, "claim": "…", "evidence": ["…"]}'


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim and the texts it is to follow from."""

    id: str | int
    claim: str
    evidence: tuple[str, ...]


def lines(path: Path) -> Iterator[Claim | BadDraft]:
    """The claims of a file in order, and in place of each line that is none what is wrong with it. Raises `BadDraft` where it cannot be opened."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from (_claim(line, f"{path}: line {number}") for number, line in enumerate(file, start=1) if line.strip())
    except OSError as error:
        raise BadDraft(f"{path}: cannot be opened ({error.strerror}); check the path and its permissions") from error
    except UnicodeDecodeError as error:
        raise BadDraft(f"{path}: is not UTF-8 text (byte {error.start:,}); save it again as UTF-8") from error


def judged(claims: Iterable[Claim], checks: Checker) -> Iterator[dict[str, Any]]:
    """For each claim ``{"id", "status", "score", "reason"}``, in order."""
    for claim in claims:
        verdict = checks.claim(claim.claim, claim.evidence)
        yield {"id": claim.id, "status": "verified" if verdict.supported else "unsupported", "score": verdict.score, "reason": verdict.reason}


def _claim(line: str, where: str) -> Claim | BadDraft:
    if len(line) > _MOST_CHARACTERS:
        return BadDraft(f"{where}: has {len(line):,} characters, more than {_MOST_CHARACTERS:,}; split its evidence")
    try:
        told = json.loads(line)
    except (ValueError, RecursionError) as error:
        return BadDraft(f"{where}: is no JSON ({str(error)[:80]}); {_LIKE}")
    if not isinstance(told, dict) or isinstance(told.get("id"), bool) or not isinstance(told.get("id"), str | int):
        return BadDraft(f"{where}: has no id; {_LIKE}")
    claim, evidence = told.get("claim"), told.get("evidence")
    if not isinstance(claim, str) or not claim.strip():
        return BadDraft(f"{where}: has no claim; {_LIKE}")
    if not isinstance(evidence, list) or not all(isinstance(text, str) for text in evidence):
        return BadDraft(f"{where}: its evidence is no list of texts; {_LIKE}")
    return Claim(told["id"], claim, tuple(evidence))
