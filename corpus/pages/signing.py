"""Signatures under quoted text: a name, an office, perhaps a month; and whose the text above them then is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.dates import full_date, month_date
from corpus.document import Kind
from corpus.pages import bodies, people
from corpus.pages.layout import Block
from corpus.pages.runs import Run
from corpus.pages.voice import Spoken, Voice, of_body, signed

_FOREWORD = re.compile(r"(?i)^(?:(?:HM )?chief inspector’?'?s )?(?:foreword|introduction|preface)\b")
_IN_ONE_LINE = re.compile(r"^(?P<name>[^,]{3,60}), (?P<office>[^,.:;?!]{3,80})(?:, (?P<date>(?:\d{1,2} )?[A-Z][a-z]+ \d{4}))?$")
_BLOCKQUOTE = "“\u2060”"  # the marks of `corpus.html.known`
_LEADS = re.compile(r"\b(?:Minister|Secretary|Chief|Chair|Chairman|Chairwoman|Director|President|Commissioner|Leader)\b")


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, for which body if that is known, when, and in how many blocks."""

    person: people.Person
    body: bodies.Body | None
    date: str | None
    used: int

    def voice(self, run: Run) -> Voice | None:
        """The voice of what stands above, or ``None`` where the signature does not speak for it.

        It makes an official text of a run only where nobody else was said to speak in it, and never of a letter.
        """
        own = replace(run.voice, date=self.date or run.voice.date)
        if run.voice.official and not run.letter:
            return signed(self._of(self.body) if self.body and self.body.official else own, self.person)
        if run.voice.kind is Kind.PRESS_RELEASE and run.voice.quoted:
            return signed(own, self.person)
        if run.voice.official or (run.voice.kind is Kind.ARTICLE and run.voice.speaker is None):
            return signed(self._of_nobody_named(run), self.person)
        return None

    def _of(self, body: bodies.Body) -> Voice:
        return of_body(body, Kind.PRESS_RELEASE if body.department else None, self.date)

    def _of_nobody_named(self, run: Run) -> Voice:
        if self.body and not run.letter:
            return self._of(self.body)
        position = _LEADS.search(self.person.office or "")
        return Voice(Kind.PRESS_RELEASE if position else Kind.ARTICLE, body=self.body.name if self.body else None, date=self.date)


def at(blocks: list[Block]) -> Signature | None:
    """The signature that ``blocks`` begin with, or ``None``."""
    texts = [block.text.strip(_BLOCKQUOTE) if "\u2060" in block.text else block.text for block in blocks[:3]]
    person = people.signature(texts[0], texts[1]) if len(texts) > 1 else None
    if person is None:
        return _in_one_line(texts[0], closes="\u2060”" in blocks[0].text) if texts else None
    date = _date(texts[2]) if len(texts) > 2 else None
    return Signature(person, bodies.of_office(person.office or ""), date, 3 if date else 2)


def _in_one_line(text: str, closes: bool) -> Signature | None:
    """``Dame Olwen Tarr, HM Chief Inspector of Probation, April 2017``: only where the office is that of a known body, and the date
    or the end of a blockquote shows that it is no caption."""
    match = _IN_ONE_LINE.match(text)
    body = bodies.of_office(match["office"]) if match and (match["date"] or closes) else None
    person = people.signature(match["name"], match["office"]) if match and body else None
    return Signature(person, body, _date(match["date"] or ""), 1) if match and person else None


def below(blocks: list[Block]) -> Signature | None:
    """The first signature further down in ``blocks``."""
    return next((found for i in range(len(blocks)) if (found := at(blocks[i : i + 3]))), None)


def sign_back(spoken: list[Spoken], run: Run, voice: Voice) -> None:
    """Give what nobody else has spoken in the run to ``voice``: its foreword where it has one, else all of it."""
    own = [i for i in range(run.start, len(spoken)) if spoken[i].voice == run.voice]
    foreword = [i for i in own if any(map(_FOREWORD.match, spoken[i].headings))]
    for i in foreword or own:
        spoken[i] = replace(spoken[i], voice=voice)


def _date(text: str) -> str | None:
    if len(text.split()) > 4:
        return None
    found = full_date(text)
    return found[0] if found else month_date(text)
