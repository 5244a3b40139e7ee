"""Which paragraphs of a speech are the record's own account of the proceedings, and so nobody's words.

parlparse leaves such lines under the name of whoever spoke last. Covered: the set phrases of the four chambers' reports (*Question put and
agreed to.*, *Amendment 45*, *Moved by …*, *rose—*), and what follows them in the same speech, which is the text of the amendment, order,
motion or petition. Not covered, and so left with the speaker: what could as well have been said.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from corpus.parlparse.parts import Part

_FATE = r"(?:not moved|agreed(?: to)?|disagreed(?: to)?|negatived|withdrawn|had been withdrawn from the Marshalled List)"
_THING = r"(?:Lords |Government )?(?:New )?(?:[Aa]mendments?|[Cc]lauses?|[Ss]chedules?|Motion)"
_NUMBERS = r"(?: (?:\d+\w*|to|and|\([a-z]\)),?){0,12}"
_RECORD = re.compile(
    r"(?:(?:Main |Original )?Question (?:again |accordingly )?(?:put|proposed|agreed to|negatived)\b"
    r"|Motion (?:made|moved|debated|agreed to|by leave)\b|(?:Resolved|Ordered)(?:,|:| \(|$)"
    r"|The (?:House|Committee|Assembly|Parliament) (?:divided|having divided|proceeded to a Division)\b"
    r"|House adjourned\b|Adjourned at \d|(?:The )?[Ss]itting (?:suspended|adjourned)\b|The (?:debate|sitting) (?:stood|was) (?:suspended|adjourned)\b"
    r"|Meeting (?:closed|suspended)\b|Bill (?:accordingly )?(?:read (?:the|a)|reported|presented)\b|(?:Debate|Proceedings|Sitting) interrupted\b"
    r"|(?:Further )?[Cc]onsideration on Report adjourned\b|Division on Amendment\b|Following is the full text of the petition\b"
    r"|Votes cast by Members for constituencies in\b"
    rf"|(?:{_THING}){_NUMBERS}(?:, by leave,)?(?: accordingly)? {_FATE}(?:\.|,.{{0,60}}| [a-z].{{0,60}})?$)"
)
_ITALIC_RECORD = re.compile(
    rf"(?:{_THING}){_NUMBERS}$|Moved by |Tabled by |(?:Clause|Schedule) \d+\w* : |{_THING}[\w ]{{0,30}} accordingly (?:read|agreed|negatived)"
)
_LINE = re.compile(
    r"(?:[\w.,'’ -]{0,60}? ?)?rose ?[-—–]+\.?$|[\[(]? ?(?:Interruption|Laughter|Applause)\.? ?[\])]?\.?$|On resuming[-—–]?$"
    r"|[\[(][^\])]{0,80}[\])]? in the Chair[\])]$"
)


class Procedure(Enum):
    """How far a paragraph takes what follows it away from the speaker."""

    LINE = auto()
    REST = auto()


def procedure(part: Part) -> Procedure | None:
    """What part of the record's own account a piece is: a line by itself, or the beginning of one that lasts to the speech's end."""
    text = part.text
    if len(text) <= 120 and _LINE.match(text):
        return Procedure.LINE
    if _RECORD.match(text) or (part.italic and _ITALIC_RECORD.match(text)):
        return Procedure.REST
    return None


def own_words(parts: list[Part]) -> list[bool]:
    """For each piece of a speech, whether it is the speaker's own."""
    own, over = [], False
    for part in parts:
        found = procedure(part)
        over = over or found is Procedure.REST
        own.append(not over and found is None)
    return own
