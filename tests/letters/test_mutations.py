"""Changed letters by the thousand; `benchmarks/mutations.py` reads as many as there is time for."""

from __future__ import annotations

import random

import pytest

from .mutations import bases, check, mutated

LETTERS = 5000
SEEDS = range(20221005, 20221005 + 5)


@pytest.mark.parametrize("seed", SEEDS)
def test_changed_letters_are_read_and_every_place_quotes_its_value(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 (no secret: the same letters in every run)
    letters = bases()
    for text in letters[:3]:  # the tables of a language are made when it is first read
        check(text)
    kinds: set[str] = set()
    for _ in range(LETTERS // len(SEEDS)):
        kinds.add(check(mutated(rng, letters))["kind"])
    assert {"assessment", "reminder", "acknowledgement", "other"} <= kinds
