"""Who spoke: a person's name, office and party out of the form in which parlparse gives them.

Covered: ``speakername`` with ``speakeroffice``; *The Minister for X (Jane Doe)*; *Jane Doe (Glasgow) (Lab)*; the list of a public bill
committee, which gives its members' parties and offices. Words of a number of people or of nobody named (*Several hon. Members*, *A
Noble Lord*) have no speaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from lxml import etree

from corpus.document import fold
from corpus.parties import is_party

_COLLECTIVE = re.compile(
    r"(?:several |some |many |all )?(?:right )?(?:hon\.? |honourable |noble )?(?:members|lords|baronesses|peers)(?: of .{1,40})?"
    r"|an? (?:hon\.? |honourable |noble )?(?:member|lord|baroness|peer)|unknown|",
    re.I,
)
_OFFICE = re.compile(r"(?:the |mr\.? |madam |temporary )*(?:[\w,.'’-]+ )*(?:speaker|officer|convener|chair\w*)|the .*", re.I)
_LONGEST = 300  # characters of a name; longer ones are no names


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person as the record names them; all ``None`` where nobody is named."""

    name: str | None = None
    office: str | None = None
    party: str | None = None


NOBODY = Speaker()


def speaker_of(element: etree._Element, committee: dict[str, Speaker]) -> Speaker:
    """Who said or signed what ``element`` holds; what the file leaves out of it is taken from the committee's list."""
    if element.get("nospeaker", "").lower() == "true":
        return NOBODY
    found = named(element.get("speakername", ""))
    if found.name is None:
        return NOBODY
    listed = committee.get(element.get("speakerid", ""), NOBODY)
    office = fold(element.get("speakeroffice", "")) or found.office or listed.office
    return Speaker(found.name, office if office != found.name else None, found.party or listed.party)


@dataclass(slots=True)
class Offices:
    """The offices that an item of business has given so far: the record gives one where a Minister first rises."""

    _held: dict[str, str] = field(default_factory=dict)

    def known(self, element: etree._Element, speaker: Speaker) -> Speaker:
        """The same person with the office given earlier in the item."""
        person = element.get("person_id") or element.get("speakerid") or ""
        if speaker.name and person and speaker.office:
            self._held[person] = speaker.office
        return replace(speaker, office=self._held.get(person)) if speaker.name and not speaker.office else speaker

    def clear(self) -> None:
        """Another item of business begins."""
        self._held.clear()


def named(text: str) -> Speaker:
    """The person in a name with its additions in brackets: an office before a name, or a constituency and party after it."""
    name, *brackets = (part.strip(" )") for part in fold(text[:_LONGEST]).split(" ("))
    if not brackets:
        return NOBODY if _COLLECTIVE.fullmatch(name) else Speaker(name)
    party = brackets[-1] if is_party(brackets[-1]) else None
    if not party and _OFFICE.fullmatch(name) and brackets[0]:
        return Speaker(brackets[0], name)
    return Speaker(name or None, None, party)


def committee_of(root: etree._Element) -> dict[str, Speaker]:
    """The members of a public bill committee by ``memberid``: *Doe, Jane (Harrowdale) (Con)* or *Doe, Jane (Minister for X)*."""
    members = {}
    for member in root.iterfind("committee/mpname"):
        name, *brackets = (part.strip(" )") for part in fold("".join(member.itertext())).split(" ("))
        party = brackets[-1] if brackets and is_party(brackets[-1]) else None
        post = re.search(r"\b(?:Minister|Secretary|Treasurer|Chancellor|Solicitor|Attorney|Whip|Advocate)\b", brackets[0]) if brackets and not party else None
        members[member.get("memberid", "")] = Speaker(name, brackets[0] if post else None, party)
    return members
