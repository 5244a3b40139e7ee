"""Words that a passage itself quotes are those of whom it quotes; and a reply answers whom it answers."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.verify import attribution
from assistant.verify.frames import Frame, frames
from assistant.verify.names import STYLES
from assistant.verify.quotes import Quote, blanked
from assistant.verify.source import Place, Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.voices import voice
from assistant.verify.words import STOP, stems
from corpus.characters import visible

_ANSWERING = re.compile(r"^(?:Answering|Replying to|Responding to|In (?:answer|reply|response) to|Asked by|Questioned by) (?P<who>[^,]{2,80}),")
_HANDS_OVER = re.compile(
    r"(?P<who>(?:[A-Z][\w.’'-]*(?: (?:(?:of|for|and) the|of|for|and|the) )?[ ,]*)+(?:\([^)]*\) )?)(?:has |have |had |also |then )?"
    r"(?:said|says|wrote|writes|stated|states|told \w+|told (?:us|me|the \w+)|asked|argued|concluded|reported|commented|explained|added|noted"
    r"|warned|put it|replied)(?: that| to \w+)?[:,]?\s*$"
)
_LEAST = 5  # words
_LIGHT = STYLES | {"the", "and", "for", "hon", "member", "friend", "right", "minister", "secretary", "state"}


def check(quoted: Sequence[Quote], framed: Sequence[Frame], sources: Sequence[Source]) -> Problem | None:
    """A fault where the one credited is the passage's speaker, but the words are another's whom the passage names and quotes."""
    for quote in quoted:
        found = [_quoted_there(quote, source) for source in sources] if quote.whole and not quote.single and framed else []
        if found and all(found) and found[0] and not _credits(framed, found[0]):
            return Problem(Fault.SPEAKER, f"The passage quotes {found[0]} there; the words are not its speaker’s own.")
    return None


def dropped(sentence: str, told: str, sources: Sequence[Source], best: Sequence[Place]) -> Problem | None:
    """A fault where the passage only tells what somebody else says and the sentence leaves that one out."""
    near = [place for place in best[:2] if place.share >= 0.8 * best[0].share]
    found = [_third(place, told) for place in near if place.source.voiced]
    if found and all(found) and found[0]:
        there = set(re.findall(r"[^\W\d_]{2,}", sentence.lower()))
        if not any((set(re.findall(r"[^\W\d_]{2,}", (who or "").lower())) - _LIGHT) & there for who in found):
            return Problem(Fault.ATTRIBUTION, f"It is {found[0]} who says so, in the passage’s words; the sentence leaves that out.")
    return None


def _third(place: Place, told: str) -> str | None:
    """Whom the sentence of the passage credits with what ``told`` takes from it, if it is a named person and not the speaker."""
    frame = next((each for each in frames(blanked(place.sentence, [])) if each.spans[0][0] == 0), None)
    if frame is None or not re.search(r"claim|alleg|argu|believ|said|says|told|suggest|stat|complain|warn|insist|assert", frame.verb):
        return None
    if not voice(frame.who).persons or frame.who.lower() in STOP or attribution.is_voice(frame.who, place.source):
        return None
    after = stems(place.sentence[frame.spans[0][1] :])
    return frame.who if len(after & stems(told)) > len(stems(told)) / 2 else None


def answers(frame: Frame) -> bool:
    """True where the attribution says whom the reply answers."""
    return bool(_ANSWERING.match(frame.lead))


def asked(frame: Frame, source: Source, asked_by: Callable[[str], str | None] | None) -> Problem | None:
    """A fault where the sentence has the reply answer somebody else; where nobody can tell, a name that the passage lacks."""
    named = _ANSWERING.match(frame.lead)
    if not named or not source.voiced:
        return None
    known = asked_by(source.passage.reply_to) if asked_by and source.passage.reply_to else None
    people = " ".join((source.text, *source.about, known or ""))
    wanted = set(re.findall(r"[^\W\d_]+", named["who"].lower())) - STYLES - {"of", "the"}
    if wanted <= set(re.findall(r"[^\W\d_]+", (known or people).lower())) or not voice(named["who"]).persons:
        return None
    return Problem(Fault.SPEAKER, f"The reply answers {known}, not {named['who']}." if known else f"The passage does not show that it answers {named['who']}.")


def _quoted_there(quote: Quote, source: Source) -> str | None:
    """Whom the passage names as saying the words, where they stand between quotation marks in it."""
    text = visible(source.text)
    at = text.find(quote.text.strip(" ,.;:…")[:60])
    if at < 0 or len(quote.text.split()) < _LEAST:
        return None
    before = text[:at]
    opened = before.rfind("“")
    if opened < 0 or "”" in before[opened:] or not text[opened:].count("”"):
        return None
    handed = _HANDS_OVER.search(before[:opened])
    return handed["who"].strip(" ,") if handed and handed["who"].strip(" ,") not in ("I", "We", "He", "She", "It", "They") else None


def _credits(framed: Sequence[Frame], who: str) -> bool:
    parts = set(re.findall(r"[^\W\d_]{3,}", who.lower())) - STYLES
    return any(
        parts & set(re.findall(r"[^\W\d_]{3,}", f"{frame.who} {frame.setting}".lower())) or frame.verb.startswith(("quoted", "cite")) for frame in framed
    )
