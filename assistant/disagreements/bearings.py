"""Which way a statement bears: more or less, good or bad, and what it flatly denies."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.disagreements.statements import Statement
from assistant.verify.negators import NEGATORS, SOFT
from assistant.verify.polarity import negations
from assistant.verify.words import Word, listed, stem, words

_AXES = {
    "more": (
        listed("rise rose risen rising increase increased increasing grow grew grown growing growth climb climbed soar soared higher escalate escalated"),
        listed("fall fell fallen falling decrease decreased decline declined drop dropped reduce reduced reducing shrink shrunk lower fewer halved cut"),
    ),
    "better": (
        listed("improve improved improving improvement better stronger progress strengthened"),
        listed("worsen worse worsened worsening deteriorate deteriorated deterioration weaker weakened slipped"),
    ),
    "good": (
        listed("good strong effective sufficient sufficiently adequate adequately satisfactory acceptable sound timely prompt well reliable successful safe"
               " excellent thorough robust consistent manageable reasonable clear appropriate fair ready enough"),
        listed("poor poorly weak ineffective insufficient insufficiently inadequate inadequately unacceptable unsatisfactory bad badly late unreliable"
               " unsafe superficial inconsistent patchy unmanageable unreasonable unclear inappropriate unfair slow dilatory failing"),
    ),
    "open": (listed("open opened reopened"), listed("close closed shut")),
    "done": (listed("complete completed finished implemented operational"), listed("incomplete unfinished unimplemented abandoned")),
    "agreed": (listed("accept accepted agree agreed support supported"), listed("reject rejected oppose opposed refuse refused disagree disagreed")),
}  # fmt: skip
_IDIOMS = re.compile(
    r"(?i)\b(?:no (?:fewer|less|more|doubt|later|longer than|wonder|matter)|not only|not (?:just|simply|merely|least)|more or less|as well(?: as)?"
    r"|close(?:ly)? (?:to|work\w*|link\w*)|better[- ]off|worse[- ]off|well[- ](?:known|being|developed)|in support of|open to|cut[- ]off|work\w* closely"
    r"|(?:good|best|poor|bad) (?:practice|faith|reasons?|deal|many|will|news|examples?|people|idea|point|luck|times?|things?|morning|friend|work done))\b"
)
_TO_COME = re.compile(r"(?i)\b(?:yet|still|remains?) to (?:be )?")
_NO_SIGN = re.compile(r"(?i)\b(?:no|not any|little|hardly any) (?:sign|evidence|indication|hint|trace)s?(?: at all| whatsoever)?(?: of| that)\b")
_REACH = 5  # words that a negation reaches over


@lru_cache(maxsize=2048)
def bearings(told: str) -> dict[str, int]:
    """On each axis that the clause speaks of, 1 or −1; an axis on which it says both is left out."""
    every = words(_plain(told))
    none = -1 if _NO_SIGN.search(told) else 1
    found: dict[str, set[int]] = {}
    for at, word in enumerate(every):
        for axis, sides in _AXES.items():
            side = next((sign for sign, side in zip((1, -1), sides, strict=True) if word.low in side), 0)
            if side and not (at and every[at - 1].low == "to"):  # what is meant to be is not so yet
                found.setdefault(axis, set()).add(side * none * _turned(every, at))
    return {axis: signs.pop() for axis, signs in found.items() if len(signs) == 1}


def _plain(told: str) -> str:
    """The clause without phrases that only look like bearings or denials, *no sign of* (which turns all of it) among them."""
    return _NO_SIGN.sub(" ", _TO_COME.sub(" not ", _IDIOMS.sub(" ", told)))


def _turned(every: tuple[Word, ...], at: int) -> int:
    """−1 behind an odd number of words that deny."""
    before = every[max(0, at - _REACH) : at]
    return -1 if sum(1 for word in before if _denies(word)) % 2 else 1


def _denies(word: Word) -> bool:
    return word.low in NEGATORS or word.low in _FAILING


_FAILING = listed("fail fails failed lack lacks lacked hardly scarcely barely rarely seldom little few far doubt doubts doubted")


def bearing_words() -> frozenset[str]:
    """The stems of the words that only tell which way a statement bears."""
    return _BEARING


_BEARING = frozenset(stem(word) for sides in _AXES.values() for side in sides for word in side) | listed("sign evidenc")


def plainly_denied(statement: Statement) -> frozenset[str]:
    """The stems of what stands right behind a flat *not*, *no* or *never*; nothing where more than one thing is denied, or softly."""
    scopes = [scope for _, scope in negations(_plain(statement.told))]
    if len(scopes) != 1 or softly_denies(statement):
        return frozenset()
    return frozenset(told.word.stem for told in scopes[0] if told.behind in (1, 2))


def denies_nothing(statement: Statement) -> bool:
    """True where no word of the statement denies anything."""
    return not any(word.low in NEGATORS for word in words(_plain(statement.told))) and not softly_denies(statement) and not _NO_SIGN.search(statement.told)


def softly_denies(statement: Statement) -> bool:
    """True for *failed*, *lacked*, *few* and their like."""
    return any(each.stem in SOFT or each.low in _FAILING for each in words(statement.told))
