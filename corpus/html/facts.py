"""What a page says of itself outside its text: its title, author, date, site and address. Nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from corpus.dates import full_date
from corpus.document import fold
from corpus.html.page import Page
from corpus.html.wording import classes, tagged, words

_ISO = re.compile(r"^\s*((?:1[89]|20)\d\d-[01]\d-[0-3]\d)(?!\d)")
_TITLED = frozenset({"post-title", "entry-title", "article-title", "headline", "article__title", "article-headline", "page-title"})
_DATED = frozenset({"date-header", "published", "entry-date", "post-date", "post-timestamp", "timestamp", "dateline", "pubdate", "article-date", "posted-on"})
_BY = frozenset({"author", "byline", "post-author", "entry-author", "fn", "article-author", "author-name", "byline-name"})
_LEAD = re.compile(r"(?i)^(?:posted|written|published)?\s*(?:by|author:?)[:\s]+")
_TAIL = re.compile(r"(?i)\s*(?:,| - | \| | at \d| on \d|\bis\b|\bhas\b).*$")
_NAME = re.compile(r"[A-Z][\w’'.-]*(?: (?:[A-Z][\w’'.-]*|de|van|von|of|the)){0,4}$")
_NOBODY = re.compile(
    r"(?i)\b(?:admin|administrator|guest|editor|editors|team|staff|webmaster|press|office|comms|media|unknown|anonymous|web|news|reporter|blog)\b"
)
_ARTICLE = re.compile(r"(?:Article|Posting|Report|WebPage)$")
_SEPARATOR = re.compile(r"\s+[|–—•·:»-]\s+|\s*[|»]\s*")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page says of itself; ``None`` for what it does not say. ``date`` is ISO 8601."""

    title: str | None = None
    author: str | None = None
    date: str | None = None
    site: str | None = None
    url: str | None = None

    @property
    def host(self) -> str:
        """The host of the page's address, or nothing."""
        return _host(self.url)


def of(page: Page) -> PageFacts:
    """The facts of a page, the plainer statement before the other: what is marked on the page, then what its head says."""
    root, meta = page.root, _meta(page.root)
    linked = next((data for data in _linked(root) if _ARTICLE.search(str(data.get("@type", "")))), {})
    site = _first(meta, "og:site_name", "application-name") or _named(linked.get("publisher"))
    return PageFacts(
        _title(root, meta, linked, site), _author(root, meta, linked), _date(root, meta, linked), site,
        _address(root, meta, page),
    )  # fmt: skip


def iso(text: object) -> str | None:
    """The day of an ISO date and time, or of a date in words; ``None`` for anything else."""
    if not isinstance(text, str):
        return None
    match = _ISO.match(text)
    found = full_date(match[1] if match else text[:200])
    return found[0] if found else None


def person(text: object) -> str | None:
    """The name in a byline (*Posted by Sam Green at 07:15*), or ``None`` where it names no person."""
    if not isinstance(text, str):
        return None
    name = _TAIL.sub("", _LEAD.sub("", fold(text[:200]))).strip(" .:")
    return name if _NAME.fullmatch(name) and " " in name and not _NOBODY.search(name) else None


def _title(root: etree._Element, meta: dict[str, str], linked: dict[str, Any], site: str | None) -> str | None:
    marked = [e for e in root.iter() if tagged(e) and (classes(e) & _TITLED or e.get("itemprop") in ("headline", "name headline"))]
    heads = [words(e) for e in marked if e.tag[:1] == "h" or e.get("itemprop")]
    if len({head for head in heads if head}) == 1:
        return next(head for head in heads if head)
    ones = [text for e in root.iter("h1") if (text := words(e))]
    whole = _first(meta, "og:title", "dc.title", "dcterms.title", "citation_title") or linked.get("headline")
    tag = next((words(e) for e in root.iter("title")), "")
    stated = whole if isinstance(whole, str) and fold(whole) else ones[0] if len(ones) == 1 else tag
    parts = _SEPARATOR.split(fold(stated))
    trimmed = next((one for one in ones if one in parts), None) or (parts[0] if site and len(parts) > 1 and fold(site) in parts[1:] else None)
    return trimmed or fold(stated) or next(iter(ones), None)


def _author(root: etree._Element, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    stated = [_named(linked.get("author")), _first(meta, "author", "article:author", "dc.creator", "byl", "parsely-author")]
    marked = [
        words(e) for e in root.iter() if tagged(e) and (e.get("rel") == "author" or e.get("itemprop") == "author" or classes(e) & _BY) and not _in_comment(e)
    ]
    return next((name for text in [*stated, *marked[:20]] if (name := person(text))), None)


def _date(root: etree._Element, meta: dict[str, str], linked: dict[str, Any]) -> str | None:
    stated = [
        linked.get("datePublished"),
        _first(meta, "article:published_time", "datepublished", "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date", "pubdate"),
    ]
    marked = [
        e.get("datetime") or e.get("title") or e.get("content") or words(e) for e in root.iter()
        if tagged(e) and (classes(e) & _DATED or e.get("itemprop") == "datePublished" or e.get("pubdate") is not None) and not _in_comment(e)
    ]  # fmt: skip
    return next((day for text in [*stated, *marked[:20]] if (day := iso(text))), None)


def _in_comment(element: etree._Element) -> bool:
    return any("comment" in f"{above.get('class', '')} {above.get('id', '')}".lower() for above in (element, *element.iterancestors()) if above.tag != "body")


def _address(root: etree._Element, meta: dict[str, str], page: Page) -> str | None:
    canonical = next((e.get("href") for e in root.iter("link") if "canonical" in e.get("rel", "").lower().split()), None)
    for address in (canonical, meta.get("og:url"), page.saved_from, page.source):
        if address and address.startswith(("http://", "https://")) and "." in _host(address):
            return str(address)
    return None


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _meta(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        if key and (value := fold(element.get("content", ""))):
            found.setdefault(key.lower(), value)
    return found


def _first(meta: dict[str, str], *keys: str) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _linked(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The objects of the page's linked data (https://schema.org), one level of ``@graph`` and lists opened."""
    for script in root.iter("script"):
        if script.get("type", "").lower() == "application/ld+json":
            try:
                data = json.loads(script.text or "")
            except (ValueError, RecursionError):
                continue
            for item in data if isinstance(data, list) else [data]:
                graph = item.get("@graph") if isinstance(item, dict) else None
                yield from (each for each in (graph if isinstance(graph, list) else [item]) if isinstance(each, dict))


def _named(value: object) -> str | None:
    """The name of a person or organisation in linked data; of several, the first."""
    if isinstance(value, list):
        value = value[0] if value else None
    name = value.get("name") if isinstance(value, dict) else value
    return fold(name) if isinstance(name, str) and fold(name) else None
