"""Whether a sentence says what the passage says: the share of its words that stand in one place of it, and its closeness in meaning.

The bounds were fitted by ``tests/benchmarks/hostile.py`` on one half of its sentences and measured on the other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.verify import splices
from assistant.verify.evidence import Closeness
from assistant.verify.source import Place, Source, places
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import stems

_LOOKED_AT = 4  # places whose closeness is asked for
LEAST = 0.45  # of share and closeness together
ALONE = 0.5  # of the share, where no closeness is to be had
PART = 0.3  # of share and closeness together, of a part of a sentence
_PLAIN = 0.9  # of a sentence's words in one place: nothing is left for closeness to tell
_FEW = 3  # a part of so few words of substance is often put quite differently: its words are judged one by one
_SMALL = 2  # words of substance that make a part of a sentence worth looking at
_FOREIGN = 0.34  # of a part's words: so many more stand elsewhere than where the rest of the sentence rests
_ELSEWHERE = 0.7  # the same within one passage, whose sentences belong together
_JOINTS = re.compile(
    r"(?P<joint>[;:–—]| ?, ?(?:and|but|while|whereas|although|though)\b|,| (?=(?:and|but|while|whereas|which|who|because|since|after|when|if|that"
    r"|as|by|to|with|for|in|from|on)\b))"
)
_CAUSE = re.compile(r"(?P<why>\b(?:because of|due to|owing to|thanks to|despite|in spite of|as a result of|caused by) [^,.;:]{3,60})")
_STRONG = re.compile(r"[;]|, ?(?:and|but|while|whereas|although|though)|–|—")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a sentence, and whether what joins it makes it a statement of its own."""

    text: str
    stems: frozenset[str]
    apart: bool


def check(claim: str, sources: Sequence[Source], best: Sequence[Place], closeness: Closeness | None) -> tuple[Problem | None, float]:
    """What is wrong, if anything, and how near the sentence comes to what it cites (0 to 1)."""
    if not stems(claim) or not best:
        return None, 1.0
    main = max(best[:_LOOKED_AT], key=lambda place: _share(stems(claim), place))
    causes = [m["why"] for m in _CAUSE.finditer(claim)]
    if wrong := next((why for why in causes if stems(why) and not stems(why) & _known(main)), None):
        return Problem(Fault.MEANING, f"The passage does not say “{wrong.strip()}”."), 0.0
    parts = [part for part in _parts(claim) if len(part.stems) >= _SMALL]
    share = _share(stems(claim), main)
    plain = share >= _PLAIN and all(_share(part.stems, main) >= LEAST for part in parts)
    near = None if plain else _near([claim, *(part.text for part in parts)], best, closeness)
    score = share if near is None else (share + max(near[0], 0.0)) / 2
    if score < (ALONE if near is None else LEAST):
        return Problem(Fault.MEANING, _far(claim, sources)), score
    spliced = splices.check(claim, sources) or _spliced(parts, main, sources) or _unborne(parts, main, near)
    return spliced, score


def _near(texts: Sequence[str], best: Sequence[Place], closeness: Closeness | None) -> list[float] | None:
    """The closeness of each text to the nearest place; that of a sentence's part to the place itself or what stands round it."""
    if closeness is None:
        return None
    there = list(dict.fromkeys(text for place in best[:_LOOKED_AT] for text in (place.sentence, place.window)))
    closeness(texts[0], [*texts, *there])  # all at once: one that remembers then has them
    return [max(closeness(text, there)) for text in texts]


def _share(own: frozenset[str], place: Place) -> float:
    return len(own & _known(place)) / max(1, len(own))


def _known(place: Place) -> frozenset[str]:
    return stems(" ".join((place.window, *place.source.about)))


def _far(claim: str, sources: Sequence[Source]) -> str:
    there = frozenset[str]().union(*(stems(" ".join((source.text, *source.about))) for source in sources))
    missing = [word for word in re.findall(r"[^\W\d_]{4,}", claim) if stems(word) and not stems(word) & there]
    words = " or ".join(f"“{word}”" for word in missing[:2])
    return f"The passage says nothing of {words}." if words else "The passage does not say this."


def _spliced(parts: Sequence[_Part], main: Place, sources: Sequence[Source]) -> Problem | None:
    """A fault where a part comes from another place than the rest and is no statement of its own."""
    for part in parts:
        here = _share(part.stems, main)
        away = [place for place in places(part.text, sources) if not _beside(place, main)][:3]
        there = max((len(part.stems & stems(place.window)) / len(part.stems) for place in away), default=0.0)
        same = bool(away) and away[0].source is main.source
        own = part.apart and (same or bool(away and splices.continued(parts[0].text, part.text, away[0].source)))
        if there - here >= (_ELSEWHERE if same else _FOREIGN) and not own:
            return Problem(Fault.SPLICE, f"“{part.text.strip(' ,;')}” is said elsewhere, not of this.")
    return None


def _unborne(parts: Sequence[_Part], main: Place, near: Sequence[float] | None) -> Problem | None:
    """A fault where a part of the sentence is nowhere near what the rest of it rests on."""
    for i, part in enumerate(parts):
        share = _share(part.stems, main)
        worth = share if near is None else (share + max(near[i + 1], 0.0)) / 2
        if len(parts) > 1 and len(part.stems) > _FEW and (worth < PART if near is not None else share == 0.0):
            return Problem(Fault.MEANING, f"The passage does not say “{part.text.strip(' ,;')}”.")
    return None


def _beside(place: Place, main: Place) -> bool:
    return place.source is main.source and abs(place.at - main.at) <= 2


def _parts(claim: str) -> list[_Part]:
    """The sentence cut at its joints; parts too small are left with the one before."""
    found: list[_Part] = []
    begin, apart = 0, True
    for match in [*_JOINTS.finditer(claim), None]:
        text = claim[begin : match.start() if match else len(claim)]
        if found and len(stems(text)) < _SMALL:
            found[-1] = _Part(f"{found[-1].text}{claim[begin - 1 : begin]}{text}", found[-1].stems | stems(text), found[-1].apart)
        elif text.strip():
            found.append(_Part(text, stems(text), apart))
        if match:
            begin, apart = match.end(), bool(_STRONG.match(match["joint"].strip()))
    return found
