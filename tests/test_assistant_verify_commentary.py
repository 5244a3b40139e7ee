"""What a writer hangs on to a passage's words is withheld: remarks, epithets, the same twice, and bodies of which only the place is there."""

from __future__ import annotations

import pytest

from assistant.verify.check import check
from assistant.verify.evidence import Evidence
from assistant.verify.verdict import Fault
from corpus.document import Kind, Passage

WORDS = "Staff at the Merrow hub told us that visits were rare. The Merrow company had lost half of its officers since 2016."
PLAIN = "Ferry Inspectorate found that visits at the Merrow hub were rare"


def passage(text: str = WORDS) -> Evidence:
    return Evidence(1, Passage("d#1", "d", 1, text, Kind.INSPECTION_REPORT, "para 1", body="Ferry Inspectorate", date="2017-02"), "A report")


def fault(sentence: str, text: str = WORDS) -> Fault | None:
    return check(sentence, [passage(text)]).fault


def test_the_plain_sentence_holds() -> None:
    assert fault(f"{PLAIN}.") is None


@pytest.mark.parametrize(
    "tail",
    [
        ", which is a common issue", ", which means that staff were rare", ", which suggests that the hub had lost half", ", but that’s not the hub",
        ", not only at the hub", ", not necessarily at the hub", ", which was a matter of officers", ", in conclusion", ", and it is clear that staff told us",
    ],
)  # fmt: skip
def test_a_remark_of_the_writers_own_is_withheld(tail: str) -> None:
    assert fault(f"{PLAIN}{tail}.") is not None


def test_a_remark_that_the_passage_makes_stays() -> None:
    text = "Visits at the Merrow hub were rare, which means that staff could not know whether people were at home."
    assert (
        fault("Ferry Inspectorate found that visits at the Merrow hub were rare, which means that staff could not know whether people were at home.", text)
        is None
    )


def test_an_epithet_is_the_passages_or_none() -> None:
    assert fault("Ferry Inspectorate found that visits at the prominent Merrow hub were rare.") is Fault.SUBJECT
    assert (
        fault("Ferry Inspectorate found that visits at the prominent Merrow hub were rare.", WORDS.replace("the Merrow hub", "the prominent Merrow hub"))
        is None
    )


def test_the_same_said_twice_is_withheld_unless_the_passage_says_it_twice() -> None:
    twice = f"{PLAIN}, and that visits at the Merrow hub were rare."
    assert fault(twice) is Fault.MEANING
    assert fault(twice, "Visits at the Merrow hub were rare. In 2016, too, visits at the Merrow hub were rare.") is None


def test_a_body_of_which_only_the_place_stands_there_is_another() -> None:
    assert fault("Ferry Inspectorate found that visits by the Merrow Council were rare.") is Fault.NAME
    assert (
        fault("Ferry Inspectorate found that visits by the Merrow Council were rare.", WORDS.replace("the Merrow hub", "the council’s Merrow hub"))
        is not Fault.NAME
    )


def test_no_minister_is_spoken_of_where_the_passage_has_none() -> None:
    assert fault("Ferry Inspectorate found that the Minister lost half of the officers of the Merrow company since 2016.") is not None
    assert fault("Ferry Inspectorate found that visits by the Minister were rare at the Merrow hub.") is Fault.NAME


def test_a_digest_called_unverified_is_not_taken_for_an_office() -> None:
    from corpus.document import About

    about = About(Kind.TESTIMONY, "Accounts")
    digest = Passage("t#1", "t", 1, "Visits at the Merrow hub are rare, one account says.", Kind.DIGEST, "para 1", about=about)
    verdict = check(
        "Our digest of unnamed practitioners’ accounts (unverified) says that visits at the Merrow hub are rare.", [Evidence(1, digest, "A digest")]
    )
    assert verdict.supported, verdict.reason
