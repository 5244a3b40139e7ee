"""A web page parsed: its bytes in the right characters, and a tree none of whose words were lost on the way."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from lxml import etree

from corpus import markup
from corpus.unreadable import UnreadableDocument

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.I)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.I)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(https?://\S{1,2000}?)\s*-->")
_WALL = re.compile(
    r"(?i)\b(?:enable|turn on|requires?|activate) java\s?script\b|\bjavascript (?:is|has been) (?:disabled|required|not enabled)\b|\bjust a moment\b"
    r"|\bchecking (?:your browser|if the site)\b|\bverify (?:that )?you are (?:a )?human\b|\baccess denied\b"
    r"|\b(?:log|sign) ?in to (?:continue|read|view|access)\b|\bsubscribe to (?:continue|read)\b|\bplease (?:log|sign) in\b"
)
_WALL_WORDS = 80  # a page with more words than this says more than that it says nothing
_DEEPEST = 250  # libxml2 gives up words below 256
_MOST_TAGS = 300_000


@dataclass(frozen=True, slots=True)
class Page:
    """The root of a page, where it was read from, and the address a browser noted when it saved the page."""

    root: etree._Element
    source: str
    saved_from: str | None = None


def parsed(data: bytes, source: str) -> Page:
    """The page in ``data``. Raises `UnreadableDocument` where it is no page, holds no words, or loses some when parsed."""
    if data.count(b"<") > _MOST_TAGS:
        raise UnreadableDocument(source, f"holds more than {_MOST_TAGS:,} tags; split it")
    text = decoded(data).replace("\0", "")
    if "<" not in text:
        raise UnreadableDocument(source, "holds no tags, so it is no web page; give it the ending .txt if it is text")
    root = markup.parse_html(text.encode("utf-8"), source, "utf-8")
    if _depth(root) >= _DEEPEST:
        raise UnreadableDocument(source, f"nests tags more than {_DEEPEST} deep, and words would be lost; save it as text")
    _refuse_without_words(root, source)
    saved = _SAVED.search(text[:5000])
    return Page(root, source, saved[1] if saved else None)


def decoded(data: bytes) -> str:
    """The text of a page: by its mark, as UTF-8 if it is that, as it says of itself, else as Windows-1252."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        said = _META.search(data[:4096]) or _DECLARED.match(data)
    name = said[1].decode("ascii").lower() if said else "windows-1252"
    name = "windows-1252" if name in ("iso-8859-1", "latin1", "us-ascii") else name  # as browsers do
    try:
        return data.decode(name, "replace")
    except (LookupError, UnicodeError, ValueError):
        return data.decode("windows-1252", "replace")


def _depth(root: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _refuse_without_words(root: etree._Element, source: str) -> None:
    visible = [e for e in root.iter("body")] or [root]
    shown = " ".join(
        text for element in visible for e in element.iter() if isinstance(e.tag, str)
        for text in ([] if e.tag in ("script", "style", "template") else [e.text or ""]) + [e.tail or ""]
    )  # fmt: skip
    count = len(re.findall(r"\w+", shown))
    if (
        count < _WALL_WORDS
        and (frame := next((f.get("src") for f in root.iter("frame", "iframe") if f.get("src")), None))
        and root.find(".//frameset") is not None
    ):
        raise UnreadableDocument(source, f"is a page of frames without words of its own; add the page in the frame ({frame[:200]})")
    if count < _WALL_WORDS and (wall := _WALL.search(shown)):
        raise UnreadableDocument(source, f"says only “{wall.group()}” and holds no document; open it in a browser, save it and add the file")
    if not count:
        raise UnreadableDocument(source, "is a page without words; there is nothing to add")
