"""Written evidence: who submits it, under which reference, to which committee.

Shapes: ``Written evidence submitted by the X Trust (ABC0012)``, ``Memorandum by X``, and the Lords' ``X – Written evidence (ABC0012)``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Kind
from corpus.pages import bodies
from corpus.pages.people import PEER
from corpus.papers import publishers, witnesses
from corpus.papers.block import Block
from corpus.papers.front import Cover
from corpus.papers.gathering import Voice

_REFERENCE = r"\(?(?P<ref>[A-Z]{2,6}\s?-?\d{2,5})\)?"
_SUBMITTED = re.compile(
    r"(?i)^(?:(?:further|supplementary|joint|additional|second) )*(?:written (?:evidence|submission)|memorandum|submission|evidence)\s*"
    r"(?:\(?[A-Z]{2,6}\s?\d{2,5}\)?\s*)?[,:–-]?\s*(?:submitted |provided |received )?(?:by|from)\s+(?P<who>[^\n]+)$"
)
_AFTER = re.compile(r"(?i)^(?P<who>.+?)\s*[–—-]+\s*(?:supplementary |further |joint )?written evidence\b")
_ALONE = re.compile(rf"^{_REFERENCE}$")
_IN_LINE = re.compile(rf"\s*{_REFERENCE}\s*$")
_TITLE = r"(?:(?:The )?(?:Rt\.? Hon\.?|Dame|Sir|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Rev|Reverend|Lord|Lady|Baroness|Councillor|Cllr|HHJ)\.?\s+)"
_PERSON = re.compile(rf"^(?:{PEER}|{_TITLE}+[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'.-]*){{0,4}})$")
_ORGANISATION = re.compile(
    r"(?i)\b(?:trust|league|union|association|society|institute|institution|council|charity|foundation|alliance|university|college|school|group|network|centre|center|company|"
    r"ltd|limited|plc|llp|department|ministry|office|authority|service|services|inspectorate|commission|committee|federation|coalition|forum|project|agency|board|bureau|"
    r"partnership|church|initiative|campaign|organisation|international|uk|england|wales|scotland|britain|and|for|of)\b|^[A-Z&]{2,}$"
)


@dataclass(frozen=True, slots=True)
class Submission:
    """Who submits, under which reference, to which committee, as far as the paper says."""

    title: str
    who: str
    reference: str | None = None
    committee: str | None = None


def submission(cover: Cover, blocks: Sequence[Block]) -> Submission | None:
    """The submission that a paper is, told by one of its first lines; ``None`` for any other paper."""
    lines = list(dict.fromkeys([*cover.lines[:12], cover.title]))
    for line in lines:
        match = _SUBMITTED.match(line) or _AFTER.match(line)
        if not match or not _says(line):
            continue
        inside = re.search(r"\b(?P<ref>[A-Z]{2,6}\s?\d{2,5})\b", line)
        reference = inside["ref"].replace(" ", "") if inside else _alone(lines)
        return Submission(line, _name(match["who"]), reference, _committee(lines))
    return None


def voice(found: Submission, cover: Cover) -> Voice:
    """The submitter's voice: a person, with what stands after the comma as office or body, or an organisation."""
    name, _, rest = found.who.partition(", ")
    if _PERSON.match(name):
        office, body = witnesses.post(rest)
        return Voice(Kind.WRITTEN_EVIDENCE, name, office, body=body, date=cover.date, series=found.reference)
    known = bodies.organisation(found.who)
    whole = known.name if known and known in bodies.known() and len(found.who) < len(known.name) + 12 else found.who
    named = bool(known or publishers.named_by(found.who) or _ORGANISATION.search(found.who))
    return Voice(Kind.WRITTEN_EVIDENCE, whole, body=whole if named else None, date=cover.date, series=found.reference)


def _says(line: str) -> bool:
    """A bare *evidence from* or *submission by* is only a submission where it has a reference or says *written*."""
    return bool(re.search(r"(?i)\bwritten (?:evidence|submission)\b|\bmemorandum (?:submitted )?(?:by|from)\b|\b[A-Z]{2,6}\s?\d{3,5}\)?$", line))


def _alone(lines: Sequence[str]) -> str | None:
    return next((match["ref"].replace(" ", "") for line in lines if (match := _ALONE.match(line))), None)


def _name(who: str) -> str:
    bare = _IN_LINE.sub("", who).strip(" .,")
    return re.sub(r"^(?:the|The)\s+", "", re.sub(r"\s+to the .{0,60}\bCommittee\b.*$", "", bare))


def _committee(lines: Sequence[str]) -> str | None:
    """The first committee among the lines: one whose name a line is, or a known one that it speaks of."""
    for line in lines:
        named = publishers.named_by(line)
        for body in [*([named] if named else []), *bodies.mentioned(line)]:
            if body.report is Kind.COMMITTEE_REPORT:
                return body.name
    return None
