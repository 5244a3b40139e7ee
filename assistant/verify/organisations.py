"""Names of bodies: the same body under another name or its initials, and another body of the same place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from assistant.verify.words import listed, stem
from corpus.pages import bodies

_CAPITAL = r"(?:[A-Z]\.(?= [A-Z])|[A-ZÀ-Þ][\w&]*(?:['’-][^\W\d_]+)*|(?:St|Mr|Mrs|Dr)\.)"
NAME = re.compile(rf"(?<![\w’'])(?P<name>{_CAPITAL}(?:(?: (?:(?:of|for|and|upon|on|the|de|of the|for the|and the) )?|, (?=[A-Z]\w+ and [A-Z])){_CAPITAL})*)")
"""A run of words with capitals, as names are written."""
_SORTS = listed("""
    council councils committee committees service services authority authorities board commission court agency inspectorate union inquiry""")
"""Words for a sort of body, which with a place before them name one."""


def same_body(said: str, text: str) -> bool:
    """True where the text has the body by this name, by another that is known, or by its initials."""
    return bool(_bodies(said) & _bodies(text)) or _short_for(said, text)


def another_body(said: str, texts: Sequence[str]) -> bool:
    """True for a body's name of which only the place is in the texts: *London Council* is no London CRC."""
    common = [word for word in said.lower().split() if word in _SORTS]
    if not common or len(said.split()) < 2 or any(same_body(said, text) for text in texts):
        return False
    there = {stem(word) for text in texts for word in re.findall(r"[^\W\d_]+", text.lower())}
    return not all(stem(word) in there for word in common)


@lru_cache(maxsize=8192)
def _bodies(text: str) -> frozenset[str]:
    return frozenset(body.name for body in _listed(text))


def _listed(text: str) -> list[bodies.Body]:
    return [body for body in bodies.mentioned(text) if body in _known()]


@cache
def _known() -> frozenset[bodies.Body]:
    return frozenset(bodies.known())


def _short_for(said: str, text: str) -> bool:
    """True where one is the other's initials: the DWP is the Department for Work and Pensions."""
    short = re.sub(r"[^A-Z]", "", said) if re.fullmatch(r"[A-Z][A-Za-z&]{1,7}", said) else ""
    if short:
        return any({short, said.upper()} & {_initials(m["name"])} for m in NAME.finditer(text) if len(_initials(m["name"])) > 1)
    every = "".join(word[0] for word in re.sub(r"^The ", "", said).split())  # DfT
    return any(len(long) > 1 and re.search(rf"\b{re.escape(long)}s?\b", text) for long in (_initials(said), every))


def _initials(name: str) -> str:
    return "".join(word[0] for word in re.sub(r"^The ", "", name).split() if word[0].isupper())
