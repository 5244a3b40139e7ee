"""Which sentences of a passage a note may quote at all: those that tell something by themselves."""

from __future__ import annotations

import re

from assistant.disagreements.bearings import bearing_words
from assistant.verify.words import words
from corpus.document import Kind, Mark, Passage

_NO_EVIDENCE = (Mark.NON_ANSWER, Mark.NOTE, Mark.DIVISION)
_ENDS = re.compile(r"[.!?][”\"’')\]]*$")
_LINK = re.compile(r"https?://|www\.")
_INTRODUCES = re.compile(r":\s*[-–—]*$")
_BROKEN = re.compile(r"[–—-]$|\.{3}$|…$")
_FRAGMENT = re.compile(r"[a-z]|\(?[a-z0-9]{1,3}\)|[•·▪*-]")  # what goes on with a list
_HANGS = re.compile(r"(?:Until|Unless)\b(?!.*, (?:we|they|it|the|this|that|there|he|she|no|I)\b)")  # a clause whose main clause is wanting
_CONTENTS = re.compile(r"(?:\.\s?){4,}|\s\d{1,3}$")
_COURTESY = re.compile(
    r"(?i)^(?:my lords,? )?(?:i (?:also )?(?:take this opportunity|thank|am (?:very )?(?:grateful|obliged|glad|pleased)|congratulate|beg to)"
    r"|i (?:welcome the opportunity|pay tribute)|our thoughts are|i (?:entirely |fully )?agree with (?:the|my)"
    r"|(?:thank you|yours|dear|kind regards|order|hear, hear)\b)"
)
_POINTS_ELSEWHERE = re.compile(
    r"(?i)\b(?:(?:graphic|table|figure|chart|diagram|map|picture|link|box|comments?|extract) (?:below|above)|see (?:also )?(?:table|figure|annex|appendix)"
    r"|tables? \d+ (?:shows?|gives?|sets?)|in tables? \d|placed in the (?:house )?librar(?:y|ies)"
    r"|see (?:also )?(?:chapter|page|below|above)|as i said|set out below|(?:are|is) (?:listed|set out|shown) (?:below|above|in)|click here|read more"
    r"|tables? \d+ (?:below|above|provides?|contains?)|^for pq \d|^(?:please )?note that|(?-i:^Notes?:? ?[A-Z(\d])"
    r"|these figures (?:are|were|have been) (?:taken|drawn|extracted)"
    r"|(?:data|figures|information|statistics) (?:on|for|about)\b.{0,90}\b(?:is|are|were|was) (?:not available|unavailable|not held|not collected)"
    r"|you can (?:see|read|find)|this (?:chapter|section|annex|blog|post)\b)"
)
_COARSE = re.compile(
    r"(?i)\b(?:\w*f[u*]ck\w*|sh[i*]t\w*|s\*\*t|crap\w*|piss\w*|bullsh\w+|arse\w*|bloody|bastards?|sod it|nonsense|rubbish|shambles|omnishambles"
    r"|farce|farcical|clueless|joke|stupid|idiots?|liars?|lies|scum|cronies|disgrace\w*)\b"
)
"""What a clerk would not put before a committee."""
_PERSON = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness)\.? [A-Z]|\b[A-Z][a-z]+’s? (?:MP|MSP)\b|\b[A-Z][a-z]{2,} [A-Z][a-z]{2,}\b")
_FIRST_HAND = re.compile(r"\b(?:[Ww]e|[Oo]ur|us|my|My)\b|\d")
_SHORTEST = 5  # words
_LONGEST = 90  # words: a sentence that runs on longer is a list or a table
_FROM_READERS = 6  # words that a reader's or a practitioner's sentence has at least
_VOICES = (Kind.TESTIMONY, Kind.COMMENT)
_MEASURED = re.compile(
    r"[£$€%]|\d{2,}|\b(?:per cent|half|third|thirds|quarters?|majority|most|many|few|fewer|several|almost all|nearly|too (?:many|few|little|much|often)"
    r"|one in \w+|million|billion|dozens|hundreds|thousands)\b"
)
_DECIDED = re.compile(
    r"(?i)\b(?:should|must|need(?:s|ed)? to|recommend\w*|agree[ds]?|accept(?:s|ed)?|reject(?:s|ed)?|commit(?:s|ted)?|announced?|will|failed|failure"
    r"|lack(?:ed|s)?"
    r"|shortages?|delay(?:s|ed)?|unable|concern(?:s|ed)?|problems?|shortfall|risks?|warn(?:s|ed|ings?)?|criticis\w+|confused|vulnerable|stalled"
    r"|difficult\w*|tension|because|led to|result(?:s|ed)? (?:in|of)|caused|due to|impact(?:ed)?)\b"
)
_SETS_OUT = re.compile(
    r"(?i)^(?:this is (?:the|our) (?:\w+ )?(?:inspection|report|inquiry|review|edition)|we report on|this was the (?:\w+ )?inspection|that is the headline"
    r"|the (?:inspection|report|review|inquiry|study) (?:looked|considers?|examin\w+|covers?|states)|this (?:report|chapter|inquiry|evidence|submission) "
    r"|in this (?:report|chapter|section)|the (?:following|above)|to ask\b|the (?:\w+ ){1,6}has responded to|our terms of reference"
    r"|i (?:will|shall) (?:end|begin|turn|come)\b|on that (?:last )?point)"
)
_GENERAL = re.compile(r"(?i)\b(?:can|could|may|might) (?:lead|result|help|be)\b|\bis more likely to\b|\bwould help\b|\bhope to\b|\bit is important\b")
_SUMS_UP = re.compile(r"(?i)\b(?:summary|conclusions?|overall|key (?:findings|issues|points|messages)|foreword|headline)\b")
_LOOKS_AROUND = re.compile(
    r"(?i)\b(?:these|those) (?:two|three|four|five|aspects|features|points|issues|findings|concerns|conditions|changes|shortfalls|areas|reasons|figures)\b"
    r"|^(?:two|three|four|five) (?:features|things|points|issues|matters|conditions|reasons)\b|\bat odds with\b|\bthe (?:former|latter|above)\b"
)
_BARE = 8  # words: a sentence with fewer has little to say by itself


def is_evidence(passage: Passage) -> bool:
    """False for a passage that tells nothing: a holding answer, a footnote, a division list, a line that introduces or navigates."""
    return passage.mark not in _NO_EVIDENCE and not (_INTRODUCES.search(passage.text) and len(passage.text.split()) < 2 * _SHORTEST)


def quotable(passage: Passage, sentence: str) -> bool:
    """True for a sentence that may stand in a note: whole, telling, and of an unnamed voice neither coarse nor about a person."""
    count = len(sentence.split())
    if " | " in sentence or "\n" in sentence:  # cells of a table, which say nothing without their header
        return False
    if not _SHORTEST <= count <= _LONGEST or not _ENDS.search(sentence) or _BROKEN.search(sentence):
        return False
    if (
        _FRAGMENT.match(sentence)
        or _HANGS.match(sentence)
        or _LINK.search(sentence)
        or _CONTENTS.search(sentence)
        or _COURTESY.match(sentence)
        or _POINTS_ELSEWHERE.search(sentence)
    ):
        return False
    return _voiced(passage, sentence, count) if passage.kind in _VOICES else not _only_asks(passage, sentence)


def _voiced(passage: Passage, sentence: str, count: int) -> bool:
    """What an unnamed person says is quoted only where it is an account: no question, no abuse, nobody by name."""
    if passage.kind is Kind.COMMENT and (not _FIRST_HAND.search(sentence) or not sentence[0].isupper()):
        return False
    return count >= _FROM_READERS and not re.search(r"[?!]", sentence) and not _COARSE.search(sentence) and not _PERSON.search(sentence[1:])


def _only_asks(passage: Passage, sentence: str) -> bool:
    """A question is evidence of what was asked in Parliament; elsewhere it only leads on."""
    return sentence.rstrip("”\"’'").endswith("?") and passage.standing.authority != 2


def weight(sentence: str, passage: Passage) -> float:
    """What a sentence counts as a point of a note: more where it finds, measures, decides or sums up, less where it only sets out, asks or is
    general."""
    told = 1.0
    told += 0.05 * bool(_MEASURED.search(sentence)) + 0.05 * bool(_DECIDED.search(sentence))
    told += 0.06 * any(word.stem in bearing_words() for word in words(sentence))
    told -= 0.3 * bool(_SETS_OUT.match(sentence)) + 0.08 * bool(_GENERAL.search(sentence)) + 0.1 * sentence.rstrip("”\"’'").endswith("?")
    told += 0.04 * bool(_SUMS_UP.search(" / ".join(passage.headings)) or sentence.startswith("Overall"))
    told -= 0.2 * bool(_LOOKS_AROUND.search(sentence))
    return told - 0.1 * (len(sentence.split()) < _BARE)
