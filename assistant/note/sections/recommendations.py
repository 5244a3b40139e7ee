"""Section 6: what was recommended before, what was answered, and what was found later on the same point."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.note.evidence import Piece
from assistant.note.footnotes import Footnotes
from assistant.note.note import Own, Paragraph, Run, Section, Table
from assistant.note.recommending.later import Later
from assistant.note.recommending.recommended import Recommendation
from assistant.note.recommending.responses import Response, Status
from assistant.note.recommending.tracing import Traced, Tracing

_HEADER = ("Recommendation", "Response", "Later findings on the same point")
_SMALL = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def section(tracing: Tracing, footnotes: Footnotes) -> Section | None:
    """The recommendations in a table, the most relevant first; nothing where none bears on the terms."""
    if not tracing.traced:
        return None
    leads = Own(
        "Recommendations in official sources that bear on the terms of reference, the most relevant first. A status is given only where the words"
        " quoted say so; it is that of the response, and does not say what has been done since."
    )
    table = Table(_HEADER, tuple(_row(each, footnotes) for each in tracing.traced))
    more = (Paragraph((Own(_more(tracing.more)),)),) if tracing.more else ()
    return Section("recommendations", "Previous recommendations", (Paragraph((leads,)), table, *more))


def _row(traced: Traced, footnotes: Footnotes) -> tuple[tuple[Run, ...], ...]:
    return _recommended(traced.recommendation, footnotes), _answered(traced.response, footnotes), _later(traced.later, footnotes)


def _recommended(each: Recommendation, footnotes: Footnotes) -> tuple[Run, ...]:
    return (footnotes.say(Piece(each.hit, (each.words,), each.bearing)),)


def _answered(found: Response | None, footnotes: Footnotes) -> tuple[Run, ...]:
    if found is None:
        return (Own(f"{_sentence(Status.NONE)}."),)
    return Own(f"{_sentence(found.status)}.", emphasis=True), footnotes.say(Piece(found.hit, (found.words,), 1.0))


def _later(found: Later | None, footnotes: Footnotes) -> tuple[Run, ...]:
    if found is None:
        return (Own("None found in the collection."),)
    done: Sequence[Run] = (Own("Reported as carried out.", emphasis=True),) if found.done else ()
    return (*done, footnotes.say(Piece(found.hit, (found.words,), 1.0)))


def _sentence(status: Status) -> str:
    return status[:1].upper() + status[1:]


def _more(count: int) -> str:
    many = _SMALL[count] if count < len(_SMALL) else f"{count:,}"
    bear, are = ("recommendation bears", "is") if count == 1 else ("recommendations bear", "are")
    return f"{many} further {bear} on the terms of reference and {are} not shown."
