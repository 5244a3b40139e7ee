"""Negation kept: what the passage denies the sentence denies, and what it does not the sentence does not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.negators import NEGATORS, SOFT
from assistant.verify.source import Place, Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import Word, listed, words

_CONTRARY = ("un", "in", "im", "ir", "il", "dis", "non")
_WHOLE = 5  # letters of a word to which they are put
_REACH = 4  # words of substance that a negation reaches over
_FIRST = 2  # of them, those it denies beyond doubt
_ROUND = 6
_ALIKE = 2  # words round a word that have to be the same for it to stand in the same statement
_IDIOM = re.compile(
    r"(?i)\bnot only\b|\bno (?:fewer|less|more|doubt|matter|later|sooner|earlier)\b|\bnot (?:least|just|simply|merely|fewer|less|more"
    r"|to mention)\b|\bwhether or not\b"
    r"|\bor not\b|\bno\.? ?\d|\bnone the less\b|\bnothing (?:but|short)\b|\bnot withstanding\b|\bno(?= (?:one|body) (?:doubts|can doubt))"
    r"|\bwhy (?:not|don't)\b|\bnever mind\b"
)
_COUNTER = re.compile(r"(?i)\b(?:should|ought to|could|might) have\b")
_WISHED = re.compile(r"(?i)\b(?:should|ought|could|might)\b")
_TO_COME = re.compile(r"(?i)\b(?:has |have |had )?(?:yet|still|remains?) to (?:be )?")
_STOPS = re.compile(r"[,;:.?!()|–—]|\b(?:but|because|although|though|while|whereas|which|who|however|unless|so that|and)\b", re.I)
_NOT_DENIED = re.compile(r"(?i)\b(?:not|never|nobody|no one)\b (?:\w+ )?(?:deny|denied|denying|disput\w+|reject\w*|refus\w*|oppos\w*|rul\w+ out)|\bcannot deny")
_FLAT = listed("able possible")
DENYING = listed("denied denies deny rejected rejects refused refuses disputed ruled doubted doubts opposed opposes")


@dataclass(frozen=True, slots=True)
class Told:
    """A word as it stands: how far behind a negation (0: not within reach), whether any stands before it in its clause, whether
    something denies softly near it, and what stands round it."""

    word: Word
    behind: int
    denied: bool
    soft: bool
    round: frozenset[str]


def check(claim: str, verb: str | None, sources: Sequence[Source], best: Sequence[Place]) -> Problem | None:
    """The first statement in ``claim`` that the sources make the other way round. ``verb`` is the attribution's: *denied* denies."""
    near = " ".join(place.sentence for place in best[:2])
    shared = frozenset(word.stem for word in words(claim)) & frozenset(word.stem for word in words(near)) & SOFT  # say the same on both sides
    there = [told for source in sources for sentence in source.sentences for told in tolds(sentence, shared)]
    denies = verb in DENYING or (verb or "").startswith(("did not", "does not", "do not"))
    if denies and best and not _denied_in(best[0].sentence):
        return Problem(Fault.NEGATION, f"The sentence has it that this was {verb}; the passage does not deny it.")
    if verb in DENYING and best and _NOT_DENIED.search(best[0].sentence):
        return Problem(Fault.NEGATION, f"The passage says that this is not denied; the sentence has it that it was {verb}.")
    return _added(claim, there, near) or (None if denies else _dropped(claim, there, shared)) or _contrary(claim, best)


def _contrary(claim: str, best: Sequence[Place]) -> Problem | None:
    """A fault where the sentence has *reliable* and the passage *unreliable*, or the other way round, and neither denies anything."""
    own = {word.low for word in words(claim)}
    for place in best[:4]:
        there = {word.low for word in words(place.sentence)}
        for word in sorted(own - there) if not (own | there) & NEGATORS else ():
            pairs = [prefix + word for prefix in _CONTRARY] + [word.removeprefix(prefix) for prefix in _CONTRARY if word.startswith(prefix)]
            if other := next((other for other in pairs if other in there and min(len(other), len(word)) >= _WHOLE), None):
                return Problem(Fault.NEGATION, f"The passage has “{other}”, not “{word}”.")
    return None


def _added(claim: str, there: Sequence[Told], near: str) -> Problem | None:
    """A fault where the sentence denies what the passage does not."""
    for negator, scope in negations(claim):
        found = [_best(told, there) for told in scope]
        if _COUNTER.search(near) and not _WISHED.search(claim):
            continue  # what should have been done was not
        if any(each and (each.behind or each.soft) for each in found):
            continue
        plain = bool(found) and found[0] is not None and scope[0].behind == 1 and len(found[0].round & scope[0].round) >= _ALIKE
        if plain or not _denied_in(near):
            what = next((each.word.text for each in found if each), scope[0].word.text if scope else "this")
            return Problem(Fault.NEGATION, f"The sentence has “{negator}” where the passage says “{what}” without it.")
    return None


def _dropped(claim: str, there: Sequence[Told], shared: frozenset[str]) -> Problem | None:
    """A fault where the sentence says without *not* what the passage denies."""
    for told in tolds(claim, shared):
        if told.denied or told.soft or told.word.stem in SOFT:
            continue
        best = _best(told, there)
        if best and best.behind == 1 and len(best.round & told.round) >= min(_ALIKE, len(best.round)):
            return Problem(Fault.NEGATION, f"The passage denies it: it has “not” (or as much) before “{best.word.text}”.")
    return None


def _denied_in(text: str) -> bool:
    return any(word.low in NEGATORS or word.stem in SOFT or word.low.startswith(("un", "non", "in", "dis")) for word in words(_IDIOM.sub(_blank, text)))


def _best(told: Told, there: Sequence[Told]) -> Told | None:
    """The word of the passages that stands most as this one does; of equals, one that agrees."""
    same = [other for other in there if other.word.stem == told.word.stem]
    return max(same, key=lambda other: (len(other.round & told.round), bool(other.behind) == bool(told.behind)), default=None)


@lru_cache(maxsize=4096)
def negations(text: str) -> tuple[tuple[str, tuple[Told, ...]], ...]:
    """Each negation in a text with the words that it denies (those before it where none follow)."""
    shown = _shown(text)
    told, found = tolds(text), []
    for word in words(shown):
        if word.low not in NEGATORS:
            continue
        after = [each for each in told if word.stop <= each.word.start and not _STOPS.search(shown[word.stop : each.word.start])][:_FIRST]
        if not after and re.match(r" (?:and|or|nor)\b", shown[word.stop :]):
            continue  # *cannot and should not be*: the second one has what is denied
        before = [each for each in told if each.word.stop <= word.start][-_FIRST:]
        found.append((word.text, tuple(after or before)))
    return tuple(found)


@lru_cache(maxsize=4096)
def tolds(text: str, aside: frozenset[str] = frozenset()) -> tuple[Told, ...]:
    """The words of substance in a text, each with the negation it stands behind; stems ``aside`` are not taken for soft denials."""
    shown = _shown(text)
    every = words(shown)
    telling = [word for word in every if (word.telling or word.low in _FLAT) and not word.low[0].isdigit() and word.low not in NEGATORS]
    deniers = [word for word in every if word.low in NEGATORS]
    softs = [word for word in every if word.stem in SOFT - aside]
    return tuple(_told(i, word, telling, deniers, softs, shown) for i, word in enumerate(telling))


def _told(i: int, word: Word, telling: list[Word], deniers: list[Word], softs: list[Word], shown: str) -> Told:
    behind = [d for d in deniers if d.stop <= word.start and not _STOPS.search(shown[d.stop : word.start])]
    reach = [sum(1 for other in telling[:i] if other.start >= d.stop) + 1 for d in behind]
    within = [far for far in reach if far <= _REACH]
    soft = any(abs(other.start - word.start) < 60 and other is not word for other in softs)
    around = frozenset(other.stem for other in (*telling[max(0, i - _ROUND) : i], *telling[i + 1 : i + 1 + _ROUND]))
    return Told(word, min(within) if len(within) % 2 else 0, bool(behind), soft or (bool(within) and len(within) % 2 == 0), around)


def _shown(text: str) -> str:
    """The text without phrases that only look like denials, and with *not* for *yet to* and *still to be*."""
    return _TO_COME.sub(lambda match: "not".ljust(len(match[0])), _IDIOM.sub(_blank, text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
