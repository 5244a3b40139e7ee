"""Words that point back: he, she, they, it, that, there, “the Minister”; what they mean put in their place, else the question joined to
the one before (“Why were they sent back, and was that put right?”), where they find it by themselves.

A word that finds what it means within its own question (“Did the company review its plans?”) points nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups import names, voices
from assistant.followups.exchange import Exchange
from assistant.followups.frame import SAYING, Frame, adjunct, bare, frame

_LEADING = re.compile(r"(?i)^(?:(?:and|but|so|or|then|also|ok|okay|well|yes)\b,? ?){1,3}")
_HE = re.compile(r"\b(?P<word>he|she|him|her|his|hers)\b", re.IGNORECASE)
_IT = re.compile(r"\b(?P<word>it|they|them|its|their|theirs)\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"\bit (?:(?!going|due|expected|supposed|meant)[\w’'-]+ ){1,3}(?:to|that|whether|if)\b|\bit (?:rain|snow)|what time is it|\bit is\b.*\bthat\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"\b(?:of|about|on|to|with|by|for|from|after|before|than|like|say|said|do|did|done|is|was|does|why|how|when|where|are|were|will|would|can|could|has|had|doing|mean)"
    r" (?P<word>that|this|these|those)(?=$|,| (?:happen|true|mean|the|correct|right|so|why|still|said|cost|work|come|change|help|matter|a|an|in|by|at|because"
    r"|compare|fair|enough|normal|common|not|be|been|ever|get|put|fixed|mentioned|decided|done|published|announced|compared|affect)\b)"
    r"|\b(?P<noun>this|these|those|that|such) (?!(?:who|with|whose|subject|under|in|on|of|which|are|is|was|were|the|year|week|month|time)\b)"
    r"(?:same )?[a-z]+s?$",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbe )(?<!\bbeen )\bthere(?=$|,| (?:too|as well|then|in|by|and|at|improve|get|work)\b)",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"(?i)(?:^(?:if|when|where|once|after|before|while|as)\b"
    r"|\b(?:when|if|because|before|after|that|than|so|while|although|what|whether|who|which|and|once|until)\b)"
)
_EMPTY = frozenset({
    "what", "who", "why", "when", "where", "which", "how", "is", "was", "are", "were", "did", "do", "does", "has", "have", "had", "can", "could", "will",
    "would", "should", "may", "might", "be", "been", "a", "an", "the", "of", "in", "on", "at", "to", "and", "but", "so", "or", "many", "much", "often",
    "long", "far", "there", "any", "not",
})  # fmt: skip
_PAST = re.compile(r"\b(?:at (?:that|the) time|(?:in )?that year|in the same year)\b", re.IGNORECASE)
_OFFICE = re.compile(rf"\b(?P<the>the|The) (?P<office>{voices.OFFICE})(?= (?:\w+ )?{SAYING}\b)")


def pointed(question: str, history: Sequence[Exchange]) -> str | None:
    """``question`` with what it points to in the place of the words that point; ``None`` where it points nowhere."""
    text = question.strip().rstrip(" ?.!")
    made = _people(_places(_offices(text, history), history), history)
    pointing = _leaning(made)
    if pointing:
        return _meant(made, pointing, history) or joined(made, history)
    return _sentence(made) if made != text else None


def joined(question: str, history: Sequence[Exchange]) -> str:
    """The question behind the one before, as one."""
    before = bare(history[-1].standalone)
    if len(before) > _LONG:
        before = before.split(", and ")[0]
    asks = _LEADING.sub("", question.strip().rstrip(" ?.!"))
    return f"{before}, and {_lower(asks)}?"


_LONG = 200  # characters of a question before, from which only its first part is carried on


def _leaning(text: str) -> re.Match[str] | None:
    """The word that points outside the question, if there is one."""
    for found in (_IT.search(text), _THAT.search(text)):
        if found and not _NOBODY.search(text) and not (found.re is _IT and _finds_it(text, found)):
            return found
    return None


def _finds_it(text: str, found: re.Match[str]) -> bool:
    """True where what a word means stands before it in the same question."""
    before = text[: found.start()]
    nouns = [word for word in re.findall(r"[\w’'-]+", before) if word.lower() not in _EMPTY]
    if found["word"].lower() in ("its", "their", "his", "her"):
        return bool(nouns)
    return bool(nouns) and bool(_SUBORDINATE.search(_LEADING.sub("", before)[4:]) or re.match(r"(?i)(?:if|when|where|once|as)\b.*,", before))


def _people(text: str, history: Sequence[Exchange]) -> str:
    """He and she by name, unless the question names the person before."""
    found = _HE.search(text)
    if not found or names.persons(text[: found.start()], voices.people(history)) or _finds_it(text, found):
        return text
    name = voices.person(found["word"], history)
    if not name:
        return text
    own = found["word"].lower() in ("his", "hers") or (found["word"].lower() == "her" and re.match(r" \w", text[found.end() :]))
    return text[: found.start()] + (_possessive(name) if own else name) + text[found.end() :]


def _offices(text: str, history: Sequence[Exchange]) -> str:
    """“The Minister” by name, where one was cited."""
    found = _OFFICE.search(text)
    name = voices.holder(found["office"], history) if found else None
    return text[: found.start()] + name + text[found.end() :] if found and name else text


def _places(text: str, history: Sequence[Exchange]) -> str:
    """“There” and “at that time” by the place and year that a question before ends with."""
    for past in reversed(history):
        place, years, slots = adjunct(past.standalone), names.years(past.standalone), names.places(past.standalone)
        if slots:
            text = _THERE.sub(place if names.places(place) else f"in {slots[-1].name}", text)
        if years:
            text = _PAST.sub(f"in {years[-1].name}", text)
    return text


def _meant(text: str, found: re.Match[str], history: Sequence[Exchange]) -> str | None:
    """What “it”, “they” or “that” means put in its place, where the last question says it in a few words."""
    word = (found.groupdict().get("word") or "").lower()
    framed = frame(history[-1].standalone)
    if word == "they" and re.search(rf"\bthey (?:\w+ )?{SAYING}\b", text):
        body = voices.body(history)
        return _sentence(_with_place(_put(text, found, body), framed)) if body else None
    if framed and word in ("it", "that", "this") and not _PLURAL.search(framed.topic) and framed.topic[:1].islower() and len(framed.topic.split()) <= _FEW:
        matter = framed.topic if names.places(text) or names.years(text) else framed.matter
        ends = found.end("word") == len(text)
        return _sentence(_put(text, found, matter if ends or matter == framed.topic else framed.topic))
    return None


_PLURAL = re.compile(r"[a-z][^s\W]s(?:$| (?:in|of|on|for|at|to|with|by|from)\b)")
_FEW = 4  # words of a topic that is short enough to stand where “it” stood


def _with_place(text: str, framed: Frame | None) -> str:
    """With the place of the question before, where the question has none of its own."""
    return f"{text} {framed.adjunct}" if framed and framed.adjunct and not names.places(text) and not names.years(text) else text


def _put(text: str, found: re.Match[str], words: str) -> str:
    return text[: found.start("word")] + words + text[found.end("word") :]


def _sentence(text: str) -> str:
    asks = _LEADING.sub("", text)
    return f"{asks[:1].upper()}{asks[1:]}?"


def _lower(text: str) -> str:
    first = text.split(" ")[0]
    return text if first == "I" or (first[1:] and first[1:].lower() != first[1:]) else text[:1].lower() + text[1:]


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"
