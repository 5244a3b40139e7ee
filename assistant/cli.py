"""The ``briefing`` command. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant import show
from assistant.question import BadQuestion, check
from assistant.settings import Settings
from corpus.dates import is_iso
from corpus.document import Kind
from index.filters import Filters

if TYPE_CHECKING:
    from index.search import Index


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status: 0 done, 1 could not be done (a line on stderr says why), 2 bad usage, 130 stopped."""
    grammar = parser()
    options = grammar.parse_args(arguments)
    if getattr(options, "since", None) and options.until and options.since > options.until and not options.since.startswith(options.until):
        grammar.error(f"--from {options.since} is after --to {options.until}; change them round")
    from index.embed import ModelUnavailable
    from index.errors import IndexUnusable

    try:
        with ExitStack() as options.closing:
            return int(options.run(options))
    except (BadQuestion, IndexUnusable, ModelUnavailable) as error:
        print(f"briefing: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("briefing: stopped; what was done is kept", file=sys.stderr)
        return 130


def parser() -> argparse.ArgumentParser:
    """The command line's grammar."""
    top = argparse.ArgumentParser(prog="briefing", description="Ask the parliamentary record a question; every sentence of the answer cites its passage.")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    ask = _command(commands, "ask", _ask, "answer a question, with citations")
    search = _command(commands, "search", _search, "list the passages nearest to a question")
    for command in (ask, search):
        command.add_argument("question", metavar="QUESTION")
        command.add_argument("-k", type=_count, default=10, metavar="N", help="passages to look at (default 10)")
        _filters(command)
    index = commands.add_parser("index", help="the collection: add, remove, list, check")
    inner = index.add_subparsers(required=True, metavar="COMMAND")
    adding = _command(inner, "add", _add, "add files, or all files below folders; “bundled” stands for the bundled collection")
    adding.add_argument("paths", nargs="+", metavar="PATH")
    removing = _command(inner, "remove", _remove, "remove documents by id")
    removing.add_argument("documents", nargs="+", metavar="DOC_ID")
    _command(inner, "list", _list, "list the documents")
    checking = _command(inner, "check", _check, "compare the search indexes with the catalogue")
    checking.add_argument("--repair", action="store_true", help="make the search indexes anew from the catalogue")
    serving = _command(commands, "serve", _serve, "open the web chat on this machine", prints=False)
    serving.add_argument("--port", type=int, default=7860, help="default 7860")
    return top


def _command(commands: Any, name: str, run: Any, about: str, prints: bool = True) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    command.set_defaults(run=run)
    command.add_argument("--home", type=Path, metavar="DIR", help="where the collection is kept (else $BRIEFING_HOME, else your data folder)")
    command.add_argument("--no-bundled", action="store_true", help="leave the bundled collection out")
    if prints:
        command.add_argument("--json", action="store_true", help="print JSON on stdout and nothing else there")
    return command


def _filters(command: argparse.ArgumentParser) -> None:
    limits = command.add_argument_group("limits")
    kinds = [kind.value for kind in Kind]
    limits.add_argument("--kind", action="append", default=[], choices=kinds, metavar="KIND", help=f"digests of it included; one of {', '.join(kinds)}")
    limits.add_argument("--speaker", metavar="NAME", help="part of the speaker's name")
    limits.add_argument("--from", dest="since", type=_date, metavar="DATE", help="YYYY[-MM[-DD]]")
    limits.add_argument("--to", dest="until", type=_date, metavar="DATE", help="YYYY[-MM[-DD]], included")
    limits.add_argument("--document", action="append", default=[], metavar="DOC_ID", help="only this document (may be repeated)")


def _date(text: str) -> str:
    if not is_iso(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return text


def _count(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 200:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 200")
    return int(text)


# the commands ----------------------------------------------------------------------------------------------------------


def _ask(options: argparse.Namespace) -> int:
    from assistant.chain import AnswerChain, Asked

    check(options.question)
    answer = AnswerChain(_ready(options)).invoke(Asked(options.question, filters=_limits(options), k=options.k))
    print(_dump(answer.as_json()) if options.json else show.answer(answer))
    return 0


def _search(options: argparse.Namespace) -> int:

    check(options.question)
    hits = _ready(options).search(options.question, options.k, _limits(options))
    print(_dump(show.hits_json(options.question, hits)) if options.json else show.hits(hits))
    return 0


def _add(options: argparse.Namespace) -> int:
    from assistant import library

    index = _index(options)
    done = library.add(index, options.paths, note=lambda file: print(f"reading {show.plain(file)}", file=sys.stderr))
    index.settle(show.progress)
    print(_dump(show.additions_json(done)) if options.json else show.additions(done))
    for failure in done.failed:
        print(f"briefing: {failure.source}: {failure.error}", file=sys.stderr)
    return 1 if done.failed and not (done.added or done.updated or done.unchanged) else 0


def _remove(options: argparse.Namespace) -> int:
    index = _index(options)
    removed = [identity for identity in options.documents if index.remove(identity)]
    unknown = [identity for identity in options.documents if identity not in removed]
    print(_dump({"removed": removed, "unknown": unknown}) if options.json else f"removed {len(removed)}")
    for identity in unknown:
        print(f"briefing: {identity}: no such document; see: briefing index list", file=sys.stderr)
    return 1 if unknown else 0


def _list(options: argparse.Namespace) -> int:
    documents = _index(options).documents()
    if options.no_bundled:
        documents = [document for document in documents if not document.source.startswith("bundled:")]
    print(_dump(show.documents_json(documents)) if options.json else show.documents(documents))
    return 0


def _check(options: argparse.Namespace) -> int:
    index = _index(options)
    if options.repair:
        index.rebuild(show.progress)
    problems = index.check()
    print(_dump({"problems": problems}) if options.json else "\n".join(problems) or "all in order")
    return 1 if problems else 0


def _serve(options: argparse.Namespace) -> int:
    from assistant.web.app import CannotListen, serve

    try:
        serve(_settings(options), port=options.port)
    except CannotListen as error:
        print(f"briefing: {error}", file=sys.stderr)
        return 1
    return 0


# what they share -------------------------------------------------------------------------------------------------------


def _settings(options: argparse.Namespace) -> Settings:
    return Settings.read(home=options.home, bundled=not options.no_bundled)


def _index(options: argparse.Namespace) -> Index:
    from assistant import library

    index = library.open_index(_settings(options))
    options.closing.callback(index.close)
    return index


def _ready(options: argparse.Namespace) -> Index:
    index = _index(options)
    for identity in options.document:
        if index.catalogue.find(document_id=identity) is None:
            raise BadQuestion(f"{identity}: no such document; see: briefing index list")
    index.settle(show.progress)
    return index


def _limits(options: argparse.Namespace) -> Filters:
    kinds = tuple(Kind(kind) for kind in options.kind)
    return Filters(
        kinds=kinds, speaker=options.speaker, since=options.since, until=options.until, documents=tuple(options.document), without_bundled=options.no_bundled
    )


def _dump(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2)


if __name__ == "__main__":
    sys.exit(main())
