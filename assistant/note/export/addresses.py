"""Links: which addresses of a source become one, and how each is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from urllib.parse import quote, urlsplit

from assistant.note.export.ast import Inline, link, spaced, words
from corpus.characters import visible

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+")
_KEPT = "!#$%&'()*+,/:;=?@~"  # what may stand in an address (RFC 3986); all else is written in hundredths
_LONG = 120

Shown = Callable[[str], list[Inline]]
"""How an address is shown."""


def safe(url: str | None) -> str | None:
    """The address, in characters that an address may have, where it is one of the web's; else ``None``."""
    found = visible(url or "").strip()
    try:
        parts = urlsplit(found)
    except ValueError:  # brackets that do not match
        return None
    return quote(found, safe=_KEPT) if parts.scheme.lower() in {"http", "https"} and parts.hostname else None


def whole(address: str) -> list[Inline]:
    """The address as a link that shows it, in full as far as it is no longer than a line or two."""
    return [link(words(address if len(address) <= _LONG else f"{address[: _LONG - 1]}…"), address)]


def bracketed(address: str) -> list[Inline]:
    """The same in angle brackets, as OSCOLA sets an address."""
    return [*words("<"), *whole(address), *words(">")]


def short(address: str) -> list[Inline]:
    """The address as a link that shows where it leads: on a screen nobody reads more of it."""
    return [link(words(urlsplit(address).hostname or address), address, address)]


def linked(text: str, shown: Shown) -> list[Inline]:
    """Words of our own with the addresses in them as links."""
    parts, at = [], 0
    for match in _ADDRESS.finditer(text):
        named = _without_stops(match[0])
        if address := safe(named):
            parts += [(text[at : match.start()], False), (address, True)]
            at = match.start() + len(named)
    parts.append((text[at:], False))
    return _joined([(piece, shown(piece) if is_link else words(piece)) for piece, is_link in parts])


def _without_stops(named: str) -> str:
    """The address without what ends the sentence or closes the brackets that it stands in."""
    while named and (named[-1] in ".,;:!?'’" or (named[-1] == ")" and named.count(")") > named.count("("))):
        named = named[:-1]
    return named


def _joined(parts: Sequence[tuple[str, list[Inline]]]) -> list[Inline]:
    """The pieces with a space between two only where the text had one."""
    found: list[Inline] = []
    before = ""
    for piece, inlines in parts:
        parted = before[-1:].isspace() or piece[:1].isspace()
        found = spaced([found, inlines]) if parted else [*found, *inlines]
        before = piece or before
    return found
