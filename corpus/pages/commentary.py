"""Readers' comments under a page: where they begin, whose each is and when it was left, and which answers which."""

from __future__ import annotations

import re

from corpus.dates import full_date
from corpus.document import fold
from corpus.pages import comment_lists
from corpus.pages.comment_lists import SAYS, STAMP, Comment, Entry
from corpus.pages.layout import is_footer

_HEADER = re.compile(
    r"(?i)^(?:\d+|no|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:comments?|responses?|replies|thoughts?)\b(?:\s+(?:on|to)\b.*)?:?$"
    r"|^comments?\s*(?:\(\d+\))?:?$"
)
_NAMELESS = {"anonymous", "unknown"}


def split(lines: list[str]) -> tuple[list[str], list[Comment]]:
    """The article's lines and the comments under it. Lines of page furniture after the article are in neither."""
    at = next((i for i, line in enumerate(lines) if _HEADER.match(fold(line)) and comment_lists.any_in(lines[i + 1 :])), None)
    if at is None and (glued := comment_lists.glued(lines)):
        return glued[0], [_comment(entry) for entry in glued[1]]
    end = next((i for i, line in enumerate(lines) if is_footer(line) and i < (at if at is not None else len(lines))), at)
    if at is None:
        return lines[:end], []
    return lines[:end], [_comment(entry) for entry in comment_lists.listed(lines[at + 1 :])]


def _comment(entry: Entry) -> Comment:
    """The comment with the page's own name-and-time line taken off its words."""
    name = date = None
    kept = [line for line in entry.lines if fold(line) and fold(line) != "Replies"]
    while len(kept) > 1 and (match := STAMP.match(fold(kept[0])) or SAYS.match(fold(kept[0]))):
        name = match["name"].strip() or name
        date = _date(match.groupdict().get("date")) or date
        kept = kept[1:]
    named = name if name and name.lower() not in _NAMELESS else None
    return Comment(entry.number, entry.reply, tuple(kept), named, date)


def _date(text: str | None) -> str | None:
    found = full_date(text or "")
    return found[0] if found else None
