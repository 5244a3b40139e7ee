"""Known-answer files: what may stand in one, what is measured, and how its questions run as tests."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from assistant import cli, library
from assistant.answer import Answer, Citation, Sentence
from assistant.evaluation.gold import Ranked, Right, folded, wrongly_credited
from assistant.evaluation.intervals import interval
from assistant.evaluation.known import BadKnownAnswers, Gold, KnownAnswer
from assistant.evaluation.loading import load
from assistant.evaluation.measures import MEASURES, summary, values
from assistant.evaluation.picture import draw
from assistant.evaluation.report import report
from assistant.evaluation.run import OURS, Outcome
from corpus.document import About, Kind, Passage
from index.rows import Entry
from tests.conftest import ROOT, WordEmbedder

PAGE = """Thursday 20 April 2017

Hubs in Rutland

The hubs in Rutland were slow to answer letters from staff and clients.

Orchards near Oakham were visited by nobody during the whole of that summer.

Ferries across the water carried seventeen lorries a day in the winter.
"""
KNOWN = """documents = ["rutland.txt"]
[[question]]
question = "Which hubs in Rutland were slow to answer letters from staff?"
gold = {words = "slow to answer letters", document = "rutland.txt"}
[[question]]
question = "Were orchards near Oakham visited that summer?"
gold = ["hubs-in-rutland-2017-04-20#p2", {words = "carried seventeen lorries"}]
kind = "article"
date = 2017-04-20
[[question]]
question = "What did Zanzibar's astronauts of 1969 eat?"
unanswerable = true
"""


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A known-answer file beside the page it asks, and an embedder that needs no model."""
    monkeypatch.setattr(library, "SentenceTransformerEmbedder", lambda _: WordEmbedder())
    monkeypatch.setenv("BRIEFING_HOME", str(tmp_path / "home"))
    (tmp_path / "rutland.txt").write_text(PAGE, "utf-8")
    return written(tmp_path / "rutland.known.toml", KNOWN)


def written(file: Path, text: str) -> Path:
    file.write_text(text, "utf-8")
    return file


# the file --------------------------------------------------------------------------------------------------------------


def test_toml_and_json_lines_say_the_same(known: Path, tmp_path: Path) -> None:
    lines = [
        {"documents": ["rutland.txt"]},
        {"question": "Which hubs in Rutland were slow to answer letters from staff?", "gold": {"words": "slow to answer letters", "document": "rutland.txt"}},
        {
            "question": "Were orchards near Oakham visited that summer?", "kind": "article", "date": "2017-04-20",
            "gold": ["hubs-in-rutland-2017-04-20#p2", {"words": "carried seventeen lorries"}],
        },
        {"question": "What did Zanzibar's astronauts of 1969 eat?", "unanswerable": True},
    ]  # fmt: skip
    other = load(written(tmp_path / "rutland.known.jsonl", "\n\n".join(map(json.dumps, lines))))
    one = load(known)
    assert [replace(q, place="") for q in one.questions] == [replace(q, place="") for q in other.questions]
    assert one.documents == other.documents == ("rutland.txt",) and one.within == other.within == 5
    assert [q.answerable for q in one.questions] == [True, True, False]
    assert one.questions[1].gold[1] == Gold(words="carried seventeen lorries", kind="article", date="2017-04-20")


def test_voice_is_the_kind_of_the_first_gold_alone_and_a_gold_s_own_kind_goes_before_the_question_s(tmp_path: Path) -> None:
    (voiced,) = load(written(tmp_path / "a.known.toml", Q + 'gold = ["a", "b"]\nvoice = "debate"\n')).questions
    assert [gold.kind for gold in voiced.gold] == ["debate", None] and voiced.kind == "debate"
    text = '[[question]]\nquestion = "q?"\ngold = ["a", {words = "b", kind = "comment"}]\n'
    (voiced,) = load(written(tmp_path / "a.known.toml", text + 'voice = "debate"\n')).questions
    assert [gold.kind for gold in voiced.gold] == ["debate", "comment"]
    (voiced,) = load(written(tmp_path / "a.known.toml", text.replace("comment", "article") + 'kind = "debate"\n')).questions
    assert [gold.kind for gold in voiced.gold] == ["debate", "article"]


def test_the_project_s_own_files_are_read_whole() -> None:
    for file in [*(ROOT / "tests" / "known").glob("*.known.toml"), ROOT / "corpus" / "bundled" / "questions.toml"]:
        assert len(load(file).questions) == file.read_text("utf-8").count("\n[[question]]"), file


Q = '[[question]]\nquestion = "Why so slow?"\n'
BAD = {
    "no TOML": ("[[question]\n", "line 1"),
    "empty": ("", "holds no questions"),
    "no question": ('[[question]]\ngold = ["a"]\n', "question 1: question: is missing"),
    "an empty question": ('[[question]]\nquestion = "  "\n', "question 1: question: '  ' is no words"),
    "a question of numbers": ("[[question]]\nquestion = 5\n", "question 1: question: 5 is no words"),
    "an overlong question": (f'[[question]]\nquestion = "{"long " * 900}"\ngold = ["a"]\n', "4,499 characters"),
    "no gold": (Q, "question 1 (“Why so slow?”): gold: is missing"),
    "gold of no list": (Q + "gold = 7\n", "gold: 7 is neither a passage id nor a table with words"),
    "gold of numbers": (Q + "gold = [7]\n", "gold: 7 is neither"),
    "gold without words": (Q + 'gold = [{document = "a.txt"}]\n', "is neither a passage id nor a table with words"),
    "gold of empty words": (Q + 'gold = [{words = ""}]\n', "words: '' is no words"),
    "gold of an empty id": (Q + 'gold = [""]\n', "gold: '' is no words"),
    "gold of a null": (Q + 'gold = ["a\\u0000"]\n', "characters that are no text"),
    "gold and none": (Q + 'gold = ["a"]\nunanswerable = true\n', "leave one out"),
    "unanswerable in words": (Q + 'unanswerable = "yes"\n', "'yes' is neither true nor false"),
    "another kind": (Q + 'gold = ["a"]\nkind = "rumour"\n', "'rumour' is no kind; one of inspection-report"),
    "another voice": (Q + 'gold = ["a"]\nvoice = ["debate"]\n', "voice: ['debate'] is no kind"),
    "a wrong date": (Q + 'gold = ["a"]\ndate = "last year"\n', "'last year' is no date"),
    "a time": (Q + 'gold = ["a"]\ndate = 2017-01-01T10:00:00\n', "is no date"),
    "a speaker of numbers": (Q + 'gold = ["a"]\nspeaker = 5\n', "speaker: 5 is no words"),
    "a mistyped name": (Q + 'gold = ["a"]\nspeeker = "Roe"\n', "speeker: is no name of a known-answer file; speaker is"),
    "a mistyped name of gold": (Q + 'gold = [{words = "a", documnet = "b"}]\n', "document is"),
    "documents below": (Q + 'gold = ["a"]\ndocuments = ["b"]\n', "documents: belongs above the first question"),
    "documents of no list": ('documents = "a"\n' + Q + 'gold = ["a"]\n', "documents: is no list"),
    "documents of numbers": ("documents = [5]\n" + Q + 'gold = ["a"]\n', "documents: 5 is no words"),
    "within nothing": ("within = 0\n" + Q + 'gold = ["a"]\n', "within: 0 is no number from 1 to 20"),
    "one table": ('[question]\nquestion = "a"\n', "write each as a table of its own"),
    "questions of words": ('question = ["a"]\n', "question 1: is no table"),
    "nested too deep": ("a = " + "[" * 100_000, "is no known-answer file"),
}
BAD_LINES = {
    "a broken line": ('{"question": "a", "gold": ["a"]}\n{"question": \n', "line 2: is no JSON"),
    "no object": ('{"question": "a", "gold": ["a"]}\n\n["a"]\n', "line 3: is no JSON object"),
    "no gold": ('{"question": "Why so slow?"}', "line 1 (“Why so slow?”): gold: is missing"),
    "empty": ("\n\n", "holds no questions"),
    "only a head": ('{"documents": ["a"]}', "holds no questions"),
    "half a character": ('{"question": "\\ud800"}', "characters that are no text"),
    "nested too deep": ("[" * 100_000, "is no"),
    "an endless number": ('{"question": ' + "9" * 10_000 + "}", "is no"),
}


@pytest.mark.parametrize(("text", "says", "ending"), [(*v, "toml") for v in BAD.values()] + [(*v, "jsonl") for v in BAD_LINES.values()])
def test_a_file_that_cannot_be_used_is_one_line_that_names_it_and_the_place(
    text: str, says: str, ending: str, known: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(known.parent / f"bad.known.{ending}", text)
    assert cli.main(["evaluate", str(file)]) == 1
    out, err = capsys.readouterr()
    assert out == "" and err.startswith(f"briefing: {file}: ") and says in err and err.count("\n") == 1


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(BadKnownAnswers) as raised:
        load(written(tmp_path / "a.known.toml", Q + Q + 'gold = ["a"]\n' + Q + "gold = [1]\n"))
    assert [line.split(": ")[1][:10] for line in raised.value.lines] == ["question 1", "question 3"]


@pytest.mark.parametrize("write", [lambda f: f.write_bytes(b"\xff\xfe\x00bad"), lambda f: f.mkdir(), lambda f: None], ids=["bytes", "folder", "nothing"])
def test_what_is_no_text_file_is_one_line(write, known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = known.parent / "odd.known.toml"
    write(file)
    assert cli.main(["evaluate", str(file)]) == 1
    err = capsys.readouterr().err
    assert str(file) in err and err.count("\n") == 1


@pytest.mark.parametrize(
    "gold", ['"hubs-in-rutland-2017-04-20#p99"', '{words = "the moon is cheese"}', '{words = "slow to answer", document = "other.txt"}', '{words = "Slow To"}']
)
def test_gold_that_is_no_passage_is_an_error_of_the_file_and_no_miss(gold: str, known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = KNOWN.replace('"hubs-in-rutland-2017-04-20#p2"', gold)
    assert cli.main(["evaluate", str(written(known, text))]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "question 2 (“Were orchards" in err and "is no passage of its documents" in err and err.count("\n") == 1


def test_a_document_that_cannot_be_read_is_an_error_of_the_file(known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(written(known, KNOWN.replace('["rutland.txt"]', '["gone.txt"]')))]) == 1
    err = capsys.readouterr().err
    assert err.startswith(f"briefing: {known}: documents: ") and "gone.txt" in err and err.count("\n") == 1


# the measures ----------------------------------------------------------------------------------------------------------


def entry(identity: str, text: str | None = None, document: str = "d", **about: object) -> Entry:
    passage = Passage(identity, document, 1, text or f"words of {identity}", **{"kind": Kind.DEBATE, "locator": "para 1", **about})  # type: ignore[arg-type]
    return Entry(passage, "Title", None, f"/{document}.txt")


def right(*entries: Entry, gold: Gold | None = None) -> Right:
    return Right({e.passage.id: gold or Gold(e.passage.id) for e in entries}, {e.passage.id: e for e in entries})


def outcome(meant: Right, found: Sequence[Entry], answer: Answer | None = None) -> Outcome:
    asked = KnownAnswer("q?", tuple(meant.golds.values()))
    return Outcome(Path("a.known.toml"), asked, meant, {OURS: folded(found, 20)}, answer or Answer("q?", "q?", "quotation"))


def answered(*cited: Entry, silent: Sequence[Entry] = ()) -> Answer:
    citations = tuple(Citation(n, e.passage, e.title, None) for n, e in enumerate([*cited, *silent], start=1))
    return Answer("q?", "q?", "quotation", tuple(Sentence("s", (n,)) for n in range(1, len(cited) + 1)), citations)


REFUSED = Answer("q?", "q?", "quotation", abstained=True)
OTHERS = [entry(f"x{n}", document=f"other{n}") for n in range(30)]
A, B = entry("a"), entry("b")


@pytest.mark.parametrize("rank", [1, 2, 5, 6, 10, 11, 20, None])
def test_the_ranking_measures_are_those_of_their_definitions(rank: int | None) -> None:
    found = [*OTHERS[: rank - 1], A, *OTHERS[rank:]] if rank else OTHERS
    (row,) = values([outcome(right(A), found)], OURS)
    near = rank is not None and rank <= 10
    for k in (1, 5, 10):
        assert row[f"hit@{k}"] == float(rank is not None and rank <= k)
    assert row["mrr@10"] == pytest.approx(1 / rank if rank and near else 0)
    assert row["ndcg@10"] == pytest.approx(1 / math.log2(rank + 1) if rank and near else 0)


def test_ndcg_wants_every_gold_passage_and_hit_any_one() -> None:
    (row,) = values([outcome(right(A, B), [OTHERS[0], B, A])], OURS)
    assert row["hit@5"] == 1 and row["mrr@10"] == 0.5
    assert row["ndcg@10"] == pytest.approx((1 / math.log2(3) + 1 / 2) / (1 + 1 / math.log2(3)))


def test_the_same_words_elsewhere_count_as_the_gold_and_only_once() -> None:
    double = entry("elsewhere", text=A.passage.text, document="copy")
    (row,) = values([outcome(right(A), [double, A, B])], OURS)
    assert row["hit@1"] == row["ndcg@10"] == 1 and row["wrong-document@1"] == 0
    (row,) = values([outcome(right(A, double), [double, A])], OURS)
    assert row["ndcg@10"] == 1


def test_questions_do_not_get_one_another_s_values() -> None:
    rows = values([outcome(right(A), [B, A]), outcome(right(), [A], REFUSED), outcome(right(A), []), outcome(right(B), [B])], OURS)
    assert [row.get("mrr@10") for row in rows] == [0.5, None, 0, 1]
    assert "wrong-document@1" not in rows[2] and rows[1] == {"right-refusals": 1}


def test_the_first_passage_is_in_a_wrong_document_where_that_holds_no_gold() -> None:
    same, other = entry("near", document="d"), entry("far", document="elsewhere")
    rows = values([outcome(right(A), [same, A]), outcome(right(A), [other, A]), outcome(right(A), [])], OURS)
    assert [row.get("wrong-document@1") for row in rows] == [0, 1, None]


def test_refusals_and_citations_count_where_they_can() -> None:
    told = values(
        [
            outcome(right(A), [A], answered(B, A)), outcome(right(A), [A], answered(B)), outcome(right(A), [A], answered(B, silent=[A])),
            outcome(right(A), [A], REFUSED), outcome(right(), [A], answered(A)), outcome(right(), [A], REFUSED),
        ], OURS,
    )  # fmt: skip
    assert [row.get("citation-hits") for row in told] == [1, 0, 0, None, None, None]
    assert [row.get("false-refusals") for row in told] == [0, 0, 0, 1, None, None]
    assert [row.get("right-refusals") for row in told] == [None, None, None, None, 0, 1]


SAID = {"kind": Kind.DEBATE, "speaker": "Lord Élan of Oakham", "date": "2017-04-20"}
DIGESTED = About(Kind.DEBATE, "Debate", speaker="Lord Élan of Oakham")


@pytest.mark.parametrize(
    ("gold", "passage", "wrong"),
    [
        (Gold("a"), SAID, None),
        (Gold("a", kind="debate", speaker="lord élan", date="2017-04"), SAID, False),
        (Gold("a", kind="comment"), SAID, True),
        (Gold("a", speaker="Lord Other"), SAID, True),
        (Gold("a", speaker="Lord Élan"), {**SAID, "speaker": None}, True),
        (Gold("a", date="2017-04-21"), SAID, True),
        (Gold("a", date="2017-04-20"), {**SAID, "date": "2017-04"}, False),
        (Gold("a", date="2017-04-20"), {**SAID, "date": None}, True),
        (Gold("a", kind="debate", speaker="Élan"), {"kind": Kind.DIGEST, "about": DIGESTED}, False),
        (Gold("a", kind="digest"), {"kind": Kind.DIGEST, "about": DIGESTED}, False),
    ],
)
def test_a_right_passage_of_another_kind_speaker_or_date_is_wrongly_credited(gold: Gold, passage: dict, wrong: bool | None) -> None:
    found = entry("a", **passage)
    assert wrongly_credited(gold, found.passage) is wrong
    (row,) = values([outcome(right(found, gold=gold), [OTHERS[0], found])], OURS)
    assert row.get("wrong-attribution") == (None if wrong is None else float(wrong))


def test_a_right_passage_below_the_tenth_is_credited_to_nobody() -> None:
    found = right(A, gold=Gold("a", kind="comment"))
    rows = values([outcome(found, [*OTHERS[:9], A]), outcome(found, [*OTHERS[:10], A])], OURS)
    assert [row.get("wrong-attribution") for row in rows] == [1, None]


def test_an_interval_holds_the_mean_narrows_with_n_and_stays_the_same() -> None:
    few, many = [1.0, 0.0, 1.0, 1.0] * 5, [1.0, 0.0, 1.0, 1.0] * 50
    (low, high), (lower, higher) = interval(many), interval(few)
    assert low and high and lower and higher and lower < low < 0.75 < high < higher
    assert interval(many) == (low, high)
    assert high - low == pytest.approx(2 * 1.96 * math.sqrt(0.75 * 0.25 / 200), rel=0.15)  # as the normal approximation has it
    assert interval([1.0]) == interval([]) == (None, None) and interval([1.0, 1.0]) == (1, 1)


def test_a_measure_of_nothing_has_no_value() -> None:
    found = summary([{"hit@1": 1.0}])
    assert set(found) == set(MEASURES)
    assert (found["hit@1"].value, found["hit@1"].low, found["hit@1"].n) == (1, None, 1)
    assert (found["right-refusals"].value, found["right-refusals"].n) == (None, 0)


def test_the_misses_are_those_that_went_wrong_with_what_stood_above() -> None:
    told = report([
        outcome(right(A), [A], answered(A)), outcome(right(A), [OTHERS[0], A], answered(A)), outcome(right(A), OTHERS, answered(B)),
        outcome(right(A), [A], REFUSED), outcome(right(), [A], REFUSED), outcome(right(), [A], answered(A)),
    ])  # fmt: skip
    assert [(miss.answerable, miss.rank, miss.refused, [got["passage_id"] for got in miss.got]) for miss in told.misses] == [
        (True, 2, False, ["x0"]), (True, None, False, ["x0", "x1", "x2"]), (True, 1, True, []), (False, None, False, ["a"]),
    ]  # fmt: skip
    assert told.misses[0].expected == ("a",)


def test_a_digest_s_question_is_of_its_original_s_kind() -> None:
    found = outcome(right(entry("a", kind=Kind.DIGEST, about=DIGESTED)), [A])
    assert found.kind == "debate"
    assert replace(found, known=replace(found.known, kind="comment")).kind == "comment"


# the picture -----------------------------------------------------------------------------------------------------------


def drawn(name: str = "a.known.toml") -> object:
    found = [outcome(right(A), [*OTHERS[:n], A], answered(A)) for n in (0, 0, 3, 9)]
    return report([replace(o, file=Path(name), found={**o.found, "bm25": (Ranked(B),)}) for o in found])


def test_the_picture_is_the_same_bytes_each_time_and_names_every_way(tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg", "a.png"):
        draw(drawn(), tmp_path / name)  # type: ignore[arg-type]
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    words = "".join(ElementTree.parse(tmp_path / "a.svg").getroot().itertext())
    assert all(said in words for said in ("ours", "BM25 alone", "a.known.toml: 4 answerable questions"))
    assert "plain fusion" not in words


@pytest.mark.parametrize("name", ["costs $x_{1$ and $y$.toml", "<b>&amp;.toml", "bell\x07.toml", "половина\udcff.toml"])
def test_a_file_s_name_is_never_run_as_a_formula_nor_breaks_the_picture(name: str, tmp_path: Path) -> None:
    draw(drawn(name), tmp_path / "a.svg")  # type: ignore[arg-type]
    words = "".join(ElementTree.parse(tmp_path / "a.svg").getroot().itertext())
    assert "".join(c if c.isprintable() else "?" for c in name) in words


# the command -----------------------------------------------------------------------------------------------------------


def test_a_file_with_documents_is_asked_of_them_and_the_home_stays_untouched(known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(known), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"files", "measures", "by_kind", "by_file", "misses"}
    assert told["files"] == [{"file": str(known), "questions": 3, "answerable": 2}]
    assert set(told["measures"]) == {"ours"} and set(told["measures"]["ours"]) == set(MEASURES)
    assert told["measures"]["ours"]["hit@1"] == {"value": 1, "low": 1, "high": 1, "n": 2}
    assert told["measures"]["ours"]["wrong-attribution"]["n"] == 1 and told["measures"]["ours"]["right-refusals"]["value"] == 1
    assert set(told["by_file"]) == {str(known)} and "article" in told["by_kind"]
    assert not (known.parent / "home").exists()


def test_a_file_without_documents_is_asked_of_the_home(known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(known, KNOWN.replace('documents = ["rutland.txt"]\n', ""))
    arguments = ["evaluate", str(file), "--no-bundled"]
    assert cli.main(arguments) == 1 and "is no passage of the collection; add its document" in capsys.readouterr().err
    cli.main(["index", "add", str(known.parent / "rutland.txt"), "--no-bundled"])
    assert cli.main(arguments) == 0


def test_baselines_stand_beside_ours_and_the_picture_needs_them(known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = known.parent / "recall.png"
    assert cli.main(["evaluate", str(known), "--picture", str(picture), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told["measures"]) == ["ours", "bm25", "embedding", "fusion"] and picture.stat().st_size > 5000
    assert told["measures"]["bm25"]["hit@1"]["n"] == 2 and told["measures"]["bm25"]["false-refusals"] == {"value": None, "low": None, "high": None, "n": 0}
    assert cli.main(["evaluate", str(known), "--baselines"]) == 0
    assert "BM25 alone" in capsys.readouterr().out


def test_several_files_are_asked_together_and_told_apart(known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (known.parent / "other.txt").write_text(PAGE.replace("Rutland", "Dorset"), "utf-8")
    text = 'documents = ["other.txt"]\n' + Q.replace("Why so slow", "Which hubs in Dorset were slow") + 'gold = {words = "hubs in Dorset"}\n'
    other = written(known.parent / "dorset.known.toml", text)
    assert cli.main(["evaluate", str(known), str(other)]) == 0
    told = capsys.readouterr().out
    assert "rutland" in told and "dorset" in told and "By file" in told and all(line == line.rstrip() for line in told.split("\n"))
    assert cli.main(["evaluate", str(known), str(other), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [own["ours"]["hit@1"]["n"] for own in told["by_file"].values()] == [2, 1] and told["measures"]["ours"]["hit@1"]["n"] == 3


@pytest.mark.parametrize(
    ("bounds", "says"),
    [
        (["--fail-under", "hit@1=1", "--fail-over", "false-refusals=0"], None),
        (["--fail-under", "hit@1=.9", "--fail-under", "right-refusals=.5"], None),
        (["--fail-over", "hit@1=.5"], "hit@1 is 1.000, over 0.5"),
        (["--fail-under", "wrong-document@1=.5", "--fail-over", "mrr@10=.1"], "wrong-document@1 is 0.000, under 0.5; mrr@10 is 1.000, over 0.1"),
    ],
)
def test_a_bound_that_is_not_kept_is_one_line_and_status_1(bounds: list[str], says: str | None, known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(known), *bounds]) == (1 if says else 0)
    told = [line for line in capsys.readouterr().err.split("\n") if line.startswith("briefing:")]
    assert told == ([f"briefing: {says}"] if says else [])


def test_a_bound_on_what_was_not_measured_is_not_kept(known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(known, KNOWN[: KNOWN.index('[[question]]\nquestion = "What did Zan')])
    assert cli.main(["evaluate", str(file), "--fail-under", "right-refusals=.1"]) == 1
    assert "right-refusals has nothing to measure" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a", "--fail-under", "luck=.5"],
        ["a", "--fail-under", "hit@1"],
        ["a", "--fail-over", "hit@1=2"],
        ["a", "--fail-over", "hit@1=nan"],
        ["a", "--picture", "a.gif"],
    ],
)
def test_bad_usage_is_status_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as exit:
        cli.main(["evaluate", *arguments])
    assert exit.value.code == 2


def test_a_picture_that_cannot_be_written_is_told_before_anything_is_asked(known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["evaluate", str(known), "--picture", str(known.parent / "gone" / "a.svg")]) == 1
    out, err = capsys.readouterr()
    assert out == "" and "no such folder" in err and err.count("\n") == 1


# under pytest ----------------------------------------------------------------------------------------------------------

CONFTEST = """
pytest_plugins = ["assistant.evaluation.pytest_plugin"]
from assistant import library
from tests.conftest import WordEmbedder
library.SentenceTransformerEmbedder = lambda _: WordEmbedder()
"""


def under_pytest(folder: Path, *arguments: str) -> tuple[int, str]:
    """The exit status and output of pytest in a fresh process on ``folder``, with the plugin's one line and an embedder that needs no model."""
    written(folder / "conftest.py", CONFTEST)
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "BRIEFING_HOME": str(folder / "home")}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-v", "--rootdir", str(folder), *arguments, str(folder)]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout + done.stderr


def test_each_question_is_a_test_named_by_its_question(known: Path) -> None:
    status, told = under_pytest(known.parent)
    assert status == 0 and "3 passed" in told, told
    assert "rutland.known.toml::Which hubs in Rutland were slow to answer letters from staff? PASSED" in told
    assert not (known.parent / "home").exists()


def test_a_question_fails_where_no_gold_is_near_enough_or_it_is_answered_though_unanswerable(known: Path) -> None:
    text = KNOWN.replace('words = "slow to answer letters', 'words = "carried seventeen lorries')
    text += '[[question]]\nquestion = "Which hubs in Rutland were slow to answer letters?"\nunanswerable = true\n'
    status, told = under_pytest(written(known, "within = 1\n" + text).parent)
    assert status == 1 and "2 failed, 2 passed" in told, told
    assert "the right passage stands at" in told and "but it was answered" in told and "slow to answer letters from staff and clients" in told
    assert "Traceback" not in told


def test_a_bad_file_is_one_error_at_collection_and_bad_gold_fails_its_file(known: Path) -> None:
    written(known.parent / "bad.known.toml", Q)
    status, told = under_pytest(known.parent, "--collect-only")
    assert status == 2 and "question 1 (“Why so slow?”): gold: is missing" in told and "Traceback" not in told, told
    (known.parent / "bad.known.toml").unlink()
    status, told = under_pytest(written(known, KNOWN.replace("#p2", "#p99")).parent)
    assert status == 1 and "#p99” is no passage of its documents" in told and "Traceback" not in told, told
