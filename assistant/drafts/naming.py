"""Whom a sentence of a draft credits, if anybody: then it is looked up; the drafter's own connecting words are not."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.drafts.lookup import Lookup, surname
from assistant.verify.frames import Frame, frames
from assistant.verify.moments import moments
from assistant.verify.quantities import quantities
from assistant.verify.quotes import LEAST, Quote, blanked, quotes
from assistant.verify.voices import Voice, voice
from corpus.pages import bodies

_OWN = re.compile(
    r"(?i)^(?:this|these|those|that|the (?:present|following)|our|my|we|i|you|there|what|who|it|all|some|many|most|few|several|both|such|readers?)\b"
)
_PRONOUN = re.compile(r"(?i)^(?:he|she|they)$")
_TELLS = re.compile(
    r"(?i)\b(?:report(?:s|ed)?|inspection|inspectors?|evidence|answer(?:s|ed)?|reply|replied|statement|debate|digest|testimony|account|comment(?:s|ed)?"
    r"|submission|finding)\b"
)
_COUNTED = re.compile(r"^(?:First|Second|Third|Fourth|Fifth|Sixth)(?:ly)?, (?=\w)")
_OPENING = re.compile(r"(?:In|On|By|During|Since|Early in|Late in|Back in) ")
_WORD = re.compile(r"\w+(?:['’]\w+)*")


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence quotes, whom it credits, its content without quotations and attributions, and whether what it says has to be in the record:
    ``firmly`` where it credits somebody, not firmly where it only tells a figure or speaks of somebody known."""

    quoted: tuple[Quote, ...]
    framed: tuple[Frame, ...]
    content: str
    firmly: bool
    lightly: bool

    @property
    def voices(self) -> tuple[Voice, ...]:
        """The voices credited."""
        return tuple(voice(frame.who) for frame in self.framed)

    @property
    def pronoun(self) -> bool:
        """True where *he*, *she* or *they* are credited."""
        return any(_PRONOUN.match(frame.who) for frame in self.framed)


def named(sentence: str, lookup: Lookup) -> Named:
    """The sentence taken apart."""
    every = quotes(sentence, lambda words: False, sorted(lookup.titles))
    hidden = blanked(sentence, [(quote.start, quote.stop) for quote in every if not quote.single])
    framed = tuple(frame for frame in frames(hidden) if _credits(frame, lookup))
    spans = [span for frame in framed for span in frame.spans]
    content = " ".join(re.sub(r"_{2,}", " ", blanked(sentence, spans)).split())
    told = tuple(quote for quote in every if len(_WORD.findall(quote.text)) >= LEAST and quote.text not in lookup.titles)
    return Named(told, framed, content, bool(framed), _speaks_of(sentence, lookup))


def _credits(frame: Frame, lookup: Lookup) -> bool:
    """True where the attribution names a voice of the record, and is not the drafter's own *this shows*."""
    who = voice(frame.who)
    if _OWN.match(frame.who.strip()):
        return False
    people = [person for person in who.persons if len(person.split()) > 1 or surname(person) in lookup.surnames]
    return bool(people or who.bodies or who.office or who.roles or (who.kinds and not who.persons))


def _speaks_of(sentence: str, lookup: Lookup) -> bool:
    """True for a figure worth looking up, or somebody known together with a figure or a kind of source."""
    figures = [each for each in quantities(sentence) if each.unit in ("%", "£", "pp") or (each.value >= 10 and each.unit != "nth")]
    known = bodies.mentioned(sentence) or any(word in lookup.surnames for word in re.findall(r"[A-Z][\w’'-]+", sentence))
    return bool(figures) or bool(known and (_TELLS.search(sentence) or moments(sentence)))


def spoken_of(sentence: str, lookup: Lookup) -> list[str]:
    """The people of the collection whom the sentence names."""
    return [person for person in voice(sentence).persons if surname(person) in lookup.surnames]


def led(sentence: str) -> str:
    """The sentence without *Third,* before it and with a comma after the date that opens it: *In May 2016 Lord Oak said* names nobody called May."""
    sentence = _COUNTED.sub("", sentence)
    opening = _OPENING.match(sentence)
    first = next((moment for moment in moments(sentence) if opening and moment.start <= opening.end() <= moment.stop), None)
    if first is None or not re.match(r" [A-Z]", sentence[first.stop :]):
        return sentence
    return f"{sentence[: first.stop]},{sentence[first.stop :]}"


def resolved(sentence: str, earlier: Sequence[str]) -> list[str]:
    """The sentence with the *he*, *she* or *they* that it credits replaced by each of those credited earlier, the last first; itself if there are none."""
    found = re.search(r"(?<![\w“‘])(?:He|She|They|he|she|they)(?= [a-z])", sentence)
    return [sentence[: found.start()] + who + sentence[found.end() :] for who in reversed(earlier)] if found and earlier else [sentence]
