"""A paper put together from its blocks: what it is, whose, of when, and its passages with the places a reader would look for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Document, Kind
from corpus.pages.passages import identifier
from corpus.papers import front, nature, oral, publishers, report, responses, written
from corpus.papers.block import Block, Facts
from corpus.papers.front import Cover
from corpus.papers.gathering import Gathering, Voice
from corpus.papers.nature import Nature
from corpus.papers.written import Submission


def document(blocks: Sequence[Block], facts: Facts, source: str, sha256: str) -> Document:
    """The paper that ``blocks`` make up, ``facts`` answering where its own cover doesn't.

    Covered: oral evidence, written evidence, responses to a committee or inquiry, reports, press releases; anything else is an
    article. A document without passages is one without text: the reader that made the blocks decides what to say of it.
    """
    blocks = [block for block in blocks if block.text.strip()]
    cover = front.cover(blocks, facts)
    if oral.is_oral(blocks, cover):
        return _oral(blocks, cover, facts, source, sha256)
    if submitted := written.submission(cover, blocks):
        return _written(blocks, cover, submitted, facts, source, sha256)
    return _paper(blocks, cover, nature.of(cover, blocks, facts), facts, source, sha256)


def _oral(blocks: list[Block], cover: Cover, facts: Facts, source: str, sha256: str) -> Document:
    title, series = oral.title(cover)
    cover = replace(cover, title=title, series=series)
    committee = publishers.committee(cover.lines, facts)
    gathering = Gathering(identifier(title, cover.date), facts.url, front.aside(blocks, cover.title))
    oral.passages(blocks, gathering, cover, committee)
    return _document(gathering, cover, Kind.ORAL_EVIDENCE, facts, source, sha256, publisher=committee)


def _written(blocks: list[Block], cover: Cover, submitted: Submission, facts: Facts, source: str, sha256: str) -> Document:
    cover = replace(cover, title=submitted.title)
    voice = written.voice(submitted, cover)
    gathering = Gathering(_identity(submitted, cover), facts.url, front.aside(blocks, cover.title))
    report.passages(blocks, gathering, voice)
    return _document(gathering, cover, voice.kind, facts, source, sha256, publisher=submitted.committee, author=voice.speaker)


def _identity(submitted: Submission, cover: Cover) -> str:
    """The reference where there is one, and who submits."""
    return identifier(f"{submitted.reference or ''} written evidence {submitted.who}", cover.date)


def _paper(blocks: list[Block], cover: Cover, found: Nature, facts: Facts, source: str, sha256: str) -> Document:
    voice = Voice(found.kind, found.body or facts.author, body=found.body, date=cover.date, series=cover.series)
    gathering = Gathering(identifier(cover.title, cover.date), facts.url, front.aside(blocks, cover.title))
    if found.answers:
        responses.passages(blocks, gathering, voice, found.answers, cover)
    else:
        report.passages(blocks, gathering, voice)
    return _document(gathering, cover, found.kind, facts, source, sha256, publisher=found.body, author=facts.author)


def _document(
    gathering: Gathering, cover: Cover, kind: Kind, facts: Facts, source: str, sha256: str, publisher: str | None = None, author: str | None = None
) -> Document:
    return Document(
        gathering.document_id, cover.title, kind, source, sha256, tuple(gathering.passages),
        date=cover.date, publisher=publisher or facts.publisher, author=author, url=facts.url,
    )  # fmt: skip
