"""The words of an element as a reader sees them, and which elements nobody reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from corpus.document import fold

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_BLOCK_NAMES = (
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form header hgroup hr li main nav ol p "
    "pre section summary table tbody tfoot thead tr ul caption td th h1 h2 h3 h4 h5 h6"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
_UNREAD_NAMES = "script style noscript template iframe svg button input select textarea nav object embed audio video head link meta map canvas"
_UNREAD = frozenset(_UNREAD_NAMES.split())
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_ASIDE = frozenset({"screen-reader-text", "visually-hidden", "sr-only", "govuk-visually-hidden", "rs_skip"})
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE_MARK = re.compile(r"[\[(]?\s*(?:foot)?(?:note)?\s*(\d{1,4})\s*[\])]?")


def classes(element: etree._Element) -> frozenset[str]:
    """The class names of an element, in lower case."""
    return frozenset(element.get("class", "").lower().split())


def tagged(element: etree._Element) -> bool:
    """True for an element proper, not a comment or an instruction."""
    return isinstance(element.tag, str)


def unread(element: etree._Element) -> bool:
    """True for an element that holds no words for a reader: scripts, menus, buttons, and what is hidden."""
    if not tagged(element) or element.tag in _UNREAD:
        return True
    return bool("hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) or classes(element) & _ASIDE)


def words(element: etree._Element) -> str:
    """All words within an element, white space folded. The raised number of a note stands apart from the figure before it, as
    ``264,649 ³``; a link to a note that says *[3]* counts as one."""
    return fold("".join(pieces(element)))


def pieces(element: etree._Element) -> Iterator[str]:
    """The texts within an element in order, the tail of the element left out."""
    if raised := note_mark(element):
        yield raised
        return
    yield element.text or ""
    for child in element:
        if tagged(child) and (child.tag == "br" or child.tag in BLOCKS):
            yield " "
        if not unread(child):
            yield from pieces(child)
        if tagged(child) and child.tag in BLOCKS:
            yield " "
        yield child.tail or ""


def note_mark(element: etree._Element) -> str | None:
    """The number of a note in raised figures, where the element is the mark of one."""
    if element.tag != "sup" and not (element.tag == "a" and classes(element) & {"footnote-ref", "footnote", "noteref"}):
        return None
    match = _NOTE_MARK.fullmatch(fold("".join(element.itertext())))
    return f" {match[1].translate(_RAISED)}" if match else None
