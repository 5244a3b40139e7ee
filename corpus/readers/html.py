"""Web pages, saved or fetched: each way a page can go is told by the page's own signs, not by where it was found.

Covered: TheyWorkForYou, Parliament's written questions, GOV.UK, reports and transcripts of committees and inspectorates, posts and articles
with their readers' comments. Not covered: Hansard's own pages (`corpus.readers.hansard_html`), what only a script shows, pictures.
"""

from __future__ import annotations

from corpus.document import Document
from corpus.html import article, facts, govuk_page, page, question_page, report, theyworkforyou
from corpus.unreadable import UnreadableDocument

_MOST_LINES = 4000  # paragraphs: an article has fewer; telling voices apart in more would take minutes


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The document that the page is. Raises `UnreadableDocument` for what is no page, has no words, or is nested past reading."""
    parsed = page.parsed(data, source)
    document = _document(parsed, sha256)
    if not document.passages:
        raise UnreadableDocument(source, "holds no paragraph of text; there is nothing to add")
    return [document]


def _document(parsed: page.Page, sha256: str) -> Document:
    found = facts.of(parsed)
    if theyworkforyou.is_page(parsed):
        return theyworkforyou.document(parsed, found, sha256)
    if question_page.is_page(parsed):
        return question_page.document(parsed, found, sha256)
    if govuk_page.is_page(parsed, found):
        return govuk_page.document(parsed, found, sha256)
    long = sum(1 for _ in zip(parsed.root.iter("p", "br", "li", "div"), range(_MOST_LINES), strict=False)) >= _MOST_LINES
    if long or report.is_report(parsed, found):
        return report.document(parsed, found, sha256)
    return article.document(parsed, found, sha256)
