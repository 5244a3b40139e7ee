"""Sentences that set the scene: what was begun, published, changed or inspected, and when."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.note.evidence import OFFICIAL, ORGANISATIONS, PARLIAMENT, Piece
from assistant.note.gathering.choosing import Shown, length, source
from assistant.note.gathering.gather import Found, is_said, needed_for, said_at
from assistant.note.gathering.looking import Looking
from assistant.note.gathering.searches import within
from assistant.note.gathering.worth import is_evidence, quotable
from assistant.note.inquiry import Inquiry
from assistant.quotation import runs
from assistant.selection import Chosen, substance
from assistant.verify.moments import Moment, moments, seen_from
from index.search import Index

_EVENT = re.compile(
    r"(?i)\b(?:announced|published(?! (?:statistics|figures|data|results|research|evidence))"
    r"|launch(?:ed)?|introduced|beg[au]n(?! to)|created|came into (?:force|effect|being)|took effect|extended|awarded"
    r"|transferred|abolished|commissioned|underto(?:ok|ne|ken)|made changes|entered into|(?:first|second|third) (?:inspection|report|review|inquiry)"
    r"|consulted|enacted|merged|owned by|appointed|(?:act|bill|law|regulations) (?:(?:was|were) )?passed|repealed|reformed|privatised"
    r"|was made available|originally anticipated)\b"
)
"""What tells of a beginning or a change."""
_FIRST = re.compile(r"(?i)^this (?:is|was) (?:the|our) (?:\w+ )?(?:inspection|report|inquiry|review)")
_EVENT_COUNTS, _DATE_COUNTS, _FIRST_COUNTS = 0.3, 0.15, 0.4  # besides how near the sentence is to the inquiry
_LEANS_LOSES = 0.2
_LOOKS_BACK = re.compile(r"\b(?:[Ii]t|[Tt]hey|[Tt]hem|[Tt]his|[Tt]hese|[Tt]hose|[Ss]uch|[Ss]he|[Hh]e)\b")
_HANGS = re.compile(r"(?:[A-Z]\w+ [^,]{1,60}, )?(?:[Ii]t|[Tt]hey|[Tt]his|[Tt]hese|[Tt]hose|[Ss]he|[Hh]e)\b")
_TURNS = re.compile(
    r"(?:However|But|Yet|Nevertheless|Nonetheless|Even so|In practice|On the other hand|(?:This|That|It) (?:was|is) not|Not (?:all|every))\b"
    r"|[^,.]{1,80}, however,"
)
"""How a sentence begins that takes something back of the one before it."""
_LEADS_ON = re.compile(r"\b(?:one|two|three|four|several) (?:\w+ )?(?:reasons?|ways?|things?|features|conditions|points|questions)\b[^,;:]*[.:]$")
"""What only announces what the next sentence tells."""
_AGAIN = 0.2  # of its worth that a sentence loses which stands under a theme as well
_OPENING = 8  # words in which what looks back most likely looks to the sentence before
_WHEN = re.compile(r"\b(?:in|since|by|during|from|until|after|before|early|late|of|between) (?:the \w+ of )?$", re.IGNORECASE)
"""What stands before a month or a year that tells when: *the 2017 report* and *the November 2015 findings* tell which."""
_ASKS = re.compile(r"\?[”\"’']?$|^To ask\b")
_FOUND = 40  # passages looked at for the inquiry as a whole


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, with what it leans on, as a piece; ``moments`` are the dates it names, as far as their year is known; ``alone`` where it is one
    sentence that can be read by itself."""

    piece: Piece
    moments: tuple[Moment, ...]
    alone: bool = True


def day(piece: Piece) -> str:
    """The day of the words, of a digest its original's; empty where it is not known."""
    passage = piece.hit.passage
    return (passage.about.date if passage.about else None) or passage.date or ""


def scenes(inquiry: Inquiry, found: Sequence[Found], index: Index, looking: Looking) -> list[Scene]:
    """The dated official, parliamentary and organisations' sentences that set the scene, the best first."""
    if not any(each.looked for each in found):  # nothing bears on the terms: what the title alone finds is of something else
        return []
    limits = within(inquiry.limits, OFFICIAL, PARLIAMENT, ORGANISATIONS)
    own = index.search(inquiry.title, _FOUND, limits) if limits else []
    themed = [choice.hit for each in found for choice in each.looked if choice.hit.passage.standing.authority <= ORGANISATIONS]
    hits = {hit.passage.text: hit for hit in (*themed, *own) if is_evidence(hit.passage)}
    themes = [each.theme.term for each in found if each.looked][:3]
    made = [scene for choice in looking.look(inquiry.title, themes, list(hits.values())) for scene in _of(choice)]
    return sorted(made, key=lambda scene: (-scene.piece.bearing, scene.piece.hit.passage.id, scene.piece.runs))


def _of(choice: Chosen) -> Iterable[Scene]:
    for i, value in enumerate(choice.likeness):
        sentence = said_at(choice, i)
        piece = Piece(choice.hit, (), 0.0)
        if not day(piece) or not all(quotable(choice.hit.passage, said_at(choice, j)) for j in needed_for(choice, i)) or _ASKS.search(sentence):
            continue
        dated, event = _dated(sentence, day(piece)), bool(_EVENT.search(sentence))
        if event and not hangs(choice, i):
            worth = value + _EVENT_COUNTS + _DATE_COUNTS * bool(dated) + _FIRST_COUNTS * bool(_FIRST.search(sentence)) - _LEANS_LOSES * leans(sentence)
            yield Scene(replace(one(choice, i), bearing=worth), dated, alone(choice, i))


def one(choice: Chosen, i: int) -> Piece:
    """A sentence of a passage, with what it leans on."""
    return Piece(choice.hit, tuple(runs(replace(choice, taken=needed_for(choice, i)))), choice.likeness[i])


def alone(choice: Chosen, i: int) -> bool:
    """True where a sentence can be read by itself."""
    return needed_for(choice, i) == {i} and not leans(said_at(choice, i)) and not goes_on(choice, i)


def hangs(choice: Chosen, i: int) -> bool:
    """True where a sentence begins with what the one before it would tell, and that is not known to go with it."""
    return needed_for(choice, i) == {i} and bool(_HANGS.match(said_at(choice, i))) and not _FIRST.search(said_at(choice, i))


def goes_on(choice: Chosen, i: int) -> bool:
    """True where this sentence by itself would tell half: the next takes something back of it, or tells what it only announces."""
    return i + 1 < len(choice.spans) and bool(_TURNS.match(said_at(choice, i + 1)) or _LEADS_ON.search(said_at(choice, i)))


def leans(sentence: str) -> bool:
    """True where the sentence soon speaks of something as known: *it*, *these*. *This is the first inspection* does not."""
    return bool(_LOOKS_BACK.search(" ".join(sentence.split()[:_OPENING]))) and not _FIRST.search(sentence)


def _dated(sentence: str, spoken: str) -> tuple[Moment, ...]:
    """The dates that a sentence names, each with its year as seen from the day it was said; decades and years of account left out."""
    told = [moment for moment in moments(sentence) if not moment.end and not moment.words]
    sure = [moment for moment in told if moment.year or moment.day or f"{moment.said} this year" in sentence]  # a bare month may be of any year
    sure = [moment for moment in sure if moment.day or _WHEN.search(sentence[: sentence.find(moment.said)])]
    return tuple(seen for moment in sure if (seen := seen_from(moment, spoken)[-1]).year)


def fresh(found: Sequence[Scene], shown: Sequence[Shown]) -> list[Scene]:
    """The scenes anew, the best first, those that stand under a theme as well behind others as good."""
    told = [run for each in shown for piece in each.pieces for run in piece.runs]

    def worth(scene: Scene) -> float:
        return scene.piece.bearing - _AGAIN * all(any(run in other for other in told) for run in scene.piece.runs)

    made = [replace(scene, piece=replace(scene.piece, bearing=worth(scene))) for scene in found]
    return sorted(made, key=lambda scene: (-scene.piece.bearing, scene.piece.hit.passage.id, scene.piece.runs))


def chosen(found: Sequence[Scene], words: int, per_source: int, told: Sequence[str] = ()) -> list[Scene]:
    """The best of them within ``words``, so many of one source at most, oldest first; what begins a story counts as much as what ends it. What is
    ``told`` already is left out."""
    kept: list[Scene] = []
    before = [substance(words) for words in told]
    for scene in found:
        if scene.piece.authority > PARLIAMENT or _known(scene, kept, before):
            continue
        same = sum(source(other.piece.hit) == source(scene.piece.hit) for other in kept)
        if same < per_source and sum(length(other.piece) for other in kept) + length(scene.piece) <= words:
            kept.append(scene)
    return sorted(kept, key=lambda scene: (day(scene.piece), scene.piece.hit.passage.document_id, scene.piece.hit.passage.ordinal))


def _known(scene: Scene, kept: Sequence[Scene], before: Sequence[set[str]]) -> bool:
    return is_said(" ".join(scene.piece.runs), [*before, *(substance(" ".join(each.piece.runs)) for each in kept)])
