"""The command line: the names others rely on, exit statuses, and one clear line for whatever goes wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from chromadb.api.shared_system_client import SharedSystemClient

from assistant import cli, library
from assistant.chain import AnswerChain
from assistant.settings import Settings
from tests.conftest import WordEmbedder

PAGE = "Thursday 20 April 2017\n\nHubs in Rutland\n\nThe hubs in Rutland were slow to answer letters from staff and clients.\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A home without the bundled collection, and an embedder that needs no model."""
    monkeypatch.setattr(library, "SentenceTransformerEmbedder", lambda _: WordEmbedder())
    return ["--home", str(tmp_path / "home"), "--no-bundled"]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "rutland.txt"
    file.write_text(PAGE, "utf-8")
    return file


def out(capsys: pytest.CaptureFixture[str]) -> dict:
    return json.loads(capsys.readouterr().out)


def test_adding_says_added_then_unchanged_then_updated(home: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add = ["index", "add", str(page), "--json", *home]
    assert cli.main(add) == 0 and out(capsys) == {"added": ["hubs-in-rutland-2017-04-20"], "updated": [], "unchanged": [], "failed": []}
    assert cli.main(add) == 0 and out(capsys)["unchanged"] == ["hubs-in-rutland-2017-04-20"]
    page.write_text(PAGE.replace("slow", "quick"), "utf-8")
    assert cli.main(add) == 0 and out(capsys)["updated"] == ["hubs-in-rutland-2017-04-20"]


def test_one_bad_file_does_not_stop_the_others(home: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (page.parent / "bad.txt").write_bytes(b"\xff\xfebad\x00")
    (page.parent / "empty.txt").write_text("")
    folder = page.parent / "folder"
    folder.mkdir()
    for file in (page, page.parent / "bad.txt", page.parent / "empty.txt"):
        file.rename(folder / file.name)
    assert cli.main(["index", "add", str(folder), "--json", *home]) == 0
    told = out(capsys)
    assert len(told["added"]) == 1 and len(told["failed"]) == 2
    assert all(set(failure) == {"source", "error"} for failure in told["failed"])


def test_the_json_of_list_search_and_ask_has_the_agreed_names(home: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["index", "add", str(page), *home])
    capsys.readouterr()
    assert cli.main(["index", "list", "--json", *home]) == 0
    (document,) = out(capsys)["documents"]
    assert set(document) == {"document_id", "title", "kind", "date", "publisher", "source", "passages", "sha256", "added"}
    assert cli.main(["search", "hubs in Rutland", "--json", *home]) == 0
    hit = out(capsys)["hits"][0]
    assert {"rank", "score", "passage_id", "document_id", "title", "kind", "speaker", "date", "locator", "url", "text", "source"} <= set(hit)
    assert hit["source"] == str(page)
    assert cli.main(["ask", "hubs in Rutland", "--json", *home]) == 0
    answer = out(capsys)
    assert set(answer) == {"question", "standalone_question", "mode", "abstained", "reason", "sentences", "withheld", "citations"}
    assert set(answer["sentences"][0]) == {"text", "citations", "status"} and answer["mode"] == "quotation"
    wanted = "number passage_id document_id title kind publisher speaker office date locator url reference quoted_in also_in text"
    assert set(wanted.split()) <= set(answer["citations"][0])


def test_a_removed_document_is_found_no_more(home: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["index", "add", str(page), *home])
    assert cli.main(["index", "remove", "hubs-in-rutland-2017-04-20", *home]) == 0
    capsys.readouterr()
    assert cli.main(["search", "hubs in Rutland", "--json", *home]) == 0 and out(capsys)["hits"] == []
    assert cli.main(["index", "check", *home]) == 0
    assert cli.main(["index", "remove", "hubs-in-rutland-2017-04-20", *home]) == 1


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask", ""], "the question is empty"),
        (["ask", "x" * 100_000], "100,000 characters"),
        (["index", "add", "/no/such/file.txt"], "no such file"),
        (["index", "remove", "nothing"], "no such document"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_1(home: list[str], arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([*arguments, *home]) == 1
    error = capsys.readouterr().err
    assert says in error and error.startswith("briefing: ") and error.count("\n") == 1


def test_a_home_that_cannot_be_one_is_one_line_and_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")
    assert cli.main(["index", "list", "--home", str(tmp_path / "file" / "home")]) == 1
    error = capsys.readouterr().err
    assert "--home" in error and error.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["ask"], ["ask", "q", "--from", "yesterday"], ["ask", "q", "-k", "0"], ["search", "q", "--kind", "gossip"]])
def test_bad_usage_is_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit:
        cli.main(arguments)
    assert exit.value.code == 2


def test_an_empty_home_holds_the_bundled_collection_unless_it_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["index", "list", "--json", "--home", str(tmp_path / "a")]) == 0
    assert len(out(capsys)["documents"]) >= 10
    assert cli.main(["index", "list", "--json", "--no-bundled", "--home", str(tmp_path / "b")]) == 0
    assert out(capsys)["documents"] == []


def test_a_removed_bundled_document_stays_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(library, "SentenceTransformerEmbedder", lambda _: WordEmbedder())
    home = ["--home", str(tmp_path / "a")]
    cli.main(["index", "remove", "napo-2018", *home])
    capsys.readouterr()
    cli.main(["index", "list", "--json", *home])
    assert "napo-2018" not in [document["document_id"] for document in out(capsys)["documents"]]


def test_settings_come_from_the_command_line_then_the_environment(tmp_path: Path) -> None:
    environment = {"BRIEFING_HOME": str(tmp_path / "e"), "BRIEFING_EMBEDDING_MODEL": "other"}
    assert Settings.read(environment).home == tmp_path / "e"
    assert Settings.read(environment, home=tmp_path / "c").home == tmp_path / "c"
    assert Settings.read(environment).embedding_model == "other"


def test_one_model_writes_what_is_asked_and_the_page_offers_all_that_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    served: list[Settings] = []
    monkeypatch.setattr("assistant.web.app.serve", lambda settings, port: served.append(settings))
    monkeypatch.setenv("BRIEFING_MODEL", "openai:e")
    for given in ([], ["openai:a"], ["openai:a", "openai:b"]):
        assert cli.main(["serve", "--home", str(tmp_path), *(part for model in given for part in ("--model", model))]) == 0
    assert [settings.models for settings in served] == [("openai:e",), ("openai:a",), ("openai:a", "openai:b")]
    monkeypatch.setattr("assistant.opening.open_chain", lambda index, settings: served.append(settings) or AnswerChain(index))
    monkeypatch.setattr(library, "SentenceTransformerEmbedder", lambda _: WordEmbedder())
    cli.main(["ask", "Who?", "--no-bundled", "--home", str(tmp_path), "--model", "openai:a", "--model", "openai:b"])
    assert (served[-1].model, served[-1].others) == ("openai:b", ())


def test_two_sources_of_the_same_title_and_day_are_two_documents(home: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = page.parent / "other.txt"
    other.write_text(PAGE.replace("slow", "deaf"), "utf-8")
    assert cli.main(["index", "add", str(page), str(other), "--json", *home]) == 0
    first, second = out(capsys)["added"]
    assert first != second and second.startswith(first)


def test_adding_again_finishes_what_a_stop_left_undone(home: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    index = library.open_index(Settings.read({}, home=Path(home[1]), bundled=False))
    library.add(index, [str(page)])  # into the catalogue only, as if stopped before the embedding
    index.close()
    assert cli.main(["index", "add", str(page), *home]) == 0
    assert cli.main(["index", "check", *home]) == 0


def test_a_path_whose_file_became_a_copy_of_another_keeps_no_stale_version(home: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = page.parent / "copy.txt"
    cli.main(["index", "add", str(page), *home])
    page.write_text(PAGE.replace("slow", "deaf"), "utf-8")
    cli.main(["index", "add", str(page), *home])
    copy.write_text(PAGE, "utf-8")
    cli.main(["index", "add", str(copy), *home])
    page.write_text(PAGE, "utf-8")
    cli.main(["index", "add", str(page), *home])
    capsys.readouterr()
    cli.main(["search", "hubs in Rutland", "--json", *home])
    assert not any("deaf" in hit["text"] for hit in out(capsys)["hits"])


def test_another_copy_of_a_sitting_takes_the_place_of_the_first(home: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sitting = (Path(__file__).parent / "fixtures" / "parlparse" / "lords.xml").read_bytes()
    (tmp_path / "one.xml").write_bytes(sitting)
    (tmp_path / "two.xml").write_bytes(sitting.replace(b"My Lords", b"My dear Lords", 1))
    assert cli.main(["index", "add", str(tmp_path / "one.xml"), "--json", *home]) == 0
    added = out(capsys)["added"]
    assert cli.main(["index", "add", str(tmp_path / "two.xml"), "--json", *home]) == 0
    assert out(capsys)["updated"] == added


def test_a_file_name_that_is_no_text_is_that_files_failure_only(home: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = page.parent / "odd"
    folder.mkdir()
    page.rename(folder / page.name)
    (folder / "bad\udcff.txt").write_text(PAGE, "utf-8")
    assert cli.main(["index", "add", str(folder), "--json", *home]) == 0
    told = out(capsys)
    assert len(told["added"]) == 1 and "not UTF-8" in told["failed"][0]["error"]


@pytest.mark.parametrize("damaged", ["words/meta.json", "vectors/chroma.sqlite3"])
def test_a_scribbled_over_index_is_one_line_and_can_be_repaired(home: list[str], page: Path, damaged: str, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["index", "add", str(page), *home])
    for name in ("meta.json", ".managed.json") if damaged.startswith("words") else ("chroma.sqlite3",):
        (Path(home[1]) / damaged).with_name(name).write_bytes(b"scribbled over")
    SharedSystemClient.clear_system_cache()  # as in a new process
    capsys.readouterr()
    assert cli.main(["search", "hubs", *home]) == 1
    error = capsys.readouterr().err
    assert "--repair" in error and error.count("\n") == 1
    SharedSystemClient.clear_system_cache()
    assert cli.main(["index", "check", "--repair", *home]) == 0
    assert cli.main(["search", "hubs in Rutland", *home]) == 0


def test_limits_that_cannot_be_met_are_told(home: list[str], page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["index", "add", str(page), *home])
    assert cli.main(["ask", "hubs", "--document", "nothing", *home]) == 1
    assert "no such document" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        cli.main(["ask", "hubs", "--from", "2018", "--to", "2016", *home])
    assert cli.main(["ask", "hubs in Rutland", "--from", "2019", *home]) == 0
    assert "No passage is within the limits" in capsys.readouterr().out
