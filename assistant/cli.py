"""The ``briefing`` command. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from assistant import show
from assistant.grammar import Commands, parser
from assistant.question import BadQuestion, check
from assistant.settings import BadSetting, Settings
from corpus.document import Kind
from index.filters import Filters

if TYPE_CHECKING:
    from index.search import Index


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit status: 0 done, 1 could not be done (a line on stderr says why), 2 bad usage, 130 stopped."""
    grammar = parser(Commands(_ask, _search, _show, _add, _remove, _list, _check, _evaluate, _verify, _note, _serve))
    options = grammar.parse_args(arguments)
    if getattr(options, "since", None) and options.until and options.since > options.until and not options.since.startswith(options.until):
        grammar.error(f"--from {options.since} is after --to {options.until}; change them round")
    from index.embed import ModelUnavailable
    from index.errors import IndexUnusable

    try:
        with ExitStack() as options.closing:
            return int(options.run(options))
    except (BadQuestion, BadSetting, IndexUnusable, ModelUnavailable) as error:
        print(f"briefing: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # whoever read our output has read enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("briefing: stopped; what was done is kept, and the next command goes on with it", file=sys.stderr)
        return 130


# the commands ----------------------------------------------------------------------------------------------------------


def _ask(options: argparse.Namespace) -> int:
    from assistant.chain import Asked
    from assistant.opening import open_chain

    check(options.question)
    chain = open_chain(_ready(options), _settings(options))
    answer = chain.invoke(Asked(options.question, filters=_limits(options), k=options.k))
    print(_dump(answer.as_json()) if options.json else show.answer(answer))
    if answer.notice:
        print(f"briefing: {answer.notice}", file=sys.stderr)
    return 0


def _search(options: argparse.Namespace) -> int:

    check(options.question)
    hits = _ready(options).search(options.question, options.k, _limits(options))
    print(_dump(show.hits_json(options.question, hits)) if options.json else show.hits(hits))
    return 0


def _show(options: argparse.Namespace) -> int:
    catalogue = _index(options).catalogue
    entry = catalogue.passage(show.passage_id(options.passage))
    if entry is None:
        raise BadQuestion(f"{options.passage}: no such passage; ids stand in: briefing search QUESTION --json")
    around = catalogue.neighbours(entry.passage)
    print(_dump(show.entry_json(entry, around)) if options.json else show.entry(entry, around))
    return 0


def _add(options: argparse.Namespace) -> int:
    from assistant import library, progress

    index, done = _index(options), library.Additions()
    try:
        library.add(index, options.places, progress.Reading(), done)
        index.settle(progress.Indexing())
    finally:  # also when stopped: what is done is kept, and what failed is worth knowing
        print(_dump(show.additions_json(done)) if options.json else show.additions(done), flush=True)
        for failure in done.failed:
            print(f"briefing: {show.plain(failure.source)}: {failure.error}", file=sys.stderr)
    return 1 if done.failed and not (done.added or done.updated or done.unchanged or done.superseded) else 0


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
    from assistant import progress

    index = _index(options)
    if options.repair:
        index.rebuild(progress.Indexing())
    problems = index.check()
    print(_dump({"problems": problems}) if options.json else "\n".join(problems) or "all in order")
    return 1 if problems else 0


def _evaluate(options: argparse.Namespace) -> int:
    from assistant.evaluation.command import evaluate

    return evaluate(options, _settings(options))


def _verify(options: argparse.Namespace) -> int:
    from assistant.drafts.command import verify

    return verify(options, _settings(options))


def _note(options: argparse.Namespace) -> int:
    from assistant.note.command import note

    return note(options, _settings(options))


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
    models, base_url = getattr(options, "models", None) or (), getattr(options, "base_url", None)
    return Settings.read(home=options.home, bundled=not options.no_bundled, models=models, base_url=base_url)


def _index(options: argparse.Namespace) -> Index:
    from assistant import library

    index = library.open_index(_settings(options))
    options.closing.callback(index.close)
    return index


def _ready(options: argparse.Namespace) -> Index:
    from assistant import progress

    index = _index(options)
    for identity in options.document:
        if index.catalogue.find(document_id=identity) is None:
            raise BadQuestion(f"{identity}: no such document; see: briefing index list")
    index.settle(progress.Indexing())
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
