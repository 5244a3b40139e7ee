"""Names of persons, places, bodies and Acts: each stands in what is cited, or in what is known of it, or is another name for what does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.moments import moments
from assistant.verify.organisations import NAME, another_body, same_body
from assistant.verify.source import Source
from assistant.verify.verdict import Fault, Problem
from assistant.verify.words import STOP, listed, stem
from corpus.parties import party

_JOINTS = listed("of for and upon on the de a an in to at")
STYLES = listed("mr mrs ms miss sir dame lord lady baroness baron viscount viscountess earl countess bishop archbishop dr professor rt hon st")
GENERIC = listed(
    """government governments minister ministers ministerial parliament parliamentary house houses commons lords member members mp mps peer
    peers bill act acts committee committees state secretary department departments ministry report reports inquiry inspection inspectorate
    inspectors inspector service services authority authorities council councils board court courts commission chair chairman speaker
    opposition cabinet crown national public royal office clause section part chapter schedule article paragraph annex figure table
    recommendation question questions answer order orders regulations amendment motion hansard europe member's chief executive president
    director commissioner union party hm her his majesty's majesty the"""
)
_SAME = (
    "britain british uk united-kingdom gb great-britain", "scotland scottish scots scot", "england english", "wales welsh", "ireland irish",
    "us usa united-states america american americans", "eu european-union", "europe european", "france french", "germany german germans", "israel israeli",
    "afghanistan afghan afghans", "iraq iraqi", "china chinese", "russia russian", "ukraine ukrainian", "spain spanish", "italy italian",
    "covid covid-19 coronavirus", "nhs national-health-service", "conservative conservatives tory tories con", "labour lab", "syria syrian syrians",
    "liberal-democrat liberal-democrats lib-dem lib-dems ld", "pakistan pakistani", "india indian", "gaza gazan", "palestine palestinian palestinians",
    "turkey turkish", "greece greek", "poland polish", "japan japanese", "africa african", "asia asian", "treasury hm-treasury",
    "attorney-general attorney", "phso ombudsman", "holyrood scottish-parliament", "stormont northern-ireland-assembly", "downing-street no.-10 number-10",
)  # fmt: skip
_MINISTER = re.compile(r"(?<!Prime )(?<!First )\bMinisters?\b")
_IN_OFFICE = re.compile(r"(?i)minist|secretary|government|spokes|department|advocate|attorney|solicitor|treasury|chancellor|whip|cabinet|\bhome office\b")
_TOLD_APART = frozenset(part for row in _SAME for part in row.split())


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, its words of substance, and where it stands. ``opens`` where it opens the sentence in a word that may be none."""

    said: str
    parts: frozenset[str]
    start: int
    opens: bool


def check(claim: str, sources: Sequence[Source]) -> Problem | None:
    """The first name in ``claim`` that neither the words of the sources have nor what is known of them."""
    texts = [text for source in sources for text in (source.text, *source.about)]
    for whole in names(claim):
        missing = next((name for name in _taken_apart(whole, texts) if not any(known(name, text) for text in texts) or another_body(name.said, texts)), None)
        if missing and not (whole.opens and _common(whole, texts)) and not missing.parts <= _HOME:
            return Problem(Fault.NAME, _reason(missing, texts))
    minister = _MINISTER.search(claim)
    return Problem(Fault.NAME, f"The passage speaks of no {minister[0]}.") if minister and not any(_IN_OFFICE.search(text) for text in texts) else None


def _taken_apart(name: Name, texts: Sequence[str]) -> list[Name]:
    """The name, or where no text has it whole the names that *and* or a comma joins in it."""
    pieces = re.split(r",? and (?:the )?|, | & ", name.said)
    if len(pieces) < 2 or any(known(name, text) for text in texts):
        return [name]
    return [Name(piece, _parts(piece), name.start, False) for piece in pieces if _parts(piece)]


_HOME = listed("uk britain british united kingdom")  # where the record is from, named or not
_BODY = re.compile(
    r"\b(?:Tribunal|Chamber|Court|Council|Committee|Service|Office|Department|Board|Agency|Company|Assembly|Programme|Scheme|Strategy|Report"
    r"|Review|Regulator|Secretary)\b"
)


@lru_cache(maxsize=4096)
def names(text: str) -> tuple[Name, ...]:
    """The names in a text, without dates, words that any sentence may open with, and nouns that only look like names."""
    return tuple(_names(text))


def known(name: Name, text: str) -> bool:
    """True where the text has the name: all its words in one name, its abbreviation, or another name of the same body."""
    if any(_covers(name.parts, other.parts) for other in names(text)):
        return True
    return _said_small(name, text) or _in_one(name, text) or same_body(name.said, text)


def _said_small(name: Name, text: str) -> bool:
    spoken = _spoken(text)
    return all(part in spoken or bool(_same(part) & spoken & _TOLD_APART) for part in name.parts)


def _in_one(name: Name, text: str) -> bool:
    """True where the parts of a body's name stand in one sentence of the text, each with a capital."""
    if not _BODY.search(name.said):
        return False
    return any(_covers(name.parts, frozenset().union(*(other.parts for other in names(line)), frozenset())) for line in re.split(r"(?<=[.!?]) ", text))


def _names(text: str) -> Iterator[Name]:
    dates = [(moment.start, moment.stop) for moment in moments(text)]
    for match in NAME.finditer(text):
        said = re.sub(r"['’]s?$", "", match["name"])
        first = said.split()[0]
        opening = _opens(text, match.start())
        alone = opening and first.lower() in _OPENERS and len(said.split()) == 1
        if (
            first.lower() in STOP - {"will", "may", "right"}
            or alone
            or (opening and (first.lower() in _JOINTS or first.lower() in _HANDS or _of_some(said, first)))
        ):
            said = said[len(first) :].strip()
            said = re.sub(r"^(?:(?:of|for|and|upon|on|the|de) )+", "", said)
            opening = False
        parts = _parts(said)
        if parts and not any(start < match.end() and match.start() < stop for start, stop in dates):
            yield Name(said, parts, text.index(said, match.start()), opening and len(said.split()) == 1)


def _of_some(said: str, first: str) -> bool:
    """True for *Several of …*, which is no part of a name."""
    return first.lower() in _OPENERS and said[len(first) :].startswith(" of ")


_HANDS = listed("back according answering asked speaking replying responding writing giving our another elsewhere following despite given unlike earlier later")
_OPENERS = listed("""
    today overall nearly almost around roughly fewer less several one two three four five six seven eight nine ten half people
    long short new old good bad poor large small high low early late local public private central better worse full free young great strong weak
    further recent similar different various total average current previous former senior junior annual legal financial social economic
    women men children prisoners staff victims reader readers anonymous practitioners officials inspectors critics mps peers""")


def _opens(text: str, at: int) -> bool:
    return not re.search(r"\w", text[:at][-3:]) and (not text[:at].strip(" “\"‘'(_") or text[:at].rstrip(" “\"‘'(_")[-1:] in ".?!:")


def _parts(said: str) -> frozenset[str]:
    low = [re.sub(r"['’]s?$", "", part).strip(".,").lower() for part in said.replace("’", "'").split()]
    return frozenset(part for part in low if part and part not in _JOINTS and part not in STYLES and part not in GENERIC and part != "i")


def _covers(own: frozenset[str], other: frozenset[str]) -> bool:
    return all(part in other or bool(_same(part) & {x for each in other for x in _same(each)}) for part in own)


@lru_cache(maxsize=8192)
def _same(part: str) -> frozenset[str]:
    """The part itself, without a plural's s, and what else it goes by."""
    alike = {part, part.removesuffix("s")} if len(part) > 4 else {part}
    for row in _SAME:
        if part in row.split():
            alike |= set(row.split())
    alike |= {f"{part}n"} if part.endswith("a") and len(part) > 4 else {part[:-1]} if part.endswith("an") and len(part) > 5 else set()
    full = party(part.upper()) or ""
    return frozenset(alike | ({full.lower()} if full.lower() != part else set()))


@lru_cache(maxsize=4096)
def _spoken(text: str) -> frozenset[str]:
    """Every word of a text small: what one writes with capitals another does not, so a name of common words may stand there so."""
    return frozenset(re.sub(r"['’]s?$", "", word).lower() for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", text) if not word[0].isupper()) | frozenset(
        part for name in _SAME for part in name.split() if re.search(rf"(?i)\b{re.escape(part).replace('-', '[ -]').replace(chr(92) + '[', '[')}\b", text)
    )


def _common(name: Name, texts: Sequence[str]) -> bool:
    """True for a word that opens a sentence and looks like no name: another form of a word of the passage, or a common noun's."""
    word = next(iter(name.parts))
    there = {stem(each) for text in texts for each in re.findall(r"[^\W\d_]+", text)}
    return stem(word) in there or word.endswith(
        ("s", "ing", "ion", "ment", "ity", "ness", "ance", "ence", "ly", "ship", "hood", "ure", "ism", "age", "ed", "er")
    )


def _reason(name: Name, texts: Sequence[str]) -> str:
    near = [other.said for text in texts for other in names(text) if name.parts & other.parts]
    return f"The passage names {near[0]}, not {name.said}." if near else f"The passage does not name {name.said}."
