"""An answer made of quotations: the sentences that answer, to the letter, each led in by who said it, when and in what.

No model writes anything here, and sources of different standing are kept apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant import citations as refs
from assistant.answer import Citation, Sentence
from assistant.attribution import lead_in
from assistant.selection import Chosen, Record, choose
from corpus.document import Kind, Passage
from index.chunk import Chunk
from index.context import ANSWERS
from index.hits import Hit


def answer(question: str, hits: Sequence[Hit], record: Record) -> tuple[list[Sentence], list[Citation]]:
    """The sentences of the answer and the citations they number, in the order they are to be read."""
    chosen = _in_reading_order(choose(question, hits, record))
    citations = [citation(number, choice.hit) for number, choice in enumerate(chosen, start=1)]
    told, before = [], None
    for choice, cited in zip(chosen, citations, strict=True):
        told.append(sentence(choice.hit, runs(choice), cited.number, record, before))
        before = choice.hit
    return told, citations


def _in_reading_order(chosen: Sequence[Chosen]) -> list[Chosen]:
    """Official findings first, readers last; within that source by source, the most like first, and a debate as it went."""
    best: dict[str, float] = {}
    for choice in chosen:
        source = choice.hit.passage.document_id
        best[source] = max(best.get(source, 0.0), max(choice.likeness))

    def place(choice: Chosen) -> tuple[object, ...]:
        passage = choice.hit.passage
        within = float(passage.ordinal) if passage.standing in ANSWERS else -max(choice.likeness)
        return passage.standing.authority, -best[passage.document_id], passage.document_id, within

    return sorted(chosen, key=place)


def sentence(hit: Hit, parts: Sequence[str], number: int, record: Record, before: Hit | None = None) -> Sentence:
    """``parts`` of a passage quoted to the letter, led in by who says it, citing ``number``; ``before`` is what was quoted just before it."""
    passage = hit.passage
    again = before is not None and _same_voice(before, hit)
    another = before is not None and before.passage.kind is passage.kind
    asker = record.speaker_of(passage.reply_to) if passage.reply_to and passage.kind in ANSWERS else None
    quoted = " … ".join(parts)
    text = f"{lead_in(passage, hit.title, quoted, asker, again=again, another=another)}: “{quoted}”"
    assert parts and all(part and part in passage.text for part in parts)  # what is called verified below
    return Sentence(text, (number,), tuple(parts), refs.group(passage))


def runs(choice: Chosen) -> list[str]:
    """The taken sentences as the source has them, neighbours together."""
    found: list[Chunk] = []
    last = -2
    for i in sorted(choice.taken):
        span = choice.spans[i]
        if i == last + 1 and found:
            found[-1] = replace(found[-1], stop=span.stop)
        else:
            found.append(span)
        last = i
    return [choice.hit.passage.text[run.start : run.stop] for run in (_bare(choice.hit.passage.text, run) for run in found)]


def _bare(text: str, span: Chunk) -> Chunk:
    """The span without a quotation mark at its ends that has no partner within it."""
    start, stop = span.start, span.stop
    inner = text[start:stop]
    if inner[:1] in '“"' and inner.count("”") < inner.count("“") + (inner.count('"') % 2):
        start += 1
    if inner[-1:] in '”"' and inner.count("“") < inner.count("”") + (inner.count('"') % 2):
        stop -= 1
    return Chunk(start, max(start, stop))


def _same_voice(one: Hit, other: Hit) -> bool:
    """True where two hits follow each other in the same mouth and the same source, so that a short lead-in will do."""

    def voice(passage: Passage) -> tuple[object, ...]:
        speaker = passage.about.speaker if passage.about else passage.speaker
        account = passage.locator.split(",")[0] if passage.kind is Kind.TESTIMONY else None  # two unnamed people are two
        return passage.kind, passage.standing, speaker, account, passage.body, passage.date, passage.document_id

    return voice(one.passage) == voice(other.passage) and one.passage.kind is not Kind.COMMENT


def citation(number: int, hit: Hit) -> Citation:
    """A hit as a numbered citation."""
    elsewhere = tuple(f"{other.title}, {other.passage.locator}" for other in hit.also_at)
    return Citation(number, hit.passage, hit.title, hit.publisher, elsewhere)
