"""What Parliament's Hansard API gives, read from JSON that may lack anything or have it in another type."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from corpus.dates import is_iso
from corpus.document import Kind, fold
from corpus.hansard.archive_paragraph import Columns
from corpus.hansard.debate import Item
from corpus.hansard.lines import Line, lines
from corpus.hansard.members import attributed
from corpus.hansard.series import COMMONS, LORDS, Place
from corpus.markup import parse_html
from corpus.unreadable import UnreadableDocument

_HOUSES = {"commons": COMMONS, "lords": LORDS, "1": COMMONS, "2": LORDS, "house of commons": COMMONS, "house of lords": LORDS}
_COUNTS = (("AyesCount", "Ayes"), ("NoesCount", "Noes"), ("ContentCount", "Contents"), ("NotContentCount", "Not-Contents"))
_TITLED = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.? \S+$")


def obj(value: Any) -> dict[str, Any]:
    """The object, or an empty one; the first of a list of them."""
    if isinstance(value, list):
        value = next((part for part in value if isinstance(part, dict)), None)
    return value if isinstance(value, dict) else {}


def objects(value: Any) -> list[dict[str, Any]]:
    """The objects of a list; a single one as a list."""
    return [part for part in value if isinstance(part, dict)] if isinstance(value, list) else [value] if isinstance(value, dict) and value else []


def text(value: Any) -> str | None:
    """The words of a string or the digits of a number; ``None`` for nothing and for anything else."""
    if isinstance(value, list):
        value = " ".join(part for part in value if isinstance(part, str))
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return fold(str(value)[:2_000_000]) or None if isinstance(value, str) or abs(value) < 10**18 else None


def whole(value: Any) -> int | None:
    """A number, also one that is written in quotation marks."""
    held = text(value)
    return int(held) if held and re.fullmatch(r"[0-9]{1,12}", held) else None


def house(value: Any) -> str | None:
    """The House's full name."""
    return _HOUSES.get((text(value) or "").lower())


def day(value: Any) -> str | None:
    """The day of a date and time in ISO 8601."""
    held = (text(value) or "")[:10]
    return held if len(held) == 10 and is_iso(held) else None


def kind(section_name: str) -> Kind:
    """What words printed in that part of the record are."""
    name = section_name.lower()
    if "written answer" in name or "written question" in name:
        return Kind.WRITTEN_QUESTION
    return Kind.WRITTEN_STATEMENT if re.search(r"written (?:ministerial )?(?:statement|correction)|ministerial correction", name) else Kind.DEBATE


def section(root: dict[str, Any]) -> str:
    """In which part of the record a debate stands."""
    overview = obj(root.get("Overview"))
    top = [text(node.get("Title")) or "" for node in objects(root.get("Navigator")) if node.get("ParentId") is None]
    return " ".join([text(overview.get("Location")) or "", *top])


def series(overview: dict[str, Any]) -> str | None:
    """What a reference to a bill committee's sitting begins with; ``None`` where the House says it."""
    bill = re.match(r"(.{3,120}? Bill)\b", text(overview.get("Title")) or "")
    return f"{bill[1]} Deb" if bill and "bill committee" in (text(overview.get("Location")) or "").lower() else None


def identity(*parts: Any) -> str:
    """A document's id, of letters, digits, ``-`` and ``.``."""
    said = "-".join(part for value in parts if (part := text(value)))
    return re.sub(r"[^a-z0-9.]+", "-", said.lower()).strip("-")[:120]


def headings(part: dict[str, Any], above: tuple[str, ...]) -> tuple[str, ...]:
    """The titles above a debate and its own: from the ``Navigator``, or those of the debate that it is in."""
    overview = obj(part.get("Overview"))
    own, nodes = text(overview.get("Title")), {str(node.get("Id")): node for node in objects(part.get("Navigator"))}
    path: list[str] = []
    at = nodes.get(str(overview.get("Id")))
    while at and len(path) < 12:
        path.insert(0, text(at.get("Title")) or "")
        at = nodes.get(str(at.get("ParentId")))
    path = [title for title in path if title and title != text(overview.get("Location"))]
    return tuple(path) if path and not above else (*above, own) if own else above


def items(part: dict[str, Any], columns: Columns, source: str) -> Iterator[Item]:
    """The items of a debate in the order in which they were printed."""
    held = objects(part.get("Items"))
    orders = [whole(item.get("OrderInSection")) for item in held]
    if None not in orders and len(set(orders)) == len(orders):
        held = [item for _, item in sorted(zip(orders, held, strict=True), key=lambda pair: pair[0] or 0)]
    for item in held:
        yield Item(
            [*_lines(item.get("Value"), columns, source), *_count(item, columns)], _own(item.get("ExternalId")),
            text(item.get("ItemType")) or "Contribution", text(item.get("HRSTag")) or "", _named(item),
            whole(item.get("MemberId")) or None, _uin(item.get("UIN")), whole(item.get("OrderInSection")),
        )  # fmt: skip


def found(result: dict[str, Any], columns: Columns, source: str) -> Iterator[Item]:
    """The contribution that a search found: the full text where there is one."""
    value = result.get("ContributionTextFull") or result.get("ContributionText")
    yield Item(
        list(_lines(value, columns, source)), _own(result.get("ContributionExtId")), "Contribution", text(result.get("HRSTag")) or "",
        _named(result), whole(result.get("MemberId")) or None, _uin(result.get("UIN")), whole(result.get("OrderInDebateSection")),
    )  # fmt: skip


def _named(item: dict[str, Any]) -> str:
    """The words that name the Member; the full name where they give a short form or an office only."""
    named, said = text(item.get("AttributedTo")) or "", text(item.get("MemberName")) or ""
    if not said or "(" in named:
        return named or said
    if named.lower().startswith("the ") or attributed(named).chairs:
        return f"{named} ({said})"
    return said if not named or _TITLED.match(named) else named


def _own(value: Any) -> str | None:
    held = text(value)
    return held if held and re.fullmatch(r"[\w.-]{1,80}", held) else None


def _uin(value: Any) -> str | None:
    held = (text(value) or "").strip("[]() ")
    return held if re.fullmatch(r"(?:HL)?[0-9]{1,8}", held) and held != "0" else None


def _count(item: dict[str, Any], columns: Columns) -> Iterator[Line]:
    """A division's count where it is given in fields of its own."""
    counts = [f"{name} {number}" for key, name in _COUNTS if (number := whole(item.get(key))) is not None]
    if counts:
        said = f"Division {whole(item.get('Number')) or ''}".strip()
        yield Line("p", f"{said}: {', '.join(counts)}.", Place(columns.now))


def _lines(value: Any, columns: Columns, source: str) -> Iterator[Line]:
    """The paragraphs of a piece of HTML, which may be none, or bare text."""
    held = text(value)
    if not held:
        return
    try:
        root: etree._Element = parse_html(f"<div>{held}</div>".encode("utf-8", "replace"), source, "utf-8")
    except UnreadableDocument:
        yield Line("p", held, Place(columns.now), rest=held)
        return
    yield from lines(root, columns)
