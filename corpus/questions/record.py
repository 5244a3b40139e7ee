"""One written question with its answer, as either format gives it."""

from __future__ import annotations

from dataclasses import dataclass, field

CUT = "text cut at 255 characters in the source"


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it goes into a passage, and what a reader of it has to know."""

    text: str
    remarks: tuple[str, ...] = ()

    @property
    def cut(self) -> bool:
        """True where the source has only the beginning of the text."""
        return CUT in self.remarks


@dataclass(frozen=True, slots=True)
class Question:
    """One question and its answer. Dates are ISO 8601; ``None`` is what the record does not say.

    ``place`` says where in the file it stands: ``row 12``, ``question 12``. ``grouped`` are the other questions that the record
    itself says were answered together with it: pairs of date tabled and UIN. What could not be told apart into question and answer stands
    in ``question`` as a whole, ``as_it_stands``.
    """

    place: str
    question: Words
    answer: Words
    uin: str | None = None
    house: str | None = None
    tabled: str | None = None
    answered: str | None = None
    asker: str | None = None
    party: str | None = None
    answerer: str | None = None
    office: str | None = None
    answerer_party: str | None = None
    body: str | None = None
    heading: str | None = None
    grouped: tuple[tuple[str | None, str], ...] = field(default=())
    withdrawn: bool = False
    holding: bool = False
    as_it_stands: bool = False

    @property
    def locator(self) -> str:
        """What a reader looks for: ``PQ 5460``, ``PQ HL6859``; the place in the file where there is no UIN."""
        return f"PQ {self.uin}" if self.uin else self.place

    @property
    def key(self) -> str | None:
        """``pq/commons/2023-12-06/5460``: UINs begin again each session, so that the date belongs to it. ``None`` without a UIN."""
        if not self.uin:
            return None
        house = {"House of Lords": "lords", "House of Commons": "commons"}.get(self.house or "", "house-unknown")
        return f"pq/{house}/{self.tabled or 'undated'}/{self.uin}"


def house_of(named: str | None, uin: str | None) -> str | None:
    """The House as the record names it, else as the UIN tells (those of the Lords begin ``HL``)."""
    for word, house in (("lord", "House of Lords"), ("common", "House of Commons")):
        if named and word in named.lower():
            return house
    if not uin:
        return None
    return "House of Lords" if uin.upper().startswith("HL") else "House of Commons" if uin.isdigit() else None
