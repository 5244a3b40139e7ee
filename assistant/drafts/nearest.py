"""The real words nearest to a quotation that stands nowhere, and what differs, in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from assistant.verify.evidence import EvidenceLike

_Code = tuple[str, int, int, int, int]
"""A difference as difflib gives it: its sort, and where it stands in the quotation and in the passage."""
_WORD = re.compile(r"[£$€]?\w+(?:['’.,-]\w+)*%?")
_JOINT = re.compile(r"\s*(?:…|\.\s?\.\s?\.|\[[^\]\w]*\w{2,}[^\]]*\]|\[…\])\s*")
_OWN_LETTER = re.compile(r"\[(\w)\](?=\w)")
_NEAR = ((5, 0.72), (8, 0.65))
"""Quotations of up to so many words, and the likeness from which one is called a misquotation of other words."""
_NEAR_LONG = 0.55
_ANCHORS = 4  # runs of common words around which a quotation may be laid
_SHOWN = 8  # words of a difference that are shown
_TOLD = 3  # differences that are told
_LONG = 2_000  # words of a passage
_LONGEST = 400  # words of a quotation that are compared


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage that comes nearest to a quotation, its words there, how like they are (0 to 1) and what differs."""

    evidence: EvidenceLike
    words: str
    likeness: float
    differs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Window:
    likeness: float
    start: int
    stop: int
    differs: tuple[str, ...]


def nearest(quoted: str, candidates: Sequence[EvidenceLike]) -> Nearest | None:
    """The passage with the words most like ``quoted``, the first of several alike; ``None`` where none is like enough to have been meant."""
    parts = [words for part in _JOINT.split(_OWN_LETTER.sub(r"\1", quoted)) if (words := _words(part)[:_LONGEST])]
    count = sum(len(words) for words in parts)
    found = [made for each in candidates if count and (made := _laid(parts, each))]
    best = max(found, key=lambda each: round(each.likeness, 2), default=None)
    bound = next((bound for most, bound in _NEAR if count <= most), _NEAR_LONG)
    return best if best and best.likeness >= bound else None


def _laid(parts: Sequence[list[str]], evidence: EvidenceLike) -> Nearest | None:
    """The parts of a quotation laid over a passage."""
    text = evidence.passage.text
    spans = [match.span() for match in _WORD.finditer(text)]
    there = [_key(text[start:stop]) for start, stop in spans]
    windows = [window for part in parts if (window := _window(part, there))]
    if len(windows) < len(parts):
        return None
    likeness = sum(window.likeness * len(part) for window, part in zip(windows, parts, strict=True)) / sum(map(len, parts))
    shown = [_whole(text, spans[window.start][0], spans[window.stop - 1][1]) for window in windows]
    return Nearest(evidence, " … ".join(dict.fromkeys(shown)), likeness, tuple(each for window in windows for each in window.differs))


def _window(own: list[str], there: list[str]) -> _Window | None:
    keys = [_key(word) for word in own]
    matcher = SequenceMatcher(None, keys, there, autojunk=len(there) > _LONG)  # in a long passage commonplace words are no anchors: they take too long
    blocks = sorted(matcher.get_matching_blocks(), key=lambda block: -block.size)[:_ANCHORS]
    found = [_around(own, keys, there, block.b - block.a) for block in blocks if block.size]
    return max((each for each in found if each), key=lambda window: window.likeness, default=None)


def _around(own: list[str], keys: list[str], there: list[str], begin: int) -> _Window | None:
    """The quotation laid over the passage's words from ``begin``, a few more on either side, less what is over at the ends."""
    slack = 2 + len(keys) // 6
    first = max(0, begin - slack)
    run = there[first : max(0, begin) + len(keys) + slack]
    codes = _trimmed(SequenceMatcher(None, keys, run, autojunk=False).get_opcodes())
    start, stop = (codes[0][3], codes[-1][4]) if codes else (0, 0)
    same = sum(b - a for tag, a, b, _, _ in codes if tag == "equal")
    if not same:
        return None
    return _Window(2 * same / (len(keys) + stop - start), first + start, first + stop, tuple(_told(own, run, codes)))


def _trimmed(every: Sequence[_Code]) -> list[_Code]:
    """The differences without words of the passage that lie before the quotation or after it."""
    codes = list(every)
    if codes and codes[0][0] in ("insert", "replace"):
        tag, a, b, c, d = codes[0]
        codes = [(tag, a, b, max(c, d - (b - a)), d), *codes[1:]] if tag == "replace" else codes[1:]
    if codes and codes[-1][0] in ("insert", "replace"):
        tag, a, b, c, d = codes[-1]
        codes = [*codes[:-1], (tag, a, b, c, min(d, c + b - a))] if tag == "replace" else codes[:-1]
    return codes


def _told(own: list[str], run: list[str], codes: Sequence[_Code]) -> Iterator[str]:
    for tag, a, b, c, d in codes:
        put, had = _short(own[a:b]), _short(run[c:d])
        if tag == "replace":
            yield f"‘{put}’ stands where the record has ‘{had}’"
        elif tag == "delete":
            yield f"‘{put}’ is not in the record"
        elif tag == "insert":
            yield f"the record’s ‘{had}’ is left out"


def in_words(differs: Sequence[str]) -> str:
    """What differs as a clause; the first few differences, and how many more there are."""
    if not differs:
        return "the same words, but not joined, ordered or punctuated so"
    more = len(differs) - _TOLD
    return "; ".join(differs[:_TOLD]) + (f"; and {more} more" if more > 0 else "")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _key(word: str) -> str:
    return word.replace("’", "'").lower()


def _short(words: Sequence[str]) -> str:
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


def _whole(text: str, start: int, stop: int) -> str:
    """The words with the stop that ends them."""
    return text[start : stop + (text[stop : stop + 1] in set(".?!%"))]
