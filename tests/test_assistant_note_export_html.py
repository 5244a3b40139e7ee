"""A note as a page: it asks nobody for anything, every link within it leads somewhere, and no source's text is markup in it."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from shutil import which

import pytest
from lxml import etree, html

from assistant import citations as refs
from assistant.note.export.html import made
from tests.docx_notes import folded
from tests.hostile_notes import hostile
from tests.notes import rich

NOTES = {"rich": rich, "hostile": hostile}


@cache
def page(name: str) -> etree._Element:
    return html.document_fromstring(made(NOTES[name]()).decode())


@pytest.mark.parametrize("name", NOTES)
def test_nothing_is_fetched_and_the_policy_allows_only_what_is_in_the_page(name: str) -> None:
    policy = page(name).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    (style,) = page(name).xpath("//style")
    assert base64.b64encode(hashlib.sha256(style.text.encode()).digest()).decode() in policy
    assert policy.startswith("default-src 'none'; ") and "unsafe" not in policy
    assert {element.tag for element in page(name).iter("script", "link", "iframe", "object", "embed", "form", "base", "video", "svg")} == set()
    assert all(source.startswith("data:image/svg+xml;base64,") for source in page(name).xpath("//@src"))
    assert not page(name).xpath("//@style | //@srcset | //@*[starts-with(name(), 'on')]") and "url(" not in style.text and "@import" not in style.text


@pytest.mark.parametrize("name", NOTES)
def test_every_link_leads_to_a_place_in_the_page_or_to_the_web(name: str) -> None:
    places = Counter(page(name).xpath("//@id"))
    assert max(places.values()) == 1
    for target in page(name).xpath("//a/@href"):
        assert target[1:] in places if target.startswith("#") else target.startswith(("https://", "http://"))


@pytest.mark.parametrize("name", NOTES)
def test_a_citation_says_its_reference_and_leads_to_its_note_which_leads_back(name: str) -> None:
    marks = page(name).xpath("//a[@class='ref']")
    notes = page(name).xpath("//div[@id='notes']/ol/li")
    assert len(marks) == len(notes) > 20
    for number, (mark, note) in enumerate(zip(marks, notes, strict=True), start=1):
        assert mark.text_content() == str(number) and mark.get("href") == f"#note-{number}" and mark.get("id") == f"ref-{number}"
        assert note.xpath(f"div[@id='note-{number}']//a[@href='#ref-{number}' and @class='back']")
        assert folded(mark.get("title")).startswith("See note ") or folded(mark.get("title")) == folded(note.text_content().rpartition("↩")[0]).replace(
            _source(note), ""
        )


def _source(note: etree._Element) -> str:
    shown = [link.text_content() for link in note.xpath(".//a[starts-with(@href, 'http')]")]
    return f" {shown[0]}" if shown else ""


def test_the_source_is_one_click_from_the_note_and_its_address_is_not_spelt_out() -> None:
    (link,) = page("rich").xpath("//div[@id='note-3']//a[starts-with(@href, 'http')]")
    assert (link.get("href"), link.text_content()) == ("https://assembly.saltmarsh.example/8-june#c516", "assembly.saltmarsh.example")
    (link,) = page("rich").xpath("//div[@id='note-5']//a[starts-with(@href, 'http')]")
    assert (link.get("href"), link.text_content()) == ("https://assembly.saltmarsh.example/8-june#c516", "col 516")


def test_each_note_gives_the_formal_reference() -> None:
    told = [folded(note.text_content()) for note in page("hostile").xpath("//div[@id='notes']/ol/li")]
    for cited in hostile().citations:
        formal = folded(refs.reference(cited.passage, cited.title))
        assert any(note.startswith(formal) for note in told)


def test_the_page_is_in_british_english_with_one_title_and_headings_in_order() -> None:
    assert page("rich").get("lang") == "en-GB" and page("rich").findtext("head/title") == "Crossings to the outer islands"
    levels = [int(heading.tag[1]) for heading in page("rich").iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels.count(1) == 1 and levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))


def test_the_picture_says_what_it_shows_and_cells_know_their_columns() -> None:
    (image,) = page("rich").xpath("//img")
    assert image.get("alt").startswith("Timeline, the oldest first. 2016: Contract let")
    assert page("rich").xpath("//tbody//td/@data-label")[:2] == ["Role", "Organisation"]


def test_an_unverified_account_is_labelled() -> None:
    assert [label.text_content() for label in page("rich").xpath("//span[@class='unverified']")] == ["Unverified"] * 4


def test_there_is_a_style_for_paper_for_the_dark_and_for_a_telephone() -> None:
    style = page("rich").findtext("head/style")
    assert all(re.search(part, style) for part in (r"@page \{ size: A4", r"@media print", r"prefers-color-scheme: dark", r"max-width: 34rem"))


@pytest.mark.browser
@pytest.mark.parametrize("name", NOTES)
def test_a_browser_shows_it_without_a_request_a_complaint_or_anything_beyond_the_edge(name: str, tmp_path: Path) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = which("chromium") or which("google-chrome")
    if not chromium:
        pytest.skip("there is no Chromium on this machine")
    file = tmp_path / "note.html"
    file.write_bytes(made(NOTES[name]()))
    seen: list[str] = []
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        shown = browser.new_page(viewport={"width": 360, "height": 800})
        shown.on("console", lambda message: seen.append(message.text))
        shown.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        shown.on("request", lambda request: None if request.url.startswith(("data:", file.as_uri())) else seen.append(request.url))
        shown.goto(file.as_uri())
        assert shown.evaluate("document.documentElement.scrollWidth") == 360
        shown.locator(".ref").first.focus()
        said = shown.evaluate("getComputedStyle(document.querySelector('.ref'), '::after').content")
        shown.keyboard.press("Enter")
        assert shown.evaluate("location.hash") == "#note-1" and ("Outer islands" in said or name == "hostile")
        browser.close()
    assert seen == []
