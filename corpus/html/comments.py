"""Readers' comments by their markup: whose each is, when it was left, what it answers; and the page without them.

Covered: WordPress (``ol.commentlist``, ``.comment-content``), Blogger old (``dl#comments-block``) and new (``.comment-thread``), Disqus as
saved (``li.post``, ``.post-message``), schema.org ``Comment``, ``article.comment``. In a comment section of another shape each paragraph
is a comment. Not covered: comments that a script loads and that were not saved.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from corpus.dates import full_date
from corpus.document import fold
from corpus.html import lines
from corpus.html.wording import classes, tagged, unread, words
from corpus.pages.comment_lists import Comment

_BODY_NAMES = "comment-content comment-text comment__content comment__body comment__text post-message commenttext comment-message comment_text"
_BODIES = (frozenset(_BODY_NAMES.split()), frozenset({"comment-body", "commentbody", "comment-block"}))
_COMMENT = frozenset({"comment", "comment-item", "comment-wrapper", "pingback", "trackback"})
_COMMENT_ID = re.compile(r"^(?:li-|div-)?comment-?\d+$|^c\d{5,}$|^post-\d+$", re.I)
_AREAS = frozenset(
    {"comments", "comments-area", "comment-list", "commentlist", "comments-section", "disqus_thread", "comments-block", "comment-thread", "respond"}
)
_NAMES = (
    frozenset({"fn", "user", "comment-author-name", "commenter", "username"}),
    frozenset({"comment-author", "author", "comment__author", "publisher-anchor-color"}),
)
_TIMES = frozenset(
    {"datetime", "comment-timestamp", "comment-date", "comment-metadata", "comment-meta", "comment-time", "time-ago", "commentmetadata", "comment__date"}
)
_SAID = re.compile(r"(?i)\s*\b(?:says|said|writes|wrote)\b[.:…]*\s*$")
_NAMELESS = {"anonymous", "unknown", "guest", ""}
_FURNITURE_NAMES = (
    "comment-actions comment-footer reply comment-reply-link comment-author comment-meta comment-header comment-metadata comment-timestamp comment-replies"
)
_FURNITURE = frozenset(_FURNITURE_NAMES.split())
_OF_THE_SITE = re.compile(r"(?i)\bakismet\b|\bemail address will not\b|\bcomments? (?:is|are) (?:closed|moderated)\b|\bpowered by\b|\bmust be logged in\b")
_LONGEST_NAME = 80
_NO_TEXT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # characters that lxml reads and does not write


@dataclass(frozen=True, slots=True)
class Found:
    """The comments of a page, and the ids in its markup by which a link reaches each (by the comment's locator)."""

    comments: tuple[Comment, ...] = ()
    anchors: tuple[tuple[str, str], ...] = ()


def taken_out(root: etree._Element) -> Found:
    """The comments of a page, which is left without them."""
    areas = [e for e in root.iter() if tagged(e) and e.tag not in ("body", "html", "main") and ({e.get("id", "").lower()} | classes(e)) & _AREAS]
    bodies = _bodies(root)
    places = {body: _place(body) for body in bodies}
    found, anchors = [], []
    heads: dict[etree._Element, etree._Element] = {}  # of each comment the one at the top that it belongs under
    counted: dict[etree._Element, tuple[int, int]] = {}
    for body, place in places.items():
        parent = next((above for above in place.iterancestors() if above in heads), None)
        head = heads[place] = place if parent is None else heads[parent]
        number, replies = counted.get(head, (len(counted) + 1, -1))
        counted[head] = number, replies + 1
        comment = _comment(body, place, number, replies + 1 or None)
        if comment.lines:
            found.append(comment)
            anchors += [(comment.locator, anchor)] if (anchor := _anchor(place)) else []
    if not bodies:
        found = _shapeless(areas)
    _removed([*areas, *places.values()], root)
    return Found(tuple(found), tuple(anchors))


def _bodies(root: etree._Element) -> list[etree._Element]:
    """The elements that hold a comment's words, none within another's; the closer description counts."""
    for names in _BODIES:
        inside = [
            e for e in root.iter() if tagged(e) and e.tag != "body" and (classes(e) & names or e.get("itemprop") in ("commentText", "text")) and _is_comment(e)
        ]
        if inside:
            known = set(inside)
            return [e for e in inside if not any(above in known for above in e.iterancestors() if not _nested(e, above))]
    marked = [e for e in root.iter() if tagged(e) and (_typed(e) or (e.tag in ("article", "li") and "comment" in classes(e)))]
    return marked


def _nested(element: etree._Element, above: etree._Element) -> bool:
    """True where another comment begins between the two: then they are two comments' words."""
    between = next((e for e in element.iterancestors() if _marked(e)), None)
    return between is not None and above in set(between.iterancestors())


def _is_comment(element: etree._Element) -> bool:
    """True where a body that has the name of a comment's stands where one would."""
    if element.get("itemprop") == "text":
        return any(_typed(above) for above in element.iterancestors())
    return "post-message" not in classes(element) or any("post" in classes(above) for above in element.iterancestors())


def _typed(element: etree._Element) -> bool:
    sort = str(element.get("itemtype", "")).rstrip("/")
    return sort.endswith(("/Comment", "/UserComments")) or element.get("itemprop") == "comment"


def _marked(element: etree._Element) -> bool:
    disqus = element.tag == "li" and "post" in classes(element)
    return disqus or bool(classes(element) & _COMMENT) or _typed(element) or bool(_COMMENT_ID.match(element.get("id", "")))


def _place(body: etree._Element) -> etree._Element:
    """The element of the whole comment: the outermost that is this comment's alone."""
    if body.tag == "dd":
        return body
    place = body if _marked(body) else None
    for above in body.iterancestors():
        if _marked(above) and above.tag not in ("body", "html"):
            place = above
            if above.tag == "li" or _typed(above):
                break
    return place if place is not None else body


def _comment(body: etree._Element, place: etree._Element, number: int, reply: int | None) -> Comment:
    around = _own(place, body)
    if body.tag == "dd":  # Blogger's old list: a dt before with the name, a dd behind with the time
        beside = [e for e in (body.getprevious(), body.getnext()) if e is not None and (e.tag == "dt" or "comment-footer" in classes(e))]
        around = [inner for each in beside for inner in each.iter() if tagged(inner)]
    name = next((text for names in _NAMES for e in around if (classes(e) & names or e.get("itemprop") == "author") and (text := _name(e))), None)
    stamps = [
        e.get("datetime") or e.get("title") or words(e)
        for e in around
        if e.tag == "time" or classes(e) & _TIMES or e.get("itemprop") in ("dateCreated", "datePublished")
    ]
    date = next((day[0] for stamp in stamps if (day := full_date(stamp[:10]) or full_date(stamp[:200]))), None)
    return Comment(number, reply, tuple(lines.of(body, leave_out=lambda e: bool(classes(e) & _FURNITURE) or (e is not body and _marked(e))).texts), name, date)


def _own(place: etree._Element, body: etree._Element) -> list[etree._Element]:
    """The elements of a comment that are neither its words nor a reply's."""
    found, stack, above = [], [place], set(body.iterancestors())
    while stack:
        element = stack.pop()
        found.append(element)
        stack += [e for e in reversed(element) if tagged(e) and e is not body and (e in above or not _marked(e))]
        if element is place and body is not place:
            found += [e for e in body.iter() if tagged(e) and classes(e) & (_TIMES | _NAMES[0] | _NAMES[1])]
    return found


def _name(element: etree._Element) -> str | None:
    text = _SAID.sub("", words(element))
    return text if text.lower() not in _NAMELESS and len(text) <= _LONGEST_NAME and not full_date(text) else None


def _anchor(place: etree._Element) -> str | None:
    before = place.getprevious() if place.tag == "dd" else None
    near = (place, *place) if before is None else (before,)
    return next((e.get("id") for e in near if tagged(e) and _COMMENT_ID.match(e.get("id", ""))), None)


def _shapeless(areas: list[etree._Element]) -> list[Comment]:
    """The paragraphs of comment sections whose shape is not known, each as a comment."""
    seen = {
        e: None for area in areas for e in area.iter("p", "blockquote", "dd") if not unread(e) and not any(above.tag == "form" for above in e.iterancestors())
    }
    texts = [text for e in seen if len((text := fold(words(e))).split()) > 3 and not _OF_THE_SITE.search(text)]
    return [Comment(number, None, (text,)) for number, text in enumerate(texts, start=1)]


def _removed(elements: list[etree._Element], root: etree._Element) -> None:
    for element in elements:
        above = element.getparent()
        if above is not None and element is not root:
            if element.tail:
                before = element.getprevious()
                if before is not None:
                    before.tail = _NO_TEXT.sub(" ", (before.tail or "") + element.tail)
                else:
                    above.text = _NO_TEXT.sub(" ", (above.text or "") + element.tail)
            above.remove(element)
