"""A saved page of hansard.parliament.uk: its debate, from the classes that the site gives to what it shows.

``debate-item`` is one item, ``debate-item-contributiondebateitem`` a contribution: ``primary-text`` (and ``secondary-text``) name the
Member, ``content`` holds the words, ``contribution-…`` or ``data-contribution-id`` is its id. ``child-debate`` is a debate within, with its
title as ``h2``. The page's heading says *Volume 531: debated on Tuesday 19 July 2011*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from corpus.dates import full_date, in_words
from corpus.document import Document, Kind, fold
from corpus.hansard.archive_paragraph import Columns
from corpus.hansard.debate import Debate, Item
from corpus.hansard.lines import lines
from corpus.hansard.record import Record
from corpus.hansard.series import COMMONS, LORDS
from corpus.markup import words
from corpus.unreadable import UnreadableDocument

_CLASS = "contains(concat(' ', normalize-space(@class), ' '), ' {} ')"
_ADDRESS = re.compile(r"hansard\.parliament\.uk/(?P<house>commons|lords)/(?P<day>\d{4}-\d\d-\d\d)/debates/(?P<debate>[\w-]+)", re.I)
_VOLUME = re.compile(r"(?i)\bvolume (\d+)")
_ID = re.compile(r"(?i)contribution-([\w-]{8,60})$")


def is_debate(root: etree._Element) -> bool:
    """True for a page in the site's shape."""
    return bool(root.xpath(f"boolean(//*[{_CLASS.format('debate-item')}])"))


def document(root: etree._Element, address: str | None, source: str, sha256: str) -> Document:
    """The debate that the page shows. Raises `UnreadableDocument` where it holds no contribution."""
    banner = root.xpath(f"//*[{_CLASS.format('hero-banner')} or {_CLASS.format('hero-banner-debate')}]")[:1]
    head = fold(" ".join(text for part in banner for text in part.itertext()))
    title = next((words(part) for part in root.iter("h1")), "") or "Debate"
    stands = _ADDRESS.search(address or "")
    day = stands["day"] if stands else (full_date(head) or (None, ""))[0]
    house = _house(stands["house"] if stands else head or " ".join(root.xpath("//title/text()")[:1]))
    volume = _VOLUME.search(head)
    named = stands["debate"].lower() if stands else _slug(title)
    identity = "-".join(part for part in ("hansard", (house or "").removeprefix("House of ").lower(), day or "undated", named) if part)
    record = Record(identity, Kind.DEBATE, house, volume=volume[1] if volume else None, date=day)
    debate, columns = Debate(record, Columns(), address), Columns()
    debate.begin((title,), address)
    for item in root.xpath(f"//*[{_CLASS.format('debate-item')} or {_CLASS.format('child-debate')}]"):
        if "child-debate" in (item.get("class") or "").split():
            debate.begin((title, *[words(heading) for heading in item.findall("h2")[:1]]), address)
        else:
            for each in _items(item, columns):
                debate.take(each)
    if not record.passages:
        raise UnreadableDocument(source, "holds no contribution to a debate; save the page again when it is shown in full")
    name = f"{title}, {in_words(day)}" if day else title
    return Document(identity, name, Kind.DEBATE, source, sha256, record.whole(), day, house, url=address)


def _house(text: str) -> str | None:
    lords, commons = "lords" in text.lower(), "commons" in text.lower()
    return None if lords == commons else LORDS if lords else COMMONS


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:60] or "debate"


def _items(item: etree._Element, columns: Columns) -> Iterator[Item]:
    """The items of one ``debate-item``, each named by itself or by what is around it."""
    classes = (item.get("class") or "").lower()
    named = " ".join(words(part) for part in item.xpath(f".//*[{_CLASS.format('primary-text')}]")[:1])
    second = " ".join(words(part) for part in item.xpath(f".//*[{_CLASS.format('secondary-text')}]")[:1])
    content = item.xpath(f".//*[{_CLASS.format('content')}]")
    kind = "Division" if "division" in classes else "Contribution"
    for part in content or [item]:
        found = [line for line in lines(part, columns) if line.text]
        yield Item(found, _identity(item), kind, attributed_to=f"{named} {second}".strip() if second.startswith("(") else named)


def _identity(item: etree._Element) -> str | None:
    said = [item.get("id") or "", *item.xpath(".//@id"), *(f"contribution-{name}" for name in item.xpath("./@data-contribution-id | .//@data-contribution-id"))]
    return next((match[1] for text in said if (match := _ID.search(text))), None)
