"""Which sentences of the passages found answer the question.

Sentences are chosen by likeness to the question and by the rank of their passage; one that leans on the sentence before
(“This …”) brings it along; nothing is said twice; a question put in Parliament comes with the answer it got.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from assistant.abstention import is_place, mentions, names, topical
from corpus.document import Kind, Mark, Passage
from index.chunk import Chunk, sentences
from index.context import ANSWERS, context_line
from index.hits import Hit
from index.matching import Match, weighted
from index.rows import Entry

MOST = 6  # sentences quoted in one answer
_PASSAGES = 4  # passages quoted in one answer
_CONSIDERED = 6  # best hits looked at
_FROM_ONE = 3  # sentences quoted from one passage
_AGAINST_BEST = 0.85  # a sentence must come this near the best one's likeness to be quoted
_CONTEXT = 0.7  # what a match in the context line counts, against one in the sentence
_SAME = 0.7  # share of a sentence's words that makes it say the same as another
_FALLS_BEHIND = 2.5  # a hit this far below the first (in the second look's score) is not quoted
_REPLIES, _SHORT = 6, 4  # paragraphs of a reply looked at; words: a shorter sentence is not quoted by itself
_ASKS_READERS = re.compile(r"(?i)\b(?:readers?|comments?|commenters?|commentators?|anonymous|bloggers?|blog)\b")
_LEANING = re.compile(
    r"^(?:This|That|These|Those|It|They|Its|Their|He|She|His|Her|But|And|However|Also|Nevertheless|Such|For that reason|As such|Nor|Yet"
    r"|One (?:was|is|of)|The other|As with|As a (?:result|consequence)|Over and above|On that|In that connection|In the event|In addition"
    r"|Even so|What is more|Further|Then|Only then|In other words|The former|The latter|Others|Instead|Both|One thing|The same"
    r"|The (?:author|practitioner|reader|account|comment))\b"
)


@dataclass(slots=True)
class Chosen:
    """A passage to quote from and the sentences (by number) taken from it."""

    hit: Hit
    spans: list[Chunk]
    likeness: list[float]
    taken: set[int]


class Record(Protocol):
    """What an answer needs of the collection besides the hits (`index.search.Index` gives it)."""

    def match(self, question: str, texts: list[str]) -> list[tuple[Match, ...]]:
        """How well each text matches each word of the question."""

    def replies(self, passage: Passage) -> list[Entry]:
        """The passages that reply to one."""

    def speaker_of(self, passage_id: str) -> str | None:
        """Who said a passage."""


def choose(question: str, hits: Sequence[Hit], record: Record) -> list[Chosen]:
    """The passages to quote and the sentences to quote from each, best first."""
    chosen = _choose(_looked_at(question, _admitted(question, hits), record))
    return _with_replies(chosen, question, record)


def _admitted(question: str, hits: Sequence[Hit]) -> list[Hit]:
    """The hits that may be quoted: near the best one, mentioning every name of the question that the best one mentions and every
    place that any of them does, and a reader's comment only where it is asked for or nothing else speaks."""
    near = [hit for hit in hits if hits[0].score - hit.score <= _FALLS_BEHIND][:_CONSIDERED]
    named = [name for name in names(question) if any(_mentions(hit, name) for hit in (near if is_place(name, question) else hits[:1]))]
    near = [hit for hit in near if all(_mentions(hit, name) for name in named)] or near
    near = [hit for hit in near if not only_introduces(hit.passage)] or near
    others = [hit for hit in near if hit.passage.standing is not Kind.COMMENT]
    return near if _ASKS_READERS.search(question) or not others else others


def only_introduces(passage: Passage) -> bool:
    """True for an author's line that hands the word to somebody else."""
    return passage.kind is Kind.ARTICLE and bool(re.search(r":\s*[-–—]*$", passage.text))


def _mentions(hit: Hit, name: str) -> bool:
    return mentions(f"{context_line(hit.title, hit.passage)} {hit.passage.text}".lower(), name)


def _looked_at(question: str, hits: Sequence[Hit], record: Record) -> list[Chosen]:
    """Every sentence of the hits with its likeness: of each word of the question the better of its match in the sentence and
    (counting less) in the passage's context line, weighted by rarity. Names are left out: they tell whether a
    passage is about the right person or place, not which of its sentences answers."""
    spans = [sentence_spans(hit) for hit in hits]
    texts = [hit.passage.text[span.start : span.stop] for hit, own in zip(hits, spans, strict=True) for span in own]
    found = record.match(question, [context_line(hit.title, hit.passage) for hit in hits] + texts)
    found = [tuple(topical(match, names(question))) for match in found]
    contexts, told = found[: len(hits)], iter(found[len(hits) :])
    return [Chosen(hit, own, [_likeness(next(told), context) for _ in own], set()) for hit, own, context in zip(hits, spans, contexts, strict=True)]


def _likeness(sentence: tuple[Match, ...], context: tuple[Match, ...]) -> float:
    return weighted([replace(a, alike=max(a.alike, _CONTEXT * b.alike)) for a, b in zip(sentence, context, strict=True)])


def sentence_spans(hit: Hit) -> list[Chunk]:
    """The sentences of a passage; of a person whom a statement quotes only what stands within the quotation."""
    offset = _after_attribution(hit)
    return [Chunk(span.start + offset, span.stop + offset) for span in sentences(hit.passage.text[offset:])] or [Chunk(0, len(hit.passage.text))]


def _after_attribution(hit: Hit) -> int:
    """Where the words of a person begin whom a statement quotes: after ``X said: “``."""
    passage = hit.passage
    quoted = passage.speaker and passage.speaker != passage.body and passage.kind in (Kind.PRESS_RELEASE, Kind.ARTICLE)
    match = re.match(r"[^“\"]{0,300}:\s*[“\"]", passage.text) if quoted else None
    return match.end() if match else 0


def _choose(looked: Sequence[Chosen]) -> list[Chosen]:
    best = max((max(choice.likeness) for choice in looked), default=0.0)
    chosen: list[Chosen] = []
    for choice in looked[:_CONSIDERED]:
        room = MOST - sum(len(other.taken) for other in chosen)
        if len(chosen) < _PASSAGES and room > 0:
            _take(choice, best * _AGAINST_BEST if chosen else 0.0, room, chosen)
        if choice.taken:
            chosen.append(choice)
    if len(chosen) == 1 and len(chosen[0].taken) == 1:
        _take_neighbour(chosen[0])
    return chosen


def _take(choice: Chosen, least: float, room: int, chosen: Sequence[Chosen]) -> None:
    """Take the sentences of a passage that are like enough, best first, and what they lean on; the first passage gives at least one."""
    order = sorted(range(len(choice.spans)), key=lambda i: -choice.likeness[i])
    for i in order:
        enough = choice.likeness[i] >= max(least, _AGAINST_BEST * choice.likeness[order[0]])
        if i in choice.taken or not enough or (len(_words(choice, i).split()) < _SHORT and choice.taken):
            continue
        needed = with_what_it_leans_on(choice, i) - choice.taken
        if len(choice.taken) + len(needed) > min(room, _FROM_ONE) or _said_already(choice, i, chosen):
            continue
        choice.taken |= needed


def with_what_it_leans_on(choice: Chosen, i: int) -> set[int]:
    """The sentence and, where it begins with a word that points back or is very short, the one before."""
    needed = {i}
    while i > 0 and len(needed) < _FROM_ONE and (_LEANING.match(_words(choice, i)) or len(_words(choice, i).split()) < _SHORT):
        i -= 1
        needed.add(i)
    return needed


def _said_already(choice: Chosen, i: int, chosen: Sequence[Chosen]) -> bool:
    """True where most of the sentence's words of substance stand in one already taken."""
    own = substance(_words(choice, i))
    said = [substance(_words(other, j)) for other in chosen for j in other.taken]
    return any(len(own & other) >= _SAME * max(len(own), 1) for other in said)


def substance(text: str) -> set[str]:
    """Its words of more than three letters."""
    return {word for word in re.findall(r"\w+", text.lower()) if len(word) > 3}


def _take_neighbour(choice: Chosen) -> None:
    """A single sentence is given the neighbour that is more like the question and stands by itself beside it."""
    (only,) = choice.taken
    near = [i for i in (only - 1, only + 1) if 0 <= i < len(choice.spans) and (i > only or i == 0 or not _LEANING.match(_words(choice, i)))]
    if near:
        choice.taken.add(max(near, key=lambda i: choice.likeness[i]))


def _with_replies(chosen: list[Chosen], question: str, record: Record) -> list[Chosen]:
    """A question put in Parliament does not stand without the answer it got."""
    quoted = {choice.hit.passage.id for choice in chosen}
    added: list[Chosen] = []
    for choice in chosen:
        asked = choice.hit
        replies = record.replies(asked.passage) if asked.passage.standing in ANSWERS else []
        replies = [entry for entry in replies if entry.passage.mark is not Mark.NON_ANSWER]
        if replies and not quoted & {entry.passage.id for entry in replies} and len(chosen) + len(added) < _PASSAGES:
            looked = _looked_at(question, [replace(asked, passage=entry.passage, also_at=()) for entry in replies[:_REPLIES]], record)
            _take_reply(best := max(looked, key=lambda reply: max(reply.likeness, default=0.0)))
            added.append(best)
    return chosen + added


def _take_reply(choice: Chosen) -> None:
    """Of a reply's paragraph its first sentence, and the one most like what was asked with what that leans on."""
    choice.taken.add(0)
    best = max(range(len(choice.spans)), key=lambda i: choice.likeness[i])
    needed = choice.taken | with_what_it_leans_on(choice, best)
    if len(needed) <= _FROM_ONE + 1:
        choice.taken |= needed


def _words(choice: Chosen, i: int) -> str:
    return choice.hit.passage.text[choice.spans[i].start : choice.spans[i].stop]
