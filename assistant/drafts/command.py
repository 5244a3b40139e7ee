"""``briefing verify``: a draft against the collection, or claims against the evidence given with them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from assistant import library, progress
from assistant.drafts import claims, report
from assistant.drafts.draft import BadDraft
from assistant.drafts.finding import Finding
from assistant.drafts.judging import Judge
from assistant.drafts.lookup import Lookup
from assistant.drafts.reading import read
from assistant.drafts.references import with_references
from assistant.opening import checker
from assistant.settings import Settings
from assistant.show import plain
from index.embed import SentenceTransformerEmbedder
from index.filters import Filters


def verify(options: argparse.Namespace, settings: Settings) -> int:
    """Check what the options name and print what came; the exit status: 0 done, 1 it could not be done, or with ``--fail`` something does
    not hold; 2 where neither a draft nor claims are named, or both."""
    if bool(options.draft) == bool(options.claims):
        print("briefing: name either a draft or --claims FILE.jsonl", file=sys.stderr)
        return 2
    try:
        return _claims(options, settings) if options.claims else _draft(options, settings)
    except BadDraft as error:
        print(f"briefing: {plain(str(error))}", file=sys.stderr)
        return 1


def _draft(options: argparse.Namespace, settings: Settings) -> int:
    if options.output and not options.output.parent.is_dir():
        raise BadDraft(f"{options.output}: cannot be written (there is no such folder); name one that is there")
    draft = read(options.draft)
    index = library.open_index(settings)
    try:
        index.settle(progress.Indexing())
        lookup = Lookup(index, Filters(without_bundled=not settings.bundled))
        judge = Judge(lookup, checker(settings, index.embedder, lookup.asked_by))
        findings = list(_watched(judge.draft(draft), len(draft.sentences)))
    finally:
        index.close()
    if options.output:
        _write(options.output, with_references(draft, findings))
    print(plain(json.dumps(report.as_json(findings), ensure_ascii=False, indent=2) if options.json else report.text(findings)))
    return 1 if options.fail and report.wrong(findings) else 0


def _claims(options: argparse.Namespace, settings: Settings) -> int:
    """Good lines are checked whatever is wrong with others; the exit status is 1 where any is bad."""
    checks = checker(settings, SentenceTransformerEmbedder(settings.embedding_model))
    bad, wrong = 0, 0
    for line in claims.lines(options.claims):
        if isinstance(line, BadDraft):
            print(f"briefing: {plain(str(line))}", file=sys.stderr)
            bad += 1
            continue
        for row in claims.judged([line], checks):
            wrong += row["status"] != "verified"
            shown = json.dumps(row, ensure_ascii=False) if options.json else f"{row['id']}  {row['status']}  {row['score']:.2f}  {row['reason'] or ''}".rstrip()
            print(plain(shown), flush=True)
    return 1 if bad or (options.fail and wrong) else 0


def _watched(findings: Iterator[Finding], total: int) -> Iterator[Finding]:
    watcher = Checking()
    for done, finding in enumerate(findings, start=1):
        watcher(done, total)
        yield finding


class Checking(progress.Indexing):
    """The draft's sentences being looked up."""

    _WHAT, _UNIT, _DONE = "checking", "sentence", "checked {:,} sentences"


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        raise BadDraft(f"{path}: cannot be written ({error.strerror}); name another file") from error
