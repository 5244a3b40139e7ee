"""``briefing note``: what it asks for, writes, prints and exits with."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Withheld
from assistant.note.asking import flags
from assistant.note.command import Making, Tools, note
from assistant.note.export import CannotExport
from assistant.note.inquiry import BadInquiry, Inquiry, NoteKind, Session, Witness
from assistant.note.keeping import record
from assistant.note.note import BriefingNote, Own, Paragraph, Section
from assistant.settings import BadSetting, Settings
from corpus.document import Document, Kind
from index.filters import Filters
from index.search import Index
from tests import notes
from tests.conftest import WordEmbedder

TITLE, TERM = "Crossings to the outer islands", "How reliable were the crossings to the outer islands?"
ASKED = ["--title", TITLE, "--question", TERM]


class Desk:
    """A home with one document in it, searched by words alone, and a writer that hands out a note made by hand and remembers what it was asked."""

    def __init__(self, home: Path) -> None:
        self.settings = Settings(home)
        self.asked: list[Inquiry] = []
        self.note = notes.rich()
        self.calls: list[str] = []
        with_one = Index(home, WordEmbedder())
        with_one.put(
            Document(
                "ferries-2017", "Ferries", Kind.DEBATE, "/ferries.txt", "0" * 64, (replace(notes.debate, id="ferries-2017#1", document_id="ferries-2017"),)
            )
        )
        with_one.close()

    def tools(self) -> Tools:
        return Tools(lambda settings: Index(settings.home, WordEmbedder()), self.write)

    def write(self, inquiry: Inquiry, index: Index, checks: object, writer: object, progress: Callable[[str, int, int], None], *, today: str) -> BriefingNote:
        self.asked.append(inquiry)
        progress("theme 1 of 2: searching", 0, 2)
        progress("writing", 2, 2)
        return replace(self.note, inquiry=inquiry, made_from=replace(self.note.made_from, made=today))

    def run(self, *arguments: str | Path) -> int:
        return note(options(*map(str, arguments)), self.settings, self.tools())


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "home")


def options(*given: str) -> argparse.Namespace:
    """The options as the command line gives them."""
    from assistant.grammar import Commands, parser

    return parser(Commands(*[lambda options: 0] * len(Commands.__slots__))).parse_args(["note", *given])


def file(folder: Path, text: str) -> Path:
    path = folder / "inquiry.toml"
    path.write_text(text, "utf-8")
    return path


# what it is asked ------------------------------------------------------------------------------------------------------

FILE = f"""\
title = "Ferries"
terms = ["{TERM}"]
kind = "one-page"
words = 900
today = 2018-01-01
[session]
date = 2018-02-01
place = "Long Room"
[[session.witness]]
name = "Merrin Coll"
[use]
from = 2016
to = 2017
kinds = ["debate"]
documents = ["ferries-2017"]
"""


def test_flags_alone_are_enough(desk: Desk) -> None:
    witness = ["--witness", "Merrin Coll; Chief Inspector ;Ferries Inspectorate", "--witness", ";Spokesperson"]
    limits = ["--from", "2016", "--to", "2017-05", "--source-kind", "debate", "--document", "ferries-2017"]
    more = ["--committee", "Islands  Committee", "--kind", "debate-pack", "--date", "2018-03-08", "--words", "500"]
    assert desk.run(*ASKED, "--question", "Who pays?", *witness, *limits, *more) == 0
    assert desk.asked == [Inquiry(
        TITLE, (TERM, "Who pays?"), NoteKind.DEBATE, "Islands Committee",
        Session("2018-03-08", None, (Witness("Merrin Coll", "Chief Inspector", "Ferries Inspectorate"), Witness("Spokesperson"))),
        Filters((Kind.DEBATE,), since="2016", until="2017-05", documents=("ferries-2017",)), 500,
    )]  # fmt: skip


def test_a_file_is_enough_and_flags_override_it(desk: Desk, tmp_path: Path) -> None:
    path = file(tmp_path, FILE)
    assert desk.run(path) == 0
    assert desk.run(path, "--title", "Piers", "--words", "700", "--to", "2018", "--witness", "Ansel Wherry", "--kind", "brief") == 0
    before, after = desk.asked
    assert after == replace(
        before, title="Piers", words=700, kind=NoteKind.BRIEF, limits=replace(before.limits, until="2018"),
        session=replace(before.session, witnesses=(Witness("Ansel Wherry"),)),
    )  # fmt: skip
    assert before.session == Session("2018-02-01", "Long Room", (Witness("Merrin Coll"),)) and before.limits.documents == ("ferries-2017",)


def test_flags_stand_in_for_what_the_file_has_not_got(desk: Desk, tmp_path: Path) -> None:
    assert desk.run(file(tmp_path, "words = 800\n"), *ASKED) == 0
    assert (desk.asked[0].title, desk.asked[0].terms, desk.asked[0].words) == (TITLE, (TERM,), 800)


def test_the_bundled_example_is_ready(desk: Desk) -> None:
    assert desk.run("bundled") == 0
    assert desk.asked[0].title == "Transforming Rehabilitation"


def test_leaving_the_bundled_collection_out_is_a_limit(desk: Desk) -> None:
    assert desk.run(*ASKED, "--no-bundled") == 0
    assert desk.asked[0].limits == Filters(without_bundled=True)


def test_the_day_comes_from_the_flag_the_inquiry_the_environment_or_the_calendar() -> None:
    asked, epoch = Inquiry("x", ("y",)), {"SOURCE_DATE_EPOCH": "1520467200"}
    assert flags.day("2018-05-03", replace(asked, today="2018-04-02"), epoch) == "2018-05-03"
    assert flags.day(None, replace(asked, today="2018-04-02"), epoch) == "2018-04-02"
    assert flags.day(None, asked, epoch) == "2018-03-08"
    assert flags.day(None, asked, {}) >= "2026"
    for wrong in ("soon", "9" * 30):
        with pytest.raises(BadSetting, match=f"SOURCE_DATE_EPOCH: {wrong} is no time"):
            flags.day(None, asked, {"SOURCE_DATE_EPOCH": wrong})


# what it writes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["note.md", "note.html", "NOTE.MD"])
def test_the_note_is_written_with_its_record_beside_it(desk: Desk, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run(*ASKED, "-o", tmp_path / name) == 0
    told = capsys.readouterr()
    kept = record.load((tmp_path / name).with_suffix(".note.json"))
    assert TITLE in (tmp_path / name).read_text("utf-8") and kept.inquiry == desk.asked[0]
    assert not told.out and f"wrote {tmp_path / name}, {tmp_path / name.split('.')[0]}.note.json" in told.err
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, name.split(".")[0] + ".note.json", "home"])


def test_the_same_input_gives_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert desk.run(*ASKED, "--today", "2018-05-03", "-o", tmp_path / f"{name}.md") == 0
    for suffix in (".md", ".note.json"):
        assert (tmp_path / f"one{suffix}").read_bytes() == (tmp_path / f"two{suffix}").read_bytes()


def test_without_a_file_the_markdown_goes_to_stdout(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert desk.run(*ASKED) == 0
    told = capsys.readouterr()
    assert told.out.startswith(f"# {TITLE}\n") and "[^1]:" in told.out
    assert "made the note in" in told.err and "wrote" not in told.err


@pytest.mark.parametrize("output", [[], ["-o", "note.md"]])
def test_json_prints_the_record_alone(
    desk: Desk, tmp_path: Path, output: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert desk.run(*ASKED, "--json", *output) == 0
    printed = capsys.readouterr().out
    (tmp_path / "printed.note.json").write_text(printed, "utf-8")
    assert record.load(tmp_path / "printed.note.json").inquiry == desk.asked[0]
    if output:
        assert json.loads(printed) == json.loads((tmp_path / "note.note.json").read_text("utf-8"))


def test_what_was_withheld_is_written_beside_the_note_or_where_it_is_wanted(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk.note = replace(desk.note, withheld=(Withheld("All ran.", "No passage says so."),))
    assert desk.run(*ASKED, "-o", tmp_path / "note.md") == 0
    assert "- All ran.\n  No passage says so.\n" in (tmp_path / "note.withheld.txt").read_text("utf-8")
    assert "All ran." not in (tmp_path / "note.md").read_text("utf-8")
    assert "1 sentence that the model wrote did not hold" in capsys.readouterr().err
    assert desk.run(*ASKED, "--withheld", tmp_path / "log.txt") == 0
    assert "- All ran." in (tmp_path / "log.txt").read_text("utf-8")


def test_a_log_that_is_wanted_says_where_nothing_was_withheld(desk: Desk, tmp_path: Path) -> None:
    assert desk.run(*ASKED, "--withheld", tmp_path / "log.txt") == 0
    assert "Nothing was withheld." in (tmp_path / "log.txt").read_text("utf-8")


def test_changes_since_an_earlier_note_are_in_the_note_and_printed(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    earlier, output = tmp_path / "note.note.json", tmp_path / "note.md"
    assert desk.run(*ASKED, "-o", output, "--today", "2018-05-03") == 0
    capsys.readouterr()
    assert desk.run(*ASKED, "-o", output, "--since", earlier, "--today", "2018-06-04") == 0
    printed = capsys.readouterr().out
    assert printed.startswith("What changed since the note of 3 May 2018\n") and "Nothing has changed" in printed
    assert "## What changed since the note of 3 May 2018" in output.read_text("utf-8")
    kept = record.load(earlier)
    assert [section.name for section in kept.sections][:2] == ["session", "since"] and kept.made_from.made == "2018-06-04"


# what goes wrong -------------------------------------------------------------------------------------------------------


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"home", "inquiry.toml", "earlier.note.json"}


def refused(desk: Desk, capsys: pytest.CaptureFixture[str], *arguments: str | Path, status: int = 1) -> str:
    """The one line of a refusal before any work was done."""
    assert desk.run(*arguments) == status
    told = capsys.readouterr()
    assert told.err.count("\n") == 1 and told.err.startswith("briefing: ") and not told.out and not desk.asked
    return told.err


@pytest.mark.parametrize("arguments", [[], ["--title", "x"], ["--question", "x"], ["-o", "x.md"]])
def test_nothing_asked_is_bad_usage(desk: Desk, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert "name an inquiry’s .toml file" in refused(desk, capsys, *arguments, status=2)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--question", " "], "is empty"),
        (["--title", "a\udcff"], "has characters in it that are no text"),
        (["--witness", "a\x1b"], "has characters in it that are no text"),
        (["--words", "199"], "not a number from 200 to 20,000"),
        (["--kind", "essay"], "invalid choice: 'essay'"),
        (["--date", "2018-03"], "'2018-03' is no day; write YYYY-MM-DD"),
        (["--witness", "; ;x"], "'; ;x' is no witness"),
        (["--witness", "a;b;c;d"], "is no witness"),
        (["--source-kind", "rumour"], "invalid choice: 'rumour'"),
        (["--from", "soon"], "'soon' is no date"),
    ],
)
def test_a_wrong_flag_is_bad_usage(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        options(*ASKED, *arguments)
    assert ended.value.code == 2 and says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--document", "ferries-2018"], "--document ferries-2018: no such document; see: briefing index list"),
        (["--from", "2018", "--to", "2017"], "--from 2018 is after --to 2017; change them round"),
        ([part for number in range(60) for part in ("--question", f"What of pier {number}?")], "--question: there are 61, more than 60"),
        (["--question", "a" * 2001], "--question: the question has 2,001 characters"),
        (["-o", "note.pdf"], "note.pdf: a note cannot be written as .pdf"),
        (["-o", "no/note.md"], "there is no folder no"),
        (["--withheld", "no/log.txt"], "there is no folder no"),
        (["-o", "a.md", "--withheld", "a.md"], "a.md: is read or written for something else"),
        (["-o", "a.md", "--withheld", "a.note.json"], "name another file for --withheld"),
        (["--since", "none.note.json"], "none.note.json: there is no such file"),
    ],
)
def test_what_cannot_be_done_is_one_line_before_any_work(
    desk: Desk, tmp_path: Path, arguments: list[str], says: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert says in refused(desk, capsys, *ASKED, *arguments)
    assert not left(tmp_path)


def test_a_record_that_cannot_be_written_is_seen_before_the_work(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "note.note.json").mkdir()
    assert "note.note.json: is a folder" in refused(desk, capsys, *ASKED, "-o", tmp_path / "note.md")


def test_the_inquiry_is_not_written_over(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "inquiry.md"
    path.write_text(FILE, "utf-8")
    assert "is what the note is made from" in refused(desk, capsys, path, "-o", path)
    assert path.read_text("utf-8") == FILE


def test_a_period_that_file_and_flag_make_together_is_looked_at(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "--from 2019 is after --to 2017" in refused(desk, capsys, file(tmp_path, FILE), "--from", "2019")


def test_every_fault_of_a_file_is_a_line(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = file(tmp_path, FILE.replace("2017", "soon").replace("900", "9"))
    assert desk.run(path) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[:3] for line in lines] == [["briefing", str(path), "line 13, column 6"]]
    path = file(tmp_path, FILE.replace("ferries-2017", "piers-2017").replace("900", "9"))
    assert desk.run(path) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(": ")[:3] for line in lines] == [["briefing", str(path), "line 4"], ["briefing", str(path), "line 15"]]


def test_an_empty_collection_is_one_line(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    index = Index(desk.settings.home, WordEmbedder())
    index.catalogue.remove("ferries-2017")
    index.close()
    assert "the collection is empty; add to it with: briefing index add PATH" in refused(desk, capsys, *ASKED)


def test_terms_on_which_there_is_nothing_are_one_line_and_no_file(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    desk.note = replace(desk.note, sections=(), citations=())
    assert desk.run(*ASKED, "-o", tmp_path / "note.md") == 1
    told = capsys.readouterr()
    assert f"briefing: nothing in the collection bears on “{TERM}”; put it otherwise" in told.err and not told.out and not left(tmp_path)


def test_a_term_on_which_there_is_nothing_is_told_and_the_note_is_made(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bare = Section("themes/3", "3. What of whales?", (Paragraph((Own("The collection has nothing that bears on this term."),)),))
    desk.note = replace(desk.note, sections=(*desk.note.sections, bare))
    assert desk.run(*ASKED, "-o", tmp_path / "note.md") == 0
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith("briefing: ")]
    assert told == ["briefing: theme 3: The collection has nothing that bears on this term."]


def test_an_earlier_note_on_other_terms_is_refused(desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record.save(notes.rich(), tmp_path / "earlier.note.json")
    told = refused(desk, capsys, "--title", "Whales", "--question", "What of whales?", "--since", tmp_path / "earlier.note.json")
    assert f"earlier.note.json: is of a note on other terms of reference (“{TITLE}”)" in told


def test_a_stop_leaves_what_was_there_and_no_half_file(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("the note before", "utf-8")

    def stopped(*arguments: object, **more: object) -> BriefingNote:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):  # which the command line ends with status 130
        note(options(*ASKED, "-o", str(tmp_path / "note.md")), desk.settings, replace(desk.tools(), write=stopped))
    assert left(tmp_path) == {"note.md"} and (tmp_path / "note.md").read_text("utf-8") == "the note before"


def test_what_cannot_be_made_leaves_what_was_there(desk: Desk, tmp_path: Path) -> None:
    def failing(note: BriefingNote, suffix: str) -> bytes:
        raise CannotExport("pandoc cannot be run")

    assert desk.run(*ASKED, "-o", tmp_path / "note.md") == 0
    before = {path.name: path.read_bytes() for path in tmp_path.glob("note*")}
    assert note(options(*ASKED, "--question", "Who pays?", "-o", str(tmp_path / "note.md")), desk.settings, replace(desk.tools(), made=failing)) == 1
    assert {path.name: path.read_bytes() for path in tmp_path.glob("note*")} == before


def test_a_model_that_cannot_be_had_is_told_and_the_record_quoted(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[object] = []

    def write(inquiry: Inquiry, index: Index, checks: object, writer: object, progress: object, *, today: str) -> BriefingNote:
        seen.append(writer)
        return replace(desk.note, notice="The model cannot be used. The record is quoted instead.")

    assert note(options(*ASKED), replace(desk.settings, model="nobody:x"), replace(desk.tools(), write=write)) == 0
    assert "briefing: The model cannot be used." in capsys.readouterr().err
    with pytest.raises(Exception, match="not a model's name"):
        seen[0].write("x", [])  # type: ignore[attr-defined]


def test_progress_ends_when_the_note_is_made_and_not_before(capsys: pytest.CaptureFixture[str]) -> None:
    making = Making()
    making.told("theme 1 of 2: searching", 0, 2)
    making.told("writing", 2, 2)
    assert not capsys.readouterr().err
    making.ended()
    assert capsys.readouterr().err.startswith("made the note in ")


def test_bad_inquiry_is_what_flags_raise() -> None:
    with pytest.raises(BadInquiry):
        flags.inquiry(options("--title", "x", "--question", "a" * 2001), list)
