"""Which date a figure is given for: the one beside it in a sentence, that of its row in a table, or of the head of its column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.verify.moments import Moment, moments
from assistant.verify.quantities import Quantity, quantities

_BESIDE = 40  # characters between a date and a figure that goes with it
_PIECES = re.compile(r";|, (?:and|but|while|compared|against|up from|down from)\b|\band (?=in \d{4})")


def of_figure(figure: Quantity, text: str) -> Iterator[list[Moment]]:
    """For each place where ``text`` has the figure, the dates that go with it there (none, or one or more)."""
    head: list[str] = []
    for line in text.split("\n"):
        if "|" in line:
            cells = line.split(" | ")
            yield from _in_row(figure, cells, head)
            head = cells if sum(bool(_dated(cell)) for cell in cells) > 1 or not head else head
        else:
            yield from _in_sentences(figure, line)


def rows(text: str) -> list[str]:
    """The rows of a table and the clauses of sentences, each by itself."""
    return [piece for line in text.split("\n") for piece in ([line] if "|" in line else clauses(line))]


def clauses(text: str) -> list[str]:
    """The clauses of a text, as far as commas and conjunctions tell them."""
    return [piece for piece in re.split(r"(?<=[.?!]) (?=[A-Z])|;|,? (?:and|but|while|whereas|compared with|against) (?=.*\d)|, (?=[A-Z].*\d)", text) if piece]


def _in_row(figure: Quantity, cells: list[str], head: list[str]) -> Iterator[list[Moment]]:
    own = [moment for cell in cells for moment in _dated(cell)]
    for column, cell in enumerate(cells):
        if _has(figure, cell):
            yield own or (_dated(head[column]) if len(head) == len(cells) else [])


def _in_sentences(figure: Quantity, line: str) -> Iterator[list[Moment]]:
    for sentence in re.split(r"(?<=[.?!]) (?=[A-Z])", line):
        for piece in _PIECES.split(sentence):
            if there := _has(figure, piece):
                yield [m for m in _dated(piece) if any(min(abs(q.start - m.stop), abs(m.start - q.stop)) <= _BESIDE for q in there)]


def _has(figure: Quantity, text: str) -> list[Quantity]:
    return [quantity for quantity in quantities(text) if quantity.value == figure.value and quantity.unit == figure.unit]


def _dated(text: str) -> list[Moment]:
    return [moment for moment in moments(text) if moment.year and not moment.words]
