"""Quotations to the letter: quotation marks, dashes and spaces evened out, an ellipsis joining true parts in their order."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from assistant.verify.negators import NEGATORS
from assistant.verify.normal import even
from assistant.verify.quotes import LEAST, Quote
from assistant.verify.source import Source
from assistant.verify.verdict import Fault, Problem

_PART = 3  # words that a part beside an ellipsis must have, unless it is a whole sentence
_INSERTED = 12  # words that square brackets may stand for
_OWN_LETTER = re.compile(r"\[(\w)\](?=\w)")
_SIC = re.compile(r"\s*\[sic\.?\]", re.I)
_JOINT = re.compile(r"(?P<gap> ?\.\.\. ?|\[[^\]]*\])")
_GLUED = re.compile(r"(?<!\w)\[\w[^\]]+\]\w")  # more than a letter put in for the first of a word
_FIGURE = re.compile(r"\d")


def check(quotes: Sequence[Quote], sources: Sequence[Source]) -> Problem | None:
    """The first quotation that stands in none of the sources."""
    for quote in quotes:
        if not any(holds(quote, source) for source in sources):
            return Problem(Fault.QUOTATION, _reason(quote, sources))
    return None


def holds(quote: Quote, source: Source) -> bool:
    """True where the quotation stands in the source's words; a title, a heading or a fragment may stand in what is known of it."""
    if stands(quote.text, source.text):
        return True
    if quote.single or not quote.whole:
        return any(_found(even(quote.text), even(known)) for known in source.about)
    return any(even(quote.text) == even(known) for known in source.about)


def stands(quoted: str, text: str) -> bool:
    """True where the words stand in the text, or their parts do in order."""
    own, there = even(_SIC.sub("", _OWN_LETTER.sub(r"\1", quoted))).strip(" ,;:.-"), even(text)
    if not own or _found(even(quoted), there):
        return True
    return _found(own, there) or _in_parts(own, there)


def _found(words: str, text: str) -> bool:
    return next(_places(words.strip(" ,;:.-"), text, 0), None) is not None


def _places(words: str, text: str, since: int) -> Iterator[tuple[int, int]]:
    """Where the words stand, the first letter in either case; within other words does not count."""
    if not words:
        return
    head = f"[{re.escape(words[0].lower())}{re.escape(words[0].upper())}]" if words[0].isalpha() else re.escape(words[0])
    for match in re.finditer(rf"(?<!\w){head}{re.escape(words[1:])}(?!\w)", text[since:]):
        yield match.start() + since, match.end() + since


def _in_parts(quoted: str, text: str) -> bool:
    pieces = _JOINT.split(quoted)
    if len(pieces) < 3:
        return False
    parts = [(part.strip(" ,;:.-"), joint) for part, joint in zip(pieces[::2], ["", *pieces[1::2]], strict=True)]
    bracketed = any(joint.startswith("[") for _, joint in parts)
    if _GLUED.search(quoted):
        return False
    return (not bracketed or len(quoted.split()) >= LEAST) and _follow(parts, text, 0, bracketed)


def _follow(parts: list[tuple[str, str]], text: str, since: int, bracketed: bool) -> bool:
    """True where the parts follow each other from ``since`` and no joint hides or puts in what turns the sense."""
    if not parts:
        return True
    (part, joint), rest = parts[0], parts[1:]
    if not part:
        return not (joint.startswith("[") and text[since:].lstrip().startswith("[")) and _inserts_nothing(joint) and _follow(rest, text, since, bracketed)
    for start, stop in _places(part, text, since):
        if _joined(joint, text[since:start]) and (bracketed or _long_enough(part, text, start, stop)) and _follow(rest, text, stop, bracketed):
            return True
    return False


def _joined(joint: str, gap: str) -> bool:
    if not joint:
        return True
    if joint.startswith("[") and "[" in gap:
        return False  # the passage has words of its own between such brackets
    within = not re.search(r"[.?!] ", gap)
    if within and any(word in NEGATORS for word in re.findall(r"[\w']+", gap.lower())):
        return False
    return "..." in joint or (_inserts_nothing(joint) and len(gap.split()) <= _INSERTED)


def _inserts_nothing(joint: str) -> bool:
    """True where words in square brackets only say who or what is meant."""
    return not joint.startswith("[") or not (_FIGURE.search(joint) or any(word in NEGATORS for word in re.findall(r"[\w']+", joint.lower())))


def _long_enough(part: str, text: str, start: int, stop: int) -> bool:
    if len(part.split()) >= _PART:
        return True
    before, after = text[:start].rstrip(), text[stop : stop + 1]
    return (not before or before[-1] in ".?!:") and (not after or after in ".?!;")


def _reason(quote: Quote, sources: Sequence[Source]) -> str:
    near, differs = _nearest(quote.text, [source.text for source in sources])
    shown = quote.text if len(quote.text) <= 90 else quote.text[:88].rsplit(" ", 1)[0] + " …"
    if not near:
        return f"The words “{shown}” stand in no passage that the sentence cites."
    return f"The words “{shown}” do not stand in the passage so; it has “{near}”" + (f" ({differs})." if differs else ".")


def _nearest(quoted: str, texts: Sequence[str]) -> tuple[str, str]:
    """The run of a text most like the quotation, and the first difference; nothing where none is like it."""
    own = even(quoted).split()[:60]
    best: tuple[float, list[str]] = (0.6, [])
    for there in (even(text).split() for text in texts):
        match = difflib.SequenceMatcher(None, [w.lower() for w in own], [w.lower() for w in there], autojunk=False).find_longest_match()
        begin = max(0, match.b - match.a)
        run = there[begin : begin + len(own)]
        like = difflib.SequenceMatcher(None, own, run, autojunk=False).ratio()
        best = max(best, (like, run))
    run = best[1]
    changed = [c for c in difflib.SequenceMatcher(None, own, run, autojunk=False).get_opcodes() if c[0] == "replace"]
    differs = f"‘{' '.join(run[changed[0][3] : changed[0][4]])}’, not ‘{' '.join(own[changed[0][1] : changed[0][2]])}’" if changed and run else ""
    return " ".join(run[:24]) + (" …" if len(run) > 24 else ""), differs
