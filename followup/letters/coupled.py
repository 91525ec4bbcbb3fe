"""Two grades that share one word for "implemented": "have been partially and fully implemented, respectively"."""

from __future__ import annotations

import re
from typing import NamedTuple

from .hits import Hit, Row, Rows

_ADVERB = r"(?:not|only in part|in part|in full|en partie|en parte|non|no|parcial|plena|total|[a-z]{3,20}(?:ly|ment|mente))"
_PAIR = rf"(?P<first>{_ADVERB}) (?:and|et|y|e) (?P<second>{_ADVERB})"
_DONE = r"(?P<done>[a-zœ]{3,20}(?: en œuvre| en oeuvre)?)"
_BEFORE = re.compile(rf"(?<!\w){_PAIR} (?:been )?{_DONE}", re.IGNORECASE)
_BEHIND = re.compile(rf"(?<!\w){_DONE},? {_PAIR}", re.IGNORECASE)
_NEAR = 60


class Couple(NamedTuple):
    """The first grade over the words of both, and the grades with the places of their own words."""

    whole: Hit
    each: tuple[tuple[Row, int, int], tuple[Row, int, int]]


def coupled(text: str, hit: Hit, low: int, high: int, table: Rows) -> Couple | None:
    """Two grades in place of one that was found; None where there is only that one."""
    if not hit.row.done:
        return None
    for pattern in (_BEFORE, _BEHIND):
        for match in pattern.finditer(text, max(low, hit.start - _NEAR), min(high, hit.end + _NEAR)):
            if match.end() <= hit.start or match.start() >= hit.end:
                continue
            first, second = (_row(match[part], match["done"], table) for part in ("first", "second"))
            if first and second and first.grade is not second.grade:
                each = ((first, *match.span("first")), (second, *match.span("second")))
                return Couple(Hit(match.start(), match.end(), first), each)
    return None


def _row(adverb: str, done: str, table: Rows) -> Row | None:
    for word in (adverb, f"{adverb}mente"):
        for words in (f"{word} {done}", f"{done} {word}"):
            row = next((row for row in table.rows if row.grade and row.pattern.fullmatch(words)), None)
            if row:
                return row
    return None
