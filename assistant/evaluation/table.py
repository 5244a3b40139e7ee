"""An evaluation as text: tables of measures with their intervals, and the misses with what came instead."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

from assistant.evaluation.measures import MEASURES, Measured
from assistant.evaluation.report import Miss, Report
from assistant.evaluation.run import OURS

_WIDTH = 100
_COLUMNS = 4  # side by side
_CELL = 18
_NAMES = {"ours": "ours", "bm25": "BM25 alone", "embedding": "embedding alone", "fusion": "plain fusion"}


def table(found: Report) -> str:
    """The whole report, the measures as “mean (95% interval)”."""
    lines = [f"{file['file']}: {file['questions']} questions, {file['answerable']} of them answerable" for file in found.files]
    lines += ["", *_grid({_NAMES[way]: own for way, own in found.measures.items()}, counted=True)]
    for head, groups in (("By kind", found.by_kind), ("By file", found.by_file)):
        if len(groups) > 1:
            own = {_short(name): ways[OURS] for name, ways in groups.items()}
            lines += ["", head, *_grid(own, counted=False)]
    return "\n".join(line.rstrip() for line in [*lines, *_misses(found)])


def _short(name: str) -> str:
    name = Path(name).name.removesuffix(".known.toml")
    return name if len(name) < _CELL else f"{name[: _CELL - 2]}…"


def _grid(columns: dict[str, dict[str, Measured]], counted: bool) -> Iterator[str]:
    """Measures down, columns across, as many side by side as a line holds; ``counted`` adds the questions of the first column."""
    names = list(columns)
    for start in range(0, len(names), _COLUMNS):
        here = names[start : start + _COLUMNS]
        yield f"{'':18}" + "".join(f"{name:{_CELL}}" for name in here) + ("    n" if counted else "")
        for measure in MEASURES:
            cells = [columns[name][measure] for name in here]
            if any(cell.n for cell in cells):
                yield f"{measure:18}" + "".join(f"{_cell(cell):{_CELL}}" for cell in cells) + (f"{cells[0].n:5}" if counted else "")


def _cell(measured: Measured) -> str:
    if measured.value is None:
        return "–"
    return f"{measured.value:.2f}" + (f" ({measured.low:.2f}–{measured.high:.2f})" if measured.low is not None else "")


def _misses(found: Report) -> Iterator[str]:
    kinds = {
        "Right passage not first": [miss for miss in found.misses if miss.answerable and miss.rank != 1],
        "Refused, though the collection answers": [miss for miss in found.misses if miss.answerable and miss.refused],
        "Answered, though nothing in the collection does": [miss for miss in found.misses if not miss.answerable],
    }
    for head, misses in kinds.items():
        if misses:
            yield from ("", f"{head} ({len(misses)})")
        for miss in misses:
            yield from _told(miss, instead=miss.rank != 1)


def _told(miss: Miss, instead: bool) -> Iterator[str]:
    where = f"  [right at {miss.rank}]" if miss.rank and miss.rank > 1 else "  [right not found]" if miss.answerable and not miss.rank else ""
    yield textwrap.fill(f"{miss.question}{where}", _WIDTH, initial_indent="  ", subsequent_indent="      ")
    for got in miss.got[:1] if instead else ():
        head = f"{got['rank']}. {got['passage_id']}: "
        yield f"      {head}{textwrap.shorten(got['text'], max(_WIDTH - 6 - len(head), 30), placeholder=' …')}"
