"""The section of a note that tells what changed since an earlier one, and the same as text.

Every quotation in it is cited: those of the earlier note with their old reference, and without a link where the document is no longer in the
collection or has other content now.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant import citations as refs
from assistant.answer import Citation
from assistant.attribution import lead_in
from assistant.note.footnotes import numbered
from assistant.note.keeping.changes import Changes, Followed, Point, SectionChanges
from assistant.note.keeping.since import NAME
from assistant.note.note import Block, BriefingNote, Bullets, Own, Paragraph, Run, Said, Section
from corpus.dates import in_words
from index.context import ANSWERS

SpeakerOf = Callable[[str], str | None]

_MOST = 6  # points of a sort that are told of one section
_WIDTH = 100


def with_changes(note: BriefingNote, changes: Changes, titles: Mapping[str, str], speaker_of: SpeakerOf) -> BriefingNote:
    """The note with a section of the changes right after the session. ``titles`` are those of documents by id, as far as they are known;
    ``speaker_of`` tells who said the passage that another replies to."""
    telling = _Telling(changes, list(note.citations), speaker_of)
    made = _section(telling, changes, titles)
    place = 1 if note.sections and note.sections[0].name == "session" else 0
    sections, citations = numbered((*note.sections[:place], made, *note.sections[place:]), telling.citations)
    return replace(note, sections=sections, citations=citations)


def text(note: BriefingNote) -> str:
    """The note's section of changes as text, each quotation with its reference."""
    found = next(section for section in note.sections if section.name == NAME)
    return "\n".join(line for section in found.walk() for line in _lines(section, note.citations)).strip()


@dataclass(slots=True)
class _Telling:
    """Says points of either note in the later one, whose ``citations`` grow by those of the earlier that it has not got."""

    changes: Changes
    citations: list[Citation]
    speaker_of: SpeakerOf

    def say(self, point: Point) -> Said:
        return replace(point.said, text=self._led_in(point), citations=tuple(self._number(each) for each in point.sources))

    def run(self, each: Own | Point) -> Run:
        return self.say(each) if isinstance(each, Point) else each

    def why_gone(self, point: Point) -> str:
        """Why a point of the earlier note is gone, as far as the documents tell."""
        if any(each.passage.document_id in self.changes.documents.gone for each in point.sources):
            return "No longer in the collection:"
        if any(each.passage.document_id in self.changes.documents.changed for each in point.sources):
            return "No longer among the points; its document has changed:"
        return "No longer among the points chosen, though its document is still there:"

    def _led_in(self, point: Point) -> str:
        """The sentence as it stands by itself: in its note it may lean on the one before (“The same report also says”)."""
        quoted = " … ".join(point.said.quoted)
        if not quoted or len(point.sources) != 1 or not point.said.text.endswith(f": “{quoted}”"):
            return point.said.text
        cited, passage = point.sources[0], point.sources[0].passage
        asker = self.speaker_of(passage.reply_to) if passage.reply_to and passage.kind in ANSWERS else None
        return f"{lead_in(passage, cited.title, quoted, asker)}: “{quoted}”"

    def _number(self, cited: Citation) -> int:
        as_now = self._as_now(cited)
        for each in self.citations:
            if replace(each, number=0) == replace(as_now, number=0) or each.passage == cited.passage:
                return each.number
        self.citations.append(replace(as_now, number=len(self.citations) + 1))
        return len(self.citations)

    def _as_now(self, cited: Citation) -> Citation:
        """A citation of the earlier note; its link goes where it might lead nowhere."""
        documents, passage = self.changes.documents, cited.passage
        if passage.document_id not in (*documents.gone, *documents.changed):
            return cited
        state = "no longer in the collection" if passage.document_id in documents.gone else "its document has changed since"
        remark = "; ".join(part for part in (passage.remark, f"as cited in the note of {in_words(self.changes.since)}; {state}") if part)
        return replace(cited, passage=replace(passage, url=None, remark=remark))


def _section(telling: _Telling, changes: Changes, titles: Mapping[str, str]) -> Section:
    inner = [_changed(telling, f"{NAME}/{at}", each) for at, each in enumerate(changes.sections, start=1)]
    if changes.recommendations:
        items = tuple(_followed(telling, each) for each in changes.recommendations)
        inner.append(Section(f"{NAME}/recommendations", "What became of recommendations", (Bullets(items),)))
    blocks: list[Block] = [Paragraph((Own(_counted(changes)),))]
    if listed := tuple(_documents(changes, {**_cited_titles(telling.citations), **titles})):
        blocks.append(Bullets(tuple((Own(each),) for each in listed)))
    return Section(NAME, f"What changed since the note of {in_words(changes.since)}", tuple(blocks), tuple(inner))


def _counted(changes: Changes) -> str:
    new, gone, other = (sum(len(getattr(each, name)) for each in changes.sections) for name in ("new", "gone", "changed"))
    told = [_count(new, "point", "new"), _count(gone, "point", "gone"), _count(other, "point", "changed")]
    told.append(_count(len(changes.recommendations), "recommendation", "taken further"))
    same = "Nothing has changed in the documents, the points or the recommendations."
    counts = f"{'; '.join(part for part in told if part) or 'No point has changed'}."
    settings = "".join(f" The note’s {name}: {now}, then {before}." for name, before, now in changes.settings)
    return (counts if changes else same) + settings


def _count(number: int, what: str, how: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'} {how}" if number else ""


def _documents(changes: Changes, titles: Mapping[str, str]) -> Iterator[str]:
    heads = {
        "added": "Documents used now that were not used then",
        "gone": "Documents used then that are not used now",
        "changed": "Documents of other content now",
    }
    for name, head in heads.items():
        if found := getattr(changes.documents, name):
            shown = ", ".join(f"‘{titles[each]}’" if each in titles else each for each in found[:_MOST])
            yield f"{head}: {shown}{f' and {len(found) - _MOST:,} more' if len(found) > _MOST else ''}."


def _cited_titles(citations: Sequence[Citation]) -> dict[str, str]:
    return {each.passage.document_id: each.title for each in citations}


def _changed(telling: _Telling, name: str, each: SectionChanges) -> Section:
    items: list[tuple[Run, ...]] = [(Own("New:", True), telling.say(point)) for point in each.new[:_MOST]]
    items += [(Own("Changed. Now:", True), telling.say(now), Own("Then:", True), telling.say(then)) for then, now in each.changed[:_MOST]]
    items += [(Own(telling.why_gone(point), True), telling.say(point)) for point in each.gone[:_MOST]]
    more = sum(max(0, len(points) - _MOST) for points in (each.new, each.changed, each.gone))
    left = (Paragraph((Own(f"{more:,} more {'change is' if more == 1 else 'changes are'} not shown."),)),) if more else ()
    return Section(name, " · ".join(each.headings), (Bullets(tuple(items)), *left))


def _followed(telling: _Telling, each: Followed) -> tuple[Run, ...]:
    then, now = ([telling.run(part) for part in parts] for parts in (each.before, each.now))
    return (telling.say(each.recommendation), Own(f"{each.column} now:", True), *now, Own("Then:", True), *then)


# as text ---------------------------------------------------------------------------------------------------------------


def _lines(section: Section, citations: Sequence[Citation]) -> Iterator[str]:
    yield from ("", textwrap.fill(section.heading, _WIDTH), "")
    for block in section.blocks:
        items = block.items if isinstance(block, Bullets) else (block.runs,) if isinstance(block, Paragraph) else ()
        for runs in items:
            told = " ".join(_told(run, citations) for run in runs)
            first, later = ("  - ", "    ") if isinstance(block, Bullets) else ("", "")
            yield textwrap.fill(told, _WIDTH, initial_indent=first, subsequent_indent=later, break_long_words=False, break_on_hyphens=False)


def _told(run: Run, citations: Sequence[Citation]) -> str:
    if isinstance(run, Own):
        return run.text
    cited = [citations[number - 1] for number in run.citations]
    known = [f" [{each.passage.remark}]" if each.passage.remark else "" for each in cited]
    return f"{run.text} ({'; '.join(refs.reference(each.passage, each.title) + more for each, more in zip(cited, known, strict=True))})"
