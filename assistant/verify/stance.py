"""What somebody thinks, alleges, expects or wants is not told as fact; what an unofficial source says is told as that source's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verify.negators import NEGATORS
from assistant.verify.source import Place, Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import words
from corpus.document import Kind, Mark

_OWNED = {Kind.DEBATE, Kind.ORAL_EVIDENCE, Kind.WRITTEN_EVIDENCE, Kind.PRESS_RELEASE, Kind.ARTICLE, Kind.TESTIMONY, Kind.COMMENT}
_OPINION = re.compile(
    r"(?i)\b(?:I|we)(?: \w+){0,2} (?:believe|think|consider|feel|find|conclude|recommend|regret|welcome|agree|accept|suggest|hope|expect|urge|note"
    r"|recognise|support|reject"
    r"|are (?:clear|concerned|convinced|committed|of the|disappointed|surprised|not (?:convinced|persuaded)|satisfied|confident))\b"
    r"|\bin (?:my|our|his|her|their|its) (?:view|opinion|judge?ment)\b|\b(?:regrettabl[ey]|unfortunately|disappointing\w*|unacceptable|deplorable"
    r"|disgrace\w*|shameful|scandal\w*|appalling"
    r"|better|worse|best|worst|bad|good|poor\w*|fail\w*|lack\w*|flaw\w*|slow|limited|little|adequate|success\w*|serious\w*|reasonabl\w+"
    r"|difficult\w*|enough|too|considered|significant\w*|strong|weak\w*|clear|effective\w*|ineffective\w*|excellent|vital|crucial|essential"
    r"|important|right|wrong|wise|foolish|sensible|admirable|remarkable|woeful|inadequate|unfair)\b"
    r"|\b(?:should|ought|must|need\w*|may|might|could)\b|\b(?:Government|Ministers?|Department|Ministry)(?:’s|'s)? (?:believes?|considers?"
    r"|position|view|is committed|are committed|recognises?|remains? committed)\b"
    r"|\b(?:it is (?:clear|likely|possible|right|vital|important|essential|argued|said|claimed|alleged|believed|thought))\b|\balleg\w+|\bclaim(?:s"
    r"|ed)?\b|\baccus\w+"
)
_HEDGES = {
    "possible": "may might could possibly perhaps potential potentially possible likely unlikely appear appears appeared seem "
    "seems seemed suggest suggests suggested "
    "suggesting probably apparently arguably risk estimated would can expected expect expects likelihood presumably",
    "alleged": "alleged alleges allegedly allegation allegations claimed claims claim accused accuses accusation reportedly purported suspected",
    "wanted": "should must ought must need needs recommend recommends recommended recommending recommendation urge urges "
    "urged call calls called propose proposes proposed proposal want wants wanted "
    "ask asks asked suggest suggested suggests encourage encourages require requires required advise advises advised have has obliged duty bound obligation",
    "to come": "will shall would going plan plans planned planning intend intends intended intention propose proposes "
    "proposed proposal expect expects expected aim aims aimed hope hopes hoped "
    "forecast forecasts predicted predict predicts due promise promised pledge pledged commit committed commits undertake undertook future "
    "projected if goal target may might could can "
    "until by when consider considering",
}
_OF = {name: frozenset(row.split()) for name, row in _HEDGES.items()}
_STRONG = {
    "possible": "may might could possibly perhaps allegedly appears appear seems seem suggests likely potentially",
    "alleged": "alleged allegedly alleges accused",
    "wanted": "should must ought recommend recommends",
    "to come": "will shall intend intends plan plans propose proposes expect expects hope hopes aim aims",
}
_MARKS = {name: frozenset(row.split()) for name, row in _STRONG.items()}
_SOFTENS = re.compile(r"(?i)\b(?:reportedly|allegedly|it (?:is|was) (?:claimed|said|alleged|argued|reported)|said to|alleged|claimed)\b")
_DENIED = re.compile(r"(?i)\b(?:do|does|did) not (?:seem|appear)\b")  # *they do not seem to have thought*: what is denied is the thinking
_TO_BE = re.compile(r"\b(?:is|are|was|were) (?:due |about )?to [a-z]")
_PROMISE = re.compile(
    r"(?i)\b(?:will|shall|would|promis\w*|pledg\w*|commit\w*|undertak\w*|undertook|intend\w*|going to|plan\w*|must|ensur\w*|guarant\w*|assur\w*"
    r"|announc\w*|has taken|have taken|propos\w*|legislat\w*|today)\b|’ll\b"
)


def owned(claim: str, framed: bool, best: Sequence[Place]) -> Problem | None:
    """A fault where a sentence that credits nobody tells as fact what only somebody says."""
    if framed or not best or not best[0].source.voiced or _of_speaker(claim, best[0].source):
        return None
    source, sentence = best[0].source, best[0].sentence
    passage = source.passage
    whose = passage.speaker or passage.body or passage.kind.words
    if passage.about:
        return Problem(Fault.ATTRIBUTION, "The words are a digest’s and have to be called that.")
    if passage.standing in _OWNED:
        return Problem(Fault.STANCE, f"This is what {_who(source, whose)} said, and has to be told as that.")
    if passage.kind is Kind.WRITTEN_QUESTION and not passage.reply_to:
        return Problem(Fault.STANCE, f"The passage only asks; {whose} put a question.")
    if passage.mark is Mark.RECOMMENDATION or (_OPINION.search(sentence) and not _SOFTENS.search(claim)):
        return Problem(Fault.STANCE, f"This is a view or a wish of {whose}, and has to be told as that.")
    return None


def _of_speaker(claim: str, source: Source) -> bool:
    """True where the sentence opens with whose words the passage is: what it goes on to say is told of them."""
    passage, opening = source.passage, claim[:70]
    if passage.about:
        return False
    if passage.standing in (Kind.COMMENT, Kind.TESTIMONY):
        return bool(re.match(r"(?i)(?:an?|one|another|the) (?:anonymous |unnamed )?(?:reader|comment\w*|practitioner)\b", opening))
    surname = re.sub(r" of .*", "", passage.speaker or "").split()[-1:] or ["\0"]
    return bool(re.match(rf"(?:[A-Z][\w.’'-]*,? |the |of |for |and |to ){{0,12}}{re.escape(surname[0])}\b(?!['’]s)", opening))


def hedged(claim: str, verb: str | None, best: Sequence[Place]) -> Problem | None:
    """A fault where the passage says what may, should or will be, or is alleged, and the sentence what is."""
    if not best:
        return None
    said = {word.low for word in words(claim)} | ({verb} if verb else set())
    near = [place for place in best[:3] if place.share >= 0.85 * best[0].share]
    if _TO_BE.search(claim):
        return None
    for mood, marks in _MARKS.items():
        found = [_marked(place.sentence, claim, marks) for place in near]
        if found and all(found) and not said & (_OF[mood] | _extra(mood)):
            return Problem(Fault.STANCE, f"The passage has “{found[0]}” there; the sentence tells it as fact.")
    return None


def _extra(mood: str) -> frozenset[str]:
    return _OF["to come"] if mood in ("wanted", "possible") else _OF["wanted"] if mood == "to come" else frozenset()


def promised(verb: str | None, best: Sequence[Place]) -> Problem | None:
    """A fault where the sentence has a promise and the passage none."""
    if verb and re.match(r"promis|pledg|committed|undertook|announc", verb) and best and not _PROMISE.search(best[0].window):
        return Problem(Fault.STANCE, f"The passage has no such promise: nothing there says what the sentence calls {verb}.")
    return None


def _marked(sentence: str, claim: str, marks: frozenset[str]) -> str | None:
    """The mark of mood in a sentence that stands right before a word which the claim has too."""
    every = words(_DENIED.sub(_blank, sentence))
    own = {word.stem for word in words(claim) if word.telling}
    denied = any(word.low in NEGATORS for word in words(claim))
    for i, word in enumerate(every):
        if word.low in marks and not (denied and i + 1 < len(every) and every[i + 1].low == "have"):  # what should have been was not
            after = [other.stem for other in every[i + 1 : i + 5] if other.telling][:2]
            if after and after[0] in own:
                return word.text
    return None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _who(source: Source, whose: str) -> str:
    kind = source.passage.standing
    return f"{'an anonymous reader' if kind is Kind.COMMENT else 'an unnamed practitioner'}" if kind in (Kind.COMMENT, Kind.TESTIMONY) else whose
