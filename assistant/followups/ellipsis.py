"""“And in Suffolk?”, “what about 2018?”, “and enforcement?”, “no, I meant Kent”: the question before with something new in it.

A new year, place, person or body takes the place of the old one of its sort, a new topic that of the old; what has no place to take is put
behind the question.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.followups import names
from assistant.followups.frame import adjunct, asking, bare, frame, speaker_slot, without_source
from assistant.followups.names import Slot, Sort

_AND = r"(?:(?:and|but|or|so|ok|okay|then|now|also|yes|well)\b,? ?){0,3}"
_CORRECTION = re.compile(
    r"(?i:^(?:(?:no|sorry|actually|oops|wait|not that)\b,? ?){1,3}(?:i (?:meant|mean|was asking about)|make that|rather)?:? ?"
    r"|^i (?:meant|mean)(?: to (?:say|ask))?:? )(?P<rest>.+)$"
)
_ONE = rf"{names.NAME}|\d{{4}}"
_NOT = re.compile(rf"^(?:(?i:not) (?P<old>{_ONE}),? (?:but )?(?P<new>{_ONE})|(?P<new2>{_ONE}),? (?i:not) (?P<old2>{_ONE}))$")
_REST = re.compile(rf"(?i:^{_AND}(?P<asks>(?:what|how) about |what of )?)(?P<rest>.*?)(?i: (?:then|instead|too|as well|again))?$")
_NAMED = re.compile(
    rf"^(?P<in>(?i:in|at|for|by|from|across|during) )?(?P<the>(?i:the ))?(?P<new>{names.NAME}(?:(?:, {names.NAME})* and {names.NAME})?|(?:19|20)\d\d)"
    r"(?:['’]s?)?(?:,? in (?P<year>(?:19|20)\d\d))?$"
)
_PLAIN = re.compile(r"^(?P<prep>(?:in|at|for|with|from|by|on|about|of|over) )?(?P<new>(?:[\w’'-]+ ?){1,5})$")
_ASKS = re.compile(r"(?i)^(?:who|what|why|when|where|which|how|is|was|are|were|did|do|does|has|have|had|can|could|will|would|should|tell|show|give)\b")
_TWO = re.compile(rf"(?!(?:North|South|East|West|New|Great|Greater|Isle|County|Central|Mid|Upper|Lower|The)\b){names.WORD} {names.WORD}")
"""A forename and surname, or a place of two words: nobody can tell."""
_POINTS = re.compile(
    r"(?i)\b(?:it|that|this|they|them|those|these|he|she|him|her|his|their|its|there|else|more|others?|views?|yes|no|thanks|ok|okay|thank you)\b"
)
VOICES = re.compile(
    r"^(?:the |other |some |any )?(?:unions?|charit(?:y|ies)|inspectors?|inspectorate|practitioners?|readers?|officers?|staff|government|opposition"
    r"|ministry|department|company|companies|peers?|members|mps|committee|author|blogger|witness(?:es)?|campaigners?|press|managers?|police|prisoners?"
    r"|victims?|judges|magistrates|experts|critics|probation officers?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class New:
    """The something new: a name with its preposition and article."""

    name: str
    preposition: str = ""
    article: str = ""
    year: str | None = None


def completed(question: str, bases: list[str], people: list[str]) -> str | None:
    """The last of ``bases`` (questions before, the latest first) that has room for what is new in ``question``, with that in it;
    ``None`` where the question is no ellipsis."""
    corrected = _CORRECTION.match(question.rstrip(" ?.!"))
    text = corrected["rest"] if corrected else question.rstrip(" ?.!")
    changed = _NOT.match(text)
    if changed:
        return _instead(changed["old"] or changed["old2"], changed["new"] or changed["new2"], bases)
    rest = _REST.match(text)
    if not rest or _ASKS.match(rest["rest"]) or (question.strip() == rest["rest"] and not question.rstrip().endswith("?")):
        return None
    named = _NAMED.match(rest["rest"])
    if named and not VOICES.match(rest["rest"]):
        return _with_name(New(re.sub(r"['’]s?$", "", named["new"]), (named["in"] or "").lower(), (named["the"] or "").lower(), named["year"]), bases, people)
    plain = _PLAIN.match(rest["rest"])
    leans = corrected or rest["asks"] or text != rest["rest"] or (plain and plain["prep"])
    if plain and leans and not _POINTS.search(rest["rest"]) and not any(word[0].isupper() for word in plain["new"].split()[1:]):
        return _with_words((plain["prep"] or "").strip(), plain["new"].strip(), bases)
    return None


def _instead(old: str, new: str, bases: list[str]) -> str | None:
    return next((f"{bare(base).replace(old, new)}?" for base in bases if old in base), None)


def _with_name(new: New, bases: list[str], people: list[str]) -> str:
    if new.year:
        return _with_name(New(new.year, "in "), [_with_name(replace(new, year=None), bases, people)], people)
    sort = names.sort_of(new.name, people) or (Sort.BODY if new.article and not new.preposition and not _places(bases) else None)
    for base in bases:
        made = _put(new, sort, bare(base), people)
        if made:
            return f"{made}?"
    return _behind(new, sort, bare(bases[0]))


def _places(bases: list[str]) -> bool:
    return any(names.places(base) for base in bases)


def _put(new: New, sort: Sort | None, base: str, people: list[str]) -> str | None:
    """``base`` with the new name in the place of the old one of its sort, if it has one."""
    whole = f"{new.article}{new.name}"
    if sort is Sort.YEAR:
        return _last(names.years(base), base, new.name)
    if sort in (Sort.PERSON, Sort.BODY) and not new.preposition:
        speaks = sort is Sort.PERSON or names.speaks(new.name)
        return (_speaker(whole, base) if speaks else None) or (_body(new.name, base) if sort is Sort.BODY else None)
    if sort is None and not new.preposition and _of_a_person(base, people):
        return None if names.places(base) and _TWO.fullmatch(new.name) else _speaker(whole, base) or _place(new, base)
    return _place(new, base)


def _place(new: New, base: str) -> str | None:
    found = names.places(base)
    if not found:
        return None
    slot = found[-1]
    article = new.article if not base[: slot.start].endswith("the ") else ""
    return slot.filled(base, article + new.name)


def _body(name: str, base: str) -> str | None:
    """A body that is known for what it says (a union, a charity) takes the place of another such, any other of any other."""
    known = names.speaks(name)
    found = [slot for slot in names.bodies(base) if slot.name != name and names.speaks(slot.name) is known]
    return found[-1].filled(base, name) if found else None


def _speaker(whole: str, base: str) -> str | None:
    framed = frame(base)
    if framed and framed.who:
        return bare(replace(framed, who=whole).told())
    slot = speaker_slot(base)
    return slot.filled(base, whole) if slot else None


def _of_a_person(base: str, people: list[str]) -> bool:
    """True where the question asks for a person's words, so that a new name may be another person's."""
    slot = speaker_slot(base)
    return bool(slot and (names.persons(slot.name, people) or _TWO.fullmatch(slot.name)))


def _last(slots: list[Slot], base: str, new: str) -> str | None:
    return slots[-1].filled(base, new) if slots else None


def _behind(new: New, sort: Sort | None, base: str) -> str:
    if sort is Sort.YEAR or new.preposition:
        return f"{base} {new.preposition or 'in '}{new.article}{new.name}?"
    framed = frame(base)
    if sort in (Sort.PERSON, Sort.BODY) and framed:
        return asking(framed, new.article + new.name).told()
    if sort is Sort.PERSON or names.speaks(new.name):
        return f"{bare(without_source(base))}, and what did {new.article}{new.name} say?"
    return f"{base}, and what about {new.article}{new.name}?"


def _with_words(preposition: str, new: str, bases: list[str]) -> str:
    base, framed = bare(bases[0]), frame(bases[0])
    if VOICES.match(new) and preposition in ("", "from", "by"):
        return asking(framed, new).told() if framed else f"{bare(without_source(base))}, and what did {new} say?"
    if preposition in ("", "about", "on", "of", "over"):
        if framed:
            return replace(framed, topic=new).told()
        place = adjunct(base)
        return f"What is said about {new} {place}?" if place else f"{base}, and what about {new}?"
    return f"{_without_same(preposition, base)} {preposition} {new}?"


def _without_same(preposition: str, base: str) -> str:
    """The question without its end that begins with the same preposition."""
    end = re.search(rf" {preposition} (?:the )?[\w’'-]+(?: [A-Z][\w’'-]*)*$", base)
    return base[: end.start()] if end else base
