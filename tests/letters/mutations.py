"""Letters that something happened to: what any such text must still give, and the means to try a million of them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from followup.letters import fold, parse

from .factory import letter
from .schema import validate

JUNK = [
    *("\0", "\ud800", "\u202e", "\u200b", "**", "“", '"', "(a)", "paragraph 12", "2\n", "\n\n", "\f", "CMW/C/", "12, 47"),
    *("-\n", "|", "not ", "é", "e\u0301", " " * 50, "A" * 500, "His Excellency\n", "The Committee considers that "),
]  # fmt: skip
# values that stand in the record as printed
PRINTED = ("reference", "name", "email", "role", "grade_phrase")
_SENTENCES = re.compile(r"(?<=[.;:,])\s+")
_WORDS = re.compile(r"\s+")


def bases() -> list[str]:
    """The letters that are changed: a clean one in each language, and all cases."""
    cases = sorted((Path(__file__).parent / "cases").glob("*.txt"))
    return [letter(code) for code in ("en", "fr", "es")] + [
        case.read_text(encoding="utf-8") for case in cases
    ]


def mutated(rng: random.Random, letters: list[str]) -> str:
    """A letter with one to eight changes of any kind."""
    text = rng.choice(letters)
    for _ in range(rng.randint(1, 8)):
        text = rng.choice(CHANGES)(rng, text, letters)
    return text


def _junk(rng: random.Random, text: str, letters: list[str]) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(JUNK) + text[at:]


def _cut(rng: random.Random, text: str, letters: list[str]) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.randint(1, 300) :]


def _doubled(rng: random.Random, text: str, letters: list[str]) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at : at + 2000] + text[at:]


def _spliced(rng: random.Random, text: str, letters: list[str]) -> str:
    at, other = rng.randrange(len(text) + 1), rng.choice(letters)
    start = rng.randrange(len(other))
    return text[:at] + other[start : start + 1500] + text[at:]


def _pieces(parting: re.Pattern[str]) -> Callable[[random.Random, str, list[str]], str]:
    """A change that drops, doubles or exchanges pieces between some marks; what parts them stays where it is."""

    def change(rng: random.Random, text: str, letters: list[str]) -> str:
        pieces, gaps = parting.split(text), [*parting.findall(text), ""]
        first, second, kind = rng.randrange(len(pieces)), rng.randrange(len(pieces)), rng.randrange(3)
        if kind == 0:
            pieces[first] = ""
        elif kind == 1:
            pieces[first] += " " + pieces[first]
        else:
            pieces[first], pieces[second] = pieces[second], pieces[first]
        return "".join(piece + gap for piece, gap in zip(pieces, gaps, strict=True))

    return change


CHANGES = (_junk, _cut, _doubled, _spliced, _pieces(_SENTENCES), _pieces(_WORDS))


def check(text: str) -> dict[str, Any]:
    """Read a text; the record is valid, its places lie in the text and quote what they should, no grade is unfounded."""
    record = parse(text).as_dict()
    validate(record)
    for path, pieces in record["spans"].items():
        assert all(0 <= start < end <= len(text) for start, end in pieces), path
        value: Any = record
        for key in path.replace("[", ".").replace("]", "").split("."):
            value = value[int(key)] if key.isdigit() else value[key]
        assert value is not None, path
        if path.rsplit(".", 1)[-1] in PRINTED:
            assert _letters("".join(text[start:end] for start, end in pieces)) == _letters(value), path
    flags = [(flag["code"], flag["field"]) for flag in record["flags"]]
    assert len(flags) == len(set(flags))
    for n, row in enumerate(record["assessments"]):
        doubts = {code for code, field in flags if field == f"assessments[{n}].grade"} - {"text_damaged"}
        assert (row["grade"] is None) == bool(doubts), (
            "a row without a grade says why, one with a grade has no doubt"
        )
        if row["grade"]:
            assert _letters(row["grade_phrase"])
            assert _letters(row["grade_phrase"]) in _letters(row["text"] + text)
    return record


def _letters(text: str) -> str:
    return "".join(character for character in fold(text) if character.isalnum())
