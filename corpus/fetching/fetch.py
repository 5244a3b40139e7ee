"""From an address to bytes: the twin of a page first, then the page; each hop of a redirect checked anew; all of it within a time."""

from __future__ import annotations

import contextlib
import json
import socket
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.fetching import naming
from corpus.fetching.guard import Guard
from corpus.fetching.request import Answer, Limits, Target, ask
from corpus.fetching.twins import twin
from corpus.unreadable import UnreadableDocument

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 32 * 1024 * 1024  # of one document, decompressed: as many as of one file
WITHIN = 30.0  # seconds, redirects and all
_HOPS = 5
_REDIRECTS = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    """One document as it came: the address it was asked by, the one that gave it, its bytes, a name whose ending tells its format."""

    address: str
    final_address: str
    data: bytes
    name: str
    content_type: str


def fetch(
    address: str, *, allow_private: bool = False, most_bytes: int = MOST_BYTES, within: float = WITHIN, hosts: Mapping[str, str] | None = None
) -> Fetched:
    """The document at ``address``, or its `twin` where it has one that can be had.

    ``allow_private`` lets the host and port named in ``address`` be private; a redirect to any other private host stays refused. ``hosts`` are
    stand-ins for tests (see `Guard`). Raises `UnreadableDocument`, within ``within`` seconds for the twin and as many for the page.
    """
    first = _parsed(address, address)
    guard = Guard((first.host, _port(first)) if allow_private else None, hosts or {})
    if other := twin(address):
        with contextlib.suppress(UnreadableDocument):  # a page need not have a twin: then it is read as it stands
            found = _within(address, other, guard, Limits(most_bytes, time.monotonic() + within))
            if "/html/" in other or _is_json(found.data):
                return found
    return _within(address, address, guard, Limits(most_bytes, time.monotonic() + within))


def _within(address: str, start: str, guard: Guard, limits: Limits) -> Fetched:
    """The document at ``start``, fetched beside the caller, who waits no longer than the limits say, whatever the server does."""
    outcome: list[Fetched | Exception] = []

    def work() -> None:
        try:
            outcome.append(_follow(address, start, guard, limits))
        except Exception as error:  # raised again below, where the caller waits
            outcome.append(error)

    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(max(0.0, limits.until - time.monotonic()))
    if not outcome:
        if limits.connection is not None:
            with contextlib.suppress(OSError):
                limits.connection.shutdown(socket.SHUT_RDWR)
        raise UnreadableDocument(address, "takes too long to answer; try again later, or save the page and add the file")
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def _follow(address: str, start: str, guard: Guard, limits: Limits) -> Fetched:
    at = start
    for _ in range(_HOPS + 1):
        url = _parsed(at, address)
        answer = _ask(url, guard, limits, address)
        if answer.status in _REDIRECTS and answer.location:
            at = str(url.join(_parsed(answer.location, address, relative=True)))
        else:
            _refuse(answer, address)
            return Fetched(address, at, naming.text(answer.data, answer.content_type), naming.name(at, answer.content_type), answer.content_type)
    raise UnreadableDocument(address, f"leads from redirect to redirect, more than {_HOPS} of them; give the address it ends at")


def _ask(url: httpx.URL, guard: Guard, limits: Limits, source: str) -> Answer:
    """The answer of the first of a host's addresses that can be reached."""
    host, secure = url.raw_host.decode("ascii"), url.scheme == "https"
    target = Target(source, url.netloc.decode("ascii").rpartition("@")[2], host.strip("[]"), url.raw_path.decode("ascii"), secure)
    for endpoint in guard.endpoints(url.host, _port(url), secure, source):
        with contextlib.suppress(OSError):
            return ask(target, endpoint, limits)
    raise UnreadableDocument(source, f"leads to {url.host}, which cannot be reached; check the address and the connection")


def _parsed(address: str, source: str, relative: bool = False) -> httpx.URL:
    """The address in its parts. Raises `UnreadableDocument` for one that is not to be fetched."""
    import httpx

    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise UnreadableDocument(source, f"is no address that can be fetched ({error}); check it") from error
    if relative and not url.scheme:
        return url
    if url.scheme not in ("http", "https") or not url.host:
        raise UnreadableDocument(source, f"leads to {url.scheme or 'no scheme'}:, and only http: and https: are fetched; check the address")
    if url.userinfo:
        raise UnreadableDocument(source, "holds a name or password, which is not sent on; leave it out")
    return url


def _port(url: httpx.URL) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


def _refuse(answer: Answer, source: str) -> None:
    status = answer.status
    if status == 200 and answer.data.strip():
        return
    if status in (404, 410):
        why = f"is not there (HTTP {status}); check the address"
    elif status in (401, 402, 403, 407, 451):
        why = f"may not be fetched (HTTP {status}); open it in a browser, save it and add the file"
    elif status == 429 or status >= 500:
        why = f"cannot be had at the moment (HTTP {status}); try again later"
    else:
        why = "is empty; there is nothing to add" if status == 200 else f"is refused (HTTP {status}); open it in a browser, save it and add the file"
    raise UnreadableDocument(source, why)


def _is_json(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data), dict)
    except (ValueError, RecursionError):
        return False
