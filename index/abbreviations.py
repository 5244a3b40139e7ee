"""Abbreviations that a text itself explains: *Community Rehabilitation Companies (CRCs)*, *RoSH (risk of serious harm)*, *CRC: Community …*.

The method is that of Schwartz and Hearst (PSB 2003): a short form beside brackets, its letters found one after the other in the words of
the other side. Stricter than theirs, where a letter may stand anywhere: here it begins a word, or stands in a word that an earlier letter
begins (``TSol``, ``OASys``), and few words of weight may be passed over.

Covered: brackets either way about; the rows of a glossary (``CRC | Community …``, ``CRC: Community …``); plurals, ``&``, lower-case letters
(``PbR``). Not covered: one word (``HFC``), letters out of order, and what is explained nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

_SHORT = re.compile(r"[^\W_][\w&/.‑-]{1,10}")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{2,120})[)\]]")
_LEAD = re.compile(r"^(?:(?:the|a|an|or|i\.e\.|ie|also|known|as|formerly|now|hereafter|abbreviated|to)\s+)+", re.IGNORECASE)
_BOUND = re.compile(r"[.;:!?|()\[\]\n“\"]")
_ENTRY = re.compile(r"(\S{2,12}?)\s*(?::|\s[–—-])\s+(.+)")
_QUOTES = " \t‘’“”'\"*,"
_SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "into", "of", "on", "or", "s", "the", "their", "to", "under", "upon", "with"})
_SKIPPED, _INSIDE = 1.0, 0.5  # what a word passed over costs, and a letter inside a word
_TOLERATED = 0.34  # cost a letter: one word passed over for three letters
_MOST_MEANINGS = 2
_SHARE = 0.2  # of the support of the best meaning, below which another is left out


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form, in the singular and the source's case, and the words it stands for, as the source has them."""

    short: str
    long: str


def definitions(text: str) -> list[Definition]:
    """Every definition in ``text``, in order, as often as it is given."""
    found = list(_bracketed(text)) if "(" in text or "[" in text else []
    return [*found, *_listed(text)]


def short_forms(text: str) -> list[str]:
    """The words of ``text`` that look like short forms, in the singular, each once; case tells them from other words."""
    words = (_bare(word.strip("()[]?!.,;:" + _QUOTES)) for word in text.split())
    return list(dict.fromkeys(word for word in words if _is_short(word)))


def normal(long: str) -> str:
    """A long form so that another in the plural, in capitals or with other small words is the same."""
    return " ".join(_singular(word) for word in (found.lower() for found in _WORD.findall(long)) if word not in _SMALL)


def phrases(question: str, longest: int = 8) -> list[str]:
    """Every run of two words and more of ``question``, normal, that may be a long form."""
    words = normal(question).split()
    return [" ".join(words[at:stop]) for at in range(len(words)) for stop in range(at + 2, min(at + longest, len(words)) + 1)]


def meanings(support: Iterable[tuple[str, int]]) -> list[str]:
    """Of long forms with how often each is given, those worth looking for: the best and another that is not much rarer."""
    ranked = sorted(support, key=lambda pair: (-pair[1], pair[0]))
    return [long for long, count in ranked[:_MOST_MEANINGS] if count >= _SHARE * ranked[0][1]]


def _bracketed(text: str) -> Iterator[Definition]:
    for bracket in _BRACKETS.finditer(text):
        inner = _LEAD.sub("", bracket[1].strip(_QUOTES)).strip(_QUOTES)
        short = _bare(re.split(r"[,;:]", inner)[0].strip(_QUOTES))
        before = text[max(0, bracket.start() - 160) : bracket.start()].rstrip(_QUOTES)
        if _is_short(short):
            found = _ending(short, _BOUND.split(before)[-1])
        else:
            short = _bare(before.split()[-1].strip("([" + _QUOTES)) if before.split() else ""
            found = _beginning(short, inner) if _is_short(short) else None
        if found:
            yield Definition(short, found)


def _listed(text: str) -> Iterator[Definition]:
    for line in text.split("\n"):
        cells = [cell.strip(_QUOTES) for cell in line.split(" | ")]
        pairs = [pair for two in pairwise(cells) for pair in (two, two[::-1])]
        if len(cells) == 1 and (entry := _ENTRY.match(line)):
            pairs = [(entry[1].strip(_QUOTES), entry[2])]
        for short, long in ((_bare(a), _BOUND.split(b)[0]) for a, b in pairs if _is_short(_bare(a))):
            if found := _beginning(short, long, strict=True):
                yield Definition(short, found)


def _is_short(word: str) -> bool:
    return sum(map(str.isupper, word)) > 1 and _SHORT.fullmatch(word) is not None


def _bare(word: str) -> str:
    """The short form without the plural's or the genitive's ``s``."""
    word = re.sub(r"['’]s?$", "", word)
    return word[:-1] if len(word) > 2 and word[-1] == "s" and word[-2].isupper() else word


def _singular(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word)
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _ending(short: str, before: str) -> str | None:
    """The words at the end of ``before`` that ``short`` stands for."""
    letters = _letters(short)
    words = list(_WORD.finditer(before))[-(min(len(letters) + 5, 2 * len(letters)) + 3) :]
    texts = [word[0] for word in words]
    costs = [(cost, -at) for at in range(len(texts)) if (cost := _cost(letters, texts[at:])) is not None]
    cost, at = min(costs, default=(0.0, 0))
    return before[words[-at].start() :] if costs and cost <= _TOLERATED * len(letters) else None


def _beginning(short: str, after: str, strict: bool = False) -> str | None:
    """``after``, all of it, or what stands before its first comma, where ``short`` stands for that; if ``strict`` by its first letters alone."""
    letters = _letters(short)
    for long in dict.fromkeys((after, after.split(",")[0])):
        long = _LEAD.sub("", long)
        words = _WORD.findall(long)
        cost = _cost(letters, words) if len(words) <= 2 * len(letters) + 3 else None
        if cost is not None and cost <= (0 if strict else _TOLERATED * len(letters)):
            return long.strip(_QUOTES)
    return None


def _letters(short: str) -> str:
    return "".join(filter(str.isalnum, short))


def _cost(letters: str, words: Sequence[str]) -> float | None:
    """What it costs to find the letters in the words, one after the other from the first word's first on; ``None`` where they are not there,
    or all in one word."""

    @cache
    def rest(at: int, word: int, begun: int) -> float:
        if word == len(words):
            return 0.0 if at == len(letters) and begun > 1 else float("inf")
        passed = (0.0 if words[word].lower() in _SMALL else _SKIPPED) + rest(at, word + 1, begun) if word else float("inf")
        taken = (cost + rest(at + count, word + 1, begun + 1) for count, cost in _taken(letters[at:], words[word]))
        return min(passed, *taken, float("inf"))

    if not words or words[0][0].lower() != letters[0].lower():
        return None
    cost = rest(0, 0, 0)
    return None if cost == float("inf") else cost


def _taken(letters: str, word: str) -> Iterator[tuple[int, float]]:
    """How many of the next letters a word may hold, the first of them first, and at what cost. A small letter (``TSol``) costs nothing inside a
    word, nor does any inside a word in capitals (``UK``)."""
    if not letters or word[0].lower() != letters[0].lower():
        return
    yield 1, 0.0
    at, lower, cost = 1, word.lower(), 0.0
    for count, letter in enumerate(letters[1:], start=2):
        at = lower.find(letter.lower(), at) + 1
        if not at:
            return
        cost += 0.0 if letter.islower() or word.isupper() else _INSIDE
        yield count, cost
