"""How well a claim is checked against the evidence given with it, over public claims whose verdict is known.

    OMP_NUM_THREADS=1 python -m tests.benchmarks.claims FILE [--wrong]

FILE has one JSON object a line: WiCE's own (``entailment_inputs/oracle_chunks/*/*.jsonl`` of its repository; a chunk's sentences are one text, and
the chunks of a claim are joined by its id), or ours, ``{"id", "claim", "evidence": [texts], "label"}``. A claim passes if any of its chunks bears it;
``supported`` is held against every other label, as the LLM-AggreFact leaderboard does. With the embedding closeness and without. The intervals
(95 per cent) are bootstrapped within each class: a share drawn again from itself is binomial, and one of 0 or 100 per cent has no width.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from assistant.verify.check import check_claim
from assistant.verify.closeness import EmbeddingCloseness
from assistant.verify.evidence import Closeness
from assistant.verify.verdict import Verdict
from index.embed import SentenceTransformerEmbedder

DRAWS = 10_000


@dataclass(frozen=True, slots=True)
class Labelled:
    """A claim, whether it is labelled supported, and the texts of each of its chunks."""

    id: str
    claim: str
    supported: bool
    chunks: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many."""

    found: int
    of: int

    def drawn(self, seed: int) -> np.ndarray:
        """The share in each of many samples drawn again from this one."""
        return np.random.default_rng(seed).binomial(self.of, self.found / self.of, DRAWS) / self.of

    def __str__(self) -> str:
        return f"{self.found} of {self.of}, {_percent(self.found / self.of, self.drawn(0))}"


def labelled(lines: Iterable[str]) -> list[Labelled]:
    """The claims of a file in order, the chunks of each together. Raises `SystemExit` at a line that is no labelled claim."""
    claims: dict[str, Labelled] = {}
    for number, line in enumerate(lines, start=1):
        if line.strip():
            one = _read(line, number)
            claims[one.id] = replace(one, chunks=(*claims[one.id].chunks, *one.chunks)) if one.id in claims else one
    return list(claims.values())


def _read(line: str, number: int) -> Labelled:
    try:
        row = json.loads(line)
        of_wice = "meta" in row
        texts = ("\n".join(row["evidence"]),) if of_wice else tuple(row["evidence"])
        return Labelled(str((row["meta"] if of_wice else row)["id"]), row["claim"], row["label"] == "supported", (texts,))
    except (ValueError, KeyError, TypeError) as error:
        raise SystemExit(f"line {number}: no claim with id, label and evidence ({error!r}); give WiCE's lines or ours") from error


def judged(claims: Iterable[Labelled], closeness: Closeness | None) -> Iterator[tuple[Labelled, Verdict]]:
    """Each claim with the verdict on the chunk that bears it best."""
    for claim in claims:
        verdicts = [check_claim(claim.claim, chunk, closeness) for chunk in claim.chunks]
        yield claim, max(verdicts, key=lambda verdict: (verdict.supported, verdict.score))


def shares(pairs: Iterable[tuple[Labelled, Verdict]]) -> tuple[Share, Share]:
    """Sensitivity and specificity: the supported claims that pass, and the rest that are withheld. Raises `SystemExit` where a class is empty."""
    counted = Counter((claim.supported, verdict.supported) for claim, verdict in pairs)
    supported, rest = counted[True, True] + counted[True, False], counted[False, True] + counted[False, False]
    if not supported or not rest:
        raise SystemExit(f"{supported} claims are labelled supported and {rest} not; balanced accuracy needs some of both")
    return Share(counted[True, True], supported), Share(counted[False, False], rest)


def balanced(one: Share, other: Share) -> str:
    """The mean of the two shares, balanced accuracy, with its interval."""
    return _percent((one.found / one.of + other.found / other.of) / 2, (one.drawn(0) + other.drawn(1)) / 2)


def _percent(share: float, drawn: np.ndarray) -> str:
    return "{:.1f} ({:.1f}–{:.1f})".format(100 * share, *np.percentile(100 * drawn, [2.5, 97.5]))


def report(pairs: list[tuple[Labelled, Verdict]], wrong: bool) -> Iterator[str]:
    """Balanced accuracy, and of each class the share judged rightly and by which faults claims are withheld; where asked, what is judged wrongly."""
    sensitivity, specificity = shares(pairs)
    yield f"balanced accuracy {balanced(sensitivity, specificity)}"
    for name, share, supported in (("sensitivity", sensitivity, True), ("specificity", specificity, False)):
        faults = Counter(str(verdict.fault) for claim, verdict in pairs if claim.supported is supported and not verdict.supported)
        yield f"  {name} {share}; withheld by " + (", ".join(f"{fault} {many}" for fault, many in faults.most_common()) or "nothing")
    for claim, verdict in pairs if wrong else ():
        if claim.supported is not verdict.supported:
            yield f"  {claim.id} {f'withheld: {verdict.reason}' if claim.supported else 'passed'}\n    {claim.claim}"


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("file", type=Path)
    options.add_argument("--wrong", action="store_true", help="print the claims judged wrongly")
    given = options.parse_args()
    claims = labelled(given.file.read_text("utf-8").split("\n"))
    for name, closeness in (("with closeness", EmbeddingCloseness(SentenceTransformerEmbedder())), ("without", None)):
        print(f"{name}, {len(claims)} claims:", *report(list(judged(claims, closeness)), given.wrong), sep="\n", flush=True)
