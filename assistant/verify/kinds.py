"""What sort of source a sentence says that it draws on: a comment is never a report, nor a question an answer."""

from __future__ import annotations

import re

from assistant.verify.source import Source
from corpus.document import Kind

_REPORTS = {Kind.INSPECTION_REPORT, Kind.COMMITTEE_REPORT, Kind.GOVERNMENT_REPORT, Kind.INQUIRY_REPORT}
_SAID = {Kind.DEBATE, Kind.WRITTEN_STATEMENT, Kind.ORAL_EVIDENCE}
_FOR = (
    (r"inspection report|inspection|inspectorate report", {Kind.INSPECTION_REPORT}),
    (r"committee report", {Kind.COMMITTEE_REPORT}),
    (r"government report", {Kind.GOVERNMENT_REPORT}),
    (r"inquiry report", {Kind.INQUIRY_REPORT}),
    (r"(?:annual )?report|finding|foreword", _REPORTS),
    (r"written answer|written reply", {Kind.WRITTEN_QUESTION}),
    (r"written question", {Kind.WRITTEN_QUESTION}),
    (r"answer|reply", {Kind.WRITTEN_QUESTION, Kind.DEBATE, Kind.ORAL_EVIDENCE}),
    (r"question", {Kind.WRITTEN_QUESTION, Kind.DEBATE, Kind.ORAL_EVIDENCE}),
    (r"written statement", {Kind.WRITTEN_STATEMENT}),
    (r"press statement|press release|media release|media statement|release", {Kind.PRESS_RELEASE}),
    (r"statement", {Kind.PRESS_RELEASE, Kind.WRITTEN_STATEMENT, Kind.DEBATE}),
    (r"oral evidence", {Kind.ORAL_EVIDENCE}),
    (r"written evidence|submission", {Kind.WRITTEN_EVIDENCE}),
    (r"evidence", {Kind.ORAL_EVIDENCE, Kind.WRITTEN_EVIDENCE}),
    (r"response", {Kind.GOVERNMENT_REPORT, Kind.DEBATE, Kind.WRITTEN_QUESTION, Kind.PRESS_RELEASE}),
    (r"article|blog post|blog|post", {Kind.ARTICLE}),
    (r"comment", {Kind.COMMENT}),
    (r"testimony|account", {Kind.TESTIMONY}),
    (r"debate|speech|contribution", {Kind.DEBATE}),
    (r"digest", {Kind.DIGEST}),
)
_BY_NOUN = tuple((re.compile(rf"(?i)(?:{noun})s?"), kinds) for noun, kinds in _FOR)
_NOUN = re.compile(
    r"(?i)\b(?:(?:written|oral|press|inspection|committee|government|inquiry|annual|media|blog) )?"
    r"(?:report|inspection|finding|foreword|answer|reply|question|statement|release|submission|evidence|response|article|blog|post|comment"
    r"|testimony|debate|speech|contribution"
    r"|digest)s?\b(?! \d)"
)
_OF = re.compile(r"(?:account|summary|view|reading) of (?:the|its|their|this) $|\b(?:calls? for|based on|on) $|\bto (?:the|its|this|an?) $")


def wrong(words: str, source: Source) -> str | None:
    """The first noun in an attribution's ``words`` for a kind of source that this one is not; ``None`` where all fit."""
    words = re.sub(r"‘[^’]*(?:’\w[^’]*)*’|\([^)]*\)", " ", words)
    return next((m[0] for m in _NOUN.finditer(words) if not _OF.search(words[: m.start()]) and not fits(m[0], source)), None)


def fits(noun: str, source: Source) -> bool:
    """True where the source is of the kind that ``noun`` names."""
    kinds = next((kinds for form, kinds in _BY_NOUN if form.fullmatch(noun)), None)
    passage = source.passage
    if kinds is None or passage.kind in kinds:
        asks = re.search(r"(?i)question", noun) and passage.reply_to and passage.kind is Kind.WRITTEN_QUESTION
        answers = re.search(r"(?i)answer|reply", noun) and not passage.reply_to and passage.kind is Kind.WRITTEN_QUESTION
        return not asks and not answers
    about = passage.about
    if about and about.kind in kinds:
        return True  # of a digest, named together with it
    return bool(re.fullmatch(r"(?i)comments?", noun)) and bool(passage.origin and "comment" in passage.origin.quoted_in)
