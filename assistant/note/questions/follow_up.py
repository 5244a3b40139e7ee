"""How to go on when a suggested question has been answered: by what the evidence is about, and only where that is plain."""

from __future__ import annotations

import re

from assistant.disagreements.disagreement import Sort
from assistant.note.evidence import Piece
from corpus.document import Kind

_DISPUTES = {
    Sort.FIGURE: "Which records would show the right figure?",
    Sort.DENIAL: "What evidence is there for either account?",
    Sort.INSPECTIONS: "What is the position today?",
}
_MATTERS = (
    (r"victims?|child(?:ren)?|safeguard\w*|domestic (?:abuse|violence)|public protection|risks? of (?:serious )?harm", "Who checks it, and how often?"),
    (r"fund(?:s|ing|ed)?|cost(?:s|ed)?|budgets?|financ\w+|contract(?:s|ual)?", "What has that cost, and who has paid for it?"),
    (r"IT|technology|computers?|implement\w*|introduc\w*|delay(?:s|ed)?|stalled", "What remains to be done, and by when?"),
    (r"staff|officers?|caseloads?|workloads?|recruit\w*|train(?:ed|ing)|managers?|morale", "How many staff has that needed, and are they in post?"),
)
"""What a finding is about, that of most consequence first, and what is then asked of what has been done about it."""
_INSPECTED = "Has it been inspected again since, and with what result?"
_WORKED = "How would Parliament be able to tell whether it has worked?"


def of_dispute(sort: Sort) -> str:
    """Where two sources differ."""
    return _DISPUTES[sort]


def of_finding(piece: Piece) -> str:
    """Where something was found wanting."""
    words, passage = " ".join(piece.runs), piece.hit.passage
    matter = next((asked for about, asked in _MATTERS if re.search(rf"\b(?:{about})\b", words)), None)
    inspected = (passage.about.kind if passage.about else passage.kind) is Kind.INSPECTION_REPORT
    return matter or (_INSPECTED if inspected else _WORKED)
