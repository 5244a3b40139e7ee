"""What the ``briefing`` command understands."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.evaluation.measures import MEASURES
from assistant.note.asking.inquiry_file import LEAST_WORDS, MOST_WORDS
from assistant.note.asking.toml_fields import is_writable
from assistant.note.inquiry import DEFAULT_WORDS, NoteKind, Witness
from corpus.dates import is_iso
from corpus.document import Kind

Run = Callable[[argparse.Namespace], int]


@dataclass(frozen=True, slots=True)
class Commands:
    """What runs each command: takes the options, gives the exit status."""

    ask: Run
    search: Run
    show: Run
    add: Run
    remove: Run
    listing: Run
    check: Run
    evaluate: Run
    verify: Run
    note: Run
    serve: Run


def parser(run: Commands) -> argparse.ArgumentParser:
    """The command line's grammar."""
    top = argparse.ArgumentParser(prog="briefing", description="Ask the parliamentary record a question; every sentence of the answer cites its passage.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    ask = _command(commands, "ask", run.ask, "answer a question, with citations")
    search = _command(commands, "search", run.search, "list the passages nearest to a question")
    for command in (ask, search):
        command.add_argument("question", metavar="QUESTION")
        command.add_argument("-k", type=_count, default=10, metavar="N", help="passages to look at (default 10)")
        _filters(command)
    _writing(ask, nargs=1)
    showing = _command(commands, "show", run.show, "show a passage whole, with what stands around it")
    showing.add_argument("passage", metavar="PASSAGE_ID", help="as in a citation; an id that a later edition gave up, or the id of a speech, will do")
    index = commands.add_parser("index", help="the collection: add, remove, list, check")
    inner = index.add_subparsers(required=True, metavar="COMMAND")
    adding = _command(inner, "add", run.add, "add files, all files below folders or in a .zip, or what an address gives")
    adding.add_argument("places", nargs="+", metavar="PATH_OR_URL", help="“bundled” stands for the bundled collection")
    removing = _command(inner, "remove", run.remove, "remove documents by id")
    removing.add_argument("documents", nargs="+", metavar="DOC_ID")
    _command(inner, "list", run.listing, "list the documents")
    checking = _command(inner, "check", run.check, "compare the search indexes with the catalogue")
    checking.add_argument("--repair", action="store_true", help="make the search indexes anew from the catalogue")
    _evaluating(_command(commands, "evaluate", run.evaluate, "measure finding, citing and refusing on questions with known answers"))
    _verifying(_command(commands, "verify", run.verify, "check a draft against the collection, sentence by sentence"))
    _noting(_command(commands, "note", run.note, "write a briefing note for an inquiry, every sentence with its footnote"))
    serving = _command(commands, "serve", run.serve, "open the web chat on this machine", prints=False)
    serving.add_argument("--port", type=int, default=7860, help="default 7860")
    _writing(serving, action="append", also="; may be repeated, and whoever asks then chooses, the first unless they do")
    return top


def _command(commands: Any, name: str, run: Any, about: str, prints: bool = True) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    command.set_defaults(run=run)
    command.add_argument("--home", type=Path, metavar="DIR", help="where the collection is kept (else $BRIEFING_HOME, else your data folder)")
    command.add_argument("--no-bundled", action="store_true", help="leave the bundled collection out")
    if prints:
        command.add_argument("--json", action="store_true", help="print JSON on stdout and nothing else there")
    return command


def _evaluating(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="known-answer file, TOML or .jsonl")
    command.add_argument("--baselines", action="store_true", help="also BM25 alone, the embedding model alone, and their plain fusion (embeds all once more)")
    command.add_argument("--picture", type=_picture, metavar="FILE", help="draw recall by rank against the baselines; .svg or .png")
    names = f"one of {', '.join(MEASURES)}"
    command.add_argument("--fail-under", type=_bound, action="append", default=[], metavar="MEASURE=VALUE", help=f"exit 1 if it is less; {names}")
    command.add_argument("--fail-over", type=_bound, action="append", default=[], metavar="MEASURE=VALUE", help="exit 1 if it is more: false-refusals=.05")


def _verifying(command: argparse.ArgumentParser) -> None:
    command.add_argument("draft", nargs="?", metavar="DRAFT", help="Markdown, plain text or Word; - is standard input")
    command.add_argument("--claims", type=Path, metavar="FILE", help='instead of a draft: lines of {"id", "claim", "evidence": [texts]}')
    command.add_argument("-o", "--output", type=Path, metavar="OUT.md", help="write the draft with its references as footnotes")
    command.add_argument("--fail", action="store_true", help="exit 1 if anything does not hold")


def _noting(command: argparse.ArgumentParser) -> None:
    command.add_argument("inquiry", nargs="?", metavar="INQUIRY.toml", help="what the note is asked for; “bundled” is a ready example; flags override it")
    command.add_argument("-o", "--output", type=Path, metavar="NOTE", help=".docx, .md or .html, with a record beside it (else Markdown goes to stdout)")
    asked = command.add_argument_group("the inquiry")
    asked.add_argument("--title", type=_words, metavar="TITLE", help="of the inquiry")
    asked.add_argument("--question", type=_words, dest="questions", action="append", default=[], metavar="Q", help="a term of reference (may be repeated)")
    asked.add_argument("--committee", type=_words, metavar="NAME")
    asked.add_argument("--kind", dest="sort", choices=[kind.value for kind in NoteKind], help=f"of note (default {NoteKind.BRIEF})")
    asked.add_argument("--date", type=_day, metavar="DATE", help="of the session, YYYY-MM-DD")
    spelt = "“name; role; organisation”; a name or a role will do (may be repeated)"
    asked.add_argument("--witness", type=_witness, dest="witnesses", action="append", default=[], metavar="WITNESS", help=spelt)
    asked.add_argument("--words", type=_length, metavar="N", help=f"about the length of the main part (default {DEFAULT_WORDS:,})")
    asked.add_argument("--today", type=_day, help=argparse.SUPPRESS)  # so that a note can be made again to the letter
    limits = command.add_argument_group("limits")
    _kinds(limits, "--source-kind")
    _period(limits)
    more = command.add_argument_group("beside the note")
    more.add_argument("--since", dest="earlier", type=Path, metavar="EARLIER.note.json", help="tell what changed since an earlier note")
    more.add_argument("--withheld", type=Path, metavar="FILE", help="write here what the model wrote and did not hold (else beside the note)")
    _writing(command, nargs=1)


def _writing(command: argparse.ArgumentParser, also: str = "", **how: Any) -> None:
    model = command.add_argument_group("a language model that words the answer, each sentence checked (without one the record is quoted)")
    spelt = "ollama:NAME, openai:NAME, openai:NAME@http://SERVER/v1, anthropic:NAME or gguf:FILE (else $BRIEFING_MODEL)"
    model.add_argument("--model", dest="models", metavar="MODEL", help=spelt + also, **how)
    model.add_argument("--base-url", metavar="URL", help="its server, mostly ending in /v1 (else $BRIEFING_BASE_URL); keys are taken from the environment only")


def _filters(command: argparse.ArgumentParser) -> None:
    limits = command.add_argument_group("limits")
    _kinds(limits, "--kind")
    limits.add_argument("--speaker", metavar="NAME", help="part of the speaker's name")
    _period(limits)


def _kinds(limits: Any, flag: str) -> None:
    kinds = [kind.value for kind in Kind]
    limits.add_argument(
        flag, dest="kind", action="append", default=[], choices=kinds, metavar="KIND", help=f"digests of it included; one of {', '.join(kinds)}"
    )


def _period(limits: Any) -> None:
    limits.add_argument("--from", dest="since", type=_date, metavar="DATE", help="YYYY[-MM[-DD]]")
    limits.add_argument("--to", dest="until", type=_date, metavar="DATE", help="YYYY[-MM[-DD]], included")
    limits.add_argument("--document", action="append", default=[], metavar="DOC_ID", help="only this document (may be repeated)")


def _date(text: str) -> str:
    if not is_iso(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return text


def _day(text: str) -> str:
    if not is_iso(text) or len(text) != 10:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write YYYY-MM-DD")
    return text


def _words(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("is empty; write something, or leave it out")
    if not is_writable(text):
        raise argparse.ArgumentTypeError(f"{text!r} has characters in it that are no text; type it again")
    return " ".join(text.split())


def _witness(text: str) -> Witness:
    name, role, organisation, *more = [part.strip() or None for part in [*_words(text).split(";"), "", ""]]
    if any(more) or not (name or role):
        raise argparse.ArgumentTypeError(f"{text!r} is no witness; write “name; role; organisation”, with a name or a role at least")
    return Witness(name, role, organisation) if name else Witness(role or "", None, organisation)


def _length(text: str) -> int:
    if not text.isdecimal() or not LEAST_WORDS <= int(text) <= MOST_WORDS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from {LEAST_WORDS:,} to {MOST_WORDS:,}")
    return int(text)


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 200:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 200")
    return int(text)


def _picture(text: str) -> Path:
    if Path(text).suffix.lower() not in (".svg", ".png"):
        raise argparse.ArgumentTypeError(f"{text!r} is no picture; end its name in .svg or .png")
    return Path(text)


def _bound(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    if name not in MEASURES:
        raise argparse.ArgumentTypeError(f"{name!r} is no measure; one of {', '.join(MEASURES)}")
    try:
        if 0 <= float(value) <= 1:
            return name, float(value)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{text!r} has no value from 0 to 1; write {name}=.9")
