"""Which reader a file is for: by its first bytes, then by the ending of its name, then by what is inside."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from corpus.unreadable import UnreadableDocument

_MAGIC = (
    (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a picture"), (b"GIF8", "a picture"), (b"\x1f\x8b", "a gzip file"), (b"7z\xbc\xaf", "a 7z file"),
    (b"\xd0\xcf\x11\xe0", "a Word, Excel or PowerPoint file of the old sort"), (b"Rar!", "a RAR file"), (b"{\\rtf", "a rich text file"),
)  # fmt: skip
_PACKED = ((b"xl/workbook", "a spreadsheet"), (b"ppt/presentation", "a presentation"), (b"opendocument", "an OpenDocument file"))
_REMEDY = {"a Word, Excel or PowerPoint file of the old sort": "save it as .docx", "a rich text file": "save it as .docx"}
_BY_ENDING = {
    ".txt": "plain_text", ".text": "plain_text", ".md": "markdown", ".markdown": "markdown", ".csv": "questions_csv", ".pdf": "pdf", ".docx": "docx",
    ".xml": "xml", ".html": "html", ".htm": "html", ".xhtml": "html", ".json": "json",
}  # fmt: skip
ENDINGS = (*sorted(_BY_ENDING), ".zip")
"""The endings of files that can be read."""
_ROOT = re.compile(rb"<(?![?!])(?:\w+:)?([A-Za-z][\w.-]*)")
_PROLOGUE = re.compile(rb"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>|<!--.*?-->|<\?.*?\?>", re.S)
_HANSARD_PAGE = re.compile(
    rb'class="anchor-column"|name="column_[A-Z]{0,3}\d+\w*"|class="(?:[^"]*\s)?debate-item[\s"]'
    rb"|<title>\s*(?:House of (?:Commons|Lords) Hansard|(?:Commons|Lords|Daily) Hansard)",
    re.I,
)


def reader_of(data: bytes, name: str, source: str) -> str:
    """The name of the module in ``corpus.readers`` that reads ``data``, known as ``name``. Raises `UnreadableDocument`."""
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _packed(data, ending, source)
    if data.startswith(b"SQLite format 3\0"):
        raise UnreadableDocument(source, "holds full texts of written questions at best; add the .json file of the same name, with this one beside it")
    for begin, what in _MAGIC:
        if data.startswith(begin) and (ending not in _BY_ENDING or _BY_ENDING[ending] != "plain_text"):
            raise UnreadableDocument(source, f"is {what}, for which there is no reader; {_REMEDY.get(what, 'readable are ' + ', '.join(ENDINGS))}")
    if ending not in _BY_ENDING:
        raise UnreadableDocument(source, f"no reader for {ending or 'a file without an ending'}; readable are {', '.join(ENDINGS)}")
    inside = {"xml": _xml, "html": _html, "json": _json}.get(_BY_ENDING[ending])
    return inside(data, source) if inside else _BY_ENDING[ending]


def _packed(data: bytes, ending: str, source: str) -> str:
    if b"word/document" in data or ending == ".docx":
        return "docx"
    what = next((name for inside, name in _PACKED if inside in data), "a packed file")
    raise UnreadableDocument(source, f"is {what}, for which there is no reader; save it as .docx or .pdf, or name a packed folder .zip")


def _xml(data: bytes, source: str) -> str:
    root = _ROOT.search(_PROLOGUE.sub(b"", data[:200_000]))
    tag = root[1].decode("ascii").lower() if root else "none"
    if tag == "html":
        return _html(data, source)
    known = {"publicwhip": "parlparse"}
    if tag in known:
        return known[tag]
    from corpus.readers import hansard_archive

    if tag in hansard_archive.ROOTS or tag == "none":
        return "hansard_archive"
    raise UnreadableDocument(source, f"is XML with root <{tag}>, for which there is no reader; parlparse files begin <publicwhip>")


def _html(data: bytes, source: str) -> str:
    return "hansard_html" if _HANSARD_PAGE.search(data) else "html"


def _json(data: bytes, source: str) -> str:
    if b'"questionText"' in data:
        return "questions_api"
    if b'"ContributionExtId"' in data or (b'"Overview"' in data and b'"Items"' in data) or b'"ItemType"' in data:
        return "hansard_api"
    if b'"content_id"' in data or b'"base_path"' in data:
        return "govuk"
    raise UnreadableDocument(source, "is JSON of no shape known here; readable are Hansard debates, written questions and GOV.UK content")
