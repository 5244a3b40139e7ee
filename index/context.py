"""The line of context that goes with a chunk into both indexes: whose words, of what sort, from which source and when."""

from __future__ import annotations

from corpus.dates import in_words
from corpus.document import Passage


def context_line(title: str, passage: Passage) -> str:
    """Title, headings, speaker or body, office, kind and date, as a person would say them; a digest has its original's."""
    about = passage.about
    speaker = (about.speaker or about.body) if about else (passage.speaker or passage.body)
    office = about.office if about else passage.office
    elsewhere = [place for place in passage.also_in if "under ‘" in place]
    party = about.party if about else passage.party
    parts = [title, *passage.headings, speaker, office, party, passage.standing.words, passage.date and in_words(passage.date), *elsewhere]
    return ". ".join(part for part in parts if part)
