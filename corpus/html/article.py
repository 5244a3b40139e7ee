"""A post or a news article: its own words and its readers' comments, handed to `corpus.pages`, which tells the voices apart.

The main part of a page is the element that says it is that; where none does, trafilatura finds it, and where that fails the page's whole
body stands.
"""

from __future__ import annotations

import re

from lxml import etree

from corpus.document import Document
from corpus.html import comments, lines
from corpus.html.facts import PageFacts
from corpus.html.known import Known
from corpus.html.lines import Lines
from corpus.html.page import Page
from corpus.html.wording import BLOCKS, classes, tagged, words
from corpus.pages import passages

_MAIN_NAMES = (
    "post-body entry-content post-content article-body article__body articlebody article-content td-post-content content-body story-body body-content "
    "article_body blog-post-content field-name-body post_content single-content"
)
_MAIN = frozenset(_MAIN_NAMES.split())
_FURNITURE = re.compile(
    r"(?i)\b(?:shar(?:e|ing)(?:-|\b)|share[-_]?(?:buttons?|bar|links?|daddy)|sharedaddy|jp-relatedposts|"
    r"related[-_ ]?(?:posts?|articles?|content|stories)?\b|newsletter|subscri\w*|"
    r"social[-_]?\w*|breadcrumbs?|cookie\w*|banner|advert\w*|promo|sidebar|widget\w*|post-footer|entry-footer|entry-meta|post-meta|post-navigation|nav-links|menu|"
    r"site-(?:header|footer)|skip-link|tags?-links|author-bio|pagination|byline|dateline|date-header|comment-form)"
)
_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "form", "figure"})
_PRESS = re.compile(r"(?i)/(?:press|media|news)[-_]?(?:releases?|statements?|notices?)/")
_LABELLED = re.compile(r"(?i)\s*(?:press|news|media) (?:release|notice|statement)\s*$")
_LABEL = 40  # characters
_CANDIDATES = 50
_TAGS = {"head": "h2", "item": "li", "list": "ul", "quote": "blockquote", "lb": "br", "row": "tr", "cell": "td", "hi": "b", "ref": "a", "del": "s"}
_LARGE = 3_000_000  # characters: beyond, trafilatura takes too long
_ENOUGH = 25  # words


def document(page: Page, facts: PageFacts, sha256: str) -> Document:
    """The page as a document whose passages have each their own voice."""
    press = _is_press(page.root, facts)
    found = comments.taken_out(page.root)
    element = main(page.root)
    text = _lines(element) if element is not None else _by_trafilatura(page.root) or _lines(page.root)
    marked = element is not None or bool(found.comments)
    known = Known(
        facts.title, facts.author, facts.date, facts.site, facts.url, press, comments=found.comments if marked else None,
        links={locator: f"{facts.url}#{anchor}" for locator, anchor in found.anchors if facts.url},
        headings=frozenset(text.headings), quoted=frozenset(text.quoted),
    )  # fmt: skip
    return passages.document("\n\n".join(text.texts), page.source, sha256, known)


def main(root: etree._Element) -> etree._Element | None:
    """The element that says it holds the page's main part, or ``None``. Of several that say so the one with the most words."""
    elements = [e for e in root.iter() if tagged(e) and e.tag not in ("html", "body")]
    for candidates in (
        [e for e in elements if classes(e) & _MAIN], [e for e in elements if e.get("itemprop") == "articleBody"], [e for e in elements if e.tag == "article"],
        [e for e in elements if e.tag == "main" or e.get("role") == "main"],
    ):  # fmt: skip
        sized = [(len(words(e).split()), e) for e in candidates[:_CANDIDATES]]
        if sized and (best := max(sized, key=lambda each: each[0]))[0] >= _ENOUGH:
            return best[1]
    return None


def _lines(element: etree._Element) -> Lines:
    return lines.of(element, leave_out=lambda e: e is not element and _is_furniture(e))


def _is_furniture(element: etree._Element) -> bool:
    if element.tag in _FURNITURE_TAGS or element.get("role") in ("navigation", "banner", "contentinfo", "search"):
        return True
    return element.tag in BLOCKS and bool(_FURNITURE.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _by_trafilatura(root: etree._Element) -> Lines | None:
    """What trafilatura takes for the page's main part, or ``None`` where it finds none or fails."""
    markup = etree.tostring(root, encoding="unicode", method="html")
    if len(markup) > _LARGE:
        return None
    try:
        import trafilatura

        found = trafilatura.bare_extraction(markup, fast=True, include_comments=False, include_tables=True, favor_recall=True)
        body = getattr(found, "body", None)
    except Exception:  # whatever somebody else's page does to somebody else's code, the page's whole body still stands
        return None
    text = lines.of(_as_html(body)) if body is not None else None
    return text if text and sum(len(line.split()) for line in text.texts) >= _ENOUGH else None


def _as_html(body: etree._Element) -> etree._Element:
    """trafilatura's own tags put back into those of HTML."""
    for element in body.iter():
        if element.tag in _TAGS:  # a broken page's tag may be one that lxml reads but does not set
            element.tag = _TAGS[element.tag]
        if element.tag == "h2" and re.fullmatch(r"h[1-6]", element.get("rend", "")):
            element.tag = element.get("rend")
    return body


def _is_press(root: etree._Element, facts: PageFacts) -> bool:
    """True where the page's address, or a short line over its text, calls it a press release."""
    labels = (words(e) for e in root.iter() if tagged(e) and e.tag in ("p", "span", "div", "a", "li", "strong") and len(e) == 0 and len(e.text or "") < _LABEL)
    return bool(_PRESS.search(facts.url or "")) or any(_LABELLED.match(label) for label in labels)
