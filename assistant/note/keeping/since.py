"""What changed since an earlier note on the same inquiry: documents, points, and what became of recommendations.

A point is what a sentence takes from its passages: the words quoted, or of a worded sentence the sentence. It is new where the earlier note has it
nowhere, gone where the later note has it nowhere, and changed where in the same section the same passages are taken other words from. A point that stands
in several sections is told once, under its theme. Themes are known again by their term of reference, whatever their number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant.note.inquiry import Inquiry
from assistant.note.keeping.changes import Changes, Documents, Followed, Identity, Point, SectionChanges
from assistant.note.note import BriefingNote, Own, Run, Said, Section, Table, said

NAME = "since"
"""The section that tells of changes; like the list of sources it is no part of the comparison."""
_LEFT_OUT = (NAME, "session", "sources")
_RECOMMENDATIONS = "recommendations"


def changes(earlier: BriefingNote, now: BriefingNote) -> Changes:
    """What is different in ``now``."""
    documents = _documents(dict(earlier.made_from.documents), dict(now.made_from.documents))
    return Changes(earlier.made_from.made, documents, _sections(earlier, now), tuple(_followed(earlier, now)), tuple(_settings(earlier, now)))


def shares_terms(earlier: Inquiry, now: Inquiry) -> bool:
    """True where the inquiries have a term of reference in common, without which there is nothing to compare."""
    return bool({_folded(term) for term in earlier.terms} & {_folded(term) for term in now.terms})


def _documents(before: Mapping[str, str], after: Mapping[str, str]) -> Documents:
    """What the same content is called is no news."""
    added = tuple(name for name in after if name not in before and after[name] not in before.values())
    gone = tuple(name for name in before if name not in after and before[name] not in after.values())
    return Documents(added, gone, tuple(name for name in after if name in before and after[name] != before[name]))


# points ----------------------------------------------------------------------------------------------------------------


def _sections(earlier: BriefingNote, now: BriefingNote) -> tuple[SectionChanges, ...]:
    before, after = _points(earlier, _renamed(earlier, now)), _points(now, {})
    known = {point.identity for _, points in before.values() for point in points}
    kept = {point.identity for _, points in after.values() for point in points}
    told: set[Identity] = set()
    found = {}
    for name in sorted({**after, **before}, key=lambda name: not name.startswith("themes/")):  # under its theme first
        headings, points = after.get(name) or (before[name][0], [])
        new = _untold(points, known, told)
        gone = _untold(before[name][1] if name in before else [], kept, told)
        told |= {each.identity for each in (*new, *gone)}
        if new or gone:
            found[name] = _told(name, headings, new, gone)
    return tuple(found[name] for name in {**after, **before} if name in found)


def _told(name: str, headings: tuple[str, ...], new: Sequence[Point], gone: Sequence[Point]) -> SectionChanges:
    pairs = tuple(_pairs(gone, new))
    paired = {each.identity for pair in pairs for each in pair}
    left, lost = (tuple(each for each in points if each.identity not in paired) for points in (new, gone))
    return SectionChanges(name, headings, left, lost, pairs)


def _points(note: BriefingNote, renamed: Mapping[str, str]) -> dict[str, tuple[tuple[str, ...], list[Point]]]:
    """For each section its headings from the top, and its points."""
    found = {}
    for section, headings in _walk(note.sections, ()):
        root, _, rest = section.name.partition("/")
        if root not in _LEFT_OUT:
            number, slash, below = rest.partition("/")
            name = f"{root}/{renamed.get(number, number)}{slash}{below}" if root in ("themes", "gaps") and number else section.name
            found[name] = headings, [_point(each, note) for each in _said(section)]
    return found


def _walk(sections: Sequence[Section], above: tuple[str, ...]) -> Iterator[tuple[Section, tuple[str, ...]]]:
    for section in sections:
        headings = (*above, section.heading)
        yield section, headings
        yield from _walk(section.sections, headings if section.name != "themes" else above)


def _said(section: Section) -> Iterator[Said]:
    """The sentences of a section; of the table of recommendations those that recommend, as what became of them is told apart."""
    if section.name != _RECOMMENDATIONS:
        yield from said(section)
        return
    for _, row in _rows(section):
        yield from (run for run in row[0] if isinstance(run, Said))


def _renamed(earlier: BriefingNote, now: BriefingNote) -> dict[str, str]:
    """For each theme of the earlier note its number in the later one; of a term no longer asked about a name of its own."""
    places = {_folded(term): str(number) for number, term in enumerate(now.inquiry.terms, start=1)}
    return {str(number): places.get(_folded(term), f"then-{number}") for number, term in enumerate(earlier.inquiry.terms, start=1)}


def _untold(points: Sequence[Point], known: set[Identity], told: set[Identity]) -> list[Point]:
    found = {point.identity: point for point in points if point.identity not in known and point.identity not in told}
    return list(found.values())


def _pairs(gone: Sequence[Point], new: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Points of the same passages, each taken once."""
    left = list(new)
    for old in gone:
        fresh = next((each for each in left if each.passages == old.passages), None)
        if fresh:
            left.remove(fresh)
            yield old, fresh


# recommendations -------------------------------------------------------------------------------------------------------


def _followed(earlier: BriefingNote, now: BriefingNote) -> Iterator[Followed]:
    before = {key: (point, row) for key, point, _, row in _recommended(earlier)}
    for key, point, header, row in _recommended(now):
        if key in before:
            for column, then, fresh in zip(header[1:], before[key][1][1:], row[1:], strict=False):
                if [_known(each) for each in then] != [_known(each) for each in fresh]:
                    yield Followed(point, column, then, fresh)


def _recommended(note: BriefingNote) -> Iterator[tuple[Identity, Point, tuple[str, ...], list[tuple[Own | Point, ...]]]]:
    for section in note.walk():
        for table, row in _rows(section) if section.name == _RECOMMENDATIONS else ():
            cells = [tuple(_run(run, note) for run in cell) for cell in row]
            first = next((each for each in cells[0] if isinstance(each, Point)), None)
            if first:
                yield first.identity, first, table.header, cells


def _rows(section: Section) -> Iterator[tuple[Table, tuple[tuple[Run, ...], ...]]]:
    yield from ((block, row) for block in section.blocks if isinstance(block, Table) for row in block.rows if row)


def _known(each: Own | Point) -> object:
    return each.text if isinstance(each, Own) else each.identity


# what both need --------------------------------------------------------------------------------------------------------


def _settings(earlier: BriefingNote, now: BriefingNote) -> Iterator[tuple[str, str, str]]:
    pairs = {
        "kind of note": (earlier.inquiry.kind.value, now.inquiry.kind.value),
        "words aimed at": (f"{earlier.inquiry.words:,}", f"{now.inquiry.words:,}"),
        "made by": (earlier.made_from.mode, now.made_from.mode),
        "embedding model": (earlier.made_from.embedding_model, now.made_from.embedding_model),
        "version of the program": (earlier.made_from.version, now.made_from.version),
    }
    yield from ((name, then, fresh) for name, (then, fresh) in pairs.items() if then != fresh)


def _run(run: Run, note: BriefingNote) -> Own | Point:
    return run if isinstance(run, Own) else _point(run, note)


def _point(each: Said, note: BriefingNote) -> Point:
    return Point(each, tuple(note.citations[number - 1] for number in each.citations))


def _folded(term: str) -> str:
    return " ".join(term.casefold().split())
