"""The parts of a question that asks for somebody's words, and what any question is about, as far as its form tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.followups import names

SAYING = (
    r"(?:say|said|tell|told|argue[ds]?|claim(?:ed|s)?|call(?:ed)? for|ask(?:ed)?|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|think|thought"
    r"|describe[ds]?|warn(?:ed)?|want(?:ed)?|critici[sz]e[ds]?|propose[ds]?|suggest(?:ed)?|promise[ds]?|believe[ds]?|conclude[ds]?"
    r"|recommend(?:ed)?|write|wrote|written|explain(?:ed)?|report(?:ed)?|find|found|note[ds]?|comment(?:ed)?|complain(?:ed)?|allege[ds]?)"
)
_OPENING = r"(?:what|how|who|(?:which|what) \w+|how (?:many|much|often|far))"
_AUXILIARY = r"(?:did|does|do|has|have|had)"
_ABOUT = r"(?:about|on|of|regarding|concerning|over|in reply to|in response to|to)"
_ACTIVE = re.compile(
    rf"(?i:^(?P<head>{_OPENING} {_AUXILIARY}) )(?P<who>.+?) (?P<verb>(?i:{SAYING}))"
    rf"(?: to (?P<to>{names.NAME})(?= (?:about|on)\b))? (?P<prep>{_ABOUT}) (?P<topic>.+)$"
)
_PASSIVE = re.compile(rf"(?i:^(?P<head>what (?:was|is|were|has been|had been)) )(?P<verb>(?i:{SAYING})) (?P<prep>{_ABOUT}) (?P<topic>.+)$")
_POSSESSED = re.compile(
    r"(?i:^(?P<head>what (?:was|is|were|are)) )(?P<who>.+?)['’]s? (?P<verb>answer|reply|response|view|views|position|concern|concerns|advice"
    r"|question|verdict|recommendation|recommendations) (?P<prep>on|about|to|of|for|regarding) (?P<topic>.+)$"
)
_DID = re.compile(rf"(?P<who>(?<=\bdid )|(?<=\bdoes )|(?<=\bdo )|(?<=\bhas )|(?<=\bhave )|(?<=\bhad ))(?P<old>(?:the )?{names.NAME})(?= (?:\w+ )?{SAYING}\b)")
_ACCORDING = re.compile(rf",? according to (?P<old>(?:the )?(?:{names.NAME}|[a-z]+))(?=[,?]|$)")
_OWN_TAIL = re.compile(r",? (?:and (?:who said (?:that|so)|when(?: was that)?|why|how many|where|is that true|where can I read (?:it|that))|in more detail)$")
_ADJUNCT = re.compile(
    rf" (?P<whole>(?:in|at|by|across|around|near|from) (?:the |an? )?(?:[\w-]+ )?(?:{names.NAME}|(?:19|20)\d\d)(?:['’]s)?(?: [\w-]+){{0,2}})$"
)


@dataclass(frozen=True, slots=True)
class Frame:
    """“What did | Lord Keen | say | about | caseloads | in Kent”: the parts of a question for somebody's words."""

    head: str
    who: str | None
    verb: str
    prep: str
    topic: str
    adjunct: str = ""  # the place or year at the end, with its preposition
    possessed: bool = False
    to: str | None = None  # to whom it was said

    def told(self) -> str:
        """The question put together again."""
        who = (f"{self.who}{'’' if self.who.endswith('s') else '’s'} " if self.possessed else f"{self.who} ") if self.who else ""
        to = f" to {self.to}" if self.to else ""
        return f"{self.head} {who}{self.verb}{to} {self.prep} {self.matter}?"

    @property
    def matter(self) -> str:
        """The topic with the place or year that goes with it."""
        return f"{self.topic} {self.adjunct}".strip()


def bare(question: str) -> str:
    """The question without its question mark, and without the end that an earlier follow-up gave it."""
    return _OWN_TAIL.sub("", question.strip().rstrip(" ?.!"))


def frame(question: str) -> Frame | None:
    """The parts of a question for somebody's words about something; ``None`` where it is no such question."""
    text = bare(question)
    for pattern in (_POSSESSED, _ACTIVE, _PASSIVE):
        match = pattern.match(text)
        if match:
            parts = match.groupdict()
            topic, place = _parted(parts["topic"])
            return Frame(parts["head"], parts.get("who"), parts["verb"], parts["prep"], topic, place, pattern is _POSSESSED, parts.get("to"))
    return None


def adjunct(question: str) -> str:
    """The place or year at the end of a question, with its preposition (“at the Suffolk CRC”)."""
    framed = frame(question)
    return framed.adjunct if framed else _parted(without_source(question))[1]


def without_source(question: str) -> str:
    """The question without “according to …”, which is not part of what it is about."""
    return bare(_ACCORDING.sub("", bare(question)))


def speaker_slot(question: str) -> names.Slot | None:
    """Where the question says by name whose words it asks for: “did Lord Keen say”, “according to Napo”."""
    found = [*_DID.finditer(question), *_ACCORDING.finditer(question)]
    return names.Slot(found[-1].start("old"), found[-1].end("old"), found[-1]["old"]) if found else None


def asking(framed: Frame, who: str, verb: str = "say") -> Frame:
    """The same matter, asked of somebody else."""
    head = framed.head if framed.who and not framed.possessed and framed.head.lower().startswith("what d") else "What did"
    return replace(framed, head=head, who=who, verb=verb, prep="about" if framed.possessed or framed.prep == "to" else framed.prep, possessed=False, to=None)


def _parted(topic: str) -> tuple[str, str]:
    match = _ADJUNCT.search(topic)
    return (topic[: match.start()], match["whole"]) if match else (topic, "")
