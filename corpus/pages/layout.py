"""Lines of a saved page into blocks: paragraphs, headings, bullets and marks, with page furniture left out.

Covered: one paragraph a line (as browsers and extractors save pages) and text wrapped at a column, with blank lines
between paragraphs. Not covered: tables and columns.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from corpus.document import fold

_FURNITURE = re.compile(
    r"""(?ix)^(?:
    search | menu | home | share | like | liked\ by\ .* | share\ this(?:\ post|:)? | reply | delete | replies | (?:reply)+delete | add\ comment
    | load\ more(?:\.{3}|…)? | loading(?:\.{3}|…)? | like\ this:? | tweet | print | e-?mail(?:\ this)?(?:blogthis!.*)?
    | skip\ to\ (?:main\ )?content | (?:newer|older)\ posts? | posted\ by\ .{0,60}?\bat\b\ [\d:.]+\s*(?:[ap]m)? | labels:.*
    | no\ comments:? | advertisement | cookies? | accept | close | facebook | twitter | linkedin | whatsapp
    | share\ (?:on|to|via)\ \w+ | click\ to\ share.* | read\ more | continue\ reading.* | \(?image.{0,40}\)?
    | subscribe\ to:.* | permalink | (?:newer|older)\ post(?:(?:newer|older)\ post|home)* | like\ loading.* | comments\ are\ closed\.?
    | (?:for\ (?:more|further)\ information|media\ enquiries).{0,60}\b(?:contact|call|e-?mail)\b.* | post\ navigation | [←→].*
    | donate | sign\ in | log\ in | join\ \w+ | contact\ us | about(?:\ us)?
    )$"""
)
_FOOTER = re.compile(
    r"""(?ix)^(?:
    related(?:\ (?:posts?|articles?|content|stories))?:? | leave\ a\ (?:reply|comment).* | post\ a\ comment | (?:newer|older)\ post
    | your\ e-?mail\ address\ will\ not.* | required\ fields\ are\ marked.* | you\ (?:may|might)\ also\ (?:like|be).*
    | more\ (?:from|on)\ this.* | about\ the\ author:? | recent\ (?:posts|comments) | blog\ archive | sign\ up\ (?:to|for).*
    | get\ every\ .*\bby\ email\b.* | all\ rights\ reserved.* | ©.* | powered\ by\ .* | \w+\ posts\ sponsored\ by\ .*
    | subscribe | follow\ (?:us|me)\b.* | most\ (?:read|popular|viewed).* | latest\ (?:news|posts?|stories)
    )$"""
)
_SECTION_MARK = re.compile(r"^(?:[-–—=~_\s]*[oO0]{3,}[-–—=~_\s]*|[-–—]{2,}\s*[oO0]{2,}.*[-–—]{2,}|#{3,}|[=_]{5,}|-{5,})$")
_BREAK = re.compile(r"^(?:\*\s*){3,}$|^(?:[-–—]\s+){3,}[-–—]?$")
_BULLET = re.compile(r"^[•●◦▪‣·∙*\-–]\s+")
_FULL = 50  # columns: a wrapped line that is not its paragraph's last is at least this long
_WRAP = 100  # columns: a file none of whose lines is longer was wrapped by whoever saved it


class Shape(Enum):
    """What a block looks like, before anyone asks who speaks in it."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    BULLET = "bullet"
    MARK = "section mark"
    BREAK = "break"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, bullet or mark; ``text`` is folded and without the bullet sign."""

    text: str
    shape: Shape


def page_lines(text: str) -> list[str]:
    """The lines of a page, paragraphs that were wrapped at a column put back on one line."""
    lines = text.splitlines()
    longest = max(map(len, lines), default=0)
    return lines if longest > _WRAP or not _is_wrapped(lines) else _unwrap(lines)


def is_furniture(line: str) -> bool:
    """True for a line that belongs to the page's machinery and is nobody's words (*Reply*, *Share This Post*)."""
    return bool(_FURNITURE.match(fold(line)))


def is_footer(line: str) -> bool:
    """True for a line after which a page holds no more of its article (*Related posts*, *Leave a Reply*)."""
    return bool(_FOOTER.match(fold(line)))


def blocks(lines: Iterable[str], headings: bool = True) -> list[Block]:
    """The blocks of some lines of a page, furniture and blank lines left out.

    A heading is told by its look: short, no full stop, and followed by something other than a mark. ``headings=False`` (readers'
    comments) takes every line for a paragraph.
    """
    texts = [fold(line) for line in lines]
    texts = [text for text in texts if re.search(r"[^\W_]|[*=#-]{3}|- -", text) and not is_furniture(text)]
    following = [*texts, ""][1:]
    return [_block(text, after, headings) for text, after in zip(texts, following, strict=True)]


def looks_like_heading(text: str) -> bool:
    """True for a short line with a capital or digit first and no sentence end."""
    return (
        len(text) <= 90
        and len(text.split()) <= 12
        and bool(re.match(r"[A-Z0-9‘“'\"]", text))
        and not re.search(r"[.!?:;,…—-][”’\"')]?$", text)
        and not re.match(r"https?:", text)
    )


def _block(text: str, following: str, headings: bool) -> Block:
    if _SECTION_MARK.match(text):
        return Block(text, Shape.MARK)
    if _BREAK.match(text):
        return Block(text, Shape.BREAK)
    if _BULLET.match(text) and len(text) > 3:
        return Block(_BULLET.sub("", text), Shape.BULLET)
    if headings and looks_like_heading(text) and following and not _SECTION_MARK.match(following) and not _BREAK.match(following):
        return Block(text, Shape.HEADING)
    return Block(text, Shape.PARAGRAPH)


def _is_wrapped(lines: list[str]) -> bool:
    """True where most long lines with another line right below them break off in the middle of a sentence."""
    full = [line for line, after in itertools.pairwise(lines) if len(line) >= _FULL and after.strip()]
    broken = [line for line in full if not re.search(r"[.?!:;”\"’)]\s*$", line)]
    return len(full) > 1 and 2 * len(broken) > len(full)


def _unwrap(lines: list[str]) -> list[str]:
    joined: list[str] = []
    for line in lines:
        short_before = not joined or not joined[-1].strip() or len(joined[-1].splitlines()[-1]) < _FULL
        starts = not line.strip() or _BULLET.match(line.strip()) or re.match(r"\s*\d+\.\s", line) or is_furniture(line)
        if starts or short_before:
            joined.append(line)
        else:
            joined[-1] += "\n" + line
    return joined
