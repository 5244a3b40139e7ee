"""Which column of a table of questions holds what, by the name that its header gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

# What a column holds, and the names it goes by, likeliest first; upper and lower case, spaces and signs make no difference.
_NAMES = {
    "question": ("question text", "question", "question body", "text of question", "text"),
    "answer": ("answer text", "answer", "reply", "response", "answer body", "text of answer"),
    "uin": ("uin", "question uin", "question id", "question number", "question ref", "question reference", "pq", "pq number", "reference", "number", "id"),
    "asker": (
        "question mp", "asking member", "asking member name", "tabling member", "tabling member name", "member asking", "asked by", "tabled by", "asker",
        "questioner", "question member", "member name", "member", "mp", "peer",
    ),
    "answerer": (
        "answer mp", "answering member", "answering member name", "answering minister", "minister answering", "answered by", "answerer", "answer member",
        "minister name", "minister", "respondent",
    ),
    "office": ("answering minister title", "answering office", "answering position", "minister title", "ministerial position", "office"),
    "tabled": ("date tabled", "question date", "tabled date", "date of question", "date asked", "tabled", "date"),
    "answered": ("date answered", "answer date", "answered date", "date of answer", "answered"),
    "party": ("party", "asking member party", "asker party", "question party", "mp party", "member party", "tabling member party"),
    "answerer_party": ("answering member party", "answer party", "answerer party", "answer mp party", "minister party"),
    "heading": ("heading", "hansard heading", "subject", "topic", "title"),
    "house": ("house", "chamber"),
    "body": (
        "answering body", "answering body name", "answering department", "answering dept", "department", "department name", "dept", "body", "ministry",
    ),
    "grouped": ("grouped questions", "grouped question uins", "grouped uins", "grouped with"),
}  # fmt: skip
_NEEDED = ("question", "answer")
_TELLING = re.compile(r"question|answer|uin|pq|minister|department")


def plain(name: str) -> str:
    """A column's name without case, spaces and signs: ``Question_MP`` and ``question mp`` are one."""
    return re.sub(r"[\W_]+", "", name.lower())


def columns(header: Sequence[str]) -> dict[str, int] | None:
    """Where each thing known here stands, or ``None`` if this is no header of a table of questions and answers."""
    places: dict[str, int] = {}
    for at, name in enumerate(header):
        places.setdefault(plain(name), at)
    found: dict[str, int] = {}
    for what, names in _NAMES.items():
        place = next((places[plain(name)] for name in names if plain(name) in places), None)
        if place is not None and place not in found.values():
            found[what] = place
    telling = sum(bool(_TELLING.search(plain(header[at]))) for at in found.values())
    return found if all(need in found for need in _NEEDED) and telling >= 2 else None


def needed() -> str:
    """What a header must have, in words."""
    return "a column of questions (such as Question_Text) and one of answers (such as Answer_Text)"
