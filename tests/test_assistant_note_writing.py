"""A note as it is written: every sentence quoted or checked, in its place, and the same each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from assistant.answer import Citation
from assistant.models.failure import ModelFailed
from assistant.note.evidence import Piece
from assistant.note.footnotes import Footnotes
from assistant.note.gathering.scene import Scene, alone
from assistant.note.inquiry import Inquiry, NoteKind, Session, Witness
from assistant.note.note import BriefingNote, Bullets, Said, Section, Table, Timeline, said
from assistant.note.sections import background, sources
from assistant.note.sections.summary import short
from assistant.note.wording import Wording
from assistant.note.writing import write
from assistant.selection import Chosen
from assistant.verify.checker import Checker
from assistant.writing.written import Written
from corpus.dates import is_iso
from corpus.document import Document, Kind, Passage
from index.chunk import sentences
from index.hits import Hit
from index.search import Index
from tests.conftest import WordEmbedder

TERMS = (
    "How well were harbour pilots trained in Aldmouth?",
    "What delays to ferry repairs were found in Aldmouth?",
    "How many orchids flowered in Quillhampton?",
)
TODAY = "2016-05-03"


def passage(name: str, at: int, text: str, kind: Kind, **more: object) -> Passage:
    fields = {"date": "2015-03-02", "locator": f"para {at}", **more}
    return Passage(id=f"{name}#{at}", document_id=name, ordinal=at, text=text, kind=kind, **fields)  # type: ignore[arg-type]


def collection(index: Index) -> Index:
    board, house = {"body": "Harbours Board"}, {"body": "House of Lords", "date": "2015-06-10"}
    official = (
        passage(
            "aldmouth", 1, "This is the first inspection of Aldmouth harbour, whose pilots were privatised on 1 June 2014.", Kind.INSPECTION_REPORT, **board
        ),
        passage("aldmouth", 2, "Harbour pilots in Aldmouth were trained poorly and too few had certificates.", Kind.INSPECTION_REPORT, **board),
        passage("aldmouth", 3, "Ferry repairs in Aldmouth met delays of nine weeks because parts were short.", Kind.INSPECTION_REPORT, **board),
    )
    asked = passage("lords", 1, "Will the Minister say how harbour pilots in Aldmouth are trained?", Kind.DEBATE, speaker="Lord Elm", **house)
    answer = "Our instructors begin again in spring, at a cost of £2 million."
    replied = passage("lords", 2, answer, Kind.DEBATE, speaker="Lord Oak", office="Minister of State", reply_to="lords#1", **house)
    union = passage(
        "union",
        1,
        "Ferry repairs in Aldmouth failed because the yard was sold.",
        Kind.PRESS_RELEASE,
        speaker="Ferry Workers’ Union",
        body="Ferry Workers’ Union",
    )
    reader = passage(
        "blog", 1, "We harbour pilots in Aldmouth were hardly trained, and nobody asked how well the ropes were held.", Kind.COMMENT, locator="comment 1"
    )
    for name, passages in (("aldmouth", official), ("lords", (asked, replied)), ("union", (union,)), ("blog", (reader,))):
        index.put(Document(name, name.title(), passages[0].kind, f"{name}.txt", f"hash of {name}", passages, date=passages[0].date, publisher=passages[0].body))
    return index


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Index:
    return collection(Index(tmp_path, embedder))


def note(index: Index, kind: NoteKind = NoteKind.BRIEF, writer: Writer | None = None, terms: tuple[str, ...] = TERMS, words: int = 3000) -> BriefingNote:
    witness = Witness("Ann Ash", "Chief Inspector", "Harbours Board")
    inquiry = Inquiry("Aldmouth harbour", terms, kind, "Transport Committee", Session("2016-05-01", "Room 8", (witness,)), words=words)
    return write(inquiry, index, Checker(), writer, today=TODAY)


def every(made: BriefingNote) -> list[Said]:
    return [sentence for section in made.walk() for sentence in said(section)]


def named(made: BriefingNote, name: str) -> Section:
    return next(section for section in made.walk() if section.name == name)


@pytest.mark.parametrize("kind", NoteKind)
def test_every_sentence_quotes_the_passage_it_cites_to_the_letter(index: Index, kind: NoteKind) -> None:
    made = note(index, kind)
    assert every(made)
    for sentence in every(made):
        texts = [made.citations[number - 1].passage.text for number in sentence.citations]
        assert sentence.quoted and all(any(words in text for text in texts) and words in sentence.text for words in sentence.quoted)


@pytest.mark.parametrize("kind", NoteKind)
def test_citations_are_numbered_in_the_order_of_reading_and_each_is_used(index: Index, kind: NoteKind) -> None:
    made = note(index, kind)
    met = list(dict.fromkeys(number for sentence in every(made) for number in sentence.citations))
    assert met == list(range(1, len(made.citations) + 1)) == [citation.number for citation in made.citations]


@pytest.mark.parametrize("kind", NoteKind)
def test_the_same_collection_and_inquiry_give_the_same_note(index: Index, kind: NoteKind, tmp_path: Path) -> None:
    again = collection(Index(tmp_path / "again", WordEmbedder()))
    assert note(index, kind) == note(index, kind) == note(again, kind)


def test_a_brief_has_its_sections_in_order_and_evidence_stands_by_its_standing(index: Index) -> None:
    made = note(index)
    order = ["session", "summary", "background", "timeline", "themes", "recommendations", "gaps", "sources"]
    names = [section.name for section in made.sections]
    assert names == [name for name in order if name in names] and {"session", "summary", "timeline", "themes", "gaps", "sources"} <= set(names)
    standing = {"official": {1}, "parliament": {2}, "organisations": {3}, "accounts": {4, 5, 6}}
    for section in made.walk():
        allowed = standing.get(section.name.split("/")[-1]) if section.name.startswith("themes/") else None
        cited = {made.citations[number - 1].passage.standing.authority for sentence in said(section) for number in sentence.citations}
        assert not allowed or cited <= allowed


def test_a_term_with_no_evidence_says_so_in_one_sentence_and_quotes_nothing(index: Index) -> None:
    theme = named(note(index), "themes/3")
    assert not [sentence for section in theme.walk() for sentence in said(section)]
    assert "nothing that bears on this term" in str(theme.blocks[0]) and TERMS[2] in str(theme.blocks[0])


def test_a_question_put_in_parliament_comes_with_its_answer(index: Index) -> None:
    told = " ".join(sentence.text for sentence in said(named(note(index), "themes/1/parliament")))
    assert "Lord Elm asked" in told and "Answering Lord Elm, Lord Oak" in told


def test_a_term_without_evidence_brings_no_background_of_something_else(index: Index) -> None:
    made = note(index, terms=TERMS[2:])
    assert not every(made) and not made.citations and not [section for section in made.sections if section.name in ("background", "timeline")]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Pilots in Aldmouth were trained well. This was not so everywhere.", False),
        ("Pilots in Aldmouth were trained well. However, few were.", False),
        ("The board gave one particular reason. Ropes were short.", False),
        ("Pilots in Aldmouth were trained well. Ropes were short.", True),
    ],
)
def test_a_sentence_that_tells_half_does_not_stand_alone(text: str, whole: bool) -> None:
    choice = Chosen(Hit(1, 1.0, passage("aldmouth", 1, text, Kind.INSPECTION_REPORT), "A", None, "", None), sentences(text), [1.0, 0.5], {0})  # type: ignore[arg-type]
    assert alone(choice, 0) is whole


def test_a_readers_account_is_labelled_unverified_and_is_no_summary(index: Index) -> None:
    made = note(index)
    own = [sentence for sentence in every(made) if any(made.citations[n - 1].passage.kind is Kind.COMMENT for n in sentence.citations)]
    assert own and all(sentence.unverified and "unverified" in sentence.text for sentence in own)
    assert not [sentence for sentence in said(named(made, "summary")) if sentence.unverified]
    assert not [sentence for sentence in every(made) if sentence not in own and sentence.unverified]


def test_nothing_is_summed_up_from_readers_alone(tmp_path: Path, embedder: WordEmbedder) -> None:
    alone = Index(tmp_path, embedder)
    text = "We harbour pilots in Aldmouth were hardly trained, and nobody asked how well the ropes were held."
    own = passage("blog", 1, text, Kind.COMMENT, locator="comment 1")
    alone.put(Document("blog", "Blog", Kind.ARTICLE, "blog.txt", "hash", (own,)))
    made = note(alone)
    assert list(said(named(made, "themes/1/accounts"))) and not list(said(named(made, "summary")))


def test_the_points_of_one_term_bear_no_label(index: Index) -> None:
    block = named(note(index, terms=TERMS[:1]), "summary").blocks[0]
    assert isinstance(block, Bullets) and len(block.items) == 3 and all(isinstance(item[0], Said) for item in block.items)


def test_the_summary_has_one_to_five_points_official_ones_first_choice(index: Index) -> None:
    points = list(said(named(note(index), "summary")))
    assert 1 <= len(points) <= 5 and "Harbours Board’s inspection report" in points[0].text


def test_the_timeline_has_the_days_of_the_sources_and_what_they_date(index: Index) -> None:
    (block,) = named(note(index), "timeline").blocks
    assert isinstance(block, Timeline)
    dates = [event.date for event in block.events]
    assert dates == sorted(dates) and all(map(is_iso, dates)) and {"2014-06-01", "2015-03-02", "2015-06-10"} <= set(dates)
    assert all(0 < len(event.label.split()) <= 8 for event in block.events)


def test_the_session_names_the_witnesses_and_numbers_the_terms(index: Index) -> None:
    facts, _, terms, _, witnesses = named(note(index), "session").blocks
    assert isinstance(facts, Table) and isinstance(terms, Bullets) and isinstance(witnesses, Table)
    assert "1 May 2016" in str(facts) and terms.numbered and [item[0].text for item in terms.items] == list(TERMS)
    assert [cell[0].text for cell in witnesses.rows[0]] == ["Ann Ash", "Chief Inspector", "Harbours Board"]


def test_the_sources_count_the_passages_cited_of_each_document(index: Index) -> None:
    made = note(index)
    told = " ".join(
        run.text for section in named(made, "sources").walk() for block in section.blocks if isinstance(block, Bullets) for item in block.items for run in item
    )
    count = sum(citation.passage.document_id == "aldmouth" for citation in made.citations)
    assert f"Harbours Board, ‘Aldmouth’, inspection report, 2 March 2015 ({count} passages cited)" in told


def test_one_page_is_the_summary_with_its_sources(index: Index) -> None:
    assert [section.name for section in note(index, NoteKind.PAGE).sections] == ["summary", "sources"]


def test_a_debate_pack_sorts_the_parliamentary_material(index: Index) -> None:
    made = note(index, NoteKind.DEBATE)
    assert [section.name for section in made.sections] == ["background", "parliament", "organisations", "reading", "gaps", "sources"]
    assert list(said(named(made, "parliament/debates"))) and not list(said(named(made, "parliament/questions")))
    assert not [sentence for sentence in every(made) if sentence.unverified]
    headed = [str(block) for block in named(made, "background/official").blocks if "emphasis=True" in str(block)]
    assert len(headed) == 2 and "harbour pilots" in headed[0] and "ferry repairs" in headed[1], "what bears on a term stands under it"
    quotations = [words for sentence in every(made) for words in sentence.quoted]
    assert len(quotations) == len(set(quotations))


def test_a_timeline_entry_is_one_sentence_and_another_than_those_told_before_where_its_source_has_one(tmp_path: Path, embedder: WordEmbedder) -> None:
    own = Index(tmp_path, embedder)
    texts = (
        "Harbour pilots in Aldmouth were trained poorly and too few had certificates. They asked for more.",
        "Harbour pilots were first appointed in Aldmouth in June 2011. This was late, as the 2015 report says.",
        "The board published its plan for Aldmouth harbour in May 2014, and the council consulted on it.",
        "A further plan for Aldmouth harbour was launched in March 2013 by the council alone.",
        "Two pilot boats were commissioned for Aldmouth and never left the slipway.",
        "Ropes and buoys of Aldmouth were transferred to the lighthouse trust at no charge.",
        "An inquiry into the Aldmouth dredger was announced and then abolished.",
    )
    told = tuple(passage("aldmouth", at, text, Kind.INSPECTION_REPORT, body="Harbours Board") for at, text in enumerate(texts, start=1))
    own.put(Document("aldmouth", "Aldmouth", Kind.INSPECTION_REPORT, "a.txt", "hash", told, date=told[0].date))
    made = note(own, words=800)
    (block,) = named(made, "timeline").blocks
    assert isinstance(block, Timeline)
    assert all(words.count(". ") == 0 for event in block.events for words in event.said.quoted)
    assert "2015" not in [event.date for event in block.events], "a report of 2015 is no event of 2015"
    before = [words for name in ("summary", "background") for each in said(named(made, name)) for words in each.quoted]
    on_the_day = [event.said.quoted for event in block.events if event.date == "2015-03-02"]
    assert len(on_the_day) == 1 and not any(words in other for words in on_the_day[0] for other in before)


def test_the_background_does_not_say_again_what_the_summary_said(index: Index) -> None:
    text = "The pilots of Aldmouth were privatised on 1 June 2014."
    told = Hit(1, 1.0, passage("aldmouth", 1, text, Kind.INSPECTION_REPORT), "A", None, "", None)  # type: ignore[arg-type]
    found, wording = [Scene(Piece(told, (text,), 1.0), ())], Wording(Footnotes(index), Checker())
    assert background.section(found, 100, wording) and not background.section(found, 100, wording, [text])


@pytest.mark.parametrize(
    ("term", "label"),
    [
        ("How well were pilots trained?", "How well were pilots trained"),
        (
            "How well did the harbour board and all of its pilots, crews and the people on the quays work together?",
            "How well did the harbour board and all of its pilots, crews …",
        ),
    ],
)
def test_a_long_term_is_cut_where_no_word_leaves_the_reader_waiting(term: str, label: str) -> None:
    assert short(term) == label


def test_written_questions_to_one_department_are_one_entry_of_the_sources(index: Index) -> None:
    ferries = {"body": "Ministry of Ferries"}
    asked = [passage(f"pq{n}", 1, f"To ask how many pilots of class {n} there are.", Kind.WRITTEN_QUESTION, date=f"2015-0{n}-01", **ferries) for n in (3, 4)]
    cited = [Citation(n, each, f"Question {n}", None, ()) for n, each in enumerate(asked, start=1)]
    (group,) = sources.section(cited).sections
    assert "Written questions, Ministry of Ferries, 1 March 2015 to 1 April 2015 (2 cited)" in str(group.blocks)
    (alone,) = sources.section(cited[:1]).sections
    assert "Ministry of Ferries, ‘Question 1’, written question, 1 March 2015 (1 passage cited)" in str(alone.blocks)


def test_what_it_was_made_from_is_told(index: Index) -> None:
    made = note(index).made_from
    assert made.documents == tuple((name, f"hash of {name}") for name in ("aldmouth", "blog", "lords", "union"))
    assert (made.mode, made.embedding_model, made.made) == ("quotation", "words", TODAY)


@pytest.mark.parametrize("kind", NoteKind)
def test_an_empty_collection_gives_a_note_that_says_nothing_was_found(tmp_path: Path, embedder: WordEmbedder, kind: NoteKind) -> None:
    made = note(Index(tmp_path, embedder), kind)
    assert not every(made) and not made.citations and made.sections[-1].name == "sources"
    told = [str(block).lower() for section in made.walk() for block in section.blocks]
    assert any("nothing that bears" in each or "has none that bears" in each for each in told)


def test_sixty_terms_are_written_about(index: Index) -> None:
    made = note(index, terms=tuple(f"{TERMS[number % 2][:-1]}, as term {number} has it?" for number in range(60)))
    assert len(named(made, "themes").sections) == 60 and len(list(said(named(made, "summary")))) <= 5


def test_progress_is_told_by_theme(index: Index) -> None:
    told: list[tuple[str, int, int]] = []
    write(Inquiry("Aldmouth harbour", TERMS), index, Checker(), progress=lambda *each: told.append(each), today=TODAY)
    assert told[0] == ("theme 1 of 3: searching", 0, 3) and told[-1] == ("writing", 3, 3)
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


# with a model ----------------------------------------------------------------------------------------------------------


class Writer:
    """Says of the first passage what it is told to say; fails if it is given an error."""

    mode = "test:writer"

    def __init__(self, *texts: str, error: Exception | None = None) -> None:
        self.texts, self.error = texts, error

    def write(self, question: str, hits: Sequence[Hit]) -> Iterator[Written]:
        if self.error:
            raise self.error
        yield from (Written(text, (1,)) for text in self.texts)

    def rewrite(self, sentence: Written, reason: str, passages: Mapping[int, Hit]) -> Written | None:
        return None


def test_what_a_model_writes_and_holds_is_in_the_note_with_its_citation(index: Index) -> None:
    told = "The Harbours Board’s inspection report says that harbour pilots in Aldmouth were trained poorly and that too few had certificates."
    made = note(index, writer=Writer(told))
    assert made.made_from.mode == "test:writer"
    written = [sentence for sentence in said(named(made, "themes/1/official")) if not sentence.quoted]
    assert [sentence.text for sentence in written] == [told] and made.citations[written[0].citations[0] - 1].passage.id == "aldmouth#2"


def test_what_does_not_hold_is_withheld_and_the_record_is_quoted(index: Index) -> None:
    made = note(index, writer=Writer("All 700 pilots were dismissed by the King of Sweden in 1911."))
    assert made.withheld and made.withheld[0].reason
    assert all(sentence.quoted and "Sweden" not in sentence.text for sentence in every(made))


def test_a_model_that_fails_makes_a_note_of_quotations_that_says_why(index: Index) -> None:
    made = note(index, writer=Writer(error=ModelFailed("test:writer: no answer")))
    assert every(made) and all(sentence.quoted for sentence in every(made))
    assert made.notice == "test:writer: no answer. The record is quoted instead."


def test_what_a_model_copies_is_quoted_and_led_in_and_is_no_wording_of_its_own(index: Index) -> None:
    copied = "Ferry repairs in Aldmouth met delays of nine weeks"
    made = note(index, writer=Writer(copied), terms=TERMS[1:2])
    own = [sentence for sentence in said(named(made, "themes/1/official")) if sentence.text.endswith((copied, f"{copied}”"))]
    assert own and all(sentence.quoted == (copied,) and sentence.text.endswith(f": “{copied}”") for sentence in own)
    assert made.made_from.mode == "quotation"


def test_a_note_of_which_a_model_worded_nothing_is_recorded_as_quotation(index: Index) -> None:
    for writer in (Writer(error=ModelFailed("test:writer: no answer")), Writer("All 700 pilots were dismissed by the King of Sweden in 1911.")):
        assert note(index, writer=writer).made_from.mode == "quotation"
