"""The standalone question: what a question means after those before it, by rules for English questions on any collection.

Covered: “and in Suffolk?”, “what about 2018?”, “no, I meant Kent”, “who said that?”, “when?”, “is that true?”, “tell me more”, “what did the
Minister reply?”, “what did practitioners say?”, he, she, they, it, that, there. Not covered: a noun that points back (“the shortfall”), a
question that is complete but is meant of the place before. Whatever no rule is sure of stays as it was put.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.followups import voices
from assistant.followups.ellipsis import completed
from assistant.followups.exchange import Exchange, remembered
from assistant.followups.frame import frame, without_source
from assistant.followups.pointing import joined, pointed
from assistant.followups.saying import asked_of

Understand = Callable[[str, Sequence[Exchange | str]], str]
"""What makes a question stand by itself: these rules, or a model."""

_REACH = 3  # questions back in which room for a new name is looked for
_AND = r"(?:(?:and|but|so|or|then|ok|okay|yes)\b,? ?){0,2}"
_SHORT = re.compile(
    rf"(?i)^{_AND}(?:(?:since|until|by|from|for|to|in|at) )?(?:why|when|where|how|who|whom|whose|which|what|how (?:many|much|often|long|soon|so|come|bad|far))"
    r"(?: (?:else|exactly|not|for|so|then|ones?|year|date|part|place|people|was|is|were|are|did|does|happened|happen|it|that|this|they|them|those|these|of them"
    r"|can|could|i|we|read|find|see|said|says|told|wrote|about|in particular|there|be|come from|came from|to|you|know|precisely|page|paragraph|document|source"
    r"|report|column|debate)){0,6}$"
)
_MANY = re.compile(
    rf"(?i)^{_AND}how (?:many|much|often|long|soon)(?: (?!is\b|are\b|was\b|were\b)[a-z]+){{0,2}}$"
    rf"|^{_AND}how (?:much|many) (?:was|were|is|are|has been|have been|had been)(?: \w+)? (?:\w+ed|paid|spent|lost|left|cut|gone|found|sent)$"
)
_MORE = re.compile(
    rf"(?i)^{_AND}(?:(?:please )?(?:tell me|say|give me|show me|can you (?:say|tell me)) (?:a (?:bit|little) )?more|more|more details?|in more detail"
    r"|go on|elaborate|expand|continue|say more|what more|anything more)(?: (?:about|on|of) (?:it|that|this))?(?:,? please)?$"
)
_OTHERS = re.compile(
    rf"(?i)^{_AND}(?:(?:are there |is there )?(?:any|what(?: are the)?|who has) other (?:views?|opinions?|voices?|sources?|perspectives?)"
    r"|(?:what )?(?:do|did) others (?:say|think|disagree)|(?:does|did) any(?:one|body) (?:else )?(?:disagree|object|say otherwise|comment)"
    r"|who (?:else )?(?:disagrees|disagreed|agrees|agreed|objected|commented))$"
)
_ELSE = re.compile(rf"(?i)^{_AND}(?:is there |was there )?(?:anything|what|who|where) else(?: (?:was|is) (?:said|found|there))?$")
_TRUE = re.compile(
    rf"(?i)^{_AND}(?:really|(?:is|was) (?:that|it|this)(?: really| still| actually)? (?:true|right|so|correct|the case|certain)|are you sure|says who)$"
)
_PLAIN_TRUE = {"really": "is that true", "are you sure": "is that true", "says who": "who says so"}


def standalone(question: str, history: Sequence[Exchange | str]) -> str:
    """What ``question`` means after ``history`` (oldest first), as a question that stands by itself; a complete one as it is."""
    before = remembered(history)
    asked = question.strip()
    if not before:
        return asked
    for rule in (_tail, asked_of, _ellipsis, pointed):
        made = rule(asked, before)
        if made:
            return made
    return asked


def _ellipsis(question: str, history: Sequence[Exchange]) -> str | None:
    return completed(question, [past.standalone for past in reversed(history[-_REACH:])], voices.people(history))


def _tail(question: str, history: Sequence[Exchange]) -> str | None:
    """“When?”, “who said that?”, “tell me more”: questions with nothing of their own in them."""
    text = question.rstrip(" ?.!")
    last = history[-1].standalone
    framed = frame(last)
    if _MORE.match(text):
        return f"What more is said about {framed.matter}?" if framed else f"{without_source(last)}, in more detail?"
    if _OTHERS.match(text):
        return f"What other views are there on {framed.matter}?" if framed else f"{without_source(last)}, and what other views are there?"
    if _ELSE.match(text):
        return f"What else is said about {framed.matter}?" if framed else f"{without_source(last)}, and {text.lower().removeprefix('and ')}?"
    if _TRUE.match(text) or _SHORT.match(text) or _MANY.match(text):
        return joined(_PLAIN_TRUE.get(text.lower(), text), history)
    return None
