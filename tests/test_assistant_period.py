"""The time a question asks about, and what is of that time coming first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.period import Period, asked_about, of_its_time
from corpus.document import Kind, Passage
from index.hits import Found, Hit
from index.rerank import Look


@pytest.mark.parametrize(
    ("question", "period"),
    [
        ("What did peers say in March 2018?", ("2018-03", "2018-03")),
        ("What was said on 30 October 2017 about recall?", ("2017-10-30", "2017-10-30")),
        ("Was the 2015 inspection critical?", ("2015", "2015")),
        ("How many were recalled in 2016-17?", ("2016", "2017")),
        ("What changed between 2014 and 2016?", ("2014", "2016")),
        ("What changed from 2014 to 2016?", ("2014", "2016")),
    ],
)
def test_a_time_named_is_the_one_asked_about(question: str, period: tuple[str, str]) -> None:
    assert asked_about(question) == Period(*period)


@pytest.mark.parametrize(
    "question",
    [
        "What happened since 2015?",
        "What was promised by the end of 2017?",
        "How did things stand before March 2014?",
        "Did 2015 compare well with 2016?",
        "What does the Offender Rehabilitation Act 2014 require?",
        "What happened last year?",
        "Is HC 2015x a number?",
    ],
)
def test_no_time_several_or_one_open_to_a_side_is_none(question: str) -> None:
    assert asked_about(question) is None


@pytest.mark.parametrize(("date", "held"), [("2018-03-08", True), ("2018-03", True), ("2018", True), ("2018-04-01", False), ("2017", False), (None, False)])
def test_a_date_is_held_as_far_as_both_are_given(date: str | None, held: bool) -> None:
    assert Period("2018-03", "2018-03").holds(date) is held


def hit(number: int, score: float, date: str | None, text: str = "Nothing of note was said.") -> Hit:
    passage = Passage(f"d#{number}", "d", number, text, Kind.DEBATE, f"para {number}", date=date)
    return Hit(number, score, passage, "A debate", None, "/d", Found(None, None, 0.0, Look(score, ())))


def order(hits: list[Hit]) -> list[int]:
    return [found.passage.ordinal for found in hits]


def test_what_is_of_the_time_asked_about_comes_first_where_it_is_near_the_best() -> None:
    found = of_its_time([hit(1, 3.0, "2017-05-01"), hit(2, 2.5, "2018-03-08"), hit(3, 2.4, "2016"), hit(4, -3.0, "2018-03-09")], Period("2018-03", "2018-03"))
    assert order(found) == [2, 1, 3, 4]
    assert [each.rank for each in found] == [1, 2, 3, 4]


def test_what_mentions_the_time_counts_as_of_it() -> None:
    later = hit(2, 2.5, "2019-01-01", "In March 2018 the hubs were opened.")
    assert order(of_its_time([hit(1, 3.0, "2017-05-01"), later], Period("2018-03", "2018-03"))) == [2, 1]
    under = replace(later, passage=replace(later.passage, text="The hubs were opened.", headings=("Review, 8 March 2018",)))
    assert order(of_its_time([hit(1, 3.0, "2017-05-01"), under], Period("2018-03-08", "2018-03-08"))) == [2, 1]


def test_where_nothing_near_is_of_the_time_the_order_stays() -> None:
    assert order(of_its_time([hit(1, 3.0, "2017"), hit(2, 2.9, None), hit(3, 0.0, "2018")], Period("2018", "2018"))) == [1, 2, 3]
