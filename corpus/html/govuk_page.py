"""A page of GOV.UK as a browser saves it: the same document as in the content API, told by the page's own ``govuk:`` facts."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml import etree

from corpus.document import Document, fold
from corpus.html import govuk
from corpus.html.facts import PageFacts, iso
from corpus.html.govuk import Item, Part
from corpus.html.page import Page
from corpus.html.wording import classes, tagged, words

_BODY = frozenset({"govspeak", "gem-c-govspeak"})
_FROM = frozenset({"gem-c-metadata", "app-c-publisher-metadata", "gem-c-publisher-metadata", "publisher-metadata", "organisation-logo"})
_NOTICE = frozenset({"gem-c-notice", "govuk-notice", "app-c-notice"})
_WITHDRAWN = re.compile(r"(?i)\bwithdrawn\b.{0,40}")


def is_page(page: Page, facts: PageFacts) -> bool:
    """True for a page of GOV.UK that carries a document."""
    return any(e.get("name", "").startswith("govuk:") for e in page.root.iter("meta")) or (facts.host == "gov.uk" and bool(_bodies(page.root)))


def document(page: Page, facts: PageFacts, sha256: str) -> Document:
    """The page's document."""
    meta = {e.get("name", "").removeprefix("govuk:"): e.get("content", "") for e in page.root.iter("meta") if e.get("name", "").startswith("govuk:")}
    path = urlsplit(facts.url).path.rstrip("/") if facts.url and facts.host == "gov.uk" else None
    bodies = _bodies(page.root) or [next((e for e in page.root.iter("main")), next(page.root.iter("body"), page.root))]
    title = next((words(e) for e in page.root.iter("h1") if words(e)), facts.title or "GOV.UK")
    sort = meta.get("document-type") or meta.get("format") or meta.get("schema-name") or _of_path(path)
    date = iso(meta.get("public-updated-at")) or iso(meta.get("first-published-at")) or facts.date
    parts = tuple(Part(None, facts.url, body) for body in bodies)
    item = Item(title, sort, parts, path or None, date, _organisations(page.root), withdrawn=_withdrawn(page.root))
    return govuk.document(item, page.source, sha256)


def _bodies(root: etree._Element) -> list[etree._Element]:
    found = [
        e
        for e in root.iter()
        if tagged(e) and classes(e) & _BODY and len(words(e).split()) > 3 and not any(classes(above) & _NOTICE for above in e.iterancestors())
    ]
    return [e for e in found if not any(above in found for above in e.iterancestors())][:200]


def _of_path(path: str | None) -> str:
    sections = {"/government/news": "news_story", "/government/speeches": "speech", "/guidance": "guidance", "/government/publications": "html_publication"}
    return next((sort for begins, sort in sections.items() if (path or "").startswith(begins)), "page")


def _organisations(root: etree._Element) -> tuple[str, ...]:
    links = [
        fold(words(a)) for e in root.iter() if tagged(e) and classes(e) & _FROM for a in e.iter("a")
        if "/government/organisations/" in a.get("href", "") or "/government/organisations/" in f"/{a.get('href', '')}"
    ]  # fmt: skip
    return tuple(dict.fromkeys(name for name in links if name))


def _withdrawn(root: etree._Element) -> str | None:
    notices = (words(e) for e in root.iter() if tagged(e) and classes(e) & _NOTICE)
    return next((f"withdrawn: {text[:300]}" for text in notices if _WITHDRAWN.search(text)), None)
