"""Lines put together into paragraphs, by the space between them, their edges and what they begin with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.pdf.labels import Label, dashed, label_of
from corpus.pdf.lines import Line

_ENDS = re.compile(r"[.:;?!…][”’\"')\]]*(?:\s*\[[\d, *†‡]+\])*$")
_TURN = re.compile(
    r"Q\d{1,4}\s+[A-Z]|Questions \d+\s*[-–]\s*\d+$"
    r"|(?:Witness(?:es)?|Members present|Examination of witness(?:es)?|Written evidence from witness(?:es)?)(?::|$)"
)
"""What begins a line of its own in a transcript of evidence, however close the lines are set."""
_SPACE = 1.25  # times the usual step from line to line: more parts paragraphs
_INDENT = 0.8  # times the size


@dataclass(slots=True)
class Draft:
    """A paragraph as it grows: its lines, its label, and where it stood (``flow`` counts the groups of lines in the document)."""

    lines: list[Line]
    flow: int
    label: Label | None = None
    edge: float = 0.0  # the right edge of the lines around it

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def last(self) -> Line:
        """Its last line so far."""
        return self.lines[-1]

    @property
    def texts(self) -> list[str]:
        """The words of its lines, the label left out."""
        begin = self.label.rest if self.label else self.first.text
        return [text for text in (begin, *(line.text for line in self.lines[1:])) if text]


def ended(text: str) -> bool:
    """True where a sentence or clause ends: a stop, with brackets, quotation marks and note marks after it."""
    return bool(_ENDS.search(text[-60:]))


def drafts(lines: Sequence[Line], flow: int, spaced: bool) -> list[Draft]:
    """The paragraphs of one flow; a number is taken for a label here, and judged with the others of the document later.

    ``spaced`` says that the document parts its paragraphs by space: a short line then parts none.
    """
    found: list[Draft] = []
    steps = _steps(lines)
    widest = max((line.x1 for line in lines), default=0.0)
    for run in _runs(lines, steps):
        edge = max(line.x1 for line in run)
        left = min(line.x0 for line in run)
        for line in run:
            if found and found[-1].last in run and not _parts(found[-1], line, left, edge, spaced):
                found[-1].lines.append(line)
            else:
                found.append(Draft([line], flow, None if line.table else label_of(line.text), edge if len(run) > 2 else widest))
    return found


def is_spaced(flows: Sequence[Sequence[Line]]) -> bool:
    """True where paragraphs are parted by space through most of a document: every sixteenth line or more has space above it."""
    steps = [(flow, _steps(flow)) for flow in flows]
    wide = sum(len(_runs(flow, step)) - 1 for flow, step in steps)
    return wide > sum(len(flow) for flow in flows) / 16


def _steps(lines: Sequence[Line]) -> dict[float, float]:
    """The usual step from line to line, for each size."""
    steps: dict[float, list[float]] = {}
    for above, below in pairwise(lines):
        if abs(above.size - below.size) < 0.3 and 0.8 * below.size < below.y - above.y < 2.2 * below.size:
            steps.setdefault(below.size, []).append(below.y - above.y)
    return {size: min(median(found), 1.6 * size) if len(found) > 2 else min(found) if min(found) < 1.45 * size else 1.3 * size for size, found in steps.items()}


def _runs(lines: Sequence[Line], steps: dict[float, float]) -> list[list[Line]]:
    """Lines with no more than the usual step between them, in one size."""
    runs: list[list[Line]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        usual = max(steps.get(line.size, 1.25 * line.size), 0.9 * line.size)
        together = last and not line.table and not last.table and 0 <= line.y - last.y <= _SPACE * usual
        if together and last and abs(line.size - last.size) <= 0.08 * max(line.size, last.size):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _parts(draft: Draft, line: Line, left: float, edge: float, spaced: bool) -> bool:
    """True where a line begins a new paragraph although it follows closely."""
    last, stopped = draft.last, ended(draft.last.text)
    short = _short(last, line, edge)
    if draft.first.text == "" or (draft.label and not draft.label.rest and len(draft.lines) == 1):
        return False
    label = label_of(line.text)
    if label and _labelled(draft, line, label, stopped, short, left):
        return True
    if _TURN.match(line.text) and (stopped or short):
        return True
    if last.bold != line.bold and any(char.isalpha() for char in last.text + line.text) and (stopped or short):
        return last.bold or (line.bold and stopped)
    if last.italic != line.italic and short and not stopped and last.italic and len(draft.lines) == 1:
        return True
    if line.begins_bold and not last.bold and stopped and (short or not line.bold):
        return True
    inner = draft.lines[1].x0 if len(draft.lines) > 1 else None
    indent = _INDENT * line.size
    if inner is not None and line.x0 < min(inner, draft.first.x0 + 1) - indent and stopped:
        return True
    if inner is not None and line.x0 > inner + indent and stopped:
        return True
    if inner is not None and line.x0 < inner - indent and (short or stopped) and draft.label is not None:
        return True
    if inner is None and draft.label is None and line.x0 > draft.first.x0 + indent and stopped and short:
        return True
    far = last.x1 - left < 0.6 * (edge - left)
    return short and (far or (stopped and not spaced)) and not line.text[0].islower() and edge - left > 12 * line.size


def _short(last: Line, line: Line, edge: float) -> bool:
    """True where the next line's first word would have found room at the end of the last one."""
    word = len(line.text.split(" ", 1)[0])
    return last.x1 + (word + 1) * _character(line) < edge - 0.2 * line.size


def _character(line: Line) -> float:
    return (line.x1 - line.x0) / max(len(line.text), 1)


def _labelled(draft: Draft, line: Line, label: Label, stopped: bool, short: bool, left: float) -> bool:
    """True where a label begins the line, and is no figure or dash that the sentence before has run on to."""
    if dashed(line.text) and label.number is None:
        return (stopped or short) and line.x0 >= draft.first.x0 - 1
    outside = len(draft.lines) > 1 and line.x0 < draft.lines[1].x0 - 0.5 * line.size
    if label.number is None:
        return True
    beside = abs(line.x0 - draft.first.x0) < 2 and draft.label is not None
    return outside or (beside and (stopped or short)) or (short and stopped) or (stopped and line.x0 <= left + 1 and label.stopped)


def continues(draft: Draft, line: Line, numbered: bool) -> bool:
    """True where the first line of a column or page goes on with the paragraph that the last one ended with."""
    last = draft.last
    if last.table or line.table or abs(last.size - line.size) > 0.08 * last.size or line.raised:
        return False
    label = label_of(line.text)
    lower = line.text[:1].islower() and not (label and label.number is None)
    if lower and not (label and ended(last.text)):
        return not (ended(last.text) and last.text[-1:] in ".?!") or not line.begins_bold
    if label and (label.number is None or ended(last.text) or _short(last, line, draft.edge) or label.stopped):
        return False
    if _short(last, line, draft.edge) or (last.bold and not line.bold):
        return False
    if not ended(last.text):
        return True
    alike = last.bold == line.bold and last.colour == line.colour and (last.text.isupper() or not line.text.isupper())
    return alike and numbered and draft.label is not None and len(draft.lines) > 1
