"""A picture of recall by rank: for each way the share of answerable questions with a right passage among the first k.

Matplotlib, without a display; the same report gives the same bytes. The band is the 95% interval of ours.
"""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.evaluation.intervals import interval
from assistant.evaluation.report import Report
from assistant.evaluation.run import OURS

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_STYLES = {
    OURS: ("ours", "#1b5e20", "-", 2.4),
    "fusion": ("plain fusion", "#6a3d9a", "--", 1.5),
    "embedding": ("embedding alone", "#1f78b4", "-.", 1.5),
    "bm25": ("BM25 alone", "#b15928", ":", 1.8),
}
"""For each way its name, colour, dashes (it is read without colours too) and width."""


class CannotDraw(Exception):
    """A picture that cannot be written: which, and why."""


def draw(found: Report, file: Path) -> None:
    """Write the picture to ``file``, as PNG or SVG by its ending. Raises `CannotDraw`."""
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    # text.parse_math: a $ in a file's name is no formula
    with rc_context({"svg.hashsalt": "briefing", "svg.fonttype": "none", "text.parse_math": False}), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a file's name may hold what the font does not
        figure = Figure(figsize=(7, 4.6), layout="constrained")
        FigureCanvasAgg(figure)
        _plot(figure.add_subplot(), found)
        figure.suptitle(_title(found), fontsize=10)
        try:
            figure.savefig(file, dpi=150, metadata={"Date": None} if file.suffix.lower() == ".svg" else {"Software": None})
        except OSError as error:
            raise CannotDraw(f"{file}: cannot be written ({error.strerror}); name a file in a folder that is there") from error


def _plot(axes: Axes, found: Report) -> None:
    for way, (name, colour, dashes, width) in _STYLES.items():
        if rows := found.curves.get(way):
            depths = range(1, len(rows[0]) + 1)
            columns = [list(column) for column in zip(*rows, strict=True)]
            axes.plot(depths, [sum(column) / len(column) for column in columns], dashes, color=colour, linewidth=width, label=name)
            if way == OURS and len(rows) > 1:
                lows, highs = zip(*(interval(column) for column in columns), strict=True)
                axes.fill_between(depths, lows, highs, color=colour, alpha=0.12, linewidth=0)
    axes.set(xlabel="first k passages", ylabel="questions with a right passage among them", xlim=(1, 20), ylim=(0, 1.02), xticks=[1, 5, 10, 15, 20])
    axes.grid(alpha=0.3)
    if axes.lines:
        axes.legend(loc="lower right")


def _title(found: Report) -> str:
    names = ", ".join(Path(file["file"]).name for file in found.files)
    printable = "".join(character if character.isprintable() else "?" for character in names)
    answerable = sum(file["answerable"] for file in found.files)
    return f"{printable[:90]}: {answerable} answerable questions"
