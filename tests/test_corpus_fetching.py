"""Fetching: one public document, within a time and a size, from the address that was checked and from no other."""

from __future__ import annotations

import gzip
import http.server
import socket
import time
import zlib
from collections.abc import Iterator

import pytest

from corpus.fetching import Fetched, fetch, guard, naming, request, twin
from corpus.unreadable import UnreadableDocument
from tests.site import Site, site

PAGE = "<html><body><p>Zwölf Fälle</p></body></html>"


@pytest.fixture
def local() -> Iterator[Site]:
    with site() as served:
        yield served


@pytest.fixture
def other() -> Iterator[Site]:
    with site() as served:
        yield served


def refused(address: str, **options: object) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        fetch(address, **options)  # type: ignore[arg-type]
    assert caught.value.source == address
    assert "\n" not in caught.value.why
    return caught.value.why


def from_public(served: Site, path: str, **options: object) -> Fetched:
    """The document at ``path`` of a public host for which ``served`` stands in."""
    return fetch(f"https://records.example{path}", hosts={"records.example": served.host}, **options)  # type: ignore[arg-type]


# what is fetched -----------------------------------------------------------------------------------------------------------


def test_a_document_comes_with_its_bytes_its_name_and_where_it_came_from(local: Site) -> None:
    local.page("/reports/annual", b"%PDF-1.4", "application/pdf")
    address = local.address("/reports/annual")
    assert fetch(address, allow_private=True) == Fetched(address, address, b"%PDF-1.4", "annual.pdf", "application/pdf")
    assert local.asked == ["/reports/annual"]


def test_the_request_names_the_project_and_carries_no_cookie(local: Site) -> None:
    local.page("/a", b"x", Set_Cookie="spy=1")
    local.redirect("/first", "/a")
    fetch(local.address("/first"), allow_private=True)
    assert [headers["host"] for headers in local.headers] == [local.host] * 2
    assert all("parliamentary-briefing" in headers["user-agent"] and "cookie" not in headers for headers in local.headers)


def test_no_proxy_of_the_environment_is_asked(local: Site, other: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, f"http://{other.host}")
    local.page("/a", b"x")
    assert fetch(local.address("/a"), allow_private=True).data == b"x"
    assert other.asked == []


def test_a_redirect_within_the_site_is_followed_and_its_end_is_told(local: Site) -> None:
    local.redirect("/old", "new?x=1", status=301)
    local.page("/new?x=1", b"{}", "application/json")
    found = fetch(local.address("/old"), allow_private=True)
    assert (found.address, found.final_address, found.name) == (local.address("/old"), local.address("/new?x=1"), "new.json")


def test_a_fragment_is_not_sent(local: Site) -> None:
    local.page("/a", b"x")
    assert fetch(local.address("/a#part"), allow_private=True).data == b"x"
    assert local.asked == ["/a"]


@pytest.mark.parametrize(("encoding", "packed"), [("gzip", gzip.compress(PAGE.encode())), ("deflate", zlib.compress(PAGE.encode()))])
def test_a_compressed_body_is_unpacked(local: Site, encoding: str, packed: bytes) -> None:
    local.page("/a", packed, Content_Encoding=encoding)
    assert fetch(local.address("/a"), allow_private=True).data.decode() == PAGE


def test_the_server_s_character_set_is_kept_in_the_bytes(local: Site) -> None:
    local.page("/a", PAGE.encode("iso-8859-15"), "text/html; charset=ISO-8859-15")
    assert fetch(local.address("/a"), allow_private=True).data.decode("utf-8-sig") == PAGE
    local.page("/b", PAGE.encode(), "text/html; charset=utf-8")
    assert fetch(local.address("/b"), allow_private=True).data == PAGE.encode()
    local.page("/c", PAGE.encode(), "text/html; charset=rot13")
    assert fetch(local.address("/c"), allow_private=True).data == PAGE.encode()


@pytest.mark.parametrize(
    ("path", "content_type", "name"),
    [
        ("/pa/cm201719/48202.htm", "text/html", "48202.htm"),
        ("/documents/12/default/", "application/pdf", "default.pdf"),
        ("/api/content/news", "application/json; charset=utf-8", "news.json"),
        ("/report.pdf", "text/html", "report.pdf.html"),
        ("/data.csv", "text/plain", "data.csv"),
        ("/data.csv", "application/octet-stream", "data.csv"),
        ("/v1.2", "text/html", "v1.2.html"),
        ("/", "text/html", "page.html"),
        ("/thing", "application/ld+json", "thing.json"),
        ("/thing", "application/x-unknown", "thing"),
        ("/a%20b.pdf", "", "a b.pdf"),
    ],
)
def test_a_name_ends_as_its_format_does(path: str, content_type: str, name: str) -> None:
    assert naming.name(f"https://records.example{path}", content_type) == name


# what is refused -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "localhost.",
        "127.1",
        "2130706433",
        "0x7f000001",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "0.0.0.0",
        "10.1.2.3",
        "169.254.169.254",
        "192.168.0.1",
        "172.16.0.1",
        "100.64.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "[fe80::1]",
        "[fc00::1]",
        "[::]",
        "192.0.2.1",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
    ],
)
def test_a_private_address_is_refused_however_it_is_written(local: Site, host: str) -> None:
    local.page("/a", b"x")
    why = refused(f"http://{host}:{local.port}/a")
    assert "public address" in why or (host == "localhost." and "cannot be found" in why)  # not every resolver knows the last one
    assert local.asked == []


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_public_addresses_are_public(address: str) -> None:
    assert guard.is_public(address)


def test_a_redirect_to_a_private_address_is_refused_and_not_asked(local: Site, other: Site) -> None:
    local.redirect("/a", other.address("/secret"))
    other.page("/secret", b"x")
    assert "public address" in refused("https://records.example/a", hosts={"records.example": local.host})
    assert "public address" in refused("https://records.example/a", hosts={"records.example": local.host}, allow_private=True)
    assert "public address" in refused(local.address("/a"), allow_private=True), "only the host and port that were named may be private"
    assert other.asked == []


def test_a_name_is_resolved_once_and_the_address_that_was_checked_is_the_one_that_is_reached(local: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def rebinding(host: str, port: int, **_: object) -> list[tuple[object, ...]]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("203.0.114.7" if len(asked) == 1 else "127.0.0.1", port))]

    connected: list[str] = []

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        connected.append(address[0])
        raise ConnectionRefusedError("not today")

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert "cannot be reached" in refused(f"http://rebinding.example:{local.port}/a")
    assert (asked, connected) == (["rebinding.example"], ["203.0.114.7"])


def test_a_host_with_one_private_address_among_public_ones_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("203.0.114.7", "10.0.0.7")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    assert "10.0.0.7" in refused("http://mixed.example/a")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://records.example/a", "ftp"),
        ("file:///etc/hostname", "file"),
        ("records.example/a", "scheme"),
        ("https://", "https:"),
        ("http:///a", "http"),
        ("javascript:alert(1)", "javascript"),
        ("https://me:secret@records.example/", "password"),
        ("https://[::1", "address"),
        ("http://a:99999999/", "address"),
        ("http://\x00/", "address"),
        ("", "scheme"),
        ("http://" + "a" * 70_000 + "/", "address"),
    ],
)
def test_what_is_no_web_address_is_refused(address: str, why: str) -> None:
    assert why in refused(address)


@pytest.mark.parametrize("to", ["file:///etc/hostname", "ftp://records.example/x", "https://me:secret@records.example/", "http://[bad", "data:text/html,x"])
def test_a_redirect_to_anything_but_a_web_address_is_refused(local: Site, to: str) -> None:
    local.redirect("/a", to)
    refused(local.address("/a"), allow_private=True)


def test_redirects_come_to_an_end(local: Site) -> None:
    for n in range(7):
        local.redirect(f"/{n}", f"/{n + 1}")
    local.page("/6", b"x")
    assert fetch(local.address("/1"), allow_private=True).data == b"x"
    assert "redirect" in refused(local.address("/0"), allow_private=True)
    local.redirect("/round", "/round")
    assert "redirect" in refused(local.address("/round"), allow_private=True)


@pytest.mark.parametrize(
    ("status", "says"), [(404, "not there"), (403, "may not be fetched"), (500, "try again later"), (429, "try again"), (418, "418"), (204, "204")]
)
def test_an_error_of_the_server_is_told_with_its_number_and_a_remedy(local: Site, status: int, says: str) -> None:
    local.page("/a", b"" if status == 204 else b"sorry", status=status)
    why = refused(local.address("/a"), allow_private=True)
    assert says in why and str(status) in why and ";" in why


def test_an_empty_document_is_refused(local: Site) -> None:
    local.page("/a", b"  \n")
    assert "empty" in refused(local.address("/a"), allow_private=True)


def test_a_document_that_is_too_large_is_not_read_to_its_end(local: Site) -> None:
    sent: list[int] = []

    def endless(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(200)
        request.end_headers()
        while True:
            sent.append(request.wfile.write(b"x" * 65536))

    local.pages["/a"] = endless
    assert "more than the 1 MB" in refused(local.address("/a"), allow_private=True, most_bytes=1_000_000)
    assert sum(sent) < 64_000_000


def test_a_small_answer_does_not_unfold_into_a_large_document(local: Site) -> None:
    local.page("/a", gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")
    assert "more than the 1 MB" in refused(local.address("/a"), allow_private=True, most_bytes=1_000_000)
    pieces = request._unfolded(iter([gzip.compress(b"\0" * 5_000_000)]), "gzip", "x")
    assert max(map(len, pieces)) <= 65536, "whatever it unfolds to, it is looked at piece by piece"
    local.page("/b", b"not packed at all", Content_Encoding="gzip")
    assert "unpacked" in refused(local.address("/b"), allow_private=True)
    local.page("/c", b"x", Content_Encoding="br")
    assert "compressed as br" in refused(local.address("/c"), allow_private=True)


def drip(line: bytes, ended: bool) -> object:
    def serve(request: http.server.BaseHTTPRequestHandler) -> None:
        request.wfile.write(b"HTTP/1.1 200 OK\r\n" + (b"\r\n" if ended else b""))
        for _ in range(200):
            request.wfile.write(line)
            request.wfile.flush()
            time.sleep(0.02)

    return serve


@pytest.mark.parametrize(("line", "ended"), [(b"X-Drip: 1\r\n", False), (b"x", True)])
def test_a_server_that_drips_holds_nobody_longer_than_the_time_there_is(local: Site, line: bytes, ended: bool) -> None:
    local.pages["/a"] = drip(line, ended)  # type: ignore[assignment]
    started = time.monotonic()
    refused(local.address("/a"), allow_private=True, within=0.3)
    assert time.monotonic() - started < 1.5


def test_a_server_that_is_not_there_or_speaks_no_http_is_told(local: Site) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert "cannot be reached" in refused(f"http://127.0.0.1:{port}/", allow_private=True)
    local.pages["/a"] = lambda request: request.wfile.write(b"220 mail.example ESMTP\r\n") and None
    assert "HTTP" in refused(local.address("/a"), allow_private=True)
    assert "cannot prove" in refused(f"https://{local.host}/a", allow_private=True)


def test_a_host_that_cannot_be_found_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    assert "cannot be found" in refused("https://records.example/a")


# twins ---------------------------------------------------------------------------------------------------------------------

HANSARD = "8DF8BEB9-6EC6-4A16-A1B4-4C2E1E4F8A01"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            f"https://hansard.parliament.uk/Lords/2017-10-31/debates/{HANSARD}/Probation#contribution-X",
            f"https://hansard-api.parliament.uk/debates/debate/{HANSARD}.json",
        ),
        (f"https://hansard.parliament.uk/commons/2017-10-31/debates/{HANSARD}/link", f"https://hansard-api.parliament.uk/debates/debate/{HANSARD}.json"),
        ("https://hansard.parliament.uk/commons/2017-10-31", None),
        ("https://www.gov.uk/government/news/a-prison", "https://www.gov.uk/api/content/government/news/a-prison"),
        ("https://www.gov.uk/guidance/x/", "https://www.gov.uk/api/content/guidance/x"),
        ("https://www.gov.uk/government/news/dyfodol.cy", "https://www.gov.uk/api/content/government/news/dyfodol.cy"),
        ("https://www.gov.uk/", None),
        ("https://www.gov.uk/api/content/guidance/x", None),
        ("https://www.gov.uk/search/all?q=x", None),
        ("https://www.gov.uk/media/1/report.pdf", None),
        ("https://assets.publishing.service.gov.uk/media/1/report.pdf", None),
        (
            "https://questions-statements.parliament.uk/written-questions/detail/2024-01-05/8024",
            "https://questions-statements-api.parliament.uk/api/writtenquestions/questions/2024-01-05/8024?expandMember=true",
        ),
        (
            "https://questions-statements.parliament.uk/written-questions/detail/2024-10-14/HL1541/",
            "https://questions-statements-api.parliament.uk/api/writtenquestions/questions/2024-10-14/HL1541?expandMember=true",
        ),
        ("https://questions-statements.parliament.uk/written-statements/detail/2024-01-05/HCWS1", None),
        ("https://committees.parliament.uk/oralevidence/7660/", "https://committees.parliament.uk/oralevidence/7660/html/"),
        ("https://committees.parliament.uk/writtenevidence/12/html/", None),
        ("https://committees.parliament.uk/publications/45000/documents/1/default/", None),
        ("https://www.theyworkforyou.com/lords/?id=2017-10-31a.1.0", None),
        ("https://publications.parliament.uk/pa/cm201719/cmselect/cmjust/482/48202.htm", None),
        ("https://hansard.parliament.uk.example.org/commons/2017-10-31/debates/12345678/x", None),
        ("ftp://www.gov.uk/guidance/x", None),
        ("https://[bad", None),
        ("", None),
    ],
)
def test_the_twin_of_a_page_is_told_from_its_address(address: str, expected: str | None) -> None:
    assert twin(address) == expected


def test_a_page_s_twin_is_read_instead_of_the_page(local: Site) -> None:
    local.page("/api/content/guidance/x", b'{"content_id": "1"}', "application/json")
    found = fetch("https://www.gov.uk/guidance/x", hosts={"www.gov.uk": local.host})
    assert (found.final_address, found.name, found.data) == ("https://www.gov.uk/api/content/guidance/x", "x.json", b'{"content_id": "1"}')
    assert local.asked == ["/api/content/guidance/x"]


@pytest.mark.parametrize("twin_says", [(b"", 404), (b"<html>Sorry</html>", 200), (b"[1]", 200), (b"", 503)])
def test_a_page_whose_twin_cannot_be_had_is_read_itself(local: Site, twin_says: tuple[bytes, int]) -> None:
    local.page("/api/content/guidance/x", twin_says[0], status=twin_says[1])
    local.page("/guidance/x", PAGE.encode())
    found = fetch("https://www.gov.uk/guidance/x", hosts={"www.gov.uk": local.host})
    assert (found.final_address, found.name) == ("https://www.gov.uk/guidance/x", "x.html")
    assert local.asked == ["/api/content/guidance/x", "/guidance/x"]


def test_a_question_s_twin_is_asked_for_with_its_members(local: Site) -> None:
    path = "/api/writtenquestions/questions/2024-01-05/8024?expandMember=true"
    local.page(path, b'{"value": {"questionText": "?"}}', "application/json")
    hosts = {"questions-statements-api.parliament.uk": local.host}
    assert fetch("https://questions-statements.parliament.uk/written-questions/detail/2024-01-05/8024", hosts=hosts).name == "8024.json"
    assert local.asked == [path]
