"""A written question's page at https://questions-statements.parliament.uk: the question, the answer, who, when, and to which body.

Told by its words, which have stayed while the markup has changed: *Question for*, *UIN 8024, tabled on 5 January 2024*, the headings
*Question* and *Answer*, *Answered on*; and by ``.qna-result-container``, the shape before 2020. Covered: one question with its answer,
corrected or not (the last one given counts). Not covered: lists of search results in the newer shape.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from corpus.dates import full_date
from corpus.document import Document
from corpus.html import lines
from corpus.html.facts import PageFacts
from corpus.html.page import Page
from corpus.html.wording import classes, tagged, words
from corpus.questions import assemble
from corpus.questions.record import Question, Words, house_of
from corpus.unreadable import UnreadableDocument

_TABLED = re.compile(r"\bUIN (?P<uin>(?:HL)?\d{1,7})\b,?\s+tabled on (?P<date>\d{1,2} \w+ \d{4})")
_FOR = re.compile(r"^Question for (?:the )?(?P<body>.{3,100}?)(?: UIN\b.*)?$")
_ANSWERED = re.compile(r"^(?:Answered|Corrected)(?: on:?)?(?P<rest>.*)$")
_OLD = frozenset({"qna-result-container"})
_NAME, _PARTY, _SEAT = (
    frozenset({"primary-info", "name"}),
    frozenset({"secondary-info", "party"}),
    frozenset({"tertiary-info", "constituency", "indicators-left"}),
)
_CARD = frozenset({"card-member", "card", "member-card", "primary-info", "secondary-info", "tertiary-info", "card-inner", "member-details"})
_NOISE = re.compile(
    r"(?i)^(?:share|this answer|print|named day|answered|grouped questions?:?|commons|lords|ordinary written question|question|answer|tabled on.*|uin .*)$"
)


def is_page(page: Page) -> bool:
    """True for the page of one written question, or of several in the older shape."""
    body = words(next(page.root.iter("body"), page.root))
    return bool(_TABLED.search(body) and _section(page.root, "Question")) or any(classes(e) & _OLD for e in page.root.iter() if tagged(e))


def document(page: Page, facts: PageFacts, sha256: str) -> Document:
    """The question and its answer as a document. Raises `UnreadableDocument` where the words of the question are not there."""
    olds = [e for e in page.root.iter() if tagged(e) and classes(e) & _OLD]
    questions = [_older(e, number) for number, e in enumerate(olds, start=1)] or [_question(page.root)]
    questions = [question for question in questions if question.question.text]
    if not questions:
        raise UnreadableDocument(page.source, "holds no question; add the page of the question itself")
    made = assemble.document(questions, "page", page.source, sha256)
    if len(questions) > 1:
        return replace(made, url=facts.url)
    only = questions[0]
    title = ": ".join(part for part in (only.heading, f"written question {only.uin}") if part)
    return replace(made, title=title, date=only.answered or only.tabled, url=made.passages[0].url or facts.url)


def _question(root: etree._Element) -> Question:
    body = next(root.iter("body"), root)
    tabled = _TABLED.search(words(body))
    asked, answer = _section(root, "Question"), _section(root, "Answer")
    put_to = next((match["body"] for e in body.iter() if tagged(e) and len(e) < 4 and (match := _FOR.match(words(e)))), None)
    heading = next((text for e in root.iter("h1") if (text := words(e)) and not text.startswith("Written question")), None)
    uin = tabled["uin"] if tabled else None
    date = full_date(tabled["date"]) if tabled else None
    return Question(
        "question 1", Words(_said(asked)), Words(_said(answer)), uin=uin, house=house_of(None, uin),
        tabled=date[0] if date else None, answered=_answered(answer),
        asker=_of(asked, _NAME), party=_of(asked, _PARTY), answerer=_of(answer, _NAME), answerer_party=_of(answer, _PARTY),
        body=put_to, heading=heading,
    )  # fmt: skip


def _section(root: etree._Element, name: str) -> list[etree._Element]:
    """The elements between the heading ``name`` and the next *Question* or *Answer*, at the level at which there are any."""
    head = next((e for e in root.iter("h1", "h2", "h3", "h4", "strong") if words(e) == name), None)
    while head is not None and head.tag != "body":
        found = []
        for element in head.itersiblings():
            if tagged(element) and any(words(e) in ("Question", "Answer") for e in element.iter("h1", "h2", "h3", "h4")):
                break
            found += [element] if tagged(element) else []
        if any(words(e) for e in found):
            return found
        head = head.getparent()
    return []


def _said(section: list[etree._Element]) -> str:
    texts = [text for e in section for text in lines.of(_boxed(e), leave_out=lambda inner: bool(classes(inner) & _CARD)).texts]
    return "\n".join(
        text for text in texts if not _NOISE.match(text) and not (_ANSWERED.match(text) and len(text) < 60) and not (full_date(text) and len(text) < 24)
    )


def _boxed(element: etree._Element) -> etree._Element:
    box = etree.Element("div")
    box.append(deepcopy(element))
    box[0].tail = None
    return box


def _of(section: list[etree._Element], names: frozenset[str]) -> str | None:
    return next((text for e in section for inner in e.iter() if tagged(inner) and classes(inner) & names and (text := words(inner))), None)


def _answered(section: list[etree._Element]) -> str | None:
    text = " ".join(words(e) for e in section)
    match = re.search(r"\b(?:Answered|Corrected)(?: on)?:? ?(.{0,40})", text)
    found = full_date(match[1]) if match else None
    return found[0] if found else None


def _older(box: etree._Element, number: int) -> Question:
    def part(name: str) -> str | None:
        return next((text for e in box.iter() if tagged(e) and name in classes(e) and (text := words(e))), None)

    def day(name: str) -> str | None:
        found = full_date(part(name) or "")
        return found[0] if found else None

    uin = (re.search(r"(?:HL)?\d{1,7}", part("qna-result-question-uin") or "") or [None])[0]
    asker = re.sub(r"^Asked by\s+", "", part("qna-result-question-title") or "") or None
    answerer = re.sub(r"^Answered by:?\s+", "", part("qna-result-answer-title") or "") or None
    return Question(
        f"question {number}", Words(part("qna-result-question-text") or ""), Words(part("qna-result-answer-content") or ""), uin=uin, house=house_of(None, uin),
        tabled=day("qna-result-question-date"), answered=day("qna-result-answer-date"), asker=asker, answerer=answerer,
        body=part("qna-result-question-answeringbody"), heading=part("qna-result-question-hansardheading"),
    )  # fmt: skip
