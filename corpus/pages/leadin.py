"""What an author's line hands the word to: an inspectorate's report, a union's statement, practitioners, a Member.

Where a line allows several readings the one of least authority is taken: an unclear quotation is never an official finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from corpus.dates import full_date
from corpus.document import Kind
from corpus.pages import bodies, cues, people, wording
from corpus.pages.people import SAY, Person, Register
from corpus.pages.statements import PRESS
from corpus.pages.voice import Voice, of_bodies, of_body, signed
from corpus.parties import party


@dataclass(frozen=True, slots=True)
class Heard:
    """What a reader of the page knows by now: its persons, whom *she*, *the inspectors* and *the report* mean."""

    register: Register
    pronoun: Person | None = None
    inspectors: Voice | None = None
    report: Voice | None = None

    def after(self, text: str) -> Heard:
        """The same after the author's paragraph ``text``."""
        named = [body for body in bodies.mentioned(text) if body.inspects]
        inspectors = _jointly(text, named) or (of_body(named[-1]) if named else self.inspectors)
        pronoun = self.register.named_in(text) or self.pronoun
        return replace(self, pronoun=pronoun, inspectors=inspectors, report=_whose_report(text) or self.report)


def _jointly(text: str, inspectorates: list[bodies.Body]) -> Voice | None:
    return of_bodies(inspectorates) if len(inspectorates) > 1 and re.search(r"(?i)\bjoint", text) else None


def _whose_report(text: str) -> Voice | None:
    """The one official body of whose report ``text`` speaks."""
    named = [body for body in bodies.mentioned(wording.spoken_of(text)) if body.official]
    if not named or not re.search(r"(?i)\breport\b", text):
        return None
    return _jointly(text, named) or (of_body(named[0]) if len(named) == 1 else None)


def names_another(text: str, voice: Voice) -> bool:
    """True where ``text`` names an organisation or a person other than ``voice``'s body."""
    named = bodies.organisation(wording.spoken_of(text))
    return bool(named and named.name not in (voice.body or "")) or bool(people.speaking(text))


def introduces(text: str, heard: Heard, marked: bool = False) -> Voice | None:
    """The voice that the lead-in ``text`` hands the word to, or ``None`` where it names no source.

    What leads is the last sentence; the ones before it count where it points back to them (“It says:”). ``marked``: what
    follows stands in quotation marks.
    """
    last = cues.last_sentence(text)
    if wording.own_words(text):
        return None
    voice = _source(last, heard, marked)
    if voice is None and last != text and wording.POINTS.search(last) and not cues.first_person(last):
        voice = _source(text, heard, marked)
    return replace(voice, date=voice.date or _published(text)) if voice else None


def _source(text: str, heard: Heard, marked: bool) -> Voice | None:
    subject = wording.spoken_of(text)
    readings: tuple[Callable[[], Voice | None], ...] = (
        lambda: Voice(Kind.ARTICLE) if wording.SPOOF.search(text) else None,
        lambda: Voice(Kind.TESTIMONY) if wording.TESTIMONY.search(text) else None,
        lambda: _member(text) if wording.HOUSE.search(text) else None,
        lambda: _press_heading(text),
        lambda: Voice(Kind.COMMENT) if wording.COMMENTS.search(text) else None,
        lambda: _newspaper(subject),
        lambda: _press(text, subject, heard),
        lambda: _speech(text),
        lambda: _official(subject, heard, marked),
        lambda: _somebody(subject, heard),
    )
    return next((voice for reading in readings if (voice := reading())), None)


def _press_heading(text: str) -> Voice | None:
    match = wording.HEADING.match(text)
    named = bodies.organisation(match["body"] or match["by"] or "") if match else None
    return of_body(named, Kind.PRESS_RELEASE) if named else Voice(Kind.PRESS_RELEASE) if match else None


def _newspaper(text: str) -> Voice | None:
    papers = [body for body in bodies.mentioned(wording.TOLD.sub(" ", text)) if body.report is Kind.ARTICLE]
    person = people.speaking(text) if papers else None
    voice = of_body(papers[0], Kind.ARTICLE) if papers else None
    return signed(voice, person) if voice and person and person.office else voice


def _press(text: str, subject: str, heard: Heard) -> Voice | None:
    named = bodies.mentioned(subject)
    body = next((body for body in named if not body.official), None) or bodies.organisation(subject)
    if body is None or not PRESS.search(text):
        return None
    person = people.speaking(subject)
    return signed(of_body(body, Kind.PRESS_RELEASE), heard.register.full(person)) if person else of_body(body, Kind.PRESS_RELEASE)


def _official(text: str, heard: Heard, marked: bool) -> Voice | None:
    speaking = people.speaking(text)
    person = heard.register.full(speaking) if speaking else heard.register.named_in(text) or _meant(text, heard.pronoun)
    body = bodies.organisation(person.office or "") if person else None
    if person and body:
        said = speaking or _meant(text, heard.pronoun) or (marked and text.find(person.name.split()[-1]) < text.find(":"))
        voice = of_body(body, wording.kind_of(text, body))
        return signed(voice, person) if said else voice if body.official or cues.opens(text) else None
    named = bodies.mentioned(text)
    inspectorates = [body for body in named if body.inspects]
    if first := _first_unofficial(text):
        return of_body(first, wording.kind_of(text, first)) if marked or cues.opens(text) or wording.SPEAKS.search(text) else None
    if jointly := _jointly(text, inspectorates):
        return jointly
    if named and (marked or wording.SPEAKS.search(text) or (cues.opens(text) and inspectorates)):
        first = (inspectorates or named)[0]
        return of_body(first, wording.kind_of(text, first))
    if _by_inspectors(text):
        return heard.inspectors or _first_signing(heard.register)
    return heard.report if wording.REPORT_SAYS.search(text) and not cues.first_person(text) else None


def _first_unofficial(text: str) -> bodies.Body | None:
    """The organisation named first, if it is none that inspects or reports: its words are not those of the body it speaks of."""
    first = bodies.organisation(text)
    return first if first and not first.official else None


def _by_inspectors(text: str) -> bool:
    return bool(wording.INSPECTORS.search(text) or re.match(r"(?i)their\b", text))


def _first_signing(register: Register) -> Voice | None:
    body = next((b for p in register.people if (b := bodies.of_office(p.office or "")) and b.inspects), None)
    return of_body(body) if body else None


def _meant(text: str, pronoun: Person | None) -> Person | None:
    return pronoun if re.match(rf"(?:She|He)\s+(?:\w+\s+)?{SAY}", text) else None


def _member(text: str) -> Voice | None:
    match = wording.MEMBER_SAID.search(text) or wording.MEMBER_SPOKE.search(text)
    if not match:
        return None
    dated = full_date(text)
    office = "Government Minister" if re.search(r"(?i)\bgovern\w*ment minister\b", text) else None
    house = re.search(r"(?i)\b(?:house of|in the) (lords|commons)", text)
    body = f"House of {house[1].title()}" if house else None
    return Voice(Kind.DEBATE, match["name"], office, party(match["party"]), body, dated[0] if dated else None)


def _speech(text: str) -> Voice | None:
    match = wording.WHAT_SAID.search(text)
    return Voice(Kind.ARTICLE, match["name"] or match["other"]) if match else None


def _somebody(text: str, heard: Heard) -> Voice | None:
    """A person who speaks for no organisation that the page tells of."""
    person = people.speaking(text)
    return signed(Voice(Kind.ARTICLE), heard.register.full(person)) if person else None


def _published(text: str) -> str | None:
    """The date of what is quoted, where the lead-in says when it was published."""
    dated = full_date(text)
    return dated[0] if dated and wording.DATED.search(text[: text.find(dated[1])].rstrip("( ")) else None
