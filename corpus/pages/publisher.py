"""Whose page it is: an author's, or an organisation's own press release."""

from __future__ import annotations

from corpus.document import Kind
from corpus.pages import bodies, cues, statements
from corpus.pages.heading import Top
from corpus.pages.layout import Block
from corpus.pages.voice import Voice, of_body


def voice(top: Top, blocks: list[Block], commented: bool) -> Voice:
    """The voice of the page's own words: its author's, or the organisation's where the page is a press release of its own.

    A press release says so at its top, or ends in *ENDS* or *Notes to editors*. Readers comment on posts, not on press
    releases, and a post hands the word over with ``:-``; where either stands the page is a post.
    """
    author = Voice(Kind.ARTICLE, speaker=top.author, quoted=False)
    paragraphs = [block.text for block in blocks]
    posted = commented or top.author or any(cues.opens(text) for text in paragraphs)
    if posted or not (top.press or any(cues.ends(text) or cues.notes(text) for text in paragraphs)):
        return author
    body = _publisher(top, paragraphs)
    if body is None or body.report is Kind.ARTICLE:
        return author
    found = of_body(body, Kind.PRESS_RELEASE)
    return Voice(found.kind, found.speaker, body=found.body, quoted=False)


def _publisher(top: Top, paragraphs: list[str]) -> bodies.Body | None:
    """Who is named in the site's own header, else whose statement the first paragraph begins."""
    of_site = next((body for line in top.site if (body := bodies.organisation(line))), None)
    return of_site or next((body for text in paragraphs[:2] if (body := statements.begun_by(text))), None)
