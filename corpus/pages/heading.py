"""The top of a saved page: its title, date and byline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.dates import full_date, is_date_line
from corpus.document import fold
from corpus.pages.layout import is_furniture, looks_like_heading

_NAVIGATION = re.compile(r"(?i)^(?:search|menu|skip to .*content|home|toggle navigation|navigation)$")
_BYLINE = re.compile(r"^(?:(?i:posted|published|written)\s+(?:on\s+.{6,30}?\s+)?)?(?i:by)\s+(?P<name>[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){1,3})(?P<rest>.{0,50})$")
_TODAY = re.compile(r"(?i)\b(?:today|this morning)\b[^.]{0,12}")
_LOOKED_AT = 12  # lines: a title stands among the first few


@dataclass(frozen=True, slots=True)
class Top:
    """What the top of a page says; ``rest`` are the lines below it."""

    title: str
    date: str | None
    author: str | None
    rest: list[str]


def top(lines: list[str]) -> Top:
    """Title, date and byline; without a title line, the page's first words stand for it."""
    lines = [line for line in lines if fold(line)]
    lines = lines[_after_navigation(lines) :]
    title = date = author = None
    used = 0
    for i, line in enumerate(lines[:_LOOKED_AT]):
        text = fold(line)
        byline = _BYLINE.match(text)
        if stated := is_date_line(text):
            date, used = date or stated, i + 1
        elif byline:
            date, author, used = date or _date_in(text), byline["name"], i + 1
        elif title is None and looks_like_heading(text) and not is_furniture(text):
            title, used = text, i + 1
        elif not is_furniture(text):
            break
    body = lines[used:]
    return Top(title or _first_words(body), date or _published_today(body), author, body)


def _after_navigation(lines: list[str]) -> int:
    """The line after the site's own header, which ends with its search box or menu."""
    places = [i for i, line in enumerate(lines[:_LOOKED_AT]) if _NAVIGATION.match(fold(line))]
    return places[-1] + 1 if places else 0


def _published_today(lines: list[str]) -> str | None:
    """The date of a page that gives none of its own but says “today (16 June 2017)”."""
    for line in lines:
        for match in _TODAY.finditer(line):
            near = full_date(line[match.start() : match.end() + 30])
            if near and line.find(near[1], match.start()) - match.start() <= 30:
                return near[0]
    return None


def _date_in(text: str) -> str | None:
    found = full_date(text)
    return found[0] if found else None


def _first_words(lines: list[str]) -> str:
    words = fold(lines[0]).split() if lines else []
    return " ".join(words[:10]).rstrip(",.;:") + ("…" if len(words) > 10 else "")
