"""Wordings of grades found in a sentence, before anything is known of who says them and of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from .languages import LANGUAGES, Language
from .paragraphs import Sentence
from .reading import Grade
from .text import view
from .wording import Wording, compiled, source

_QUOTED = re.compile(r'“[^”]{0,4000}(?:”|$)|"[^"]{1,3000}"')
LONGEST_SENTENCE = 4000  # beyond these no one wrote a sentence, and no grade is read
_MOST_HITS = 12
_SHORT_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Row:
    """A wording ready for looking up. `whole`: it says enough to stand anywhere in a sentence."""

    pattern: re.Pattern[str]
    grade: Grade | None
    needles: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A wording found in a sentence."""

    start: int
    end: int
    row: Row


@lru_cache(maxsize=32)
def rows(wordings: tuple[Wording, ...], code: str) -> tuple[Row, ...]:
    """The wordings of one language, ready for looking up, and those that say neither one grade nor the other."""
    language = next(language for language in LANGUAGES if language.code == code)
    own = [(row.pattern, row.grade) for row in wordings if row.language == code]
    neither = [(row.pattern, None) for row in language.neither]
    return tuple(_row(pattern, grade, language) for pattern, grade in [*own, *neither])


def _row(pattern: str, grade: Grade | None, language: Language) -> Row:
    expression = re.compile(source(pattern, language.done, language.fillers), re.IGNORECASE)
    has_done = language.done[0] in re.sub(r"\([^)]*\)", "", pattern)
    needles = tuple({view(word).lower()[:4] for word in language.done}) if has_done else ()
    return Row(expression, grade, needles, grade is not Grade.INSUFFICIENT_INFORMATION or "…" in pattern)


@lru_cache(maxsize=256)
def without_quotes(text: str) -> str:
    """The text with what is quoted blanked, at the same length. A short quotation may be the grade itself."""

    def blank(match: re.Match[str]) -> str:
        inner = match[0][1:-1]
        return f" {inner} " if len(inner) <= _SHORT_QUOTE and len(match[0]) > 2 else " " * len(match[0])

    return _QUOTED.sub(blank, text)


def find_hits(text: str, sentence: Sentence, table: Sequence[Row], language: Language) -> list[Hit]:
    """Wordings in the sentence, the longest where several begin or overlap."""
    low = text[sentence.start : sentence.end].lower()
    hits = [
        Hit(match.start(), match.end(), row)
        for row in table
        if not row.needles or any(needle in low for needle in row.needles)
        for match in row.pattern.finditer(text, sentence.start, sentence.end)
    ]
    hits = [hit for hit in hits if not (hit.row.needles and _is_noun(text, hit.start, language))]
    hits.sort(key=lambda hit: (hit.start - hit.end, hit.start))
    kept: list[Hit] = []
    for hit in hits[: 10 * _MOST_HITS]:
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return (
        sorted(kept, key=lambda hit: hit.start)
        if len(hits) <= 10 * _MOST_HITS and len(kept) <= _MOST_HITS
        else []
    )


def _is_noun(text: str, start: int, language: Language) -> bool:
    """ "La mise en œuvre de la recommandation" names the matter and judges nothing."""
    before = text[max(0, start - 12) : start]
    return any(match.end() == len(before) - 1 for match in compiled(language.nouns).finditer(before))


def parted(words: str, hit: Hit, text: str, table: Sequence[Row]) -> Grade | None:
    """The grade of a wording and an adverb that commas part from it: "has, in substance, been implemented"."""
    done = text[hit.start : hit.end]
    for together in (f"{done} {words}", f"{words} {done}"):
        for row in table:
            if row.grade and row.grade is not hit.row.grade and row.pattern.fullmatch(together):
                return row.grade
    return None
