"""The first section of a brief: the inquiry, its terms of reference, and the witnesses."""

from __future__ import annotations

from assistant.note.inquiry import Inquiry, Witness
from assistant.note.note import Block, Bullets, Own, Paragraph, Section, Table
from corpus.dates import in_words


def section(inquiry: Inquiry) -> Section:
    """What is inquired into, by whom, when and where; the terms, numbered; the witnesses in the order of their appearance."""
    blocks: list[Block] = [_table(inquiry), Paragraph((Own("Terms of reference", emphasis=True),)), _terms(inquiry)]
    if inquiry.session.witnesses:
        blocks += [Paragraph((Own("Witnesses", emphasis=True),)), _witnesses(inquiry.session.witnesses)]
    return Section("session", "The session", tuple(blocks))


def _table(inquiry: Inquiry) -> Table:
    told = [
        ("Committee", inquiry.committee),
        ("Date", in_words(inquiry.session.date) if inquiry.session.date else None),
        ("Place", inquiry.session.place),
    ]
    return Table(("Inquiry", inquiry.title), tuple(((Own(name),), (Own(value),)) for name, value in told if value))


def _terms(inquiry: Inquiry) -> Bullets:
    return Bullets(tuple((Own(term),) for term in inquiry.terms), numbered=True)


def _witnesses(witnesses: tuple[Witness, ...]) -> Table:
    rows = tuple(((Own(each.name),), (Own(each.role or ""),), (Own(each.organisation or ""),)) for each in witnesses)
    return Table(("Witness", "Role", "Organisation"), rows)
