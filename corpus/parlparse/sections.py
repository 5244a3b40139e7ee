"""Which proceedings a parlparse file records, and so how its columns are cited and where TheyWorkForYou shows it.

Source of the ids and of the columns' letters: https://github.com/mysociety/parlparse and Hansard's own pages; of the addresses:
https://github.com/mysociety/theyworkforyou. Covered: both Houses, Westminster Hall, public bill committees, the Scottish Parliament and
the Northern Ireland Assembly. Files of any other section are read with body, series and link unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote

from lxml import etree

from corpus.dates import in_words, is_iso
from corpus.document import Kind, fold
from corpus.unreadable import UnreadableDocument

COMMONS, LORDS = "House of Commons", "House of Lords"
_ID = re.compile(r"uk\.org\.publicwhip/(?P<section>[\w-]+)/(?P<item>[^/\s]*?(?P<date>\d{4}-\d\d-\d\d)[^/\s]*)")
_STANDING = re.compile(r"standing(?P<first>\d{4}-\d\d-\d\d)_(?P<bill>\w+?)_(?P<sitting>\d+)-(?P<part>\d+)_(?P<date>\d{4}-\d\d-\d\d)[a-z]?")
_EDITION = re.compile(r"\d{4}-\d\d-\d\d[a-z]{0,2}(?=\.|$)")
_OF_THE_LORDS = re.compile(r"\d{4}-\d\d-\d\d[a-z]{0,2}\.(?:HL\w+|\d+)\.\d+$|\d{4}-\d\d-\d\d[a-z]{0,2}\.HL\w+\.\w+$")
_SESSION = re.compile(r"/pa/cm(\d{4})(\d\d)/")


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of proceedings. ``column`` is the form in which its columns are cited, of which ``{}`` is the number."""

    title: str
    kind: Kind = Kind.DEBATE
    body: str | None = None
    page: str | None = None
    series: str | None = None
    column: str = "{}"


SECTIONS = {
    "debate": Section("House of Commons debates", body=COMMONS, page="debates", series="HC Deb"),
    "westminhall": Section("Westminster Hall debates", body=COMMONS, page="whall", series="HC Deb", column="{}WH"),
    "lords": Section("House of Lords debates", body=LORDS, page="lords", series="HL Deb"),
    "standing": Section("Public Bill Committee", body=COMMONS),
    "wrans": Section("House of Commons written answers", Kind.WRITTEN_QUESTION, COMMONS, "wrans", "HC Deb", "{}W"),
    "lordswrans": Section("House of Lords written answers", Kind.WRITTEN_QUESTION, LORDS, "wrans", "HL Deb", "WA{}"),
    "wms": Section("House of Commons written statements", Kind.WRITTEN_STATEMENT, COMMONS, "wms", "HC Deb", "{}WS"),
    "lordswms": Section("House of Lords written statements", Kind.WRITTEN_STATEMENT, LORDS, "wms", "HL Deb", "WS{}"),
    "spor": Section("Scottish Parliament debates", body="Scottish Parliament", page="sp", series="SP OR"),
    "spwa": Section("Scottish Parliament written answers", Kind.WRITTEN_QUESTION, "Scottish Parliament", "spwrans", "SP WA"),
    "ni": Section("Northern Ireland Assembly debates", body="Northern Ireland Assembly", page="ni", series="NIA Deb"),
}


@dataclass(frozen=True, slots=True)
class Sitting:
    """One day of one section as a file records it."""

    document_id: str
    section: Section
    date: str
    title: str
    series: str | None = None
    bill: str | None = None

    def column(self, number: str) -> str:
        """``col 517``, ``col 1WH``, ``col WA101``: letters that the file gives are kept."""
        return f"col {self.section.column.format(number) if number.isdigit() else number}"

    def link(self, element: etree._Element) -> str | None:
        """The address of a speech, question, reply or division: at TheyWorkForYou where that is sure, else the one that the file gives."""
        item = (element.get("id") or "").rpartition("/")[2]
        given = element.get("url") or ""
        session = _SESSION.search(given)
        if item and self.section.page:
            return f"https://www.theyworkforyou.com/{self.section.page}/?id={quote(item)}"
        if self.bill and session and item.startswith("standing"):
            place = f"{session[1]}-{session[2]}/{quote(self.bill.replace(' ', '_'))}/{quote(item.split('_', 2)[-1])}"
            return f"https://www.theyworkforyou.com/pbc/{place}"
        return given if given.startswith(("http://", "https://")) else None

    @property
    def url(self) -> str | None:
        """The address of the whole day, where TheyWorkForYou has one."""
        return f"https://www.theyworkforyou.com/{self.section.page}/?d={self.date}" if self.section.page else None


def sitting_of(root: etree._Element, source: str) -> Sitting:
    """What the file is a record of, from the ids in it. Raises `UnreadableDocument` where there is none, or its day is no day."""
    first = next((match for name in _ids(root) if (match := _ID.match(name))), None)
    if first is None:
        raise UnreadableDocument(source, "holds no debates, answers or statements (no publicwhip id); check that it is a parlparse file")
    standing = _STANDING.match(first["item"])
    date = (standing or first)["date"]
    if not is_iso(date):
        raise UnreadableDocument(source, f"is dated {date}, which is no day; fetch it again")
    return _committee(root, standing) if standing else _chamber(root, first["section"], first["item"], date)


def _ids(root: etree._Element) -> list[str]:
    """The ids of the file: of what was said first, then of headings, then of what a redirect replaces."""
    said = [e.get("id", "") for e in root.iter("speech", "ques", "reply", "division", "divisioncount")]
    return [*said, *(e.get("id", "") for e in root.iter("*")), *(e.get("oldgid", "") for e in root.iter("gidredirect"))]


def _chamber(root: etree._Element, name: str, item: str, date: str) -> Sitting:
    """Both Houses' written answers and statements have ids of one form: the Lords' are told by having no *W* in the column."""
    key = f"lords{name}" if name in {"wrans", "wms"} and _of_the_lords(root, item) else name
    section = SECTIONS.get(key) or Section(f"{name} (parlparse)", Kind.WRITTEN_QUESTION if root.find("ques") is not None else Kind.DEBATE)
    edition = _EDITION.search(item)
    identity = f"{key}-{edition[0] if edition else date}".replace("_", "-")
    return Sitting(identity, section, date, f"{section.title}, {in_words(date)}", section.series)


def _of_the_lords(root: etree._Element, item: str) -> bool:
    by = next((e.get("speakerid", "") for e in root.iter("ques", "reply", "speech") if e.get("speakerid", "")), "")
    return "/lord/" in by or bool(_OF_THE_LORDS.search(item))


def _committee(root: etree._Element, found: re.Match[str]) -> Sitting:
    named = root.find("bill")
    bill = fold("".join(named.itertext()) or named.get("title", "")) if named is not None else ""
    about = f": {bill}" if bill else ""
    part = f", part {int(found['part'])}" if int(found["part"]) else ""
    title = f"Public Bill Committee{about}, {in_words(found['date'])} (sitting {int(found['sitting'])}{part})"
    identity = re.sub(r"[^A-Za-z0-9.-]", "-", found[0].replace("standing", "standing-", 1))
    return Sitting(identity, SECTIONS["standing"], found["date"], title, f"{bill} Deb" if bill else None, bill or None)
