"""A report, a transcript or guidance as a web page: its blocks, handed to `corpus.papers`, and a link to the heading above each passage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lxml import etree

from corpus.document import Document, Passage
from corpus.html import article, blocks
from corpus.html.facts import PageFacts
from corpus.html.page import Page
from corpus.html.wording import tagged, words
from corpus.papers import paper
from corpus.papers.block import Facts, Role
from corpus.papers.numbers import split

_HOSTS = re.compile(r"(?:^|\.)(?:parliament\.uk|gov\.uk|gov\.scot|gov\.wales|nao\.org\.uk|ombudsman\.org\.uk|parliament\.scot|senedd\.wales|cqc\.org\.uk)$")
_SAYS = re.compile(r"(?i)\b(?:oral evidence|written evidence|select committee|house of (?:commons|lords)|session (?:19|20)\d\d[-–]\d\d|ordered by the house)\b")
_NUMBERED = 8  # paragraphs: no article has as many
_TOP = 3000  # characters


def is_report(page: Page, facts: PageFacts) -> bool:
    """True where the page's publisher, its first words, or its numbered paragraphs say that it is a report, and nobody has signed it."""
    if _HOSTS.search(facts.host):
        return True
    if facts.author:
        return False
    body = next(page.root.iter("body"), page.root)
    paragraphs = [words(e) for e in body.iter("p", "li") if tagged(e)]
    numbered = [number for text in paragraphs[:2000] if (number := split(text[:200])[0]) and number[0].isdigit()]
    return len(numbered) >= _NUMBERED or bool(facts.title and _SAYS.search(facts.title)) or len(_SAYS.findall(" ".join(paragraphs[:40])[:_TOP])) > 1


def document(page: Page, facts: PageFacts, sha256: str) -> Document:
    """The page as a paper."""
    element = article.main(page.root)
    laid = blocks.of(element if element is not None and _whole(element, page.root) else next(page.root.iter("body"), page.root))
    headed = any(block.role is Role.HEADING for block in laid.blocks)
    own = Facts(facts.title, facts.author, facts.site, facts.date, facts.url)
    found = paper.document(laid.blocks, own, page.source, sha256)
    return replace(found, passages=linked(found.passages, laid.anchors, facts.url)) if headed else found


def linked(passages: Sequence[Passage], anchors: Sequence[tuple[str, str]], url: str | None) -> tuple[Passage, ...]:
    """The passages with a link each to the nearest heading above that a link can reach."""
    if not url:
        return tuple(passages)
    done: list[Passage] = []
    at, anchor, under = 0, None, None
    for passage in passages:
        path = passage.headings
        if path and path[-1] != under:
            under = path[-1]
            ahead = next((i for i in range(at, len(anchors)) if anchors[i][0] == under), None)
            anchor = anchors[ahead][1] if ahead is not None else None
            at = ahead + 1 if ahead is not None else at
        done.append(replace(passage, url=f"{url}#{anchor}" if anchor and path else passage.url or url))
    return tuple(done)


def _whole(element: etree._Element, root: etree._Element) -> bool:
    """True where the element that says it is the main part holds most of the page's words: none of a report may be left out."""
    return 2 * len(words(element)) > len(words(next(root.iter("body"), root)))
