"""The bundled collection: digests, one TOML file a document, described in ``SOURCES.toml``.

A digest passage is of kind ``digest``; whose words it sums up stands in ``about``, never in ``speaker``.
"""

from __future__ import annotations

import hashlib
import tomllib
from importlib.resources import files
from typing import Any

from corpus.document import About, Document, Kind, Origin, Passage, fold

_FOLDER = files("corpus") / "bundled"


def bundled() -> list[Document]:
    """Every document of the bundled collection, in the order of ``SOURCES.toml``."""
    listed = tomllib.loads(_FOLDER.joinpath("SOURCES.toml").read_text("utf-8"))["document"]
    return [_document(entry) for entry in listed]


def fingerprint() -> str:
    """The SHA-256 of the whole bundled collection, to tell whether a home holds this version of it."""
    whole = hashlib.sha256()
    for file in sorted((f for f in _FOLDER.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name):
        whole.update(file.name.encode() + b"\0" + file.read_bytes())
    return whole.hexdigest()


def _document(entry: dict[str, Any]) -> Document:
    data = _FOLDER.joinpath(entry["file"]).read_bytes()
    rows = tomllib.loads(data.decode("utf-8"))["paragraph"]
    identity = entry["file"].removesuffix(".toml")
    described = repr(sorted(entry.items())).encode()
    return Document(
        id=identity, title=entry["title"], kind=Kind.DIGEST, source=f"bundled:{entry['file']}", sha256=hashlib.sha256(data + described).hexdigest(),
        passages=tuple(_passage(entry, identity, row, number) for number, row in enumerate(rows, start=1)),
        date=entry.get("date"), publisher=entry.get("body"), url=entry.get("url"),
    )  # fmt: skip


def _passage(entry: dict[str, Any], identity: str, row: dict[str, Any], number: int) -> Passage:
    date = row.get("date", entry.get("date"))
    about = About(
        kind=Kind(row.get("kind", entry["kind"])), title=entry["title"].removeprefix("Digest of "), body=row.get("body", entry.get("body")),
        speaker=row.get("speaker"), office=row.get("office"), party=row.get("party"), date=date, locator=row["original"],
    )  # fmt: skip
    return Passage(
        id=f"{identity}#{number}", document_id=identity, ordinal=number, text=fold(row["text"]), kind=Kind.DIGEST, locator=f"para {number}",
        date=date, headings=(row["heading"],) if row.get("heading") else (), url=entry.get("url"), origin=Origin(entry["origin"]),
        reply_to=f"{identity}#{row['reply_to']}" if row.get("reply_to") else None, about=about,
    )  # fmt: skip
