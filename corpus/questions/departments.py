"""The department a question is put to, as its own opening names it."""

from __future__ import annotations

import re

# Only offices whose department's name has not been in doubt while there were such questions.
_DEPARTMENTS = {
    "Attorney General": "Attorney General",
    "Chancellor of the Exchequer": "HM Treasury",
    "Prime Minister": "Prime Minister",
    "Minister for the Cabinet Office": "Cabinet Office",
    "Secretary of State for the Home Department": "Home Office",
    "Secretary of State for Defence": "Ministry of Defence",
    "Secretary of State for Justice": "Ministry of Justice",
    "Secretary of State for Northern Ireland": "Northern Ireland Office",
    "Secretary of State for Transport": "Department for Transport",
    "Secretary of State for Work and Pensions": "Department for Work and Pensions",
    "Secretary of State for Health and Social Care": "Department of Health and Social Care",
    "Secretary of State for Environment, Food and Rural Affairs": "Department for Environment, Food and Rural Affairs",
}
_OPENING = re.compile(rf"\s*To ask (?:the )?({'|'.join(map(re.escape, _DEPARTMENTS))})(?:,|\s(?!for\b|and\b))", re.I)
_BY_OFFICE = {office.lower(): department for office, department in _DEPARTMENTS.items()}


def asked_of(question: str) -> str | None:
    """The department whose Minister the question opens by asking; ``None`` where it names none, or one this table leaves out."""
    opening = _OPENING.match(question)
    return _BY_OFFICE[opening[1].lower()] if opening else None
