"""``briefing evaluate``: what it prints, draws, and holds against ``--fail-under`` and ``--fail-over``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator

from assistant import progress
from assistant.evaluation.homes import Homes
from assistant.evaluation.known import BadKnownAnswers
from assistant.evaluation.loading import load
from assistant.evaluation.measures import Measured
from assistant.evaluation.picture import CannotDraw, draw
from assistant.evaluation.report import report
from assistant.evaluation.run import OURS, Watchers, ask
from assistant.evaluation.table import table
from assistant.settings import Settings
from assistant.show import plain

_A_HAIR = 1e-9  # a mean of 9 in 10 is .9


def evaluate(options: argparse.Namespace, settings: Settings) -> int:
    """Ask what the files ask and print what came; the exit status is 1 where a file cannot be used or a bound is not kept."""
    watchers = Watchers(progress.Indexing, progress.Asking())
    try:
        if options.picture and not options.picture.parent.is_dir():
            raise CannotDraw(f"{options.picture}: cannot be written (there is no such folder); name one that is there")
        files = [load(path) for path in options.files]
        with Homes(settings) as homes:
            found = report(ask(files, homes, baselines=options.baselines or bool(options.picture), watchers=watchers))
        print(plain(json.dumps(found.as_json(), ensure_ascii=False, indent=2) if options.json else table(found)))
        if options.picture:
            draw(found, options.picture)
    except (BadKnownAnswers, CannotDraw) as error:
        for line in str(error).split("\n"):
            print(f"briefing: {plain(line)}", file=sys.stderr)
        return 1
    broken = list(_broken(options, found.measures[OURS]))
    if broken:
        print(f"briefing: {'; '.join(broken)}", file=sys.stderr)
    return 1 if broken else 0


def _broken(options: argparse.Namespace, measured: dict[str, Measured]) -> Iterator[str]:
    """The bounds that are not kept; one on what could not be measured is not kept either."""
    for bounds, sign, word in ((options.fail_under, 1, "under"), (options.fail_over, -1, "over")):
        for name, bound in bounds:
            value = measured[name].value
            if value is None:
                yield f"{name} has nothing to measure: no question of the files says anything of it"
            elif sign * (value - bound) < -_A_HAIR:
                yield f"{name} is {value:.3f}, {word} {bound:g}"
