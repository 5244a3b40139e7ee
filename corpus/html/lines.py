"""An element's words as lines, one a paragraph, as a browser would save them; and which lines are headings or stand in a blockquote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from corpus.document import fold
from corpus.html.wording import BLOCKS, HEADINGS, note_mark, tagged, unread, words

RULE = "-----"  # a ruled line parts sections
BULLET = "• "


def _nothing(_: etree._Element) -> bool:
    return False


@dataclass(slots=True)
class Lines:
    """The lines of an element. ``headings`` and ``quoted`` hold texts without their bullets."""

    texts: list[str] = field(default_factory=list)
    headings: set[str] = field(default_factory=set)
    quoted: set[str] = field(default_factory=set)
    _open: list[str] = field(default_factory=list)

    def say(self, text: str | None) -> None:
        """More words of the open line."""
        self._open.append(text or "")

    def end(self, bullet: bool = False, quoted: bool = False) -> None:
        """End the open line, if it holds anything."""
        text = fold("".join(self._open))
        self._open = []
        if text:
            self.texts.append(f"{BULLET}{text}" if bullet else text)
            if quoted:
                self.quoted.add(text)


def of(element: etree._Element, leave_out: Callable[[etree._Element], bool] = _nothing) -> Lines:
    """The lines of an element, without the elements that ``leave_out`` holds for."""
    found = Lines()
    _walk(element, found, leave_out, bullet=False, quoted=False)
    found.end()
    return found


def _walk(element: etree._Element, found: Lines, leave_out: Callable[[etree._Element], bool], bullet: bool, quoted: bool) -> None:
    found.say(element.text)
    for child in element:
        if tagged(child):
            _child(child, found, leave_out, bullet, quoted)
        found.say(child.tail)


def _child(child: etree._Element, found: Lines, leave_out: Callable[[etree._Element], bool], bullet: bool, quoted: bool) -> None:
    tag = str(child.tag)
    if unread(child) or leave_out(child):
        if tag in BLOCKS:
            found.end(bullet, quoted)
    elif tag == "br":
        found.end(bullet, quoted)
    elif raised := note_mark(child):
        found.say(raised)
    elif tag not in BLOCKS:
        _walk(child, found, leave_out, bullet, quoted)
    else:
        found.end(bullet, quoted)
        _block(child, tag, found, leave_out, bullet, quoted)


def _block(child: etree._Element, tag: str, found: Lines, leave_out: Callable[[etree._Element], bool], bullet: bool, quoted: bool) -> None:
    """A child that stands on lines of its own."""
    if tag == "hr":
        found.texts.append(RULE)
    elif tag in HEADINGS:
        if (text := words(child)) and not quoted:
            found.headings.add(text)
        found.say(text)
        found.end(False, quoted)
    elif tag == "tr":
        found.say(" | ".join(text for cell in child if tagged(cell) and cell.tag in ("td", "th") and (text := words(cell))))
        found.end(False, quoted)
    else:
        bullet, quoted = bullet or tag == "li", quoted or tag == "blockquote"
        _walk(child, found, leave_out, bullet, quoted)
        found.end(bullet, quoted)
