"""Saved pages: every passage with its own voice, and no words given a higher authority than the page supports.

Each page in ``fixtures/pages`` stands beside a table of its passages in order: kind | speaker | office | date | where it was
quoted (*page*, or the comment) | first words of what it answers | first words.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from corpus.document import Document, Kind, Passage, fold
from corpus.pages import bodies, commentary, cues, layout, members, passages

PAGES = Path(__file__).parent / "fixtures" / "pages"
NAMES = sorted(path.name.removesuffix(".voices.txt") for path in PAGES.glob("*.voices.txt"))
SHARED = Path(__file__).parents[1].parent / "shared" / "sources" / "probation"
FURNITURE = ("reply", "delete", "replydelete", "share", "leave a reply", "related posts", "subscribe", "comments are closed", "add comment", "load more")


def read(name: str) -> Document:
    return passages.document(page_text(name), f"{name}.txt", "0" * 64)


def page_text(name: str) -> str:
    return (PAGES / f"{name}.txt").read_text("utf-8")


def post(*paragraphs: str, comments: str = "") -> Document:
    """A dated post that names an inspectorate, then ``paragraphs``."""
    top = ("Monday, 1 May 2017", "A Title of Some Words", "The latest report from HM Inspectorate of Probation came out last week.")
    return passages.document("\n\n".join((*top, *paragraphs)) + f"\n\n{comments}\n", "post.txt", "0" * 64)


def passage(document: Document, begins: str) -> Passage:
    return next(p for p in document.passages if p.text.startswith(begins))


def voices(document: Document) -> list[list[str]]:
    texts = {p.id: p.text for p in document.passages}
    rows = []
    for p in document.passages:
        where = "-" if p.origin is None else "page" if p.origin.quoted_in.startswith("‘") else p.origin.quoted_in.split(" on ‘")[0]
        rows.append([p.kind.value, p.speaker or "-", p.office or "-", p.date or "-", where, texts.get(p.reply_to or "", "-"), p.text])
    return rows


@pytest.mark.parametrize("name", NAMES)
def test_every_passage_of_a_page_has_its_own_voice_and_nothing_else_is_a_passage(name: str) -> None:
    found = voices(read(name))
    expected = [[cell.strip() for cell in line.split("|")] for line in (PAGES / f"{name}.voices.txt").read_text("utf-8").splitlines()]
    assert [row[:5] for row in found] == [row[:5] for row in expected]
    for row, wanted in zip(found, expected, strict=True):
        assert row[6].startswith(wanted[6])
        assert row[5].startswith(wanted[5]) if wanted[5] != "-" else row[5] == "-"


@pytest.mark.parametrize("name", NAMES)
def test_every_passage_is_a_span_of_its_page(name: str) -> None:
    page = fold(page_text(name))
    assert all(p.text and p.text in page for p in read(name).passages)


@pytest.mark.parametrize("name", NAMES)
def test_ids_and_ordinals_of_a_page_are_distinct(name: str) -> None:
    read_twice = read(name), read(name)
    ids = [p.id for p in read_twice[0].passages]
    assert len(set(ids)) == len(ids)
    assert ids == [p.id for p in read_twice[1].passages]
    assert [p.ordinal for p in read_twice[0].passages] == list(range(1, len(ids) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_no_furniture_is_anybody_s_words(name: str) -> None:
    assert not [p.text for p in read(name).passages if p.text.lower().strip(" .:…") in FURNITURE]


@pytest.mark.parametrize(
    ("name", "title", "kind", "author"),
    [
        ("wordpress_commons", "Urgent question on Westmarch prison", Kind.ARTICLE, "Hannah Marlowe"),
        ("newspaper_story", "Probation firm handed £3m bonus despite inspectors’ warning", Kind.ARTICLE, "Rachel Tanning"),
        ("charity_press_page", "Harbour Trust responds to inspection of Fairhaven probation services", Kind.PRESS_RELEASE, None),
        ("twfy_westminster_hall", "Women’s Centres", Kind.DEBATE, None),
        ("wordpress_names_and_times", "Why I left probation", Kind.ARTICLE, "Kay Lomas"),
        ("blog_prison_report", "A Jail on the Brink", Kind.ARTICLE, "Sam Green"),
    ],
)
def test_the_top_of_a_page_tells_its_title_kind_and_author(name: str, title: str, kind: Kind, author: str | None) -> None:
    document = read(name)
    assert (document.title, document.kind, document.author) == (title, kind, author)


# lead-ins ------------------------------------------------------------------------------------------------------------------

QUALITY = "The quality of the work was poor and staff were leaving in numbers."


def led(lead_in: str) -> Passage:
    return passage(post(lead_in, QUALITY, "--oo00oo--", "That is that."), "The quality")


@pytest.mark.parametrize(
    "lead_in",
    [
        "I’ve written to the Chief Inspector of Probation as follows:-",
        "My response to the inspectorate’s report:-",
        "A reader has this to say about the NAO report:-",
        "What staff really think of the HMIP report:-",
        "Has the Chief Inspector lost the plot? There are four reasons to think so:-",
        "So what did the inspectors miss? Quite a lot:-",
        "Here’s the Howard League’s take on the HMI Probation report:-",
        "Russell Webster has produced a summary of the report by HM Inspectorate of Probation:-",
        "Private Eye has this to say on the inspectors:-",
        "This is what the report should have said:-",
        "This is from the Probation Institute’s response to the inspectorate:-",
        "Here’s a spoof foreword by HM Inspectorate of Probation:-",
        "The HMIP report is out and I think:",
        "There are two problems with this:",
        "Two things stand out from the report:",
        "Here are some questions for the Chief Inspector of Probation:",
        "One officer told inspectors:",
        "I agree with the inspectors on this:",
        "Readers may wonder what inspectors do:",
        "The Times reports on the inspection:-",
        "Meanwhile, over in Wales:-",
        "Napo’s view of the work of HM Inspectorate of Probation is clear:-",
        "HM Inspectorate of Prisons visited in March. This is how a friend of mine saw it:-",
    ],
)
def test_a_lead_in_that_only_speaks_of_a_report_makes_no_finding(lead_in: str) -> None:
    assert led(lead_in).kind.authority >= Kind.PRESS_RELEASE.authority


@pytest.mark.parametrize(
    ("lead_in", "kind", "speaker"),
    [
        ("The inspectors found three things:", Kind.INSPECTION_REPORT, "HM Inspectorate of Probation"),
        ("The Chief Inspector’s annual report contains the following:-", Kind.INSPECTION_REPORT, "HM Inspectorate of Probation"),
        ("As Dame Ruth Calder, HM Chief Inspector of Probation, put it:", Kind.INSPECTION_REPORT, "Dame Ruth Calder"),
        ("Dame Ruth Calder, HM Chief Inspector of Probation, told the BBC:-", Kind.PRESS_RELEASE, "Dame Ruth Calder"),
        ("Dame Ruth Calder, HM Chief Inspector of Probation, told the Justice Committee:", Kind.ORAL_EVIDENCE, "Dame Ruth Calder"),
        ("From the Independent Monitoring Board annual report for HMP Westmarch:-", Kind.INSPECTION_REPORT, "Independent Monitoring Board"),
        ("The NAO concluded:", Kind.GOVERNMENT_REPORT, "National Audit Office"),
        ("The Public Accounts Committee’s recommendations include:", Kind.COMMITTEE_REPORT, "Public Accounts Committee"),
        ("A Ministry of Justice spokesperson said:", Kind.PRESS_RELEASE, "Ministry of Justice"),
        ("The MoJ’s proven reoffending statistics show:", Kind.GOVERNMENT_REPORT, "Ministry of Justice"),
        ("Writing in the Guardian, Dame Ruth Calder, HM Chief Inspector of Probation, says:", Kind.ARTICLE, "Dame Ruth Calder"),
        ("Labour’s Shadow Justice Secretary Richard Vane said:", Kind.ARTICLE, "Richard Vane"),
        ("This came in by email from an officer in London:-", Kind.TESTIMONY, None),
        ("This comment was left yesterday about the inspection:-", Kind.COMMENT, None),
    ],
)
def test_a_lead_in_says_whose_words_follow_and_of_what_kind(lead_in: str, kind: Kind, speaker: str | None) -> None:
    found = led(lead_in)
    assert (found.kind, found.speaker) == (kind, speaker)
    assert found.origin is not None


def test_the_author_speaks_again_where_a_quotation_closes() -> None:
    document = post("The report says:-", "“Caseloads are too high.”", "Well, who knew?")
    assert passage(document, "“Caseloads").kind is Kind.INSPECTION_REPORT
    assert passage(document, "Well").kind is Kind.ARTICLE


def test_a_paragraph_that_says_i_is_the_author_s_after_an_excerpt() -> None:
    document = post("The inspectors found that:", QUALITY, "I would add that nobody asked the staff.")
    assert passage(document, "I would add").kind is Kind.ARTICLE


def test_a_report_broken_by_a_mark_goes_on_under_its_next_heading_but_not_under_the_author_s() -> None:
    document = post(
        "The report of HM Inspectorate of Probation says:-", "Foreword", QUALITY, "--oo00oo--", "Enforcement", "Recalls were slow.",
        "--oo00oo--", "My view", "It is a scandal.", "--oo00oo--", "Enforcement again", "So much for that.",
    )  # fmt: skip
    assert passage(document, "Recalls").kind is Kind.INSPECTION_REPORT
    assert passage(document, "It is a scandal").kind is Kind.ARTICLE
    assert passage(document, "So much").kind is Kind.ARTICLE


def test_a_report_does_not_go_on_under_the_name_of_another_body() -> None:
    report = ("The report of HM Inspectorate of Probation says:-", "Foreword", QUALITY, "--oo00oo--")
    document = post(*report, "Howard League for Penal Reform", "It is time to think again.")
    assert passage(document, "It is time").kind is Kind.ARTICLE


def test_who_signs_a_page_that_names_no_author_is_kept() -> None:
    letter = ("12 March 2018", "A Letter on the Caseloads", "Dear colleague,", QUALITY, "Yours,", "Piers Lomax", "General Secretary of Napo", "It came today.")
    found = passages.document("\n\n".join(letter), "letter.txt", "0" * 64).passages
    assert {"Piers Lomax", "General Secretary of Napo"} <= {text for p in found for text in (p.text, *p.headings)}


def test_a_signature_may_stand_in_one_line_with_its_date_and_a_caption_is_none() -> None:
    lead = "This from HMI Probation:-"
    signed = passage(post(lead, QUALITY, "Dame Ruth Calder, HM Chief Inspector of Probation, April 2017"), "The quality")
    assert (signed.kind, signed.speaker, signed.office, signed.date) == (
        Kind.INSPECTION_REPORT, "Dame Ruth Calder", "HM Chief Inspector of Probation", "2017-04"
    )  # fmt: skip
    caption = passage(post(lead, QUALITY, "Dame Ruth Calder, HM Chief Inspector of Probation", QUALITY.replace("The", "A", 1)), "The quality")
    assert caption.speaker == "HM Inspectorate of Probation"


def test_a_signature_of_the_chief_inspector_under_somebody_else_s_words_makes_no_finding() -> None:
    signature = ("Dame Ruth Calder", "HM Chief Inspector of Probation")
    assert passage(post("This came in by email from a colleague:-", QUALITY, *signature), "The quality").kind is Kind.TESTIMONY
    assert passage(post("The Guardian has this:-", QUALITY, *signature), "The quality").kind is Kind.ARTICLE
    assert passage(post("A letter has reached me:-", "Dear Minister,", QUALITY, *signature), "The quality").kind is Kind.PRESS_RELEASE


# comments ------------------------------------------------------------------------------------------------------------------


def commented(*paragraphs: str) -> list[Passage]:
    body = "\n\n    ".join(paragraphs)
    document = post("Nothing today.", comments=f"1 comment:\n\n  1. {body}\n\n    ReplyDelete")
    return [p for p in document.passages if p.locator.startswith("comment")]


def test_a_comment_quoting_the_report_is_not_an_inspection_finding() -> None:
    assert {p.kind for p in commented("HM Inspectorate of Probation found:-", f"“{QUALITY}”")} == {Kind.COMMENT}


def test_a_comment_that_repeats_a_paragraph_of_the_page_is_another_place_of_it() -> None:
    document = post("The inspectors found that:", QUALITY, comments=f'1 comment:\n\n  1. "{QUALITY}"\n\n    How true.\n\n    ReplyDelete')
    assert passage(document, "The quality").also_in == ("quoted in comment 1",)
    assert passage(document, "How true").kind is Kind.COMMENT


def test_a_speech_in_a_comment_is_a_member_s_only_with_a_link_or_quotation_marks() -> None:
    lead_in = "House of Lords 12 May 2016 - Lord Ramsey (Con) - said"
    linked = commented(lead_in, QUALITY, "https://hansard.parliament.uk/Lords/2016-05-12/debates/X/Y", "About time.")
    assert [(p.kind, p.speaker, p.date) for p in linked[1:2]] == [(Kind.DEBATE, "Lord Ramsey", "2016-05-12")]
    assert linked[1].url and linked[2].kind is Kind.COMMENT
    assert {p.kind for p in commented(lead_in, QUALITY, "About time.")} == {Kind.COMMENT}


def test_a_reader_s_own_numbered_points_are_one_comment() -> None:
    assert [p.text for p in commented("Three things:", "1. Pay.", "2. Training.")] == ["Three things: 1. Pay. 2. Training."]


def test_the_numbered_points_of_a_reply_are_no_further_replies() -> None:
    replies = "    Replies\n    1. First:\n\n    2. Second.\n\n      Delete\n    2. A real reply.\n\n      Delete\n"
    document = post("Nothing today.", comments=f"3 comments:\n\n  1. Comment.\n\n    ReplyDelete\n{replies}")
    assert [p.text for p in document.passages if "reply" in p.locator] == ["First: 2. Second.", "A real reply."]


def test_a_reply_to_a_comment_that_only_quotes_the_page_answers_no_other_reply() -> None:
    replies = "    Replies\n    1. True.\n\n      Delete\n    2. False.\n\n      Delete\n"
    document = post("The inspectors found that:", QUALITY, comments=f'3 comments:\n\n  1. "{QUALITY}"\n\n    ReplyDelete\n{replies}')
    assert [p.reply_to for p in document.passages if "reply" in p.locator] == [None, None]


def test_a_comment_s_name_and_time_are_not_its_words() -> None:
    _, found = commentary.split(["Text.", "1 comment:", "Anonymous10 November 2015 at 13:05", "Too true.", "ReplyDelete"])
    assert [(c.name, c.date, c.lines) for c in found] == [(None, "2015-11-10", ("Too true.",))]


def test_replies_answer_their_own_comment_and_not_the_tenth() -> None:
    listed = "".join(f"  {n}. Comment {n}.\n\n    ReplyDelete\n" for n in range(1, 11))
    document = post("Nothing today.", comments=f"11 comments:\n\n{listed}    Replies\n    1. Reply to ten.\n\n      Delete\n")
    assert passage(document, "Reply to ten").reply_to == passage(document, "Comment 10").id


# the record ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "name", "office", "party"),
    [
        ("Lord German Liberal Democrat", "Lord German", None, "Liberal Democrat"),
        ("The Lord Bishop of Westmarch Bishop", "The Lord Bishop of Westmarch", None, "Bishop"),
        ("Priya Desmond (Tidewell) (Lab)", "Priya Desmond", None, "Labour"),
        ("The Secretary of State for Justice (Peter Lyle)", "Peter Lyle", "The Secretary of State for Justice", None),
        ("Graham Rowe (in the Chair)", "Graham Rowe", "in the Chair", None),
        ("Mr Speaker", "Mr Speaker", None, None),
        ("Hon. Members", None, None, None),
    ],
)
def test_a_member_s_line_tells_name_office_and_party(line: str, name: str | None, office: str | None, party: str | None) -> None:
    found = members.header(line)
    assert found and (found.name, found.office, found.party) == (name, office, party)


def test_headings_of_a_report_are_no_exchange() -> None:
    document = post("The report of HM Inspectorate of Probation says:-", "Public Protection The role of managers", QUALITY, "Court Work First steps", "Slow.")
    assert Kind.DEBATE not in {p.kind for p in document.passages}


def test_two_exchanges_on_a_page_do_not_answer_each_other() -> None:
    def turn(asked: str, answered: str) -> tuple[str, ...]:
        return "Lord Ramsey (CB)", asked, "Lord Keen The Advocate-General for Scotland", answered

    document = post(*turn("First question?", "First answer."), "--oo00oo--", *turn("Second question?", "Second answer."))
    assert passage(document, "Second answer").reply_to == passage(document, "Second question").id


# small things --------------------------------------------------------------------------------------------------------------


def test_a_quotation_that_is_never_closed_ends_with_its_paragraph() -> None:
    assert cues.quoted_span(["“One", "two", "three”", "four"]) == 3
    assert cues.quoted_span(["“One", "two", "three"]) == 1


def test_i_in_somebody_else_s_mouth_is_not_the_author_s() -> None:
    assert not cues.first_person("The director said: “I am appalled.”")
    assert cues.first_person("I am appalled.")


def test_the_longer_of_two_names_that_overlap_counts() -> None:
    assert [b.name for b in bodies.mentioned("the Independent Monitoring Board")] == ["Independent Monitoring Board"]


def test_only_text_that_breaks_off_in_mid_sentence_was_wrapped() -> None:
    sentence = "This is a whole sentence that is longer than fifty characters."
    assert layout.page_lines(f"{sentence}\n{sentence}\n{sentence}") == [sentence] * 3
    wrapped = "This is a line that was wrapped at some column and so it\nbreaks off here and there in the very middle of what it\nsays."
    assert len(layout.page_lines(wrapped)) == 1


# the five real pages ---------------------------------------------------------------------------------------------------------

INSPECTOR = ("Dame Glenys Stacey", "HM Chief Inspector of Probation")
INSPECTORATE = ("HM Inspectorate of Probation", None)
NOBODY = (None, None)
KEEN = ("Lord Keen of Elie", "The Advocate-General for Scotland, Lords Spokesperson (Ministry of Justice)")
REAL: dict[str, list[tuple[str, Kind, tuple[str | None, str | None], str | None]]] = {
    "000": [
        ("Yet again, Dame Glenys Stacey, HMI", Kind.ARTICLE, NOBODY, "2017-04-20"),
        ("This is the first inspection of", Kind.INSPECTION_REPORT, INSPECTOR, "2017-04-20"),
        ("We understand the strategic (IT) gateway", Kind.INSPECTION_REPORT, INSPECTOR, "2017-04-20"),
        ("The following are comments relating to", Kind.ARTICLE, NOBODY, "2017-04-20"),
        ("Wider stakeholder confidence in the CRC", Kind.INSPECTION_REPORT, INSPECTORATE, "2017-04-20"),
        ("The Howard League for Penal Reform", Kind.PRESS_RELEASE, ("Howard League for Penal Reform", None), "2017-04-20"),
        ("Frances Crook, Chief Executive of the", Kind.PRESS_RELEASE, ("Frances Crook", "Chief Executive of the Howard League for Penal Reform"), "2017-04-20"),
        ("Inspectors said that it was", Kind.PRESS_RELEASE, ("Howard League for Penal Reform", None), "2017-04-20"),
        ("Don't forget ingeus as well.", Kind.COMMENT, NOBODY, "2017-04-20"),
        ("Winding up debate in House of", Kind.COMMENT, NOBODY, "2017-04-20"),
        ('"I take this opportunity to thank', Kind.DEBATE, ("Lord Ahmad of Wimbledon", "Government Minister"), "2013-10-16"),
        ("I will end with what is", Kind.DEBATE, ("Lord Ahmad of Wimbledon", "Government Minister"), "2013-10-16"),
    ],
    "001": [
        ("I distinctly get the feeling that", Kind.ARTICLE, NOBODY, None),
        ("An average caseload is 50-60 (London).", Kind.TESTIMONY, NOBODY, None),
        ("My colleagues and our senior are", Kind.TESTIMONY, NOBODY, None),
        ("Thanks to regular reader 'Getafix for", Kind.ARTICLE, NOBODY, None),
        ("To ask Her Majesty’s Government when", Kind.DEBATE, ("Lord Ramsbotham", None), "2017-10-31"),
        ("My Lords, we undertook an internal", Kind.DEBATE, KEEN, "2017-10-31"),
        ("Too long.", Kind.DEBATE, NOBODY, "2017-10-31"),
        ("I am obliged to the noble", Kind.DEBATE, KEEN, "2017-10-31"),
        ("Lord German proving beyond doubt the", Kind.COMMENT, NOBODY, None),
        ("The evidence mounts - time for", Kind.COMMENT, NOBODY, None),
    ],
    "002": [
        ("The latest report from HM Probation", Kind.ARTICLE, NOBODY, "2015-11-10"),
        ("Communication between the National Probation Service", Kind.INSPECTION_REPORT, INSPECTORATE, "2015-11-10"),
        ("There was considerable debate among Community", Kind.INSPECTION_REPORT, INSPECTORATE, "2015-11-10"),
        ("Seems even HMI of Probation can't", Kind.COMMENT, NOBODY, "2015-11-10"),
    ],
    "003": [
        ("So, despite rumours of a considerable", Kind.ARTICLE, NOBODY, "2018-03-08"),
        ("This is our second inspection of", Kind.INSPECTION_REPORT, INSPECTOR, "2018-03-08"),
        ("The quality of work is not", Kind.INSPECTION_REPORT, INSPECTORATE, "2018-03-08"),
        ("Probation union Napo has credited staff", Kind.PRESS_RELEASE, ("Napo", None), "2018-03-08"),
        ("Napo General Secretary Ian Lawrence said:", Kind.PRESS_RELEASE, ("Ian Lawrence", "Napo General Secretary"), "2018-03-08"),
        ("Unless Dame Glenys is prone to", Kind.COMMENT, NOBODY, "2018-03-08"),
    ],
    "004": [
        ("Latest inspectors' report finds that insufficient", Kind.ARTICLE, NOBODY, "2017-06-16"),
        ("The two organisations responsible for providing", Kind.PRESS_RELEASE, INSPECTOR, "2017-06-16"),
        ("Overall, the work of the CRC", Kind.INSPECTION_REPORT, INSPECTORATE, "2017-06-16"),
        ("The graphic below combines performance for", Kind.ARTICLE, NOBODY, "2017-06-16"),
        ("There is a simple truth here:", Kind.INSPECTION_REPORT, INSPECTOR, "2017-06-16"),
        ("You can see my summary of", Kind.ARTICLE, NOBODY, "2017-06-16"),
    ],
}
COUNTED = {  # passages of each kind, counted by reading the pages
    "000": {Kind.ARTICLE: 2, Kind.INSPECTION_REPORT: 25, Kind.PRESS_RELEASE: 6, Kind.COMMENT: 17, Kind.DEBATE: 5},
    "001": {Kind.ARTICLE: 4, Kind.TESTIMONY: 14, Kind.DEBATE: 14, Kind.COMMENT: 21},
    "002": {Kind.ARTICLE: 1, Kind.INSPECTION_REPORT: 17, Kind.COMMENT: 18},
    "003": {Kind.ARTICLE: 1, Kind.INSPECTION_REPORT: 8, Kind.PRESS_RELEASE: 6, Kind.COMMENT: 7},
    "004": {Kind.ARTICLE: 14, Kind.INSPECTION_REPORT: 26, Kind.PRESS_RELEASE: 1},
}


def real(number: str) -> tuple[str, Document]:
    path = next(iter(SHARED.glob(f"{number}_*.txt")), None)
    if path is None:
        pytest.skip(f"the real pages are not here: {SHARED}")
    text = path.read_text("utf-8")
    return fold(text), passages.document(text, path.name, "0" * 64)


@pytest.mark.shared
@pytest.mark.parametrize("number", REAL)
def test_each_voice_of_a_real_page_is_told(number: str) -> None:
    _, document = real(number)
    for begins, kind, who, date in REAL[number]:
        found = passage(document, begins)
        assert (found.kind, (found.speaker, found.office), found.date) == (kind, who, date), begins


@pytest.mark.shared
@pytest.mark.parametrize("number", COUNTED)
def test_a_real_page_holds_as_many_passages_of_each_kind_as_a_reader_counts(number: str) -> None:
    _, document = real(number)
    assert Counter(p.kind for p in document.passages) == COUNTED[number]


@pytest.mark.shared
@pytest.mark.parametrize("number", COUNTED)
def test_every_passage_of_a_real_page_is_a_span_of_it_and_none_is_furniture(number: str) -> None:
    page, document = real(number)
    assert all(p.text in page for p in document.passages)
    assert not [p.text for p in document.passages if p.text.lower().strip(" .:…") in FURNITURE or "ReplyDelete" in p.text]


@pytest.mark.shared
def test_the_exchange_that_stands_twice_on_a_real_page_is_there_once() -> None:
    _, document = real("001")
    debate = [p for p in document.passages if p.kind is Kind.DEBATE]
    assert all(len(p.also_in) == 1 for p in debate)
    answers = [p for p in debate if p.speaker == KEEN[0]]
    assert all(p.reply_to for p in answers)
