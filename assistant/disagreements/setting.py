"""Whether two statements are of the same place and time, and by different voices. Where that cannot be told, they are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

from assistant.disagreements.disagreement import Side
from assistant.disagreements.statements import Statement
from assistant.verify.evidence import Evidence
from assistant.verify.moments import Moment, moments, of_iso, seen_from
from assistant.verify.names import Name, known, names
from assistant.verify.source import Source, source
from corpus.document import Kind, Passage
from corpus.pages import bodies
from index.hits import Hit

_NEAR = 200  # days within which what two sources tell is taken to be of the same time
_APART = 28  # days that lie between two findings, for one to be the later
_SOON = 8  # passages that lie between words and what is said of them in the same debate
_SAID_IN = (Kind.DEBATE, Kind.WRITTEN_STATEMENT, Kind.WRITTEN_QUESTION, Kind.ORAL_EVIDENCE)  # their body is where it was said
_UNNAMED = 5  # authority from which nobody knows who speaks
_COMMON = ("s", "ing", "ion", "ment", "ity", "ness", "ance", "ence", "ly", "ship", "age", "ed", "er", "al", "ive", "ous", "able", "ful", "ary")


def different_voices(one: Hit, other: Hit) -> bool:
    """True where it is not the same person or body that speaks, and not two whom nobody knows."""
    if min(one.passage.standing.authority, other.passage.standing.authority) >= _UNNAMED:
        return False
    return not _voices(one.passage) & _voices(other.passage)


def _voices(passage: Passage) -> frozenset[str]:
    of = passage.about or passage
    where = of.kind in _SAID_IN and of.speaker
    return frozenset(name for name in (of.speaker, None if where else of.body) if name)


def two_findings(one: Hit, other: Hit) -> bool:
    """True for official findings of different days: of the same body or two inspections soon, of others where much time lies between."""
    if not one.passage.standing.authority == other.passage.standing.authority == 1:
        return False
    alike = one.passage.standing is other.passage.standing is Kind.INSPECTION_REPORT or bool(_voices(one.passage) & _voices(other.passage))
    apart = _days(one, other)
    return apart is not None and apart >= (_APART if alike else _NEAR)


def stands_with(one: Hit, other: Hit) -> bool:
    """True for a reply and what it answers, and for a comment and what it stands below."""
    mine, theirs = one.passage, other.passage
    below = mine.document_id == theirs.document_id and max(mine.standing.authority, theirs.standing.authority) >= _UNNAMED
    return below or mine.id == theirs.reply_to or theirs.id == mine.reply_to


def together(one: Hit, other: Hit) -> bool:
    """True where one stands with the other, or they were said soon after each other in the same debate."""
    soon = abs(one.passage.ordinal - other.passage.ordinal) <= _SOON
    return stands_with(one, other) or (one.passage.document_id == other.passage.document_id and soon)


def same_time(one: Statement, other: Statement, findings: bool) -> bool:
    """True where neither tells of another year than the other; of two ``findings``, each of its own."""
    mine, theirs = _times(one), _times(other)
    own, there = _day_of(one.hit), _day_of(other.hit)
    if findings:
        return all(own and each.year == own.year for each in mine) and all(there and each.year == there.year for each in theirs)
    if mine or theirs:
        return any(a.holds(b) or b.holds(a) for a in mine or _year_of(own) for b in theirs or _year_of(there))
    apart = _days(one.hit, other.hit)
    return apart <= _NEAR if apart is not None else together(one.hit, other.hit)


def _times(statement: Statement) -> list[Moment]:
    """The dates that a statement names, *last year* seen from its day."""
    day = Side(statement.hit, "").date
    return [seen for moment in moments(statement.told) for seen in seen_from(moment, day) if seen.year]


def _day_of(hit: Hit) -> Moment | None:
    day = Side(hit, "").date
    return of_iso(day) if day else None


def _year_of(day: Moment | None) -> list[Moment]:
    return [replace(day, month=None, day=None)] if day else []


def _days(one: Hit, other: Hit) -> int | None:
    days = [_day(Side(hit, "").date) for hit in (one, other)]
    return abs((days[0] - days[1]).days) if days[0] and days[1] else None


def _day(iso: str | None) -> date | None:
    """The day, or the middle of a month or year of which no more is known."""
    if not iso:
        return None
    told = of_iso(iso)
    return date(told.year, told.month or 7, told.day or 15) if told.year else None


def same_place(one: Statement, other: Statement) -> bool:
    """True where every name in the one is known to the other's passage, and the places that they speak of are the same."""
    if together(one.hit, other.hit):
        mine, theirs = _named(one.told), _named(other.told)
        return bool(mine & theirs) or not (mine and theirs)
    if not _names_known(one, other) or not _names_known(other, one):
        return False
    mine, theirs = _where(one), _where(other)
    return bool(mine) == bool(theirs) and (mine <= theirs or theirs <= mine)


def _names_known(one: Statement, other: Statement) -> bool:
    there = _source(other.hit)
    texts = (there.text, *there.about)
    return all(any(known(name, text) for text in texts) or _voiced(name, one, other) for name in names(one.told) if not _no_name(name))


def _no_name(name: Name) -> bool:
    """True for a common noun that only looks like a name where it opens the sentence."""
    return name.opens and next(iter(name.parts)).endswith(_COMMON)


def _voiced(name: Name, one: Statement, other: Statement) -> bool:
    """True for the name of one who speaks here."""
    return any(known(name, voice) for hit in (one.hit, other.hit) for voice in _voices(hit.passage))


def _where(statement: Statement) -> frozenset[str]:
    """What a statement names: itself, else its passage, else what that stands under."""
    made = _source(statement.hit)
    for text in (statement.told, made.text, " ".join((*statement.hit.passage.headings, statement.hit.title))):
        if found := _named(text):
            return found
    return frozenset()


@lru_cache(maxsize=2048)
def _named(text: str) -> frozenset[str]:
    """The parts of the names in a text that are of no body, for those tell places, persons and events apart."""
    found = [name for name in names(text) if not (_no_name(name) or name.said.isupper() or bodies.mentioned(name.said))]
    return frozenset(part for name in found for part in name.parts if not part.isdigit())


@lru_cache(maxsize=256)
def _source_of(passage: Passage, title: str, publisher: str | None) -> Source:
    return source(Evidence(1, passage, title, publisher))


def _source(hit: Hit) -> Source:
    return _source_of(hit.passage, hit.title, hit.publisher)
