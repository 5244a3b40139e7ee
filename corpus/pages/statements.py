"""Statements of organisations: where one begins, whom it quotes, and what a line says of the words before it."""

from __future__ import annotations

import re

from corpus.document import Kind
from corpus.pages import bodies, people
from corpus.pages.people import Register
from corpus.pages.voice import Voice, of_body, signed

PRESS = re.compile(
    r"(?i)\b(?:press|media|news) (?:release|statement|notice)\b|\b(?:has|have) (?:today |also |now |since )?(?:issued|responded|commented|released)\b"
    r"|\bstatement (?:from|by|issued)\b|\bresponse\b|\breaction\b|\brespond(?:s|ed|ing)\b|\bspokes(?:man|woman|person)\b|\bin a statement\b"
)
_BACKWARD = re.compile(
    r"^(?:That|This|Those|These) (?:is|was|are|were) (?:the )?(?:[\w’'-]+ ){0,4}?"
    r"(?:quote|quotation|words?|verdict|message|view|conclusion|finding|assessment|comment)s? (?:of|from|by)\b"
)
_BEGINS = re.compile(
    r"^(?:The )?(?P<body>.{3,80}?) (?:has |have )?(?:today )?"
    r"(?:responded|commented|reacted|called|welcomed|warned|criticised|condemned|credited|issued|urged|accused)\b"
)


def looking_back(text: str, register: Register) -> Voice | None:
    """The voice of the paragraph *before* ``text``, where ``text`` says whose it was (“That is the headline quote from …”)."""
    if not _BACKWARD.match(text):
        return None
    person = register.named_in(text)
    body = bodies.of_office(person.office or "") if person else bodies.organisation(text)
    if body is None:
        return None
    kind = Kind.PRESS_RELEASE if PRESS.search(text) else body.report
    return signed(of_body(body, kind), person) if person else of_body(body, kind)


def begun_by(text: str) -> bodies.Body | None:
    """The organisation whose statement begins with ``text`` (“The Howard League … has responded to …”)."""
    match = _BEGINS.match(text)
    body = bodies.organisation(match["body"]) if match else None
    return None if body and body.official and not body.department else body


def statement(text: str) -> Voice | None:
    """The voice of the statement that begins with ``text``; an author who only reports one says so in the past tense."""
    body = begun_by(text)
    perfect = re.search(r"\b(?:has|have|today)\b", text.split(",")[0])
    return of_body(body, Kind.PRESS_RELEASE) if body and perfect and body.report is Kind.PRESS_RELEASE else None


def named_speaker(text: str, voice: Voice, register: Register) -> Voice:
    """The voice within a statement at ``text``: the person it quotes, where it quotes one at length."""
    if not re.search(r"[:,]\s*[“\"‘']|:$", text):
        return voice
    before = re.split(r"[“\"]", text)[0]
    person = people.speaking(before)
    return signed(voice, register.full(person)) if person else voice
