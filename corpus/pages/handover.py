"""How far a lead-in hands the word over: to whom, and in what style of run.

Where the line itself names nobody, a signature further down may, or the report already quoted from, if the line announces it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.document import Kind
from corpus.pages import cues, leadin, signing, wording
from corpus.pages.layout import Block, Shape
from corpus.pages.runs import Style
from corpus.pages.voice import Voice, of_body

RECORD_LINK = re.compile(r"^https?://\S*(?:hansard|theyworkforyou|parliament)\S*$", re.I)
_REPORTING = re.compile(r"(?i)\b(?:findings?|recommendations?|report|inspectors?)\b")
_CARRIES_ON = re.compile(
    r"(?i)\b(?:follow(?:s|ing)|below|here|extracts?|summary|comments|reports?|findings?|conclu\w+|recommend\w+|goes on|continues|adds?|also|says)\b"
)
_PASTED = {Kind.DEBATE, Kind.PRESS_RELEASE}  # what a reader may paste; nobody's finding rests on a reader's word


@dataclass(frozen=True, slots=True)
class Place:
    """Where a lead-in stands: what is known by now, the report quoted last, the headings above, and what follows."""

    heard: leadin.Heard
    official: Voice | None
    headings: tuple[str, ...]
    rest: list[Block]

    @property
    def headed(self) -> bool:
        """True where a heading follows."""
        return self.rest[0].shape is Shape.HEADING

    @property
    def marked(self) -> bool:
        """True where a quotation mark follows."""
        return cues.marked(self.rest[0].text)

    @property
    def linked(self) -> bool:
        """True where a link to the record stands below."""
        return any(RECORD_LINK.match(block.text) for block in self.rest)


def by_author(text: str, place: Place) -> tuple[Voice, Style] | None:
    """Whom the author's line ``text`` hands over to (with ``:-`` even where it names nobody), or ``None``."""
    if wording.own_words(text):
        return None
    voice = leadin.introduces(text, place.heard, place.marked) or _signed_below(text, place) or _same_report(text, place)
    voice = voice or (Voice(Kind.ARTICLE) if cues.opens(text) else None)
    if voice is None:
        return None
    one_person = voice.kind is Kind.ARTICLE and voice.body is None and voice.speaker and not cues.opens(text)
    enclosed = place.marked and not place.linked and voice.kind.authority < Kind.TESTIMONY.authority
    if one_person or enclosed:
        return voice, Style.MARKED
    return voice, Style.OPEN if place.headed or place.linked or cues.opens(text) else Style.EXCERPT


def by_reader(text: str, place: Place) -> tuple[Voice, Style] | None:
    """What a reader pastes: a press statement, or a speech that quotation marks or a link to the record hold together."""
    voice = leadin.introduces(text, place.heard, place.marked)
    if voice is None or voice.kind not in _PASTED or (voice.kind is Kind.DEBATE and not (place.marked or place.linked)):
        return None
    return voice, Style.MARKED if place.marked and not place.linked else Style.OPEN


def is_letter(blocks: list[Block]) -> bool:
    """True where ``blocks`` begin with *Dear*."""
    return bool(blocks) and blocks[0].text.startswith("Dear ")


def _same_report(text: str, place: Place) -> Voice | None:
    """The report already quoted from, where a lead-in, or the heading it stands under, announces what it says."""
    if not place.official or cues.first_person(text) or leadin.names_another(text, place.official):
        return None
    if place.headed:
        return place.official if cues.opens(text) and _CARRIES_ON.search(text) else None
    return place.official if _REPORTING.search(" ".join((wording.spoken_of(text), *place.headings))) else None


def _signed_below(text: str, place: Place) -> Voice | None:
    """The official body whose head signs what ``text`` hands over to."""
    if is_letter(place.rest) or not (cues.opens(text) or place.headed):
        return None
    until = next((i for i, block in enumerate(place.rest) if cues.opens(block.text)), len(place.rest))
    signature = signing.below(place.rest[:until])
    body = signature.body if signature else None
    return of_body(body) if body and body.official and not body.department else None
