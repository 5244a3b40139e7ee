"""The top of a saved page: the site's name, the page's title, date and byline."""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.dates import day_after, full_date, is_date_line
from corpus.document import fold
from corpus.pages.layout import is_furniture, looks_like_heading
from corpus.pages.members import header

_NAVIGATION = re.compile(r"(?i)^(?:search|menu|skip to .*content|home|toggle navigation|navigation)$")
_BYLINE = re.compile(
    r"^(?:(?i:posted|published|written)\s+(?:on\s+.{6,30}?\s+)?)?(?i:by)\s+(?P<name>[A-Z][\w’'.-]+(?:\s+[A-Z][\w’'.-]+){1,3})(?P<rest>\b.{0,50})$"
)
_POSTED_BY = re.compile(r"^(?i:posted by)\s+(?P<name>[A-Z].{0,60}?)\s+at\s+\d{1,2}[:.]\d\d\s*(?:[ap]m)?$")
_OF_THE_HOUSE = re.compile(
    r"^(?P<title>\S.{2,120}?)\s*[–—-]\s*in (?:the )?(?:House of (?:Commons|Lords)|Westminster Hall|Public Bill Committees?)\b.{0,30}\bon\b.{6,30}$"
)
_PRESS_LABEL = re.compile(r"(?i)^(?:press|media|news) (?:release|statement|notice)s?\b")
_TODAY = re.compile(r"(?i)\b(?P<day>today|this morning|yesterday)\b[^.]{0,12}")
_META = 60  # characters: a line such as “18 October 2017 / Leave a comment” is short
_META_MARK = re.compile(r"\s[/|·•]\s")
_LOOKED_AT = 12  # lines: a title stands among the first few
_TITLE_WORDS = 3  # a shorter line may be a link of the site's menu


@dataclass(frozen=True, slots=True)
class Top:
    """What the top of a page says; ``rest`` are the lines below it.

    ``site`` are the lines above the title; ``press`` is true where the page calls itself a press release; ``record`` where
    the title is that of a debate on the record.
    """

    title: str
    date: str | None
    author: str | None
    rest: list[str]
    site: tuple[str, ...] = ()
    press: bool = False
    record: bool = False


def top(lines: list[str]) -> Top:
    """Title, date and byline; without a title line, the page's first words stand for it."""
    lines = [line for line in lines if fold(line)]
    start = _after_navigation(lines)
    head = lines[start : start + _body_at(lines[start:])]
    texts = [fold(line) for line in head]
    title = _title(texts)
    at = texts.index(title) if title else 0
    press = any(map(_PRESS_LABEL.match, texts))
    date = next((found for text in texts if (found := _stated(text))), None)
    author = next((match["name"] for text in texts if (match := _BYLINE.match(text))), None)
    below = [line for line in head[at + 1 :] if _standfirst(fold(line))] if title else []
    body = [*below, *lines[start + len(head) :]]
    site = tuple(fold(line) for line in [*lines[:start], *head[:at]])
    record = _OF_THE_HOUSE.match(title or "")
    return Top(
        record["title"] if record else title or _first_words(body), date or _published(body), author or _posted_by(lines), body,
        site, press, bool(record),
    )  # fmt: skip


def _body_at(lines: list[str]) -> int:
    """How many of the first lines belong to the page's top: titles, dates, bylines, links, and the lines between them."""
    seen = 0
    for i, line in enumerate(lines[:_LOOKED_AT]):
        text = fold(line)
        if _stated(text) or _BYLINE.match(text) or _OF_THE_HOUSE.match(text):
            seen = i + 1
        elif (seen == 0 and _speaks(text)) or not (looks_like_heading(text) or is_furniture(text)):
            break
        elif not any(_is_long_title(fold(above)) for above in lines[:seen]):
            seen = i + 1
    return seen


def _title(texts: list[str]) -> str | None:
    """The line that looks like a title: one of the House's own, else the first of more than a word or two, else the last."""
    titular = [text for text in texts if _titular(text)]
    long = [text for text in titular if _is_long_title(text)]
    return next((text for text in texts if _OF_THE_HOUSE.match(text)), None) or next(iter([*long, *reversed(titular)]), None)


def _titular(text: str) -> bool:
    return (_standfirst(text) and looks_like_heading(text)) or bool(_OF_THE_HOUSE.match(text))


def _is_long_title(text: str) -> bool:
    return _titular(text) and len(text.split()) >= _TITLE_WORDS


def _speaks(text: str) -> bool:
    found = header(text)
    return bool(found and found.sure)


def _standfirst(text: str) -> bool:
    return not (_stated(text) or _BYLINE.match(text) or is_furniture(text) or _is_label(text))


def _is_label(text: str) -> bool:
    return bool(_PRESS_LABEL.match(text)) and len(text.split()) <= 2


def _after_navigation(lines: list[str]) -> int:
    """The line after the site's own header, which ends with its search box or menu."""
    places = [i for i, line in enumerate(lines[:_LOOKED_AT]) if _NAVIGATION.match(fold(line))]
    return places[-1] + 1 if places else 0


def _stated(text: str) -> str | None:
    """The date of a date line, of a byline, of a line of links, or of the House's title."""
    if stated := is_date_line(text):
        return stated
    dated = _BYLINE.match(text) or _OF_THE_HOUSE.match(text) or (len(text) <= _META and _META_MARK.search(text))
    found = full_date(text) if dated else None
    return found[0] if found else None


def _posted_by(lines: list[str]) -> str | None:
    """The author named under the post (``Posted by Sam Green at 07:15``)."""
    return next((match["name"] for line in lines if (match := _POSTED_BY.match(fold(line)))), None)


def _published(lines: list[str]) -> str | None:
    """The date of a page that gives none of its own but says “today (16 June 2017)” or “yesterday (15 June 2017)”."""
    for line in lines:
        for match in _TODAY.finditer(line):
            near = full_date(line[match.start() : match.end() + 30])
            if near and line.find(near[1], match.start()) - match.start() <= 30:
                return day_after(near[0]) if match["day"].lower() == "yesterday" else near[0]
    return None


def _first_words(lines: list[str]) -> str:
    words = fold(lines[0]).split() if lines else []
    return " ".join(words[:10]).rstrip(",.;:") + ("…" if len(words) > 10 else "")
