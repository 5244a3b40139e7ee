"""The catalogue: what goes in comes out whole, what is taken out leaves nothing, and filters mean what they say."""

from __future__ import annotations

import dataclasses
import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.document import About, Document, Kind, Mark, Origin, Passage
from index.catalogue import Catalogue
from index.errors import CatalogueError
from index.filters import NO_LIMITS, Filters
from index.rows import Entry

LONG = "The officers of Harrowdale wrote to every office in the county. " * 30


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    opened = Catalogue(tmp_path / "home" / "catalogue.sqlite")
    yield opened
    opened.close()


def passage(document: str, ordinal: int, text: str = "Some words.", kind: Kind = Kind.DEBATE, **fields) -> Passage:
    return Passage(f"{document}#{ordinal}", document, ordinal, text, kind, f"para {ordinal}", **fields)


def document(identity: str, *passages: Passage, source: str | None = None, sha256: str = "0" * 64) -> Document:
    return Document(identity, f"Title of {identity}", Kind.DEBATE, source or f"/saved/{identity}.txt", sha256, passages)


def ids(catalogue: Catalogue, filters: Filters) -> set[str]:
    """The ids of the passages that pass the filters."""
    return {entry.passage.id for entry, _ in catalogue.by_chunk(catalogue.chunk_keys(filters)).values()}


def rows(catalogue_file: Path) -> dict[str, int]:
    """How many rows each table holds, read by another connection."""
    with sqlite3.connect(catalogue_file) as db:
        return {name: db.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in ("document", "passage", "chunk", "leftover")}


# in and out ------------------------------------------------------------------------------------------------------------

FULL = Passage(
    id="uk.org.publicwhip/debate/2014-03-12a.1.1/1", document_id="d", ordinal=7, text="“Words” & naïve — ones", kind=Kind.DIGEST, locator="col 5, Q1",
    speaker="Siân O’Loan", office="The Minister", party="Con", body="House of Lords", date="2017-04", headings=("Oral Answers", "JUSTICE"),
    url="https://example.org/?id=1", origin=Origin("comment 5 on ‘Another Day’"), reply_to="d#1", also_in=("elsewhere", "and here"),
    about=About(Kind.INSPECTION_REPORT, "A Report", "An Inspectorate", "Dame Ada Merrow", "Chief Inspector", "none", "2017", "para 3"),
    mark=Mark.NON_ANSWER, number="5", remark="holding answer", series="HC Deb", volume="609",
)  # fmt: skip
BARE = Passage("d#2", "d", 8, "Words.", Kind.COMMENT, "comment 2")


def test_the_full_passage_of_these_tests_leaves_no_field_at_its_default() -> None:
    for whole in (FULL, FULL.about):
        assert whole
        assert [f.name for f in dataclasses.fields(whole) if f.default is not dataclasses.MISSING and getattr(whole, f.name) == f.default] == []


@pytest.mark.parametrize("kept", [FULL, BARE], ids=["full", "bare"])
def test_every_field_of_a_passage_survives_the_round_trip(kept: Passage, tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    first = Catalogue(path)
    first.replace(document("d", FULL, BARE))
    first.close()
    again = Catalogue(path)
    assert again.passage(kept.id) == Entry(kept, "Title of d", None, "/saved/d.txt")
    again.close()


def test_a_document_is_listed_as_it_was_put_in(catalogue: Catalogue) -> None:
    catalogue.replace(dataclasses.replace(document("d", FULL, BARE, sha256="ab" * 32), date="2017-04-20", publisher="House of Lords", title="T"))
    (listed,) = catalogue.documents()
    assert (listed.document_id, listed.title, listed.kind, listed.date, listed.publisher) == ("d", "T", "debate", "2017-04-20", "House of Lords")
    assert (listed.source, listed.passages, listed.sha256) == ("/saved/d.txt", 2, "ab" * 32)
    assert listed.added.endswith("+00:00")


def test_documents_are_listed_by_title(catalogue: Catalogue) -> None:
    for name in "bca":
        catalogue.replace(document(name, passage(name, 1)))
    assert [listed.document_id for listed in catalogue.documents()] == list("abc")


def test_a_document_without_passages_is_listed_with_none(catalogue: Catalogue) -> None:
    catalogue.replace(document("d"))
    assert [listed.passages for listed in catalogue.documents()] == [0]


@pytest.mark.parametrize(("identity", "source"), [("d", "/saved/moved.txt"), ("e", "/saved/d.txt")])
def test_a_document_takes_the_place_of_the_one_with_its_id_or_its_source(identity: str, source: str, catalogue: Catalogue) -> None:
    catalogue.replace(document("d", passage("d", 1, "Old."), passage("d", 2, "Older.")))
    catalogue.replace(document(identity, passage(identity, 1, "New."), source=source))
    assert [(listed.document_id, listed.passages) for listed in catalogue.documents()] == [(identity, 1)]
    assert {entry.passage.text for entry, _ in catalogue.by_chunk(catalogue.chunk_keys(NO_LIMITS)).values()} == {"New."}
    assert catalogue.passage("d#2") is None


def test_a_document_is_found_by_its_source_its_hash_or_its_id(catalogue: Catalogue) -> None:
    catalogue.replace(document("d", sha256="d" * 64))
    catalogue.replace(document("e", sha256="e" * 64))
    found = [catalogue.find(source="/saved/e.txt"), catalogue.find(sha256="e" * 64), catalogue.find(document_id="e")]
    assert [listed and listed.document_id for listed in found] == ["e", "e", "e"]
    assert catalogue.find(source="/saved/f.txt") is None
    assert catalogue.find() is None


def test_a_document_taken_out_leaves_no_row_but_the_chunks_still_to_be_forgotten(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.replace(document("d", passage("d", 1, LONG), passage("d", 2)))
    keys = catalogue.chunk_keys(NO_LIMITS)
    assert len(keys) > 2
    assert catalogue.remove("d") is True
    assert rows(tmp_path / "home" / "catalogue.sqlite") == {"document": 0, "passage": 0, "chunk": 0, "leftover": len(keys)}
    assert sorted(catalogue.pending.leftovers()) == sorted(keys)
    catalogue.pending.forgotten(keys[1:])
    assert catalogue.pending.leftovers() == keys[:1]
    catalogue.pending.forgotten(keys)
    assert catalogue.pending.leftovers() == []


def test_taking_out_what_is_not_there_changes_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.replace(document("d", passage("d", 1)))
    before = rows(tmp_path / "home" / "catalogue.sqlite")
    assert catalogue.remove("e") is False
    assert rows(tmp_path / "home" / "catalogue.sqlite") == before


def test_a_document_that_cannot_go_in_whole_leaves_the_old_one_as_it_was(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.replace(document("d", passage("d", 1, "Old.")))
    before = rows(tmp_path / "home" / "catalogue.sqlite")
    with pytest.raises(Exception, match=r"passage\.id"):
        catalogue.replace(document("d", passage("d", 1, "New."), passage("d", 1, "The same id.")))
    assert rows(tmp_path / "home" / "catalogue.sqlite") == before
    assert (entry := catalogue.passage("d#1")) and entry.passage.text == "Old."


def test_a_chunk_key_is_never_used_again(catalogue: Catalogue) -> None:
    catalogue.replace(document("d", passage("d", 1)))
    (first,) = catalogue.chunk_keys(NO_LIMITS)
    catalogue.remove("d")
    catalogue.replace(document("d", passage("d", 1)))
    assert catalogue.chunk_keys(NO_LIMITS) > [first]


def test_the_chunks_of_a_document_come_in_the_order_of_its_words(catalogue: Catalogue) -> None:
    catalogue.replace(document("d", passage("d", 2, LONG), passage("d", 1)))
    catalogue.replace(document("e", passage("e", 1)))
    found = [(entry.passage.ordinal, chunk.start) for _, entry, chunk in catalogue.chunks_of("d")]
    assert found == sorted(found)
    assert [ordinal for ordinal, _ in found].count(2) >= 2
    assert len(found) + 1 == len(catalogue.chunk_keys(NO_LIMITS))


def test_chunks_of_more_keys_than_one_question_to_sqlite_may_hold_are_all_found(catalogue: Catalogue) -> None:
    catalogue.replace(document("d", *[passage("d", n) for n in range(1200)]))
    keys = catalogue.chunk_keys(NO_LIMITS)
    assert set(catalogue.by_chunk([*keys, 10**9])) == set(keys)
    assert len(keys) == 1200


def test_a_setting_is_kept_until_it_is_changed(catalogue: Catalogue) -> None:
    assert catalogue.setting("embedding model") is None
    catalogue.keep("embedding model", "one")
    catalogue.keep("embedding model", "two")
    assert catalogue.setting("embedding model") == "two"


def test_what_waits_to_be_derived_is_what_was_put_in_since(catalogue: Catalogue) -> None:
    catalogue.replace(document("d", passage("d", 1)))
    catalogue.replace(document("e", passage("e", 1)))
    assert catalogue.pending.documents() == ["d", "e"]
    catalogue.pending.taken_in("d")
    assert catalogue.pending.documents() == ["e"]
    catalogue.replace(document("d", passage("d", 1, "New.")))
    assert sorted(catalogue.pending.documents()) == ["d", "e"]
    catalogue.pending.taken_in("d")
    catalogue.pending.taken_in("e")
    catalogue.pending.everything()
    assert sorted(catalogue.pending.documents()) == ["d", "e"]


# neighbours and doubles ------------------------------------------------------------------------------------------------


def test_neighbours_are_those_of_the_same_document_in_order(catalogue: Catalogue) -> None:
    catalogue.replace(document("d", *[passage("d", n) for n in (3, 1, 5, 2, 4)]))
    catalogue.replace(document("e", *[passage("e", n) for n in (1, 2, 3)]))
    assert [p.id for p in catalogue.neighbours(passage("d", 3))] == ["d#2", "d#3", "d#4"]
    assert [p.id for p in catalogue.neighbours(passage("d", 1))] == ["d#1", "d#2"]
    assert [p.id for p in catalogue.neighbours(passage("d", 4), reach=2)] == ["d#2", "d#3", "d#4", "d#5"]


# filters ---------------------------------------------------------------------------------------------------------------


@pytest.fixture
def filtered(catalogue: Catalogue) -> Catalogue:
    """One passage a case: said, reported, digests of both, dated to the day, the month, the year, and not at all."""
    said, reported = About(Kind.DEBATE, "A debate", speaker="Lord Ahmad of Wimbledon"), About(Kind.INSPECTION_REPORT, "A report")
    spoken = [passage("said", 1, date="2017-04-20", speaker="Baroness Ellery"), passage("said", 2, date="2017-04", speaker="Siân Pryce")]
    catalogue.replace(document("said", *spoken))
    catalogue.replace(document("read", passage("read", 1, kind=Kind.INSPECTION_REPORT, date="2017"), passage("read", 2, kind=Kind.COMMENT)))
    digest = [passage("sum", 1, kind=Kind.DIGEST, about=said, date="2018-03-08"), passage("sum", 2, kind=Kind.DIGEST, about=reported, date="2015-11")]
    catalogue.replace(document("sum", *digest, source="bundled:sum.toml"))
    return catalogue


EVERY = {"said#1", "said#2", "read#1", "read#2", "sum#1", "sum#2"}
CASES = [
    (Filters(), EVERY),
    (Filters(kinds=(Kind.DEBATE,)), {"said#1", "said#2", "sum#1"}),
    (Filters(kinds=(Kind.INSPECTION_REPORT, Kind.COMMENT)), {"read#1", "read#2", "sum#2"}),
    (Filters(kinds=(Kind.DIGEST,)), {"sum#1", "sum#2"}),
    (Filters(kinds=(Kind.PRESS_RELEASE,)), set()),
    (Filters(speaker="ellery"), {"said#1"}),
    (Filters(speaker="AHMAD"), {"sum#1"}),
    (Filters(speaker="SIÂN"), {"said#2"}),
    (Filters(speaker="%"), set()),
    (Filters(speaker="nobody"), set()),
    (Filters(documents=("read", "sum")), {"read#1", "read#2", "sum#1", "sum#2"}),
    (Filters(documents=("none",)), set()),
    (Filters(without_bundled=True), {"said#1", "said#2", "read#1", "read#2"}),
    (Filters(kinds=(Kind.DEBATE,), speaker="a", since="2018", without_bundled=True), set()),
    (Filters(kinds=(Kind.DEBATE,), speaker="R", since="2017-04-20", documents=("said",)), {"said#1", "said#2"}),
    # a date of reduced precision is the whole of its month or year, in the passage and in the filter
    (Filters(since="2017-04-20"), {"said#1", "said#2", "read#1", "sum#1"}),
    (Filters(since="2017-04-21"), {"said#2", "read#1", "sum#1"}),
    (Filters(since="2017-05"), {"read#1", "sum#1"}),
    (Filters(since="2017"), {"said#1", "said#2", "read#1", "sum#1"}),
    (Filters(since="2018"), {"sum#1"}),
    (Filters(until="2017-04-20"), {"said#1", "said#2", "read#1", "sum#2"}),
    (Filters(until="2017-04-19"), {"said#2", "read#1", "sum#2"}),
    (Filters(until="2017-04"), {"said#1", "said#2", "read#1", "sum#2"}),
    (Filters(until="2017-03"), {"read#1", "sum#2"}),
    (Filters(until="2017"), {"said#1", "said#2", "read#1", "sum#2"}),
    (Filters(until="2015"), {"sum#2"}),
    (Filters(until="2015-11-01"), {"sum#2"}),
    (Filters(since="2017", until="2017"), {"said#1", "said#2", "read#1"}),
    (Filters(since="2017-04-20", until="2017-04-20"), {"said#1", "said#2", "read#1"}),
]


@pytest.mark.parametrize(("filters", "expected"), CASES, ids=lambda value: repr(value) if isinstance(value, Filters) else "")
def test_a_filter_lets_just_these_pass(filters: Filters, expected: set[str], filtered: Catalogue) -> None:
    assert ids(filtered, filters) == expected


def test_only_a_filter_that_limits_something_is_true() -> None:
    assert not NO_LIMITS
    assert all(case for case, expected in CASES if expected != EVERY)


def test_a_filter_s_values_are_never_taken_for_sql(filtered: Catalogue) -> None:
    assert ids(filtered, Filters(speaker="') OR 1 --")) == ids(filtered, Filters(documents=("x') OR 1 --",))) == set()


def test_coverage_counts_a_digest_with_its_original_s_kind_and_gives_dates_once_in_order(filtered: Catalogue) -> None:
    documents, kinds, dates = filtered.survey.coverage(NO_LIMITS)
    assert dict(kinds) == {"debate": 3, "inspection-report": 2, "comment": 1} and kinds[0][0] == "debate"
    assert documents == len(filtered.documents()) and dates == sorted(set(dates)) and dates
    assert filtered.survey.coverage(Filters(documents=("nothing",))) == (0, [], [])


def test_people_are_those_who_speak_or_are_summed_up_and_no_bodies(filtered: Catalogue) -> None:
    said = [passage("press", 1, speaker="Napo", body="Napo"), passage("press", 2, speaker="Ada Merrow", body="Napo")]
    filtered.replace(document("press", *said))
    assert sorted(filtered.survey.people()) == ["Ada Merrow", "Baroness Ellery", "Lord Ahmad of Wimbledon", "Siân Pryce"]


def test_replies_are_those_of_the_same_document_in_order(catalogue: Catalogue) -> None:
    catalogue.replace(document("d", *[passage("d", n, reply_to="d#1" if n > 2 else None) for n in (4, 1, 3, 2)]))
    catalogue.replace(document("e", passage("e", 1, reply_to="d#1")))
    assert [entry.passage.id for entry in catalogue.replies(passage("d", 1))] == ["d#3", "d#4"]
    assert catalogue.replies(passage("d", 2)) == []


# a home that cannot be used --------------------------------------------------------------------------------------------


def refusal(home: Path) -> str:
    with pytest.raises(CatalogueError) as refused:
        Catalogue(home / "catalogue.sqlite")
    message = str(refused.value)
    assert "\n" not in message
    assert str(home) in message
    assert "--home" in message
    return message


def test_a_home_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file")
    refusal(tmp_path / "home")
    refusal(tmp_path / "home" / "below")


def test_a_home_whose_catalogue_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").write_bytes(b"not a database, but somebody's file" * 100)
    assert "not a database" in refusal(tmp_path)
    assert (tmp_path / "catalogue.sqlite").read_bytes().startswith(b"not a database, but")


def test_a_home_whose_catalogue_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "catalogue.sqlite").mkdir()
    refusal(tmp_path)


def test_a_catalogue_of_another_format_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    Catalogue(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    assert "format 99" in refusal(tmp_path)
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (99,)


def test_a_database_of_somebody_else_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "catalogue.sqlite") as db:
        db.execute("CREATE TABLE document (mine TEXT)")
    refusal(tmp_path)
    with sqlite3.connect(tmp_path / "catalogue.sqlite") as db:
        assert db.execute("SELECT name FROM sqlite_master").fetchall() == [("document",)]


@pytest.fixture
def unwritable() -> Iterator[Path]:
    """A folder that this process, nobody's for the moment if it is root's, may look into and not write."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    else:
        folder.chmod(0o555)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o755)
        shutil.rmtree(folder)


def test_a_home_that_may_not_be_written_is_refused(unwritable: Path) -> None:
    refusal(unwritable)
    refusal(unwritable / "below")


def test_a_change_while_another_is_writing_is_refused_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    catalogue = Catalogue(path)
    catalogue._db.execute("PRAGMA busy_timeout = 1")  # the ten seconds it would wait
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(CatalogueError, match="locked") as refused:
        catalogue.replace(document("d", passage("d", 1)))
    assert "\n" not in str(refused.value)
    other.execute("ROLLBACK")
    other.close()
    catalogue.replace(document("d", passage("d", 1)))
    assert len(catalogue.documents()) == 1
    catalogue.close()


def test_a_new_home_opened_by_several_at_once_is_made_once(tmp_path: Path) -> None:
    for attempt in range(10):
        path = tmp_path / str(attempt) / "catalogue.sqlite"
        with ThreadPoolExecutor(4) as several:
            opened = list(several.map(lambda _: Catalogue(path), range(4)))  # noqa: B023  # done with before the next round
        assert [catalogue.documents() for catalogue in opened] == [[]] * 4
        for catalogue in opened:
            catalogue.close()


# ids that were given up -------------------------------------------------------------------------------------------------

SPEECH = "uk.org.publicwhip/debate/2014-03-12{}.1.{}"


def sitting(revision: str, speech: str, *, redirects: tuple[tuple[str, str], ...] = (), superseded: bool = False) -> Document:
    """A sitting of one speech of two paragraphs."""
    name, identity = f"debate-2014-03-12{revision}", SPEECH.format(revision, speech)
    said = () if superseded else tuple(dataclasses.replace(passage(name, n, f"Paragraph {n}."), id=f"{identity}/{n}") for n in (1, 2))
    return dataclasses.replace(document(name, *said), redirects=redirects, superseded=superseded)


def revised(catalogue: Catalogue) -> None:
    """Three editions of one day: ``a`` became ``b``, ``b`` became ``c``, which alone is held."""
    catalogue.supersede(sitting("a", "5", redirects=((SPEECH.format("a", 5), SPEECH.format("b", 6)),), superseded=True))
    catalogue.replace(sitting("c", "7"))
    catalogue.supersede(sitting("b", "6", redirects=((SPEECH.format("b", 6), SPEECH.format("c", 7)),), superseded=True))


@pytest.mark.parametrize(
    ("asked", "opened"),
    [(("a", 5, "/2"), "/2"), (("b", 6, "/1"), "/1"), (("c", 7, "/2"), "/2"), (("a", 5, ""), "/1"), (("c", 7, ""), "/1"), (("a", 5, "/9"), "/1")],
)
def test_an_id_given_up_opens_the_passage_that_took_its_place(asked: tuple[str, int, str], opened: str, catalogue: Catalogue) -> None:
    revised(catalogue)
    revision, speech, tail = asked
    entry = catalogue.passage(SPEECH.format(revision, speech) + tail)
    assert entry
    assert entry.passage.id == SPEECH.format("c", 7) + opened


def test_an_id_that_never_was_opens_nothing_nor_does_a_circle_of_redirects(catalogue: Catalogue) -> None:
    revised(catalogue)
    catalogue.supersede(dataclasses.replace(document("z"), redirects=(("x", "y"), ("y", "x")), superseded=True))
    assert [catalogue.passage(identity) for identity in ("x", "x/1", SPEECH.format("a", 6), "", "/")] == [None] * 5


def test_what_a_superseded_file_held_while_it_was_the_latest_goes(catalogue: Catalogue) -> None:
    catalogue.replace(sitting("a", "5"))
    catalogue.supersede(sitting("a", "5", superseded=True))
    assert catalogue.documents() == []


# groups and clashes -----------------------------------------------------------------------------------------------------


def test_a_question_answered_together_with_the_one_before_it_has_its_answer(catalogue: Catalogue) -> None:
    first = [passage("d", 1), passage("d", 2, mark=Mark.GROUPED), passage("d", 3, mark=Mark.GROUPED), passage("d", 4, "Yes.", reply_to="d#1")]
    catalogue.replace(document("d", *first, passage("d", 5), passage("d", 6, "No.", reply_to="d#5")))
    assert [[entry.passage.text for entry in catalogue.replies(asked)] for asked in first[:3]] == [["Yes."]] * 3


def test_passage_ids_of_another_document_are_told_and_can_be_made_the_document_s_own(catalogue: Catalogue) -> None:
    catalogue.replace(document("d", passage("d", 1), passage("d", 2)))
    other = [dataclasses.replace(passage("d", n, reply_to="d#2"), document_id="e") for n in (2, 3)]
    clashing = document("e", *other)
    assert catalogue.held_elsewhere(clashing) == {"d#2"}
    assert catalogue.held_elsewhere(document("d", passage("d", 1))) == set()
    apart = clashing.told_apart({"d#2"})
    assert [(p.id, p.reply_to) for p in apart.passages] == [("d#2@e", "d#2@e"), ("d#3", "d#2@e")]
    catalogue.replace(apart)
    assert len(catalogue.documents()) == 2


# older homes ------------------------------------------------------------------------------------------------------------


def test_a_home_of_the_first_format_is_brought_up_to_date_with_nothing_lost(tmp_path: Path) -> None:
    path = tmp_path / "catalogue.sqlite"
    made = Catalogue(path)
    made.replace(document("d", FULL, BARE))
    made.close()
    with sqlite3.connect(path) as db:  # what the first format had not got
        db.execute("DROP TABLE redirect")
        db.execute("DROP INDEX passage_speaker")
        db.execute("DROP TABLE definition")
        db.execute("ALTER TABLE document DROP COLUMN edition")
        db.execute("ALTER TABLE document DROP COLUMN learned")
        db.execute("PRAGMA user_version = 1")
    again = Catalogue(path)
    assert again.passage(FULL.id) == Entry(FULL, "Title of d", None, "/saved/d.txt")
    assert again.same("0" * 64) is None, "read by an older reader, so that it is read again when it is added again"
    again.supersede(sitting("a", "5", redirects=(("x", "d#2"),), superseded=True))
    assert again.passage("x") == again.passage("d#2")
    again.close()
