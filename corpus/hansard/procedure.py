"""Words that nobody says: the set phrases of procedure, times, dates; and the set phrases in which a question is put."""

from __future__ import annotations

import re

_TIME = re.compile(r"(?i)^\[?\s*(?:\d{1,2}(?:\s?[.·:]\s?\d{1,2})?\s*(?:[ap]\.?\s?m\.?)|12 (?:noon|midnight)|noon|midnight|\d{1,2}[.:]\d\d(?::\d\d)?)\s*[\].]?$")
_SET_PHRASES = re.compile(
    r"^\[?(?:(?:Main )?Questions? (?:again |accordingly |be )?(?:put|proposed|agreed|negatived)\b|Question, That\b"
    r"|Motion made\b|Ordered\b|Resolved\b|On Question\b"
    r"|It being\b|Considered in Committee|Their Lordships divided"
    r"|(?:The )?(?:House|Committee) (?:having )?(?:divided|adjourned|met|resumed|rose)\b"
    r"|Adjourned\b|Sitting (?:suspended|adjourned)|Brought up\b|Relevant documents?\b|Several hon\. Members|Hon\. Members|To be (?:further )?considered\b)"
)
_SHORT_PHRASES = re.compile(
    r"^\[?(?:Motion|Amendments?|Clauses?|Schedules?|Leave|Bill|Order|Debate|Title|New clause|Lords amendments?|Read|Further consideration)\b[^.]{0,80}?"
    r"\b(?:put and|agreed to|negatived|withdrawn|proposed|ordered to|disagreed|postponed|read|adjourned|reported|presented|discharged|time)\b"
    r"|^The .{1,60} was asked"
)
_SOMEBODY = re.compile(r"\b(?:I|we|my|our|us|me)\b")
_ASKS = re.compile(
    r"^(?:(?:\(urgent question\)|\(by private notice\)):?\s*)?(?:to ask\b|asked\b|had given notice\b|had the following question"
    r"|rose to ask\b|begged? to ask\b|moved to ask\b)",
    re.I,
)
_ASKER = re.compile(
    r"^(?P<name>(?:(?:The )?(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Viscount|Viscountess|Earl|Countess|Duke|Marquess"
    r"|Bishop|Rev|Captain|Major|Colonel|Prof)"
    r"\b\.?|[A-Z][\w’'-]+)(?: (?:[A-Z][\w’'.-]*|of|and|de|la|the|St\.)){1,6}) asked (?=the |Her |His |him |Mr|what |whether |if )"
)
_NUMBER = re.compile(r"^\*?(?P<many>[QT]?\d{1,3}(?:\s*(?:,|and|&|to|-|–)\s*[QT]?\d{1,3})*)\s?\.?$")
_UIN = re.compile(r"[\[(]((?:HL)?\d{4,7})[\])]")
_DIVISION = re.compile(r"(?i)^\[?division\s+(?:list\s+)?(?:no\.?|number)?\s*(\d+)")
_DIVIDED = re.compile(r"(?i)\bdivided\b.{0,20}?(?:ayes|contents?|noes)\b")


def is_time(text: str) -> bool:
    """True for a line that is a time of day and nothing else: *2.44 pm*, *11·3 pm*, *12 noon*."""
    return bool(_TIME.match(text))


def is_procedure(text: str, italic: bool = False, begins_italic: bool = False) -> bool:
    """True for words of the record itself. ``italic``: all of them are set so; ``begins_italic``: the first are."""
    if italic or _SET_PHRASES.match(text) or (begins_italic and "Question" in text[:40]):
        return True
    if text.startswith("[") and text.rstrip(" .").endswith("]"):
        return True
    return len(text) < 160 and bool(_SHORT_PHRASES.match(text)) and not _SOMEBODY.search(text)


def asks(text: str) -> bool:
    """True where words that follow a Member's name begin a question to a Minister."""
    return bool(_ASKS.match(text))


def asker(text: str) -> str | None:
    """Whose question a paragraph is that begins *Mr. Canavan asked the Minister …*; ``None`` for any other."""
    match = _ASKER.match(text[:200])
    return match["name"] if match else None


def question_number(text: str) -> str | None:
    """``Q1`` for the *1.* before a question, ``T2`` for *T2.*, ``Q12 and Q13`` for *12 and 13.*; ``None`` for other words."""
    match = _NUMBER.match(text.strip())
    if not match:
        return None
    return re.sub(r"(?<![QT\d])\d+", lambda number: f"Q{number[0]}", match["many"])


def uin(text: str) -> str | None:
    """The number by which Parliament knows a question, where it stands in brackets at either end of its text."""
    found = _UIN.findall(text[:20]) or _UIN.findall(text[-12:])
    return str(found[-1]) if found else None


def division_number(text: str) -> str | None:
    """*27* for a text that begins *Division No. 27]*."""
    match = _DIVISION.match(text)
    return match[1] if match else None


def is_count(text: str) -> bool:
    """True where the words give a division's count: *The House divided: Ayes 119, Noes 53.*"""
    return bool(_DIVIDED.search(text[:200]))
