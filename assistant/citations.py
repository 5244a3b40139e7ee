"""References from a passage's fields: the formal one (OSCOLA, 4th edition, as far as the fields go) and a short label.

Nothing here is written by a model. What is not known is left out, never guessed.
"""

from __future__ import annotations

import re

from corpus.dates import in_words
from corpus.document import About, Kind, Mark, Passage

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


def footnote(passage: Passage, title: str) -> str:
    """The long form, for a note: the reference, the headings above, what a reader has to know, and the link."""
    under = f", under ‘{' / '.join(passage.headings)}’" if passage.headings and not passage.about else ""
    known = f" [{passage.remark}]" if passage.remark else ""
    return f"{reference(passage, title)}{under}{known}" + (f" <{passage.url}>" if passage.url else "")


def label(passage: Passage) -> str:
    """A short label: who, what, when."""
    what = f"digest of {_a(passage.standing.words)}" if passage.about else passage.kind.words
    if passage.mark in (Mark.RECOMMENDATION, Mark.CONCLUSION, Mark.NON_ANSWER):
        what = " ".join(part for part in (passage.mark.value, passage.number) if part) + f" in {_a(what)}"
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


def _parliament(passage: Passage, title: str) -> str:
    """``HC Deb 9 May 2016, vol 609, col 430 (who)``: the volume only where it is known."""
    series = passage.series or _SERIES.get(passage.body or "", "Deb")
    column = _COLUMN.search(passage.locator)
    parts = [f"{series} {in_words(passage.date)}" if passage.date else series, f"vol {passage.volume}" if passage.volume else ""]
    told = ", ".join(part for part in (*parts, column[0] if column else passage.locator) if part)
    return told + (f" ({_member(passage)})" if passage.speaker else " (unattributed)")


def _question(passage: Passage, title: str) -> str:
    """``PQ 5460, 6 December 2023 (who asked)``; of an answer, the day it was given; as Hansard printed it where that is the source."""
    if passage.series not in {None, "PQ"}:
        return _parliament(passage, title)
    when = f", {'answered ' if passage.reply_to else ''}{in_words(passage.date)}" if passage.date else ""
    who = _member(passage) if passage.speaker else passage.body
    return passage.locator + when + (f" ({who})" if who else "")


def _report(passage: Passage, title: str) -> str:
    """``Justice Committee, ‘Title’ (June 2018), HC 482, para 12``; of a report quoted elsewhere, the heading it stands under."""
    place = f"‘{' / '.join(passage.headings)}’" if passage.headings else passage.locator
    when = f" ({in_words(passage.date)})" if passage.date else ""
    by = passage.body or passage.speaker or "Unnamed body"
    if passage.origin:
        return f"{by}, {passage.kind.words}{when}, {place}{_marked(passage)}{_signed(passage)}"
    parts = [f"{by}, ‘{title}’{when}", passage.series, _paragraph(passage)]
    return ", ".join(part for part in parts if part) + _marked(passage) + _signed(passage)


def _evidence(passage: Passage, title: str) -> str:
    """Oral: ``‘Title’ (20 March 2018), HC 482, Q41 (who, office, organisation)``; written: with the submission's own number."""
    when = f" ({in_words(passage.date)})" if passage.date else ""
    parts = [f"‘{title}’{when}", passage.series, _paragraph(passage)]
    who = ", ".join(dict.fromkeys(part for part in (passage.speaker, passage.office, passage.body) if part))
    return ", ".join(part for part in parts if part) + (f" ({who})" if who else "")


def _press(passage: Passage, title: str) -> str:
    when = f" ({in_words(passage.date)})" if passage.date else ""
    by = passage.body or "Unnamed organisation"
    return (f"{by}, press statement{when}" if passage.origin else f"{by}, ‘{title}’, press statement{when}, {_paragraph(passage)}") + _signed(passage)


def _work(passage: Passage, title: str) -> str:
    by = f"{passage.speaker}, " if passage.speaker else ""
    when = f" ({in_words(passage.date)})" if passage.date else ""
    return f"{by}‘{title}’{when}, {_paragraph(passage)}"


def _testimony(passage: Passage, title: str) -> str:
    return f"Unnamed practitioner, {passage.locator}"


def _comment(passage: Passage, title: str) -> str:
    who = passage.speaker or "Anonymous reader"
    return f"{who}, {passage.locator} on ‘{title}’" + (f" ({in_words(passage.date)})" if passage.date else "")


_BY_KIND = {
    Kind.DEBATE: _parliament, Kind.WRITTEN_STATEMENT: _parliament, Kind.WRITTEN_QUESTION: _question,
    Kind.INSPECTION_REPORT: _report, Kind.COMMITTEE_REPORT: _report, Kind.GOVERNMENT_REPORT: _report, Kind.INQUIRY_REPORT: _report,
    Kind.ORAL_EVIDENCE: _evidence, Kind.WRITTEN_EVIDENCE: _evidence, Kind.PRESS_RELEASE: _press, Kind.TESTIMONY: _testimony, Kind.COMMENT: _comment,
}  # fmt: skip
_SERIES = {
    "House of Commons": "HC Deb", "House of Lords": "HL Deb", "Scottish Parliament": "SP OR", "Northern Ireland Assembly": "NIA Deb",
}  # fmt: skip
_COLUMN = re.compile(r"\bcols? \w+(?:–\w+)?")
_PAGE = re.compile(r"^(?P<place>(?:para|Q)\b.*?|Q\d+.*?), (?:pp?\.|sheet) [\w.–-]+$")


def _paragraph(passage: Passage) -> str:
    """The place in a report as a reference gives it: the paragraph's number alone where it has one, else the page."""
    numbered = _PAGE.match(passage.locator)
    return numbered["place"] if numbered else re.sub(r"\b(pp?)\. (?=\w)", r"\1 ", passage.locator)


def _signed(passage: Passage) -> str:
    return f" ({passage.speaker}, {passage.office})" if passage.speaker != passage.body and passage.office else ""


def _marked(passage: Passage) -> str:
    if passage.mark not in (Mark.RECOMMENDATION, Mark.CONCLUSION) or not passage.number or passage.number in passage.locator.split(",")[0].split():
        return ""  # nothing to say beyond the paragraph's own number
    return f", {passage.mark.value} {passage.number}"


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
