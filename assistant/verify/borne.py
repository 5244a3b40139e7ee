"""Every word of substance in a sentence is borne by the passage: it stands there, or one that may stand for it does, or one near in meaning.

A word of judgement needs its like there always. Closeness of a word is that to the nearest word of the passage, less what the
sentence as a whole comes nearer to the passage when the word is left out. Without closeness no more than few words may be strange.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.verify import parallel
from assistant.verify.evidence import Closeness
from assistant.verify.judgement import judges, weighs
from assistant.verify.likes import LIGHT, alike
from assistant.verify.names import names
from assistant.verify.negators import NEGATORS, SOFT
from assistant.verify.polarity import negations
from assistant.verify.source import Place, Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import Word, stem, stems, words

_NEAR = 0.3  # closeness that bears a word
_SAME = 0.5  # the same where the sentence runs as the passage does but for that word: there one word was exchanged
_FAINT = 0.1  # the same for a word that says little
_WEIGHT = 3.0  # of what the sentence gains by leaving the word out
_STRANGE = 0.34  # of a sentence's words that may be strange where no closeness is to be had
_MOST = 0.5  # of a sentence's words that may be strange, however near each is to one of the passage's
_LONGER = 3
_ROOT = 5  # letters that two stems share where one is the other with an ending more
_DENIED = 0.6  # the same for a word that the sentence denies
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")  # *anti-Semitic* is *antisemitic*
_MORE = re.compile(r"\b(?<!or )(?:more|less|fewer)\b(?! than (?:[£\d]|one|two|half|a |just))")
_COMPARES = re.compile(
    r"(?i)\b(?:more|less|fewer|most|least|too|further|additional\w*|extra|another|other|than|better|worse|grow\w*|grew|rise|rose|risen|fall|fell|fallen"
    r"|increas\w*|decreas\w*|reduc\w*|great\w*|high\w*|low\w*|larg\w*|small\w*|improv\w*|cut|up|down|quick\w*|soon\w*|long\w*|particular\w*|enough)\b|er than\b"
)
_PRAISES = re.compile(r"prais|hail|commend|congratulat|thank|welcom|paid tribute|applaud")
_BLAMES = re.compile(r"criticis|condemn|blam|lament|denounc|attack|complain|deplor|regret|apologis|protest")
_CALLS = re.compile(r"call|describ|liken")
_GOOD = ("good", "praised", "pleased", "success", "tribute")


@dataclass(frozen=True, slots=True)
class Strange:
    """A word of a sentence that the passage does not have; ``exchanged`` where the passage runs the same but for it, ``denied`` where
    *no* stands before it."""

    word: Word
    exchanged: bool
    denied: bool


def check(claim: str, round: str, sources: Sequence[Source], best: Sequence[Place], closeness: Closeness | None) -> Problem | None:
    """The first word of ``claim`` that no source bears. ``round`` is what its attributions say besides who says it: a word of
    judgement may stand there too."""
    known = _known(sources)
    here = _stems(place.window for place in best[:3])
    judged = next((word for word in _content(claim) if judges(word.stem) and not _has(word, here)), None)
    judged = judged or next((word for word in _content(round) if judges(word.stem) and not _has(word, known)), None)
    if judged:
        return Problem(Fault.SUBJECT, f"The passage says nothing like “{judged.text}”.")
    found = strange(claim, known, best)
    if len(found) > _MOST * len(_content(claim)) and len(found) > 2:
        return _nothing_of(found[0].word)
    if compared := _compared(claim, found, sources):
        return compared
    if closeness is None:
        heavy = [each for each in found if each.word.low not in LIGHT]
        most = 0 if heavy and any(each.exchanged or each.denied for each in heavy) else _STRANGE * len(_content(claim))
        return _nothing_of(next((each for each in heavy if each.exchanged or each.denied), heavy[0]).word) if len(heavy) > most else None
    if found:  # all at once: one that remembers then has them
        closeness(claim, [text for each in found for text in (each.word.low, _without(claim, each.word))])
    return next((_nothing_of(each.word) for each in found if near(each, claim, sources, best, closeness) < least(each)), None)


def tone(claim: str, verb: str | None, sources: Sequence[Source], best: Sequence[Place]) -> Problem | None:
    """A fault where the sentence has somebody praise or blame, or call a thing good or bad, and the passage has no such word."""
    if verb and _CALLS.match(verb):
        return _called(claim, best)
    if not verb or not (_PRAISES.match(verb) or _BLAMES.match(verb)) or (verb.startswith("blame") and re.search(r"\bon\b", claim)):
        return None
    every = {word.stem for source in sources for word in words(source.text)}
    low = {word.low for source in sources for word in words(source.text)}
    good = frozenset().union(*(alike(each) for word in _GOOD for each in stems(word)))
    bad = {each for each in every if judges(each) or each in SOFT} or low & (NEGATORS | {"too", "should", "must", "ought"})
    if (_PRAISES.match(verb) and every & (good | alike(_first_stem(verb)))) or (_BLAMES.match(verb) and bad):
        return None
    return Problem(Fault.SUBJECT, f"The passage has nothing that could be called “{verb}”.")


def _called(claim: str, best: Sequence[Place]) -> Problem | None:
    """A fault where a thing is called what no word of judgement in the passage calls it; *great* and *better* are too common to bear it."""
    there = frozenset(word.stem for place in best[:3] for word in words(place.window))
    for word in _content(claim):
        borne = any(judges(each) or _rooted(each, word.stem) or _rooted(word.stem, each) or each == word.stem for each in alike(word.stem) & there)
        if weighs(word.stem) and not borne and word.low not in LIGHT:
            return Problem(Fault.SUBJECT, f"The passage has nothing that could be called “{word.text}”.")
    return None


def _compared(claim: str, foreign: Sequence[Strange], sources: Sequence[Source]) -> Problem | None:
    """A fault where the sentence has *more* or *less* right after a strange word, or anywhere, and the passage compares nothing."""
    found = _MORE.search(claim)
    beside = found and any(claim[each.word.stop : found.start()] == " " for each in foreign)
    if found and (
        (beside and not any(_MORE.search(source.text) for source in sources))
        or not any(_COMPARES.search(text) for source in sources for text in (source.text, *source.about))
    ):
        return Problem(Fault.SUBJECT, f"The passage says nothing of “{found[0]}”.")
    return None


def strange(claim: str, known: frozenset[str], best: Sequence[Place]) -> list[Strange]:
    """The words of ``claim`` that are neither among ``known`` stems nor like one of them; names are left to be judged as names."""
    foreign = [word for word in _content(claim) if not _has(word, known)]
    exchanged = parallel.exchanged(claim, best[0]) if best and foreign else frozenset()
    denied = {told.word.start for negator, scope in negations(claim) if negator.lower() == "no" for told in scope}
    return [Strange(word, word.start in exchanged, word.start in denied) for word in foreign]


def near(each: Strange, claim: str, sources: Sequence[Source], best: Sequence[Place], closeness: Closeness) -> float:
    """How near the word is to a word of the sources, less what the sentence gains without it."""
    there = list(dict.fromkeys(word for source in sources for word in asked_of(source)))
    if not there or not best:
        return 0.0
    windows = list(dict.fromkeys(place.window for place in best[:3]))
    without = _without(claim, each.word)
    gain = max(closeness(without, windows)) - max(closeness(claim, windows)) if without else 0.0
    return max(closeness(each.word.low, there)) - _WEIGHT * gain


def _without(claim: str, word: Word) -> str:
    return " ".join((claim[: word.start] + claim[word.stop :]).split())


def asked_of(source: Source) -> list[str]:
    """The words of substance of a source."""
    return list(dict.fromkeys(word.low for word in words(source.text) if word.telling and word.low[0].isalpha()))


def least(each: Strange) -> float:
    """What closeness a strange word must have."""
    if each.denied:
        return _DENIED
    return _FAINT if each.word.low in LIGHT else _SAME if each.exchanged else _NEAR


def _content(text: str) -> list[Word]:
    named = [(name.start, name.start + len(name.said)) for name in names(text)]
    return [
        word
        for word in words(text)
        if word.telling and word.low[0].isalpha() and word.low not in NEGATORS and not any(start <= word.start < stop for start, stop in named)
    ]


def _known(sources: Sequence[Source]) -> frozenset[str]:
    return _stems(text for source in sources for text in (source.text, *source.about))


def _stems(told: Iterable[str]) -> frozenset[str]:
    texts = list(told)
    joined = {stem(match[0].replace("-", "")) for text in texts for match in _COMPOUND.finditer(text)}
    return frozenset({word.stem for text in texts for word in words(text)} | joined)


def _has(word: Word, known: frozenset[str]) -> bool:
    if alike(word.stem) & known:
        return True
    return len(word.stem) >= _ROOT and not judges(word.stem) and any(_rooted(word.stem, other) or _rooted(other, word.stem) for other in known)


def _rooted(root: str, other: str) -> bool:
    return len(root) >= _ROOT and other.startswith(root) and len(other) - len(root) <= _LONGER


def _first_stem(verb: str) -> str:
    return words(verb)[0].stem


def _nothing_of(word: Word) -> Problem:
    return Problem(Fault.SUBJECT, f"The passage says nothing of “{word.text}”.")
