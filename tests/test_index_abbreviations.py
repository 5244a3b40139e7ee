"""Abbreviations are learned from the texts that explain them, and from nothing else."""

from __future__ import annotations

import time

import pytest

from index.abbreviations import Definition, definitions, meanings, normal, phrases, short_forms


def learned(text: str) -> list[tuple[str, str]]:
    return [(found.short, found.long) for found in definitions(text)]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("run by Harbour Rescue Companies (HRCs) since May", "HRC", "Harbour Rescue Companies"),
        ("the Harbour Rescue Company (‘the HRC’) said", "HRC", "Harbour Rescue Company"),
        ("the Ferry and Harbour Inspectorate (“FHI”)", "FHI", "Ferry and Harbour Inspectorate"),
        ("all staff use RoLF (risk of lasting flood) scores", "RoLF", "risk of lasting flood"),
        ("under TbD (Tolls by Distance, first tried in May)", "TbD", "Tolls by Distance"),
        ("two days of Dredging & Salvage (D&S) work", "D&S", "Dredging & Salvage"),
        ("Dredging and Salvage (D&S)", "D&S", "Dredging and Salvage"),
        ("the Tide Tests Board (TTB)", "TTB", "Tide Tests Board"),
        ("anti-flooding ward orders (AFWOs)", "AFWO", "anti-flooding ward orders"),
        ("the Harbour Solicitor (HSol) acts", "HSol", "Harbour Solicitor"),
        ("the UK Ferry Safety Agency (UKFSA) was told", "UKFSA", "UK Ferry Safety Agency"),
        ("paid by the Chief Officer of the Ferry Board (FB), which", "FB", "Ferry Board"),
        ("the National Institute for Harbour and Coastal Economics (NICE)", "NICE", "National Institute for Harbour and Coastal Economics"),
        ("the Department for Tides, Rivers and Rural Harbours (DTRRH; see below)", "DTRRH", "Department for Tides, Rivers and Rural Harbours"),
        ("the Harbour Board's Ferry Safety Plan [FSP]", "FSP", "Ferry Safety Plan"),
        ("a Special Harbour Vehicle (owned by the Ferry Group (FG))", "FG", "Ferry Group"),
    ],
)
def test_brackets_explain_a_short_form_either_way_about(text: str, short: str, long: str) -> None:
    assert learned(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "HRC | Harbour Rescue Company",
        "Harbour Rescue Company | HRC",
        "Body | Meaning\nHRC | Harbour Rescue Company. It has run the ferries since May.",
        "HRC: Harbour Rescue Company",
        "HRC – Harbour Rescue Company",
    ],
)
def test_the_rows_of_a_glossary_explain_short_forms(text: str) -> None:
    assert learned(text) == [("HRC", "Harbour Rescue Company")]


@pytest.mark.parametrize(
    "text",
    [
        "my right hon. Friend the Member for Enfold, North (Joan Ryde)",
        "The hon. Member for Harwick (Mr. McHale) spoke",
        "under Council Regulation (EU) No 12",
        "the long-awaited, essential strategic (IT) gateway",
        "a budget of £3 million (excluding VAT)",
        "Written Answer of 11 March (WA 374)",
        "It was said of the ferry. Harbour rescue (FHR) is another matter",
        "the ferry board (fb) met",
        "Prisons | PFI\nHARWICK | 20",
        "Harbour HRC: see below",
        "the Harbourcraft (HCT) sank",
        "HRC | Harbour Rents and Local Charges",
        "It is (it is said) so",
        "()",
        "",
    ],
)
def test_other_brackets_and_rows_explain_nothing(text: str) -> None:
    assert learned(text) == []


def test_a_definition_is_given_as_often_as_the_text_gives_it() -> None:
    text = "the Ferry Board (FB) and the Harbour Police (HP); again the Ferry Board (FB)"
    assert definitions(text) == [Definition("FB", "Ferry Board"), Definition("HP", "Harbour Police"), Definition("FB", "Ferry Board")]


def test_short_forms_are_told_by_their_capitals() -> None:
    assert short_forms("Who told WHO (or the HRCs’ staff) of PbR, and the HRC's IT?") == ["WHO", "HRC", "PbR", "IT"]


def test_long_forms_are_the_same_in_the_plural_and_in_capitals() -> None:
    assert normal("Harbour Rescue Companies") == normal("the harbour rescue company") == normal("Harbour Rescue Company’s")
    assert normal("Harbour Rescue Company") != normal("Harbour Company")


def test_a_questions_runs_of_words_hold_the_long_form() -> None:
    assert normal("Harbour Rescue Company") in phrases("What did the harbour rescue companies of Harwick do?")
    assert phrases("Harbour") == []


def test_of_many_meanings_those_given_often_are_kept() -> None:
    assert meanings([("Ferry Board", 1), ("Flood Barrier", 9), ("Fog Bell", 3), ("Fat Boat", 2)]) == ["Flood Barrier", "Fog Bell"]
    assert meanings([]) == []


def test_brackets_without_end_and_words_without_end_take_no_time() -> None:
    hostile = ["(" * 20_000, "(A a" * 5_000, "aaaa " * 60 + "(AAAAAAAAAA)" * 200, "A | " * 5_000, "A" * 50_000, "AA – " * 10_000]
    began = time.monotonic()
    for text in hostile:
        definitions(text)
        short_forms(text)
    assert time.monotonic() - began < 2
