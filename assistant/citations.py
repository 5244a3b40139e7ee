"""References from a passage's fields: the formal one (OSCOLA, 4th edition, as far as the fields go) and a short label.

Nothing here is written by a model. What is not known is left out, never guessed.
"""

from __future__ import annotations

from corpus.dates import in_words
from corpus.document import About, Kind, Passage

GROUPS = {
    1: "Official findings",
    2: "Said in Parliament",
    3: "Organisations' positions",
    4: "Authors' accounts",
    5: "Practitioners' accounts (unverified)",
    6: "Readers' comments (anonymous, unverified)",
}


def group(passage: Passage) -> str:
    """The heading under which an answer puts the passage; a digest goes with its original's kind."""
    return GROUPS[passage.standing.authority]


def reference(passage: Passage, title: str) -> str:
    """The formal reference, ending with *quoted in …* where the words reached us through something else."""
    if passage.about:
        return f"{_digest(passage, title)}; {_through(passage)}" if passage.origin else _digest(passage, title)
    made = _BY_KIND.get(passage.kind, _work)(passage, title)
    return f"{made}, quoted in {_through(passage)}" if passage.origin else made


def label(passage: Passage) -> str:
    """A short label: who, what, when."""
    what = f"digest of {_a(passage.standing.words)}" if passage.about else passage.kind.words
    who = voice(passage)
    return ", ".join(part for part in (who, what, passage.date and in_words(passage.date)) if part)


def voice(passage: Passage) -> str | None:
    """Whose words these are in a few words; ``None`` where the passage itself does not say (an author without a name)."""
    about = passage.about
    if about:
        return about.speaker or about.body
    if passage.speaker:
        return passage.speaker
    return {Kind.COMMENT: "anonymous reader", Kind.TESTIMONY: "unnamed practitioner"}.get(passage.kind, passage.body)


def _debate(passage: Passage, title: str) -> str:
    house = {"House of Lords": "HL Deb", "House of Commons": "HC Deb"}.get(passage.body or "", "Deb")
    column = passage.locator.removeprefix("col ").split(",")[0] if passage.locator.startswith("col ") else None
    parts = [f"{house} {in_words(passage.date)}" if passage.date else house, f"col {column}" if column else passage.locator]
    return ", ".join(parts) + (f" ({_member(passage)})" if passage.speaker else " (unattributed)")


def _report(passage: Passage, title: str) -> str:
    place = " / ".join(passage.headings) or passage.locator
    signed = f" ({passage.speaker}, {passage.office})" if passage.speaker != passage.body and passage.office else ""
    when = f" ({in_words(passage.date)})" if passage.date else ""
    return f"{passage.body or passage.speaker or 'Unnamed body'}, {passage.kind.words}{when}, ‘{place}’{signed}"


def _press(passage: Passage, title: str) -> str:
    said = f" ({passage.speaker}, {passage.office})" if passage.speaker != passage.body and passage.office else ""
    return f"{passage.body or 'Unnamed organisation'}, press statement" + (f" ({in_words(passage.date)})" if passage.date else "") + said


def _work(passage: Passage, title: str) -> str:
    by = f"{passage.speaker}, " if passage.speaker else ""
    when = f" ({in_words(passage.date)})" if passage.date else ""
    return f"{by}‘{title}’{when}, {passage.locator}"


def _testimony(passage: Passage, title: str) -> str:
    return f"Unnamed practitioner, {passage.locator}"


def _comment(passage: Passage, title: str) -> str:
    who = passage.speaker or "Anonymous reader"
    return f"{who}, {passage.locator} on ‘{title}’" + (f" ({in_words(passage.date)})" if passage.date else "")


_BY_KIND = {
    Kind.DEBATE: _debate, Kind.INSPECTION_REPORT: _report, Kind.COMMITTEE_REPORT: _report, Kind.GOVERNMENT_REPORT: _report,
    Kind.INQUIRY_REPORT: _report, Kind.PRESS_RELEASE: _press, Kind.TESTIMONY: _testimony, Kind.COMMENT: _comment,
}  # fmt: skip


def _digest(passage: Passage, title: str) -> str:
    about = passage.about
    assert about is not None
    return f"{title}, {passage.locator}, digest of {_original(about)}"


def _original(about: About) -> str:
    who = f"{about.speaker}, " if about.speaker else (f"{about.body}, " if about.body else "")
    when = f" ({in_words(about.date)})" if about.date else ""
    return f"{who}{about.kind.words}{when}, {about.locator}"


def _through(passage: Passage) -> str:
    assert passage.origin is not None
    words = passage.origin.quoted_in
    return f"original seen through: {words[0].lower()}{words[1:]}" if passage.about else words


def _member(passage: Passage) -> str:
    return f"{passage.speaker}, {passage.office or passage.party}" if passage.office or passage.party else str(passage.speaker)


def _a(words: str) -> str:
    return f"an {words}" if words[0] in "aeiou" else f"a {words}"
