"""Parliament's Hansard API: a debate with debates within, and the results of a search."""

from __future__ import annotations

import json
import random

import pytest

from corpus.document import Document, Mark, Passage
from corpus.readers import hansard_api
from corpus.unreadable import UnreadableDocument
from tests.conftest import ROOT

FIXTURES = ROOT / "tests" / "fixtures" / "hansard_api"
PAGE = "https://hansard.parliament.uk/Commons/2022-03-15/debates/0A1B2C3D-1111-4222-8333-444455556666/LighthousesStaffingAndRepair"


def documents(data: bytes) -> list[Document]:
    return hansard_api.read(data, "/records/debate.json", "0" * 64)


@pytest.fixture(scope="module")
def debate() -> dict[str, Passage]:
    (document,) = documents((FIXTURES / "debate.json").read_bytes())
    assert (document.title, document.date, document.url) == ("Lighthouses: Staffing and Repair, 15 March 2022", "2022-03-15", PAGE)
    return {passage.id[:8] + passage.id[36:]: passage for passage in document.passages}


def test_a_column_mark_is_carried_forward_and_is_no_text(debate: dict[str, Passage]) -> None:
    assert [debate[key].locator for key in ("AAAA0002", "AAAA0003", "AAAA0003/2", "AAAA0006")] == ["col 430, Q1", "col 430", "cols 430–431", "col 431"]
    assert debate["AAAA0003/2"].text == "The rest follow next year."


def test_each_contribution_has_its_link(debate: dict[str, Passage]) -> None:
    assert debate["AAAA0003/2"].url == f"{PAGE}#contribution-AAAA0003-0000-4000-8000-000000000003"


def test_series_volume_and_headings_come_from_the_overview(debate: dict[str, Passage]) -> None:
    first = debate["AAAA0002"]
    assert (first.series, first.volume, first.headings) == ("HC Deb", "710", ("Oral Answers to Questions", "Lighthouses: Staffing and Repair"))


def test_the_member_is_parted_from_office_seat_and_party(debate: dict[str, Passage]) -> None:
    assert (debate["AAAA0002"].speaker, debate["AAAA0002"].party) == ("Ottilie Marsh", "Labour")
    assert (debate["AAAA0003"].speaker, debate["AAAA0003"].office) == ("Edmund Farrow", "The Parliamentary Under-Secretary of State for Coasts")
    assert debate["AAAA0007"].office == debate["AAAA0003"].office and debate["AAAA0006"].party == "Labour"


def test_answers_are_to_the_question_and_then_to_the_supplementary(debate: dict[str, Passage]) -> None:
    assert (debate["AAAA0003"].reply_to, debate["AAAA0007"].reply_to) == (debate["AAAA0002"].id, debate["AAAA0006"].id)
    assert debate["AAAA0002"].number == "905501"


def test_a_quotation_without_a_name_is_the_speakers(debate: dict[str, Passage]) -> None:
    assert debate["AAAA0004"].speaker == "Edmund Farrow"


def test_procedure_is_nobodys_and_so_is_what_follows_it_unnamed(debate: dict[str, Passage]) -> None:
    assert [debate[key].speaker for key in ("AAAA0001", "AAAA0008", "AAAA0009", "AAAA0010")] == [None] * 4


def test_a_debate_within_stands_under_both_titles_at_its_own_link(debate: dict[str, Passage]) -> None:
    order = debate["BBBB0020"]
    assert (order.speaker, order.office) == ("Dame Ilse Brandreth", "Madam Deputy Speaker")
    assert order.headings[-2:] == ("Lighthouses: Staffing and Repair", "Foghorns")
    assert order.url and "0A1B2C3D-2222-4222-8333-444455556666/Foghorns#" in order.url


def test_a_division_gives_its_counts(debate: dict[str, Passage]) -> None:
    division = debate["BBBB0021"]
    assert (division.mark, division.number, division.speaker) == (Mark.DIVISION, "12", None) and "Ayes 31, Noes 7" in division.text


def test_each_item_with_words_gives_a_passage(debate: dict[str, Passage]) -> None:
    held = json.loads((FIXTURES / "debate.json").read_text())
    items = held["Items"] + held["ChildDebates"][0]["Items"]
    paragraphs = sum(item["Value"].count("<p") for item in items)
    assert len(debate) == paragraphs and sum(item["ItemType"] == "Timestamp" for item in items) == 1


def test_results_of_a_search_have_their_own_day_debate_and_full_text() -> None:
    (document,) = documents((FIXTURES / "search.json").read_bytes())
    first, second, third, bare = document.passages
    assert (first.text, second.id) == ("We have repaired the towers.", f"{first.id}/2")
    assert (first.url, first.date, first.body) == (f"{PAGE}#contribution-{first.id}", "2022-03-15", "House of Commons")
    assert (third.date, third.body, third.headings) == ("2022-04-01", "House of Lords", ("Sea Lamps",))
    assert (third.speaker, third.party) == ("Baroness Quill of Thorne", "Crossbench")
    assert (bare.text, bare.speaker, bare.date) == ("Words in a list.", None, None)


def test_a_members_number_tells_two_of_one_name_apart() -> None:
    named = [(1, "Mr Ivo Lamb (Thorne) (Con)"), (2, "Mr Giles Lamb (Sandwick) (Lab)"), (1, "Mr Lamb")]
    items = [{"ItemType": "Contribution", "MemberId": number, "AttributedTo": name, "Value": "<p>Words.</p>"} for number, name in named]
    (document,) = documents(json.dumps({"Overview": {"Title": "Lamps"}, "Items": items}).encode())
    assert (document.passages[2].speaker, document.passages[2].party) == ("Mr Ivo Lamb", "Conservative")


def test_an_office_alone_gets_the_members_name() -> None:
    results = [{"AttributedTo": "The Prime Minister", "MemberName": "Ottilie Marsh", "ContributionExtId": "EEEE0001", "ContributionText": "I did."}]
    (document,) = documents(json.dumps({"Results": results}).encode())
    assert (document.passages[0].speaker, document.passages[0].office) == ("Ottilie Marsh", "The Prime Minister")


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[" * 100_000, b'{"Overview": null, "Items": 7}', b'{"Results": []}', b"[1, 2]", b'{"Items": [{"Value": {}}]}', b"\xff\xfe"]
)
def test_what_holds_no_contribution_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        documents(data)
    assert refused.value.why and "\n" not in refused.value.why


def test_any_field_may_be_missing_or_of_another_type() -> None:
    odd: list[object] = [None, 7, -1, True, 1e300, "x", [], {}, [{}], "<p", {"a": [1]}, 10**30]

    def spoil(value: object, rng: random.Random) -> object:
        if rng.random() < 0.06:
            return rng.choice(odd)
        if isinstance(value, dict):
            return {key: spoil(inner, rng) for key, inner in value.items() if rng.random() > 0.03}
        return [spoil(inner, rng) for inner in value] if isinstance(value, list) else value

    for seed in range(200):
        held = json.loads((FIXTURES / ("debate.json", "search.json")[seed % 2]).read_text())
        try:
            found = documents(json.dumps(spoil(held, random.Random(seed))).encode())
        except UnreadableDocument:
            continue
        for document in found:
            assert len({p.id for p in document.passages}) == len(document.passages) and all(p.text.strip() for p in document.passages)
