"""Who publishes a paper, told by a line of its cover that is a body's name, or by the shape of that name.

Covered: what ``corpus/bodies.toml`` lists, select committees, departments and ministries, inspectorates, ombudsmen, public
inquiries. A body that is only *mentioned* publishes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Kind
from corpus.pages import bodies
from corpus.pages.bodies import Body
from corpus.papers.block import Facts

_BY = re.compile(
    r"(?i)^(?:an? )?(?:(?:joint )?(?:report|review|paper|inspection|thematic \w+|investigation)(?: and \w+)? (?:by|of|from)|published by|produced by|from|by)"
    r"\s+(?:the\s+)?"
)
_THE = re.compile(r"(?i)^the\s+")
_WORD = r"(?:[A-Z][\w’'&-]*|of|for|and|the|in|on|to|&)"
_NAME = rf"[A-Z][\w’'&-]*(?:,? {_WORD}){{0,9}}"
_COMMITTEE = re.compile(rf"^(?P<name>(?:House of (?:Lords|Commons) )?(?:{_NAME} )?(?:Select |Joint )?Committee(?: (?:on|of) {_NAME})?)$")
_SHAPES = (
    (re.compile(rf"^(?:Department (?:for|of) {_NAME}|Ministry (?:of|for) {_NAME}|HM Treasury|"
                r"(?:Home|Cabinet|Foreign|Scotland|Wales|Northern Ireland) Office|Foreign, Commonwealth (?:and|&) Development Office|"
                r"Foreign (?:and|&) Commonwealth Office|HM Revenue (?:and|&) Customs|Attorney General's Office|"
                r"(?:HM|UK|Scottish|Welsh|UK and devolved) Government|Welsh Assembly Government)$"), Kind.GOVERNMENT_REPORT),
    (re.compile(rf"^(?:HM (?:Chief )?Inspect(?:orate|or) (?:of|for) {_NAME}|{_NAME} Inspectorate|Criminal Justice Joint Inspection)$"), Kind.INSPECTION_REPORT),
    (re.compile(rf"^(?:{_NAME} Ombudsman|Ombudsman for {_NAME})$"), Kind.INQUIRY_REPORT),
    (re.compile(rf"^{_NAME} Inquiry$"), Kind.INQUIRY_REPORT),
)  # fmt: skip
_PRESENTED = re.compile(
    r"(?i)presented to parliament by the (?:lord chancellor and )?(?:parliamentary under-)?(?:secretary of state|minister)s? (?:of state )?"
    r"for (?P<brief>[^,;.]{3,70}?)(?= by command| pursuant|,| on | to |$)"
)
_POSTS = (
    ("chancellor of the duchy of lancaster", "Cabinet Office"), ("minister for the cabinet office", "Cabinet Office"),
    ("chancellor of the exchequer", "HM Treasury"), ("prime minister", "HM Government"), ("economic secretary to the treasury", "HM Treasury"),
)  # fmt: skip
_AUDITOR = re.compile(r"(?i)\breport by the comptroller and auditor general\b")
_ANSWERED = re.compile(rf"^(?P<name>(?:House of (?:Lords|Commons) )?{_NAME}? ?(?:Select |Joint )?(?:Committee(?: on {_NAME}?)?|Inquiry|Ombudsman))(?='s|\b)")
_HOUSE = re.compile(r"(?i)^house of (?P<house>lords|commons)(?P<rest>.*)$")


def named_by(line: str) -> Body | None:
    """The body whose name ``line`` is, and next to nothing else; ``None`` for any other line."""
    text = _THE.sub("", _BY.sub("", bodies.plain(line).strip(" .:|"))).strip()
    if text.isupper() and len(text) > 12:
        text = _cased(text)
    for body in bodies.mentioned(text):
        if text in {*body.aliases, body.name, *body.offices}:
            return body
    if match := _COMMITTEE.match(text):
        return Body(match["name"], Kind.COMMITTEE_REPORT) if match["name"] != "Committee" else None
    return next((Body(text, kind, department=kind is Kind.GOVERNMENT_REPORT) for shape, kind in _SHAPES if shape.match(text)), None)


def publisher(lines: Sequence[str]) -> Body | None:
    """Who publishes a paper whose cover has these lines."""
    house = next((match["house"].capitalize() for line in lines if (match := _HOUSE.match(line))), None)
    for line in lines:
        rest = _HOUSE.match(line)
        if body := named_by(line) or (named_by(rest["rest"].strip()) if rest else None):
            return _of_house(body, house)
        if _AUDITOR.search(line):
            return named_by("National Audit Office")
    return next((body for line in lines if (body := _presenter(line))), None)


def committee(lines: Sequence[str], facts: Facts) -> str | None:
    """The committee that a transcript with this cover was taken by, else the publisher that the file names."""
    found = publisher(lines)
    named = publisher([line for line in (facts.publisher,) if line])
    return next((body.name for body in (found, named) if body and body.report is Kind.COMMITTEE_REPORT), None)


def answered(title: str) -> Body | None:
    """The committee, inquiry or ombudsman that a response with this title answers."""
    text = bodies.plain(title)
    match = re.search(r"(?i)\b(?:response|reply) to (?P<rest>.+)$", text)
    if not match:
        return None
    rest = _THE.sub("", match["rest"])
    shape = _ANSWERED.search(rest)
    known = next((body for body in bodies.mentioned(rest) if body.official and not body.department and body.report is not Kind.GOVERNMENT_REPORT), None)
    if known and not shape:
        return known
    if not shape:
        return None
    name = re.sub(r"^(?:Report|Findings?|Recommendations?) (?:of|from|by) (?:the )?", "", shape["name"].strip())
    named = known if known and known.name.split()[0] in name else None
    return named or Body(name, Kind.COMMITTEE_REPORT if "Committee" in name else Kind.INQUIRY_REPORT)


def _of_house(body: Body, house: str | None) -> Body:
    """A committee told by its shape, with its House before it: both Houses have one on science."""
    listed = body in bodies.known()
    if body.report is not Kind.COMMITTEE_REPORT or listed or not house or body.name.startswith(("House", "Joint")):
        return body
    return Body(f"House of {house} {body.name}", body.report)


def _presenter(line: str) -> Body | None:
    for post, office in _POSTS:
        if re.search(rf"(?i)presented to parliament by the {post}\b", line):
            return named_by(office)
    match = _PRESENTED.search(bodies.plain(line))
    if not match:
        return None
    brief = match["brief"].strip()
    fixed = {"Justice": "Ministry of Justice", "the Home Department": "Home Office", "Home Department": "Home Office", "Defence": "Ministry of Defence"}
    return named_by(fixed.get(brief, f"Department for {brief}"))


def _cased(text: str) -> str:
    """``SCIENCE AND TECHNOLOGY COMMITTEE`` as it is written elsewhere."""
    low, kept = {"OF", "FOR", "AND", "THE", "ON", "IN"}, {"HM", "UK"}
    return " ".join(word.lower() if word in low else word if word in kept else word.capitalize() for word in text.split())
