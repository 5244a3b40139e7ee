"""Follow-up chains (``tests/known/followups.toml``): what is asked in turn, what the last question means, and what answers it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from assistant.chain import AnswerChain, Asked
from assistant.followups.exchange import Exchange
from index.hits import Hit

CHAINS = Path(__file__).parent / "known" / "followups.toml"
NEW_TOPIC = "new topic"


@dataclass(frozen=True, slots=True)
class Chain:
    """Questions in turn; ``outright`` is what the last of them means, in a person's words."""

    asked: tuple[str, ...]
    outright: str
    gold: tuple[str | tuple[str, str], ...]  # a passage id, or a file's name and words in it
    sort: str
    pages: bool

    def answered_by(self, hit: Hit) -> bool:
        return any(self._is_at(gold, hit) for gold in self.gold)

    @staticmethod
    def _is_at(gold: str | tuple[str, str], hit: Hit) -> bool:
        if isinstance(gold, str):
            return hit.passage.id == gold
        return Path(hit.source).name == gold[0] and gold[1] in hit.passage.text


def chains(pages: bool) -> list[Chain]:
    rows = [row for row in tomllib.loads(CHAINS.read_text("utf-8"))["chain"] if row.get("pages", False) is pages]
    return [
        Chain(
            tuple(row["asked"]),
            row.get("standalone", row["asked"][-1]),
            tuple(gold if isinstance(gold, str) else (gold["document"], gold["words"]) for gold in row["gold"]),
            row["sort"],
            pages,
        )
        for row in rows
    ]


def understood(chain: AnswerChain, asked: tuple[str, ...]) -> str:
    """The last question as it is understood when the ones before were asked and answered."""
    history: tuple[Exchange, ...] = ()
    for question in asked[:-1]:
        history += (Exchange.of(chain.invoke(Asked(question, history))),)
    return next(chain.stream(Asked(asked[-1], history))).standalone_question
