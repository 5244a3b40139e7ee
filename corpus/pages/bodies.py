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


@dataclass(frozen=True, slots=True)
class Body:
    """A body that publishes: its name, and the kind of its findings (``report``)."""

    name: str
    report: Kind
    aliases: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    @property
    def official(self) -> bool:
        """True for a body whose reports are official findings."""
        return self.report.authority == 1


@cache
def known() -> tuple[Body, ...]:
    """The bodies listed in ``corpus/bodies.toml``."""
    table = tomllib.loads(files("corpus").joinpath("bodies.toml").read_text("utf-8"))
    return tuple(
        Body(row["name"], Kind(row["report"]), tuple(row["aliases"]), tuple(row.get("offices", ())))
        for row in table["body"]
    )


def plain(text: str) -> str:
    """The text with the Crown's style shortened (``Her Majesty’s`` → ``HM``) and apostrophes straight."""
    return re.sub(r"\b(?:Her|His) Majesty['’]s\b", "HM", text).replace("’", "'")


def mentioned(text: str) -> list[Body]:
    """Every known body named in ``text``, in order of first mention, each once."""
    flat = plain(text)
    places = []
    for body in known():
        found = [m.start() for alias in body.aliases for m in re.finditer(rf"(?<!\w){re.escape(alias)}(?!\w)", flat)]
        if found:
            places.append((min(found), body))
    return [body for _, body in sorted(places, key=lambda place: place[0])]


def organisation(text: str) -> Body | None:
    """The first organisation named in ``text``: a known one, or one told by the shape of its name."""
    if bodies := mentioned(text):
        return bodies[0]
    match = _GENERIC.search(text)
    return Body(match[1], Kind.PRESS_RELEASE) if match else None


def of_office(office: str) -> Body | None:
    """The body for which the holder of ``office`` signs, or ``None``."""
    flat = plain(office).lower()
    by_office = [body for body in known() if any(post.lower() in flat for post in body.offices)]
    return by_office[0] if by_office else next(iter(mentioned(office)), None)
