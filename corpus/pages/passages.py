"""A saved page put together: its passages, each with its voice, place, date, and what it answers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.dates import in_words
from corpus.document import Document, Kind, Origin, Passage, fold
from corpus.html.known import Known
from corpus.pages import commentary, layout, publisher
from corpus.pages.comment_lists import Comment
from corpus.pages.people import Register
from corpus.pages.voice import Spoken, Voice
from corpus.pages.voices import Speakers

_QUOTED = re.compile(r"^[“\"‘'](?P<words>.+)[”\"’'][.,]?$")
_ELLIPSIS = re.compile(r"\s*(?:…|\.{3,})\s*")
_AT_LEAST = 6  # words: a shorter quotation says nothing of where it is from
_NO_ACCIDENT = 8  # words: two voices do not say as many alike by chance


@dataclass(slots=True)
class _Page:
    """A page while its passages are gathered."""

    id: str
    title: str
    date: str | None
    folded: str
    known: Known
    passages: list[Passage] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The page in words, for *quoted in*."""
        return f"‘{self.title}’" + (f", {in_words(self.date)}" if self.date else "")

    def add(self, spoken: Spoken, tail: str, locator: str, quoted_in: str, reply_to: str | None = None) -> Passage:
        """Add one passage; the same words a second time (a short phrase only by the same voice) make the first say *also in*."""
        for i, known in enumerate(self.passages):
            same_voice = known.kind is spoken.voice.kind and known.speaker == spoken.voice.speaker
            if known.text == spoken.text and (same_voice or len(known.text.split()) >= _NO_ACCIDENT):
                under = f"under ‘{spoken.headings[-1]}’, " if spoken.headings and spoken.headings != known.headings else ""
                self.passages[i] = replace(known, also_in=(*known.also_in, f"again on the same page ({under}{locator})"))
                return self.passages[i]
        voice = spoken.voice
        passage = Passage(
            id=f"{self.id}#{tail}", document_id=self.id, ordinal=len(self.passages) + 1, text=spoken.text, kind=voice.kind,
            locator=locator, speaker=voice.speaker, office=voice.office, party=voice.party, body=voice.body,
            date=_date(voice, self.date), headings=spoken.headings, url=voice.url or self.known.link(locator),
            origin=Origin(quoted_in) if voice.quoted else None, reply_to=reply_to,
        )  # fmt: skip
        self.passages.append(passage)
        return passage


def document(text: str, source: str, sha256: str, known: Known | None = None) -> Document:
    """The page ``text`` as a document. Its passages' texts are spans of ``text``, white space folded. ``known`` is what markup says of it."""
    known, lines = known or Known(), layout.page_lines(text)
    body, comments = commentary.split(lines) if known.comments is None else (lines, list(known.comments))
    top = known.top(body)
    blocks = known.blocks(layout.blocks(top.rest))
    register = Register.of([block.text for block in blocks])
    page = _Page(identifier(top.title, top.date), top.title, top.date, fold(f"{text} {known.said}"), known)
    own = known.voice or publisher.voice(top, blocks, commented=bool(comments))
    _article(page, known.heard(Speakers(own, register, top.date if top.record else None).listen(blocks), own))
    recorded = bool(page.passages) and all(passage.kind is Kind.DEBATE for passage in page.passages)
    for comment in comments:
        _comment(page, comment, register)
    return Document(
        page.id, top.title, Kind.DEBATE if recorded else own.kind, source, sha256, tuple(page.passages),
        date=top.date, publisher=own.body or known.site, author=top.author, url=known.url,
    )  # fmt: skip


def identifier(title: str, date: str | None) -> str:
    """A document id that a person can read: the title's first words and the date."""
    words = re.findall(r"[a-z0-9]+", title.lower().replace("’", "").replace("'", ""))[:8]
    return "-".join([*words, *([date] if date else [])]) or "untitled"


def _article(page: _Page, spoken: list[Spoken]) -> None:
    replies: dict[int, str] = {}
    for number, said in enumerate(spoken, start=1):
        tail, locator = f"p{number}", f"para {number}"
        if said.voice.kind is Kind.DEBATE and said.part:
            locator = f"contribution {said.part}"
        elif said.voice.kind is Kind.TESTIMONY:
            locator = f"account {said.part}, para {number}"
        passage = page.add(said, tail, locator, page.name, replies.get(said.replies_to or 0))
        if said.part and said.voice.kind is Kind.DEBATE:
            replies.setdefault(said.part, passage.id)


def _comment(page: _Page, comment: Comment, register: Register) -> None:
    """A comment's own words as one passage where they stand together, what it pastes as passages of their own."""
    base = Voice(Kind.COMMENT, speaker=comment.name, date=comment.date, quoted=False)
    spoken = Speakers(base, register).listen(layout.blocks(comment.lines, headings=False))
    spoken = _joined([said for said in spoken if not _found_above(page, said, comment)], page.folded)
    where = f"c{comment.number}" + (f".{comment.reply}" if comment.reply else "")
    answered = re.compile(rf"#c{comment.number}(?:\.p\d+)?$")
    parent = next((p.id for p in page.passages if answered.search(p.id)), None) if comment.reply else None
    for number, said in enumerate(spoken, start=1):
        several = len(spoken) > 1
        page.add(
            said,
            f"{where}.p{number}" if several else where,
            comment.locator + (f", para {number}" if several else ""),
            f"{comment.locator} on {page.name}",
            parent if said.voice.kind is Kind.COMMENT else None,
        )


def _found_above(page: _Page, said: Spoken, comment: Comment) -> bool:
    """True for a paragraph that only quotes words standing higher up; the passage quoted then says so."""
    match = _QUOTED.match(said.text)
    if not match or len(match["words"].split()) < _AT_LEAST:
        return False
    parts = [_flat(part) for part in _ELLIPSIS.split(match["words"]) if len(part.split()) >= _AT_LEAST]
    places = [next((i for i, p in enumerate(page.passages) if part in _flat(p.text)), None) for part in parts]
    if not places or None in places:
        return False
    for i in {place for place in places if place is not None}:
        also = (*page.passages[i].also_in, f"quoted in {comment.locator}")
        page.passages[i] = replace(page.passages[i], also_in=tuple(dict.fromkeys(also)))
    return True


def _joined(spoken: list[Spoken], folded: str) -> list[Spoken]:
    """Neighbouring paragraphs of the reader's own as one, where nothing stands between them on the page."""
    joined: list[Spoken] = []
    for said in spoken:
        together = f"{joined[-1].text} {said.text}" if joined else ""
        if joined and not said.voice.quoted and not joined[-1].voice.quoted and together in folded:
            joined[-1] = replace(joined[-1], text=together)
        else:
            joined.append(said)
    return joined


def _flat(text: str) -> str:
    return re.sub(r"[“”\"‘’']", "", text).strip(" .,").lower()


def _date(voice: Voice, page: str | None) -> str | None:
    """The date of the words: their own; for a month that the page falls in, the page's day; else the page's.

    A pasted speech without a date has none: the page it is pasted in says nothing about when it was made.
    """
    if voice.kind is Kind.DEBATE:
        return voice.date
    if voice.date and not (page or "").startswith(voice.date):
        return voice.date
    return page
