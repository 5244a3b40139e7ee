"""Official findings that name the organisation of a witness, or a department: what they have to answer for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.note.evidence import OFFICIAL, ORGANISATIONS, PARLIAMENT, Piece, Theme
from assistant.note.gathering.bearing import likenesses
from assistant.note.inquiry import Inquiry, Witness
from assistant.note.questions.addressees import department, names, to_witness
from assistant.note.questions.suggestion import named
from assistant.note.recommending.recommended import recommending
from corpus.document import Mark
from corpus.pages import bodies
from index.chunk import sentences
from index.search import Index

_LEANS = re.compile(r"^(?:This|That|These|Those|It|They|He|She|Such|Only then|But|And|However|Nor|Yet|Even so|Instead|As such|Its|Their)\b")
_OPEN = re.compile(r"(?i)\?|\b(?:whether|if|unless|should|must|may|might|could|would)\b")
_WANTING = re.compile(
    r"(?i)\bnot (?:\w+ )?(?:good|sufficient\w*|acceptable|adequate\w*|in place|met|fully|always|work\w*|implemented|delivered|completed|enough|available)\b"
    r"|\bnot (?:clear|effective\w*)\b|\b(?:did|does|do|had|has|have|was|were|is|are|chose) not (?:always|to|been|yet|work\w*|enough|well)\b"
    r"|\btoo (?:little|few|many|often|much|long|slow)\b|\b(?:poor(?:ly)?|inadequate\w*|insufficient\w*|unacceptable|unsatisfactory|weak\w*|patchy|dilatory"
    r"|superficial|stalled|faltered|fail(?:s|ed|ing|ure|ures)?|lack(?:s|ed|ing)?|shortfalls?|shortcomings?|delay(?:s|ed)|unreliable|unclear|confus\w+"
    r"|little progress|nowhere near|for want of)\b"
)
_ORGANISATION = re.compile(
    r"\b(?!IT\b|ICT\b|UK\b)[A-Z]{2,6}s?\b"
    r"|\b(?:[A-Z][\w’'-]+ (?:(?:of|for|and|the) )?)*(?:Company|Companies|Service|Ministry|Department|Council|Trust|Agency|Office)\b"
)
_LIKE = 0.5  # likeness of what an organisation said to the finding that it is put beside


@dataclass(frozen=True, slots=True)
class Responsible:
    """A finding, whom it may be put to in words, the organisation that it concerns, and what that organisation has said to it, if anything."""

    piece: Piece
    to: str
    organisation: str
    said: Piece | None = None


def findings(inquiry: Inquiry, theme: Theme, index: Index) -> Iterator[Responsible]:
    """What official findings of a theme say is wanting, and whose it is: a witness's organisation's or a department's; the best first."""
    for piece in shortcomings(theme, index):
        if found := _responsible(inquiry, theme, piece, index):
            yield found


def shortcomings(theme: Theme, index: Index) -> Iterator[Piece]:
    """The sentences of the theme's official findings that say something is wanting, the best first."""
    for piece in theme.of(OFFICIAL):
        passage = piece.hit.passage
        if passage.mark not in (Mark.NOTE, Mark.RECOMMENDATION) and not passage.reply_to and not recommending(passage, index.catalogue):
            told = (run[span.start : span.stop] for run in piece.runs for span in sentences(run))
            yield from (replace(piece, runs=(words,)) for words in told if critical(words))


def critical(words: str) -> bool:
    """True for a sentence that stands by itself and says that something is wanting."""
    return bool(_WANTING.search(words)) and not _LEANS.match(words) and not _OPEN.search(words)


def answerable(witness: Witness, words: str) -> bool:
    """True where what is wanting is the witness's organisation's: of all organisations that stand before the words that say so it is the nearest."""
    return any(_nearest(names(witness), words[: match.start()]) for match in _WANTING.finditer(words))


def _nearest(own: Sequence[str], before: str) -> bool:
    mine = max((before.rfind(name) for name in own), default=-1)
    others = [match.start() for match in _ORGANISATION.finditer(before) if not any(match[0] in name or name in match[0] for name in own)]
    return mine >= 0 and mine >= max(others, default=-1)


def _responsible(inquiry: Inquiry, theme: Theme, piece: Piece, index: Index) -> Responsible | None:
    words = " ".join(piece.runs)
    own = piece.hit.passage.about or piece.hit.passage
    for witness in inquiry.session.witnesses:
        if witness.organisation and answerable(witness, words) and not (own.body and _is(witness, own.body)):
            return Responsible(piece, to_witness(witness), named(witness.organisation), _said(witness.organisation, theme, piece, index))
    body = department([words])
    if body and body.name != own.body and answerable(Witness(body.name, None, body.name, body.aliases), words):
        return Responsible(piece, named(body.name), named(body.name), _said(body.name, theme, piece, index))
    return None


def _is(witness: Witness, body: str) -> bool:
    return body == witness.organisation or body in witness.about or bodies.of_office(body) == bodies.of_office(witness.organisation or "") is not None


def _said(organisation: str, theme: Theme, finding: Piece, index: Index) -> Piece | None:
    """What the organisation said, on that day or later, that is much like the finding."""
    found = finding.hit.passage.date or ""
    pieces = [piece for piece in theme.of(ORGANISATIONS, PARLIAMENT) if _speaks(organisation, piece) and (piece.hit.passage.date or "") >= found]
    alike = likenesses(" ".join(finding.runs), [" ".join(piece.runs) for piece in pieces], index)
    near: Sequence[tuple[float, Piece]] = [pair for pair in zip(alike, pieces, strict=True) if pair[0] >= _LIKE]
    return max(near, key=lambda pair: pair[0])[1] if near else None


def _speaks(organisation: str, piece: Piece) -> bool:
    passage = piece.hit.passage
    if passage.reply_to is None and passage.text.rstrip().endswith("?"):
        return False
    return organisation == passage.body or organisation in (passage.office or "")
