"""parlparse XML: every paragraph under its own id, with the speaker, column, headings and question the record gives it.

The two sittings in ``fixtures/parlparse`` are invented; their form is that of the real files.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from corpus.document import Document, Kind, Passage
from corpus.readers import parlparse
from corpus.unreadable import UnreadableDocument

FIXTURES = Path(__file__).parent / "fixtures" / "parlparse"
SHARED = Path(__file__).parents[1].parent / "shared" / "sources" / "hansard-parlparse"
ONE_SPEECH = (
    '<publicwhip latest="yes"><speech id="uk.org.publicwhip/debate/2014-03-12a.1.1" speakername="Ada Merrow" colnum="1">'
    '<p pid="a1.1/1">Before {} after.</p></speech></publicwhip>'
)
KEANE = "The Secretary of State for Justice"


def read(data: bytes | str) -> Document:
    (document,) = parlparse.read(data.encode() if isinstance(data, str) else data, "day.xml", "0" * 64)
    return document


def refusal(data: bytes | str) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        read(data)
    return str(refused.value)


def commons() -> Document:
    return read((FIXTURES / "commons.xml").read_bytes())


def lords() -> Document:
    return read((FIXTURES / "lords.xml").read_bytes())


def at(document: Document, place: str) -> Passage:
    """The passage whose id ends with ``place``: column.index/paragraph."""
    (found,) = [p for p in document.passages if p.id.endswith(f"a.{place}")]
    return found


# the Commons -----------------------------------------------------------------------------------------------------------


def test_a_sitting_is_one_document_named_by_house_and_day() -> None:
    day = commons()
    assert (day.id, day.title, day.kind, day.date) == ("debate-2014-03-12a", "House of Commons debates, 12 March 2014", Kind.DEBATE, "2014-03-12")
    assert (day.publisher, day.source, day.sha256) == ("House of Commons", "day.xml", "0" * 64)


def test_every_paragraph_with_words_is_a_passage_in_the_order_of_the_record() -> None:
    assert [p.text for p in commons().passages] == [
        "The Secretary of State was asked—",
        "What assessment she has made of the number of cases held by each probation officer.",
        "Caseloads differ from area to area. The median officer holds 38 cases.",
        "I have asked the inspectorate to look at the areas with the heaviest loads.",
        "In Harrowdale one officer holds 71 cases. Is that safe?",
        "My hon. Friend is right to raise it, and Harrowdale will be inspected in May.",
        "Will the Secretary of State publish the caseload of every office?",
        "Interruption.",
        "Yes, every quarter.",
        "[Relevant document: the fourth report of the Justice Committee.]",
        "I beg to move, That the Bill be now read a Second time.",
        "The fees were set out in the table.",
        "Small claims £35",
        "rose—",
        "Division 231: Ayes 286, Noes 260.",
        "Bill read a Second time.",
    ]


def test_passages_are_numbered_one_after_another() -> None:
    assert [p.ordinal for p in commons().passages] == list(range(1, 17))


def test_ids_are_the_source_s_own_paragraph_ids() -> None:
    assert commons().passages[2].id == "uk.org.publicwhip/debate/2014-03-12a.301.5/1"
    assert commons().passages[3].id == "uk.org.publicwhip/debate/2014-03-12a.301.5/2"


def test_no_two_passages_share_an_id_even_where_the_source_gives_none() -> None:
    ids = [p.id for p in commons().passages]
    assert len(set(ids)) == len(ids)


def test_a_paragraph_id_that_the_source_uses_twice_still_names_one_passage() -> None:
    twice = ONE_SPEECH.replace("</speech>", '<p pid="a1.1/1">Again.</p></speech>')
    ids = [p.id for p in read(twice).passages]
    assert len(set(ids)) == len(ids) == 2


def test_a_speech_has_the_speaker_and_the_office_the_record_prints() -> None:
    day = commons()
    assert {(at(day, place).speaker, at(day, place).office) for place in ("301.5/1", "301.5/2", "302.2/1")} == {("Rosalind Keane", KEANE)}
    assert (at(day, "301.4/1").speaker, at(day, "301.4/1").office) == ("Ada Merrow", None)


def test_words_of_nobody_in_particular_have_no_speaker() -> None:
    day = commons()
    assert [at(day, place).speaker for place in ("301.2/1", "302.1/1", "303.1/1", "303.4/1", "304.1/1")] == [None] * 5


def test_the_locator_is_the_column_and_the_number_of_the_question() -> None:
    day = commons()
    assert [at(day, place).locator for place in ("301.4/1", "301.7/1", "302.0/1", "303.3/1")] == ["col 301, Q1", "col 301", "col 302", "col 303"]


def test_headings_are_the_path_above_and_a_new_one_ends_those_below_it() -> None:
    day = commons()
    assert at(day, "301.2/1").headings == ("Oral Answers to Questions", "JUSTICE")
    assert at(day, "301.4/1").headings == ("Oral Answers to Questions", "JUSTICE", "Probation: Caseloads")
    assert at(day, "303.1/1").headings == ("Oral Answers to Questions", "Courts (Fees) Bill")
    assert at(day, "303.3/1").headings == ("Oral Answers to Questions", "Courts (Fees) Bill", "Second Reading")


def test_a_link_leads_to_the_speech() -> None:
    assert at(commons(), "301.5/2").url == "https://www.theyworkforyou.com/debates/?id=2014-03-12a.301.5"


def test_every_paragraph_of_an_answer_replies_to_its_question() -> None:
    day = commons()
    question = at(day, "301.4/1").id
    assert [at(day, place).reply_to for place in ("301.5/1", "301.5/2")] == [question, question]


def test_an_answer_to_a_supplementary_replies_to_the_supplementary() -> None:
    day = commons()
    assert at(day, "301.7/1").reply_to == at(day, "301.6/1").id
    assert at(day, "302.2/1").reply_to == at(day, "302.0/1").id, "an interruption between them changes nothing"


def test_questions_interruptions_and_speeches_in_debate_reply_to_nothing() -> None:
    day = commons()
    assert [at(day, place).reply_to for place in ("301.4/1", "301.6/1", "302.0/1", "302.1/1", "303.3/1", "303.4/1")] == [None] * 6


def test_a_member_who_goes_on_asking_does_not_answer_the_question() -> None:
    speech = '<speech id="uk.org.publicwhip/debate/2014-03-12a.1.{}" speakername="{}" {} colnum="1"><p pid="a1.{}/1">Words.</p></speech>'
    said = (("Ada Merrow", 'oral-qnum="1"'), ("Ada Merrow", ""), ("Rosalind Keane", ""))
    speeches = "".join(speech.format(number, speaker, mark, number) for number, (speaker, mark) in enumerate(said))
    question, more, answer = read(f'<publicwhip latest="yes">{speeches}</publicwhip>').passages
    assert (more.reply_to, answer.reply_to) == (None, question.id)


def test_a_division_is_one_passage_with_its_count_and_no_speaker() -> None:
    (division,) = [p for p in commons().passages if p.text.startswith("Division")]
    assert (division.text, division.locator, division.speaker) == ("Division 231: Ayes 286, Noes 260.", "col 304", None)


def test_a_passage_has_the_day_and_the_house_of_its_sitting() -> None:
    assert {(p.date, p.body, p.kind, p.document_id) for p in commons().passages} == {
        ("2014-03-12", "House of Commons", Kind.DEBATE, "debate-2014-03-12a")
    }  # fmt: skip


# the Lords -------------------------------------------------------------------------------------------------------------


def test_entities_and_latin_1_letters_come_out_as_the_characters_they_stand_for() -> None:
    day = lords()
    assert at(day, "71.3/1").text == "To ask Her Majesty's Government whether the £1.2 million promised for prison libraries has been spent."
    assert at(day, "71.4/1").text == "My Lords, all but £90,000 has been spent—most of it on books."
    assert at(day, "72.0/1").text == "My Lords, what of the Minister’s promise on opening hours?"
    assert at(day, "72.0/1").speaker == "Lord Trévaux"


def test_a_lords_sitting_is_named_and_linked_as_one() -> None:
    day = lords()
    assert (day.id, day.title, day.date, day.publisher) == ("lords-2008-06-03a", "House of Lords debates, 3 June 2008", "2008-06-03", "House of Lords")
    assert at(day, "72.1/1").url == "https://www.theyworkforyou.com/lords/?id=2008-06-03a.72.1"
    assert at(day, "72.1/1").headings == ("Prisons: Libraries — Question",)


def test_to_ask_the_government_is_a_question_and_the_next_peer_answers_it() -> None:
    day = lords()
    assert at(day, "71.4/1").reply_to == at(day, "71.3/1").id
    assert at(day, "72.0/1").reply_to is None
    assert at(day, "72.1/1").reply_to == at(day, "72.0/1").id


def test_a_lords_division_counts_contents_and_not_contents() -> None:
    assert lords().passages[-1].text == "Division 1: Contents 153, Not-Contents 127."


# what is refused -------------------------------------------------------------------------------------------------------


def test_a_superseded_version_is_refused() -> None:
    assert 'latest="no"' in refusal((FIXTURES / "commons.xml").read_bytes().replace(b'latest="yes"', b'latest="no"'))


def test_an_entity_bomb_is_refused() -> None:
    bomb = "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefghi", "bcdefghij", strict=True))
    assert "not well-formed" in refusal(f'<!DOCTYPE publicwhip [<!ENTITY a "lol">{bomb}]>' + ONE_SPEECH.format("&j;"))


@pytest.mark.parametrize("declared", ['<!ENTITY x SYSTEM "file://{}">', '<!ENTITY % y SYSTEM "file://{}"> %y;'])
def test_an_external_entity_is_never_read(declared: str, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text('<!ENTITY x "secret words">' if "%" in declared else "secret words")
    message = refusal(f"<!DOCTYPE publicwhip [{declared.format(outside)}]>" + ONE_SPEECH.format("&x;"))
    assert "secret" not in message


def test_an_external_dtd_is_never_read(tmp_path: Path) -> None:
    outside = tmp_path / "outside.dtd"
    outside.write_text('<!ENTITY x "secret words">')
    assert "secret" not in refusal(f'<!DOCTYPE publicwhip SYSTEM "file://{outside}">' + ONE_SPEECH.format("&x;"))
    assert read(f'<!DOCTYPE publicwhip SYSTEM "file://{outside}">' + ONE_SPEECH.format("and")).passages[0].text == "Before and after."


WHOLE = (FIXTURES / "commons.xml").read_bytes()
BROKEN = {
    "truncated": (WHOLE[: len(WHOLE) // 2], "fetch it again"),
    "a nul character": (ONE_SPEECH.format("\0"), "fetch it again"),
    "not XML": ("Order. Order.", "fetch it again"),
    "another root": ("<html><p>Hansard</p></html>", "<html>"),
    "an unknown section": (ONE_SPEECH.format("").replace("/debate/", "/sp/"), "sp"),
    "a day that is none": (ONE_SPEECH.format("").replace("2014-03-12", "2014-13-12"), "2014-13-12"),
    "no ids": (ONE_SPEECH.format("").replace("uk.org.publicwhip/debate/2014-03-12a.1.1", ""), "no debates"),
    "no words": (ONE_SPEECH.replace("Before {} after.", " "), "nothing to add"),
    "only redirects": ('<publicwhip latest="yes"><gidredirect oldgid="uk.org.publicwhip/debate/2014-03-12a.1.1"/></publicwhip>', "no debates"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_is_no_sitting_is_refused_in_one_line_that_names_it(name: str) -> None:
    data, told = BROKEN[name]
    message = refusal(data)
    assert "\n" not in message
    assert message.startswith("day.xml: ")
    assert told in message


# the real files --------------------------------------------------------------------------------------------------------

REAL = ("2016-2020/debates2016-05-09b.xml", "2009/lordspages/daylord2009-10-27a.xml")


@pytest.fixture(params=REAL)
def real(request: pytest.FixtureRequest) -> tuple[Document, etree._Element]:
    path = SHARED / request.param
    if not path.is_file():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    tree = etree.fromstring(path.read_bytes(), etree.XMLParser(resolve_entities=True))
    return read(path.read_bytes()), tree


@pytest.mark.shared
def test_a_real_sitting_has_a_passage_for_every_paragraph_table_and_division(real: tuple[Document, etree._Element]) -> None:
    day, tree = real
    paragraphs = tree.xpath("count(/publicwhip/speech/*[normalize-space(translate(string(.), '\u00a0', ' ')) != ''])")
    assert len(day.passages) == paragraphs + tree.xpath("count(/publicwhip/division[divisioncount])") > 500


@pytest.mark.shared
def test_a_real_sitting_s_passages_have_ids_and_ordinals_of_their_own(real: tuple[Document, etree._Element]) -> None:
    day, _ = real
    assert len({p.id for p in day.passages}) == len(day.passages)
    assert [p.ordinal for p in day.passages] == list(range(1, len(day.passages) + 1))


@pytest.mark.shared
def test_a_real_sitting_s_words_stay_with_the_member_who_said_them(real: tuple[Document, etree._Element]) -> None:
    day, tree = real
    said = {(s.get("id"), s.get("speakername")) for s in tree.iter("speech") if s.get("nospeaker") != "true" and "".join(s.itertext()).strip()}
    assert {(p.id.rpartition("/")[0], p.speaker) for p in day.passages if p.speaker} == said


@pytest.mark.shared
def test_every_answer_of_a_real_sitting_is_by_another_member_than_its_question(real: tuple[Document, etree._Element]) -> None:
    day, _ = real
    by_id = {p.id: p for p in day.passages}
    answers = [p for p in day.passages if p.reply_to]
    assert len(answers) > 25
    assert all(by_id[p.reply_to or ""].speaker not in (None, p.speaker) and by_id[p.reply_to or ""].headings == p.headings for p in answers)
