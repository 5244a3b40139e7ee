"""Passages as rows of the catalogue, and rows as passages; what the catalogue hands out."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corpus.document import About, Kind, Mark, Origin, Passage

COLUMNS = "p.key, p.id, p.document_id, p.ordinal, p.text, p.kind, p.speaker, p.date, p.rest, d.title, d.publisher, d.source"
"""What `entry` reads of ``passage p`` and ``document d``, in order."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A document as ``briefing index list`` shows it."""

    document_id: str
    title: str
    kind: str
    date: str | None
    publisher: str | None
    source: str
    passages: int
    sha256: str
    added: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage with its document's title, publisher and source."""

    passage: Passage
    title: str
    publisher: str | None
    source: str


_SELDOM = ("mark", "number", "remark", "series", "volume")
"""Fields that most passages have not got, kept only where they are there."""


def rest(passage: Passage) -> str:
    """The fields of a passage that have no column of their own, as JSON."""
    about = {**_fields(passage.about)} if passage.about else None
    return json.dumps({
        "locator": passage.locator, "speaker": passage.speaker, "office": passage.office, "party": passage.party, "body": passage.body,
        "headings": passage.headings, "url": passage.url, "quoted_in": passage.origin and passage.origin.quoted_in,
        "reply_to": passage.reply_to, "also_in": passage.also_in, "about": about,
        **{name: value for name in _SELDOM if (value := getattr(passage, name))},
    }, ensure_ascii=False)  # fmt: skip


def _fields(about: About) -> dict[str, str | None]:
    return {name: getattr(about, name) for name in About.__slots__}


def entry(row: Iterable[Any]) -> Entry:
    """The passage in a row of `COLUMNS`."""
    _, identity, document_id, ordinal, text, kind, _, date, rest, title, publisher, source = row
    known = json.loads(rest)
    about = known.pop("about")
    quoted_in = known.pop("quoted_in")
    known |= {"headings": tuple(known["headings"]), "also_in": tuple(known["also_in"])}
    known |= {"mark": Mark(known["mark"])} if "mark" in known else {}
    passage = Passage(
        id=identity, document_id=document_id, ordinal=ordinal, text=text, kind=Kind(kind), date=date,
        origin=Origin(quoted_in) if quoted_in else None,
        about=About(**{**about, "kind": Kind(about["kind"])}) if about else None, **known,
    )  # fmt: skip
    return Entry(passage, title, publisher, source)
