"""What stands above a note: what sort it is, of what committee, of which day, and from what it was made. All ours."""

from __future__ import annotations

from assistant.note.inquiry import NoteKind
from assistant.note.note import BriefingNote
from corpus.dates import in_words

_SORTS = {NoteKind.BRIEF: "Brief for an evidence session", NoteKind.DEBATE: "Debate pack", NoteKind.PAGE: "Brief on one page"}
_QUOTED = "Every statement of the record is quoted to the letter; no language model wrote any of it."

_WORDED = "Worded in part by {}: each sentence that it wrote was checked against the passages it cites, and every quotation is to the letter."


def sort(note: BriefingNote) -> str:
    """The sort of note, and of which committee."""
    return " · ".join(part for part in (note.inquiry.committee, _SORTS[note.inquiry.kind]) if part)


def day(note: BriefingNote) -> str:
    """The day of the session, else the day the note was made, in words."""
    return in_words(note.inquiry.session.date or note.made_from.made)


def prepared(note: BriefingNote) -> str:
    """From how many documents."""
    count = len(note.made_from.documents)
    return f"Prepared from {count:,} document{'' if count == 1 else 's'}"


def made(note: BriefingNote) -> str:
    """From what, when and how the note was made."""
    how = _QUOTED if note.made_from.mode == "quotation" else _WORDED.format(note.made_from.mode)
    when = f" on {in_words(note.made_from.made)}" if note.made_from.made else ""
    return " ".join(part for part in (f"{prepared(note)}{when}.", how, note.notice or "") if part)


def facts(note: BriefingNote) -> dict[str, str]:
    """What a file says about itself."""
    return {"title": note.inquiry.title, "subtitle": sort(note), "date": day(note), "description": f"{prepared(note)}.", "lang": "en-GB"}
