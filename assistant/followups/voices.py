"""Whom “she”, “they” and “the Minister” mean, told from the questions and citations before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.followups import names
from assistant.followups.exchange import Exchange, Voice, voices
from assistant.followups.frame import frame

_MALE = re.compile(r"^(?:Lord|Sir|Mr|Viscount|Earl)\b")
_FEMALE = re.compile(r"^(?:Lady|Baroness|Dame|Mrs|Ms|Miss|Countess)\b")
_MINISTER = re.compile(
    r"\b(?:Minister|Secretary of State|Parliamentary (?:Under-)?Secretary|Chancellor|Advocate-General|Advocate General|Attorney General"
    r"|Solicitor General|Lords Spokesperson|Paymaster General)\b"
)
_SHADOW = re.compile(r"\bShadow\b|\bSpokesperson \((?!Ministry|Department|Home Office|Cabinet Office|Treasury)", re.IGNORECASE)
OFFICE = (
    r"(?:[Mm]inister|[Ss]hadow [Mm]inister|[Ss]hadow [Ss]pokes(?:person|man|woman)|[Cc]hief [Ii]nspector|[Cc]hief [Ee]xecutive|[Gg]eneral [Ss]ecretary"
    r"|[Ss]ecretary of [Ss]tate|[Cc]hair(?:man|woman)?|[Dd]irector|[Pp]resident|[Oo]mbudsman|[Cc]ommissioner|[Gg]overnor|[Aa]uditor [Gg]eneral)"
)
"""Offices by which a person may be meant who was cited before."""


def people(history: Sequence[Exchange]) -> list[str]:
    """Every person cited, the latest exchange first."""
    return list(dict.fromkeys(voice.person for past in reversed(history) for voice in voices(past) if voice.person))


def person(pronoun: str, history: Sequence[Exchange]) -> str | None:
    """Whom “he” or “she” means: the person last named in a question, else cited. A style that contradicts the pronoun (Dame for
    “he”) rules a person out; nothing else is taken for a sign of sex."""
    known = people(history)
    against = _FEMALE if pronoun.lower() in ("he", "him", "his") else _MALE if pronoun.lower() in ("she", "her", "hers") else None
    for past in reversed(history):
        cited = _most_cited([voice.person for voice in voices(past) if voice.person])
        for name in (*reversed(names.persons(past.standalone, known)), *_subject(past), *cited):
            if not against or not against.match(name):
                return name
    return None


def holder(office: str, history: Sequence[Exchange]) -> str | None:
    """The person last cited in that office; where the last exchange to cite one cites two of them, nobody."""
    for past in reversed(history):
        cited = [*voices(past)]
        found = list(dict.fromkeys(voice.person for voice in cited if voice.person and _holds(voice, office)))
        if found:
            return found[0] if len(found) == 1 else None
        if past.answered_by and office.lower() == "minister":
            return past.answered_by
    return None


def body(history: Sequence[Exchange]) -> str | None:
    """Whom “they” means: whoever's words the last question asks for, else its last-named body, else the one body cited."""
    for past in reversed(history[-2:]):
        framed = frame(past.standalone)
        if framed and framed.who and not names.persons(framed.who, people(history)):
            return framed.who
        named = names.bodies(past.standalone)
        if named:
            return _with_article(past.standalone, named[-1])
        cited = {voice.body for voice in voices(past) if voice.body}
        if len(cited) == 1:
            return _called(cited.pop())
    return None


def asker(history: Sequence[Exchange]) -> str | None:
    """Who asked what the last question is about: the one it names as asking, or as having been answered."""
    framed = frame(history[-1].standalone)
    if framed and framed.to:
        return framed.to
    return framed.who if framed and framed.who and (framed.verb.startswith("ask") or framed.verb == "question") else None


def replier(history: Sequence[Exchange]) -> str | None:
    """Who, in the record, answered: the one that replies to what was cited last."""
    asked_by = asker(history)
    found = history[-1].answered_by
    return found if found and found != asked_by else None


def _holds(voice: Voice, office: str) -> bool:
    held, wanted = voice.office or "", office.lower()
    if wanted == "minister":
        return bool(_MINISTER.search(held)) and not _SHADOW.search(held)
    return all(re.search(rf"\b{re.escape(word)}", held, re.IGNORECASE) for word in wanted.removesuffix("man").removesuffix("wo").split())


def _most_cited(cited: list[str]) -> list[str]:
    """Those cited, the most often cited first, of equals the last."""
    return sorted(dict.fromkeys(reversed(cited)), key=lambda name: -cited.count(name))


def _subject(past: Exchange) -> list[str]:
    """The one whose words the question asks for, if it looks like a forename and surname that no body goes by."""
    framed = frame(past.standalone)
    who = framed.who if framed and framed.who else ""
    two = re.fullmatch(rf"{names.WORD} {names.WORD}", who)
    return [who] if two and names.sort_of(who, []) is None else []


def _with_article(question: str, slot: names.Slot) -> str:
    """The body as the question has it: with what stands before it (“the Suffolk CRC”) or with its article only."""
    before = re.search(rf"\bthe (?:{names.NAME} )?$", question[: slot.start])
    return (before[0] if before else "") + re.sub(r"['’]s?$", "", slot.name)


def _called(name: str) -> str:
    return name if " " not in name or name.startswith(("HM ", "The ", "the ")) else f"the {name}"
