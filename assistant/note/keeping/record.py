"""The record of a note: all of it as JSON beside the file that people read, so that a later note can say what changed since.

``note.docx`` has ``note.note.json`` beside it: the inquiry, the documents with their hashes, the settings, the day, the sections with their
sentences and the passages these rest on, the citations with the hash of their text. The same note gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from assistant.note.asking.toml_fields import shown
from assistant.note.export.files import put
from assistant.note.keeping.plain_json import NotRead, read, written
from assistant.note.note import BriefingNote, said

FORMAT = 1
"""Of records; a change that older versions cannot read raises it."""
_NAME = "briefing note"
_LARGEST = 200_000_000  # bytes
_ADVICE = "name the .note.json that stands beside an earlier note"


class BadRecord(Exception):
    """A file that is no record of a note: which, why, and what to do."""


def beside(path: Path) -> Path:
    """Where the record of a note that is written to ``path`` stands."""
    return path.with_suffix(".note.json")


def as_json(note: BriefingNote) -> dict[str, Any]:
    """The note as JSON. Each sentence also has the ids of its ``passages``, each citation the hash of its ``text``."""
    made = written(note)
    for section in made["sections"]:
        _name_passages(section, [each.passage.id for each in note.citations])
    for each in made["citations"]:
        each["sha256"] = _hash(each["passage"]["text"])
    return {"record": _NAME, "format": FORMAT, **made}


def dumped(note: BriefingNote) -> bytes:
    """The record as it stands in its file."""
    return (json.dumps(as_json(note), ensure_ascii=False, indent=1) + "\n").encode()


def save(note: BriefingNote, path: Path) -> None:
    """Write the record to ``path``, whole or not at all. Raises `CannotExport`."""
    put(path, dumped(note))


def load(path: Path) -> BriefingNote:
    """The note of a record. Raises `BadRecord` for what is none, and for one that was changed since."""
    data = _data(path)
    if not isinstance(data, dict) or data.get("record") != _NAME:
        raise BadRecord(f"{path}: is no record of a note; {_ADVICE}")
    if (version := data.get("format")) != FORMAT:
        raise BadRecord(f"{path}: is a record of format {shown(version)}, and this version reads {FORMAT}; make that note again with this version")
    try:
        note = read(BriefingNote, _bare(data))
        _hold_together(note)
    except (NotRead, RecursionError) as error:
        raise BadRecord(f"{path}: is no whole record of a note ({str(error) or 'nested too deeply'}); {_ADVICE}") from error
    if as_json(note) != data:
        raise BadRecord(f"{path}: was changed after the note was made (a text, a hash or a passage is not the one that was recorded); {_ADVICE}")
    return note


def _data(path: Path) -> Any:
    if not path.is_file():
        raise BadRecord(f"{path}: {'is a folder' if path.is_dir() else 'there is no such file'}; {_ADVICE}")
    try:
        if path.stat().st_size > _LARGEST:
            raise BadRecord(f"{path}: has {path.stat().st_size:,} bytes, more than a record has; {_ADVICE}")
        return json.loads(path.read_bytes().decode())
    except OSError as error:
        raise BadRecord(f"{path}: cannot be opened ({error.strerror}); {_ADVICE}") from error
    except (ValueError, RecursionError) as error:
        raise BadRecord(f"{path}: is no JSON; {_ADVICE}") from error


def _name_passages(value: Any, passages: list[str]) -> None:
    """Give each sentence in a section the ids of the passages that it rests on, for those who read the record without this program."""
    if isinstance(value, list):
        for each in value:
            _name_passages(each, passages)
    elif isinstance(value, dict):
        if "citations" in value:
            value["passages"] = [passages[number - 1] for number in value["citations"]]
        for each in list(value.values()):
            _name_passages(each, passages)


def _bare(data: dict[str, Any]) -> dict[str, Any]:
    """The record without what `as_json` adds to the note."""

    def without(value: Any, *names: str) -> Any:
        return {name: each for name, each in value.items() if name not in names} if isinstance(value, dict) else value

    def sections(value: Any) -> Any:
        if isinstance(value, list):
            return [sections(each) for each in value]
        if isinstance(value, dict):
            return {name: sections(each) for name, each in value.items() if name != "passages"}
        return value

    kept = without(data, "record", "format")
    cited = kept.get("citations")
    return {**kept, "sections": sections(kept.get("sections")), "citations": [without(each, "sha256") for each in cited] if isinstance(cited, list) else cited}


def _hold_together(note: BriefingNote) -> None:
    """Raises `NotRead` where a sentence cites what is not there."""
    if [each.number for each in note.citations] != list(range(1, len(note.citations) + 1)):
        raise NotRead("its citations are not numbered from 1")
    known = range(1, len(note.citations) + 1)
    if any(number not in known for section in note.walk() for each in said(section) for number in each.citations):
        raise NotRead("a sentence cites what is not there")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
