"""A question put in Parliament does not stand in a note without the answer it got."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.note.gathering.choosing import Shown
from assistant.note.gathering.gather import needed_for, said_at
from assistant.note.gathering.looking import Looking
from assistant.note.gathering.worth import is_evidence, quotable
from assistant.selection import Chosen
from index.context import ANSWERS
from index.search import Index

_LOOKED_AT = 6  # paragraphs of a reply


def add(shown: Sequence[Shown], index: Index, looking: Looking) -> None:
    """Give each theme the best of the reply to every question that it quotes, where no theme quotes the reply."""
    quoted = {identity for each in shown for identity in each.taken}
    for each in shown:
        for asked in [own for own in each.taken.values() if _asks(own)]:
            reply = _reply(asked, each.theme.term, quoted, index, looking)
            if reply:
                each.taken[reply.hit.passage.id] = reply
                quoted.add(reply.hit.passage.id)


def _asks(choice: Chosen) -> bool:
    passage = choice.hit.passage
    last = said_at(choice, max(choice.taken)).rstrip("”\"’'")
    return passage.standing in ANSWERS and not passage.about and (last.endswith("?") or not passage.reply_to)


def _reply(asked: Chosen, term: str, quoted: set[str], index: Index, looking: Looking) -> Chosen | None:
    entries = index.replies(asked.hit.passage)
    if not entries or quoted & {entry.passage.id for entry in entries}:
        return None
    hits = [replace(asked.hit, passage=entry.passage, also_at=()) for entry in entries[:_LOOKED_AT] if is_evidence(entry.passage)]
    question = " ".join(said_at(asked, i) for i in sorted(asked.taken))
    best = [(value, i, choice) for choice in looking.look(question, [term], hits) for i, value in enumerate(choice.likeness) if _stands(choice, i)]
    if not best:
        return None
    _, i, choice = max(best, key=lambda each: (each[0], -each[2].hit.passage.ordinal, -each[1]))
    return replace(choice, taken=needed_for(choice, i))


def _stands(choice: Chosen, i: int) -> bool:
    return all(quotable(choice.hit.passage, said_at(choice, j)) and not said_at(choice, j).endswith("?") for j in needed_for(choice, i))
