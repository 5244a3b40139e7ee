"""Which replies to a parliamentary question are certainly no answer to it: holding replies, and what Prorogation or Dissolution cut off.

Covered: the set phrases in which a question is put off (*It has not proved possible to respond … before Prorogation*, *An answer
is being prepared*, *I will write to the hon. Member*). Not covered, and so not marked: what says anything besides, points elsewhere
(*I refer the hon. Member to the reply given …*, *I have written …*), declines (*at disproportionate cost*) or lacks the figures (*not
held centrally*). A reply is no answer only if each of its sentences is made of the words of putting off and of names alone.
"""

from __future__ import annotations

import re

HOLDING = "holding answer: the answer itself was given later or not at all"
LETTER = "no answer here: one was promised by letter"
PROROGATION = "not answered before Prorogation"
DISSOLUTION = "not answered before Dissolution"

_LONGEST = 600  # characters; such replies are short
_HEAD = re.compile(r"^\s*\[?\s*(?:holding (?:answer|reply))\b[^\]:.]{0,60}[\]:.]?[\]:.\s]*", re.I)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})(?:,? \d{{4}})?\b")
_NUMBER = re.compile(r"\b(questions?|PQs?|UINs?)(?: numbers?)?(?:,? (?:and )?(?:HL)?\d+)+\b", re.I)
_ABBREVIATED = re.compile(r"\b(hon|rt|mr|mrs|ms|dr|st)\.(?!\s*$)", re.I)
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_PUTTING_OFF = """
a able about accessible accomplished additional again all allotted also am an and another answer answered answering answers any anticipated
apologise are around as at available baroness be because been before being both but by can cannot collate collated collating collation consider
copies copy correspond could course dame data date delay deposit deposited detail detailed details directly dr due each earliest for friend
friends from full fully further gather gathering gentleman gentlemen given has have he her him his hon honourable house i identify in indicated
information instead is it it's its itself ladies lady ladyship later let letter letters libraries library like long longer lord lords lordship
made make manually matter may me member member's members members' minister ministers mr mrs ms my necessary needed noble normal not now obtain
obtained of official officials on once opportunity or our owing parliament parliamentary peer peers period place placed please point possible
possibly practicable prepare prepared prepares preparing present prior proved proven provide provided providing question questions rather
reasonably receive regret relevant replies reply requested require required requires respond responded responding response responses right rose
sent separately set shall she shortly should sir so some soon sorry substantive substantively take taken taking than that the their them then
there therefore these they this those time timeframe timely timescale timescales to too unable under until us usual we when which while who will
with within work write writes writing written yet you your
"""
_WORDS = frozenset(_PUTTING_OFF.split())
_PUT_OFF = (
    (re.compile(r"\b(?:not|unable|cannot)\b.{0,200}\bprorogation\b"), PROROGATION),
    (re.compile(r"\b(?:not|unable|cannot)\b.{0,200}\b(?:dissolution\b|parliament (?:is|was) dissolved\b)"), DISSOLUTION),
    (re.compile(r"\b(?:will|shall)(?: \w+){0,2} (?:write|writing|correspond)\b"), LETTER),
    (re.compile(r"\banswers?\b.{0,40}\b(?:(?:is|are) (?:still )?being prepared|(?:will|shall) be (?:provided|given|sent|made))\b"), HOLDING),
    (re.compile(r"\blet \w[\w ]{0,60} have (?:a|an|the) (?:\w+ )?(?:answer|reply)\b|\bquestions? (?:will|shall) be answered\b"), HOLDING),
    (re.compile(r"\b(?:will|shall) (?:\w+ )?(?:answer|(?:reply|respond) to)\b"), HOLDING),
    (re.compile(r"\bnot (?:\w+ )?(?:be |been )?possible to (?:answer|respond|reply)\b|\b(?:unable|not able) to (?:answer|respond|reply)\b"), HOLDING),
    (re.compile(r"\bcould not be (?:obtained|provided|collated|answered) (?:with)?in the (?:time|usual|normal)"), HOLDING),
    (re.compile(r"\b(?:tak(?:e|ing)|need|require)s? (?:\w+ ){0,2}(?:time|longer)\b.{0,20}\bcollat"), HOLDING),
)  # fmt: skip
_ELSEWHERE = re.compile(r"\b(?:refer|have written|has written|wrote|replied)\b|'s? letters?\b|\bto (?:the|your|his|her|their|these|those) letters?\b")
_TO_WHOM = re.compile(r"\b(?:write|writing|respond|reply|correspond)(?: directly| again| separately)? (?:to|with) ((?:[\w']+ ?){1,9})")
_TO_ASKER = """member members peer peers friend friends lord lords lady ladies gentleman gentlemen baroness him her them you question questions
answer answers response reply information details"""
_ASKER = frozenset(_TO_ASKER.split())


def remark_for(text: str) -> str | None:
    """What to say of a reply that is certainly no answer (one of this module's four lines), or ``None`` where it answers or may do so."""
    if len(text) > _LONGEST or not text.strip():
        return None
    rest = _HEAD.sub("", " ".join(text.split()).replace("’", "'").replace("\u200b", ""))
    rest = _ABBREVIATED.sub(r"\1 ", _NUMBER.sub(r"\1", _DATE.sub("", rest)))
    sentences = [sentence for sentence in re.split(r"[.!?;]", rest) if _WORD.search(sentence)]
    if not sentences:
        return HOLDING if _HEAD.match(text) else None
    if not all(_only_puts_off(sentence) for sentence in sentences):
        return None
    whole = " ".join(rest.lower().split())
    if _ELSEWHERE.search(whole) or not all(_ASKER & set(re.split(r"[ ']", to[1])) for to in _TO_WHOM.finditer(whole)):
        return None
    return next((remark for pattern, remark in _PUT_OFF if pattern.search(whole)), None)


def _only_puts_off(sentence: str) -> bool:
    """Whether a sentence holds nothing but words of putting off and names: a figure or any other noun may be substance."""
    first, *others = _WORD.findall(sentence)
    return first.lower() in _WORDS and all(word.lower() in _WORDS or word[0].isupper() for word in others)
