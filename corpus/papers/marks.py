"""Recommendations and conclusions recognised as such, by the number or the words they begin with or the list they stand in.

Certain rather than generous: a sentence that speaks *of* a recommendation is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import Kind, Mark
from corpus.papers import numbers
from corpus.papers.block import Block, Role

_LABEL = re.compile(
    r"^(?:(?i:recommendation)\s+(?:no\.?\s*)?|Rec\.?\s*|R)(?P<number>\d{1,3}(?:\.\d{1,3})?[a-z]?|[A-Z]\d{0,2})"
    r"(?:\s*[:.–—)-]+\s*|\s+(?=[A-Z“‘\"])|$)"
)
_BARE = re.compile(r"(?i)^recommendation\s*(?:[:–—-]\s*|$)")
_CONCLUSION = re.compile(r"^(?i:conclusion)(?:\s+(?P<number>\d{1,3}))?(?:\s*[:–—-]\s*|$)")
_LISTS = re.compile(
    r"(?i)^(?:[\w.]+\s+|chapter \w+:?\s+)?(?:(?:our|key|main|list of|summary of|full list of|the|final|table of|annex \w+:?)\s+)*(?:the\s+)?"
    r"(?P<what>conclusions? and recommendations?|recommendations? and conclusions?|findings and recommendations|recommendations?|conclusions?)"
    r"(?:\s+(?:and (?:next steps|actions)|in full))?$"
)
_STARTS = r"(?:^|[.!?][”\"’')]*(?:\s?\[\d+\])?\s+)(?:(?:However|Therefore|Accordingly|For this reason|In particular|Again|Finally|So|But|And),?\s+)?"
_WE_RECOMMEND = re.compile(rf"{_STARTS}(?:We|The Committee|The Inquiry|I)\s+(?:(?!not\b|never\b|cannot\b)\w+\s+){{0,2}}?(?:recommend|recommends)\b")
_WE_CONCLUDE = re.compile(rf"{_STARTS}(?:We|The Committee)\s+(?:(?!not\b|never\b|cannot\b)\w+\s+){{0,2}}?(?:conclude|concludes)\b")
_CALLS = re.compile(r"\b(?:recommends?|should|must|urges?|calls? (?:on|upon) (?:the|ministers)|invites? the|asks? the)\b")
_WE_CALL = re.compile(r"(?i)\bwe (?:\w+ ){0,2}(?:recommend|urge|invite|call (?:on|upon)|ask|propose)\b")
_OFFICIAL = {Kind.COMMITTEE_REPORT, Kind.INQUIRY_REPORT, Kind.INSPECTION_REPORT, Kind.GOVERNMENT_REPORT}
_BY_WE = {Kind.COMMITTEE_REPORT, Kind.INQUIRY_REPORT, Kind.INSPECTION_REPORT}
_TITLE_WORDS = 25  # of a recommendation's title
_CONTENTS = re.compile(r"(?i)^(?:table of )?contents$")
_LEADER = re.compile(r"(?:\.{4,}|…{2,}|(?:\. ){4,})\s*\d*$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A mark with the number printed with it."""

    mark: Mark
    number: str | None = None


def labelled(text: str) -> Marked | None:
    """The recommendation or conclusion that ``text`` says it is by its first word (``Recommendation 5:``, ``R5 The …``)."""
    if _LEADER.search(text):
        return None
    if match := _LABEL.match(text):
        return Marked(Mark.RECOMMENDATION, match["number"])
    if _BARE.match(text):
        return Marked(Mark.RECOMMENDATION)
    match = _CONCLUSION.match(text)
    return Marked(Mark.CONCLUSION, match["number"]) if match else None


def titled(block: Block) -> bool:
    """True for a paragraph that is the title of a recommendation (*Recommendation 2: Leadership in emergencies*), not its text."""
    match = _LABEL.match(block.text)
    short = len(block.text.split()) <= _TITLE_WORDS and not numbers.is_sentence(block.text.removesuffix("."))
    return bool(match and block.role is Role.PARAGRAPH and not block.number and short and not re.search(r"[.;]$", block.text[match.end() :]))


def listed(heading: str) -> str | None:
    """What a heading announces a list of: ``recommendations``, ``conclusions and recommendations``; ``None`` for other headings."""
    match = _LISTS.match(heading)
    return match["what"].lower() if match else None


def own(block: Block, kind: Kind, headings: tuple[str, ...]) -> Marked | None:
    """The mark of a block by its own words, and the list it stands in. Only official papers recommend."""
    if kind not in _OFFICIAL or block.role in (Role.NOTE, Role.TABLE) or any(map(_CONTENTS.match, headings)):
        return None
    if found := labelled(block.text):
        return found
    if found := _in_list(block, headings):
        return found
    return _by_words(block) if kind in _BY_WE else None


def _in_list(block: Block, headings: tuple[str, ...]) -> Marked | None:
    """A numbered item, or a list introduced by a colon, under a heading that announces recommendations or conclusions."""
    what = next((found for heading in reversed(headings) if (found := listed(heading))), None)
    introduced = bool(re.search(r"\b(?:should|must|recommends? that|recommends?)\s*:", block.text))
    if what is None or not (block.number or introduced or (block.role is Role.ITEM and "and" not in what)):
        return None
    if "conclusion" not in what and "findings" not in what:
        return Marked(Mark.RECOMMENDATION, block.number)
    calls = "recommendation" in what and _CALLS.search(block.text)
    return Marked(Mark.RECOMMENDATION if calls else Mark.CONCLUSION, block.number)


def _by_words(block: Block) -> Marked | None:
    text = block.text
    for pattern, mark in ((_WE_RECOMMEND, Mark.RECOMMENDATION), (_WE_CONCLUDE, Mark.CONCLUSION)):
        match = pattern.search(text)
        if match and text.count("“", 0, match.end()) <= text.count("”", 0, match.end()):
            return Marked(mark)
    if block.bold and len(text.split()) >= 12 and text.endswith("."):
        return Marked(Mark.RECOMMENDATION if _WE_CALL.search(text) else Mark.CONCLUSION)
    return None
