"""What was answered to a recommendation: the response that quotes it and replies, or a Minister's word on it; and whether that accepts it.

A status is told only from words that say so of the recommendation itself. That the Government “agrees with the importance” of something, or lists
what it is doing, is a response and no acceptance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.note.gathering.bearing import likenesses
from assistant.note.recommending.recommended import Recommendation
from assistant.verify.offices import ministerial
from assistant.verify.words import stems
from corpus.document import Kind, Mark, Passage
from corpus.pages import bodies
from index.chunk import Chunk, sentences
from index.hits import Hit
from index.rows import Entry
from index.search import Index


class Status(StrEnum):
    """What became of a recommendation, in words for a reader."""

    ACCEPTED = "accepted"
    IN_PART = "accepted in part"
    IN_PRINCIPLE = "accepted in principle"
    NOT_ACCEPTED = "not accepted"
    ANSWERED = "answered; the reply does not say in terms whether it is accepted"
    NONE = "no response found in the collection"


@dataclass(frozen=True, slots=True)
class Response:
    """The ``words`` of a reply, to the letter, that tell what became of a recommendation; of an answer that does not say so, how it begins."""

    status: Status
    hit: Hit
    words: str


_THEM = r"\b(?:recommendations?|conclusions?)\b(?! that\b)"  # “the conclusion that” is any
_IT = rf"(?:(?:the|this|these|both|all|that|those|your|its|their|each)\b[^.;]{{0,60}}?{_THEM}|recommendations? \d|(?:(?:it|them) )?in full\b)"
_ACCEPTS = r"(?:accept(?:s|ed|ing)?|agree(?:s|d)?(?: with)?|support(?:s|ed)?)"
_SPEAKER = r"(?:government|department|ministry|office|we|i|minister|secretary of state|treasury|agency|service|board)"
_FITTING = r"(?:appropriate|necessary|right|desirable|practical|practicable|feasible)"
_FORMS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (Status.NOT_ACCEPTED, re.compile(
        rf"(?i)\b(?:does not|do not|did not|cannot|(?:is|are) (?:unable|not able) to|has not) (?:\w+ )?(?:accept|agree with|support) {_IT}"
        rf"|\b(?:rejects?|rejected|disagrees? with) (?:the|this|these|that|both)\b[^.;]{{0,60}}?{_THEM}"
        rf"|{_THEM}[^.;]{{0,40}} (?:is|are|was|were) (?:not accepted|rejected)\b|^(?:not accepted|rejected|disagreed?)\b"
        rf"|\b(?:does|do) not (?:believe|consider|think) (?:that )?(?:it is|this is|it would be) {_FITTING}\b")),
    (Status.IN_PART, re.compile(
        rf"(?i)\b(?:partially|partly) (?:accept|agree)(?:s|ed)?\b|\baccept(?:s|ed)? (?:\w+ ){{0,4}}in part\b|\baccept(?:s|ed)? part of {_IT}")),
    (Status.IN_PRINCIPLE, re.compile(
        rf"(?i)\b(?:accept|agree)(?:s|ed)?\b (?:[^.;]{{0,50}} )?in principle\b|\b(?:accept|agree)(?:s|ed)?(?: with)? the principle of {_IT}")),
    (Status.ACCEPTED, re.compile(
        rf"(?i)\b{_SPEAKER},? (?:(?!not\b|never\b)\w+ ){{0,3}}?{_ACCEPTS} {_IT}"
        rf"|{_THEM}[^.;]{{0,40}} (?:is|are|was|were|has been|have been) (?:fully )?accepted\b|^(?:fully )?(?:accepted|agreed?)(?: in full)?[.,:;]")),
)  # fmt: skip
_OPEN = re.compile(r"(?i)\b(?:if|whether|should (?:we|the|they)|asks?|asked|unless|would (?:accept|agree))\b|\?")
_ON_IT = 0.4  # share of the recommendation's words in a Minister's sentence and the one before
_SIDES = re.compile(
    r"(?i)^(?:the |we |however,? |in the meantime,? )?(?:\w+ ){0,4}(?:does not |do not |broadly |fully |also )?(?:agrees?|accepts?|disagrees?|rejects?)\b"
)
_FEWEST, _MOST = 6, 80  # words of a sentence that is quoted for an answer
_REACH = 15  # passages between a quoted recommendation and the reply to it


def response(asked: Recommendation, index: Index) -> Response | None:
    """What replies to a recommendation in a response that quotes it; ``None`` where nothing does."""
    replies = _replies(asked, index)
    told = [found for hit in replies for found in _told(hit, hit.passage.text)]
    if told:
        return told[0] if len({each.status for each in told}) == 1 else replace(told[0], status=Status.ANSWERED)
    return _answered(asked, replies, index) if replies else None


def ministers(asked: Recommendation, spoken: Sequence[Hit]) -> Response | None:
    """What a Minister said, among ``spoken``, that accepts or rejects a recommendation of the same body, in words that are much
    the recommendation's own; ``None`` where none did."""
    return next(_by_ministers(asked, spoken), None)


def status(sentence: str) -> Status | None:
    """What a sentence of a reply says has become of the recommendation it answers; ``None`` where it does not say."""
    if _OPEN.search(sentence):
        return None
    return next((found for found, form in _FORMS if form.search(sentence)), None)


def _told(hit: Hit, text: str) -> Iterator[Response]:
    for span in sentences(text) or [Chunk(0, len(text))]:
        if found := status(words := text[span.start : span.stop]):
            yield Response(found, hit, words)


def _replies(asked: Recommendation, index: Index) -> list[Hit]:
    """What replies to the recommendation wherever it is quoted, in order; the reply to several together is found from each."""
    for hit in (asked.hit, *asked.also):
        entries = index.catalogue.replies(hit.passage) or _together(hit.passage, index)
        if found := [as_hit(hit, entry) for entry in entries if entry.passage.mark not in (Mark.NOTE, Mark.NON_ANSWER)]:
            return found
    return []


def _together(passage: Passage, index: Index) -> list[Entry]:
    """The replies to the first of the recommendations that are answered together with this one: those that stand right above it."""
    above = [each for each in index.catalogue.neighbours(passage, _REACH) if each.ordinal < passage.ordinal]
    for each in reversed(above):
        if each.mark not in (Mark.RECOMMENDATION, Mark.CONCLUSION) or not each.origin:
            return []
        if replies := index.catalogue.replies(each):
            return replies if replies[0].passage.ordinal > passage.ordinal else []
    return []


def _by_ministers(asked: Recommendation, spoken: Sequence[Hit]) -> Iterator[Response]:
    passage = asked.hit.passage
    wanted = stems(asked.words)
    for hit in spoken:
        said = hit.passage
        later = (said.date or "") >= (passage.date or "")
        if not later or not (ministerial(said.office) or said.kind is Kind.WRITTEN_STATEMENT) or not _names(said.text, passage):
            continue
        for found in _told(hit, said.text):
            if "recommendation" in found.words.lower() and len(wanted & stems(said.text)) >= _ON_IT * len(wanted):
                yield found


def _names(text: str, passage: Passage) -> bool:
    """True where a text names the body that recommends."""
    body = passage.about.body if passage.about else passage.body
    return body is not None and (body in text or any(known.name == body for known in bodies.mentioned(text)))


def _answered(asked: Recommendation, replies: Sequence[Hit], index: Index) -> Response:
    """Of a reply that does not say what becomes of the recommendation: the sentence that agrees or disagrees with something of it, else the
    one that is most like it."""
    told = [(hit, hit.passage.text[span.start : span.stop]) for hit in replies for span in sentences(hit.passage.text)]
    told = [(hit, words) for hit, words in told if _FEWEST <= len(words.split()) <= _MOST] or [(hit, hit.passage.text) for hit in replies[:1]]
    taking_sides = [(hit, words) for hit, words in told if _SIDES.search(words)]
    if taking_sides:
        return Response(Status.ANSWERED, *taking_sides[0])
    alike = likenesses(asked.words, [words for _, words in told], index)
    return Response(Status.ANSWERED, *told[max(range(len(told)), key=lambda i: alike[i])])


def spread(hits: Iterable[Hit]) -> list[Hit]:
    """The hits, and beside each the passages elsewhere that have the same words."""
    return [each for hit in hits for each in (hit, *(as_hit(hit, entry) for entry in hit.also_at))]


def as_hit(found: Hit, entry: Entry) -> Hit:
    """Another passage as a hit."""
    return replace(found, passage=entry.passage, title=entry.title, publisher=entry.publisher, source=entry.source, also_at=())
