"""By which name fetched bytes are to be read: the ending tells the format; and text in the character set that the server named."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "application/json": ".json", "application/pdf": ".pdf", "application/x-pdf": ".pdf",
    "text/csv": ".csv", "text/xml": ".xml", "application/xml": ".xml", "text/plain": ".txt", "text/markdown": ".md",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}  # fmt: skip
_KNOWN = {*_ENDINGS.values(), ".htm", ".xhtml", ".text", ".markdown"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.I)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def name(address: str, content_type: str) -> str:
    """The last part of the address with the ending of its format.

    The address's own ending counts where it is a known one, unless the server says that it sends a web page: behind ``report.pdf`` there
    may be a page that says why there is no report. An unknown type leaves the name without an ending.
    """
    last = unquote(PurePosixPath(urlsplit(address).path).name) or "page"
    own = PurePosixPath(last).suffix.lower()
    kind = content_type.partition(";")[0].strip().lower()
    said = ".json" if kind.endswith("+json") else _ENDINGS.get(kind, "")
    if own in _KNOWN and (said != ".html" or own in (".html", ".htm", ".xhtml")):
        return last
    return last + said


def text(data: bytes, content_type: str) -> bytes:
    """A web page's bytes in UTF-8, with its mark, where the server names another character set; any other bytes as they are.

    What the server says comes before what the page says of itself (HTML standard, *determining the character encoding*).
    """
    charset = _CHARSET.search(content_type)
    if not charset or "html" not in content_type.lower() or data.startswith(_MARKS):
        return data
    try:
        encoding = codecs.lookup(charset[1]).name
        return data if encoding in ("utf-8", "ascii") else codecs.BOM_UTF8 + data.decode(encoding).encode("utf-8")
    except (LookupError, UnicodeError, AttributeError, TypeError, ValueError):
        return data
