"""Voices without a name (*the Minister*, *inspectors*, *a reader*, *the House*), and words that must be owned by whoever said them."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.verify import offices
from assistant.verify.source import Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.voices import Voice
from assistant.verify.words import listed
from corpus.document import Kind
from corpus.pages import bodies

_READER = re.compile(r"(?i)\b(?:readers?|comment\w*|anonymous(?:ly)?|unnamed|signing|pasted)\b")
_PRACTITIONER = re.compile(r"(?i)\b(?:practitioners?|unnamed|anonymous|accounts?|testimon\w+|probation (?:officer|worker|staff)|front[- ]?line)\b")
_FINDS = listed("concluded concludes conclude recommended recommends recommend identified identifies")
_TOLD = {
    "government": r"(?i)government|ministers?", "secretary": "Secretary of State",
    "department": r"(?i)departments?|ministry|(?<![a-z])[A-Z]{2,5}\b", "committee": "(?i)committee",
    "inquiry": "(?i)inquiry", "inspector": "(?i)inspect", "witness": "(?i)witness", "respondent": "(?i)respondent", "practitioner": "(?i)practitioner|officer",
    "author": "(?i)author", "organisation": "(?i)organisation|union|charity", "member": r"(?i)\bmembers?\b|hon\.|noble",
}  # fmt: skip
_HOUSES = (
    (re.compile(r"(?i)\b(?:House of Lords|the Lords|peers)\b"), re.compile("(?i)lords")),
    (re.compile(r"(?i)\b(?:House of Commons|the Commons|MPs)\b"), re.compile("(?i)commons")),
    (re.compile(r"(?i)\bScottish Parliament\b|\bHolyrood\b"), re.compile("(?i)scottish")),
    (re.compile(r"(?i)\bNorthern Ireland Assembly\b|\bStormont\b"), re.compile("(?i)northern ireland")),
    (re.compile(r"(?i)\bWestminster Hall\b"), re.compile("(?i)westminster hall|commons")),
)  # fmt: skip


def unverified(source: Source) -> bool:
    """True for the words of a reader or a practitioner whom nobody knows."""
    return source.passage.standing in (Kind.COMMENT, Kind.TESTIMONY)


def kept(words: str, verb: str, source: Source) -> Problem | None:
    """A digest is called one; a reader's or a practitioner's words are called theirs, and find nothing."""
    passage = source.passage
    if passage.about:
        digest = re.search(r"(?i)\bdigest", words)
        return (
            None
            if digest
            else Problem(Fault.ATTRIBUTION, f"The words are a digest’s, not {passage.about.speaker or passage.about.body or 'the original'}’s own.")
        )
    form = {Kind.COMMENT: _READER, Kind.TESTIMONY: _PRACTITIONER}.get(passage.kind)
    if form and (not form.search(words) or (verb in _FINDS)):
        what = "an anonymous reader’s comment" if passage.kind is Kind.COMMENT else "an unnamed practitioner’s account"
        return Problem(Fault.KIND, f"The words are {what} and have to be called that.")
    return None


def check(credited: Voice, source: Source) -> Problem | None:
    """A fault where the role credited is not the passage's."""
    if credited.persons or credited.bodies:
        return None
    wrong = next((role for role in sorted(credited.roles) if not _is(role, source)), None)
    if wrong is None or (wrong != "chair" and credited.roles - {wrong} and any(_is(role, source) for role in credited.roles)):
        return None
    passage = source.passage
    whose = passage.speaker or passage.body or passage.kind.words
    return Problem(Fault.SPEAKER, f"The words are those of {whose}, not of {_A.get(wrong, 'the ' + wrong)}.")


_A = {"reader": "a reader", "practitioner": "a practitioner", "witness": "a witness", "member": "a Member", "inspector": "an inspector", "author": "an author"}


def words(roles: frozenset[str]) -> str:
    """What such roles go by in a text, as a pattern."""
    return "|".join(f"(?i:{_TOLD[role].replace('(?i)', '')})" for role in sorted(roles) if role in _TOLD) or r"\0"


def told_of(roles: frozenset[str], sentence: str) -> bool:
    """True where a sentence tells what one in such a role said."""
    return bool(roles) and all(role in _TOLD and re.search(_TOLD[role], sentence) for role in roles)


def house(words: str, source: Source, told: bool) -> Problem | None:
    """A fault where the attribution names a House that the words were not said in."""
    known = " ".join(each for each in (source.passage.body, source.publisher, source.title, source.passage.series, *source.passage.headings) if each)
    if source.passage.about:
        known += f" {source.passage.about.body or ''}"
    for named, there in _HOUSES:
        found = named.search(words)
        if found and not there.search(known + (f" {source.text}" if told else "")):
            return Problem(Fault.ATTRIBUTION, f"The words were not said in {found[0]}; the record has {source.passage.body or source.title}.")
    return None


def _is(role: str, source: Source) -> bool:
    passage = source.passage
    kind, body = passage.standing, f"{passage.body or ''} {passage.speaker or ''} {source.publisher or ''}"
    answers = kind is Kind.WRITTEN_QUESTION and bool(passage.reply_to)
    if role in ("government", "secretary"):
        minister = offices.ministerial(passage.office) or answers or kind is Kind.WRITTEN_STATEMENT
        secretary = role == "government" or "secretary of state" in (passage.office or "").lower()
        return (minister and secretary) or (role == "government" and (kind is Kind.GOVERNMENT_REPORT or "overnment" in body or _department(passage.body)))
    if role == "department":
        return answers or _department(passage.body) or kind in (Kind.GOVERNMENT_REPORT, Kind.WRITTEN_STATEMENT)
    if role == "chair":
        return bool(re.search(r"(?i)chair|speaker|presiding", f"{passage.speaker or ''} {passage.office or ''}"))
    if role == "member":
        return kind in (Kind.DEBATE, Kind.WRITTEN_QUESTION, Kind.WRITTEN_STATEMENT, Kind.ORAL_EVIDENCE)
    return _OF_KIND[role](kind, body) if role in _OF_KIND else True


def _department(body: str | None) -> bool:
    return any(known.department for known in bodies.mentioned(body or "")) or bool(re.search("(?i)department|ministry|office$|treasury", body or ""))


_OF_KIND: dict[str, Callable[[Kind, str], bool]] = {
    "committee": lambda kind, body: kind is Kind.COMMITTEE_REPORT or "ommittee" in body,
    "inquiry": lambda kind, body: kind in (Kind.INQUIRY_REPORT, Kind.COMMITTEE_REPORT) or "nquiry" in body,
    "inspector": lambda kind, body: kind is Kind.INSPECTION_REPORT,
    "practitioner": lambda kind, body: kind is Kind.TESTIMONY,
    "reader": lambda kind, body: kind is Kind.COMMENT,
    "author": lambda kind, body: kind in (Kind.ARTICLE, Kind.INSPECTION_REPORT, Kind.COMMITTEE_REPORT, Kind.GOVERNMENT_REPORT, Kind.INQUIRY_REPORT),
    "witness": lambda kind, body: kind in (Kind.ORAL_EVIDENCE, Kind.WRITTEN_EVIDENCE),
    "digest": lambda kind, body: True,
    "organisation": lambda kind, body: kind in (Kind.PRESS_RELEASE, Kind.WRITTEN_EVIDENCE, Kind.ARTICLE),
}
