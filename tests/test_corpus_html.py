"""Web pages: whose words each passage is, told from the markup; nothing dropped; nothing on a page can crash or hold the reader."""

from __future__ import annotations

import random
import re
import time
from pathlib import Path

import pytest

from corpus.document import Document, Kind, Mark, Passage, fold
from corpus.formats import reader_of
from corpus.html import comments, lines, page
from corpus.readers import html
from corpus.unreadable import UnreadableDocument

PAGES = Path(__file__).parent / "fixtures" / "html"
NAMES = sorted(path.name for path in PAGES.iterdir())
SOURCE = "/pages/saved.html"


def read(data: bytes | str) -> Document:
    return html.read(data.encode() if isinstance(data, str) else data, SOURCE, "0" * 64)[0]


def fixture(name: str) -> Document:
    return read((PAGES / name).read_bytes())


def passage(document: Document, begins: str) -> Passage:
    return next(p for p in document.passages if p.text.startswith(begins))


def rows(document: Document) -> list[tuple[object, ...]]:
    return [(p.kind.value, p.speaker, p.date, p.locator, p.text) for p in document.passages]


def refused(data: bytes | str) -> str:
    with pytest.raises(UnreadableDocument) as caught:
        read(data)
    assert caught.value.source == SOURCE and "\n" not in caught.value.why
    return caught.value.why


def article(*inner: str, below: str = "") -> Document:
    body = "".join(inner)
    more = "<p>" + "Tidewell is a small town with a harbour and a court that is to be closed in spring. " * 3 + "</p>"
    return read(f"<html><head><title>A Title of Some Words</title></head><body><article>{body}{more}</article>{below}</body></html>")


# posts and articles ---------------------------------------------------------------------------------------------------------


def test_each_voice_of_a_post_is_told_and_its_comments_are_comments() -> None:
    document = fixture("blogger_post.html")
    assert (document.title, document.author, document.date, document.publisher) == (
        "Inspectors in Denial?",
        "Kay Lomas",
        "2018-02-05",
        "Westmarch Probation Blog",
    )
    assert document.url == "https://westmarch-probation.example.com/2018/02/inspectors-in-denial.html"
    inspectorate, lord = "HM Inspectorate of Probation", "Lord Ramsey"
    assert rows(document) == [
        (
            "article",
            "Kay Lomas",
            "2018-02-05",
            "para 1",
            "I notice that HM Inspectorate of Probation has been to Westmarch again. This is what the inspectors found:",
        ),
        ("inspection-report", inspectorate, "2018-02-05", "para 2", "Too many cases were left without an officer for weeks."),
        ("inspection-report", inspectorate, "2018-02-05", "para 3", "The caseload had grown to 264,649 ³ since the contract began."),
        ("article", "Kay Lomas", "2018-02-05", "para 4", "Nobody should be surprised."),
        ("article", "Kay Lomas", "2018-02-05", "para 5", "Staff have been saying so for years & years."),
        ("comment", None, "2018-02-05", "comment 1, para 1", "House of Lords 16 October 2013 - Lord Ramsey (Con) - said"),
        ("debate", lord, "2013-10-16", "comment 1, para 2", '"My Lords, I thank the noble Baroness for her patience today.'),
        ("debate", lord, "2013-10-16", "comment 1, para 3", 'We shall return to this."'),
        ("comment", None, "2018-02-05", "comment 1, para 4", "So much for that!"),
        ("comment", "Pete Marl", "2018-02-06", "comment 1, reply 1", "Well remembered."),
        ("comment", None, "2018-02-06", "comment 1, reply 2", "Three things: 1. Pay. 2. Training."),
        ("comment", None, "2018-02-07", "comment 2", "HM Inspectorate of Probation found:- “Staff were afraid to speak.”"),
    ]
    replies = [p for p in document.passages if "reply" in p.locator]
    assert {p.reply_to for p in replies} == {passage(document, "House of Lords").id}
    assert passage(document, "Well remembered").url == f"{document.url}#c1001002"


def test_wordpress_comments_keep_their_names_days_and_nesting_and_the_page_its_characters() -> None:
    document = fixture("wordpress_post.html")
    assert (document.title, document.author, document.date) == ("Why I left", "Kay Lomas", "2017-10-18")
    assert rows(document)[-2:] == [
        ("comment", "Pete", "2017-10-19", "comment 1", "Well said Kay! I agree."),
        ("comment", "Anna Vale", "2017-10-20", "comment 1, reply 1", "So do I."),
    ]
    assert passage(document, "So do I").reply_to == passage(document, "Well said").id
    assert passage(document, "“You’re mad,” my manager").headings == ("What happens next?",)
    assert "cost me £3" in passage(document, "I left").text
    assert passage(document, "Reader").headings == (), "a ruled line ends a section"


def test_a_story_has_the_author_and_day_of_its_linked_data_and_disqus_comments_are_comments() -> None:
    document = fixture("news_story.html")
    assert (document.title, document.author, document.date, document.publisher) == (
        "Probation firm handed bonus",
        "Rachel Tanning",
        "2018-05-12",
        "Fairhaven Chronicle",
    )
    assert [(p.kind.value, p.text) for p in document.passages][2:] == [
        ("inspection-report", "Too many cases were left without an officer for weeks."),
        ("article", "Fairhaven CRC declined to comment. Its accounts show a turnover of £41m."),
        ("article", "Year | Profit"),
        ("article", "2017 | £6m"),
        ("comment", "Money for nothing."),
        ("comment", "As ever."),
    ]
    assert passage(document, "As ever").reply_to == passage(document, "Money").id


def test_a_page_that_marks_nothing_is_found_by_trafilatura() -> None:
    pytest.importorskip("trafilatura", reason="trafilatura does not load here: lxml_html_clean is missing", exc_type=ImportError)
    document = fixture("unmarked.html")
    assert [p.text[:20] for p in document.passages] == ["The harbour office a", "The council says tha", "It is a small thing,"]


def test_a_page_on_which_trafilatura_fails_keeps_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    assert passage(fixture("unmarked.html"), "The council says").kind is Kind.ARTICLE


LEAVES = "Officers are leaving in numbers that nobody expected."


@pytest.mark.parametrize(
    "lead", ["This came in by email from a colleague:-", "The report of HM Inspectorate of Probation says:-", "The Howard League has responded as follows:-"]
)
def test_a_blockquote_ends_with_its_last_paragraph(lead: str) -> None:
    document = article(f"<p>{lead}</p><blockquote><p>{LEAVES}</p><p>Those who stay are tired.</p></blockquote><p>So there you have it.</p>")
    quoted = {passage(document, "Officers").kind, passage(document, "Those who").kind}
    assert len(quoted) == 1 and quoted != {Kind.ARTICLE}
    assert passage(document, "So there").kind is Kind.ARTICLE and passage(document, "Tidewell").kind is Kind.ARTICLE


@pytest.mark.parametrize("parted", ["<br>", ", "])
def test_a_blockquote_is_whose_signature_closes_it(parted: str) -> None:
    signed = f"<p>Dame Ruth Calder{parted}HM Chief Inspector of Probation</p>"
    document = article(f"<p>The report of HM Inspectorate of Probation says:-</p><blockquote><p>{LEAVES}</p>{signed}</blockquote><p>So there you have it.</p>")
    assert (passage(document, "Officers").speaker, passage(document, "Officers").office) == ("Dame Ruth Calder", "HM Chief Inspector of Probation")
    assert passage(document, "So there").kind is Kind.ARTICLE


def test_a_member_s_speech_goes_on_after_the_letter_it_quotes() -> None:
    document = article(
        "<p>From Hansard:</p><p>Priya Desmond (Tidewell) (Lab)</p><p>I have had a letter.</p>"
        "<blockquote><p>Dear Minister, nobody came to see us.</p></blockquote>"
        "<p>That is shameful, and it has to stop.</p><p>The Secretary of State for Justice (Peter Lyle)</p><p>I agree.</p>"
    )
    assert {passage(document, begins).speaker for begins in ("I have had", "Dear Minister", "That is shameful")} == {"Priya Desmond"}


def test_marks_that_hold_a_blockquote_together_stand_in_no_passage() -> None:
    for name in NAMES:
        assert not [p.text for p in fixture(name).passages if "\u2060" in p.text]


def test_words_of_scripts_menus_and_hidden_elements_are_nobody_s() -> None:
    document = article(
        "<script>alert('A script spoke here today')</script><nav>Menu of the site</nav>"
        "<p style='display:none'>Hidden from all readers.</p><p hidden>Never shown.</p>"
    )
    assert [p.text.split()[0] for p in document.passages] == ["Tidewell"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            '<article class="comment"><footer><cite class="fn">Ann Pell</cite><time datetime="2018-01-02T10:00:00Z"></time></footer>'
            '<div class="comment-content"><p>One.</p></div></article>',
            [(1, None, "Ann Pell", "2018-01-02", ("One.",))],
        ),
        (
            '<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Bo Marsh</span>'
            '<time itemprop="dateCreated" datetime="2018-03-04"></time>'
            '<div itemprop="text">Two.</div></div>',
            [(1, None, "Bo Marsh", "2018-03-04", ("Two.",))],
        ),
        (
            '<dl id="comments-block"><dt class="comment-author" id="c123456">Anonymous said...</dt><dd class="comment-body"><p>Three.</p></dd>'
            '<dd class="comment-footer"><span class="comment-timestamp">5 March 2018 at 09:00</span></dd>'
            '<dt class="comment-author">Cy Dorn said...</dt><dd class="comment-body"><p>Four.</p></dd><dd class="comment-footer"></dd></dl>',
            [(1, None, None, "2018-03-05", ("Three.",)), (2, None, "Cy Dorn", None, ("Four.",))],
        ),
        (
            '<div id="comments"><p>Some words that nobody marked.</p><form><p>Write your own comment here.</p></form></div>',
            [(1, None, None, None, ("Some words that nobody marked.",))],
        ),
        ('<div class="comments-off">No comments here at all.</div>', []),
    ],
)
def test_comments_are_known_by_many_markups(markup: str, expected: list[tuple[object, ...]]) -> None:
    root = page.parsed(f"<body><p>Text.</p>{markup}Loose words.<p>More.</p></body>".encode(), SOURCE).root
    found = comments.taken_out(root)
    assert [(c.number, c.reply, c.name, c.date, c.lines) for c in found.comments] == expected
    left = lines.of(root).texts
    assert (left[0], left[-2:]) == ("Text.", ["Loose words.", "More."]) and not any(line in left for c in found.comments for line in c.lines)


@pytest.mark.parametrize("odd", ["", "\x0b", "&#1;"])
def test_words_right_behind_a_comment_stay_where_nothing_is_before_it(odd: str) -> None:
    comment = '<p class="comment" id="comment-1"><span class="comment-text">One.</span></p>'
    root = page.parsed(f"<body><div>{comment}Loose {odd}words.</div></body>".encode(), SOURCE).root
    assert [c.lines for c in comments.taken_out(root).comments] == [("One.",)]
    assert lines.of(root).texts[0].split() == ["Loose", "words."]


def test_a_comment_is_a_comment_even_where_it_speaks_like_an_inspector() -> None:
    said = "<p>Foreword</p><p>The quality of work was poor.</p><p>Dame Ruth Calder, HM Chief Inspector of Probation, April 2018</p>"
    below = f'<ol class="commentlist"><li class="comment" id="comment-1"><div class="comment-content">{said}</div></li></ol>'
    assert {p.kind for p in article(below=below).passages if p.locator.startswith("comment")} == {Kind.COMMENT}


def test_words_of_an_unknown_author_stay_without_one() -> None:
    for author in ("admin", "The Press Office", "https://example.com/me", "Guest"):
        assert (
            read(
                f'<html><head><meta name="author" content="{author}"><title>A Title of Some Words</title></head>'
                f"<body><article><p>{LEAVES * 4}</p></article></body></html>"
            ).author
            is None
        )


# reports and transcripts ----------------------------------------------------------------------------------------------------


def test_a_committee_s_report_has_its_numbers_notes_tables_and_links() -> None:
    document = fixture("committee_report.htm")
    assert (document.kind, document.title, document.date, document.publisher) == (
        Kind.COMMITTEE_REPORT,
        "Tidewell Contracts",
        "2018-06-22",
        "Justice Committee",
    )
    first, recommended, table, note = (passage(document, begins) for begins in ("The Committee began", "We recommend", "Area", "Ministry of Justice, Contract"))
    assert (first.locator, first.text, first.series) == (
        "para 1",
        "The Committee began this inquiry in 2017. ² It took evidence from twelve witnesses.",
        "HC 999",
    )
    assert first.url == f"{document.url}#_idTextAnchor001" and recommended.url == f"{document.url}#_idTextAnchor002"
    assert (recommended.mark, recommended.locator) == (Mark.RECOMMENDATION, "para 3")
    assert table.text == "Area | Cases\nTidewell | 1,204"
    assert (note.mark, note.number) == (Mark.NOTE, "2")
    assert passage(document, "first by area").locator == "para 2(a)"


def test_oral_evidence_has_its_questions_and_its_speakers() -> None:
    document = fixture("oral_evidence.html")
    asked, answered = passage(document, "Good morning"), passage(document, "We inspected four")
    assert (asked.kind, asked.speaker, asked.locator) == (Kind.ORAL_EVIDENCE, "Peter Lander", "Q1")
    assert (answered.speaker, answered.reply_to, answered.series) == ("Dame Ruth Calder", asked.id, "HC 999")


@pytest.mark.parametrize("name", ["committee_report.htm", "oral_evidence.html"])
def test_no_paragraph_of_a_report_is_left_out(name: str) -> None:
    raw = (PAGES / name).read_text("utf-8")
    paragraphs = [fold(re.sub(r"<[^>]+>", " ", text).replace("&#160;", " ")) for text in re.findall(r"<p[ >].*?</p>", raw)]
    kept = " ".join(re.sub(r"\W+", " ", p.text) for p in fixture(name).passages)
    missing = [text for text in paragraphs if re.sub(r"\W+", " ", text).split()[-1] not in kept.split()]
    assert len(paragraphs) > 7 and missing == []


# the record -----------------------------------------------------------------------------------------------------------------


def test_a_debate_of_theyworkforyou_has_its_speakers_offices_parties_and_links() -> None:
    document = fixture("twfy_debate.html")
    assert (document.kind, document.title, document.date, document.publisher) == (
        Kind.DEBATE,
        "Probation: Question, 31 October 2017",
        "2017-10-31",
        "House of Lords",
    )
    assert [(p.speaker, p.office, p.party, p.locator, p.series) for p in document.passages] == [
        ("Lord Ramsey", None, "Crossbench", "col 1285", "HL Deb"),
        *[("Lord Keel of Tidewell", "The Advocate-General for Scotland", None, "col 1285", "HL Deb")] * 2,
        (None, None, None, "col 1285", "HL Deb"),
    ]
    assert [p.id for p in document.passages][1:3] == ["uk.org.publicwhip/lords/2017-10-31a.1285.3/1", "uk.org.publicwhip/lords/2017-10-31a.1285.3/2"]
    assert document.passages[1].url == "https://www.theyworkforyou.com/lords/?id=2017-10-31a.1285.0#g1285.3"
    assert not [p.text for p in document.passages if "Link to this" in p.text or "Alert me" in p.text]


@pytest.mark.parametrize(
    ("name", "office", "party"), [("twfy_answer.html", "The Parliamentary Under-Secretary of State for Justice", None), ("question.html", None, "Labour")]
)
def test_a_written_question_and_its_answer_are_the_same_passages_wherever_they_are_read(name: str, office: str | None, party: str | None) -> None:
    document = fixture(name)
    question, answer = document.passages
    assert (question.id, answer.id) == ("pq/commons/2018-01-05/120345/question", "pq/commons/2018-01-05/120345/answer")
    assert (question.speaker, question.party, question.date, question.locator, question.series) == (
        "Maria Fenn",
        "Conservative",
        "2018-01-05",
        "PQ 120345",
        "PQ",
    )
    assert (answer.speaker, answer.office, answer.party, answer.date, answer.body) == ("Phillip Lander", office, party, "2018-01-12", "Ministry of Justice")
    assert (answer.reply_to, fold(answer.text)) == (question.id, "There were 214 officers in December. The figure is rising.")
    assert question.text == "To ask the Secretary of State for Justice, how many officers work at HMP Tidewell."
    assert question.url == "https://questions-statements.parliament.uk/written-questions/detail/2018-01-05/120345"


def test_a_question_page_of_the_older_shape_is_read() -> None:
    def part(name: str, text: str) -> str:
        return f'<div class="qna-result-{name}">{text}</div>'

    question = (
        part("question-uin", "<a>HL1541</a>")
        + part("question-answeringbody", "Home Office")
        + part("question-date", "Asked on: 03 March 2016")
        + part("question-title", "Asked by <a>Lord Ramsey</a>")
        + part("question-text", "To ask Her Majesty’s Government when.")
    )
    answer = (
        part("answer-title", "Answered by: <a>Lord Keel</a>")
        + part("answer-date", "Answered on: 10 March 2016")
        + part("answer-content", "<p>In due course.</p>")
    )
    document = read(f'<body><div class="qna-result-container">{question}<div class="qna-result-answer-container">{answer}</div></div></body>')
    assert [(p.id, p.speaker, p.date) for p in document.passages] == [
        ("pq/lords/2016-03-03/HL1541/question", "Lord Ramsey", "2016-03-03"),
        ("pq/lords/2016-03-03/HL1541/answer", "Lord Keel", "2016-03-10"),
    ]


def test_a_page_of_gov_uk_without_the_inner_element_is_read_for_its_text_alone() -> None:
    page = (PAGES / "govuk_news.html").read_text("utf-8").replace('<div class="govspeak">', "<div>")
    assert [p.text for p in read(page).passages] == [p.text for p in fixture("govuk_news.html").passages]


def test_a_page_of_gov_uk_is_the_same_document_as_in_its_content_api() -> None:
    document = fixture("govuk_news.html")
    assert (document.id, document.kind, document.date, document.publisher) == (
        "gov.uk-government-news-prison-wing-opens",
        Kind.PRESS_RELEASE,
        "2018-03-01",
        "Ministry of Justice",
    )
    assert [(p.speaker, p.text) for p in document.passages] == [
        ("Ministry of Justice", "A new wing has opened at HMP Tidewell with 120 places."),
        ("Phillip Lander", "Prisons Minister Phillip Lander said: This is a start."),
        ("Phillip Lander", "There is more to do."),
        ("Ministry of Justice", "The wing cost £4 million."),
    ]
    assert passage(document, "The wing").url == "https://www.gov.uk/government/news/prison-wing-opens#minister"


# what is refused, and what cannot crash the reader ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("<html><body><noscript>You need to enable JavaScript to run this app.</noscript><div id='root'></div></body></html>", "enable JavaScript"),
        ("<html><body><h1>Please log in</h1></body></html>", "log in"),
        ('<html><frameset cols="20%,80%"><frame src="menu.htm"><frame src="main.htm"></frameset></html>', "menu.htm"),
        ("<html><head><title>Nothing</title></head><body> <img src='x.png'> </body></html>", "without words"),
        ("no tags at all", "no tags"),
        (b"\x00\x01\x02\xff" * 50, "tags"),
        ("<div>" * 100_000 + "deep", "deep"),
        ("<p>a" * 400_000, "300,000 tags"),
        ("<html><body><nav>Menu</nav><script>x</script></body></html>", "nothing to add"),
    ],
)
def test_a_page_that_holds_no_document_is_refused_with_its_reason(data: bytes | str, says: str) -> None:
    started = time.monotonic()
    assert says in refused(data)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("<p>Zwölf £</p>".encode("utf-16"), "Zwölf £"),
        ("<p>Zwölf £</p>".encode("utf-8-sig"), "Zwölf £"),
        ("<p>Zwölf £</p>".encode("cp1252"), "Zwölf £"),
        ('<meta charset="iso-8859-2"><p>Łódź</p>'.encode("iso-8859-2"), "Łódź"),
        ('<meta charset="nonsense"><p>Zwölf</p>'.encode("cp1252"), "Zwölf"),
        ('<meta charset="base64"><p>Zwölf</p>'.encode("cp1252"), "Zwölf"),
        ('<meta charset="iso-8859-1"><p>Zwölf</p>'.encode(), "Zwölf"),
        ('<meta charset="iso-8859-1"><p>“Zwölf”</p>'.encode("cp1252"), "“Zwölf”"),
        ('<?xml version="1.0" encoding="iso-8859-2"?><html><body><p>Łódź</p></body></html>'.encode("iso-8859-2"), "Łódź"),
    ],
)
def test_a_page_is_read_in_its_own_characters(data: bytes, text: str) -> None:
    assert text in "".join(page.parsed(data, SOURCE).root.itertext())


def test_a_large_page_takes_seconds_not_minutes() -> None:
    started = time.monotonic()
    document = read(
        "<html><body><article>" + "".join(f"<p>Paragraph {n} says that Tidewell is a small town.</p>" for n in range(20_000)) + "</article></body></html>"
    )
    assert len(document.passages) == 20_000
    assert time.monotonic() - started < 20


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_distinct_and_stay_the_same(name: str) -> None:
    once, again = fixture(name), fixture(name)
    ids = [p.id for p in once.passages]
    assert len(set(ids)) == len(ids) and once == again
    assert [p.ordinal for p in once.passages] == list(range(1, len(ids) + 1))
    assert {p.reply_to for p in once.passages if p.reply_to} <= set(ids)
    assert reader_of((PAGES / name).read_bytes(), name, name) == "html"


def mutated(data: bytes, chance: random.Random) -> bytes:
    at, kind = chance.randrange(len(data)), chance.randrange(5)
    if kind == 0:
        return data[:at]
    if kind == 1:
        return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]
    if kind == 2:
        return data[:at] + data[at + chance.randrange(1, 200) :]
    if kind == 3:
        return (
            data[:at]
            + chance.choice([b"<div>", b"</", b"<li class='comment'>", b"<ol>", b"</div>", b"<!--", b"<blockquote>", b"<table>", b"\0", b"&#x110000;"])
            + data[at:]
        )
    return re.sub(rb"</\w+>", b"", data, count=chance.randrange(1, 30))


def test_a_damaged_page_is_read_or_refused_and_nothing_else() -> None:
    chance = random.Random(20180205)
    pages = [(PAGES / name).read_bytes() for name in NAMES]
    for _ in range(200):
        data = mutated(chance.choice(pages), chance)
        try:
            document = read(data)
        except UnreadableDocument as error:
            assert "\n" not in error.why
        else:
            assert len({p.id for p in document.passages}) == len(document.passages) > 0
            assert all(p.text.strip() for p in document.passages)
