"""The nouns of the project: a document, its passages, and where each passage's words come from. No input or output."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What sort of source the *words* are, whatever file they came in."""

    INSPECTION_REPORT = "inspection-report"
    COMMITTEE_REPORT = "committee-report"
    GOVERNMENT_REPORT = "government-report"
    INQUIRY_REPORT = "inquiry-report"
    DEBATE = "debate"
    WRITTEN_QUESTION = "written-question"
    WRITTEN_STATEMENT = "written-statement"
    ORAL_EVIDENCE = "oral-evidence"
    WRITTEN_EVIDENCE = "written-evidence"
    PRESS_RELEASE = "press-release"
    ARTICLE = "article"
    TESTIMONY = "testimony"
    COMMENT = "comment"
    DIGEST = "digest"

    @property
    def authority(self) -> int:
        """1 (an official finding) to 6 (an anonymous reader); a digest has no authority of its own: 7."""
        return _AUTHORITY[self]

    @property
    def words(self) -> str:
        """The kind in plain words, as shown to a reader: ``inspection report``, ``reader's comment``."""
        return _IN_WORDS.get(self, self.value.replace("-", " "))

    @property
    def many(self) -> str:
        """The kind in the plural: ``inspection reports``, ``readers’ comments``."""
        plurals = {Kind.TESTIMONY: "practitioners’ accounts", Kind.COMMENT: "readers’ comments", Kind.PRESS_RELEASE: "press statements"}
        return plurals.get(self, self.words if self.value.endswith("evidence") else f"{self.words}s")


_AUTHORITY = {
    Kind.INSPECTION_REPORT: 1,
    Kind.COMMITTEE_REPORT: 1,
    Kind.GOVERNMENT_REPORT: 1,
    Kind.INQUIRY_REPORT: 1,
    Kind.DEBATE: 2,
    Kind.WRITTEN_QUESTION: 2,
    Kind.WRITTEN_STATEMENT: 2,
    Kind.ORAL_EVIDENCE: 2,
    Kind.WRITTEN_EVIDENCE: 3,
    Kind.PRESS_RELEASE: 3,
    Kind.ARTICLE: 4,
    Kind.TESTIMONY: 5,
    Kind.COMMENT: 6,
    Kind.DIGEST: 7,
}
_IN_WORDS = {
    Kind.PRESS_RELEASE: "press statement",
    Kind.TESTIMONY: "practitioner's account",
    Kind.COMMENT: "reader's comment",
}


class Mark(StrEnum):
    """What a passage is within its document, where that decides how it may be used."""

    RECOMMENDATION = "recommendation"
    CONCLUSION = "conclusion"
    NOTE = "note"  # a footnote or endnote
    DIVISION = "division"
    GROUPED = "grouped-question"  # answered together with the question before it
    NON_ANSWER = "non-answer"  # a holding answer, or one overtaken by prorogation or dissolution: no evidence of anything


@dataclass(frozen=True, slots=True)
class Origin:
    """Through whom words reached us, when that is not where they were said."""

    quoted_in: str  # in words: "comment 5 on ‘Another Day’, 20 April 2017"


@dataclass(frozen=True, slots=True)
class About:
    """The original that a digest paragraph sums up: its kind, body, speaker, date, and where in it to look."""

    kind: Kind
    title: str
    body: str | None = None
    speaker: str | None = None
    office: str | None = None
    party: str | None = None
    date: str | None = None
    locator: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """One citable paragraph (or contribution, or comment) with what is known of its words.

    ``text`` is the source's words, white space folded, never corrected. ``date`` is ISO 8601 of the words and may be
    of reduced precision (``2017-04``). ``speaker`` is who said or signed them: a person, or the body where nobody
    signs; ``None`` is an unnamed voice. ``reply_to`` is the id of the passage this one answers. ``also_in`` names in
    words the other places where the same words stand. ``series`` and ``volume`` are what a formal reference begins with:
    ``HC Deb`` and ``609``, ``HC 482``, ``CP 123``. ``number`` is that of the mark: recommendation *5*, note *12*. ``remark``
    is a line that a reader of the passage has to know: *holding answer*, *mangled characters repaired*. Rows of a table stand on
    lines of their own, their cells parted by `` | ``.
    """

    id: str
    document_id: str
    ordinal: int
    text: str
    kind: Kind
    locator: str
    speaker: str | None = None
    office: str | None = None
    party: str | None = None
    body: str | None = None
    date: str | None = None
    headings: tuple[str, ...] = ()
    url: str | None = None
    origin: Origin | None = None
    reply_to: str | None = None
    also_in: tuple[str, ...] = ()
    about: About | None = None
    mark: Mark | None = None
    number: str | None = None
    remark: str | None = None
    series: str | None = None
    volume: str | None = None

    @property
    def standing(self) -> Kind:
        """The kind this passage is grouped with: a digest stands with its original, everything else with itself."""
        return self.about.kind if self.about else self.kind


@dataclass(frozen=True, slots=True)
class Document:
    """One source as it was read: its passages in reading order and what is known of the whole.

    ``source`` is the path or address it was read from, ``sha256`` the hash of the bytes read. ``redirects`` are pairs of an id
    that was given up and the one that took its place. A ``superseded`` document is kept for its redirects only.
    """

    id: str
    title: str
    kind: Kind
    source: str
    sha256: str
    passages: tuple[Passage, ...]
    date: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    redirects: tuple[tuple[str, str], ...] = ()
    superseded: bool = False

    def told_apart(self, ids: Collection[str]) -> Document:
        """The same document with these passage ids, which another document has taken, made its own."""

        def own(name: str | None) -> str | None:
            return f"{name}@{self.id}" if name in ids else name

        passages = tuple(replace(p, id=own(p.id) or p.id, reply_to=own(p.reply_to)) for p in self.passages)
        return replace(self, passages=passages)

    def renamed(self, identity: str) -> Document:
        """The same document under another id; ids of passages that begin with the old one change with it."""

        def moved(name: str | None) -> str | None:
            return identity + name.removeprefix(self.id) if name and name.startswith(f"{self.id}#") else name

        passages = tuple(replace(p, id=moved(p.id) or p.id, document_id=identity, reply_to=moved(p.reply_to)) for p in self.passages)
        return replace(self, id=identity, passages=passages)


def fold(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())
