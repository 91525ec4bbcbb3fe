"""Any text gives a valid reading, in steps that grow with it, and every place lies in the text and quotes its value."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.letters import Flag, fold, left_out, locate, parse, sentence_around, withheld

from .factory import letter
from .mutations import check
from .schema import validate


@given(st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_a_reading(text: str) -> None:
    check(text)


@given(st.text(max_size=60), st.integers(0, 2000))
@settings(max_examples=80, deadline=None)
def test_anything_put_into_a_letter_gives_a_reading(junk: str, at: int) -> None:
    text = letter("fr")
    check(text[:at] + junk + text[at:])


@given(st.text(st.characters(codec=None), max_size=200), st.integers(-5, 300), st.integers(-5, 300))
@settings(max_examples=100, deadline=None)
def test_places_are_asked_for_in_any_text(text: str, start: int, end: int) -> None:
    for ranges in (withheld(text, [text[:5], ""]), left_out(text), locate(text, text[2:9]), locate(text, "")):
        assert all(0 <= low < high <= len(text) for low, high in ranges)
    low, high = sentence_around(text, max(0, start), max(0, end))
    assert low <= max(high, end, start)


@given(st.text(max_size=100))
@settings(max_examples=150, deadline=None)
def test_a_folded_text_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)


HEAD = letter("en").split("Regarding the recommendation")[0]
UNITS = [
    *(" ", "\n", "a ", "1", "(a) ", "12, 13 (a) and ", "paragraph 12 ", "“", "The Committee considers. ", "The Committee\n"),
    *("2\n\n", "His Excellency\nMr. A B\n", "a@b.c ", "CMW/C/SEN/CO/2 ", "5 May 2021 ", "At its thirty-fifth session, held in "),
    *("ab-\n", "*a*", "Ã©â€™", "e\u0301", "\ufdfa", "\u202e", "\0", "\ud800", "Paragraph 12\n\n", "| 12 | Implemented |\n"),
    *("that the recommendation has been implemented ", "Regarding paragraph 12, the Committee welcomes it.\n\n", "\f2\n"),
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_the_steps_grow_with_a_hostile_text_and_no_faster(unit: str) -> None:
    """Four times the text, some four times the steps; `benchmarks/expressions.py` has the seconds within a step."""
    short, long = (HEAD + unit * (length // len(unit)) for length in (10_000, 40_000))
    validate(parse(long).as_dict())
    assert steps(long) < 6 * steps(short)


def steps(text: str) -> int:
    """Calls, of Python and of C, that it takes to read a text: the same in every run."""
    count = 0

    def one_more(_frame: object, event: str, _arg: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    parse("")  # what is made once is made before
    before = sys.getprofile()
    sys.setprofile(one_more)
    try:
        parse(text)
    finally:
        sys.setprofile(before)
    return count


def test_of_a_text_longer_than_any_letter_only_the_beginning_is_read() -> None:
    text = letter("en") + "a " * 1_000_000
    reading = parse(text)
    assert reading.kind == "assessment"
    assert [flag.code for flag in reading.flags] == ["text_damaged"]


def test_what_the_document_reader_noticed_joins_the_flags() -> None:
    notice = Flag("tracked_changes", None, "The document holds changes that nobody accepted.")
    assert parse(letter("en"), warnings=[notice]).flags == (notice,)
    assert notice in parse("nothing", warnings=[notice]).flags
