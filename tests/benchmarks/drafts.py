"""What ``briefing verify`` finds in a draft with 40 true and 40 wrong sentences over the five probation pages.

    OMP_NUM_THREADS=1 python -m tests.benchmarks.drafts --sources ../shared/sources/probation [--all]

The draft is ``tests/known/draft.md``: its sentences are ours, its quotations are taken from the sources when this runs. A sentence planted wrong
is found if it is called misquoted, credited to the wrong speaker or not found; a true one that is called so is a false alarm. A sentence that claims
nothing of the record must not be called anything.
"""

from __future__ import annotations

import argparse
import re
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant import library
from assistant.drafts.finding import WRONG, Finding, Status
from assistant.drafts.judging import Judge
from assistant.drafts.lookup import Lookup
from assistant.drafts.reading import of_markdown
from assistant.settings import Settings
from assistant.verify.checker import Checker
from assistant.verify.closeness import EmbeddingCloseness
from index.search import Index

DRAFT = Path(__file__).resolve().parents[1] / "known" / "draft.md"
PAGES = {
    "north": "another-day-another-damning-report-2017-04-20", "lords": "i-distinctly-get-the-feeling-that-things-cant",
    "early": "omnishambles-on-track-2015-11-10", "suffolk": "probation-in-suffolk-nowhere-near-good-enough-2017-06-16",
    "london": "as-good-as-an-unacceptable-average-2018-03-08",
}  # fmt: skip
_SPAN = re.compile(r"\{(?P<page>\w+)#(?P<passage>[\w.]+) (?P<start>\d+):(?P<stop>\d+)(?: \| (?P<said>[^}]+?) -> (?P<put>[^}]+?))?\}")
_LINE = re.compile(r"(?P<sign>[+=-]) (?:(?P<kind>[a-z]+): )?(?P<text>.+)")


@dataclass(frozen=True)
class Line:
    """A sentence of the draft: ``+`` true, ``-`` planted wrong in such a way, ``=`` no claim."""

    sign: str
    kind: str | None
    text: str


def lines(index: Index, file: Path = DRAFT) -> Iterator[Line | str]:
    """The draft's lines with the words of the sources put in; headings and empty lines as they are."""
    for line in file.read_text("utf-8").splitlines():
        if line.startswith(";"):
            continue
        match = _LINE.fullmatch(line)
        yield Line(match["sign"], match["kind"], _SPAN.sub(lambda span: _words(index, span), match["text"])) if match else line


def _words(index: Index, span: re.Match[str]) -> str:
    entry = index.catalogue.passage(f"{PAGES[span['page']]}#{span['passage']}")
    assert entry, span[0]
    words = " ".join(entry.passage.text.split()[int(span["start"]) : int(span["stop"])]).rstrip(".,;:?”")
    if not span["said"]:
        return words
    assert span["said"] in words, (span[0], words)
    return words.replace(span["said"], span["put"], 1)


def judged(index: Index, told: list[Line | str]) -> list[Finding]:
    """The findings on the draft that the lines make."""
    draft = of_markdown("\n".join(f"{line.text}" if isinstance(line, Line) else line for line in told))
    lookup = Lookup(index)
    return list(Judge(lookup, Checker(EmbeddingCloseness(index.embedder), asked_by=lookup.asked_by)).draft(draft))


def matched(told: list[Line | str], findings: list[Finding]) -> list[tuple[Line, Finding]]:
    """Each line with the finding on it; a line that leads a block quotation in is judged with it."""
    pairs = []
    rest = [finding for finding in findings if not finding.sentence.heading]
    for line in (line for line in told if isinstance(line, Line)):
        own = line.text.removeprefix("> ")
        found = next((finding for finding in rest if own in finding.sentence.text), None)
        assert found, f"not one sentence of the draft: {own}"
        pairs.append((line, found))
    return pairs


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--sources", type=Path, required=True)
    options.add_argument("--all", action="store_true", help="print every sentence")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as home:
        index = library.open_index(Settings(Path(home), bundled=False))
        library.add(index, [str(given.sources)])
        index.settle()
        told = list(lines(index))
        began = time.monotonic()
        pairs = matched(told, judged(index, told))
        took = time.monotonic() - began
        index.close()
    show(pairs, given.all)
    print(f"{len(pairs)} sentences in {took:.0f} s, {1000 * took / len(pairs):.0f} ms each")


def show(pairs: list[tuple[Line, Finding]], every: bool) -> None:
    wrong = [(line, finding) for line, finding in pairs if line.sign == "-"]
    fine = [(line, finding) for line, finding in pairs if line.sign == "+"]
    idle = [(line, finding) for line, finding in pairs if line.sign == "="]
    missed = [pair for pair in wrong if pair[1].status not in WRONG]
    alarms = [pair for pair in (*fine, *idle) if pair[1].status in WRONG]
    unproved = [pair for pair in fine if pair[1].status is Status.NOT_CHECKED]
    for name, some in (("MISSED", missed), ("FALSE ALARM", alarms), ("TRUE, NOT CHECKED", unproved), *((("", pairs),) if every else ())):
        for line, finding in some:
            print(f"{name} {line.sign}{line.kind or ''} [{finding.status}] {line.text}\n    {finding.reason}")
    kinds = Counter(line.kind for line, _ in wrong)
    found = Counter(line.kind for line, finding in wrong if finding.status in WRONG)
    print("\n".join(f"{kind:10} {found[kind]:3} of {kinds[kind]}" for kind in sorted(map(str, kinds))))
    print(f"planted found {len(wrong) - len(missed)} of {len(wrong)}; false alarms {len(alarms)} of {len(fine) + len(idle)}; true verified", end=" ")
    print(f"{sum(finding.status is Status.VERIFIED for _, finding in fine)} of {len(fine)}")


if __name__ == "__main__":
    main()
