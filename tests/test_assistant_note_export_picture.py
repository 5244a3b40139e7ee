"""The picture of a timeline: no label on another, dates of reduced precision as spans, and in words what it shows."""

from __future__ import annotations

import io
from itertools import pairwise

import pytest
from lxml import etree
from PIL import Image

from assistant.note.export import picture
from assistant.note.note import Event, Said, Timeline


def timeline(*dates: str, label: str = "Report on the {}") -> Timeline:
    return Timeline(tuple(Event(date, label.format(at), Said("x", (1,))) for at, date in enumerate(dates)))


CROWDED = timeline(*[f"2017-04-{day:02}" for day in range(1, 15)], "1999")
SHAPES = {
    "crowded": CROWDED,
    "one day": timeline(*["2017-04-20"] * 15),
    "two": timeline("2017", "2018-02"),
    "long labels": timeline("2016-01-01", "2017", label="A very long label {} " + "wide " * 80),
    "hostile labels": timeline("2016-01-01", "2017", label="$\\frac{{x}} <b>]]> \u202e\x00 عربي 中文 🛳 {}\nnext"),
    "end of time": timeline("0001", "9998-12-31"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_no_line_of_words_stands_on_another_and_each_event_on_the_axis_beside_them(name: str) -> None:
    spans, words = picture.rows(picture.drawn(SHAPES[name]))
    assert all(after - before >= 0.3 - 1e-9 for before, after in pairwise(words)) and words[0] > 0.25
    assert all(words[0] - 1e-9 <= first <= last <= words[-1] + 1e-9 for first, last in spans)
    assert all(before <= after for (before, _), (after, _) in pairwise(spans))


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_is_drawn_beyond_the_edges(name: str) -> None:
    image = Image.open(io.BytesIO(picture.picture(SHAPES[name], "png") or b"")).convert("L")
    edges = [image.crop(box) for box in ((0, 0, image.width, 4), (image.width - 4, 0, image.width, image.height), (0, 0, 4, image.height))]
    assert all(edge.getextrema() == (255, 255) for edge in edges)
    assert image.width == 1260 and image.getextrema()[0] < 60


@pytest.mark.parametrize("form", ["svg", "png"])
def test_the_same_events_give_the_same_bytes(form: str) -> None:
    assert picture.picture(CROWDED, form) == picture.picture(CROWDED, form)  # type: ignore[arg-type]


def test_the_svg_is_well_formed_and_holds_no_date_and_no_address_to_fetch() -> None:
    drawn = picture.picture(SHAPES["hostile labels"], "svg") or b""
    root = etree.fromstring(drawn)
    assert b"<dc:date>" not in drawn and all(link.startswith("#") for link in root.xpath("//@*[local-name()='href']"))


@pytest.mark.parametrize(("date", "days"), [("2017-04-20", 1), ("2017-04", 30), ("2017-12", 31), ("2016", 366), ("2016-02", 29)])
def test_a_date_of_reduced_precision_is_the_span_that_it_leaves_open(date: str, days: int) -> None:
    (each,) = picture.drawn(timeline(date))
    assert each.last - each.first + 1 == days


def test_too_many_events_leave_the_latest_and_say_how_many_are_not_drawn() -> None:
    told = picture.in_text(timeline(*[f"20{year:02}" for year in range(20)]))
    assert told.startswith("Timeline, the oldest first. 2005: Report on the 5; 2006:") and told.endswith("; 2019: Report on the 19. 5 more in the table below.")


@pytest.mark.parametrize("shape", [timeline(), timeline("2017"), timeline("2017", "some day"), timeline("", "2017-13", "2017")])
def test_fewer_than_two_dates_make_no_picture(shape: Timeline) -> None:
    assert picture.picture(shape, "png") is None
