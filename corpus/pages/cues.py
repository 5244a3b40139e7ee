"""What a line does, whoever speaks it: it leads to something, turns to the reader, or speaks of its writer as *I*."""

from __future__ import annotations

import re

_OPENS = re.compile(r":\s*[-–—]+$")
_QUOTE_MARKS = "“\"‘'"
_QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|(?<!\w)‘[^’]*(?:’(?!\w)|$)")
_FIRST_PERSON = re.compile(r"\bI\b(?!\.)|\b(?:[Mm]e|[Mm]y|[Mm]yself|[Mm]ine)\b")
_TO_READER = re.compile(
    r"(?i)^(?:thanks to|hat tip|h/t)\b|\bthis blog\b|\b(?:my|our) (?:summary|blog|post|previous|earlier)\b"
    r"|\byou can (?:see|read|find|download|watch|listen)\b|\bclick here\b|\bregular reader"
)
_ASIDE = re.compile(r"(?i)^(?:elsewhere|postscript|p\.?s\.?|(?:latest )?update|stop press|and finally|meanwhile|footnote|in other news|comment)\b")
_END = re.compile(r"(?i)^[-–—*\s]*ends[-–—*\s.]*$")
_NOTES = re.compile(r"(?i)^notes? (?:to|for) editors?\b")
_GUEST = re.compile(r"(?i)\bguest (?:blog|post)\b")
_LAST_SENTENCE = re.compile(r"(?<=[.!?])[”\"’)]*\s+(?=[A-Z“\"‘])")


def opens(text: str) -> bool:
    """True for a line that ends ``:-``: what comes next is quoted until a mark says otherwise."""
    return bool(_OPENS.search(text))


def colon(text: str) -> bool:
    """True for a line that ends in a colon, with or without a dash."""
    return text.endswith(":") or opens(text)


def to_reader(text: str) -> bool:
    """True where the page's author turns to the reader (“You can see my summary here.”)."""
    return bool(_TO_READER.search(text))


def first_person(text: str) -> bool:
    """True where ``text`` says *I*, *me* or *my* outside quotation marks: no report, and no press statement, does."""
    return bool(_FIRST_PERSON.search(_QUOTED.sub(" ", text)))


def aside(text: str) -> bool:
    """True for a heading under which an author adds something of another matter (*Update*, *Elsewhere*)."""
    return bool(_ASIDE.match(text))


def ends(text: str) -> bool:
    """True for the word *ENDS* under a press statement."""
    return bool(_END.match(text))


def notes(text: str) -> bool:
    """True for the heading *Notes to editors*."""
    return bool(_NOTES.match(text))


def guest(text: str) -> bool:
    """True for the heading of somebody else's post (*Guest blog 73*)."""
    return bool(_GUEST.search(text))


def marked(text: str) -> bool:
    """True where ``text`` begins with a quotation mark."""
    return text[:1] in _QUOTE_MARKS


def unclosed(text: str) -> bool:
    """True where a quotation begins in ``text`` and does not end in it."""
    return text.count("“") > text.count("”") or text.count('"') % 2 == 1


def quoted_span(texts: list[str]) -> int:
    """How many of the paragraphs ``texts`` the quotation that they begin with takes up.

    Each paragraph of a long quotation opens anew, or only its last one closes what the first opened. A mark that is never
    closed reaches no further than its own paragraph.
    """
    n = 0
    while n < len(texts) and marked(texts[n]):
        n = _closing(texts, n) + 1 if unclosed(texts[n]) else n + 1
    return n


def last_sentence(text: str) -> str:
    """The last sentence of ``text``, where a line that leads to a quotation says whose it is."""
    return _LAST_SENTENCE.split(text)[-1]


def _closing(texts: list[str], opened: int) -> int:
    for i, text in enumerate(texts[opened + 1 :], start=opened + 1):
        if marked(text) or colon(text):
            break
        if text.count("”") > text.count("“") or text.count('"') % 2 == 1:
            return i
    return opened
