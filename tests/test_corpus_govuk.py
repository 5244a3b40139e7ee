"""GOV.UK's content API: which kind of source a document's words are, whose they are, and where a link reaches them."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Document, Kind, Mark
from corpus.formats import reader_of
from corpus.readers import govuk
from corpus.unreadable import UnreadableDocument

ITEMS = Path(__file__).parent / "fixtures" / "govuk"
NAMES = sorted(path.name for path in ITEMS.iterdir())
SITE = "https://www.gov.uk"


def read(content: object) -> Document:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return govuk.read(data, "/items/item.json", "0" * 64)[0]


def raw(name: str) -> bytes:
    return (ITEMS / name).read_bytes()


def item(**changes: Any) -> dict[str, Any]:
    base: dict[str, Any] = {
        "content_id": "1",
        "base_path": "/government/publications/tides",
        "title": "Tides",
        "document_type": "guidance",
        "public_updated_at": "2018-03-01T00:30:00+01:00",
        "details": {"body": "<p>The tide is out.</p>"},
        "links": {"organisations": [{"title": "Ministry of Justice"}]},
    }
    return base | changes


def test_a_press_release_quotes_its_minister_and_nobody_else_speaks_for_the_department() -> None:
    document = read(raw("press_release.json"))
    assert (document.id, document.kind, document.title, document.date) == (
        "gov.uk-government-news-prison-wing-opens",
        Kind.PRESS_RELEASE,
        "Prison wing opens",
        "2018-03-01",
    )
    assert (document.publisher, document.url) == ("Ministry of Justice", f"{SITE}/government/news/prison-wing-opens")
    assert [(p.speaker, p.office, p.text) for p in document.passages] == [
        ("Ministry of Justice", None, "A new wing has opened at HMP Tidewell with 120 places."),
        ("Phillip Lander", "Prisons Minister", "Prisons Minister Phillip Lander said: This is a start."),
        ("Phillip Lander", "Prisons Minister", "There is more to do."),
        ("Ministry of Justice", None, "The wing cost £4 million."),
    ]
    assert [p.url for p in document.passages] == [document.url, *[f"{document.url}#minister"] * 3]
    assert {p.body for p in document.passages} == {"Ministry of Justice"}


def test_a_speech_is_its_speaker_s_on_the_day_it_was_given() -> None:
    document = read(raw("speech.json"))
    assert (document.kind, document.author, document.date) == (Kind.PRESS_RELEASE, "Sir Tom Vale", "2018-04-10")
    assert [(p.kind, p.speaker, p.body, p.date) for p in document.passages] == [(Kind.PRESS_RELEASE, "Sir Tom Vale", "Ministry of Justice", "2018-04-10")] * 2


def test_an_inspectorate_s_report_is_a_finding_with_numbers_notes_tables_and_what_became_of_it() -> None:
    document = read(raw("inspection.json"))
    assert document.kind is Kind.INSPECTION_REPORT and {p.kind for p in document.passages} == {Kind.INSPECTION_REPORT}
    assert {(p.speaker, p.series, p.date) for p in document.passages} == {("HM Inspectorate of Probation", "HC 1025", "2019-05-02")}
    assert {p.remark for p in document.passages} == {"withdrawn on 2021-01-05: A newer report has been published."}
    found = {p.text: p for p in document.passages}
    grown = found["Caseloads had grown to 264,649 ¹ by March."]
    assert (grown.locator, grown.headings, grown.url) == ("para 1.1", ("1 Findings",), f"{document.url}#findings")
    assert found["Year | Cases\n2018 | 1,204"].headings == ("1 Findings",)
    note = found["Ministry of Justice, 2019."]
    assert (note.mark, note.number) == (Mark.NOTE, "1")
    assert found["Staff were afraid to speak."].url == f"{document.url}#staff"
    assert [p.text for p in document.passages if p.text.endswith(("slow.", "thin."))] == ["Recalls were slow.", "Files were thin."]


def test_the_parts_of_a_guide_have_addresses_of_their_own() -> None:
    document = read(raw("guide.json"))
    assert [(p.text, p.headings, p.url) for p in document.passages] == [
        ("You may be put on probation.", ("Overview",), f"{SITE}/being-on-probation/overview"),
        ("You have to meet your officer.", ("Rules", "Keep to them"), f"{SITE}/being-on-probation/rules#keep-to-them"),
    ]


@pytest.mark.parametrize(
    ("sort", "organisation", "kind"),
    [
        ("news_story", "Ministry of Justice", Kind.PRESS_RELEASE),
        ("press_release", "HM Inspectorate of Probation", Kind.PRESS_RELEASE),
        ("guidance", "Ministry of Justice", Kind.GOVERNMENT_REPORT),
        ("policy_paper", "Department for Tides", Kind.GOVERNMENT_REPORT),
        ("official_statistics", "Ministry of Justice", Kind.GOVERNMENT_REPORT),
        ("independent_report", "HM Inspectorate of Probation", Kind.INSPECTION_REPORT),
        ("independent_report", "Ministry of Justice", Kind.GOVERNMENT_REPORT),
        ("guidance", "HM Inspectorate of Probation", Kind.GOVERNMENT_REPORT),
        ("html_publication", "Ofsted", Kind.INSPECTION_REPORT),
        ("written_statement", "Ministry of Justice", Kind.WRITTEN_STATEMENT),
        ("oral_statement", "Ministry of Justice", Kind.PRESS_RELEASE),
        ("something_new", "Ministry of Justice", Kind.GOVERNMENT_REPORT),
    ],
)
def test_a_document_s_kind_follows_its_sort_and_its_publisher(sort: str, organisation: str, kind: Kind) -> None:
    document = read(item(document_type=sort, links={"organisations": [{"title": organisation}]}))
    assert (document.kind, {p.kind for p in document.passages}) == (kind, {kind})


def test_a_publication_without_a_text_of_its_own_has_its_description() -> None:
    assert [p.text for p in read(item(details={"attachments": []}, description="How tides are kept.")).passages] == ["How tides are kept."]


@pytest.mark.parametrize(
    "changes",
    [
        {"title": None},
        {"base_path": None},
        {"base_path": 7},
        {"links": None},
        {"links": {"organisations": "MoJ"}},
        {"links": {"organisations": [None, {"title": 3}]}},
        {"public_updated_at": None},
        {"public_updated_at": "2018-13-99"},
        {"public_updated_at": 2018},
        {"withdrawn_notice": "yes"},
        {"withdrawn_notice": {"explanation": 4}},
        {"document_type": None},
        {"document_type": ["x"]},
        {"details": {"body": "The tide is out.", "parts": {"a": 1}}},
        {"details": {"body": [{"content_type": "text/html", "content": "<p>The tide is out.</p>"}]}},
        {"details": {"body": "<p>The tide is out.</p>", "delivered_on": []}},
        {"details": {"parts": [7, {"title": None, "slug": None, "body": "<p>The tide is out.</p>"}], "attachments": {"x": 1}}},
    ],
)
def test_missing_and_odd_fields_are_no_obstacle(changes: dict[str, Any]) -> None:
    assert [p.text for p in read(item(**changes)).passages] == ["The tide is out."]


def refused(content: object) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(content)
    assert "\n" not in caught.value.why
    return caught.value.why


def test_what_is_no_document_is_refused_with_its_reason() -> None:
    assert "JSON" in refused(b'{"content_id": ')
    assert "content_id" in refused({"title": "x"})
    assert "content_id" in refused([1])
    assert "redirect" in refused(item(schema_name="redirect"))
    assert "without words" in refused(item(details={}))
    assert "JSON" in refused(b"[" * 100_000)
    assert "deep" in refused(item(details={"body": "<div>" * 100_000 + "x"}))


@pytest.mark.parametrize("name", NAMES)
def test_an_item_is_known_by_its_content_and_read_alike_each_time(name: str) -> None:
    assert reader_of(raw(name), name, name) == "govuk"
    document = read(raw(name))
    ids = [p.id for p in document.passages]
    assert len(set(ids)) == len(ids) and all(identity.startswith(f"{document.id}#") for identity in ids) and document == read(raw(name))


def test_a_damaged_item_is_read_or_refused_and_nothing_else() -> None:
    chance = random.Random(20180301)
    for _ in range(200):
        data = raw(chance.choice(NAMES))
        at = chance.randrange(len(data))
        changed = chance.choice(
            [
                data[:at],
                data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :],
                data[:at] + data[at + chance.randrange(80) :],
                data[:at] + b"<div>" + data[at:],
            ]
        )
        try:
            document = read(changed)
        except UnreadableDocument as error:
            assert "\n" not in error.why
        else:
            assert document.passages and len({p.id for p in document.passages}) == len(document.passages)
