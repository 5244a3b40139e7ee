"""``briefing note``: an inquiry in, a note out, with its record beside it."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant import library, progress
from assistant.note import export, writing
from assistant.note.asking import flags, inquiry_file
from assistant.note.export.files import CannotExport, put, writable
from assistant.note.inquiry import BadInquiry, Inquiry
from assistant.note.keeping import record, since, since_section
from assistant.note.keeping.record import BadRecord
from assistant.note.note import BriefingNote, Own, Paragraph, Section, said
from assistant.opening import checker, open_writer
from assistant.settings import Settings
from assistant.show import plain
from index.search import Index


@dataclass(frozen=True, slots=True)
class Tools:
    """What the command works with; others can be put in."""

    open_index: Callable[[Settings], Index] = library.open_index
    write: Callable[..., BriefingNote] = writing.write  # as `writing.write`
    made: Callable[[BriefingNote, str], bytes] = export.made


class Making(progress.Indexing):
    """The note being made, step by step; what is being done is shown beside the bar."""

    _WHAT, _UNIT, _DONE = "note", "step", "made the note"

    def __init__(self) -> None:
        super().__init__()
        self._steps = 1

    def told(self, words: str, done: int, total: int) -> None:
        """So many steps are done of so many, and this is being done now."""
        self._steps = total + 1  # the last is the file
        self(min(done, total), self._steps)
        if self._bar:
            self._bar.set_postfix_str(words)

    def ended(self) -> None:
        """All is done."""
        self(self._steps, self._steps)


def note(options: argparse.Namespace, settings: Settings, tools: Tools | None = None) -> int:
    """Make the note that the options ask for; the exit status: 0 done, 1 it could not be done, 2 where nothing is asked for. Nothing is
    written unless all of it can be."""
    if not flags.is_enough(options):
        print(f"briefing: name an inquiry’s .toml file, “{inquiry_file.BUNDLED}” for the example, or --title and --question", file=sys.stderr)
        return 2
    try:
        with ExitStack() as closing:
            _note(options, settings, tools or Tools(), closing)
    except (BadInquiry, BadRecord, CannotExport) as error:
        for line in str(error).splitlines():
            print(f"briefing: {plain(line)}", file=sys.stderr)
        return 1
    return 0


def _note(options: argparse.Namespace, settings: Settings, tools: Tools, closing: ExitStack) -> None:
    @cache
    def index() -> Index:  # not before the file has been read as far as it can be without
        opened = tools.open_index(settings)
        closing.callback(opened.close)
        return opened

    _check_paths(options)
    earlier = record.load(options.earlier) if options.earlier else None
    asked = flags.inquiry(options, lambda: [each.document_id for each in index().documents()])
    if earlier and not since.shares_terms(earlier.inquiry, asked):
        raise BadRecord(f"{options.earlier}: is of a note on other terms of reference (“{earlier.inquiry.title}”); name one that shares a question")
    made = _written(asked, flags.day(options.today, asked), index(), settings, tools)
    if earlier:
        titles = {each.document_id: each.title for each in index().documents()}
        made = since_section.with_changes(made, since.changes(earlier, made), titles, index().speaker_of)
    _put_out(made, options, tools)


def _written(asked: Inquiry, today: str, index: Index, settings: Settings, tools: Tools) -> BriefingNote:
    if not index.documents():
        raise BadInquiry("there is nothing to write a note from: the collection is empty; add to it with: briefing index add PATH")
    index.settle(progress.Indexing())
    making = Making()
    made = tools.write(asked, index, checker(settings, index.embedder, index.speaker_of), open_writer(settings), making.told, today=today)
    making.ended()
    _say_what_is_missing(made)
    return made


# what is missing -------------------------------------------------------------------------------------------------------


def _say_what_is_missing(made: BriefingNote) -> None:
    """A line for each theme that quotes nothing, and for what went otherwise than asked. Raises `BadInquiry` where the whole note quotes nothing."""
    if not made.citations:
        terms = f"“{made.inquiry.terms[0]}”{' or any other term' if len(made.inquiry.terms) > 1 else ''}"
        raise BadInquiry(f"nothing in the collection bears on {terms}; put it otherwise, widen the limits, or add to the collection")
    for theme, why in _empty(made):
        print(f"briefing: {theme.name.replace('themes/', 'theme ')}: {why}", file=sys.stderr)
    if made.withheld:
        many = f"{len(made.withheld):,} sentence{'' if len(made.withheld) == 1 else 's'}"
        print(f"briefing: {many} that the model wrote did not hold and were left out", file=sys.stderr)
    if made.notice:
        print(f"briefing: {made.notice}", file=sys.stderr)


def _empty(made: BriefingNote) -> Iterator[tuple[Section, str]]:
    for section in made.walk():
        theme = section.name.startswith("themes/") and section.name.count("/") == 1
        if theme and not any(True for inner in section.walk() for _ in said(inner)):
            told = [run.text for block in section.blocks if isinstance(block, Paragraph) for run in block.runs if isinstance(run, Own)]
            yield section, " ".join(told) or "nothing is quoted"


# what is put out -------------------------------------------------------------------------------------------------------


def _check_paths(options: argparse.Namespace) -> None:
    """Raises `CannotExport` where it can be seen, before any work is done, that something cannot be written."""
    read = {Path(each).resolve() for each in (options.inquiry, options.earlier) if each}
    if options.output:
        export.check(options.output)
        writable(record.beside(options.output))
        if options.output.resolve() in read:
            raise CannotExport(f"{options.output}: is what the note is made from; name another file")
    if options.withheld:
        writable(options.withheld)
        written = {path.resolve() for path in (options.output, record.beside(options.output))} if options.output else set()
        if options.withheld.resolve() in read | written:
            raise CannotExport(f"{options.withheld}: is read or written for something else; name another file for --withheld")


def _put_out(made: BriefingNote, options: argparse.Namespace, tools: Tools) -> None:
    """The files, all made before the first is written; then what goes to stdout."""
    path: Path | None = options.output
    log = options.withheld or (path.with_suffix(".withheld.txt") if path and made.withheld else None)
    data = {log: _withheld(made)} if log else {}
    if path:
        data |= {record.beside(path): record.dumped(made), path: tools.made(made, path.suffix.lower())}
    shown = None if path or options.json else tools.made(made, ".md").decode()
    for each, content in data.items():
        put(each, content)
    if data:
        print(f"wrote {', '.join(plain(str(each)) for each in reversed(data))}", file=sys.stderr)
    if options.json:
        print(plain(json.dumps(record.as_json(made), ensure_ascii=False, indent=1)))
    elif shown is not None:
        print(plain(shown), end="")
    elif options.earlier:
        print(plain(since_section.text(made)))


def _withheld(made: BriefingNote) -> bytes:
    """The sentences that a model wrote and that did not hold, as text."""
    head = f"Withheld from the note “{made.inquiry.title}” of {made.made_from.made} ({made.made_from.mode})"
    told = [f"- {each.text}\n  {each.reason}" for each in made.withheld] or ["Nothing was withheld."]
    return "\n\n".join([head, *told, ""]).encode()
