"""Whitening: what a collection's vectors have in common no longer decides what a question is like."""

from __future__ import annotations

import numpy as np
import pytest

from index.whitening import Whitening


def crowded(number: int = 300, d: int = 48, seed: int = 1) -> np.ndarray:
    """Unit vectors that lie to one side of the origin and differ most in the first three directions."""
    return unit(detail(number, d, seed) + common(number, d, seed + 1) + 0.3)


def detail(number: int, d: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(number, d))


def common(number: int, d: int, seed: int) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=(number, d)) * np.array([8.0] * 3 + [0.0] * (d - 3))


def unit(vectors: np.ndarray) -> np.ndarray:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def test_turned_vectors_are_unit_vectors_of_the_same_number() -> None:
    held = crowded()
    turned = Whitening.of(held).turned(held[:7])
    assert turned.shape == (7, 48) and turned.dtype == np.float32
    assert np.linalg.norm(turned, axis=1) == pytest.approx(np.ones(7), abs=1e-5)


def test_a_question_finds_its_detail_among_what_is_common_oftener_than_without() -> None:
    held = crowded()
    asked = unit(detail(300, 48, 1) + common(300, 48, 99) + 0.3)  # the same details, another common part
    plain, turned = asked @ held.T, Whitening.of(held).turned(asked) @ held.T
    right = np.arange(300)
    assert np.mean(turned.argmax(axis=1) == right) > 2 * np.mean(plain.argmax(axis=1) == right) > 0


def test_likeness_to_all_is_about_nothing_on_average() -> None:
    held = crowded()
    assert abs((held @ Whitening.of(held).turned(held).T).mean()) < 0.05


def test_a_direction_in_which_all_differ_counts_for_less_than_one_in_which_few_do() -> None:
    whitening = Whitening.of(crowded())
    question = whitening.mean + 0.3 * (np.eye(48, dtype=np.float32)[0] + np.eye(48, dtype=np.float32)[5])
    turned = whitening.turned(question[None])[0]
    assert turned[5] > 2 * turned[0] > 0


def test_the_same_sample_gives_the_same_and_its_order_does_not_matter() -> None:
    held = crowded()
    assert np.allclose(Whitening.of(held).inverse_root, Whitening.of(held[::-1].copy()).inverse_root, atol=1e-4)


@pytest.mark.parametrize("number", [1, 2])
def test_a_sample_of_one_or_two_gives_something_finite(number: int) -> None:
    held = crowded(number=number)
    assert np.isfinite(Whitening.of(held).turned(held)).all()
    assert np.isfinite(Whitening.of(np.repeat(held[:1], 5, axis=0)).turned(held)).all()
