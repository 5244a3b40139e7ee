"""Gathering for a note: what is looked for, what may be quoted, and what of it a theme holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.note.evidence import OFFICIAL, READERS
from assistant.note.gathering import searches, worth
from assistant.note.gathering.choosing import Shown, choose, length
from assistant.note.gathering.gather import Found as Gathered
from assistant.note.gathering.gather import _bearing, gather
from assistant.note.gathering.looking import Looking
from assistant.note.inquiry import Inquiry
from assistant.selection import Chosen
from corpus.document import Document, Kind, Mark, Passage
from index.chunk import Chunk
from index.filters import NO_LIMITS, Filters
from index.hits import Found, Hit
from index.rerank import Look
from index.search import Index
from tests.conftest import WordEmbedder

TERMS = ("How well were harbour pilots trained in Aldmouth?", "What delays to ferry repairs were found in Aldmouth?")
REPORT = (
    "Harbour pilots in Aldmouth were trained poorly and too few had their certificates.",
    "Ferry repairs in Aldmouth met delays of nine weeks because parts were short.",
    "This led to cancelled crossings all through the winter.",
)


def passage(at: int, text: str, kind: Kind = Kind.INSPECTION_REPORT, name: str = "aldmouth", **more: object) -> Passage:
    fields = {"body": "Harbours Board", "date": "2015-03-02", "locator": f"para {at}", **more}
    return Passage(id=f"{name}#{at}", document_id=name, ordinal=at, text=text, kind=kind, **fields)  # type: ignore[arg-type]


def document(name: str, *passages: Passage) -> Document:
    return Document(name, name.title(), passages[0].kind, f"{name}.txt", name, passages, date="2015-03-02", publisher="Harbours Board")


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Index:
    made = Index(tmp_path, embedder)
    made.put(document("aldmouth", passage(1, REPORT[0]), passage(2, " ".join(REPORT[1:])), passage(3, "The canteen served soup on most days of the week.")))
    said = "We on the quay know that harbour pilots in Aldmouth had no training at all before 2015."
    made.put(document("remarks", passage(1, said, Kind.COMMENT, "remarks", body=None, locator="comment 1")))
    return made


def gathered(index: Index, *terms: str, limits: Filters = NO_LIMITS) -> tuple[Gathered, ...]:
    return gather(Inquiry("Aldmouth", terms or TERMS, limits=limits), index, Looking(index), lambda words, done, total: None)


def test_a_theme_holds_what_bears_on_its_term_the_best_first_and_leaves_the_rest(index: Index) -> None:
    pilots, ferries = (found.theme for found in gathered(index))
    assert pilots.pieces[0].runs == (REPORT[0],) and ferries.pieces[0].runs[0].startswith(REPORT[1])
    assert all("canteen" not in run for theme in (pilots, ferries) for piece in theme.pieces for run in piece.runs)
    assert [piece.bearing for piece in pilots.pieces] == sorted((piece.bearing for piece in pilots.pieces), reverse=True)
    assert all(run in piece.hit.passage.text for theme in (pilots, ferries) for piece in theme.pieces for run in piece.runs)


def test_each_standing_is_looked_at_on_its_own_and_every_search_is_told(index: Index) -> None:
    theme = gathered(index)[0].theme
    assert {piece.authority for piece in theme.pieces} == {OFFICIAL, READERS}
    told = " / ".join(theme.looked_for)
    assert TERMS[0] in told and all(words in told for words in searches.STANDINGS.values())


@pytest.mark.parametrize("term", ["How many orchids flowered in Quillhampton greenhouses?", "How well were harbour pilots trained in Quillhampton?"])
def test_a_term_with_nothing_to_it_says_so_and_keeps_what_came_nearest(index: Index, term: str) -> None:
    theme = gathered(index, term)[0].theme
    assert theme.pieces == () and theme.nearest is not None and theme.looked_for


@pytest.mark.parametrize(("best", "kept"), [(0.75, 3), (0.5, 1)])
def test_where_nothing_speaks_of_the_term_plainly_only_its_equals_bear_on_it(best: float, kept: int) -> None:
    hits = [Hit(at, 1.0, passage(at, f"{text} at the Aldmouth harbour since 2014."), "Aldmouth", None, "/a", Found(None, None, 1.0, Look(0.0, ())))
            for at, text in enumerate(("Pilots were trained poorly", "Cranes were mended with delays", "Berths were dredged too rarely"), start=1)]  # fmt: skip
    looked = [Chosen(hit, [Chunk(0, len(hit.passage.text))], [share * best], set()) for hit, share in zip(hits, (1.0, 0.9, 0.85), strict=True)]
    assert len(_bearing(looked)) == kept


def test_an_empty_collection_gives_empty_themes(tmp_path: Path, embedder: WordEmbedder) -> None:
    themes = [found.theme for found in gathered(Index(tmp_path, embedder))]
    assert [theme.number for theme in themes] == [1, 2] and all(not theme.pieces and theme.nearest is None for theme in themes)


def test_limits_keep_out_what_they_do_not_let_through(index: Index) -> None:
    theme = gathered(index, limits=Filters(kinds=(Kind.COMMENT,)))[0].theme
    assert {piece.authority for piece in theme.pieces} <= {READERS} and searches.STANDINGS[OFFICIAL] not in " ".join(theme.looked_for)


def test_what_bears_on_two_themes_stands_under_one(index: Index) -> None:
    shown = choose(gathered(index, TERMS[0], "Were the harbour pilots of Aldmouth trained poorly?"), 600)
    quoted = [run for each in shown for piece in each.pieces for run in piece.runs]
    assert quoted.count(REPORT[0]) == 1
    other = next(each for each in shown if REPORT[0] not in [run for piece in each.pieces for run in piece.runs])
    assert other.elsewhere == [3 - other.theme.number]


def test_more_words_show_more_and_few_words_are_kept_to(index: Index) -> None:
    def shown(words: int) -> list[Shown]:
        return choose(gathered(index), words)

    few, many = (sum(len(each.pieces) for each in shown(words)) for words in (45, 2000))
    assert few < many
    assert all(sum(map(length, each.pieces)) <= 40 for each in shown(80))


PARTS = {
    "What has the scheme meant for staffing, caseloads and morale?": ["staffing", "caseloads", "morale"],
    "Have the IT systems worked, and how was the programme funded?": ["IT systems", "how was the programme funded"],
    "How well do the Harbours Board and the ferry companies work together?": ["How well do the Harbours Board and the ferry companies work together"],
    "How good is it?": [],
}


@pytest.mark.parametrize("term", PARTS)
def test_a_term_is_looked_for_part_by_part(term: str) -> None:
    assert set(PARTS[term]) <= set(searches.parts(term, "The scheme"))


def test_many_terms_are_given_fewer_searches_each() -> None:
    one, many = (searches.planned(TERMS[0], "Aldmouth", NO_LIMITS, terms) for terms in (5, 60))
    assert len(many) < len(one) and sum(search.k for search in many) < sum(search.k for search in one) / 2


REPORTED = passage(1, "")
READER = passage(1, "", Kind.COMMENT)
DEBATED = passage(1, "", Kind.DEBATE)
QUOTABLE = [
    (REPORTED, "Fewer than half of the plans were good enough.", True),
    (REPORTED, "The main findings of our inspection were:", False),
    (REPORTED, "Contents of the second volume . . . . . 14", False),
    (REPORTED, "See table 4 for the figures by region and year.", False),
    (REPORTED, "The Post Office was told of the fault in March.", True),
    (REPORTED, "What does this mean for the harbours we inspected?", False),
    (DEBATED, "What does the Minister mean to do about the harbours?", True),
    (DEBATED, "My Lords, I thank the noble Lord for that kind reply.", False),
    (DEBATED, "It is noted in the statistics published—", False),
    (REPORTED, "Until the quays are mended, cranes bought, pilots trained again.", False),
    (REPORTED, "(d) were serving as pilots in the winter of 2013.", False),
    (DEBATED, "For PQ 1234, Table 3 provides the number of pilots by harbour.", False),
    (DEBATED, "NotesThese figures are taken from a snapshot of the harbours.", False),
    (DEBATED, "Please note that statistics for the harbours are planned for May.", False),
    (DEBATED, "Data on failures to return to harbour is unavailable before 2009.", False),
    (DEBATED, "Notable progress was made in the harbours in the winter of 2013.", True),
    (DEBATED, "We note that the harbours were closed in the winter of 2013.", True),
    (READER, "We had ninety cases each on our quay last winter.", True),
    (READER, "We had ninety crap cases each on our quay last winter.", False),
    (READER, "We all know that John Smithers took ninety cases home.", False),
    (READER, "The whole thing was flawed from its very beginning.", False),
    (READER, "Read more of this on our site at https://example.org/harbours today.", False),
]


@pytest.mark.parametrize(("of", "sentence", "may"), QUOTABLE)
def test_only_a_sentence_that_tells_something_by_itself_may_be_quoted(of: Passage, sentence: str, may: bool) -> None:
    assert worth.quotable(of, sentence) is may


def test_a_holding_answer_and_a_note_are_no_evidence() -> None:
    assert worth.is_evidence(passage(1, REPORT[0]))
    assert not any(worth.is_evidence(passage(1, REPORT[0], mark=mark)) for mark in (Mark.NON_ANSWER, Mark.NOTE, Mark.DIVISION))


def test_what_finds_or_measures_counts_more_than_what_sets_out() -> None:
    found, set_out = "Two-thirds of the plans were poor and late in 2015.", "This report looks at harbours and at the ferries that use them."
    assert worth.weight(found, REPORTED) > 1 > worth.weight(set_out, REPORTED)
