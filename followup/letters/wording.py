"""The little language that the tables of wordings are written in, and how it becomes a regular expression.

A pattern is the words themselves. One space stands for any white space; case, accents and the kind of
quotes do not matter. `(a|b)` is a choice, `(a |)` a word that may be missing, `…` up to 120 other
characters of the same clause. A pattern that staff type without these signs stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from .reading import Grade
from .text import view

ANY = "[^.;:!?]{0,120}?"
_GAP = rf"(?!\w){ANY}(?<!\w)"
EDGE = r"(?!(?<=\w)\w)"  # no word is cut here
_DONE = "\x03"  # stands for "implemented" and its like while a pattern is put together


class Phrase(NamedTuple):
    """A wording that has a function in a letter, and a sentence that shows it."""

    pattern: str
    example: str


class Wording(NamedTuple):
    """A wording of a grade. It is written with its language's first word for "implemented";
    the other words for it (see `Language.done`) are understood, and so are fillers such as "been" between words.
    """

    grade: Grade
    pattern: str
    example: str
    language: str = "en"


def body(pattern: str, done: Sequence[str] = (), fillers: Sequence[str] = ()) -> str:
    """The regular expression of a pattern, bounded and without word boundaries at its ends."""
    plain = view(pattern[:300]).lower().strip()
    plain = plain if _balanced(plain) else re.sub(r"[()|]", " ", plain)
    words = " ".join(plain.split())
    if done:
        words = re.sub(rf"(?<!\w){re.escape(view(done[0]).lower())}(?!\w)", _DONE, words)
    words = re.sub(r" ?… ?", "…", words)
    gap = rf" (?:(?:{choice(fillers)}) ){{0,4}}" if fillers else " "
    inner = "".join(
        f"(?:{choice(done)})" if char == _DONE else _char(char, gap) for char in words.rstrip("…")
    )
    return inner + (rf"(?!\w){ANY}" if words.endswith("…") else "") or "(?!)"


def source(pattern: str, done: Sequence[str] = (), fillers: Sequence[str] = ()) -> str:
    """The regular expression of a pattern as whole words."""
    return rf"{EDGE}(?:{body(pattern, done, fillers)}){EDGE}"


def choice(patterns: Iterable[str]) -> str:
    """A regular expression for any of some plain words or phrases, the longest first, without boundaries."""
    plain = sorted({view(pattern).lower() for pattern in patterns}, key=len, reverse=True)
    return "|".join("".join(_char(char, " ") for char in pattern) for pattern in plain) or "(?!)"


@lru_cache(maxsize=512)
def compiled(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """One regular expression that finds any of some patterns as whole words."""
    longest_first = sorted(patterns, key=len, reverse=True)
    bodies = "|".join(body(pattern) for pattern in longest_first)
    return re.compile(rf"{EDGE}(?:{bodies or '(?!)'}){EDGE}", re.IGNORECASE)


def phrases(rows: Iterable[Phrase]) -> re.Pattern[str]:
    """One regular expression that finds any of some phrases."""
    return compiled(tuple(row.pattern for row in rows))


def _char(char: str, gap: str) -> str:
    if char == "(":
        return "(?:"
    if char in ")|":
        return char
    if char == " ":
        return gap
    if char == "…":
        return _GAP
    return "(?:œ|oe)" if char == "œ" else re.escape(char)


def _balanced(pattern: str) -> bool:
    depth = 0
    for char in pattern:
        depth += (char == "(") - (char == ")")
        if depth not in (0, 1) or (char == "|" and depth == 0):
            return False
    return depth == 0
