"""Offices: whether the office that a sentence gives a speaker is the one that the record gives, in full or in short."""

from __future__ import annotations

import re

from assistant.verify.words import listed
from corpus.pages import bodies
from corpus.parties import is_party, party

_MODIFIERS = listed("shadow deputy vice undersecretary acting former assistant exchequer opposition parliamentary")
_LIGHT = listed("""the of for and at in a an to on then his her hm majesty's majestys rt hon who was is as by time mp msp member peer crossbench
    department ministry spokesperson minister's""")
_MINISTER = re.compile(
    r"(?i)\b(?:minister|secretary of state|(?:under-?|parliamentary |financial |economic |exchequer |chief )+secretary|chancellor|advocate[- ]general"
    r"|attorney[- ]general|solicitor[- ]general|lord privy seal|paymaster|leader of the house|whip|lords spokesperson|government spokes|lord president)\b"
)
_SHADOW = re.compile(r"(?i)\bshadow\b|\bopposition\b|\bspokes(?:person|man|woman) \((?!ministry|department|home office|cabinet office|treasury)")
_SHORT = (
    (re.compile(r"(?i)\b(?:the )?home secretary\b"), "secretary of state for the home department"),
    (re.compile(r"(?i)\b(?:the )?foreign secretary\b"), "secretary of state for foreign and commonwealth affairs"),
    (re.compile(r"(?i)\b(?:the )?chancellor of the exchequer\b|^(?:the )?chancellor$"), "chancellor exchequer"),
    (re.compile(r"(?i)\b(?!permanent|chief|private|general|financial|economic|parliamentary|under)(?<!-)(\w+) secretary\b(?! of state| to| general)"),
     r"secretary of state for \1"),
)  # fmt: skip
_ANY_MINISTER = re.compile(
    r"(?i)(?:the |a |an |then )*(?:government |[\w’' -]+? )?minister(?: for [\w ,]+)?|(?:a |an |the )?government spokes(?:person|man|woman)"
)
_SIDE = re.compile(r"(?:speaking |answering |replying )?(?:for|on behalf of) (?:the |Her |His |HM |Majesty[’']s )*(?P<side>Government|Opposition)$")
_RANK = re.compile(r"(?i)\b(?:shadow|prime|first|minister of state|deputy|former)\b")
_DEPARTMENT = re.compile(r"(?i)\b(?:department|ministry)\b")


def ministerial(office: str | None) -> bool:
    """True for an office in the Government."""
    return bool(office and _MINISTER.search(office) and not _SHADOW.search(office))


def fits(claimed: str, held: str | None, around: str) -> bool:
    """True where ``claimed`` is the office ``held`` or a shorter form of it; ``around`` is what else the record says of the speaker
    (body, party, publisher), which may stand beside the office."""
    wanted, known = _words(claimed), _words(held or "")
    if not wanted:
        return True
    if side := _SIDE.match(claimed):
        return ministerial(held) if side["side"] == "Government" else bool(held and _SHADOW.search(held))
    if re.match(r"(?:speaking )?for the (?:Department|Ministry)\b", claimed):
        return wanted - {"speaking"} <= known | _words(around)
    if _generic(claimed):
        return ministerial(held) and wanted <= {"minister"} | known | _words(around)
    if _DEPARTMENT.search(claimed) and _DEPARTMENT.search(held or "") and wanted - _TITLES != known - _TITLES:
        return False  # a department is named in full or not at all: that of Energy is not that of Energy and Climate Change
    if wanted <= _words(around) and not wanted & _TITLES:
        return True
    return wanted <= known | _words(around) and (wanted & _MODIFIERS) == (known & _MODIFIERS & _kept(wanted, known)) and _titles(wanted) <= _titles(known)


_TITLES = listed("minister secretary chancellor inspector director president chair chairman commissioner ombudsman governor attorney solicitor leader")


def _titles(words: frozenset[str]) -> frozenset[str]:
    return words & _TITLES


def _kept(wanted: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """Modifiers that may not be dropped: a shadow minister is no minister, an under-secretary no secretary; *parliamentary* may be."""
    return _MODIFIERS if "parliamentary" in wanted else _MODIFIERS - {"parliamentary"}


def _generic(claimed: str) -> bool:
    return bool(_ANY_MINISTER.fullmatch(claimed.strip())) and not _RANK.search(claimed)


def _words(text: str) -> frozenset[str]:
    flat = bodies.plain(text).replace("-", " ")
    for form, full in _SHORT:
        flat = form.sub(full, flat)
    flat = re.sub(r"(?i)under ?secretary", "undersecretary", flat)
    told = [word.lower() for word in re.findall(r"[A-Za-z]+(?:'\w+)?", flat)]
    parties = [word.lower() for each in re.findall(r"[\w/-]+", text) if is_party(each) for word in (party(each) or each).split()]
    return frozenset(word.removesuffix("'s") for word in (*told, *parties)) - _LIGHT - {"state"} - {"con", "lab", "ld"}
