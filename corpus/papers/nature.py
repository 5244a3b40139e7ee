"""What a paper is: which kind its own words are, and whose. Nothing is promoted: what does not say what it is, is an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Kind
from corpus.pages import bodies
from corpus.pages.bodies import Body
from corpus.papers import publishers
from corpus.papers.block import Block, Facts
from corpus.papers.front import Cover

_PRESS = re.compile(r"(?im)^(?:press|news|media) (?:release|notice|statement)\b|^for immediate release\b|^embargo(?:ed)?\b")
_RESPONSE = re.compile(r"(?i)\bresponse(?:s)? (?:to|from)\b|\breply to\b")
_GOVERNMENT = re.compile(
    r"(?i)(?:^|[:–—-]\s*)(?:the )?(?:(?:uk|hm|scottish|welsh) )?(?:governments?|ministry of [\w ,&-]{3,60}|department (?:for|of) [\w ,&-]{3,60}|home office"
    r"|cabinet office|hm treasury)(?:['’]s?)?(?: (?:initial|formal|interim|further|full|new|joint))?\s*$"
)
_DECIDES = re.compile(r"(?i)^(?:the )?(?:(?:uk|hm) )?government(?:['’]s)? (?:\w+ )?(?:response|reply|decision)\b")
_REPORT = re.compile(r"(?im)\breports?\b|\breview\b|\binspection\b|\binvestigation\b|\bfindings\b")
_LAID = re.compile(r"(?i)\bpresented to parliament\b|\bordered (?:by the house|to be printed)\b|\binquiries act\b|\bby authority of the house\b")
_OWN_PAPER = re.compile(
    r"(?im)\b(?:report|review|white paper|green paper|policy paper|consultation|statistics|bulletin|strategy|guidance|impact assessment|framework"
    r"|response|decision|plan)\b"
)
_PARLIAMENT = re.compile(
    r"(?i)\bhouse of (?:commons|lords)\b|\b(?:uk|scottish|welsh) parliament\b|\bsenedd\b|\b(?:northern ireland|welsh|national) assembly\b"
    r"|\breport of session\b|\bparliament\.(?:uk|scot|wales)\b"
)
_OF_THE_STATE = re.compile(r"^(?:HM |House of |Joint Committee|Criminal Justice Joint Inspection)")
_DEAR = re.compile(r"^Dear\s")


@dataclass(frozen=True, slots=True)
class Nature:
    """The kind of a paper's own words, who publishes it, and, for a response, the body it answers."""

    kind: Kind
    body: str | None = None
    answers: Body | None = None


def of(cover: Cover, blocks: Sequence[Block], facts: Facts) -> Nature:
    """What the paper with this cover is."""
    published = publishers.publisher(cover.lines) or _of_metadata(facts, blocks)
    name = published.name if published else None
    if _PRESS.search(cover.text):
        said = published or next((body for line in cover.lines if (body := bodies.organisation(line))), None)
        return Nature(Kind.PRESS_RELEASE, said.name if said else None)
    if any(_DEAR.match(block.text) for block in blocks[:25]):
        return Nature(Kind.PRESS_RELEASE if published and published.official else Kind.ARTICLE, name)
    answers = next((found for line in cover.lines if (found := publishers.answered(line))), None) or publishers.answered(cover.title)
    if _RESPONSE.search(f"{cover.title}\n{cover.text}") and _responds(cover, published):
        return Nature(Kind.GOVERNMENT_REPORT, _responder(published, answers), answers)
    return Nature(_kind(published, cover, facts), name)


def _responds(cover: Cover, published: Body | None) -> bool:
    """True where it is the Government that responds, as its title says or its publisher shows."""
    line = next((line for line in (cover.title, *cover.lines) if _RESPONSE.search(line)), "")
    before = _RESPONSE.split(line)[0].strip()
    if before:
        return bool(_GOVERNMENT.search(before))
    return bool(published and published.department) or bool(_DECIDES.search(cover.title))


def _responder(published: Body | None, answers: Body | None) -> str:
    own = published and published.department and (answers is None or published.name != answers.name)
    return published.name if published and own else "HM Government"


def _kind(published: Body | None, cover: Cover, facts: Facts) -> Kind:
    """The kind of a body's paper: a finding only where it is a report, and an inquiry's only where it was laid before Parliament.

    A committee or inspectorate known by the shape of its name alone may be anybody's: Parliament, or the Crown, has to be named too.
    """
    if published is None or published.report.authority > 1:
        return Kind.ARTICLE
    laid = bool(cover.series or _LAID.search(cover.text))
    named = _OF_THE_STATE.match(published.name) or _PARLIAMENT.search(f"{cover.text}\n{cover.title}\n{facts.publisher}\n{facts.url}")
    by_shape = published not in bodies.known() and published.report in (Kind.COMMITTEE_REPORT, Kind.INSPECTION_REPORT)
    if by_shape and not (laid or named):
        return Kind.ARTICLE
    if published.department:
        return Kind.GOVERNMENT_REPORT if laid or _OWN_PAPER.search(cover.text) else Kind.ARTICLE
    if published.name.endswith("Inquiry"):
        return Kind(published.report) if laid else Kind.ARTICLE
    return published.report if laid or _REPORT.search(cover.text) else Kind.ARTICLE


def _of_metadata(facts: Facts, blocks: Sequence[Block]) -> Body | None:
    """The publisher (else the author) that the file itself names; an abbreviation is looked up in the text."""
    for named in (facts.publisher, facts.author):
        if not named:
            continue
        if found := publishers.named_by(named):
            return found
        if re.fullmatch(r"[A-Z]{2,8}", named) and (found := _spelt_out(named, blocks)):
            return found
    return None


def _spelt_out(short: str, blocks: Sequence[Block]) -> Body | None:
    for block in blocks[:400]:
        before, found, _ = block.text.partition(f"({short})")
        if found:
            words = before.split()[-10:]
            return next((body for i in range(len(words)) if (body := publishers.named_by(" ".join(words[i:])))), None)
    return None
