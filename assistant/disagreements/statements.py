"""What the passages state: their sentences, and each clause of one that stands by itself, made ready to be set beside another.

Left out, because setting them against another source would be a guess: questions, conditions, what somebody else is reported to have said,
recommendations, notes, rows of tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.verify.attribution import is_voice
from assistant.verify.evidence import Evidence
from assistant.verify.frames import Frame, frames
from assistant.verify.names import names
from assistant.verify.quotes import blanked
from assistant.verify.source import Source, source
from assistant.verify.words import listed, stems
from corpus.document import Kind, Mark, Passage
from index.chunk import Chunk, sentences
from index.hits import Hit

_CLAUSE = re.compile(r"; |: |, (?:and|but|yet|while|whereas|although|though|which|because) | (?:but|while|whereas|although|because) ")
_FEWEST, _MOST = 4, 60  # words of a sentence
_CONDITION = re.compile(r"(?i)\b(?:if|unless|whether|suppos\w+|were to|would have|could have|as though|imagine|as long as|in case)\b")
_MOODS = {
    "wanted": listed("should must ought recommend recommends recommended urge urges urged call calls propose proposes want wants needs need hope hopes wish"),
    "to come": listed("will shall would plan plans planned intend intends intended expect expects expected aim aims due target promise promised going future"),
    "possible": listed("may might could possibly perhaps likely risk probably potential potentially allegedly"),
}
_MINE = listed("i we my our")
_DISPUTE = r"(?:den(?:y|ies|ied)|disput(?:e|es|ed)|refut(?:e|es|ed)|contest(?:s|ed)?|contradict(?:s|ed)?|reject(?:s|ed)?)"
_CLAIM = r"(?:claims?|suggestions?|allegations?|accusations?|figures?|criticisms?|assertions?)"
_DENIES = re.compile(
    rf"(?i)\b(?:I|we)(?: (?!not\b|never\b)\w+){{0,2}} {_DISPUTE} (?:that\b|(?:the|any|this|his|her) {_CLAIM}\b)"
    rf"|\b(?:I|we)(?: \w+)? (?:not|cannot|don[’']t|can[’']t) accept (?:that\b|(?:the|any|this|his|her) {_CLAIM}\b)"
    r"|\b(?:is|are|was|were)(?: simply| just)? (?:not (?:true|correct|right|the case|accurate)|untrue|incorrect|wrong|false|mistaken|misleading|nonsense)"
    r" (?:that|to say|to suggest|to claim)\b"
    r"|\bno truth in\b|\bcontrary to (?:what|the (?:claim|suggestion|report|figure))"
    rf"|\b{_CLAIM}\b[^.;:]{{0,60}}? (?:is|are|was|were) (?:not|wrong|incorrect|misleading|untrue)\b"
)
_REPORTED = re.compile(rf"(?i)\b{_DISPUTE} (?:(?:in|on) [^.;:]{{3,60}} )?(?:that\b|the {_CLAIM}\b)")  # a digest tells what its speaker disputed
_NO_FINDING = re.compile(
    r"(?i)[|\[]|\b(?:beg to move|amendments? (?:no\. )?\d|rounded|disproportionate cost|(?:I|we) (?:\w+ )?(?:not|never|don[’']t|didn[’']t)"
    r" (?:say|said|mean|suggest|claim|think|know|recall|remember|want|wish|see|understand|dispute|deny|doubt|reject))\b"
)
_UNCLEAR = re.compile(
    r"(?i)^(?:and |but |so |however,? |as )?(?:it|that|they|he|she|this|those|these|such|which|who)(?:['’]\w+| (?:is|are|was|were|has|have|had|does|do|did"
    r"|will|would|can|could|may|might|should|must|makes?))\b"
)  # it cannot be seen of what it is said
_UNSAID = (Mark.NOTE, Mark.DIVISION, Mark.NON_ANSWER, Mark.RECOMMENDATION)
_QUOTING = (Kind.COMMENT, Kind.TESTIMONY, Kind.ARTICLE)


@dataclass(frozen=True, slots=True)
class Statement:
    """A clause of a passage: ``words`` the whole sentence to the letter, ``told`` the clause without attributions, ``stems`` its words of
    substance and the names in the whole sentence, ``moods`` whether it is wished, to come, or only possible, and ``denies`` whether it sets
    itself against what another said."""

    hit: Hit
    words: str
    told: str
    stems: frozenset[str]
    moods: frozenset[str]
    denies: bool


def statements(hit: Hit) -> list[Statement]:
    """The statements of a passage, in order; none of one that only asks or recommends."""
    passage = hit.passage
    if passage.mark in _UNSAID or (passage.standing is Kind.WRITTEN_QUESTION and not passage.reply_to):
        return []
    made = source(Evidence(1, passage, hit.title, hit.publisher))
    return [each for span in sentences(passage.text) if _states(passage, span) for each in _of(hit, passage.text[span.start : span.stop], made)]


def _states(passage: Passage, span: Chunk) -> bool:
    words = passage.text[span.start : span.stop]
    if not _FEWEST <= len(words.split()) <= _MOST or "?" in words or _NO_FINDING.search(words) or passage.text[span.stop : span.stop + 1] == "?":
        return False
    return passage.standing not in _QUOTING or not _quoted(passage.text, span)


def _quoted(text: str, span: Chunk) -> bool:
    """True for a sentence that holds or stands within quotation marks: another's words."""
    before = text[: span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or bool(re.search('[“”"]', text[span.start : span.stop]))


def _of(hit: Hit, sentence: str, made: Source) -> Iterator[Statement]:
    framed = frames(sentence)
    if _CONDITION.search(sentence) or not all(_own(frame, made) for frame in framed):
        return
    denies = bool(_DENIES.search(sentence) or (hit.passage.about and _REPORTED.search(sentence)))
    named = frozenset(part for name in names(sentence) for part in stems(name.said))
    bare = blanked(sentence, [span for frame in framed for span in frame.spans]) if not denies else sentence
    for clause in [bare] if denies else _clauses(bare):
        told = " ".join(re.sub(r"_{2,}", " ", clause).split())
        if (own := stems(told)) and (denies or not _UNCLEAR.match(told)):
            yield Statement(hit, sentence, told, own | named, _moods(told), denies)


def _own(frame: Frame, made: Source) -> bool:
    """True where an attribution within a passage credits the passage's own voice."""
    who = frame.who.lower().split()
    return bool(who) and (who[-1] in _MINE or who[0] in _MINE or (who[0] not in ("he", "she", "they", "it") and is_voice(frame.who, made)))


def _clauses(sentence: str) -> Sequence[str]:
    """The clauses of a sentence, and the sentence itself where it is short enough to be one statement."""
    return [part for part in _CLAUSE.split(sentence) if part.strip(" _.,")]


def _moods(told: str) -> frozenset[str]:
    low = frozenset(re.findall(r"[a-z]+", told.lower()))
    return frozenset(mood for mood, marks in _MOODS.items() if low & marks)
