"""``inquiry.toml``: what a note is asked for, written down. All that is wrong with a file is told at once, each with its line.

::

    title = "Winter ferries"
    terms = ["How reliable is the winter timetable?"]  # the terms of reference, each a question
    kind = "brief"                                     # or "debate-pack", "one-page"
    committee = "Islands Committee"
    words = 3000
    today = 2018-03-08                                 # the day of the note, from which promises are overdue

    [session]
    date = 2018-03-20
    place = "Committee Room 6"

    [[session.witness]]                                # each has a name, a role or both
    name = "…"
    role = "Chief Inspector"
    organisation = "Ferries Inspectorate"
    about = ["FI"]                                     # other names of the organisation

    [use]                                              # what of the collection
    from = 2016
    to = 2018-03
    kinds = ["inspection-report"]
    documents = ["ferries-2017"]
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Collection
from importlib.resources import files
from pathlib import Path

from assistant.note.asking.toml_fields import Sheet, Table
from assistant.note.asking.toml_lines import lines
from assistant.note.inquiry import DEFAULT_WORDS, BadInquiry, Inquiry, NoteKind, Session, Witness
from assistant.question import BadQuestion, check
from corpus.document import Kind
from index.filters import Filters

BUNDLED = "bundled"
"""The word that stands for the ready example where a file is asked for."""
MOST_TERMS = 60
LEAST_WORDS, MOST_WORDS = 200, 20_000

_LARGEST = 1_000_000  # bytes; no inquiry is longer
_TOP = ("title", "terms", "kind", "committee", "words", "today", "session", "use")
_SESSION = ("date", "place", "witness")
_WITNESS = ("name", "role", "organisation", "about")
_USE = ("from", "to", "kinds", "documents")
_WHERE = {
    **{name: "it belongs under [use]" for name in _USE},
    **{name: "it belongs under [session]" for name in _SESSION},
    **{name: "it belongs under [[session.witness]]" for name in _WITNESS},
    **{name: "it belongs at the top of the file, above every [table]" for name in _TOP},
}

Documents = Callable[[], Collection[str]]
"""Gives the ids of the documents in the collection, where a file names any."""


def read(path: Path, documents: Documents | None = None, given: Collection[str] = ()) -> Inquiry:
    """The inquiry that a file asks for. Without ``documents`` nobody looks whether those named are there; ``given`` are fields that the file need
    not have, as they come from elsewhere. Raises `BadInquiry`: a line for each thing that is wrong."""
    text = _text(path)
    try:
        values = tomllib.loads(text)
        sheet = Sheet(str(path), lines(text))
    except RecursionError:
        raise BadInquiry(f"{path}: is nested too deeply; write it like: briefing note --help") from None
    except ValueError as error:  # also of a number too long to be read
        raise BadInquiry(f"{path}: {_syntax(error)}") from error
    inquiry = _inquiry(Table(sheet, values), documents, given)
    if sheet.problems:
        raise BadInquiry("\n".join(sheet.told()))
    return inquiry


def bundled() -> Path:
    """The ready example that ships with the bundled collection."""
    return Path(str(files("corpus") / "bundled" / "inquiry.toml"))


def _text(path: Path) -> str:
    if path.is_dir():
        raise BadInquiry(f"{path}: is a folder; name the inquiry’s .toml file in it")
    if not path.is_file():
        raise BadInquiry(f"{path}: there is no such file; name one, or “{BUNDLED}” for the ready example")
    try:
        if path.stat().st_size > _LARGEST:
            raise BadInquiry(f"{path}: has {path.stat().st_size:,} bytes, more than an inquiry can have; name another file")
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise BadInquiry(f"{path}: cannot be opened ({error.strerror}); name another file") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadInquiry(f"{path}: line {line}: is not UTF-8 text; save the file as UTF-8") from error


def _syntax(error: ValueError) -> str:
    """What is wrong with a file that is no TOML, and where."""
    why = " ".join(str(error).split())
    place = re.search(r" \(at (?:(line \d+, column \d+)|end of document)\)$", why)
    return f"{(place[1] or 'end of the file') if place else 'some line'}: is no TOML ({why[: place.start()] if place else why}); mend it"


def _inquiry(top: Table, documents: Documents | None, given: Collection[str]) -> Inquiry:
    top.only(_TOP, _WHERE)
    today = top.date("today", whole=True)
    return Inquiry(
        top.text("title", needed="title" not in given) or "", _terms(top, needed="terms" not in given), _kind(top), top.text("committee"),
        _session(top.table("session")), _limits(top.table("use"), documents), top.number("words", LEAST_WORDS, MOST_WORDS, "length") or DEFAULT_WORDS, today,
    )  # fmt: skip


def _terms(top: Table, *, needed: bool) -> tuple[str, ...]:
    place, found = ("terms",), dict[str, str]()
    terms = top.texts("terms")
    for where, term in terms:
        try:
            check(term)
        except BadQuestion as error:
            top.sheet.wrong(where, str(error))
        if term.casefold() in found:
            top.sheet.wrong(where, "stands there twice; take one of them out")
        found.setdefault(term.casefold(), term)
    if top.values.get("terms", []) == [] and (needed or "terms" in top.values):
        top.sheet.wrong(place, "there are none; give the terms of reference as a list of questions")
    if len(terms) > MOST_TERMS:
        top.sheet.wrong(place, f"there are {len(terms)}, more than {MOST_TERMS}; make a note of its own for some")
    return tuple(found.values())


def _kind(top: Table) -> NoteKind:
    text = top.text("kind")
    return NoteKind(text) if text and top.choice(("kind",), text, [each.value for each in NoteKind], "kind of note") else NoteKind.BRIEF


def _session(table: Table) -> Session:
    table.only(_SESSION, _WHERE)
    return Session(table.date("date", whole=True), table.text("place"), tuple(_witness(each) for each in table.tables("witness")))


def _witness(table: Table) -> Witness:
    table.only(_WITNESS, _WHERE)
    name, role, organisation = table.text("name"), table.text("role"), table.text("organisation")
    if not {"name", "role"} & table.values.keys():
        table.sheet.wrong((*table.place, "name"), "is missing; give the witness’s name, or the role of one who is not named yet")
    about = tuple(text for _, text in table.texts("about"))
    return Witness(name, role, organisation, about) if name else Witness(role or "", None, organisation, about)


def _limits(table: Table, documents: Documents | None) -> Filters:
    table.only(_USE, _WHERE)
    since, until = table.date("from"), table.date("to")
    if since and until and since > until and not since.startswith(until):
        table.sheet.wrong((*table.place, "from"), f"{since} is after to, {until}; change them round")
    return Filters(_kinds(table), since=since, until=until, documents=_documents(table, documents))


def _kinds(table: Table) -> tuple[Kind, ...]:
    known = [kind.value for kind in Kind]
    return tuple(dict.fromkeys(Kind(text) for where, text in table.texts("kinds") if table.choice(where, text, known, "kind of source")))


def _documents(table: Table, documents: Documents | None) -> tuple[str, ...]:
    named = table.texts("documents")
    held = documents() if named and documents else [text for _, text in named]
    see = "see: briefing index list"
    return tuple(dict.fromkeys(text for where, text in named if table.choice(where, text, held, "document of the collection", see)))
