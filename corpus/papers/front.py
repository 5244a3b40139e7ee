"""What a paper's cover says: title, date, paper number, and the lines of the cover for those who ask more of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import dates
from corpus.papers import publishers
from corpus.papers.block import Block, Facts, Role

_MOST = 60  # blocks of a cover
_PAGES = 4  # cover, its back, title page, imprint
_SHORT = 30  # words: a longer line is text, not a cover's
_STARTS = re.compile(
    r"(?i)^(?:contents|table of contents|summary|executive summary|foreword|preface|key facts|key findings|introduction|background|chapter 1\b.*"
    r"|1\.? introduction|Q\s?\d+\b.*)$"
)
_SERIES = r"(?P<what>HC|HL Paper|HL|CP|Cm|Cmnd|Cmd|SP Paper|NIA)\s?(?P<number>\d{1,4}(?:[-–][IVXivx]{1,5})?)"
_WHOLE_SERIES = re.compile(rf"^{_SERIES}(?=$|[\s,;(\[|])")
_LAST_SERIES = re.compile(rf"(?:^|[\s,])\b{_SERIES}(?:\s*[\[(]?(?:of session|session|20)[^\])]{{0,20}}[\])]?)?\.?$", re.I)
_OTHERS = re.compile(r"(?i)\b(?:response|reply) to\b|\bsee\b")
_PUBLISHED = re.compile(r"(?i)\bpublished\b(?: on)?:?\s*(?P<rest>.{0,40})")
_FURNITURE = re.compile(
    r"(?i)^(?:house of (?:lords|commons)|contents|table of contents|report|report, together with.*|volume [ivx\d]+.*|[\w-]+ (?:special )?report of session.*"
    r"|ordered (?:by|to be).*|presented to parliament.*|published.*|by authority.*|(?:london: ?)?(?:the )?(?:stationery office|tso).*|£.*|isbn.*|"
    r"(?:press|news|media) (?:release|notice|statement)s?|for immediate release.*|embargo.*|embargoed.*|hc|written evidence|oral evidence|"
    r"(?:un)?corrected (?:oral evidence|transcript.*)|members present.*|witness(?:es)?\b.*|questions? \d.*|final report|© .*|draft.*|page \d.*)$"
)
_SORT = re.compile(r"(?i)^(?:[\w&’'-]+,? ){0,6}inspections?(?: report| programme)?$")
_FILE_NAME = re.compile(r"(?i)^(?:microsoft (?:word|powerpoint)|untitled|document\d*$|slide 1$)|\.(?:docx?|pdf|indd|rtf|txt|qxd)$")


@dataclass(frozen=True, slots=True)
class Cover:
    """The lines of the cover, and what they say."""

    title: str
    lines: tuple[str, ...]
    date: str | None = None
    series: str | None = None

    @property
    def text(self) -> str:
        """All lines of the cover."""
        return "\n".join(self.lines)


def cover(blocks: Sequence[Block], facts: Facts) -> Cover:
    """What the first blocks say; ``facts`` answer where they don't."""
    first = front(blocks)
    lines = tuple(block.text for block in first if len(block.text.split()) <= _SHORT)
    return Cover(_title(first, blocks, facts), lines, _date(lines) or _signed(blocks) or facts.date, _series(lines) or _series(_back(blocks)))


def front(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of the cover: those before the contents or the first numbered paragraph, on two pages at most."""
    found: list[Block] = []
    for block in blocks[:_MOST]:
        numbered = block.role is Role.PARAGRAPH and block.number
        if found and (numbered or (block.page or 1) > _PAGES or _STARTS.match(block.text) or block.role is Role.TABLE):
            break
        if not block.page and len(block.text.split()) > 3 * _SHORT:
            break
        found.append(block)
    return found


def aside(blocks: Sequence[Block], title: str) -> frozenset[str]:
    """The headings that are lines of the cover: the title, what every paper has, and all on a first page without text."""
    first = front(blocks)
    bare = not any(block.page == 1 and len(block.text.split()) > _SHORT for block in blocks[:_MOST])
    return frozenset(
        block.text for block in first if block.role is Role.HEADING and (furniture(block.text) or block.text in title or (block.page == 1 and bare))
    )


def _back(blocks: Sequence[Block]) -> tuple[str, ...]:
    return tuple(block.text for block in blocks[-5:] if len(block.text.split()) <= 8 and block.role is not Role.NOTE)


def _title(first: list[Block], blocks: Sequence[Block], facts: Facts) -> str:
    shown = [block for block in first if block.role is not Role.NOTE and not furniture(block.text)]
    headings = [block for block in shown if block.role is Role.HEADING]
    top = [block for block in headings if block.level == min(each.level for each in headings)]
    if top:
        return _whole_title(top[0], headings, shown)
    if facts.title and not _FILE_NAME.search(facts.title):
        return facts.title
    short = next((block.text for block in shown if 1 < len(block.text.split()) <= _SHORT), None)
    anything = short or next((block.text for block in blocks if block.role is Role.HEADING), None) or (blocks[0].text if blocks else "")
    return " ".join(anything.split()[:_SHORT]) or facts.title or "untitled"


def _whole_title(first: Block, headings: list[Block], shown: list[Block]) -> str:
    """The title, the next line with it where the first is plainly not all: *Module 1:*, or only the sort that an inspectorate's
    reports are of: *Quality & Impact inspection*."""
    below = shown[shown.index(first) + 1 :]
    if _SORT.match(first.text) and below and below[0].page == first.page and 2 < len(below[0].text.split()) <= _SHORT:
        return f"{first.text}: {below[0].text}"
    after = headings[headings.index(first) + 1 :]
    more = after[0] if after and after[0].page == first.page and re.search(r"(?:[:–—,-]|\b(?:of|and|the|for|in|to|on))$", first.text) else None
    return f"{first.text} {more.text}" if more else first.text


def furniture(text: str) -> bool:
    """True for a line that every paper of its sort has: house, committee, number, date, printer."""
    alone = dates.is_date_line(text) or (dates.month_date(text) and len(text.split()) <= 2) or _WHOLE_SERIES.match(text)
    return bool(alone or _FURNITURE.match(text) or publishers.named_by(text) or not re.search(r"[A-Za-z]{2}", text))


def _signed(blocks: Sequence[Block]) -> str | None:
    """The date that stands alone at the end, as under a letter or a submission."""
    last = [block.text for block in blocks[-4:] if block.role is not Role.NOTE]
    alone = (dates.is_date_line(text) or (dates.month_date(text) if len(text.split()) == 2 else None) for text in last)
    return next((date for date in alone if date), None)


def _date(lines: Sequence[str]) -> str | None:
    """The date of publication where the cover says which one that is, else the first date that stands alone, else any."""
    for line in lines:
        for match in _PUBLISHED.finditer(line):
            if found := dates.full_date(match["rest"]) or None:
                return found[0]
    alone = [dates.is_date_line(line) or (dates.month_date(line) if len(line.split()) <= 3 else None) for line in lines]
    first = next((date for date in alone if date), None)
    loose = [found[0] for line in lines if not _OTHERS.search(line) and (found := dates.full_date(line))]
    if first:
        return next((day for day in loose if day.startswith(first)), first)
    if loose:
        return loose[0]
    return next((month for line in lines if len(line.split()) <= 12 and (month := dates.month_date(line))), None)


def _series(lines: Sequence[str]) -> str | None:
    """The paper's own number: where a line begins or ends with one and speaks of no other paper."""
    for line in lines:
        match = _WHOLE_SERIES.match(line) or (None if _OTHERS.search(line) else _LAST_SERIES.search(line))
        if match:
            what = {"HL": "HL Paper", "CM": "Cm", "CMND": "Cmnd", "CMD": "Cmd"}.get(match["what"].upper(), match["what"])
            return f"{what} {match['number'].replace('–', '-')}"
    return None
