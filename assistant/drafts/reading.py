"""A draft from a file or standard input: Markdown, plain text or Word."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from assistant.drafts import splitting, word
from assistant.drafts.draft import BadDraft, Draft, Drafted
from assistant.drafts.paragraphs import Place, notes, paragraphs
from corpus.readers import plain_text
from corpus.unreadable import UnreadableDocument

STDIN = "-"
MOST_BYTES = 4_000_000
MOST_SENTENCES = 2_000  # a hundred pages; a sentence takes up to half a second
_ENDINGS = frozenset({".md", ".markdown", ".txt", ".text", ""})


def read(place: str) -> Draft:
    """The draft at the path ``place``; ``-`` is standard input. Raises `BadDraft`."""
    return of_bytes(sys.stdin.buffer.read(MOST_BYTES + 1) if place == STDIN else _bytes(Path(place)), "standard input" if place == STDIN else place)


def of_bytes(data: bytes, name: str) -> Draft:
    """The draft in ``data``, known as ``name``. Raises `BadDraft`."""
    if len(data) > MOST_BYTES:
        raise BadDraft(f"{name}: has more than the {MOST_BYTES / 1e6:.0f} MB that a draft may have; split it")
    try:
        markdown = word.markdown(data, name) if data.startswith(b"PK\x03\x04") else _text(data, name)
    except UnreadableDocument as error:
        raise BadDraft(str(error)) from error
    draft = of_markdown(markdown)
    if not draft.sentences:
        raise BadDraft(f"{name}: holds no sentence; there is nothing to check")
    if len(draft.sentences) > MOST_SENTENCES:
        raise BadDraft(f"{name}: has {len(draft.sentences):,} sentences, more than the {MOST_SENTENCES:,} that are checked at once; split it")
    return draft


def of_markdown(markdown: str) -> Draft:
    """The draft that a Markdown or plain text is."""
    return Draft(markdown, tuple(_sentences(markdown)))


def _bytes(path: Path) -> bytes:
    try:
        if not path.is_file():
            raise BadDraft(f"{path}: there is no such file; check the path")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadDraft(f"{path}: cannot be opened ({error.strerror}); check its permissions") from error


def _text(data: bytes, name: str) -> str:
    ending = PurePosixPath(name).suffix.lower()
    if ending not in _ENDINGS and name != "standard input":
        raise BadDraft(f"{name}: a draft is Markdown, plain text or Word (.md, .txt, .docx); save it as one of these")
    return plain_text.decode(data, name).replace("\r\n", "\n")


def _sentences(markdown: str) -> Iterator[Drafted]:
    """The sentences in order; one that leads a block quotation in goes with it."""
    called, number, lead, quoting = notes(markdown), 0, None, False
    for paragraph in paragraphs(markdown):
        number += paragraph.place is not Place.HEADING
        found = [
            Drafted(piece.text, number, piece.stop, paragraph.place is Place.HEADING, tuple(called[mark] for mark in piece.marks if mark in called))
            for piece in splitting.pieces(markdown, paragraph.start, paragraph.stop, whole=paragraph.place is not Place.PROSE)
        ]
        if paragraph.place is Place.QUOTATION:
            yield from (_quotation(each, lead) for each in found)
            quoting = True
            continue
        if lead and not quoting:
            yield lead
        quoting, lead = False, found.pop() if found and found[-1].text.endswith(":") else None
        yield from found
    if lead and not quoting:
        yield lead


def _quotation(block: Drafted, lead: Drafted | None) -> Drafted:
    """A block quotation in quotation marks, those it has itself taken off, after the words that lead it in."""
    inner = block.text.strip()
    if inner[:1] in '“"‘' and inner[-1:] in '”"’':
        inner = inner[1:-1]
    within = inner.replace("“", "‘").replace("”", "’")
    return replace(block, text=f"{lead.text} “{within}”" if lead else f"“{within}”", notes=(*(lead.notes if lead else ()), *block.notes))
