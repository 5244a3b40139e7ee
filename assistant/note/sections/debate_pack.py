"""A debate pack: the background, the parliamentary material by sort, press and organisations, and what to read further."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from assistant.note.evidence import AUTHORS, OFFICIAL, ORGANISATIONS, Piece, Theme
from assistant.note.gathering.choosing import Shown
from assistant.note.note import Block, Bullets, Own, Paragraph, Section
from assistant.note.wording import Wording
from corpus.dates import in_words
from corpus.document import Kind
from index.hits import Hit

_SORTS = {
    "debates": ("Debates and oral evidence", (Kind.DEBATE, Kind.ORAL_EVIDENCE)),
    "questions": ("Written questions and answers", (Kind.WRITTEN_QUESTION,)),
    "statements": ("Written statements", (Kind.WRITTEN_STATEMENT,)),
}
_READING = 15  # documents
_NOTHING = "The collection has none that bears on the subject."


def sections(shown: Sequence[Shown], background: Section | None, wording: Wording) -> list[Section]:
    """The pack's sections up to further reading; gaps and sources are the note's own."""
    official = _by_term(shown, lambda piece: piece.authority == OFFICIAL, wording)
    before = background.blocks if background else ()
    own = (Section("background/official", "Official findings", official),) if official else ()
    parliament = tuple(_sort(name, heading, kinds, shown, wording) for name, (heading, kinds) in _SORTS.items())
    others = _by_term(shown, lambda piece: piece.authority in (ORGANISATIONS, AUTHORS), wording)
    return [
        Section("background", "Background", before or _none(official), own),
        Section("parliament", "Parliamentary material", sections=parliament),
        Section("organisations", "Press and organisations", others or _none(())),
        _reading([each.theme for each in shown], {piece.hit.passage.document_id for each in shown for piece in each.pieces}),
    ]


def _by_term(shown: Sequence[Shown], which: Callable[[Piece], bool], wording: Wording) -> tuple[Block, ...]:
    """Such pieces as paragraphs, those of each term under it, where there are several."""
    blocks: list[Block] = []
    for each in shown:
        if told := wording.paragraphs(each.theme.term, [piece for piece in each.pieces if which(piece)]):
            blocks += [Paragraph((Own(each.theme.term, emphasis=True),)), *told] if len(shown) > 1 else told
    return tuple(blocks)


def _sort(name: str, heading: str, kinds: tuple[Kind, ...], shown: Sequence[Shown], wording: Wording) -> Section:
    return Section(f"parliament/{name}", heading, _by_term(shown, lambda piece: piece.hit.passage.standing in kinds, wording) or _none(()))


def _none(otherwise: tuple[Block, ...]) -> tuple[Block, ...]:
    return () if otherwise else (Paragraph((Own(_NOTHING),)),)


def _reading(themes: Sequence[Theme], cited: set[str]) -> Section:
    """Documents that bear on the subject and are not quoted, those that bear on it most first."""
    best: dict[str, Hit] = {}
    for piece in sorted((piece for theme in themes for piece in theme.pieces), key=lambda piece: (-piece.bearing, piece.hit.passage.id)):
        best.setdefault(piece.hit.passage.document_id, piece.hit)
    others = [hit for identity, hit in best.items() if identity not in cited and hit.passage.kind is not Kind.COMMENT][:_READING]
    blocks: tuple[Block, ...] = (
        (Bullets(tuple((Own(_told(hit)),) for hit in others)),) if others else (Paragraph((Own("Every document that bears on the subject is quoted above."),)),)
    )
    return Section("reading", "Further reading", blocks)


def _told(hit: Hit) -> str:
    passage = hit.passage
    by = passage.body or hit.publisher
    parts = [by, f"‘{hit.title}’", passage.kind.words, in_words(passage.date) if passage.date else None]
    return ", ".join(part for part in parts if part) + (f" <{passage.url.split('#')[0]}>" if passage.url else "")
