"""Who answers whom: questions put in the chamber and the replies to them, and written questions with theirs.

In the chamber a tabled question is known by its number, by how it begins (*To ask …*), or by the file's own ``type``; the next other
Member's words reply to it, and whoever gave that reply answers what other Members then ask, until the next tabled question or heading.
Whoever is in the chair neither asks nor answers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from corpus.document import Passage, fold

_TABLED = re.compile(r"(?:\(?[QT]?\d{1,3}[.)] ?){0,2}(?:To ask |asked (?:the|Her|His)\b)")
_IN_QUESTION_TIME = re.compile(r"(?:What (?:\w+ ){1,4}he|If (?:he|she) will)\b")
_ORDER = re.compile(r"\s*Order[.,!—]")
_CHAIR = re.compile(r"(?:mr\.? |madam |the )?(?:deputy |temporary )*(?:speaker|presiding officer|chairman)", re.I)


def chairs(root: etree._Element) -> frozenset[str]:
    """Who calls the House to order in a file: those so called, and those a speech of whose begins *Order.*"""
    found = set()
    for speech in root.iterfind("speech"):
        name = speech.get("speakername", "")
        if _CHAIR.match(name) or _ORDER.match("".join(speech.itertext())[:200]):
            found.add(name)
    return frozenset(found)


def asks(heading: etree._Element) -> bool:
    """Whether a question with a number is put between a major heading and the next."""
    for element in heading.itersiblings():
        if element.tag in {"major-heading", "oral-heading"}:
            return False
        if element.tag == "speech" and _numbered(element):
            return True
    return False


def _numbered(speech: etree._Element) -> bool:
    return bool(speech.get("oral-qnum") or any(p.get("qnum") for p in speech.iter("p")) or speech.get("type") == "Start Question")


@dataclass(slots=True)
class Floor:
    """The exchange in the chamber: the question that stands, who answers, and whether a tabled question still waits."""

    chairs: frozenset[str]
    asked: Passage | None = None
    answerer: str | None = None
    waiting: bool = False
    number: str | None = None  # of the tabled question

    def clear(self) -> None:
        """A new heading: what was asked under the last one is over."""
        self.asked, self.answerer, self.waiting, self.number = None, None, False, None

    def is_tabled(self, speech: etree._Element, opening: str, question_time: bool) -> bool:
        """Whether a speech is a question of which notice was given."""
        return bool(_numbered(speech) or _TABLED.match(opening) or (question_time and _IN_QUESTION_TIME.match(opening)))

    def replies_to(self, speech: etree._Element, speaker: str | None) -> str | None:
        """The question that words of ``speaker`` answer, where they answer one."""
        if not self.asked or not speaker or speaker == self.asked.speaker or speech.get("speakername") in self.chairs:
            return None
        return self.asked.id if self.answerer in (None, speaker) or speech.get("type") == "Start Answer" else None

    def heard(self, speech: etree._Element, first: Passage, tabled: bool) -> None:
        """Take note of a speech that has been added, of which ``first`` is the first passage of its speaker's own words."""
        if speech.get("speakername") in self.chairs:
            return
        if tabled and not self.waiting:
            self.asked, self.answerer, self.waiting, self.number = first, None, True, _number(speech)
        elif tabled:
            return
        elif first.reply_to:
            self.answerer, self.waiting = first.speaker, False
        elif self.answerer:
            self.asked = first


def _number(speech: etree._Element) -> str | None:
    """How a tabled oral question is known: by its place on the day's list, else by its number."""
    listed = fold(speech.get("oral-qnum", ""))
    number = next((fold(p.get("qnum")) for p in speech.iter("p") if p.get("qnum")), None)
    return (f"Q{listed}" if listed.isdigit() else listed) or label(number)


@dataclass(slots=True)
class Written:
    """Written questions that share the reply to come: the first one's passage and number."""

    first: Passage | None = None
    answered: bool = False
    number: str | None = None
    further: bool = False  # a question after the first

    def clear(self) -> None:
        """A new heading: what was asked under the last one is over."""
        self.first, self.answered, self.number, self.further = None, False, None, False

    def begin(self, question: etree._Element) -> str | None:
        """Go on to a further question: the first of its numbers, which stands for the words before it too."""
        if self.answered:
            self.clear()
        numbers = [question.get("spid", ""), *(p.get("qnum", "") for p in question.iter("p"))]
        number = next((fold(number) for number in numbers if number.strip()), None)
        self.number, self.further = self.number or number, self.first is not None
        return number

    def shares(self, number: str | None) -> bool:
        """Whether words asked under ``number`` share the answer of a question before them."""
        return self.further or number != self.number


def label(number: str | None) -> str | None:
    """A question's number as it is cited: ``PQ 294961``, and ``HL5669`` or ``S3W-28257``, which say themselves what they are."""
    return f"PQ {number}" if number and number.isdigit() else number


def together_with(question: str | None) -> str:
    """What to say of a question that shares its answer with one before it."""
    return f"answered together with {question or 'the question before it'}"
