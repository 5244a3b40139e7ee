"""Pages that are published a second time in a form for machines: the address of that form, told from the page's own address.

Sources: https://www.gov.uk/api/content, https://hansard-api.parliament.uk/swagger, https://questions-statements-api.parliament.uk and the
links of https://committees.parliament.uk. Covered: GOV.UK pages, Hansard debates, written questions, and evidence to committees named
without its format. TheyWorkForYou, committees' reports and everything else are read as they stand.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_HANSARD = re.compile(r"/(?:commons|lords)/\d{4}-\d\d-\d\d/debates/(?P<id>[0-9a-z-]{8,64})(?:/|$)", re.I)
_QUESTION = re.compile(r"/written-questions/detail/(?P<date>\d{4}-\d\d-\d\d)/(?P<uin>\w{1,20})/?$", re.I)
_EVIDENCE = re.compile(r"/(?P<what>oralevidence|writtenevidence)/(?P<number>\d{1,9})/?$", re.I)
_NO_CONTENT = re.compile(r"/(?:api|assets|search|media|browse|log-in|sign-in)(?:/|$)|/[^/]*\.(?!cy$)[a-z0-9]{2,5}$", re.I)


def twin(address: str) -> str | None:
    """Where the same document is published for machines, or ``None`` where it is read as it stands."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removesuffix(".")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or host not in _TABLE:
        return None
    return _TABLE[host](parts.path)


def _hansard(path: str) -> str | None:
    match = _HANSARD.match(path)
    return f"https://hansard-api.parliament.uk/debates/debate/{match['id']}.json" if match else None


def _question(path: str) -> str | None:
    match = _QUESTION.match(path)
    base = "https://questions-statements-api.parliament.uk/api/writtenquestions/questions"
    return f"{base}/{match['date']}/{match['uin']}?expandMember=true" if match else None


def _govuk(path: str) -> str | None:
    path = path.rstrip("/")
    return f"https://www.gov.uk/api/content{path}" if path and not _NO_CONTENT.match(path) else None


def _evidence(path: str) -> str | None:
    match = _EVIDENCE.match(path)
    return f"https://committees.parliament.uk/{match['what'].lower()}/{match['number']}/html/" if match else None


_TABLE = {
    "hansard.parliament.uk": _hansard,
    "questions-statements.parliament.uk": _question,
    "www.gov.uk": _govuk,
    "gov.uk": _govuk,
    "committees.parliament.uk": _evidence,
}
