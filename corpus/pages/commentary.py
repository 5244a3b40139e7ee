"""Readers' comments under a page: where they begin, their numbers, and which answers which.

Three shapes are known: a numbered, indented list (Blogger pages as text); the same comments run together by an extractor
that glues the buttons' words to the line after each comment's first line (``ReplyDeleteI agree``); and WordPress
(``3 thoughts on``, ``Anna says:``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.dates import full_date
from corpus.document import fold
from corpus.pages.layout import is_footer

_HEADER = re.compile(
    r"(?i)^(?:\d+|no|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:comments?|responses?|replies|thoughts?)\b(?:\s+(?:on|to)\b.*)?:?$"
    r"|^comments?\s*(?:\(\d+\))?:?$"
)
_BUTTON = re.compile(r"^\s*(?:ReplyDelete|Reply|Delete)\s*$")
_GLUED = re.compile(r"^(?P<button>(?:Reply)?Delete)(?P<rest>\S.*)?$")
_NUMBER = re.compile(r"^(?P<indent>\s*)(?P<number>\d{1,4})\.\s+(?P<text>.*)$")
_STAMP = re.compile(r"^(?P<name>.{0,60}?)\s*(?P<date>\d{1,2}(?:st|nd|rd|th)? \w+,? \d{4})(?:,)? at \d{1,2}[:.]\d\d\s*(?:[ap]m)?:?$")
_SAYS = re.compile(r"^(?P<name>.{1,60}?) (?:says|said|writes|wrote):?$")


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment: its number on the page, the number of the reply under it (``None``: no reply), its lines."""

    number: int
    reply: int | None
    lines: tuple[str, ...]
    name: str | None = None
    date: str | None = None

    @property
    def locator(self) -> str:
        """``comment 5`` or ``comment 5, reply 1``."""
        return f"comment {self.number}" + (f", reply {self.reply}" if self.reply else "")


def split(lines: list[str]) -> tuple[list[str], list[Comment]]:
    """The article's lines and the comments under it. Lines of page furniture after the article are in neither."""
    at = next((i for i, line in enumerate(lines) if _HEADER.match(fold(line)) and _has_comments(lines[i + 1 :])), None)
    if at is None and (glued := _glued(lines)):
        return glued
    end = next((i for i, line in enumerate(lines) if is_footer(line) and i < (at if at is not None else len(lines))), at)
    if at is None:
        return lines[:end], []
    below = lines[at + 1 :]
    numbered = _numbered(below)
    return lines[:end], numbered or _signed(below) or _closed(below)


def _has_comments(below: list[str]) -> bool:
    return any(_NUMBER.match(line) or _BUTTON.match(line) or _SAYS.match(fold(line)) or _GLUED.match(line) for line in below)


def _numbered(lines: list[str]) -> list[Comment]:
    """The numbered, indented list. A number counts only where it is the next one due at its depth."""
    found: list[tuple[int, int | None, list[str]]] = []
    top, reply, in_replies, margin = 0, 0, False, 0
    for line in lines:
        match = _NUMBER.match(line)
        number, indent = (int(match["number"]), len(match["indent"])) if match else (0, 0)
        if match and number == top + 1 and (top == 0 or indent <= margin):
            top, reply, in_replies, margin = number, 0, False, indent
            found.append((top, None, [match["text"]]))
        elif match and in_replies and number == reply + 1 and indent > margin:
            reply = number
            found.append((top, reply, [match["text"]]))
        elif fold(line) == "Replies" and top:
            in_replies = True
        elif found and not _BUTTON.match(line):
            if is_footer(line):
                break
            found[-1][2].append(line)
    return [_comment(*entry) for entry in found]


def _glued(lines: list[str]) -> tuple[list[str], list[Comment]] | None:
    """Comments run together: a line that a button's word follows is the first line of a comment.

    ``ReplyDelete`` stands after a comment on the page, ``Delete`` alone after a reply to the last such comment.
    """
    marks = {i: match for i, line in enumerate(lines) if (match := _GLUED.match(line))}
    if not any(match["button"] == "ReplyDelete" for match in marks.values()):
        return None
    firsts = [i - 1 for i in marks if i > 0]
    found: list[tuple[int, int | None, list[str]]] = []
    top = reply = 0
    for first, until in zip(firsts, [*firsts[1:], len(lines)], strict=True):
        if marks[first + 1]["button"] == "ReplyDelete":
            top, reply = top + 1, 0
        else:
            reply += 1
        own = [_unglued(line) for line in lines[first:until]]
        found.append((max(top, 1), reply or None, [line for line in own if line and not is_footer(line)]))
    return lines[: firsts[0]], [_comment(*entry) for entry in found]


def _closed(lines: list[str]) -> list[Comment]:
    """Comments with no numbers: a button's word on its own line closes each."""
    found: list[tuple[int, int | None, list[str]]] = []
    top, reply, own = 0, 0, []
    for line in lines:
        if is_footer(line):
            break
        if not _BUTTON.match(line):
            own.append(line)
        elif any(fold(text) for text in own if fold(text) != "Replies"):
            is_reply = fold(line) == "Delete" and top > 0
            top, reply = (top, reply + 1) if is_reply else (top + 1, 0)
            found.append((top, reply or None, own))
            own = []
    return [_comment(*entry) for entry in found]


def _signed(lines: list[str]) -> list[Comment]:
    """WordPress comments: ``Anna says:``, a date line, the words, ``Reply``."""
    found: list[tuple[int, int | None, list[str]]] = []
    for line in lines:
        if is_footer(line):
            break
        if _SAYS.match(fold(line)):
            found.append((len(found) + 1, None, [line]))
        elif found and not _BUTTON.match(line):
            found[-1][2].append(line)
    return [_comment(*entry) for entry in found]


def _comment(number: int, reply: int | None, lines: list[str]) -> Comment:
    """The comment with the page's own name-and-time line taken off its words."""
    name = date = None
    kept = [line for line in lines if fold(line) and fold(line) != "Replies"]
    while kept and len(kept) > 1:
        stamp, says = _STAMP.match(fold(kept[0])), _SAYS.match(fold(kept[0]))
        if not stamp and not says:
            break
        name = (stamp or says)["name"].strip() or name  # type: ignore[index]
        date = (full_date(stamp["date"]) or (date,))[0] if stamp else date
        kept = kept[1:]
    named = name if name and name.lower() not in {"anonymous", "unknown"} else None
    return Comment(number, reply, tuple(kept), named, date)


def _unglued(line: str) -> str:
    match = _GLUED.match(line)
    return (match["rest"] or "") if match else line
