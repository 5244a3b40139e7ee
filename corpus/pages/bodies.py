"""Public bodies, unions, charities and newspapers: who is meant by a name in running text, and who signs for whom."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corpus.document import Kind

_GENERIC = re.compile(
    r"\b(?:the )?((?:[A-Z][\w’']+ (?:(?:for|of|and|the) )*){1,6}"
    r"(?:Association|Union|Trust|League|Federation|Institute|Society|Foundation|Alliance|Charity|Council|Network))\b"
)
_SELECT_COMMITTEE = re.compile(r"\b((?:[A-Z][\w’']+,? (?:and )?){1,6}Select Committee)\b")


@dataclass(frozen=True, slots=True)
class Body:
    """A body that publishes: its name, the kind of its findings (``report``), and whether it is a ``department``.

    What a department says outside its reports is a position, not a finding.
    """

    name: str
    report: Kind
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    department: bool = False

    @property
    def official(self) -> bool:
        """True for a body whose reports are official findings."""
        return self.report.authority == 1

    @property
    def inspects(self) -> bool:
        """True for an inspectorate."""
        return self.report is Kind.INSPECTION_REPORT


@cache
def known() -> tuple[Body, ...]:
    """The bodies listed in ``corpus/bodies.toml``."""
    table = tomllib.loads(files("corpus").joinpath("bodies.toml").read_text("utf-8"))
    return tuple(
        Body(row["name"], Kind(row["report"]), tuple(row["aliases"]), tuple(row.get("offices", ())), row.get("department", False)) for row in table["body"]
    )


def plain(text: str) -> str:
    """The text with the Crown's style shortened (``Her Majesty’s`` → ``HM``) and apostrophes straight."""
    return re.sub(r"\b(?:Her|His) Majesty['’]s\b", "HM", text).replace("’", "'")


def mentioned(text: str) -> list[Body]:
    """Every known body named in ``text``, by itself or by the post of its head, in order of first mention, each once.

    Of two names that overlap the longer counts: the Independent Monitoring Board is not the *Independent*.
    """
    flat = plain(text)
    found = [(*m.span(), body) for body in known() for name in (*body.aliases, *body.offices) for m in _occurrences(name, flat)]
    kept: list[tuple[int, int, Body]] = []
    for start, end, body in sorted(found, key=lambda place: place[0] - place[1]):
        if all(end <= taken or start >= until for taken, until, _ in kept):
            kept.append((start, end, body))
    ordered = [body for _, _, body in sorted(kept, key=lambda place: place[0])]
    return list(dict.fromkeys([*ordered, *_committees(flat, ordered)]))


def organisation(text: str) -> Body | None:
    """The first organisation named in ``text``: a known one, or one told by the shape of its name."""
    if bodies := mentioned(text):
        return bodies[0]
    match = _GENERIC.search(text)
    return Body(match[1], Kind.PRESS_RELEASE) if match else None


def of_office(office: str) -> Body | None:
    """The body for which the holder of ``office`` signs, or ``None``."""
    return next(iter(mentioned(office)), None)


def _committees(text: str, named: list[Body]) -> list[Body]:
    """Select committees told by the shape of their name, where no known one is named."""
    if any(body.report is Kind.COMMITTEE_REPORT for body in named):
        return []
    return [Body(match[1], Kind.COMMITTEE_REPORT) for match in _SELECT_COMMITTEE.finditer(text)]


def _occurrences(name: str, text: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
