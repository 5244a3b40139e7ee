"""What `assistant.verify` lets through: true sentences from real sources, mutated one way each, and true ones left as they are.

    python -m tests.benchmarks.hostile --sources ../shared/sources [--per 170] [--no-model] [--show 3]

A true sentence is a passage's quotation with our lead-in, its own sentence with an attribution, or one of the paraphrases in
``tests/known/paraphrases.jsonl``. Mutations are made from one of the first two (`tests.hostile`). One that leaves the sentence true by
accident (the other year stands in the passage as well, the other name is another form of the same) is not counted. The bounds in
`assistant.verify` were set by hand while looking at such tables, so the honest measure of true sentences withheld is that of a set of
paraphrases when it was first judged.
"""

from __future__ import annotations

import argparse
import random
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from assistant.verify import meaning
from assistant.verify.check import check, prepare
from assistant.verify.closeness import EmbeddingCloseness
from assistant.verify.evidence import Closeness, Evidence
from assistant.verify.verdict import Verdict
from tests.hostile.exact import EXACT
from tests.hostile.meaning import MEANING
from tests.hostile.raw import inexact
from tests.hostile.truths import SEED, Pool, documents, mutants, paraphrases, pool_of, truths


def main() -> None:
    """Run and print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sources", type=Path, required=True)
    options.add_argument("--per", type=int, default=170, help="mutations of each class (default 170)")
    options.add_argument("--no-model", action="store_true", help="by shared words alone")
    options.add_argument("--show", type=int, default=0, help="print so many of the wrong verdicts of each class")
    options.add_argument("--seed", type=int, default=SEED, help="of the choice of sentences")
    given = options.parse_args()
    closeness = None if given.no_model else _embedding()
    found = documents(given.sources)
    chance = random.Random(given.seed)
    items = truths(found, chance, 260)
    pool = pool_of(items, found)
    print(f"closeness: {'none' if closeness is None else 'all-MiniLM-L6-v2'}")
    _wrong(pool, given.per, closeness, given.show)
    _right(pool, paraphrases(found), closeness, given.show)
    _timed(pool, closeness)


def _embedding() -> Closeness:
    from index.embed import SentenceTransformerEmbedder

    return EmbeddingCloseness(SentenceTransformerEmbedder())


def _wrong(pool: Pool, per: int, closeness: Closeness | None, show: int) -> None:
    total = 0
    for sort, classes in (("exact", EXACT), ("meaning", MEANING)):
        for name, mutate in classes.items():
            made = mutants(name, mutate, pool, per)
            verdicts = [(text, true, check(text, true.evidence, closeness)) for text, true in made]
            shown = [each for each in verdicts if each[2].supported]
            faults = Counter(v.fault.value for _, _, v in verdicts if v.fault)
            print(f"{sort:8}{name:28}{len(made):5} made {len(shown):4} shown {len(shown) / max(1, len(made)):6.1%}  {dict(faults.most_common(4))}")
            for text, true, _ in shown[:show]:
                print(f"      SHOWN {text}\n        OF  {true.passage.text[:600]}")
            total += len(made)
    print(f"{total} mutations")


def _right(pool: Pool, by_hand: Sequence[tuple[str, str, tuple[Evidence, ...]]], closeness: Closeness | None, show: int) -> None:
    chance = random.Random(SEED)
    for name, kept in (("quotation with lead-in", True), ("own sentence, credited", False)):
        items = [t for t in pool.items if t.quoted == kept]
        _told(name, [(t.text, t.evidence) for t in chance.sample(items, min(600, len(items)))], closeness, show)
    for one in dict.fromkeys(each[0] for each in by_hand):
        for count, name in ((1, f"paraphrase, {one} set"), (2, f"two citations, {one} set")):
            rows = [(text, evidence) for of, text, evidence in by_hand if of == one and len(evidence) == count]
            if rows:
                _told(name, rows, closeness, show)


def _told(name: str, rows: Sequence[tuple[str, tuple[Evidence, ...]]], closeness: Closeness | None, show: int) -> None:
    verdicts: list[tuple[str, tuple[Evidence, ...], Verdict]] = [(text, evidence, check(text, evidence, closeness)) for text, evidence in rows]
    withheld = [each for each in verdicts if not each[2].supported]
    faults = Counter(v.fault.value for _, _, v in withheld if v.fault)
    odd = [(word, text) for text, evidence, verdict in verdicts if verdict.supported and (word := inexact(text, evidence))]
    print(f"true    {name:28}{len(rows):5} told {len(withheld):4} withheld {len(withheld) / max(1, len(rows)):6.1%}  {dict(faults.most_common())}")
    print(f"        shown with a figure or name that no raw text has: {len(odd)} {odd[:show]}")
    for text, evidence, verdict in withheld[:show]:
        print(f"      WITHHELD {verdict.fault} {verdict.reason}\n        {text}\n        OF {evidence[0].passage.text[:500]}")
    print(f"        least scores: {sorted(round(v.score, 2) for _, _, v in verdicts if v.supported)[:8]}; the bound is {meaning.LEAST}")


def _timed(pool: Pool, closeness: Closeness | None) -> None:
    """How long the check of a sentence takes where its passages were made ready before."""
    took: list[float] = []
    for true in random.Random(SEED).sample([t for t in pool.items if not t.quoted], 200):
        if closeness:
            prepare(true.evidence, closeness)
        begun = time.perf_counter()
        check(true.text, true.evidence, closeness)
        took.append(1000 * (time.perf_counter() - begun))
    took.sort()
    print(f"time    a sentence, passages made ready: median {took[100]:.1f} ms, 95th of 100 {took[190]:.1f} ms")


if __name__ == "__main__":
    main()
