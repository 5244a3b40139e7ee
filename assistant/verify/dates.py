"""Dates: each stands in what is cited, or is the day of its words, and belongs to what the sentence ties it to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.verify.moments import Moment, moments, of_iso, seen_from
from assistant.verify.numbers import round_of
from assistant.verify.quantities import quantities
from assistant.verify.source import Source
from assistant.verify.tables import of_figure
from assistant.verify.verdict import Fault, Problem
from corpus.dates import in_words

_ORDER = (
    ("before", re.compile(r"(?i)\b(?:before|until|till|up to|prior to|by)(?: the end of| early| late)?\W*$")),
    ("after", re.compile(r"(?i)\b(?:after|since|from|following)(?: the end of| early| late)?\W*$")),
)


def check(claim: str, sources: Sequence[Source]) -> Problem | None:
    """The first date of ``claim`` that the sources do not bear out."""
    for own in moments(claim):
        if not any(_borne(own, source) for source in sources):
            return Problem(Fault.DATE, _reason(own, sources))
        if problem := _order(claim, own, sources) or _figure(claim, own, sources) or _elsewhere(claim, own, sources):
            return problem
    return None


def spoken(dates: Sequence[Moment], source: Source) -> Problem | None:
    """The first date given for the words that is not the day of the passage; where its day is not known, one that it does not tell."""
    about = source.passage.about
    day = (about.date if about else None) or source.passage.date
    for own in dates:
        known = own.holds(of_iso(day)) if day else _borne(own, source)
        if not known and not any(own.holds(other) for name in (source.title, *source.passage.headings) for other in moments(name)):
            return Problem(
                Fault.DATE, f"The words are of {in_words(day)}, not of {own.said}." if day else f"The passage does not say that it is of {own.said}."
            )
    return None


def _borne(own: Moment, source: Source) -> bool:
    day = source.passage.date
    told = [seen for text in (source.text, *source.about) for other in moments(text) for seen in seen_from(other, day)]
    return any(own.holds(other) for other in told) or bool(day and own.holds(of_iso(day)) and not own.words)


def _order(claim: str, own: Moment, sources: Sequence[Source]) -> Problem | None:
    """A fault where the sentence says *before* the date and the passage, wherever it has it, *after*."""
    way = _way(claim, own)
    there = [_way(source.text, other) for source in sources for other in moments(source.text) if own.holds(other)]
    if way and there and all(other and other != way for other in there):
        return Problem(Fault.DATE, f"The passage has “{there[0]} {own.said}”, not “{way} {own.said}”.")
    return None


def _way(text: str, moment: Moment) -> str | None:
    before = text[max(0, moment.start - 24) : moment.start]
    return next((way for way, form in _ORDER if form.search(before)), None)


def _figure(claim: str, own: Moment, sources: Sequence[Source]) -> Problem | None:
    """A fault where the passage gives the sentence's figure for another date, in the same row or sentence, and this date elsewhere."""
    others = [moment for moment in moments(claim) if moment != own]
    for figure in (q for q in quantities(claim) if q.unit != "nth" and _together(claim, own, q.start)):
        dated = [found for source in sources for found in of_figure(figure, source.text)]
        apart = bool(dated) and all(dated) and not any(own.holds(m) for row in dated for m in row)
        if apart and own.year and not others and any(own.holds(m) for source in sources for m in moments(source.text)):
            return Problem(Fault.DATE, f"The passage gives “{figure.said}” for {dated[0][0].said}, not for {own.said}.")
    return None


def _together(claim: str, own: Moment, at: int) -> bool:
    between = claim[min(own.stop, at) : max(own.start, at)]
    return not re.search(r"[;:]|\b(?:and|but|while|whereas)\b", between)


def _elsewhere(claim: str, own: Moment, sources: Sequence[Source]) -> Problem | None:
    """A fault where what the sentence ties to the date stands in the passage with another one of the same precision."""
    if own.words or not own.year:
        return None
    around = round_of(claim, own.start, own.stop)
    scored = [
        (len(around & round_of(line, other.start, other.stop)), own.holds(seen), other)
        for source in sources for line in source.sentences for other in moments(line)
        for seen in seen_from(other, source.passage.date)[-1:] if not other.words or seen.year
    ]  # fmt: skip
    right = max((score for score, same, _ in scored if same), default=-1)
    wrong = max((each for each in scored if not each[1] and not _names(claim, each[2])), key=lambda each: each[0], default=None)
    if wrong and wrong[2].depth >= own.depth and wrong[0] >= (2 if right < 0 else right + 2):
        return Problem(Fault.DATE, f"The passage has “{wrong[2].said}” there, not “{own.said}”.")
    return None


def _names(claim: str, other: Moment) -> bool:
    return any(moment.holds(other) or other.holds(moment) for moment in moments(claim))


def _reason(own: Moment, sources: Sequence[Source]) -> str:
    told = [moment.said for source in sources for moment in moments(source.text) if moment.depth == own.depth and not moment.words]
    day = next((source.passage.date for source in sources if source.passage.date), None)
    if told:
        return f"The passage has “{told[0]}”, not “{own.said}”."
    return f"The passage has no “{own.said}”" + (f"; its words are of {in_words(day)}." if day else ".")
