"""Any text gives a valid reading, in little time, and every place lies in the text and quotes its value."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup.letters import Flag, fold, left_out, locate, parse, sentence_around, withheld

from .factory import letter
from .schema import validate

LETTERS = 1200  # mutated letters a run: some 15 s
SEED = 20221005
JUNK = [
    *("\0", "\ud800", "\u202e", "\u200b", "**", "“", '"', "(a)", "paragraph 12", "2\n", "\n\n", "\f", "CMW/C/", "12, 47"),
    *("-\n", "|", "not ", "é", "e\u0301", " " * 50, "A" * 500, "His Excellency\n", "The Committee considers that "),
]  # fmt: skip
# values that stand in the record as printed
PRINTED = ("reference", "name", "email", "role", "grade_phrase")


def mutated(rng: random.Random, bases: list[str]) -> str:
    """A letter with some pieces cut, doubled, exchanged with another letter's, or junk put in."""
    text = rng.choice(bases)
    for _ in range(rng.randint(1, 8)):
        at, kind = rng.randrange(len(text) + 1), rng.randrange(4)
        if kind == 0:
            text = text[:at] + rng.choice(JUNK) + text[at:]
        elif kind == 1:
            text = text[:at] + text[at + rng.randint(1, 300) :]
        elif kind == 2:
            text = text[:at] + text[at : at + 2000] + text[at:]
        else:
            other = rng.choice(bases)
            start = rng.randrange(len(other))
            text = text[:at] + other[start : start + 1500] + text[at:]
    return text


def check(text: str) -> dict[str, Any]:
    """Read a text; the record is valid, and its places lie in the text and quote what they should."""
    record = parse(text).as_dict()
    validate(record)
    for path, pieces in record["spans"].items():
        assert all(0 <= start < end <= len(text) for start, end in pieces), path
        value: Any = record
        for key in path.replace("[", ".").replace("]", "").split("."):
            value = value[int(key)] if key.isdigit() else value[key]
        assert value is not None, path
        if path.rsplit(".", 1)[-1] in PRINTED:
            assert _words("".join(text[start:end] for start, end in pieces)) == _words(value), path
    flags = [(flag["code"], flag["field"]) for flag in record["flags"]]
    assert len(flags) == len(set(flags))
    for n, row in enumerate(record["assessments"]):
        without = {code for code, field in flags if field == f"assessments[{n}].grade"}
        assert (row["grade"] is None) == bool(without), (
            "a row without a grade says why, one with a grade has no doubt"
        )
        assert row["grade"] is None or row["grade_phrase"] is not None
    return record


def _words(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())


def test_mutated_letters_are_read_and_every_place_quotes_its_value() -> None:
    rng = random.Random(SEED)  # noqa: S311 (no secret: the same letters in every run)
    bases = [letter(language) for language in ("en", "fr", "es")]
    worst = 0.0
    kinds: set[str] = set()
    for _ in range(LETTERS):
        text = mutated(rng, bases)
        begin = time.process_time()
        kinds.add(check(text)["kind"])
        worst = max(worst, time.process_time() - begin)
    assert worst < 1.0
    assert "assessment" in kinds


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
def test_a_hostile_text_costs_little(unit: str) -> None:
    """Twice the text costs about twice the time: 30,000 and 120,000 characters are read, four times as many."""

    def seconds(length: int) -> float:
        text = HEAD + unit * (length // len(unit))
        begin = time.process_time()
        validate(parse(text).as_dict())
        return time.process_time() - begin

    seconds(1000)
    short, long = seconds(30_000), seconds(120_000)
    assert long < 4.0
    assert long < 12 * max(short, 0.05)


def test_of_a_text_longer_than_any_letter_only_the_beginning_is_read() -> None:
    text = letter("en") + "a " * 1_000_000
    begin = time.process_time()
    reading = parse(text)
    assert time.process_time() - begin < 5
    assert reading.kind == "assessment"
    assert [flag.code for flag in reading.flags] == ["text_damaged"]


def test_what_the_document_reader_noticed_joins_the_flags() -> None:
    notice = Flag("tracked_changes", None, "The document holds changes that nobody accepted.")
    assert parse(letter("en"), warnings=[notice]).flags == (notice,)
    assert notice in parse("nothing", warnings=[notice]).flags
