"""The points that a brief on the saved pages should make: the file is sound, and its words are the pages' own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.nuggets import load

KNOWN = load()


def test_there_are_forty_vital_points_and_more_each_of_a_term() -> None:
    assert sum(nugget.vital for nugget in KNOWN.nuggets) >= 40
    assert {nugget.theme for nugget in KNOWN.nuggets} == set(range(1, len(KNOWN.inquiry.terms) + 1))
    assert all(0 < len(words.split()) <= 12 for nugget in KNOWN.nuggets for words in nugget.words)
    assert all(set(judged.themes) <= set(range(1, 6)) for judged in KNOWN.judged)


@pytest.mark.shared
def test_the_words_of_every_point_and_judgement_stand_in_the_pages(probation_pages: Path) -> None:
    text = " ".join(" ".join(page.read_text("utf-8").split()) for page in sorted(probation_pages.glob("*.txt")))
    assert not [words for nugget in KNOWN.nuggets for words in nugget.words if words not in text]
    assert not [judged.words for judged in KNOWN.judged if judged.words not in text]
