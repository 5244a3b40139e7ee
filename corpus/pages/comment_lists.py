"""The shapes in which a page lists its readers' comments, each cut into comments and replies.

Four are known: a numbered, indented list (Blogger pages as text); a name with date and time over each comment (Blogger's
newer pages); the same comments run together by an extractor that glues the buttons' words to the line after each comment's
first line (``ReplyDeleteI agree``); and WordPress (``Anna says:``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from corpus.document import fold
from corpus.pages.layout import is_footer, is_furniture

_BUTTON = re.compile(r"^\s*(?:ReplyDelete|Reply|Delete)\s*$")
_GLUED = re.compile(r"^(?P<button>(?:Reply)?Delete)(?P<rest>\S.*)?$")
_NUMBER = re.compile(r"^(?P<indent>\s*)(?P<number>\d{1,4})\.\s+(?P<text>.*)$")
STAMP = re.compile(r"^(?P<name>.{0,60}?)\s*(?P<date>\d{1,2}(?:st|nd|rd|th)? [A-Z]\w+,? \d{4})(?:,)? at \d{1,2}[:.]\d\d\s*(?:[ap]m)?:?$")
SAYS = re.compile(r"^(?!(?:The|My|One|He|She|It|They|Who) )(?P<name>[^\s.?!,:]\S*(?: [^\s.?!,:]\S*){0,3}) (?:says|said|writes|wrote):?$")

_NAME = 40  # characters: a longer line is no name


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


@dataclass(slots=True)
class Entry:
    """A comment's place and its lines as they stand, name and time included."""

    number: int
    reply: int | None
    lines: list[str] = field(default_factory=list)


def any_in(lines: list[str]) -> bool:
    """True where ``lines`` hold comments in a known shape."""
    return any(_NUMBER.match(line) or _BUTTON.match(line) or _GLUED.match(line) or _begins(line) for line in lines)


def listed(lines: list[str]) -> list[Entry]:
    """The comments in ``lines``, which stand below the page's own heading for them."""
    lines = _paired(lines)
    first = next((line for line in lines if fold(line) and not is_furniture(line)), "")
    if STAMP.match(fold(first)):
        return _stamped(lines)
    return _numbered(lines) or _signed(lines) or _closed(lines)


def glued(lines: list[str]) -> tuple[list[str], list[Entry]] | None:
    """The article and the comments run together under it: a line that a button's word follows is the first line of a comment.

    ``ReplyDelete`` stands after a comment on the page, ``Delete`` alone after a reply to the last such comment.
    """
    marks = {i: match for i, line in enumerate(lines) if (match := _GLUED.match(line))}
    if not any(match["button"] == "ReplyDelete" for match in marks.values()):
        return None
    firsts = [i - 1 for i in marks if i > 0]
    found: list[Entry] = []
    for first, until in zip(firsts, [*firsts[1:], len(lines)], strict=True):
        own = [_unglued(line) for line in lines[first:until]]
        _append(found, [line for line in own if line and not is_footer(line)], reply=marks[first + 1]["button"] == "Delete")
    return lines[: firsts[0]], found


def _append(found: list[Entry], lines: list[str], reply: bool) -> None:
    last = found[-1] if found else Entry(0, None)
    found.append(Entry(last.number, (last.reply or 0) + 1, lines) if reply and last.number else Entry(last.number + 1, None, lines))


def _numbered(lines: list[str]) -> list[Entry]:
    """The numbered, indented list.

    A number counts only where it is the next one due at its depth and, on a page with buttons, where the comment before it
    is closed: readers number their own points too.
    """
    found: list[Entry] = []
    top, reply, in_replies, margin = 0, 0, False, 0
    buttons = any(_BUTTON.match(line) for line in lines)
    closed = True
    for line in lines:
        match = _NUMBER.match(line) if closed or not buttons else None
        number, indent = (int(match["number"]), len(match["indent"])) if match else (0, 0)
        if match and number == top + 1 and (top == 0 or indent <= margin):
            top, reply, in_replies, margin = number, 0, False, indent
            found.append(Entry(top, None, [match["text"]]))
        elif match and in_replies and number == reply + 1 and indent > margin:
            reply = number
            found.append(Entry(top, reply, [match["text"]]))
        elif fold(line) == "Replies" and top:
            in_replies = True
        elif found and is_footer(line):
            break
        elif found and not _BUTTON.match(line):
            found[-1].lines.append(line)
        closed = bool(_BUTTON.match(line)) or fold(line) == "Replies" or (closed and not fold(line))
    return found


def _stamped(lines: list[str]) -> list[Entry]:
    """A name with date and time begins each comment; the first button under it tells a comment (*Reply*) from a reply (*Delete*)."""
    found: list[Entry] = []
    for group in _groups(lines, lambda line: bool(STAMP.match(fold(line)))):
        at = next((i for i, line in enumerate(group) if _BUTTON.match(line)), len(group))
        _append(found, group[:at], reply=at < len(group) and fold(group[at]) == "Delete")
    return found


def _signed(lines: list[str]) -> list[Entry]:
    """WordPress comments: ``Anna says:``, a date line, the words, ``Reply``."""
    found: list[Entry] = []
    for group in _groups(lines, lambda line: bool(SAYS.match(fold(line)))):
        _append(found, [line for line in group if not _BUTTON.match(line)], reply=False)
    return found


def _closed(lines: list[str]) -> list[Entry]:
    """Comments with no numbers: a button's word on its own line closes each."""
    found: list[Entry] = []
    own: list[str] = []
    for line in _above_footer(lines):
        if not _BUTTON.match(line):
            own.append(line)
        elif any(fold(text) for text in own if fold(text) != "Replies"):
            _append(found, own, reply=fold(line) == "Delete")
            own = []
    return found


def _paired(lines: list[str]) -> list[str]:
    """The lines, with a name that stands on its own line above a date and time put before them."""
    paired: list[str] = []
    for line in lines:
        bare = STAMP.match(fold(line))
        named = paired and fold(paired[-1]) and len(paired[-1]) <= _NAME and not SAYS.match(fold(paired[-1])) and not is_furniture(paired[-1])
        if bare and not bare["name"] and named:
            paired[-1] = f"{fold(paired[-1])} {fold(line)}"
        else:
            paired.append(line)
    return paired


def _groups(lines: list[str], begins: Callable[[str], bool]) -> list[list[str]]:
    groups: list[list[str]] = []
    for line in _above_footer(lines):
        if begins(line):
            groups.append([line])
        elif groups:
            groups[-1].append(line)
    return groups


def _above_footer(lines: list[str]) -> list[str]:
    return lines[: next((i for i, line in enumerate(lines) if is_footer(line)), len(lines))]


def _begins(line: str) -> bool:
    return bool(SAYS.match(fold(line)) or STAMP.match(fold(line)))


def _unglued(line: str) -> str:
    match = _GLUED.match(line)
    return (match["rest"] or "") if match else line
