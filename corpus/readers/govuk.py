"""GOV.UK's content API (``https://www.gov.uk/api/content/…``): one document as JSON, its text in HTML within.

Covered: every sort of document with ``details.body`` or ``details.parts`` and publications whose text is in their description and attachments'
titles; ``withdrawn_notice``; the speaker of a speech. Not covered: the attachments themselves, which are documents of their own.
Source of the format: the schemas of https://github.com/alphagov/publishing-api.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from corpus.dates import is_iso
from corpus.document import Document, fold
from corpus.html import govuk
from corpus.html.govuk import Item, Part
from corpus.html.page import decoded, parsed
from corpus.html.wording import words
from corpus.unreadable import UnreadableDocument

_NUMBERS = (("hoc_paper_number", "HC"), ("command_paper_number", ""))
_NUMBER = re.compile(r"^(?:CP|Cm|Cmnd|Cmd|C)?\.?\s?\d{1,5}(?:[-–][IVXivx]{1,5})?$")


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The document in ``data``. Raises `UnreadableDocument` where it is no content item or holds no words."""
    try:
        content = json.loads(decoded(data))
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(source, f"is not well-formed JSON ({type(error).__name__}); fetch it again") from error
    if not isinstance(content, dict) or not ({"content_id", "base_path"} & content.keys()):
        raise UnreadableDocument(source, "is no content item of GOV.UK (it has neither content_id nor base_path); fetch it from www.gov.uk/api/content")
    if content.get("schema_name") in ("redirect", "gone", "vanish"):
        raise UnreadableDocument(source, f"is a content item of the sort {content['schema_name']!r}, which holds no document; check the address")
    return [govuk.document(_item(content, source), source, sha256)]


def _item(content: dict[str, Any], source: str) -> Item:
    details, links = _table(content.get("details")), _table(content.get("links"))
    path = _text(content.get("base_path"))
    path = path if path and path.startswith("/") else None
    days = (_day(moment) for moment in (details.get("delivered_on"), content.get("public_updated_at"), content.get("first_published_at")))
    return Item(
        title=_text(content.get("title")) or path or "untitled", sort=_text(content.get("document_type")) or _text(content.get("schema_name")) or "page",
        parts=tuple(_parts(content, details, f"{govuk.SITE}{path}" if path else None, source)), path=path,
        published=next((day for day in days if day), None), organisations=_organisations(links),
        speaker=next(_titles(links, "speaker", "people"), None) or _text(details.get("speaker_without_profile")),
        office=next(_titles(links, "role_appointments_role", "roles", "ministers_role"), None), withdrawn=_withdrawn(content), series=_series(details),
    )  # fmt: skip


def _parts(content: dict[str, Any], details: dict[str, Any], url: str | None, source: str) -> Iterator[Part]:
    """The pages of the document. One that has no text of its own (a publication's cover page) has its description and its attachments' titles."""
    if (body := _body(_html(details.get("body")), source)) is not None:
        yield Part(None, url, body)
    for part in _list(details.get("parts")):
        slug = _text(part.get("slug"))
        if (body := _body(_html(part.get("body")), source)) is not None:
            yield Part(_text(part.get("title")), f"{url}/{slug}" if url and slug else url, body)
    if not _html(details.get("body")) and not _list(details.get("parts")) and (said := _text(content.get("description"))):
        yield Part(None, url, _plain(said))


def _html(value: object) -> str:
    """The HTML of a body: a text, or a list of contents of several types of which one is HTML."""
    if isinstance(value, str):
        return value
    return next((str(each["content"]) for each in _list(value) if each.get("content_type") == "text/html" and isinstance(each.get("content"), str)), "")


def _body(html: str, source: str) -> etree._Element | None:
    """The body's element, or ``None`` where it holds no words."""
    if not re.search(r"\w", html):
        return None
    if "<" not in html:
        return _plain(html)
    try:
        root = parsed(html.encode("utf-8", "replace"), source).root
    except UnreadableDocument as error:
        if "without words" in error.why:
            return None
        raise
    return next(root.iter("body"), root)


def _plain(text: str) -> etree._Element:
    body = etree.Element("body")
    for line in text.splitlines():
        etree.SubElement(body, "p").text = re.sub(r"[^\t\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", " ", line)
    return body


def _withdrawn(content: dict[str, Any]) -> str | None:
    notice = _table(content.get("withdrawn_notice"))
    explanation = _text(notice.get("explanation"))
    if not explanation and not notice.get("withdrawn_at"):
        return None
    said = _body(explanation or "", "notice")
    day = _day(notice.get("withdrawn_at"))
    return "withdrawn" + (f" on {day}" if day else "") + (f": {words(said)[:300]}" if said is not None else "")


def _series(details: dict[str, Any]) -> str | None:
    """The number under which the document was laid before Parliament: ``HC 1025``, ``CP 123``."""
    for attachment in [details, *_list(details.get("attachments"))]:
        for key, prefix in _NUMBERS:
            number = _text(attachment.get(key))
            if number and _NUMBER.match(number):
                return f"{prefix} {number}".strip()
    return None


def _organisations(links: dict[str, Any]) -> tuple[str, ...]:
    first = list(_titles(links, "primary_publishing_organisation"))
    return tuple(dict.fromkeys([*[t for t in first if t != "Government Digital Service"], *_titles(links, "organisations")]))


def _titles(links: dict[str, Any], *keys: str) -> Iterator[str]:
    for key in keys:
        yield from (title for each in _list(links.get(key)) if (title := _text(each.get("title"))))


def _table(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[dict[str, Any]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    return fold(value) or None if isinstance(value, str) else None


def _day(value: object) -> str | None:
    """The day of a moment such as ``2017-03-08T13:31:49.000+00:00``, in the zone it is given in."""
    return value[:10] if isinstance(value, str) and is_iso(value[:10]) and len(value) >= 10 else None
