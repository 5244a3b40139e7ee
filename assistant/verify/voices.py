"""Who is credited by a few words: persons, bodies, offices, and unnamed voices such as a reader or the author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.verify.names import STYLES
from corpus.pages import bodies

_STYLE = r"(?:Lord|Lady|Baroness|Baron|Viscount|Viscountess|Earl|Countess|Bishop|Archbishop|Dame|Sir|Mr|Mrs|Ms|Miss|Dr|Professor|Duke|Marquess|Prof|Colonel)\.?"
_CAP = r"[A-ZÀ-Þ][\w’'-]*[\w]"
_PERSON = re.compile(
    rf"(?:\b(?:the |The )?(?:(?:{_STYLE}) )+(?:of )?(?:{_CAP}|[A-Z]\.)(?: (?:(?:of|de|St\.?|and|the) )*(?:{_CAP}|[A-Z]\.))*"
    rf"|\b(?!The )(?<!, ){_CAP}(?: [A-Z]\.)*(?: (?:de |van |von |O’)?{_CAP}){{1,3}})"
)
_ORGANISATION = re.compile(
    r"\b(?:Inspectors?|Penal Reform"
    r"|Service|Services|Office|Council|Committee|Association|Union|Trust|League|Federation|Institute|Society|Foundation|Alliance|Commission|Academy|College"
    r"|Agency|Authority|Board|Ministry|Department|Treasury|Government|Opposition|Inspectorate|Company|Companies|Party|Court|Police|Bank|Inquiry|Group|House"
    r"|Inspection|Audit|Assembly|Parliament|Lords|Commons|Secretary|Minister|Ministers|Executive|Report|Review|Response|Ombudsman|Network|Centre"
    r"|University|Team|Unit)\b"
)
_OFFICE_FIRST = re.compile(
    r"^(?:The |the |then |Then )*(?P<office>(?:[\w’'-]+ )*?(?:Minister|Secretary|Chancellor|Attorney[- ]General|Solicitor[- ]General"
    r"|Chief Inspector|Advocate[- ]General|President|Director|Chair"
    r"|Leader|Commissioner|Chief Executive)(?: of State)?(?: (?:for|of|at|to) (?:the )?[\w’',& -]+?)?),? (?P<name>(?:Lord|Lady|Baroness|Dame|Sir"
    r"|Mr|Mrs|Ms|Dr|Earl|Viscount) .*|[A-Z][\w’-]+ [A-Z][\w’-]+(?: [A-Z][\w’-]+)?)$"
)
_WHEN = re.compile(r"^(?:Back |Later )?(?:[Ii]n|[Oo]n|[Bb]y) (?:(?:early|late) |mid-)?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:1[6-9]|20)\d\d,? (?=the |[A-Z])")
_ROLES = (
    ("government", r"(?:UK |British |Scottish |Welsh )?[Gg]overnment|[Mm]inisters?\b(?! for)|HMG|[Gg]overnment spokes\w+"),
    ("secretary", r"Secretary of State"),
    ("department", r"[Dd]epartment|[Mm]inistry"), ("committee", r"[Cc]ommittee"), ("inquiry", r"[Ii]nquiry"),
    ("chair", r"(?:[Cc]hair(?:man|woman|person)?|Deputy Speaker|Presiding Officer)"),
    ("inspector", r"[Ii]nspect(?:orate|ors?)"), ("practitioner", r"practitioners?|probation officers?|frontline (?:worker|staff)"),
    ("reader", r"readers?|comment(?:er|ator|or)s?|anonymous (?:poster|contributor|person|voice)|bloggers?"),
    ("author", r"authors?|blogger|writer"), ("witness", r"witness(?:es)?"),
    ("member", r"MPs?|peers?|Members?|[Bb]ackbenchers?|"
     r"(?:right )?hon(?:ourable|\.)? (?:Member|Friend|Lady|Gentleman)|noble (?:Lord|Baroness)|speaker|politician"),
    ("record", r"record|passage|source|document|text|extract|Hansard"), ("respondent", r"respondents?"), ("digest", r"digest"),
    ("pronoun", r"[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Ww]e|I"),
    ("voice", r"voice|someone|one person|an unnamed \w+"), ("organisation", r"organisation|union|charity|body"),
)  # fmt: skip
_ROLE = {role: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") for role, words in _ROLES}
_KINDS = re.compile(
    r"(?i)\b(?:(?:written|oral|press|inspection|committee|government|inquiry|annual|media) )?"
    r"(?:report|inspection|finding|findings|answer|reply|response|question|statement|release|evidence|article|blog post|blog|post|comment"
    r"|testimony|account|digest|debate"
    r"|speech|contribution|foreword|submission)s?\b"
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is credited: names of persons and of bodies, the office given with a name, roles without one, and the kinds of source named."""

    persons: tuple[str, ...]
    bodies: tuple[str, ...]
    office: str | None
    roles: frozenset[str]
    kinds: tuple[str, ...]

    @property
    def speaks(self) -> bool:
        """True where somebody is credited at all."""
        return bool(self.persons or self.bodies or self.roles or self.kinds or self.office)


@lru_cache(maxsize=4096)
def voice(words: str) -> Voice:
    """The voice that ``words`` credit: *Lord Oak, the then Minister*, *the Ministry’s report*, *an anonymous reader*."""
    words = re.sub(r"‘[^’]*(?:’\w[^’]*)*’", " ", words)
    words = _WHEN.sub("", words)
    before = _OFFICE_FIRST.match(words)
    head, office = (before["name"], before["office"]) if before else _apposed(words)
    persons = _persons(head)
    alone = re.sub(r"^[Tt]he ", "", head)
    named = () if persons else _bodies(words)
    outside = head if persons else words
    if not persons and not named and office is None and _HOLDER.search(words):
        office = words
    roles = frozenset(role for role, form in _ROLE.items() if form.search(outside)) if not office or persons else frozenset()
    if not persons and not named and not office and len(alone.split()) == 1 and alone[:1].isupper() and not roles:
        persons = (re.sub(r"['’]s?$", "", alone),)
    return Voice(persons, named, office, roles, tuple(m[0].lower() for m in _KINDS.finditer(outside)))


_HOLDER = re.compile(
    r"^(?:[Tt]he |then )*(?:(?:Shadow |Deputy |First |Prime |Chief )?(?:[A-Z][a-z]+ )?(?:Prime Minister|First Minister|Secretary of State for .*"
    r"|(?!Cabinet|Permanent|General)[A-Z][a-z]+ Secretary"
    r"(?! of State)(?: to .*)?|Chancellor.*|Attorney[- ]General|Solicitor[- ]General|Advocate[- ]General.*|Leader of .*|Minister of State.*"
    r"|Chief Inspector.*|Under-Secretary.*|Shadow Minister.*"
    r"|Paymaster General|Lord Chancellor|Speaker|Ombudsman))$"
)
_SPAN = re.compile(
    rf"\b(?:{_CAP} )*(?:Department|Ministry|Office|Committee|Inspectorate|Commission|Agency|Board|Service|Council|Institute|Association|Union"
    rf"|Society|Trust|Inquiry|Foundation|Authority|Treasury"
    rf"|Federation|Academy|College|University|Executive|Party|Group|Court|Police|Bank|Centre|Company)(?:,? (?:(?:for|of|on|and|to) (?:the )?)?{_CAP})*"
)


def _persons(head: str) -> tuple[str, ...]:
    shown = _SPAN.sub(" ; ", head)
    return tuple(dict.fromkeys(_person(m[0]) for m in _PERSON.finditer(shown) if not _ORGANISATION.search(m[0]) and not _body(m[0])))


def _bodies(words: str) -> tuple[str, ...]:
    """The bodies named: known ones by their full name, others as written."""
    found = bodies.mentioned(words)
    others = [re.sub(r"^(?:The|An?|Our) |['’]s?$", "", m[0]) for m in _SPAN.finditer(words)]
    return tuple(dict.fromkeys([*(b.name for b in found), *(o for o in others if len(o.split()) > 1 or o == "Treasury" if not bodies.mentioned(o))]))


def _apposed(words: str) -> tuple[str, str | None]:
    """The name and the office beside it, in brackets or after a comma."""
    bracketed = re.match(r"^(?P<head>[^(]+?) ?\((?P<office>(?:[^()]|\([^()]*\))*)\)(?P<rest>.*)$", words)
    if bracketed and bracketed["office"] == "unverified":  # as we call accounts that nobody vouches for
        return f"{bracketed['head']} {bracketed['rest']}".strip(), None
    if bracketed and not re.search(r"\d{4}", bracketed["office"]):
        return (bracketed["head"] + " " + bracketed["rest"]).strip(), bracketed["office"]
    head, _, after = words.partition(", ")
    if after and not re.match(r"\w+ing\b|as ", after) and _PERSON.search(head) and not re.search(r"(?:’s|'s)\b", head):
        return head, re.sub(r"^(?:the |who was |then |at the time )+", "", after.strip(" ,"))
    return words, None


def _person(name: str) -> str:
    return re.sub(r"['’]s?$", "", re.sub(r"^(?:the|The) ", "", name))


def _body(name: str) -> bool:
    return bool(bodies.mentioned(name)) and name.split()[0].lower() not in STYLES
