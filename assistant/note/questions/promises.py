"""What Ministers said would be done by a day that has passed, with nothing found since that says it was.

Covered: “will … by April 2017”, “we intend to … next year”, in what a Minister said or a department wrote. Not covered: undertakings without a
date, what is only expected of others, and seasons (“in the spring”).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.note.gathering.bearing import OFFICIAL_KINDS, PARLIAMENT_KINDS, likenesses, within
from assistant.note.inquiry import Inquiry
from assistant.verify.moments import Moment, moments, seen_from
from assistant.verify.offices import ministerial
from corpus.dates import is_iso
from corpus.document import Kind, Mark, Passage
from corpus.pages import bodies
from index.chunk import sentences
from index.hits import Hit
from index.search import Index

_WHO = r"(?:we|i|(?:government|department|ministry|minister|office|treasury|my (?:right )?hon\.? friend)s?(?: [a-z]+ly)?)"
_MEANS = r"(?:intend|plan|aim|expect|undertake|propose)s? to|(?:expect|intend)s? (?:that )?the\b"
_PROMISES = re.compile(
    rf"(?i)\b{_WHO} (?:will|shall|(?:are|is|am) (?:\w+ )?(?:going|committed|due) to|{_MEANS})|\bthere will be\b"
    r"|\b(?:will|shall|is to|are to|is due to|are due to) be (?:\w+ly )?(?!held\b|asked\b|given\b)\w+(?:ed|en|ght|ut)\b"
)
_NO_PROMISE = re.compile(
    r"(?i)\b(?:will|shall) (?:be aware|know|recall|remember|appreciate|understand|have (?:seen|heard|noticed)|agree|forgive|want|wish|note|recognise)\b"
    r"|\b(?:will|shall) (?:not|never)\b|\bwon['’]t\b|\bif\b|\bunless\b|\bwhether\b|\bwould\b|\?|\bnot (?:intend|expect|anticipate|plan)"
    r"|\b(?:said|mentioned|asked|suggested|claimed|believes?) that\b|\b(?:hon(?:ourable)?\.?|noble) (?:lady|gentleman|member|lord|baroness)s? will\b"
    r"|\b(?:figures?|statistics|data|information|bulletin|digest)\b[^.;]{0,80}\b(?:published|available|updated)\b"
    r"|^(?:this|these|those|it|they|that|he|she)\b|\b(?:publish|do) (?:it|this|so)\b"
)
_BY = re.compile(r"(?i)\b(?:by(?: the)?(?: end of)?|before(?: the end of)?|in|from|on|during|no later than|until|for|(?:the )?end of|later|of) (?:the )?$")
_DONE = re.compile(
    r"(?i)\b(?:has|have|had|was|were|is|are) (?:now |been |already |since |fully )*(?:\w+(?:ed|en)|in place|made|set|done|begun|brought|built|put|met|open)\b"
)
_NOT = re.compile(r"(?i)\b(?:not|no|never|yet to|still|delay\w*|will|due|await\w*)\b|n['’]t\b")
_LIKE = 0.6  # likeness of a later sentence that tells of the same
_NEAR = 10  # later passages looked at
_LONGEST = 90  # words of a sentence that is quoted


@dataclass(frozen=True, slots=True)
class Promise:
    """A passage, its ``words`` (to the letter) that promise, and the last day (ISO) on which it would have been in time."""

    hit: Hit
    words: str
    due: str


def overdue(hits: Sequence[Hit], inquiry: Inquiry, index: Index) -> Iterator[Promise]:
    """The promises among the hits whose day has passed, in their order. Without a day to look from there are none."""
    today = inquiry.today or inquiry.session.date
    for hit in hits if today else ():
        for promise in promises(hit):
            if promise.due < (today or "") and not _kept(promise, inquiry, index):
                yield promise


def promises(hit: Hit) -> Iterator[Promise]:
    """The dated promises of a passage by a Minister or a department, in order."""
    passage = hit.passage
    if not _by_government(passage) or passage.mark in (Mark.NON_ANSWER, Mark.NOTE, Mark.DIVISION) or not passage.date:
        return
    for span in sentences(passage.text):
        words = passage.text[span.start : span.stop]
        if (due := _due(words, passage.date)) and len(words.split()) <= _LONGEST:
            yield Promise(hit, words, due)


def _due(words: str, said: str) -> str | None:
    """The last day by which a sentence said on the day ``said`` promises something; ``None`` where it does not."""
    promise = _PROMISES.search(words)
    if promise is None or _NO_PROMISE.search(words):
        return None
    after = [moment for moment in moments(words) if moment.start >= promise.end() and (moment.words or _BY.search(words[: moment.start]))]
    ends = [end for moment in after for seen in seen_from(moment, said) if (end := _end(seen))]
    return next((end for end in ends if end > said), None)


def _end(moment: Moment) -> str | None:
    """The last day of a moment that has a year; of a financial year or a span, of its second."""
    if moment.year is None or moment.words:
        return None
    if moment.end is not None:
        return f"{moment.year - moment.year % 100 + moment.end + (100 if moment.end < moment.year % 100 else 0)}-03-31"
    month = moment.month or 12
    last = f"{moment.year}-{month:02}-{moment.day or monthrange(moment.year, month)[1]:02}"
    return last if is_iso(last) else None


def _by_government(passage: Passage) -> bool:
    if passage.about:
        return False  # its tense is the digest's
    if passage.kind is Kind.WRITTEN_STATEMENT or ministerial(passage.office):
        return True
    if passage.kind is Kind.GOVERNMENT_REPORT:
        return bool(passage.reply_to) or any(body.department for body in bodies.mentioned(passage.body or ""))
    return passage.kind is Kind.WRITTEN_QUESTION and bool(passage.reply_to)


def _kept(promise: Promise, inquiry: Inquiry, index: Index) -> bool:
    """True where something later seems to say that it was done."""
    limits = within(inquiry.limits, PARLIAMENT_KINDS + OFFICIAL_KINDS)
    if limits is None:
        return False
    said = promise.hit.passage.date or ""
    texts = [hit.passage.text for hit in index.search(promise.words, _NEAR, replace(limits, since=said)) if (hit.passage.date or "") > said]
    told = [text[span.start : span.stop] for text in texts for span in sentences(text)]
    alike = likenesses(promise.words, told, index)
    return any(value >= _LIKE and _DONE.search(words) and not _NOT.search(words) for value, words in zip(alike, told, strict=True))
