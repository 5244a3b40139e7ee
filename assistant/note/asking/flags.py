"""What a note is asked for on the command line: a file, flags, or a file of which flags override some."""

from __future__ import annotations

import argparse
import datetime
import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from assistant.note.asking import inquiry_file
from assistant.note.asking.inquiry_file import MOST_TERMS, Documents
from assistant.note.inquiry import BadInquiry, Inquiry, NoteKind, Session
from assistant.question import BadQuestion, check
from assistant.settings import BadSetting
from corpus.document import Kind
from index.filters import Filters


def is_enough(options: argparse.Namespace) -> bool:
    """True where the options name a file, or a title and a question."""
    return bool(options.inquiry or (options.title and options.questions))


def inquiry(options: argparse.Namespace, documents: Documents) -> Inquiry:
    """The inquiry that the options ask for. Raises `BadInquiry`."""
    asked = _overridden(_from_file(options, documents), options)
    _check(asked, options, documents)
    return asked


def day(given: str | None, asked: Inquiry, environment: Mapping[str, str] = os.environ) -> str:
    """The day on which the note is made: as given, as the inquiry has it, as builds that can be repeated have it, or today. Raises `BadSetting`."""
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if given or asked.today or not epoch:
        return given or asked.today or datetime.date.today().isoformat()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise BadSetting(f"SOURCE_DATE_EPOCH: {epoch} is no time in seconds since 1970; give one, or unset it") from None


def _from_file(options: argparse.Namespace, documents: Documents) -> Inquiry:
    if not options.inquiry:
        return Inquiry(options.title, ())
    path = inquiry_file.bundled() if options.inquiry == inquiry_file.BUNDLED else Path(options.inquiry)
    given = [name for name, value in (("title", options.title), ("terms", options.questions)) if value]
    return inquiry_file.read(path, documents, given)


def _overridden(asked: Inquiry, options: argparse.Namespace) -> Inquiry:
    """The inquiry with what the flags say instead."""
    session = Session(options.date or asked.session.date, asked.session.place, tuple(options.witnesses) or asked.session.witnesses)
    return replace(
        asked,
        title=options.title or asked.title,
        terms=tuple(dict.fromkeys(" ".join(each.split()) for each in options.questions)) or asked.terms,
        kind=NoteKind(options.sort) if options.sort else asked.kind,
        committee=options.committee or asked.committee,
        session=session,
        limits=_limits(asked.limits, options),
        words=options.words or asked.words,
    )


def _limits(limits: Filters, options: argparse.Namespace) -> Filters:
    return replace(
        limits,
        kinds=tuple(dict.fromkeys(Kind(each) for each in options.kind)) or limits.kinds,
        since=options.since or limits.since,
        until=options.until or limits.until,
        documents=tuple(dict.fromkeys(options.document)) or limits.documents,
        without_bundled=options.no_bundled,
    )


def _check(asked: Inquiry, options: argparse.Namespace, documents: Documents) -> None:
    """What flags can get wrong, alone or together with the file."""
    since, until = asked.limits.since, asked.limits.until
    if since and until and since > until and not since.startswith(until):
        raise BadInquiry(f"--from {since} is after --to {until}; change them round")
    if len(asked.terms) > MOST_TERMS:
        raise BadInquiry(f"--question: there are {len(asked.terms)}, more than {MOST_TERMS}; make a note of its own for some")
    for term in options.questions:
        try:
            check(term)
        except BadQuestion as error:
            raise BadInquiry(f"--question: {error}") from error
    held = documents() if options.document else ()
    for each in options.document:
        if each not in held:
            raise BadInquiry(f"--document {each}: no such document; see: briefing index list")
