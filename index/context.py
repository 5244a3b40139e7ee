"""The line of context that goes with a chunk into both indexes: whose words, of what sort, from which source and when, and in
answer to what."""

from __future__ import annotations

from corpus.dates import in_words
from corpus.document import Kind, Passage

ANSWERS = (Kind.DEBATE, Kind.WRITTEN_QUESTION, Kind.ORAL_EVIDENCE)
"""Kinds in which a reply hardly makes sense, or is hardly found, without what was asked: *Yes, we have no plans to do so.*"""
CONTEXT_FORM = "context 2"
"""Changed with what stands in the line, so that what was indexed with another is indexed anew."""
_ASKED = 240  # characters of what was asked: with the rest of the line and a chunk still inside MiniLM's 256 word pieces or nearly


def context_line(title: str, passage: Passage, asked: str | None = None) -> str:
    """Title, headings, speaker or body, office, kind and date, as a person would say them; a digest has its original's. ``asked`` is
    the text of the question that the passage answers."""
    about = passage.about
    speaker = (about.speaker or about.body) if about else (passage.speaker or passage.body)
    office = about.office if about else passage.office
    elsewhere = [place for place in passage.also_in if "under ‘" in place]
    party = about.party if about else passage.party
    parts = [title, *passage.headings, speaker, office, party, passage.standing.words, passage.date and in_words(passage.date), *elsewhere]
    return ". ".join(part for part in (*parts, _shortened(asked)) if part)


def _shortened(asked: str | None) -> str | None:
    return f"In answer to: {asked if len(asked) <= _ASKED else asked[:_ASKED].rsplit(' ', 1)[0]}" if asked else None
