"""What some words of a passage say as a grade, by the tables alone: to tell a person whose choice says another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from .hits import rows
from .languages import LANGUAGES
from .places import sentence_around
from .reading import Grade
from .text import view
from .wording import Wording

_MOST_PLACES = 20


def meanings(words: str, passage: str, language: str, wordings: Sequence[Wording]) -> frozenset[Grade | None]:
    """The grades of the wordings that these words are, or are part of, wherever they stand in the passage.

    Of "not been implemented" the word "implemented" alone means not implemented: what stands around it in its sentence
    counts. None stands for words that say neither one grade nor the other ("not yet fully implemented"); the set is
    empty where no table has the words. Words that do not stand in the passage (a table of grades) are taken alone.
    `language` is the code of the letter's language ("en"); of one that is not known, all tables are asked.
    """
    if not words.split():
        return frozenset()
    codes = [known.code for known in LANGUAGES if known.code == language] or [one.code for one in LANGUAGES]
    printed = re.compile(r"\s+".join(map(re.escape, view(words).split())), re.IGNORECASE)
    places = [match.span() for match in islice(printed.finditer(view(passage)), _MOST_PLACES)]
    if not places:
        passage, places = words, [(0, len(words))]
    found = (_meaning(passage, start, end, code, tuple(wordings)) for code in codes for start, end in places)
    return frozenset().union(*found)


def _meaning(
    passage: str, start: int, end: int, language: str, wordings: tuple[Wording, ...]
) -> frozenset[Grade | None]:
    """What the longest wording says that has one of the characters from `start` to `end`, in its sentence."""
    low, high = sentence_around(passage, start, end)
    sentence = re.sub(r"\s", " ", view(passage[low:high]))
    hits = [
        (match.end() - match.start(), row.grade)
        for row in rows(wordings, language).rows
        for match in row.pattern.finditer(sentence)
        if low + match.start() < end and low + match.end() > start
    ]
    return frozenset({max(hits, key=lambda hit: hit[0])[1]}) if hits else frozenset()
