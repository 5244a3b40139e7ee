"""What the collection does not cover: only what was really looked for and not found, and what there is in figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.note.evidence import Piece, Theme
from assistant.note.inquiry import Inquiry
from assistant.note.note import Bullets, Own, Paragraph, Section, Table
from assistant.note.sections import gaps
from corpus.document import Document, Kind, Passage
from index.filters import Filters
from index.hits import Hit
from index.search import Index
from tests.conftest import WordEmbedder

TERM = "How is telephone supervision run in Rutland?"


def passage(identity: str, kind: Kind, text: str = "Telephone supervision in Rutland.", date: str | None = "2017-04-20") -> Passage:
    return Passage(f"{identity}#1", identity, 1, text, kind, "para 1", date=date)


def piece(told: Passage) -> Piece:
    return Piece(Hit(1, 1.0, told, "Title", None, "/saved", None), (told.text,), 0.9)  # type: ignore[arg-type]  # nothing here asks how it was found


@pytest.fixture
def index(tmp_path: Path, embedder: WordEmbedder) -> Iterator[Index]:
    made = Index(tmp_path / "home", embedder)
    for identity, kind in (("report", Kind.INSPECTION_REPORT), ("debate", Kind.DEBATE), ("press", Kind.PRESS_RELEASE)):
        told = passage(identity, kind, date=None if kind is Kind.PRESS_RELEASE else "2017-04-20")
        made.put(Document(identity, f"Title of {identity}", kind, f"/saved/{identity}", "0" * 64, (told,)))
    made.settle()
    yield made
    made.close()


def told(section: Section) -> str:
    """All that the section and those below it say outside tables."""
    runs = []
    for each in section.walk():
        for block in each.blocks:
            if isinstance(block, Paragraph | Bullets):
                runs += block.runs if isinstance(block, Paragraph) else [run for item in block.items for run in item]
    return "\n".join(run.text for run in runs)


def made(index: Index, *themes: Theme, limits: Filters = Filters()) -> Section:
    return gaps.section(Inquiry("Supervision", tuple(theme.term for theme in themes), limits=limits), themes, index)


def every() -> tuple[Piece, ...]:
    return tuple(piece(passage(kind.value, kind)) for kind in (Kind.INSPECTION_REPORT, Kind.DEBATE, Kind.PRESS_RELEASE))


def test_a_standing_that_is_held_and_does_not_bear_on_the_term_is_named_with_what_was_searched_for(index: Index) -> None:
    theme = Theme(1, TERM, every()[:1], (f"“{TERM}” among everything", "“telephone supervision” among everything", f"“{TERM}” among official findings"))
    text = told(made(index, theme))
    assert "No statements in Parliament or organisations’ positions were found that bear on this term." in text
    assert "What was searched for: the term as it stands, among everything and official findings; “telephone supervision”, among everything." in text
    assert "official findings were found" not in text


def test_a_standing_that_the_collection_does_not_hold_is_told_once_and_not_for_each_term(index: Index) -> None:
    text = told(made(index, Theme(1, TERM, every()[:1]), Theme(2, TERM, every()[:1])))
    assert text.count("authors’ accounts") == 1
    assert "It holds no authors’ accounts, practitioners’ accounts or readers’ comments." in text


def test_a_term_with_evidence_of_every_weighed_standing_has_no_section_of_its_own(index: Index) -> None:
    section = made(index, Theme(1, TERM, every()))
    assert [each.name for each in section.sections] == ["gaps/coverage"]
    assert "something bears on each term of reference" in told(section)


def test_a_term_on_which_nothing_bears_says_so_and_nothing_more(index: Index) -> None:
    assert "Nothing in the collection was found to bear on this term." in told(made(index, Theme(1, TERM, ())))


def test_comments_alone_are_called_unverified(index: Index) -> None:
    assert "accounts and comments only, none of them verified" in told(made(index, Theme(1, TERM, (piece(passage("c", Kind.COMMENT)),))))


def test_a_name_that_the_collection_never_mentions_is_told_apart_from_one_that_only_this_evidence_lacks(index: Index) -> None:
    index.put(Document("far", "Title of far", Kind.DEBATE, "/saved/far", "0" * 64, (passage("far", Kind.DEBATE, "Hubs in Harrowdale."),)))
    index.settle()
    text = told(made(index, Theme(1, "How is supervision run in Rutland, Harrowdale and Wexcombe?", every())))
    assert "The collection never mentions ‘Wexcombe’." in text
    assert "None of the passages that bear on this term mentions ‘Harrowdale’." in text
    assert "‘Rutland’" not in text


def test_a_time_of_which_there_is_nothing_is_told(index: Index) -> None:
    assert "Nothing in the collection is dated 2031." in told(made(index, Theme(1, "What was found in Rutland in 2031?", every())))
    assert "is dated 2017." not in told(made(index, Theme(1, "What was found in Rutland in 2017?", every())))


def test_coverage_counts_passages_by_kind_with_their_dates(index: Index) -> None:
    section = made(index, Theme(1, TERM, every()))
    table = next(block for each in section.walk() for block in each.blocks if isinstance(block, Table))
    rows = {tuple(run.text for cell in row for run in cell if isinstance(run, Own)) for row in table.rows}
    assert rows == {("Inspection reports", "1", "20 April 2017"), ("Debates", "1", "20 April 2017"), ("Press statements", "1", "undated")}
    assert "prepared from 3 documents, dated 20 April 2017." in told(section)


def test_limits_and_an_empty_collection_are_told(index: Index, tmp_path: Path, embedder: WordEmbedder) -> None:
    assert "prepared from 1 document, dated 20 April 2017 within the limits set." in told(made(index, Theme(1, TERM, every()), limits=Filters((Kind.DEBATE,))))
    assert "Nothing in the collection is within the limits set" in told(made(index, limits=Filters(since="2031")))
    empty = Index(tmp_path / "empty", embedder)
    assert "The collection is empty." in told(made(empty, Theme(1, TERM, ())))
    empty.close()


def test_a_name_of_several_words_is_one_name_and_the_inquirys_own_is_none(index: Index) -> None:
    theme = Theme(1, "Has the Supervision Wexcombe Order changed Telephone Hours in Rutland?", every())
    text = told(gaps.section(Inquiry("Telephone Hours", (theme.term,)), [theme], index))
    assert "The collection never mentions ‘Supervision Wexcombe Order’." in text and "Hours" not in text.replace(theme.term, "")


def test_what_is_not_held_is_no_gap_of_a_term(index: Index) -> None:
    only = Filters((Kind.INSPECTION_REPORT,))
    text = told(made(index, Theme(1, TERM, every()[:1]), limits=only))
    assert "were found that bear on this term" not in text and "It holds no statements in Parliament" in text
