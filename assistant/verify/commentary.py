"""What a writer hangs on to a passage's words and nobody said: remarks on them, empty epithets, the same thing twice.

Weak language models do it all the time. Each is looked for by its own words, which a sentence may have only where the passage has them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from assistant.verify.source import Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import STOP, Word, words

_REMARKS = re.compile(
    r"(?i)\bwhich (?:is|was|are|were) an? (?:\w+ )?(?P<a>reference|hint|limitation|issue|problem|step|sign|reminder|example|part)\b"
    r"|\bwhich (?P<b>mean|suggest|indicat|highlight|underlin|reflect|demonstrat|illustrat)\w*|\b(?P<c>but (?:that|it|this)(?:[’']s| is) not)\b"
    r"|\b(?P<d>not (?:only|necessarily))\b|\b(?:is|was) (?P<e>a matter of)\b|\bthe (?P<f>question) (?:of|is|was)\b"
    r"|\bin (?P<g>conclusion|summary|other words)\b|\bit is (?P<h>important|worth|clear)\b"
)
_EPITHETS = re.compile(r"(?i)\b(?:former|prominent|high-profile|notable|notably|indeed|crucial|renowned|famous)\b")


def check(told: str, sources: Sequence[Source]) -> Problem | None:
    """The first remark, epithet or repetition in ``told`` that no source has."""
    every = " ".join(each.text for each in sources).lower()
    for remark in _REMARKS.finditer(told):
        if next(part for part in remark.groups() if part).lower() not in every:
            return Problem(Fault.SUBJECT, f"“{remark[0]}” is a remark that the passage does not make.")
    for epithet in _EPITHETS.findall(told):
        if epithet.lower() not in every:
            return Problem(Fault.SUBJECT, f"The passage does not say “{epithet}”.")
    return _twice(told, sources)


def _twice(told: str, sources: Sequence[Source]) -> Problem | None:
    said, there = _pairs(words(told)), _pairs(word for each in sources for word in words(each.text))
    again = next((pair for pair, times in said.items() if times > max(1, there[pair])), None)
    return Problem(Fault.MEANING, f"It says “{again[0]} … {again[1]}” twice, as the passage does not.") if again else None


def _pairs(found: Iterable[Word]) -> Counter[tuple[str, str]]:
    """How often each two words of substance follow each other."""
    return Counter(pairwise(word.stem for word in found if word.low not in STOP))
