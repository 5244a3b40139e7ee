"""Follow-ups: the last question of each known chain asked in context, beside its meaning asked outright, beside the bare words.

    python -m tests.benchmarks.followups [--pages FOLDER] [--show]

Without ``--pages`` the chains over the saved pages are left out. ``--show`` prints what each question was understood as, and the ranks.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from assistant.chain import AnswerChain, search
from corpus import reading
from corpus.document import Document
from corpus.readers import digests
from index.embed import SentenceTransformerEmbedder
from index.filters import NO_LIMITS
from index.search import Index
from tests.chains import NEW_TOPIC, Chain, chains, understood

WAYS = ("in context", "outright", "bare words")


def rank(index: Index, chain: Chain, question: str) -> int | None:
    hits, _ = search(index, question, 10, NO_LIMITS)
    return next((hit.rank for hit in hits if chain.answered_by(hit)), None)


def measured(documents: list[Document], known: list[Chain], embedder: SentenceTransformerEmbedder, show: bool) -> list[tuple[Chain, dict[str, int | None]]]:
    with tempfile.TemporaryDirectory() as home:
        index = Index(Path(home), embedder)
        for document in documents:
            index.put(document)
        answers = AnswerChain(index)
        found = []
        for chain in known:
            meant = understood(answers, chain.asked)
            ranks = dict(zip(WAYS, (rank(index, chain, q) for q in (meant, chain.outright, chain.asked[-1])), strict=True))
            found.append((chain, ranks))
            if show:
                print(f"{[r or '-' for r in ranks.values()]!s:18} {chain.sort:10} {' / '.join(chain.asked)}\n{'':30}→ {meant}")
        return found


def report(name: str, found: list[tuple[Chain, dict[str, int | None]]]) -> None:
    print(f"{name}: {len(found)} chains")
    for way in WAYS:
        ranks = [ranks[way] for _, ranks in found]
        hits = [sum(r is not None and r <= depth for r in ranks) / max(len(ranks), 1) for depth in (1, 5)]
        print(f"   {way:11} hit@1 {hits[0]:.3f}  hit@5 {hits[1]:.3f}")
    as_good = sum((ranks["in context"] or 99) <= max(ranks["outright"] or 99, 1) for _, ranks in found)
    kept = [ranks["in context"] is not None and ranks["in context"] <= 5 for _, ranks in found if (ranks["outright"] or 99) <= 5]
    print(f"   ranked as high as outright or higher: {as_good}/{len(found)}; of those outright finds in five, found in context: {sum(kept)}/{len(kept)}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--pages", type=Path)
    options.add_argument("--show", action="store_true")
    chosen = options.parse_args()
    embedder = SentenceTransformerEmbedder()
    found = measured(digests.bundled(), chains(pages=False), embedder, chosen.show)
    if chosen.pages:
        found += measured(reading.read(chosen.pages), chains(pages=True), embedder, chosen.show)
    for name, own in (
        ("bundled collection", [f for f in found if not f[0].pages]),
        ("saved pages", [f for f in found if f[0].pages]),
        ("that lean on what went before", [f for f in found if f[0].sort != NEW_TOPIC]),
        ("of a new topic", [f for f in found if f[0].sort == NEW_TOPIC]),
    ):
        if own:
            report(name, own)


if __name__ == "__main__":
    main()
