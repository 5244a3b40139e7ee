"""Written questions: CSV files, the questions API's JSON with its SQLite of full texts, and what both share."""

from __future__ import annotations

import csv
import json
import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Document, Mark, Passage
from corpus.mangled import repaired
from corpus.non_answers import DISSOLUTION, HOLDING, LETTER, PROROGATION, remark_for
from corpus.questions import assemble, full_texts
from corpus.questions.answer_html import answer_text
from corpus.questions.cells import day_of, natural
from corpus.questions.departments import asked_of
from corpus.readers import questions_api, questions_csv
from corpus.unreadable import UnreadableDocument
from tests.conftest import SHARED

FIXTURES = Path(__file__).parent / "fixtures" / "questions"
REAL = SHARED / "sources" / "written-questions"
HEADER = b"UIN,Question,Answer,Member,Date tabled\n"


def read_csv(data: bytes | str) -> Document:
    (document,) = questions_csv.read(data.encode() if isinstance(data, str) else data, "/nowhere/a.csv", "0" * 64)
    return document


def read_api(data: Any, source: str = "/nowhere/a.json") -> Document:
    (document,) = questions_api.read(data if isinstance(data, bytes) else json.dumps(data).encode(), source, "0" * 64)
    return document


def by_id(document: Document) -> dict[str, Passage]:
    assert len({passage.id for passage in document.passages}) == len(document.passages)
    assert [passage.ordinal for passage in document.passages] == list(range(1, len(document.passages) + 1))
    return {passage.id: passage for passage in document.passages}


def refusal(reader: Callable[[Any], Document], data: Any) -> str:
    with pytest.raises(UnreadableDocument) as refused:
        reader(data)
    assert "\n" not in refused.value.why
    return refused.value.why


@pytest.fixture
def ministry() -> dict[str, Passage]:
    return by_id(read_csv((FIXTURES / "ministry.csv").read_bytes()))


@pytest.fixture
def works() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((FIXTURES / "works.json").read_bytes())
    return found


# the CSV reader ------------------------------------------------------------------------------------------------------


def test_a_question_and_its_answer_are_two_passages(ministry: dict[str, Passage]) -> None:
    question, answer = ministry["pq/commons/2014-05-07/190001/question"], ministry["pq/commons/2014-05-07/190001/answer"]
    assert (question.speaker, question.party, question.body, question.date) == ("Dr Imogen Ashdown", "Independent", "House of Commons", "2014-05-07")
    assert (answer.speaker, answer.party, answer.body, answer.date) == ("Tobias Pellow", None, "Ministry of Justice", "2014-05-12")
    assert (question.locator, answer.locator, answer.series, answer.reply_to) == ("PQ 190001", "PQ 190001", "PQ", question.id)
    assert question.headings == ("Ministry of Justice",), "a topic that is a number is no heading"


def test_tables_stay_readable_and_note_numbers_stand_apart(ministry: dict[str, Passage]) -> None:
    answer = ministry["pq/commons/2014-05-07/190001/answer"]
    assert answer.text == "There were 264,649 ³ benches on 5th May.\nWing | Benches\nA & B | 1,200\n³ Rounded; table."


def test_questions_answered_in_the_same_words_share_one_answer(ministry: dict[str, Passage]) -> None:
    first, second = ministry["pq/commons/2014-06-09/190002/question"], ministry["pq/commons/2014-06-09/190003/question"]
    answer = ministry["pq/commons/2014-06-09/190002/answer"]
    assert "pq/commons/2014-06-09/190003/answer" not in ministry
    assert [first.ordinal, second.ordinal, answer.ordinal] == [3, 4, 5], "kept together though another row stands between them"
    assert (first.mark, second.mark, second.remark) == (None, Mark.GROUPED, "answered the same day in the same words as PQ 190002")
    assert (answer.reply_to, answer.remark) == (first.id, "also answers PQ 190003")


def test_non_answers_are_marked_and_never_make_a_group(ministry: dict[str, Passage]) -> None:
    for uin in ("190009", "190010"):
        assert ministry[f"pq/commons/2014-06-09/{uin}/question"].mark is None
        answer = ministry[f"pq/commons/2014-06-09/{uin}/answer"]
        assert (answer.mark, answer.remark) == (Mark.NON_ANSWER, PROROGATION)
    put_off = "It has not been possible to answer this question in the time available; an answer is being prepared and will be provided shortly."
    rows = "".join(f"{number},What?,{put_off},A,2016-01-02,B,2016-01-04\n" for number in (5, 6))
    answers = [passage for passage in read_csv("UIN,Question,Answer,Member,Date tabled,Minister,Date answered\n" + rows).passages if passage.reply_to]
    assert [answer.mark for answer in answers] == [Mark.NON_ANSWER] * 2


def test_mangled_characters_are_repaired_where_certain_and_said_so(ministry: dict[str, Passage]) -> None:
    answer = ministry["pq/lords/2014-06-10/HL77/answer"]
    assert answer.text == "Year | Spent\n2013 | £9\nIt’s £9 in Thérèseâ€ s hall."
    assert answer.remark == "mangled characters repaired (4); corrected later; struck out: “It was 8.”"


def test_the_house_is_told_by_the_uin_and_no_department_is_guessed(ministry: dict[str, Passage]) -> None:
    question, answer = ministry["pq/lords/2014-06-10/HL77/question"], ministry["pq/lords/2014-06-10/HL77/answer"]
    assert (question.body, answer.body, question.headings) == ("House of Lords", None, ("Lamps",))
    assert (question.speaker, question.locator) == ("Baroness Quorn of Lesser Wold", "PQ HL77")


def test_an_unanswered_question_says_so_and_unknown_cells_are_unknown(ministry: dict[str, Passage]) -> None:
    question = ministry["pq/commons/2014-06-11/190020/question"]
    assert (question.remark, question.party) == ("no answer in the record", None)
    assert "pq/commons/2014-06-11/190020/answer" not in ministry


def test_links_begin_with_the_session_that_the_site_begins_with(ministry: dict[str, Passage]) -> None:
    assert ministry["pq/commons/2014-05-07/190001/answer"].url is None
    site = "https://questions-statements.parliament.uk/written-questions/detail"
    assert ministry["pq/commons/2014-06-09/190002/answer"].url == f"{site}/2014-06-09/190002"


def test_document_is_named_by_what_its_rows_say() -> None:
    rows = "".join(f'{n},"To ask the Secretary of State for Justice, what is {n}?",Ten.,A,2013-{n}-05\n' for n in (11, 12))
    document = read_csv(HEADER.decode() + rows)
    assert document.title == "Written questions to the Ministry of Justice, November 2013 – December 2013"
    assert re.fullmatch(r"written-questions-ministry-of-justice-2013-11-2013-12-csv-[0-9a-f]{8}", document.id)
    assert (document.date, document.publisher) == ("2013-12-05", "House of Commons")
    assert read_csv(HEADER.decode() + rows.replace("Ten", "Nine")).id == document.id, "an export made again is the same document"
    assert read_csv(HEADER.decode() + rows.replace("12,", "13,")).id != document.id


@pytest.mark.parametrize(
    "header",
    [
        "uin,Question Text,Answer Text,Asking Member,Date tabled",
        "QUESTION_ID;question;answer;Member;Question_Date",
        "Question ID\tText\tANSWER_TEXT\tQuestion_MP\tDate",
    ],
)
def test_columns_are_known_by_name_whatever_parts_them(header: str) -> None:
    delimiter = next(sign for sign in ",;\t" if sign in header)
    rows = [header, delimiter.join(["7", "What is a bench?", "A seat.", "Jane Doe", "2016-01-02"])]
    for above in ("", f"sep={delimiter}\n", "Exported questions\n\n"):
        passages = by_id(read_csv(above + "\r\n".join(rows)))
        assert passages["pq/commons/2016-01-02/7/question"].speaker == "Jane Doe"
        assert passages["pq/commons/2016-01-02/7/answer"].text == "A seat."


def test_grouped_questions_named_below_an_answer_are_a_group() -> None:
    rows = b"71,What is it?,It is short. Grouped Questions: 72 | 73,A,2017-04-13\n72,Why is it?,It is short. Grouped Questions: 71 | 73,A,2017-04-14\n"
    passages = by_id(read_csv(HEADER + rows))
    answer = passages["pq/commons/2017-04-13/71/answer"]
    assert (answer.text, answer.remark) == ("It is short.", "also answers PQ 72 and PQ 73")
    assert passages["pq/commons/2017-04-14/72/question"].remark == "answered together with PQ 71"


def test_a_row_twice_is_one_and_two_questions_of_one_number_are_two() -> None:
    rows = b"5,What?,That.,A,2016-01-02\n5,What?,That.,A,2016-01-02\n5,What else?,This.,A,2016-01-02\n"
    passages = by_id(read_csv(HEADER + rows))
    assert [identity.removeprefix("pq/commons/2016-01-02/") for identity in passages] == ["5/question", "5/answer", "5.2/question", "5.2/answer"]


def test_what_cannot_be_told_apart_is_kept_as_it_stands() -> None:
    document = read_csv(HEADER + b"5,What?,That, or this.,A,2016-01-02\n,,,Jane Doe,\n6,What?\n")
    torn, lone, short = document.passages
    assert (torn.text, torn.id) == ("5 | What? | That | or this. | A | 2016-01-02", f"{document.id}#row-2")
    assert torn.remark == "this row has 6 cells where the header has 5: kept as it stands"
    assert (torn.speaker, lone.text, short.remark) == (None, "Jane Doe", "no answer in the record")


def test_the_encoding_is_settled_or_said() -> None:
    text = "UIN,Question,Answer\n5,What is the café’s rent?,£3\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        question, answer = read_csv(text.encode(encoding)).passages
        assert (question.text, question.remark, answer.text) == ("What is the café’s rent?", None, "£3")
    question, answer = read_csv(text.encode("cp1252") + b"6,Why?,Because.\n").passages[:2]
    assert (question.text, question.remark) == ("What is the café’s rent?", "read as Windows-1252, since the file is not UTF-8")
    damaged = read_csv(text.encode() + b"6,Wh\xffy?,Because.\n").passages
    assert (damaged[0].text, damaged[2].text) == ("What is the café’s rent?", "Wh�y?")
    assert damaged[2].remark == "a damaged character is shown as �"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"name,age\nx,1\n", "its first line has 'name', 'age'; needed are a column of questions"),
        (b"id,text,date,reply\n1,hello,2020-01-01,hi\n", "no table of written questions"),
        (b"7,To ask why,Because,Jane Doe\n", "no table of written questions"),
        (HEADER, "holds no questions below its header"),
        (HEADER + b'5,"What?,That.,A,2016-01-02\n6,What?,That.,A,2016-01-02\n', "row that begins at line 2"),
        (HEADER + b'5,"What "is" it?",That.,A,2016-01-02\n', "row that begins at line 2"),
        (HEADER + b'5,"' + b"a" * 5_000_000 + b'",b,c,d\n', "field larger than field limit"),
        (HEADER + b"5,a\x81b,c,d,e\n", "neither UTF-8 nor Windows-1252 (byte 0x81"),
        ("UIN,Question,Answer\n5,a,b\n".encode("utf-16-le"), "UTF-16 without its mark"),
    ],
)
def test_other_tables_are_refused_with_the_reason(data: bytes, says: str) -> None:
    assert says in refusal(read_csv, data)
    assert csv.field_size_limit() == 131_072, "the module's limit is put back"


def test_a_file_of_too_many_questions_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (questions_csv, questions_api, assemble):
        monkeypatch.setattr(module, "MOST_QUESTIONS", 2)
    assert "more than the 2 questions" in refusal(read_csv, HEADER + b"5,a,b,c,d\n" * 3)
    assert "more than the 2 questions" in refusal(read_api, [{"questionText": "a"}] * 3)
    assert len(read_csv(HEADER + b"5,a,b,c,d\n" * 2).passages) == 2


# the API reader ------------------------------------------------------------------------------------------------------

FULL_ANSWER = (
    "The Department mends benches where they stand.\nSince 2019 it has mended those in the table below, all of them at the cost of the parish in which "
    "they stand and none at that of the Department, which lends its tools and its joiners to any parish that asks for them in good time.\n"
    "Year | Mended\n2019 | 264,649 ¹"
)


def beside(folder: Path, works: dict[str, Any], texts: dict[str, Any]) -> dict[str, Passage]:
    """The fixture's passages with a file of full texts beside it."""
    with sqlite3.connect(folder / "works.sqlite") as database:
        database.execute("CREATE TABLE Dict (key BLOB UNIQUE NOT NULL, value BLOB NOT NULL)")
        database.executemany("INSERT INTO Dict VALUES (?, ?)", [(key.encode(), json.dumps(value).encode()) for key, value in texts.items()])
    database.close()
    return by_id(read_api(works, str(folder / "works.json")))


def html_answer() -> str:
    first, second, *_ = FULL_ANSWER.split("\n")
    return f"<p>{first}</p><p>{second}</p><table><tr><td>Year</td><td>Mended</td></tr><tr><td>2019</td><td>264,649<sup>1</sup></td></tr></table>"


def test_cut_texts_are_read_in_full_from_the_file_beside(tmp_path: Path, works: dict[str, Any]) -> None:
    cut = works["results"][0]["value"]["questionText"]
    passages = beside(tmp_path, works, {"900001": {"question_text": f"{cut} and the rest?", "answer_text": html_answer()}})
    question, answer = passages["pq/commons/2023-12-06/5460/question"], passages["pq/commons/2023-12-06/5460/answer"]
    assert (question.text, question.remark) == (f"{cut} and the rest?", None)
    assert (answer.text, answer.remark) == (FULL_ANSWER, "also answers PQ 5461 and PQ 5999")


def test_a_cut_text_says_so_where_its_whole_cannot_be_had(tmp_path: Path, works: dict[str, Any]) -> None:
    cut = "text cut at 255 characters in the source"
    alone = by_id(read_api(works))
    assert alone["pq/commons/2023-12-06/5460/question"].remark == cut
    assert alone["pq/commons/2023-12-06/5460/answer"].remark == f"{cut}; also answers PQ 5461 and PQ 5999"
    other = beside(tmp_path, works, {"900001": {"question_text": "To ask something else.", "answer_text": html_answer()}})
    assert other["pq/commons/2023-12-06/5460/question"].remark == f"{cut}; the full text beside the file is another one"
    (tmp_path / "works.sqlite").write_bytes(b"SQLite format 3\0" + b"broken" * 100)
    broken = by_id(read_api(works, str(tmp_path / "works.json")))
    assert broken["pq/commons/2023-12-06/5460/question"].remark == f"{cut}; the file of full texts beside it cannot be read"


def test_only_a_plain_table_is_read_and_not_for_long(tmp_path: Path, works: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    whole = json.dumps({"question_text": works["results"][0]["value"]["questionText"] + " and the rest?"})
    shapes = ("CREATE VIEW Dict AS SELECT '900001' AS key, :whole AS value", "CREATE TABLE Dict AS SELECT '900001' AS key, :whole AS value")
    for number, (shape, read) in enumerate(zip(shapes, (False, True), strict=True)):
        with sqlite3.connect(tmp_path / f"{number}.sqlite") as database:
            database.execute(shape.replace(":whole", f"'{whole}'"))
        database.close()
        question = by_id(read_api(works, str(tmp_path / f"{number}.json")))["pq/commons/2023-12-06/5460/question"]
        assert ("cannot be read" not in (question.remark or "")) is read is question.text.endswith("the rest?")
    with sqlite3.connect(tmp_path / "1.sqlite") as database:
        database.execute("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 5000) INSERT INTO Dict SELECT -n, '' FROM t")
        database.execute("DELETE FROM Dict WHERE key = '900001'")
    database.close()
    monkeypatch.setattr(full_texts, "_MOST_STEPS", 1000)
    question = by_id(read_api(works, str(tmp_path / "1.json")))["pq/commons/2023-12-06/5460/question"]
    assert "cannot be read" in (question.remark or "")


def test_members_are_named_where_the_api_names_them(works: dict[str, Any]) -> None:
    passages = by_id(read_api(works))
    question, answer = passages["pq/commons/2023-12-06/5460/question"], passages["pq/commons/2023-12-06/5460/answer"]
    assert (question.speaker, question.party, answer.speaker, answer.party) == ("Dr Imogen Ashdown", "Independent", "Lord Pellow of Works", "Works Party")
    assert (answer.body, answer.headings) == ("Ministry of Works", ("Ministry of Works", "Benches: Repairs"))
    assert passages["pq/commons/2023-12-06/5462/question"].speaker is None


def test_what_the_api_says_of_an_answer_is_said(works: dict[str, Any]) -> None:
    passages = by_id(read_api(works))
    told = {identity.removeprefix("pq/commons/2023-12-06/"): (passage.mark, passage.remark) for identity, passage in passages.items()}
    assert told["5461/question"] == (Mark.GROUPED, "answered together with PQ 5460")
    assert told["5463/answer"] == (Mark.NON_ANSWER, HOLDING)
    assert told["5464/question"] == (None, "withdrawn")
    assert told["5465/answer"] == (None, "corrected on 12 January 2024; attached: Lamps by parish")
    assert "5461/answer" not in told and "5464/answer" not in told
    works["results"][5]["value"]["answerIsHolding"] = True
    assert by_id(read_api(works))["pq/commons/2023-12-06/5465/answer"].mark is Mark.NON_ANSWER


def test_every_shape_of_the_api_reads_the_same(works: dict[str, Any]) -> None:
    one = works["results"][5]
    shapes = ({"results": [one], "totalResults": 1}, [one], [{"results": [one]}], one, one["value"], [one["value"]])
    assert len({read_api(shape).passages for shape in shapes}) == 1


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"questionText": "To ask', "not well-formed JSON"),
        (b"[" * 100_000, "not well-formed JSON"),
        (b'{"uin": ' + b"9" * 5000 + b"}", "not well-formed JSON"),
        (b'{"results": []}', "holds no written questions"),
        (b'[{"value": {"questionText": ["a"], "answerText": {}}}, 5, null]', "holds no written questions"),
    ],
)
def test_other_json_is_refused_with_the_reason(data: bytes, says: str) -> None:
    assert says in refusal(read_api, data)


def test_values_of_the_wrong_sort_do_no_harm() -> None:
    odd = {
        "questionText": "Why \ud800?",
        "uin": "../..",
        "groupedQuestions": [1, None, {}],
        "groupedQuestionsDates": [None],
        "askingMember": "x",
        "dateTabled": 5,
    }
    (passage,) = read_api(odd | {"attachments": [1, {"title": 2}], "heading": "\udc00"}).passages
    assert (passage.text, passage.locator, passage.date) == ("Why �?", "question 1", None)


# what both share -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("It has not proved possible to respond to the hon. Member in the time available before Prorogation.", PROROGATION),
        (
            "It has not proved possible to respond to this question before Prorogation. The Minister will correspond directly with the Peer.",
            PROROGATION,
        ),
        ("It has not proved possible to respond to question 12345 before Dissolution.", DISSOLUTION),
        ("[Holding answer 4 December 2023]: I will reply to the hon. Member as soon as possible.", HOLDING),
        ("This question will be answered shortly.", HOLDING),
        ("[Holding answer 2 May 2017]", HOLDING),
        ("I will write to the hon. Member.", LETTER),
        ("I will write to my right hon. Friend and place a copy of my letter in the Library of the House.", LETTER),
        ("The information requested could not be obtained within the timescale. I will write to the Member in due course.", LETTER),
    ],
)
def test_what_is_certainly_no_answer_is_marked(text: str, remark: str) -> None:
    assert remark_for(text) == remark


@pytest.mark.parametrize(
    "text",
    [
        "", "No.", "The information requested is not held centrally.", "The information could only be obtained at disproportionate cost.",
        "I refer the hon. Member to the reply given on 3 May.", "I have written to the hon. Member.", "[holding answer 4 December 2023]: 12,000.",
        "Yes. I will write to the hon. Member.", "I will write to the Scottish Government.", "I will reply to the hon. Member's letter shortly.",
        "A reply will be sent shortly.", "The Bill was not passed before Prorogation.", 
        "There are 12 benches. I will write to the hon. Member.",
    ],
)  # fmt: skip
def test_what_may_be_an_answer_is_not_marked(text: str) -> None:
    assert remark_for(text) is None


@pytest.mark.parametrize(
    ("text", "right", "count"),
    [
        ("itâ€™s", "it’s", 1), ("ThÃ©rÃ¨se", "Thérèse", 2), ("Â£5 â€“ â‚¬6", "£5 – €6", 3), ("Ã¢â‚¬â„¢s", "’s", 1), ("â€\x9d", "”", 1),
        ("lost â€ here", "lost â€ here", 0), ("â€�", "â€�", 0), ("CAFÉ’s “rôle”", "CAFÉ’s “rôle”", 0), ("itâ€™s CAFÉ’s", "it’s CAFÉ’s", 1),
        ("SÃO", "SÃO", 0), ("Ð°", "Ð°", 0), ("Ð° itâ€™s", "а it’s", 2),
    ],
)  # fmt: skip
def test_only_certain_mangling_is_repaired(text: str, right: str, count: int) -> None:
    assert repaired(text) == (right, count)


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One.</p><p> </p><p />\n<p>Two&nbsp;&amp; three.</p>", "One.\nTwo & three."),
        ("<ul><li>one</li><li>two</li></ul>", "one\ntwo"),
        ("<table><tbody><tr><td><p>Year</p></td><td></td></tr><tr><td>2013</td><td>9</td></tr></tbody></table>", "Year |\n2013 | 9"),
        ("<table><tbody><strong>Year</strong></td>Leeds</td></tr>2013</td>9</td></tr></tbody></table>After.", "Year | Leeds\n2013 | 9\nAfter."),
        ("<p>264,649<sup>3</sup>, 9<sup>(1)(2)</sup>all; 5<sup>th</sup>May; 4 m<sup>2</sup></p>", "264,649 ³, 9 (1)(2) all; 5th May; 4 m²"),
        ("<p>Those <18 and p < 0.05 &lt;sic&gt; <recte></p>", "Those <18 and p < 0.05 <sic> <recte>"),
        ("<p>Was <del>12</del> <ins>13</ins>.</p>", "Was 13."),
        ("<p>Left <del>open", "Left open"),
        ("first line\r\n second  line", "first line\nsecond line"),
    ],
)
def test_answers_in_html_become_readable_text(html: str, text: str) -> None:
    assert answer_text(html).text == text


def test_names_dates_and_departments() -> None:
    names = {
        "Slaughter, Andy": "Andy Slaughter",
        "Coffey, Dr Thérèse": "Dr Thérèse Coffey",
        "Lord Keen of Elie": "Lord Keen of Elie",
        "Dr   Poulter": "Dr Poulter",
    }
    assert {name: natural(name) for name in names} == names
    assert (natural("NA"), natural("Jane Doe, MP"), natural("A, B, C")) == (None, "Jane Doe, MP", "A, B, C")
    days = {"2014-06-24": "2014-06-24", "2023-12-08T00:00:00": "2023-12-08", "24/06/2014": "2014-06-24", "24 June 2014": "2014-06-24", "2014-02-30": None}
    assert {day: day_of(day) for day in days} == days
    assert asked_of("To ask the Secretary of State for the Home Department, if") == "Home Office"
    assert asked_of("To ask Her Majesty’s Government what") is None
    assert asked_of("To ask the Attorney General for Elsewhere, what") is None


def test_no_mutation_brings_a_reader_down(tmp_path: Path) -> None:
    rnd = random.Random(13)
    pieces = [b'"', b"\0", b"<del>", b"</td>", b"\xff", b"\n", b",", b"[[", b"null", b"&#xD800;", b"\\ud800", b"9" * 30]
    for turn in range(200):
        reader, name = ((questions_csv, "ministry.csv"), (questions_api, "works.json"))[turn % 2]
        data = bytearray((FIXTURES / name).read_bytes())
        for _ in range(rnd.randint(1, 3)):
            start = rnd.randrange(len(data))
            end = start + rnd.randint(0, 300)
            data[start:end] = rnd.choice([b"", rnd.choice(pieces), bytes([rnd.randrange(256)]) + data[start + 1 : end], data[start:end] * 2])
        try:
            (document,) = reader.read(bytes(data), str(tmp_path / name), "0" * 64)
        except UnreadableDocument:
            continue
        assert all(passage.text.encode() and (not passage.reply_to or passage.reply_to in by_id(document)) for passage in document.passages)


# the real files ------------------------------------------------------------------------------------------------------

CSVS = ("attorney-general_2014-2018", "moj_2013-11_2014-06", "moj_2016-11_2017-04")


def real(name: str) -> tuple[Document, str]:
    path = REAL / name
    if not path.is_file():
        pytest.skip("the real sources (../shared/sources) are not on this machine")
    data = path.read_bytes()
    reader = questions_csv if path.suffix == ".csv" else questions_api
    return reader.read(data, str(path), "0" * 64)[0], data.decode("utf-8")


@pytest.mark.shared
@pytest.mark.parametrize("name", CSVS)
def test_every_row_of_the_real_tables_is_a_question_with_its_answer(name: str) -> None:
    document, raw = real(f"csv/{name}.csv")
    rows = len(re.findall(r"(?m)^(?:[^\"\n]|\"(?:[^\"]|\"\")*\")+$", raw)) - 1  # a line, or more where a quoted cell holds line ends
    passages = by_id(document)
    questions = [passage for passage in passages.values() if passage.id.endswith("/question")]
    answers = [passage for passage in passages.values() if passage.id.endswith("/answer")]
    assert len(questions) == rows
    assert len(answers) + sum(passage.mark is Mark.GROUPED for passage in questions) == rows, "each row's answer is there, once for a group"
    assert all(passage.speaker and passage.date and passage.locator.startswith("PQ ") for passage in passages.values())


@pytest.mark.shared
def test_every_question_of_the_real_api_file_is_read() -> None:
    document, raw = real("api/2023-12.json")
    questions = [passage for passage in document.passages if passage.id.endswith("/question")]
    assert len(questions) == len(re.findall(r'"uin"\s*:', raw))
    assert sum(bool(re.search("cut at 255", passage.remark or "")) for passage in questions) == 0, "all cut questions stand in full beside the file"
    assert len(document.passages) - len(questions) + sum(passage.mark is Mark.GROUPED for passage in questions) == len(questions)


@pytest.mark.shared
def test_real_questions_field_by_field() -> None:
    general, justice, later = (by_id(real(f"csv/{name}.csv")[0]) for name in CSVS)
    december = by_id(real("api/2023-12.json")[0])
    asked = general["pq/commons/2014-10-21/211271/question"]
    assert (asked.speaker, asked.party, asked.date) == ("Andy Slaughter", "Labour", "2014-10-21")
    told = general["pq/commons/2014-10-21/211271/answer"]
    assert (told.speaker, told.date, told.body) == ("Robert Buckland", "2014-10-28", "Attorney General")
    assert told.text.split("\n")[1:3] == ["2010 – 8,566", "2011 – 9,603"] and (told.remark or "").startswith("corrected later; struck out: “The Admin")
    assert justice["pq/commons/2014-06-24/201990/question"].remark == "answered the same day in the same words as PQ 201988"
    assert "\n2013-14 | 13,354 | £3,182,662 | 8,400 | £4,291,680\n" in justice["pq/commons/2014-06-23/201796/answer"].text
    peer = later["pq/lords/2017-04-26/HL6859/answer"]
    assert (peer.speaker, peer.date, peer.mark, peer.remark) == ("Lord Keen of Elie", "2017-04-27", Mark.NON_ANSWER, PROROGATION)
    assert later["pq/lords/2017-04-26/HL6859/question"].speaker == "Baroness Kennedy of Cradley"
    assert "\nCabinet Office | 9\n" in later["pq/commons/2017-04-13/70955/answer"].text
    assert {"pq/lords/2014-03-19/HL6129/answer", "pq/lords/2016-02-10/HL6129/answer"} <= set(general), "one number in two sessions"
    assert december["pq/commons/2023-12-08/6003/question"].text.endswith("(xiii) fraud and (xiv) vehicle taking between 2007 and 2023."), "in full"
    assert december["pq/commons/2023-12-13/6773/question"].remark == "answered together with PQ 6774"
    assert december["pq/commons/2023-12-18/7408/answer"].remark == "corrected on 19 January 2024"
    assert "\nBullying | 17 | 16 | 11 | 12 | 9 | 65\n" in december["pq/commons/2023-12-18/7286/answer"].text
    assert december["pq/commons/2023-12-08/6036/answer"].remark == PROROGATION
    assert december["pq/commons/2023-12-08/6036/question"].headings == ("Ministry of Justice", "Offenders: Foreign Nationals")


@pytest.mark.shared
def test_known_answers_stand_in_the_passages() -> None:
    path = SHARED / "known-answers" / "moj_written_questions.jsonl"
    if not path.is_file():
        pytest.skip("the known answers (../shared/known-answers) are not on this machine")
    passages: dict[str, Passage] = {}
    answer_to: dict[str, Passage] = {}
    for name in CSVS[1:]:
        document, _ = real(f"csv/{name}.csv")
        passages |= by_id(document)
        waiting: list[str] = []
        for passage in document.passages:
            if passage.reply_to:
                answer_to |= dict.fromkeys(waiting, passage)
            waiting = [] if passage.reply_to else [*waiting, passage.id]
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    records = [record for record in records if f"{record['src'].removesuffix('.csv')}" in CSVS]
    assert len(records) == 2000
    missing = []
    for record in records:
        house = "lords" if record["uin"].startswith("HL") else "commons"
        identity = f"pq/{house}/{record['date_tabled']}/{record['uin']}/question"
        assert _bare(passages[identity].text) == _bare(record["question"])
        assert answer_to[identity].date == record["date_answered"]
        missing += [(record["uin"], part) for part in record["answer"] if _bare(part) not in _bare(answer_to[identity].text)]
    assert {uin for uin, _ in missing} == {"201121", "62018", "59264"}, "those with words that the Minister struck out later"


def _bare(text: str) -> str:
    return re.sub(r"[\s|]+", "", text.translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")))
