"""Who says it, when, and in what kind of source: the words that lead a quotation in. All ours, all from a passage's fields."""

from __future__ import annotations

import re

from corpus.dates import in_words
from corpus.document import Kind, Mark, Passage
from corpus.pages.bodies import of_office

_TABLED = re.compile(
    r"To ask\b|What (?:his|her|their|(?:\w+ ){1,6}(?:he|she|they))\b|(?:If|When|Whether|How many|Which|Why) (?:he|she|they)\b|asked (?:the|Her|His)\b"
)
"""How a question begins that was put down before the sitting; it ends with no question mark."""


def lead_in(passage: Passage, title: str, quoted: str, asked_by: str | None = None, *, again: bool = False, another: bool = False) -> str:
    """The words before the quotation ``quoted``, without the colon.

    ``asked_by`` is whom a reply answers. ``again``: the same voice as just before; ``another``: the same kind of source.
    """
    if passage.about:
        return _digest_again(passage.about.kind) if again else _digest(passage)
    if passage.kind in (Kind.TESTIMONY, Kind.COMMENT):
        return _unverified(passage, title, again, another)
    made = _debate(passage, quoted, again) if passage.kind is Kind.DEBATE else _LEADS.get(passage.kind, _article)(passage, title, again)
    if asked_by and not again:
        made = f"Answering {asked_by}, {made}"
    return made + _pasted(passage)


def _report(passage: Passage, title: str, again: bool) -> str:
    source = f"{passage.kind.words}{_of(passage)}" + (f", quoted in ‘{title}’," if passage.origin else "")
    under = f" under ‘{passage.headings[-1]}’" if passage.headings else ""
    if passage.speaker and passage.speaker != passage.body:
        if again:
            return f"{passage.speaker} also wrote"
        foreword = "foreword to the " if any("foreword" in heading.lower() for heading in passage.headings) else ""
        return f"{_with_office(passage)} wrote in the {foreword}{source}".removesuffix(",")
    if again:
        return f"The same report also says{under}"
    return f"{passage.body or 'A body that is not named'}’s {source} says{under}"


def _debate(passage: Passage, quoted: str, again: bool) -> str:
    if passage.speaker is None and passage.body:
        what = "gives the division" if passage.mark is Mark.DIVISION else "has, from a voice that it does not name"
        return f"The record of the {passage.body}{_on(passage)} {'also ' if again else ''}{what}"
    if passage.speaker is None:
        return f"A voice that the record does not name said{_on(passage)}"
    if again:
        return f"{passage.speaker} also said"
    asks = not passage.reply_to and (quoted.rstrip("”\"'").endswith("?") or _TABLED.match(quoted))
    role = passage.office or passage.party
    return f"{passage.speaker}{f' ({role})' if role else ''} {'asked' if asks else 'said'}{_in_house(passage)}"


def _press(passage: Passage, title: str, again: bool) -> str:
    statement = f"a statement{_of(passage)}"
    if passage.speaker and passage.speaker != passage.body:
        own = of_office(passage.office or "")
        if own and passage.body and own.name != passage.body:
            return f"{_with_office(passage)} is quoted by {_the(passage.body)} in {statement} as saying"
        return f"{_with_office(passage)} said in {statement}"
    return f"{_capital(_the(passage.body or 'an organisation that is not named'))} {'also ' if again else ''}said in {statement}"


def _article(passage: Passage, title: str, again: bool) -> str:
    when = f" ({in_words(passage.date)})" if passage.date else ""
    if passage.origin:
        whose = passage.speaker or passage.body
        return f"{_capital(_the(whose))}, as quoted in ‘{title}’{when}, says" if whose else f"A text quoted in ‘{title}’{when}, whose source is not given, says"
    return f"{passage.speaker or 'The author'} writes in the article ‘{title}’{when}"


def _unverified(passage: Passage, title: str, again: bool, another: bool) -> str:
    """A practitioner's or a reader's voice; two of them are never run into one."""
    if passage.kind is Kind.TESTIMONY:
        who = "Another" if another else "An"
        return "The same account says" if again else f"{who} unnamed practitioner, whose account is unverified, said{_when(passage)}"
    if passage.speaker:
        return f"A reader signing as {passage.speaker} claimed, unverified, in {passage.locator} on ‘{title}’"
    return f"{'Another' if another else 'An'} anonymous reader claimed, unverified, in {passage.locator} on ‘{title}’"


def _question(passage: Passage, title: str, again: bool) -> str:
    """A written question, or the answer to one; where the record names only the department, it is the department's."""
    who = f"{passage.speaker}{f' ({passage.office or passage.party})' if passage.office or passage.party else ''}" if passage.speaker else ""
    if passage.reply_to:
        return f"{who or _capital(_the(passage.body or 'the department asked'))} {'also ' if again else ''}answered in writing{_on(passage)}"
    return f"{who or 'A Member whom the record does not name'} {'also ' if again else ''}asked in a written question{_on(passage)}"


def _statement(passage: Passage, title: str, again: bool) -> str:
    who = f"{passage.speaker}{f' ({passage.office})' if passage.office else ''}" if passage.speaker else "A Minister whom the record does not name"
    return f"{who} {'also ' if again else ''}said in a written statement{_in_house(passage).replace(' in the ', ' to the ', 1)}"


def _evidence(passage: Passage, title: str, again: bool) -> str:
    oral = passage.kind is Kind.ORAL_EVIDENCE
    place = f"in oral evidence{_on(passage)}" if oral else f"in written evidence{_on(passage)}"
    post = ", ".join(part for part in (passage.office, passage.body) if part)
    who = f"{passage.speaker}{f' ({post})' if post else ''}" if passage.speaker else _capital(_the(passage.body or "a witness whom the record does not name"))
    return f"{who} {'also ' if again else ''}said {place}"


_LEADS = {
    Kind.WRITTEN_QUESTION: _question, Kind.WRITTEN_STATEMENT: _statement, Kind.ORAL_EVIDENCE: _evidence, Kind.WRITTEN_EVIDENCE: _evidence,
    Kind.INSPECTION_REPORT: _report, Kind.COMMITTEE_REPORT: _report, Kind.GOVERNMENT_REPORT: _report,
    Kind.INQUIRY_REPORT: _report, Kind.PRESS_RELEASE: _press,
}  # fmt: skip


def _digest(passage: Passage) -> str:
    """A digest speaks for itself: its words are ours and are never put in the original speaker's mouth."""
    about = passage.about
    assert about is not None
    when = f" of {in_words(about.date)}" if about.date else ""
    if about.kind is Kind.DEBATE:
        whose = f" {about.speaker} in the {about.body}" if about.speaker else f" the {about.body}"
        return f"Our digest of{whose}{when.replace(' of ', ' on ', 1)} reads"
    if about.kind in (Kind.TESTIMONY, Kind.COMMENT):
        return f"Our digest of {'unnamed practitioners’ accounts' if about.kind is Kind.TESTIMONY else 'anonymous readers’ comments'} (unverified) reads"
    what = {Kind.PRESS_RELEASE: "statement", Kind.ARTICLE: "commentary"}.get(about.kind, about.kind.words)
    return f"Our digest of {_the(about.body)}’s {what}{when} reads" if about.body else f"Our digest of the {what}{when} reads"


def _digest_again(kind: Kind) -> str:
    """Unnamed voices that follow each other in one digest are not one voice."""
    return "Elsewhere the same digest reads" if kind in (Kind.TESTIMONY, Kind.COMMENT) else "The same digest adds"


def _with_office(passage: Passage) -> str:
    return f"{passage.speaker}, {passage.office}," if passage.office else str(passage.speaker)


def _of(passage: Passage) -> str:
    return f" of {in_words(passage.date)}" if passage.date else ""


def _when(passage: Passage) -> str:
    return f" ({in_words(passage.date)})" if passage.date else ""


def _on(passage: Passage) -> str:
    return f" on {in_words(passage.date)}" if passage.date else ""


def _in_house(passage: Passage) -> str:
    return (f" in the {passage.body}" if passage.body else "") + (f" on {in_words(passage.date)}" if passage.date else "")


def _pasted(passage: Passage) -> str:
    """Words of others that a reader pasted into a comment are said to have come that way."""
    through = passage.origin.quoted_in if passage.origin else ""
    return " (as pasted into a reader’s comment)" if through.startswith("comment") else ""


def _the(name: str | None) -> str:
    name = name or ""
    plain = name.startswith(("The ", "the ", "HM ", "Napo", "UNISON", "Ofsted", "BBC", "GMB", "Nacro", "Clinks", "On ")) or name.islower() or "." in name
    return name if plain or " " not in name else f"the {name}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
