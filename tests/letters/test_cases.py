"""Whole letters and the records they must give.

Each pair in `cases` was written by somebody who had not seen the parser: a letter of our own wording, named after the
reason it is there, and the record that the contract asks for. Spans are checked by what they quote, flags by code and
field: their sentences may be worded better.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from followup.letters import fold, parse

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
# values that stand in the record as they are printed, so that their place must quote them
PRINTED = ("reference", "symbol", "name", "email", "role", "grade_phrase", "text")


def read(case: Path) -> tuple[str, dict[str, Any]]:
    with case.open(encoding="utf-8", newline="") as file:
        text = file.read()
    return text, parse(text).as_dict()


def test_there_are_cases_in_three_languages():
    languages = [case.name[:2] for case in CASES]
    assert len(CASES) >= 60
    assert {language: languages.count(language) >= 15 for language in ("en", "fr", "es")} == {
        "en": True,
        "fr": True,
        "es": True,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_letter_reads_as_recorded(case):
    _, record = read(case)
    expected = json.loads(case.with_suffix(".json").read_text(encoding="utf-8"))
    del record["spans"]
    record["flags"] = [{"code": flag["code"], "field": flag["field"]} for flag in record["flags"]]
    assert record == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_places_quote_their_values(case):
    text, record = read(case)
    # where the print is damaged, the value is what it evidently stands for
    damaged = {flag["field"] for flag in record["flags"] if flag["code"] == "text_damaged"}
    for path, ranges in record["spans"].items():
        if path in damaged:
            continue
        value = at(record, path)
        quoted = "".join(fold(text[start:end].replace("*", "").replace("_", "")) for start, end in ranges)
        assert quoted, path
        if path.rsplit(".", 1)[-1] in PRINTED:
            assert plain(quoted) == plain(fold(value)), path


def at(record: dict[str, Any], path: str) -> Any:
    value: Any = record
    for part in path.replace("[", ".").replace("]", "").split("."):
        value = value[int(part)] if part.isdigit() else value[part]
    return value


def plain(words: str) -> str:
    """Without white space and hyphens: a word cut at a line end is one word in the value."""
    return "".join(words.replace("-", "").split())
