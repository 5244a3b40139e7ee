"""Which of the numbers that paragraphs seem to begin with are theirs: they stand in one order through the document."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.pdf.labels import follows
from corpus.pdf.paragraphs import Draft

_LONG = 10  # numbers: a series this long counts the paragraphs, a shorter one the items of a list


@dataclass(slots=True)
class _Series:
    """Numbers of one form, each after the last."""

    members: list[Draft] = field(default_factory=list)

    @property
    def last(self) -> tuple[int, ...]:
        label = self.members[-1].label
        return label.value if label else ()

    @property
    def pages(self) -> int:
        return len({draft.first.page for draft in self.members})


def judge(found: list[Draft]) -> tuple[set[int], set[int]]:
    """The drafts (by ``id``) whose number is a paragraph's, and those whose number is a list item's.

    A number that stands in no series is neither, unless a stop follows it: then it is an item's. The words keep what is no number.
    """
    numbered = [draft for draft in found if draft.label and draft.label.parts]
    series = _series(numbered)
    margin = _margin(series)
    paragraphs: set[int] = set()
    items: set[int] = set()
    for each in series:
        first = each.members[0].label
        counted = len(each.members) > 1 or bool(first and first.value[-1] == 1 and first.stopped)
        if each.members and _of_paragraphs(each, margin):
            paragraphs.update(id(draft) for draft in each.members)
        elif counted or bool(first and first.stopped):
            items.update(id(draft) for draft in each.members)
    return paragraphs, items


def _series(numbered: list[Draft]) -> list[_Series]:
    """Each number in the series that it goes on with, the one last added to first; a number that fits none begins another."""
    series: list[_Series] = []
    for draft in numbered:
        label = draft.label
        open_ones = [each for each in reversed(series[-12:]) if label and follows(label.value, each.last)]
        exact = [each for each in open_ones if label and each.last[-1] + 1 == label.value[-1] and abs(each.members[-1].first.x0 - draft.first.x0) < 14]
        home = next(iter(exact or open_ones), None)
        if home is None:
            series.append(_Series([draft]))
        else:
            home.members.append(draft)
            series.remove(home)
            series.append(home)
    return series


def _margin(series: list[_Series]) -> float | None:
    """Where the numbers of the longest series stand."""
    longest = max(series, key=lambda each: len(each.members), default=None)
    return min(draft.first.x0 for draft in longest.members) if longest and len(longest.members) >= 3 else None


def _of_paragraphs(series: _Series, margin: float | None) -> bool:
    first = series.members[0].label
    if first and first.parts > 1:
        return len(series.members) > 1 or first.stopped or first.value[-1] == 1
    if len(series.members) >= _LONG and series.pages > 2:
        return True
    outer = margin is not None and abs(series.members[0].first.x0 - margin) < 14
    return outer and len(series.members) >= 3 and series.pages > 1
