"""The arithmetic of the claims benchmark, on claims of our own."""

from __future__ import annotations

import json
from itertools import product

import pytest

from assistant.verify.verdict import Fault, Verdict
from tests.benchmarks.claims import Labelled, Share, balanced, judged, labelled, report, shares

BRIDGE = "The bridge over the Tarn was opened in 1931."


def wice(of: str, label: str, *sentences: str) -> str:
    return json.dumps({"label": label, "claim": BRIDGE, "evidence": sentences, "meta": {"id": of, "chunk_idx": [0, 1]}})


def pair(supported: bool, passed: bool, fault: Fault | None = None) -> tuple[Labelled, Verdict]:
    return Labelled("c", BRIDGE, supported, ((BRIDGE,),)), Verdict(passed, None if passed else "It is not so.", fault, 0.0)


def pairs(passed: int, supported: int, withheld: int, rest: int) -> list[tuple[Labelled, Verdict]]:
    return [pair(True, at < passed) for at in range(supported)] + [pair(False, at >= withheld) for at in range(rest)]


def test_chunks_of_one_claim_are_joined_and_a_chunk_is_one_text() -> None:
    lines = [wice("a", "supported", "# Tarn", "It spans the river."), wice("b", "not_supported", "A mill."), wice("a", "supported", "It is old.")]
    first, second = labelled(lines)
    assert first == Labelled("a", BRIDGE, True, (("# Tarn\nIt spans the river.",), ("It is old.",)))
    assert second == Labelled("b", BRIDGE, False, (("A mill.",),))


def test_our_own_lines_keep_their_texts_apart_and_empty_lines_are_none() -> None:
    line = json.dumps({"id": 7, "claim": BRIDGE, "evidence": ["One.", "Two."], "label": "supported"})
    assert labelled(["", line, " "]) == [Labelled("7", BRIDGE, True, (("One.", "Two."),))]


def test_only_supported_counts_as_supported() -> None:
    lines = [wice(label, label, "A mill.") for label in ("supported", "partially_supported", "not_supported")]
    assert [each.supported for each in labelled(lines)] == [True, False, False]


@pytest.mark.parametrize(
    "line", ["no JSON", "[]", '{"id": 1, "claim": "c", "evidence": []}', '{"meta": {}, "claim": "c", "evidence": [], "label": "supported"}']
)
def test_a_line_that_is_no_labelled_claim_is_named(line: str) -> None:
    with pytest.raises(SystemExit, match="line 2: no claim"):
        labelled([wice("a", "supported", "A mill."), line])


def test_a_claim_passes_if_any_of_its_chunks_bears_it() -> None:
    mill = "The mill was sold in 1960 to a brewer."
    for chunks in ((BRIDGE, mill), (mill, BRIDGE)):
        ((_, verdict),) = judged([Labelled("a", BRIDGE, True, tuple((chunk,) for chunk in chunks))], None)
        assert verdict.supported
    ((_, verdict),) = judged([Labelled("a", BRIDGE, True, ((mill,), (mill,)))], None)
    assert not verdict.supported


def test_balanced_accuracy_is_the_mean_of_both_classes_whatever_their_sizes() -> None:
    assert shares(pairs(1, 4, 8, 10)) == (Share(1, 4), Share(8, 10))
    assert balanced(Share(1, 4), Share(8, 10)).startswith("52.5 (")
    assert balanced(Share(10, 40), Share(8, 10)).startswith("52.5 (")


def test_intervals_hold_the_share_narrow_with_more_claims_and_are_the_same_each_time() -> None:
    def bounds(share: Share) -> tuple[float, float]:
        low, high = str(share).split("(")[1].rstrip(")").split("–")
        return float(low), float(high)

    (few_low, few_high), (low, high) = bounds(Share(8, 20)), bounds(Share(80, 200))
    assert few_low < low < 40 < high < few_high
    assert 30 < low < 36 < 44 < high < 50  # 40 ± 1.96 √(40 · 60 / 200)
    assert Share(80, 200).drawn(0).tolist() == Share(80, 200).drawn(0).tolist()
    assert bounds(Share(5, 5)) == (100, 100)


def test_a_class_without_claims_is_refused() -> None:
    for some in (pairs(1, 2, 0, 0), pairs(0, 0, 1, 2), []):
        with pytest.raises(SystemExit, match="needs some of both"):
            shares(some)


def test_faults_are_counted_by_class_and_only_of_what_is_withheld() -> None:
    some = [pair(a, b, None if b else fault) for (a, b), fault in product(product((True, False), repeat=2), (Fault.DATE, Fault.NAME))]
    _, sensitivity, specificity = report([*some, pair(True, False, Fault.NAME)], wrong=False)
    assert sensitivity.startswith("  sensitivity 2 of 5, 40.0 (") and sensitivity.endswith("; withheld by name 2, date 1")
    assert specificity.startswith("  specificity 2 of 4, 50.0 (") and specificity.endswith("; withheld by date 1, name 1")
    assert list(report(pairs(2, 2, 0, 2), wrong=False))[2].endswith("; withheld by nothing")


def test_the_report_names_what_is_judged_wrongly_only_where_asked() -> None:
    some = pairs(1, 2, 1, 2)
    assert len(list(report(some, wrong=False))) == 3
    told = list(report(some, wrong=True))[3:]
    assert [line.split("\n")[0] for line in told] == ["  c withheld: It is not so.", "  c passed"]
