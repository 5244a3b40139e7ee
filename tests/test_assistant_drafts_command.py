"""``briefing verify``: what it prints, writes and exits with; claims from a file, one a line."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from assistant import library
from assistant.drafts import claims, command
from assistant.drafts.draft import BadDraft
from assistant.settings import Settings
from index.search import Index
from tests.conftest import WordEmbedder
from tests.test_assistant_drafts import ELM, OAK, Kind, document

TRUE = "Lord Oak said that the pier “should be closed before the winter storms”.\n"
WRONG = "Lord Oak said that the pier “must be closed before the winter storms”.\n"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A home with one sitting in it, searched by words alone."""

    def opened(settings: Settings) -> Index:
        return Index(settings.home, WordEmbedder())

    index = Index(tmp_path / "home", WordEmbedder())
    index.put(document("d", Kind.DEBATE, OAK, ELM))
    index.close()
    monkeypatch.setattr(library, "open_index", opened)
    monkeypatch.setattr(command, "SentenceTransformerEmbedder", lambda name: WordEmbedder())
    return Settings(tmp_path / "home", bundled=True)


def options(**given: object) -> argparse.Namespace:
    return argparse.Namespace(**{"draft": None, "claims": None, "output": None, "json": False, "fail": False, **given})


def written(folder: Path, text: str, name: str = "draft.md") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def test_it_prints_what_does_not_hold_and_is_done(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.verify(options(draft=written(tmp_path, f"# A\n\n{TRUE}{WRONG}")), settings) == 0
    told = capsys.readouterr()
    assert told.out.endswith("2 sentences: 1 verified, 1 misquoted\n")
    assert "‘must’ stands where the record has ‘should’" in " ".join(told.out.split())
    assert "checked 3 sentences" in told.err


def test_json_is_alone_on_stdout(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.verify(options(draft=written(tmp_path, WRONG), json=True), settings) == 0
    (row,) = json.loads(capsys.readouterr().out)["sentences"]
    assert row["status"] == "misquoted" and row["citations"][0]["passage_id"] == "d#1"


@pytest.mark.parametrize(("text", "status"), [(TRUE, 0), (WRONG, 1)])
def test_with_fail_the_exit_status_tells_whether_all_holds(settings: Settings, tmp_path: Path, text: str, status: int) -> None:
    assert command.verify(options(draft=written(tmp_path, text), fail=True), settings) == status


def test_the_draft_is_written_with_its_references(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.verify(options(draft=written(tmp_path, TRUE), output=tmp_path / "out.md"), settings) == 0
    assert (tmp_path / "out.md").read_text("utf-8").startswith(TRUE.rstrip("\n") + "[^r1]\n\n[^r1]: HL Deb 3 March 2018")


@pytest.mark.parametrize(
    ("given", "status", "says"),
    [
        ({}, 2, "name either a draft or --claims"), ({"draft": "a.md", "claims": Path("b")}, 2, "name either a draft or --claims"),
        ({"draft": "none.md"}, 1, "none.md: there is no such file"), ({"draft": "none.md", "output": Path("no/such/out.md")}, 1, "no such folder"),
        ({"claims": Path("none.jsonl")}, 1, "none.jsonl: cannot be opened"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_line(settings: Settings, given: dict[str, object], status: int, says: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.verify(options(**given), settings) == status
    told = capsys.readouterr()
    assert says in told.err and told.err.count("\n") == 1 and not told.out


EVIDENCE = ["The pier at Merrow was closed in 2016. It had 12,400 visitors in 2015.", "The harbour is dredged each spring."]


def claim(identity: object, words: object, evidence: object = EVIDENCE) -> str:
    return json.dumps({"id": identity, "claim": words, "evidence": evidence})


def test_claims_come_back_a_line_each_in_order(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [claim("a", "The pier at Merrow was closed in 2016."), "", claim(2, "The pier at Merrow was closed in 2017."), claim("c", "It rains.", [])]
    assert command.verify(options(claims=Path(written(tmp_path, "\n".join(lines), "c.jsonl")), json=True), settings) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["id"], row["status"]) for row in rows] == [("a", "verified"), (2, "unsupported"), ("c", "unsupported")]
    assert all(set(row) == {"id", "status", "score", "reason"} for row in rows)
    assert rows[0]["reason"] is None and "2017" in rows[1]["reason"]


def test_a_bad_line_is_named_and_does_not_stop_the_others(settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [claim("a", "The pier at Merrow was closed in 2016."), "no json", claim("b", "The harbour is dredged each spring.")]
    assert command.verify(options(claims=Path(written(tmp_path, "\n".join(lines), "c.jsonl")), json=True), settings) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 2
    assert "c.jsonl: line 2: is no JSON" in told.err and told.err.count("\n") == 1


@pytest.mark.parametrize(
    "line", ["[]", "{}", claim(None, "x"), claim(True, "x"), claim("a", ""), claim("a", 3), claim("a", "x", "text"), claim("a", "x", [1]), "[" * 5000]
)
def test_what_is_no_claim_is_one_line(tmp_path: Path, line: str) -> None:
    (bad,) = claims.lines(Path(written(tmp_path, line, "c.jsonl")))
    assert isinstance(bad, BadDraft) and "line 1" in str(bad) and "\n" not in str(bad)


def test_a_file_that_is_no_text_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "c.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadDraft, match="is not UTF-8 text"):
        list(claims.lines(tmp_path / "c.jsonl"))
