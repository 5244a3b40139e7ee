"""What official papers recommend: passages marked as recommendations, and sentences that plainly are one.

Certain rather than generous. Covered: “We recommend …”, what somebody named *should* do, what stands under a heading *Recommendations* or in a
list that is announced as such. Not covered: recommendations that only the whole argument makes, and what a witness asks for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.verify.words import stems
from corpus.document import Mark, Passage
from corpus.pages import bodies
from index.catalogue import Catalogue
from index.chunk import Chunk, sentences
from index.hits import Hit

_OPENINGS = r"(?:(?:However|Therefore|Accordingly|In particular|Finally|So|But|And),? )?(?:(?:Given|Whilst|While) [^.]{3,160}, )?"
_WE = re.compile(
    rf"^{_OPENINGS}(?:[Ww]e|The (?:Committee|Inquiry|Ombudsman|inspectorate)|I)"
    r" (?:(?!not\b|never\b|cannot\b)\w+ ){0,2}(?:recommend|urge|invite|call (?:on|upon)|ask)s?\b(?! in paragraph)"
)
_CALL = re.compile(r"\b(?:should|must|needs? to|ought to)\b(?! (?:not )?have\b)|\b(?:recommend|urge|invite)s?\b")
_ACTOR = re.compile(
    r"^(?:(?:Leaders|Ministers|Inspectors|Providers|Local authorities|Local leaders)"
    r"|(?:The|All|Each|Both|Every|Her Majesty|HM|His Majesty)\b[\w’'&,() -]{2,140}?|[A-Z][\w’'&-]+(?: [A-Z][\w’'&-]+){0,5})"
    r"(?: together| also| therefore| each)? (?:should|must|needs? to|ought to) (?!have\b|be (?:noted|clear|remembered|seen as)\b|not have\b)"
)
_WHO = re.compile(
    r"\b(?i:governments?|ministers?|ministry|department|secretar(?:y|ies)|service|inspectorate|committee|parliament|commission(?:er)?s?|board|councils?"
    r"|authorit(?:y|ies)|agency|office|providers?|trusts?|compan(?:y|ies)|leaders|police|administrations?|regulators?|directors?)\b|\b[A-Z]{2,6}s?\b"
)
_CLAUSE = re.compile(r"\b(?:is|are|was|were|that|which|who|has|have|had|says?|said)\b")  # then it is not the one named who should
_LEANS = re.compile(
    r"^(?:This|That|These|Those|It|They|He|She|Such|To (?:address|achieve|do) this|For this|In doing so|Subsequently|Within|As a minimum"
    r"|The reports?|The strategy|The (?:new )?body|The exercise)\b"
)
_DIGESTED = re.compile(r"(?i)\brecommend(?:s|ed|ations?|ing)\b.*\b(?:should|needed to|specific)\b|\bshould\b.*\brecommend|\bas recommending\b")
_ANNOUNCED = re.compile(r"(?i)\brecommend\w*\b[^.]{0,60}:\s*$")
_LIST = 8  # passages of a list that one line announces
_SAME, _NUMBERED = 0.85, 0.6  # share of the shorter one's words that two texts of the same recommendation have in common; of the same number
_LENGTH, _FEWEST = 0.4, 5  # of the longer one's words, the shorter has at least this share, and so many


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A passage that recommends, and its ``words`` that do, to the letter. ``bearing`` is how well it bears on the term of reference of the
    ``theme``; ``also`` are other passages where the same stands, such as in the response that quotes it."""

    hit: Hit
    words: str
    bearing: float
    theme: int
    also: tuple[Hit, ...] = ()


def recommending(passage: Passage, catalogue: Catalogue) -> str | None:
    """The words of an official passage with which it recommends; ``None`` for one that does not."""
    if passage.standing.authority != 1 or (passage.mark not in (None, Mark.RECOMMENDATION)) or "|" in passage.text:
        return None
    spans = sentences(passage.text) or [Chunk(0, len(passage.text))]
    if passage.mark is Mark.RECOMMENDATION or _listed(passage, catalogue):
        return _words(passage, [span for span in spans if _CALL.search(passage.text[span.start : span.stop])])
    if passage.about:
        return _words(passage, [span for span in spans if _DIGESTED.search(passage.text[span.start : span.stop])])
    if passage.reply_to or _governments(passage):
        return None
    return _words(passage, [span for span in spans if _plain(passage.text, span)])


def same(one: str, other: str, share: float = _SAME) -> bool:
    """True where two texts are the same recommendation in much the same words: ``share`` of the shorter one's."""
    mine, theirs = stems(one), stems(other)
    less, more = sorted((len(mine), len(theirs)))
    return less >= _FEWEST and len(mine & theirs) >= share * less and less >= _LENGTH * more


def twins(one: Passage, other: Passage) -> bool:
    """True where two passages are the same recommendation. Those of one report are often worded alike, so that of two that bear other
    numbers, or none, more has to be the same."""
    numbered = one.number is not None and one.number == other.number
    return same(one.text, other.text, _NUMBERED if numbered else _SAME)


def one_of(passage: Passage, other: Passage) -> bool:
    """True for two paragraphs of one numbered recommendation of a paper."""
    return bool(passage.number) and (passage.document_id, passage.number, passage.headings) == (other.document_id, other.number, other.headings)


def _words(passage: Passage, calling: list[Chunk]) -> str | None:
    """The first sentence that calls for something and stands by itself; else the first, with all before it in the paragraph."""
    text = passage.text
    alone = [span for span in calling if not _LEANS.match(text[span.start : span.stop])]
    if alone:
        return text[alone[0].start : alone[0].stop]
    return text[: calling[0].stop] if calling and calling[0].start and not _LEANS.match(text) else None


def _plain(text: str, span: Chunk) -> bool:
    words = text[span.start : span.stop]
    if text.count("“", 0, span.start) > text.count("”", 0, span.start) or "?" in words:
        return False
    if _WE.match(words):
        return True
    actor = _ACTOR.match(words)
    return bool(actor and _WHO.search(actor[0]) and not _CLAUSE.search(actor[0]))


def _listed(passage: Passage, catalogue: Catalogue) -> bool:
    """True under a heading *Recommendations*, or in a list that a line above announces as recommendations."""
    if passage.about or passage.reply_to:
        return False
    if any("recommendation" in heading.lower() for heading in passage.headings[-2:]) and not _governments(passage):
        return True
    for above in sorted(catalogue.neighbours(passage, _LIST), key=lambda each: -each.ordinal):
        if above.ordinal < passage.ordinal and _ANNOUNCED.search(above.text):
            return True
        if above.ordinal < passage.ordinal and (above.kind, above.speaker, above.headings) != (passage.kind, passage.speaker, passage.headings):
            return False
    return False


def _governments(passage: Passage) -> bool:
    """True for the Government's own paper: it answers recommendations, and makes none."""
    body = passage.body or ""
    return "Government" in body or any(known.department for known in bodies.mentioned(body)) or body.startswith(("Department", "Ministry"))
