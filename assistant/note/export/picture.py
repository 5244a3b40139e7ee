"""A timeline drawn: time runs down, to scale; each event has its date and its label on a line of its own, so that none overlap.

Matplotlib, without a display; the same events give the same bytes. A date of reduced precision is drawn as the span that it leaves open.
Words in scripts that the font lacks are drawn as boxes: the table beside the picture has them.
"""

from __future__ import annotations

import datetime
import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from assistant.note.note import Event, Timeline
from corpus.characters import visible
from corpus.dates import in_words, is_iso

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

MOST = 15
"""Events that one picture holds."""
_WIDTH, _ROW, _MARGIN = 6.3, 0.3, 0.25  # inches; the width is that of a line on A4
_AXIS, _DATES, _LABELS = 0.025, 0.1, 0.31  # where the axis stands, and dates and labels begin, as shares of the width
_INK, _SOFT = "#1b1f1e", "#8a9490"


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event as it is drawn: the first and the last day it may have happened on, as ordinals."""

    event: Event
    first: int
    last: int


def picture(timeline: Timeline, form: Literal["svg", "png"]) -> bytes | None:
    """The picture, a PNG at 200 dots an inch; ``None`` where fewer than two events have a date."""
    shown = drawn(timeline)
    if len(shown) < 2:
        return None
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    # text.parse_math: a $ in a label is no formula; paths, and the font that comes with matplotlib: the same picture on every machine
    settings = rc_context({"svg.hashsalt": "briefing", "svg.fonttype": "path", "text.parse_math": False, "font.family": "DejaVu Sans"})
    with settings, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a label may hold what the font does not
        figure = Figure(figsize=(_WIDTH, _height(shown)), dpi=200)
        FigureCanvasAgg(figure)
        _plot(figure.add_axes((0, 0, 1, 1)), shown)
        into = io.BytesIO()
        figure.savefig(into, format=form, metadata={"Date": None} if form == "svg" else {"Software": None})
    return into.getvalue()


def in_text(timeline: Timeline) -> str:
    """What the picture shows, in words."""
    told = "; ".join(f"{in_words(each.event.date)}: {visible(each.event.label)}" for each in drawn(timeline))
    left = len(timeline.events) - len(drawn(timeline))
    return f"Timeline, the oldest first. {told}." + (f" {left} more in the table below." if left else "")


def drawn(timeline: Timeline) -> list[Drawn]:
    """The events that the picture shows, in order of time: those with a date, the latest where there are too many."""
    dated = [found for event in timeline.events if (found := _span(event))]
    return sorted(dated, key=lambda each: (each.first, each.last))[-MOST:]


def _span(event: Event) -> Drawn | None:
    if not is_iso(event.date):
        return None
    year, month, day = ([int(part) for part in event.date.split("-")] + [0, 0])[:3]
    first = datetime.date(year, month or 1, day or 1)
    after = first + datetime.timedelta(days=1) if day else datetime.date(year + (not month or month == 12), (month % 12 if month else 0) + 1, 1)
    return Drawn(event, first.toordinal(), after.toordinal() - 1)


def rows(shown: Sequence[Drawn]) -> tuple[list[tuple[float, float]], list[float]]:
    """For each event the span on the axis, to scale, and the place of its words, a line each; in inches from the top."""
    words = [_MARGIN + _ROW * (at + 0.5) for at in range(len(shown))]
    start, stop = shown[0].first, max(each.last for each in shown)
    scale = (words[-1] - words[0]) / max(stop - start, 1)
    return [(words[0] + (each.first - start) * scale, words[0] + (each.last - start) * scale) for each in shown], words


def _height(shown: Sequence[Drawn]) -> float:
    return len(shown) * _ROW + 2 * _MARGIN


def _plot(axes: Axes, shown: Sequence[Drawn]) -> None:
    axes.set(xlim=(0, 1), ylim=(_height(shown), 0))
    axes.axis("off")
    spans, words = rows(shown)
    axes.plot([_AXIS, _AXIS], [spans[0][0], max(bottom for _, bottom in spans)], color=_SOFT, linewidth=1.2, zorder=1)
    for each, (top, bottom), place in zip(shown, spans, words, strict=True):
        _event(axes, each, top, bottom, place)


def _event(axes: Axes, each: Drawn, top: float, bottom: float, place: float) -> None:
    middle = (top + bottom) / 2
    axes.plot([_AXIS, _DATES - 0.025, _DATES - 0.008], [middle, place, place], color=_SOFT, linewidth=0.7, zorder=1)
    if each.last > each.first:  # the span the date leaves open, hollow: somewhere in it
        axes.plot([_AXIS, _AXIS], [top, bottom], color=_INK, linewidth=7, solid_capstyle="round", zorder=2)
        axes.plot([_AXIS, _AXIS], [top, bottom], color="white", linewidth=4.5, solid_capstyle="round", zorder=3)
    else:
        axes.plot([_AXIS], [middle], marker="o", markersize=7, color=_INK, markeredgecolor="white", zorder=4)
    axes.text(_DATES, place, in_words(each.event.date), ha="left", va="center", fontsize=8.5, color=_INK)
    _fitted(axes.text(_LABELS, place, " ".join(visible(each.event.label).split()), ha="left", va="center", fontsize=8.5, color=_INK))


def _fitted(text: Text) -> None:
    """Words that would run off the picture end in an ellipsis."""
    whole = text.get_text()
    low, high = 0, min(len(whole), 200)
    text.set_text(whole[:high])
    if len(whole) <= 200 and _fits(text):
        return
    while low < high:  # the most that fits
        middle = (low + high + 1) // 2
        text.set_text(f"{whole[:middle].rstrip()}…")
        low, high = (middle, high) if _fits(text) else (low, middle - 1)
    text.set_text(f"{whole[:low].rstrip()}…")


def _fits(text: Text) -> bool:
    figure = text.get_figure()
    assert figure is not None
    return bool(text.get_window_extent().x1 <= figure.bbox.x1 * 0.99)
