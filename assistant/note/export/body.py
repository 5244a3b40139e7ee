"""A note's sections as pandoc's blocks. What the formats do differently is told by a `Manner`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.note.export import ast
from assistant.note.export.addresses import Shown, linked
from assistant.note.export.ast import Block, Inline
from assistant.note.export.notes import Notes
from assistant.note.note import Block as NoteBlock
from assistant.note.note import Bullets, Event, Own, Paragraph, Run, Said, Section, Table, Timeline
from corpus.dates import in_words

_LONG = 40
"""Words: a longer quotation is set apart."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How one format does it: the level of the first headings, its notes, how links are shown, the picture of a timeline, how the word is
    set that marks an unverified account, whether tables have set widths or cells the names of their columns, how a paragraph is
    held on the page of what follows it, and what parts a list or a table from what follows it."""

    level: int
    notes: Notes
    shown: Shown
    picture: Callable[[Timeline], list[Block]]
    unverified: Callable[[str], Inline]
    widths: bool = False
    labels: bool = False
    held: Callable[[Block], Block] = lambda block: block
    gap: tuple[Block, ...] = ()


def blocks(sections: Sequence[Section], manner: Manner) -> list[Block]:
    """The sections in reading order."""
    return [block for section in sections for block in _section(section, manner, manner.level)]


def name(section: Section) -> str:
    """The section's key as the name of a place in a document."""
    return section.name.replace("/", "-")


def _section(section: Section, manner: Manner, level: int) -> Iterator[Block]:
    yield ast.heading(level, name(section), section.heading)
    for before, block in zip((None, *section.blocks), section.blocks, strict=False):
        if isinstance(before, Bullets | Table | Timeline):
            yield from manner.gap
        yield from _block(block, manner)
    for inner in section.sections:
        yield from _section(inner, manner, level + 1)


def _block(block: NoteBlock, manner: Manner) -> list[Block]:
    match block:
        case Paragraph((Own(_, True),) as runs):  # a heading of the least kind
            return [manner.held(ast.paragraph(_line(runs, manner)))]
        case Paragraph(runs):
            return _set(runs, manner)
        case Bullets(items, numbered):
            made = [[ast.plain(_line(item, manner))] for item in items]  # Word sets a quotation in a list outside of it
            return [ast.numbered(made) if numbered else ast.bullets(made)]
        case Table(header, rows):
            cells = [[_cell(cell, manner) for cell in row] for row in rows]
            return [ast.table(header, cells, _widths(block) if manner.widths else None, manner.labels)]
        case Timeline(events):
            return [*manner.picture(block), *_block(_dated(events), manner)]


def _dated(events: Sequence[Event]) -> Table:
    return Table(("Date", "What happened"), tuple(((Own(in_words(event.date)),), (event.said,)) for event in events))


def _set(runs: Sequence[Run], manner: Manner) -> list[Block]:
    """Runs as a paragraph, broken where a long quotation is set apart."""
    found: list[Block] = []
    line: list[Inline] = []
    for run in runs:
        parts = _apart(run) if isinstance(run, Said) else None
        if parts:
            found.append(manner.held(ast.paragraph(ast.spaced([line, _labelled(run, ast.words(parts[0]), manner)]))))
            found.append(ast.quote([ast.paragraph([*ast.lines(parts[1]), *_marks(run, manner)])]))
            line = []
        else:
            line = ast.spaced([line, _line([run], manner)])
    return [*found, ast.paragraph(line)] if line else found


def _line(runs: Sequence[Run], manner: Manner) -> list[Inline]:
    return ast.spaced([_run(run, manner) for run in runs])


def _cell(runs: Sequence[Run], manner: Manner) -> list[Inline]:
    """A cell is one line: Markdown's tables hold no more."""
    return [{"t": "Space"} if inline["t"] == "LineBreak" else inline for inline in _line(runs, manner)]


def _run(run: Run, manner: Manner) -> list[Inline]:
    if isinstance(run, Own):
        told = linked(run.text, manner.shown)
        return [ast.strong(told)] if run.emphasis and told else told
    return [*_labelled(run, ast.lines(run.text), manner), *_marks(run, manner)]


def _labelled(run: Run, inlines: Sequence[Inline], manner: Manner) -> list[Inline]:
    """An unverified account says so before its first word."""
    return ast.spaced([[manner.unverified("Unverified")], inlines]) if isinstance(run, Said) and run.unverified else list(inlines)


def _marks(run: Run, manner: Manner) -> list[Inline]:
    """The marks of the run's citations, told apart by a comma."""
    marks = [manner.notes.mark(number) for number in run.citations] if isinstance(run, Said) else []
    return [inline for at, mark in enumerate(marks) for inline in ([ast.superscript(ast.words(",")), *mark] if at else mark)]


def _apart(said: Said) -> tuple[str, str] | None:
    """The words that lead in and the quotation, where the sentence is those two and the quotation long."""
    quoted = " … ".join(said.quoted)
    led = said.text.removesuffix(f": “{quoted}”")
    return (f"{led}:", quoted) if quoted and led != said.text and len(quoted.split()) > _LONG else None


def _widths(table: Table) -> list[float]:
    """Shares of the line by how much the columns hold, none so narrow that a date would break."""
    held = [max([len(head), *(sum(len(run.text) for run in row[at]) for row in table.rows)]) for at, head in enumerate(table.header)]
    weights = [min(max(amount, 27), 400) ** 0.5 for amount in held]
    return [round(weight / sum(weights), 4) for weight in weights]
