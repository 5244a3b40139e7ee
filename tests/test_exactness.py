"""The independent check of shown sentences finds each kind of thing that it is there to find, and nothing in true ones."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Citation
from corpus.document import About, Kind, Origin, Passage
from tests import exactness
from tests.exactness import faults

TEXT = "Staff at Merrow told us that 40% of 1,200 visits in 2016 were by telephone, at a cost of £4.2 million. “It is a grim day,” said Ivy Ash of Tidewatch."
REPORT = Passage("d#1", "d", 1, TEXT, Kind.INSPECTION_REPORT, "para 12", body="HM Inspectorate of Probation", date="2017-04-20")
SPOKEN = Passage(
    "d#2", "d", 2, "The pier will be opened again.", Kind.DEBATE, "col 5", "Lord Oak of Merrow", "Minister", body="House of Lords", date="2018-03-03"
)
ABOUT = About(Kind.DEBATE, "a Lords question", "House of Lords", "Lady Elm", date="2015-11-10")
DIGEST = replace(REPORT, id="d#3", text="She called the pier safe.", kind=Kind.DIGEST, body=None, date=None, about=ABOUT, origin=Origin("a post of 1 May 2016"))
CITED = [Citation(1, REPORT, "Piers of the North", "The Tide"), Citation(2, SPOKEN, "Debate", None), Citation(3, DIGEST, "Digest", None)]

TRUE = [
    ("HM Inspectorate of Probation reported on 20 April 2017 that 40 per cent of visits in 2016 were by telephone.", (1,)),
    ("HMIP found that visits at Merrow cost £4.2m in 2016.", (1,)),
    ("The inspectors were told of “1,200 visits in 2016 … at a cost of £4.2 million”.", (1,)),
    ("Ivy Ash said: “it is a grim day”.", (1,)),
    ("Lord Oak (Minister) said in the House of Lords on 3 March 2018: “The pier will be opened again.”", (2,)),
    ("The report ‘Piers of the North’, para 12, tells of 1200 visits, and Lord Oak said that the pier would open [2].", (1, 2)),
    ("Our digest of Lady Elm in the House of Lords on 10 November 2015 reads: “She called the pier safe.”", (3,)),
    ("Staff at eMerrow’s pier made telephone calls.", (1,)),
    ("Staff, according to Tidewatch, spoke of a ‘grim’ day.", (1,)),
]
WRONG = [
    ("quotation", "Visits were “by telephone, at a cost of £4.3 million” there.", (1,)),
    ("quotation", "Visits were \"mostly by telephone in 2016\" there.", (1,)),
    ("quotation", "The keepers told of “visits in 2016 … at no cost to us”.", (1,)),
    ("quotation", "It stands in ‘Piers of the Far South’.", (1,)),
    ("quotation", "Lord Oak said: “It is a grim day”.", (2,)),
    ("figure", "45% of visits were by telephone.", (1,)),
    ("figure", "In all 40 visits and £40 were counted, with 4.2 million people.", (1,)),
    ("figure", "Visits were by telephone in 2015.", (1,)),
    ("figure", "The visits cost £4.2 billion.", (1,)),
    ("figure", "Lord Oak spoke on 4 March 2018.", (2,)),
    ("name", "The pier at Ambleford is closed.", (1,)),
    ("name", "The inspectors of Merrow Council counted visits.", (1,)),
    ("name", "The visits were counted in December.", (1,)),
    ("name", "Visits at Merrow were counted by the RSPB.", (1,)),
    ("speaker", "Ivy Oak said that the pier was closed.", (1, 2)),
    ("speaker", "The pier is closed, according to Lord Elm.", (1, 2, 3)),
    ("speaker", "Lord Merrow (Minister) told the House that the pier would open.", (2,)),
    ("citation", "Visits were by telephone.", ()),
    ("citation", "Visits were by telephone.", (1, 4)),
    ("citation", "Visits were by telephone [2].", (1,)),
    ("markup", "Visits are told of at https://tide.example/a for all.", (1,)),
    ("markup", "Visits were <b>by telephone</b>.", (1,)),
    ("markup", "Visits ![](a.png) were by telephone.", (1,)),
    ("markup", "Visits were [by telephone](a).", (1,)),
    ("markup", "Visits were &lt;b&gt; by telephone.", (1,)),
    ("hidden", "Visits were\u200b by telephone.", (1,)),
    ("hidden", "Visits were\U000e0041 by telephone.", (1,)),
    ("hidden", "Visits were\ufe0f by \u202etelephone.", (1,)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "numbers"), TRUE)
def test_a_true_sentence_has_no_fault(text: str, numbers: tuple[int, ...]) -> None:
    assert faults(text, numbers, CITED) == []


@pytest.mark.parametrize(("kind", "text", "numbers"), WRONG)
def test_each_kind_of_fault_is_found(kind: str, text: str, numbers: tuple[int, ...]) -> None:
    assert kind in {fault.partition(":")[0] for fault in faults(text, numbers, CITED)}


def test_a_number_that_two_citations_have_is_no_citation() -> None:
    assert faults("Visits were by telephone.", (1,), [CITED[0], replace(CITED[1], number=1)]) == ["citation: 1"]


def test_it_shares_nothing_with_what_it_checks() -> None:
    source = Path(exactness.__file__).read_text("utf-8")
    assert re.findall(r"^(?:from|import) (\w+)", source, re.MULTILINE) == ["__future__", "re", "unicodedata", "collections", "typing", "corpus"]
