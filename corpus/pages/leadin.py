"""What an author's line hands the word to: an inspectorate's report, a union's statement, practitioners, a Member.

Where a line allows several readings the one of least authority is taken: an unclear quotation is never an official finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.dates import full_date
from corpus.document import Kind
from corpus.pages import bodies, exchange, people
from corpus.pages.people import PEER, SAY, Register

_OPENS = re.compile(r":\s*[-–—]+$")
_COLON = re.compile(r":$")
_TESTIMONY = re.compile(
    r"(?i)\btestimon|\bguest blog|\b(?:practitioners?|colleagues?|officers?|staff|insiders?|contributors?|PSOs?|POs?|SPOs?)\b.{0,60}"
    r"\b(?:sent|writes?|wrote|email|e-mail|contact|in touch|got in|told (?:me|us)|reports? that|experiences?|accounts?)"
    r"|\b(?:sent in|emailed|e-mailed|received|passed on)\b.{0,60}\b(?:practitioners?|colleagues?|officers?|staff|readers?|contributors?)\b"
    r"|\b(?:came|come|arrived|landed|received) (?:in|via)\b.{0,30}\b(?:e-?mail|inbox|post)\b"
)
_COMMENTS = re.compile(r"(?i)\b(?:comments?|remarks?)\b.{0,40}\b(?:left|posted|yesterday|readers?|overnight|facebook|twitter|from)\b|\bseen on (?:facebook|twitter)")
_PRESS = re.compile(
    r"(?i)\b(?:press|media|news) (?:release|statement|notice)\b|\bhas (?:today )?(?:issued|responded|commented|released)\b|\bstatement (?:from|by|issued)\b"
    r"|\b(?:response|reaction) (?:from|by|of)\b|\bresponse:"
)
_HOUSE = re.compile(r"(?i)\bhouse of (?:lords|commons)\b|\bhansard\b|\bwestminster hall\b|\b(?:lords|commons) (?:debate|question)|\bpmqs?\b|\bin (?:the lords|the commons|parliament)\b")
_INSPECTORS = re.compile(r"(?i)\binspect(?:or|orate|ion)s?\b")
_MEMBER_SAID = re.compile(rf"(?P<office>[^-–—]*?)[\s,–—-]*(?P<name>{PEER}|[A-Z][\w’'-]+ [A-Z][\w’'-]+)\s*(?:\((?P<party>[^)]{{2,20}})\))?\s*[-–—,]*\s*{SAY}\s*[:–—-]*$")
_BACKWARD = re.compile(
    r"^(?:That|This|Those|These) (?:is|was|are|were) (?:the )?(?:[\w’'-]+ ){0,4}?(?:quote|quotation|words?|verdict|message|view|conclusion|finding|assessment|comment)s? (?:of|from|by)\b"
)
_STATEMENT_START = re.compile(
    r"^(?:The )?(?P<body>.{3,80}?) (?:has|have) (?:today )?(?:responded|commented|reacted|called|welcomed|warned|criticised|condemned|credited|issued|urged|accused)\b"
)
_HEADING = re.compile(r"(?i)^(?:(?P<body>.{2,60}?)\s+)?(?:press|media) (?:release|statement|notice)\s*[:–—-]*$")
_TO_READER = re.compile(
    r"(?i)^(?:thanks to|hat tip|h/t)\b|\bthis blog\b|\b(?:my|our) (?:summary|blog|post|previous|earlier)\b|\byou can (?:see|read|find|download|watch|listen)\b|\bclick here\b|\bregular reader"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as far as the page tells. ``quoted`` is true where the words are not the page's (or the reader's) own."""

    kind: Kind
    speaker: str | None = None
    office: str | None = None
    party: str | None = None
    body: str | None = None
    date: str | None = None
    url: str | None = None
    quoted: bool = True


def opens(text: str) -> bool:
    """True for a line that ends ``:-``: what comes next is quoted until a mark says otherwise."""
    return bool(_OPENS.search(text))


def introduces(text: str, register: Register, pronoun: people.Person | None = None) -> Voice | None:
    """The voice that the lead-in ``text`` hands the word to, or ``None`` where it names no source.

    ``pronoun`` is whom *she* or *he* means in it.
    """
    if _TESTIMONY.search(text):
        return Voice(Kind.TESTIMONY)
    if _HOUSE.search(text) and (spoken := _member(text)):
        return spoken
    if match := _HEADING.match(text):
        named = bodies.organisation(match["body"] or "")
        return of_body(named, Kind.PRESS_RELEASE) if named else Voice(Kind.PRESS_RELEASE)
    if _COMMENTS.search(text):
        return Voice(Kind.COMMENT)
    named = bodies.mentioned(text)
    papers = [body for body in named if body.report is Kind.ARTICLE]
    if papers:
        return of_body(papers[0], Kind.ARTICLE)
    if _PRESS.search(text) and (body := bodies.organisation(text)):
        return of_body(_first_unofficial(named) or body, Kind.PRESS_RELEASE)
    return _official(text, named, register, pronoun)


def of_body(body: bodies.Body, kind: Kind | None = None) -> Voice:
    """The voice of a body that nobody signs for."""
    return Voice(kind or body.report, speaker=body.name, body=body.name)


def looking_back(text: str, register: Register) -> Voice | None:
    """The voice of the paragraph *before* ``text``, where ``text`` says whose it was (“That is the headline quote from …”)."""
    if not _BACKWARD.match(text):
        return None
    person = register.named_in(text)
    body = bodies.of_office(person.office or "") if person else bodies.organisation(text)
    if body is None:
        return None
    kind = Kind.PRESS_RELEASE if _PRESS.search(text) else body.report
    return signed(of_body(body, kind), person) if person else of_body(body, kind)


def statement(text: str) -> Voice | None:
    """The voice of an organisation's statement that begins with ``text`` (“The Howard League … has responded to …”)."""
    match = _STATEMENT_START.match(text)
    body = bodies.organisation(match["body"]) if match else None
    return of_body(body, Kind.PRESS_RELEASE) if body and not body.official else None


def named_speaker(text: str, voice: Voice, register: Register) -> Voice:
    """The voice within a statement at ``text``: the person it quotes, where it quotes one at length."""
    if not re.search(r"[:,]\s*[“\"‘']|:$", text):
        return voice
    before = re.split(r"[“\"]", text)[0]
    person = people.speaking(before)
    return signed(voice, register.full(person)) if person else voice


def signed(voice: Voice, person: people.Person) -> Voice:
    """The same voice with the person who speaks or signs."""
    return replace(voice, speaker=person.name, office=person.office)


def to_reader(text: str) -> bool:
    """True where the page's author turns to the reader (“You can see my summary here.”)."""
    return bool(_TO_READER.search(text))


def leads(text: str) -> bool:
    """True for a line that ends in a colon, with or without a dash, or hands the word to a Member (“Lord X (Con) - said”)."""
    return bool(_COLON.search(text) or _OPENS.search(text) or (_HOUSE.search(text) and _MEMBER_SAID.search(text)))


def _official(text: str, named: list[bodies.Body], register: Register, pronoun: people.Person | None) -> Voice | None:
    person = people.speaking(text)
    person = register.full(person) if person else register.named_in(text) or _meant(text, pronoun)
    official = next((body for body in named if body.report is Kind.INSPECTION_REPORT), None)
    if person and (body := bodies.of_office(person.office or "")):
        return signed(of_body(body), person) if people.speaking(text) or _meant(text, pronoun) else of_body(body)
    if official:
        return of_body(official)
    if named and re.search(r"(?i)\breport|\bpublished|\bfindings?\b|\bsays?\b|\bsaid\b", text):
        return of_body(named[0])
    inspectorate = next((b for p in register.people if (b := bodies.of_office(p.office or "")) and b.official), None)
    if inspectorate and _INSPECTORS.search(text + (" inspectors" if re.match(r"(?i)their\b", text) else "")):
        return of_body(inspectorate)
    return None


def _meant(text: str, pronoun: people.Person | None) -> people.Person | None:
    return pronoun if re.match(rf"(?:She|He)\s+(?:\w+\s+)?{SAY}", text) else None


def _member(text: str) -> Voice | None:
    match = _MEMBER_SAID.search(text)
    if not match:
        return None
    dated = full_date(text)
    office = "Government Minister" if re.search(r"(?i)\bgovern\w*ment minister\b", text) else None
    house = re.search(r"(?i)house of (lords|commons)", text)
    return Voice(
        Kind.DEBATE, match["name"], office, exchange.party(match["party"]), f"House of {house[1].title()}" if house else None, dated[0] if dated else None
    )  # fmt: skip


def _first_unofficial(named: list[bodies.Body]) -> bodies.Body | None:
    return next((body for body in named if not body.official), None)
