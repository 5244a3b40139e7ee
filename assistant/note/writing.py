"""An inquiry in, a briefing note out: the one way to make a note, for the command, the web page and Python."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version

from assistant.chain import QUOTATION
from assistant.composing import Writes
from assistant.disagreements.disagreement import Disagreement
from assistant.note.evidence import Theme
from assistant.note.footnotes import Footnotes
from assistant.note.gathering import choosing, replies
from assistant.note.gathering.choosing import Shown
from assistant.note.gathering.gather import Progress, gather
from assistant.note.gathering.looking import Looking
from assistant.note.gathering.scene import Scene, fresh, scenes
from assistant.note.inquiry import Inquiry, NoteKind
from assistant.note.note import BriefingNote, MadeFrom, Section, said
from assistant.note.questions import suggested
from assistant.note.recommending.tracing import trace
from assistant.note.sections import background, debate_pack, disagreements, gaps, recommendations, session, sources, summary, themes, timeline
from assistant.note.wording import Wording
from assistant.verify.checker import Checker
from index.search import Index

_BACKGROUND = 0.12  # of the note's length, besides it
_PAGE = 400  # words of the themes from which one page takes its points


def quietly(words: str, done: int, total: int) -> None:
    """Tells nobody."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a note is put together from."""

    inquiry: Inquiry
    index: Index
    wording: Wording
    shown: list[Shown]
    scenes: list[Scene]
    progress: Progress

    @property
    def themes(self) -> list[Theme]:
        return [each.theme for each in self.shown]


def write(inquiry: Inquiry, index: Index, checks: Checker, writer: Writes | None = None, progress: Progress = quietly, *, today: str) -> BriefingNote:
    """The note on an inquiry, every sentence of it quoted or checked. ``today`` is the day it is made, ISO 8601, from which promises are overdue where
    the inquiry names no day. Raises nothing of the model's: where it fails the record is quoted and the note says why."""
    inquiry = replace(inquiry, today=inquiry.today or inquiry.session.date or today)
    looking = Looking(index)
    found = gather(inquiry, index, looking, progress)
    page = inquiry.kind is NoteKind.PAGE
    shown = choosing.choose(found, _PAGE * min(len(found), 5) if page else inquiry.words)
    replies.add(shown, index, looking)
    set_by = [] if page else fresh(scenes(inquiry, found, index, looking), shown)
    made = _Made(inquiry, index, Wording(Footnotes(index), checks, writer), shown, set_by, progress)
    told = {NoteKind.BRIEF: _brief, NoteKind.DEBATE: _pack, NoteKind.PAGE: _one_page}[inquiry.kind](made)
    numbered, citations = made.wording.footnotes.numbered(told)
    worded = any(not each.quoted for section in numbered for inner in section.walk() for each in said(inner))
    origin = _made_from(inquiry, index, writer.mode if writer and worded else QUOTATION, today)
    return BriefingNote(inquiry, (*numbered, sources.section(citations)), citations, origin, tuple(made.wording.withheld), made.wording.notice)


def _brief(made: _Made) -> list[Section]:
    footnotes, themed, total = made.wording.footnotes, made.themes, len(made.shown)
    made.progress("tracing recommendations", total, total)
    tracing = trace(made.inquiry, themed, made.index)
    made.progress("comparing sources", total, total)
    disputes = _disputes(themed, made.wording.checks)
    asked = suggested.suggestions(made.inquiry, themed, made.index, disputes, tracing)
    made.progress("writing", total, total)

    def further(shown: Shown) -> list[Section]:
        number = shown.theme.number
        found = (disagreements.section(shown.theme, disputes[number], footnotes), suggested.section(shown.theme, asked[number], footnotes))
        return [each for each in found if each]

    summed = summary.section(made.shown, made.wording)
    before = background.section(made.scenes, round(_BACKGROUND * made.inquiry.words), made.wording, _quoted(summed))
    told = [
        session.section(made.inquiry),
        summed,
        before,
        timeline.section(made.scenes, made.shown, footnotes, [*_quoted(summed), *(_quoted(before) if before else ())]),
        themes.section(made.shown, made.wording, further),
        recommendations.section(tracing, footnotes),
        gaps.section(made.inquiry, themed, made.index),
    ]
    return [each for each in told if each]


def _pack(made: _Made) -> list[Section]:
    told = [words for each in made.shown for piece in each.pieces for words in piece.runs]  # quoted just below the background
    before = background.section(made.scenes, round(_BACKGROUND * made.inquiry.words), made.wording, told)
    return [*debate_pack.sections(made.shown, before, made.wording), gaps.section(made.inquiry, made.themes, made.index)]


def _one_page(made: _Made) -> list[Section]:
    return [summary.section(made.shown, made.wording)]


def _quoted(section: Section) -> list[str]:
    return [words for each in said(section) for words in each.quoted]


def _disputes(themed: Sequence[Theme], checks: Checker) -> dict[int, Sequence[Disagreement]]:
    return {theme.number: disagreements.found(theme, checks.closeness) if checks.closeness else () for theme in themed}


def _made_from(inquiry: Inquiry, index: Index, mode: str, today: str) -> MadeFrom:
    """What the note was made from: the documents of which something is within the inquiry's limits."""
    limits = inquiry.limits
    held = [each for each in index.documents() if not limits.documents or each.document_id in limits.documents]
    if limits != replace(type(limits)(), documents=limits.documents):
        held = [each for each in held if index.catalogue.survey.coverage(replace(limits, documents=(each.document_id,)))[0]]
    documents = tuple(sorted((each.document_id, each.sha256) for each in held))
    return MadeFrom(documents, mode, index.embedder.name, _version(), today)


def _version() -> str:
    """The version of this program; of a copy that was never installed nobody knows it."""
    try:
        return version("parliamentary-briefing")
    except PackageNotFoundError:
        return "not installed"
