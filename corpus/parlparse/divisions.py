"""A division as one passage: its number, the count, the names on each side, and the result that the count gives.

Covered: ``division`` of the Commons, Lords, Scottish Parliament and Northern Ireland Assembly; ``divisioncount`` standing alone in public bill
committees.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from corpus.document import fold
from corpus.markup import words

_SIDES = {
    "aye": "Ayes", "ayes": "Ayes", "no": "Noes", "noes": "Noes", "content": "Contents", "not-content": "Not-Contents", "for": "For", "against": "Against",
    "abstain": "Abstentions", "abstentions": "Abstentions", "abstention": "Abstentions", "both": "Both", "absent": "Absent", "spoiledvotes": "Spoiled votes",
}  # fmt: skip
_DECIDE = (("Ayes", "Noes"), ("Contents", "Not-Contents"), ("For", "Against"))


@dataclass(frozen=True, slots=True)
class Division:
    """The words of a division, its number, and its result in words."""

    text: str
    number: str | None
    result: str | None


def division_of(element: etree._Element) -> Division:
    """The division that ``element`` records; names stand a side a line, tellers after them."""
    count = element if element.tag == "divisioncount" else element.find("divisioncount")
    number = fold(element.get("divnumber", "")) or None
    votes = _votes(count) if count is not None else {}
    counted = ", ".join(f"{side} {votes[side]}" for side in votes)
    first = f"Division {number}" if number else "Division"
    lines = [f"{first}: {counted}." if counted else f"{first}.", *_names(element)]
    return Division("\n".join(lines), number, _result(votes))


def _votes(count: etree._Element) -> dict[str, str]:
    return {side: fold(value) for key, value in count.attrib.items() if (side := _SIDES.get(str(key))) and fold(value)}


def _names(element: etree._Element) -> list[str]:
    """The lists of names, each under its side, and whatever else is written in the division."""
    lines: dict[str, list[str]] = {}
    for leaf in element.iter("*"):
        if len(leaf) and leaf.tag not in {"mpname", "lord", "mspname", "mlaname"}:
            _put(lines, "", " ".join(fold(text) for text in (leaf.text or "", *(child.tail or "" for child in leaf)) if text.strip()))
        elif leaf.getparent() is not None and not _within_a_name(leaf):
            _put(lines, _side(leaf), words(leaf))
    return [f"{side}: {'; '.join(names)}" if side else " ".join(names) for side, names in lines.items()]


def _put(lines: dict[str, list[str]], side: str, name: str) -> None:
    if name:
        lines.setdefault(side, []).append(name)


def _within_a_name(leaf: etree._Element) -> bool:
    return any(above.tag in {"mpname", "lord", "mspname", "mlaname"} for above in leaf.iterancestors())


def _side(leaf: etree._Element) -> str:
    """The heading of the line on which a name stands."""
    parent = leaf.getparent()
    vote = leaf.get("vote") or (parent.get("vote") if parent is not None else None) or ""
    side = _SIDES.get(vote.lower(), fold(vote).capitalize())
    return f"Tellers for the {side}" if side and leaf.get("teller") and "[teller]" not in words(leaf).lower() else side


def _result(votes: dict[str, str]) -> str | None:
    """*Ayes 268, Noes 63: agreed to by 205*; nothing where the counts are not two numbers of at most four figures."""
    for favour, against in _DECIDE:
        if all(re.fullmatch(r"[0-9]{1,4}", votes.get(side, "")) for side in (favour, against)):
            lead = int(votes[favour]) - int(votes[against])
            how = "a tie" if not lead else f"{'agreed to' if lead > 0 else 'disagreed to'} by {abs(lead)}"
            return f"{favour} {votes[favour]}, {against} {votes[against]}: {how}"
    return None
