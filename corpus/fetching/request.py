"""One HTTP request to one checked address: no redirect followed, no cookie kept, no proxy asked, no more read than is allowed."""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corpus.fetching.guard import Endpoint
from corpus.unreadable import UnreadableDocument

if TYPE_CHECKING:
    import httpx

USER_AGENT = "parliamentary-briefing (reads one public document that a person named)"
CONNECT = 10.0  # seconds
_READ = 15.0  # seconds without a byte
_PIECE = 64 * 1024  # bytes taken out of a compressed body at a time


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked for: the address as it was given, and the parts of it that go into the request."""

    source: str
    host: str  # as sent, with its port where that is not the usual one
    name: str  # of the host, as its certificate has it
    path: str
    secure: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; ``data`` is decompressed, and empty where the status is no success."""

    status: int
    location: str | None
    content_type: str
    data: bytes


@dataclass(slots=True)
class Limits:
    """How much may be read and until when; ``connection`` is the open socket, which whoever waits for it may shut."""

    most: int
    until: float  # of time.monotonic()
    connection: Any = None

    def note(self, event: str, info: dict[str, Any]) -> None:
        """Keep the socket that httpcore's trace reports (https://www.encode.io/httpcore/extensions/#trace)."""
        if event == "connection.connect_tcp.complete":
            self.connection = info["return_value"].get_extra_info("socket")


def ask(target: Target, endpoint: Endpoint, limits: Limits) -> Answer:
    """The answer to a GET request. Raises `UnreadableDocument` for an answer too large or too slow and for bad TLS, `OSError` where the
    endpoint cannot be reached."""
    import httpx

    address = f"[{endpoint.address}]" if ":" in endpoint.address else endpoint.address
    url = f"{'https' if endpoint.secure else 'http'}://{address}:{endpoint.port}{target.path}"
    headers = {"Host": target.host, "User-Agent": USER_AGENT, "Accept": "*/*", "Accept-Encoding": "gzip", "Connection": "close"}
    extensions = {"sni_hostname": target.name, "trace": limits.note}
    try:
        with (
            httpx.Client(trust_env=False, follow_redirects=False, timeout=httpx.Timeout(_READ, connect=CONNECT)) as client,
            client.stream("GET", url, headers=headers, extensions=extensions) as response,
        ):
            data = _body(response, target.source, limits) if response.status_code == httpx.codes.OK else b""
            return Answer(response.status_code, response.headers.get("location"), response.headers.get("content-type", ""), data)
    except httpx.TimeoutException as error:
        raise _slow(target.source) from error
    except httpx.ConnectError as error:
        if isinstance(error.__context__, ssl.SSLError) or "CERTIFICATE" in str(error).upper() or "SSL" in str(error).upper():
            raise UnreadableDocument(target.source, f"cannot prove that it is {target.name} ({error}); check the address, or save the page") from error
        raise ConnectionError(str(error)) from error
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        why = f"answers with something other than HTTP or breaks off ({type(error).__name__}); try again later, or save the page"
        raise UnreadableDocument(target.source, why) from error


def _slow(source: str) -> UnreadableDocument:
    return UnreadableDocument(source, f"does not answer within {_READ:.0f} seconds; try again later, or save the page and add the file")


def _body(response: httpx.Response, source: str, limits: Limits) -> bytes:
    """The body, decompressed piece by piece, so that no small answer unfolds into a large one before it is noticed."""
    encoding = response.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise UnreadableDocument(source, f"comes compressed as {encoding}, which was not asked for; save the page and add the file")
    plain = encoding in ("", "identity")
    gathered = bytearray()
    for piece in response.iter_raw() if plain else _unfolded(response.iter_raw(), encoding, source):
        gathered += piece
        if len(gathered) > limits.most:
            raise UnreadableDocument(source, f"has more than the {limits.most / 1e6:.0f} MB a document may have; save a part of it")
        if time.monotonic() > limits.until:
            raise _slow(source)
    return bytes(gathered)


def _unfolded(pieces: Iterator[bytes], encoding: str, source: str) -> Iterator[bytes]:
    unpack = zlib.decompressobj(wbits=15 if encoding == "deflate" else 31)
    try:
        for piece in pieces:
            while piece:
                yield unpack.decompress(piece, _PIECE)
                piece = unpack.unconsumed_tail
    except zlib.error as error:
        raise UnreadableDocument(source, f"comes compressed and cannot be unpacked ({error}); try again later") from error
