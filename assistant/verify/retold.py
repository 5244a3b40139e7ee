"""Where a passage tells what somebody else said: the sentences with a name, a body or a role and a verb of saying after it."""

from __future__ import annotations

import re

from assistant.verify import offices, roles
from assistant.verify.names import STYLES
from assistant.verify.source import Source
from assistant.verify.voices import Voice, voice
from corpus.pages import bodies

_REPORTING = re.compile(
    r"(?i)\b(?:said|says|told|tells|asked|wrote|writes|stat(?:ed|es)|argu\w+|claim\w*|found|finds|conclu\w+|report\w*|recommend\w*|explain\w*"
    r"|not(?:ed|es)|warn\w*|suggest\w*|"
    r"announc\w+|according to|confirm\w*|admit\w*|agree\w*|accept\w*|believ\w+|view|evidence|describ\w+|question|answer\w*|repl\w+|point\w*"
    r"|mention\w*|call\w*|identif\w+|"
    r"estimat\w+|publish\w*|review\w*|survey\w*|propos\w+|advis\w+|highlight\w*|acknowledg\w+|think\w*|thought|consider\w*|respon\w+|committed"
    r"|set out|observed|assert\w*|provid\w+|gave|giv\w+|made|recall\w*|idea|told|urg\w+|complain\w*|criticis\w+|prais\w+|welcom\w+|showed|shows"
    r"|show|stress\w*|emphasi\w*|outlin\w*|add(?:ed|s)|insist\w*|alleg\w*|promis\w*|pledg\w*|den(?:ied|ies)|reiterat\w*|maintain\w*|remark\w*"
    r"|declar\w*|rais(?:ed|es)|commented)\b"
)
_GOES_ON = re.compile(r"(?:He|She|They|It|His|Her|Their|“)\b")
_ANOTHER = re.compile(r"\b(?:but|and|while|whereas)\b(?P<then>(?:(?!\b(?:but|and|while|whereas)\b).)*)$")


def sentences(credited: Voice, source: Source) -> tuple[str, ...]:
    """Those of the source that tell what the one credited said, and those that go on from one with *he* or *it* or in its quotation."""
    found: list[str] = []
    for before, sentence in zip(("", *source.sentences), source.sentences, strict=False):
        goes_on = bool(found) and found[-1] == before and (_GOES_ON.match(sentence) or before.count("“") > before.count("”"))
        if goes_on or (_named(credited, sentence) and _says(credited, sentence)):
            found.append(sentence)
    return tuple(found)


def parts(name: str) -> frozenset[str]:
    """The words of a person's name and styles, small."""
    low = re.sub(r"['’]s\b", "", name).replace("’", "'").replace(".", "").lower()
    return frozenset(re.findall(r"[^\W\d_]+(?:['-][^\W\d_]+)*", low)) - {"of", "the", "and", "de", "rt", "hon"}


def _named(credited: Voice, sentence: str) -> bool:
    for person in credited.persons:
        wanted = parts(person) - STYLES
        if wanted and all(re.search(rf"(?i)(?<!\w){re.escape(part)}(?!\w)", sentence) for part in wanted):
            return credited.office is None or offices.fits(credited.office, sentence, sentence)
    if credited.persons:
        return False
    if any(body in sentence for body in credited.bodies):
        return True
    return any(body.name in credited.bodies for body in bodies.mentioned(sentence)) or roles.told_of(credited.roles, sentence)


def _says(credited: Voice, sentence: str) -> bool:
    named = "|".join(re.escape(person.split()[-1]) for person in credited.persons) or (r"\w+" if credited.bodies else roles.words(credited.roles))
    after = re.search(rf"(?:{named})\w*\b(?P<between>[^;]{{0,90}}?){_REPORTING.pattern.removeprefix('(?i)')}", sentence)
    return bool(
        (after and not _another(after["between"], credited))
        or re.search(rf"(?i)\b(?:according to|told by|evidence (?:of|from)|said|by|from) [^.;]{{0,60}}?\b(?:{named})", sentence)
    )


def _another(between: str, credited: Voice) -> bool:
    """True where somebody else comes between a name and the verb of saying, and so is the one who says it."""
    other = _ANOTHER.search(between)
    found = voice(other["then"].strip(" ,")) if other else None
    return bool(found and {*found.persons, *found.bodies} - {*credited.persons, *credited.bodies})
