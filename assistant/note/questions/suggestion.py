"""A question to suggest: what prompts it, to whom it may be put, what has been answered already, and how to go on. And what may be read out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from assistant.note.evidence import Piece
from assistant.verify.offices import ministerial
from corpus.dates import in_words
from corpus.document import About, Kind, Passage

_SPOKEN = 45  # words of a quotation that a Member can read out
_TITLE = 6  # words of an office that is read out
_LEAST = 8  # words that are left of one cut short
_TAIL = re.compile(r"\s*(?:\[\d+\]|\((?:paragraphs?|paras?\.?) [^)]{1,40}\))[.;]?$")
_CUT = " …"
_TABLED = re.compile(r" \| |\n")  # the cells of a table, which are no sentence
_NOTED = re.compile(r"\[\d{1,4}\]")  # the number of a note, which nobody can read out
_ENDS = re.compile(r"(?:; |: |, (?:and|including|which|with|so that|such as|as) | – )")
_NAMED = re.compile(
    r"(?:Committee|Inquiry|Department|Ministry|Office|Association|Trust|League|Institute|Council|Service|Commission|Ombudsman|Union|Society|Board|Agency)\b"
)


class Why(StrEnum):
    """What prompts a question, in words for a reader."""

    DISPUTED = "two sources differ on this"
    PROMISE = "an undertaking whose date has passed, with nothing found since that says it was met"
    RECOMMENDATION = "a recommendation to which no response was found in the collection"
    UNSETTLED = "a recommendation whose response does not say in terms whether it is accepted"
    FINDING = "a finding that concerns the organisation asked"
    WANTING = "an official finding that something was wanting"
    UNANSWERED = "a question put in Parliament that the reply found does not answer"
    NO_REPLY = "a question put in Parliament to which no reply was found in the collection"

    @property
    def given(self) -> str:
        """What to call an answer that was given before."""
        return {Why.UNANSWERED: "The reply found", Why.UNSETTLED: "The response found"}.get(self, "Answer already given")


@dataclass(frozen=True, slots=True)
class Told:
    """What a question quotes of a piece: who says it, up to the colon, and as much of the ``words`` as can be read out (`spoken`)."""

    lead: str
    words: str
    piece: Piece

    @property
    def text(self) -> str:
        """The words between quotation marks, led in; an ellipsis for what is left out at the end stands behind them, as it is not the source's."""
        whole = self.words.removesuffix(_CUT)
        ending = _CUT if whole != self.words else "" if whole.endswith((".", "?", "!", "…")) else "."
        return f"{self.lead}: “{whole}”{ending}"

    @property
    def runs(self) -> tuple[str, ...]:
        """The source's own words, to the letter."""
        return tuple(self.words.removesuffix(_CUT).split(" … "))


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What ``told`` quotes of the record, and what is asked about it, in our words. ``already`` is an answer given before, if any."""

    why: Why
    told: tuple[Told, ...]
    asks: str
    to: str
    follow_up: str
    already: Piece | None = None

    @property
    def question(self) -> str:
        """The whole as a Member would put it; it ends with a question mark."""
        return " ".join((*(each.text for each in self.told), self.asks))

    @property
    def prompted(self) -> tuple[Piece, ...]:
        """The pieces it rests on."""
        return tuple(each.piece for each in self.told)


def spoken(words: str) -> str | None:
    """As much of the record's words as can be read out, to the letter, cut only where a clause ends; ``None`` where that cannot be done."""
    words = _TAIL.sub("", words.strip())
    if _NOTED.search(words) or _TABLED.search(words):
        return None
    if len(words.split()) <= _SPOKEN:
        return words
    ends = [match.start() for match in _ENDS.finditer(words) if _LEAST <= len(words[: match.start()].split()) <= _SPOKEN]
    return f"{words[: ends[-1]]}{_CUT}" if ends else None


def who(passage: Passage, verb: str, since: str | None = None) -> str:
    """Who said it and when, as a Member would say it, up to the colon: ``In June 2017 HM Inspectorate of Probation found``. A digest's words are
    nobody's but the digest's. ``since`` is the day just named."""
    date = (passage.about.date if passage.about else None) or passage.date
    when = "" if not date else f"{'On' if date.count('-') == 2 else 'In'} {in_words(date)} "
    if passage.about:
        return _summary(passage.about)
    when = "On the same day " if since and date == since else when
    name = _voice(passage)
    return f"{when}{name} {verb}" if when else f"{name[:1].upper()}{name[1:]} {verb}"


def _summary(about: About) -> str:
    on = f" on {in_words(about.date)}" if about.date else ""
    if about.kind is Kind.DEBATE:
        said = f"what {about.speaker} said in the {about.body}" if about.speaker else f"the debate in the {about.body}"
        return f"A summary of {said}{on} reads"
    of = f" of {in_words(about.date)}" if about.date else ""
    whose = named(about.speaker or about.body)
    return f"A summary of {f'{whose}’s' if whose else 'the'} {about.kind.words}{of} reads"


def _voice(passage: Passage) -> str:
    """The speaker, with what a listener has to know of the office; else the body, as which a paper speaks."""
    if passage.speaker and passage.speaker != passage.body:
        return f"{passage.speaker}{_office(passage)}"
    return named(passage.body or passage.speaker) or "a source whose name is not given"


def _office(passage: Passage) -> str:
    if ministerial(passage.office):
        return ", for the Government,"
    return f", {passage.office}," if passage.office and len(passage.office.split()) <= _TITLE else ""


def named(body: str | None) -> str:
    """A body's name with its article, where it has one: ``the Ministry of Justice``, ``HM Inspectorate of Probation``."""
    if not body or body.startswith(("The ", "the ", "HM ")) or not _NAMED.search(body):
        return body or ""
    return f"the {body}"
