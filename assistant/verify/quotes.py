"""Where a sentence quotes: the spans between quotation marks, outermost ones first and last."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_LED_IN = re.compile(r":\s*[“\"](?P<inner>.+)[”\"][\s.]*$", re.S)
_SINGLE = re.compile(r"(?<![\w’])[‘'](?P<inner>[^‘“”\"]+?)[’'](?![\w])")
LEAST = 4  # words: what is shorter is no quotation


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks and where the marks stand. ``single`` marks may hold a title or a heading as well."""

    text: str
    start: int
    stop: int
    single: bool = False
    led: bool = False

    @property
    def whole(self) -> bool:
        """True for a quotation (one led in by a colon however short), false for a fragment."""
        return self.led or len(re.findall(r"\w+(?:['’]\w+)*", self.text)) >= LEAST


def quotes(sentence: str, stands: Callable[[str], bool], titles: Sequence[str] = ()) -> list[Quote]:
    """The quotations in ``sentence``. ``stands`` tells whether words stand in a passage: marks within what is led in by a colon may
    have no partner there, and are then the source's own. ``titles`` may hold quotation marks of their own."""
    sentence, named = _titled(sentence, titles)
    return sorted([*_unnamed(sentence, stands), *named], key=lambda quote: quote.start)


def _titled(sentence: str, titles: Sequence[str]) -> tuple[str, list[Quote]]:
    """The sentence with each of these titles that stands in it blanked, and the titles."""
    spans = [(m.start(), m.end()) for title in titles for m in re.finditer(rf"‘{re.escape(title)}’", sentence)]
    found = [Quote(sentence[start + 1 : stop - 1], start, stop, True) for start, stop in dict.fromkeys(spans)]
    return blanked(sentence, spans), found


def _unnamed(sentence: str, stands: Callable[[str], bool]) -> list[Quote]:
    led = _LED_IN.search(sentence)
    if led and (
        stands(led["inner"]) or sentence.count("“") == 1 or sentence.count("“") + sentence.count('"') % 2 > sentence.count("”") + sentence.count('"') % 2
    ):
        outer = [Quote(led["inner"], led.start("inner") - 1, led.end("inner") + 1, led=True)]
        return [*_unnamed(sentence[: led.start()], stands), *outer]
    doubles = _doubles(sentence)
    within = [(quote.start, quote.stop) for quote in doubles]
    singles = [Quote(m["inner"], m.start(), m.end(), True) for m in _SINGLE.finditer(sentence)]
    free = [one for one in singles if not any(start < one.start < stop for start, stop in within)]
    return [*doubles, *free]


def blanked(sentence: str, spans: list[tuple[int, int]]) -> str:
    """The sentence with each of these spans as underscores, so that all else keeps its place."""
    for start, stop in spans:
        sentence = sentence[:start] + "_" * (stop - start) + sentence[stop:]
    return sentence


def _doubles(sentence: str) -> list[Quote]:
    found, depth, begun = [], 0, 0
    for at, sign in enumerate(sentence):
        opens = sign == "“" or (sign == '"' and depth == 0)
        if opens:
            depth += 1
            begun = at if depth == 1 else begun
        elif sign in '”"' and depth:
            depth -= 1
            if not depth:
                found.append(Quote(sentence[begun + 1 : at], begun, at + 1))
    if depth:
        found.append(Quote(sentence[begun + 1 :], begun, len(sentence)))
    return found
