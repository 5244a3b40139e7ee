"""Questions put in Parliament to which the reply in the collection is no answer.

Covered: what was put off, what was declined for cost or for want of figures, and written questions without any reply here. Not covered: a reply
that says much and answers little; only a reader can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.note.recommending.responses import as_hit
from corpus.document import Kind, Mark, Passage
from index.chunk import sentences
from index.context import ANSWERS
from index.hits import Hit
from index.search import Index

_WITHOUT = re.compile(
    r"(?i)\b(?:is|are|was|were) not (?:\w+ )?(?:held|collected|recorded|available|kept|collated)\b|disproportionate cost"
    r"|\b(?:do|does|did) not (?:\w+ )?(?:hold|collect|record|keep)\b|not possible to (?:say|provide|give|estimate)\b"
    r"|\bcannot be (?:\w+ )?(?:provided|given|identified)\b"
)
_TO_ASK = re.compile(
    r"(?i)^to ask (?:(?:her|his) majesty[’']s government,? |(?:the )?(?:[\w’' ]|, (?=(?:culture|food|media|work|energy|business|skills|local|environment"
    r"|communities|housing|innovation|science|children)\b)){3,120}?, )"
)
_SEVERAL = re.compile(r"\((?:[a-h]|[1-9]|i{1,3}|iv|v)\)|; (?:and|or)\b")  # several questions in one, or one that nobody can read out
_BRIEF = 120  # words: a longer reply says something besides


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A question, its ``words`` to the letter, and the reply with the words that show it to be no answer, if there is any reply."""

    hit: Hit
    words: str
    reply: Hit | None = None
    reply_words: str = ""


def unanswered(hits: Sequence[Hit], index: Index) -> Iterator[Unanswered]:
    """The unanswered questions among the hits, in their order; of a reply found, the question that it replies to."""
    seen: set[str] = set()
    for hit in hits:
        asked = _question(hit, index)
        if asked and asked.passage.id not in seen:
            seen.add(asked.passage.id)
            if found := _unanswered(asked, index):
                yield found


def asked_words(text: str) -> str:
    """A question without *To ask the Secretary of State …*."""
    return _TO_ASK.sub("", text, count=1)


def _question(hit: Hit, index: Index) -> Hit | None:
    passage = hit.passage
    if passage.about or passage.kind not in ANSWERS:
        return None
    if passage.reply_to is None:
        return hit
    entry = index.catalogue.passage(passage.reply_to)
    return as_hit(hit, entry) if entry and entry.passage.id == passage.reply_to else None


def _unanswered(asked: Hit, index: Index) -> Unanswered | None:
    words = _asking(asked.passage)
    if words is None:
        return None
    entries = index.catalogue.replies(asked.passage)
    if not entries:
        return Unanswered(asked, words) if asked.passage.kind is Kind.WRITTEN_QUESTION else None
    shown = [_no_answer(entry.passage) for entry in entries]
    if all(shown):
        return Unanswered(asked, words, as_hit(asked, entries[0]), shown[0] or "")
    return None


def _asking(passage: Passage) -> str | None:
    """The words that ask: the whole written question where it is one, or the last sentence of a contribution that is a question."""
    if passage.kind is Kind.WRITTEN_QUESTION:
        return None if _SEVERAL.search(passage.text) else asked_words(passage.text)
    asking = [passage.text[span.start : span.stop] for span in sentences(passage.text)]
    return next((words for words in reversed(asking) if words.endswith("?")), None)


def _no_answer(passage: Passage) -> str | None:
    """The words of a reply that show it to be no answer; ``None`` for one that may be."""
    if passage.mark is Mark.NON_ANSWER:
        return passage.text
    if len(passage.text.split()) > _BRIEF:
        return None
    told = [passage.text[span.start : span.stop] for span in sentences(passage.text)]
    return next((words for words in told if _WITHOUT.search(words)), None)
