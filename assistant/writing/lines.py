"""Lines of a model's Markdown: where one truly ends, and what stands before its words."""

from __future__ import annotations

import re

from assistant.writing.marks import MARK

_BULLET = r"(?:[-*+•◦▪–]\s+|\(?\d{1,2}[.)]\s+|[a-z]\)\s+|>\s?)"
_ITEM = re.compile(rf"\s*(?:{_BULLET}|#{{1,6}}\s|\||```|~~~)")
_OPENING = re.compile(rf"\s*(?:{_BULLET}){{1,4}}")
_NO_PROSE = re.compile(r"\s*(?:#{1,6}\s|\||```|~~~|[-*_=]{3,}\s*$)")  # heading, table, code, rule


def is_hard_end(line: str, following: str) -> bool | None:
    """True where the line ends a sentence or a list's item, false where it is only broken, ``None`` where what follows has to be seen."""
    bare = line.rstrip()
    if not bare or bare[-1] in ".?!:…" or bare[-1] in "”’\"')*_`" or _ends_in_mark(bare):
        return True
    if not following:
        return None
    return not following.lstrip(" ")[:1].islower() or bool(_ITEM.match(following))


def is_prose(line: str) -> bool:
    """False for a heading, a table's row, a rule and the fence of code; the first few characters tell."""
    return not _NO_PROSE.match(line)


def without_bullet(line: str) -> str:
    """The line without what makes it an item of a list."""
    opening = _OPENING.match(line)
    return line[opening.end() :] if opening else line


def _ends_in_mark(line: str) -> bool:
    return line[-1] in "]］】)" and any(mark.end() == len(line) for mark in MARK.finditer(line, max(0, len(line) - 160)))
