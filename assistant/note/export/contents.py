"""Word's contents: a field that is filled already, so that it is there on opening, in any program, without a question.

Word asks whether to update fields wherever one is marked as out of date, and a page's number is known to nobody before it is laid out: the
entries therefore stand with links and without numbers until somebody updates the field (F9), which then puts the numbers in.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from assistant.note.export import ast
from assistant.note.export.body import name
from assistant.note.note import Section
from corpus.characters import visible

_DEPTH = 2
_BEGIN = '<w:fldChar w:fldCharType="begin"/>'
_CODE = f'<w:instrText xml:space="preserve"> TOC \\o "1-{_DEPTH}" \\h \\z \\u </w:instrText>'
_SEPARATE = '<w:fldChar w:fldCharType="separate"/>'
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_TOP = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>'
    '<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>Contents</w:t></w:r></w:p>'
)


def contents(sections: Sequence[Section]) -> list[ast.Block]:
    """The contents down to the second level; none for a note of a few headings."""
    entries = [entry for section in sections for entry in _entries(section, 1)]
    if len(entries) < 4:
        return []
    field = "".join(f"<w:r>{part}</w:r>" for part in (_BEGIN, _CODE, _SEPARATE))
    last = len(entries) - 1
    lines = [_line(level, section, "" if at else field, "" if at < last else _END) for at, (level, section) in enumerate(entries)]
    return [ast.raw_block("openxml", f"{_TOP}{''.join(lines)}</w:sdtContent></w:sdt>")]


def _entries(section: Section, level: int) -> list[tuple[int, Section]]:
    below = [entry for inner in section.sections for entry in _entries(inner, level + 1)] if level < _DEPTH else []
    return [(level, section), *below]


def _line(level: int, section: Section, before: str, after: str) -> str:
    words = escape(" ".join(visible(section.heading).split()))
    told = f'<w:hyperlink w:anchor={quoteattr(name(section))} w:history="1"><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:hyperlink>'
    return f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{before}{told}{after}</w:p>'
