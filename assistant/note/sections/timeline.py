"""The timeline: the days on which the sources spoke, and what they themselves date, a sentence each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.abstention import names
from assistant.note.evidence import ORGANISATIONS, Piece
from assistant.note.footnotes import Footnotes
from assistant.note.gathering.choosing import Shown, length, source
from assistant.note.gathering.gather import is_said
from assistant.note.gathering.scene import Scene, alone, day, fresh, one
from assistant.note.note import Event, Section, Timeline
from assistant.selection import substance
from assistant.verify.moments import Moment
from corpus.dates import is_iso
from corpus.document import About, Kind, Passage
from corpus.pages.bodies import known
from index.hits import Hit

_MOST = 15  # events
_ANSWERS = 4  # of them at most are written answers
_DATED = 4  # of them at least are what sources date, if there are so many
_LABEL = 8  # words
_LONGEST = 75  # words of a sentence, with what leads it in
_Happened = tuple[str, str, Piece]  # when, what in a few words, and who says so
_PLACE = re.compile(r"\b(?:in|across|within) (?:(?:North|South|East|West|Greater|Central|pan-)[ -]?(?:East |West )?)?([A-Z][a-z]{3,})(?![\w’'])")
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Government|Parliament|House|Community|National|Local|Child|Risk)$"
)
_WHAT = {
    Kind.PRESS_RELEASE: "statement", Kind.WRITTEN_STATEMENT: "written statement", Kind.WRITTEN_QUESTION: "written question",
    Kind.ORAL_EVIDENCE: "oral evidence", Kind.WRITTEN_EVIDENCE: "written evidence", Kind.DEBATE: "debate",
}  # fmt: skip


def section(scenes: Sequence[Scene], shown: Sequence[Shown], footnotes: Footnotes, told: Sequence[str] = ()) -> Section | None:
    """Up to fifteen events, oldest first: the day of each source that the note cites, and what is dated in them; ``None`` where nothing is. What is
    ``told`` already, in the sections before, stands back behind what is not."""
    before = [substance(words) for words in told]
    ready = [scene for scene in scenes if scene.alone or length(scene.piece) <= _LONGEST]
    dated = [event for scene in sorted(ready, key=lambda each: (_told(each.piece, before), not each.alone)) for event in _dated(scene)]
    events = _apart([*_sources([*scenes, *fresh(_themed(shown), shown)], shown, [event[2] for event in dated], before), *dated])[:_MOST]
    if not events:
        return None
    made = [Event(date, label, footnotes.say(piece)) for date, label, piece in sorted(events, key=lambda event: event[:2])]
    return Section("timeline", "Timeline", (Timeline(tuple(made)),))


def _themed(shown: Sequence[Shown]) -> list[Scene]:
    """The sentences that stand under the themes, one by one."""
    return [
        Scene(one(choice, i), (), alone(choice, i))
        for each in shown for choice in each.taken.values() for i in sorted(choice.taken) if choice.likeness[i]
    ]  # fmt: skip


def _sources(found: Sequence[Scene], shown: Sequence[Shown], dated: Sequence[Piece], before: Sequence[set[str]]) -> list[_Happened]:
    """Each source cited on its day, by the sentence that sets its scene, or else bears most: by one that can be read alone, was not told before, and
    is not told of another day, if it has one."""

    def place(scene: Scene) -> tuple[object, ...]:
        piece = scene.piece
        again, names_nobody = _told(piece, before) or piece.runs in taken, not names(" ".join(piece.runs))
        return not scene.alone, again, names_nobody, length(piece) > _LONGEST, -piece.bearing, piece.hit.passage.id, piece.runs

    taken = {piece.runs for piece in dated}
    every = [piece for each in shown for piece in each.pieces if piece.authority <= ORGANISATIONS and day(piece)]
    events = []
    for of in sorted(dict.fromkeys(source(piece.hit) for piece in every), key=lambda of: of[0] is Kind.WRITTEN_QUESTION):  # of which there may be very many
        own = [scene for scene in found if source(scene.piece.hit) == of]
        best = min(own, key=place).piece
        events.append((day(best), _label(best, [scene.piece for scene in own]), best))
    answers = [event for event in events if event[2].hit.passage.standing is Kind.WRITTEN_QUESTION]
    return [event for event in events if event not in answers[_ANSWERS:]][: _MOST - _DATED]


def _told(piece: Piece, before: Sequence[set[str]]) -> bool:
    return is_said(" ".join(piece.runs), before)


def _dated(scene: Scene) -> list[_Happened]:
    """What a sentence dates, by the first of its dates that is not the day it was said, nor of that only the month or the year."""
    found = [(date, moment) for moment in scene.moments if (date := _iso(moment)) and not day(scene.piece).startswith(date)]
    return [(date, _excerpt(scene.piece, moment), scene.piece) for date, moment in found[:1]]


def _apart(events: Iterable[_Happened]) -> list[_Happened]:
    """Of each passage one event on a day, and none that is called the same."""
    kept: dict[tuple[str, str], _Happened] = {}
    for event in events:
        if not any(event[:2] == other[:2] for other in kept.values()):
            kept.setdefault((event[0], event[2].hit.passage.id), event)
    return list(kept.values())


def _iso(moment: Moment) -> str | None:
    parts = [f"{moment.year:04}", *([f"{moment.month:02}"] if moment.month else []), *([f"{moment.day:02}"] if moment.month and moment.day else [])]
    iso = "-".join(parts)
    return iso if is_iso(iso) else None


def _label(piece: Piece, dated: Sequence[Piece]) -> str:
    """What the source is, in a few words of ours: *HMIP report on Suffolk*."""
    passage = piece.hit.passage
    original = passage.about or passage
    if original.kind in (Kind.DEBATE, Kind.WRITTEN_QUESTION, Kind.WRITTEN_STATEMENT):
        what = "written answer" if passage.reply_to and original.kind is Kind.WRITTEN_QUESTION else _WHAT[original.kind]
        return _short(f"{original.body or 'Parliament'} {what}", _subject(passage))
    place = _place([other.hit for other in dated if source(other.hit) == source(piece.hit)])
    return _short(f"{_body(original)} {_WHAT.get(original.kind, 'report')}", f" on {place}" if place else "")


def _short(what: str, of: str) -> str:
    return what + of if len(f"{what}{of}".split()) <= _LABEL else " ".join(what.split()[:_LABEL])


def _subject(passage: Passage) -> str:
    return f": {passage.headings[-1]}" if passage.headings and not passage.origin and passage.headings[-1] != passage.body else ""


def _body(original: Passage | About) -> str:
    """The body by its usual short form, if it has one."""
    name = original.body or original.speaker or "Source"
    if len(name.split()) == 1:
        return name
    short = [alias for body in known() if body.name == name for alias in body.aliases if alias.isupper() and alias.isalpha() and len(alias) > 2]
    return short[0] if short else name


def _place(hits: Sequence[Hit]) -> str | None:
    """The place that the source's passages name most, if they name one twice."""
    text = " ".join(hit.passage.text for hit in {hit.passage.id: hit for hit in hits}.values())
    places = {name for name in _PLACE.findall(text) if not _NO_PLACE.match(name)}
    best = max(((len(re.findall(rf"\b{name}\b", text)), name) for name in places), default=(0, ""))
    return best[1] if best[0] > 1 else None


def _excerpt(piece: Piece, moment: Moment) -> str:
    """The source's words that go with the date, as a quotation: its clause without the date, cut short."""
    run = next((run for run in piece.runs if moment.said in run), piece.runs[-1])
    if inner := re.search(rf"(?:\bthat|,|\band) (?:on|in|by|since|from|during|after) {re.escape(moment.said)} (?=\w)", run):
        run = run[inner.end() - len(moment.said) - 1 :]  # the date begins a clause of its own
    at = max(run.find(moment.said), 0)
    start = max((run.rfind(mark, 0, at) + len(mark) for mark in (". ", "; ", " – ", ": ") if mark in run[:at]), default=0)
    clause = re.sub(r"^(?:(?:[Oo]n|[Ii]n|[Ss]ince|[Bb]y|[Ff]rom|[Dd]uring|[Aa]fter)\s+)?" + re.escape(moment.said) + r"\W*", "", run[start:])
    words = clause.split()
    return f"“{' '.join(words[: _LABEL - 1])}{' …' if len(words) > _LABEL - 1 else ''}”"
