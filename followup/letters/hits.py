"""Wordings of grades found in a sentence, before anything is known of who says them and of what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from .languages import LANGUAGES, Language
from .paragraphs import Sentence
from .quotes import quotations
from .reading import Grade
from .text import view
from .wording import Wording, compiled, likely_rarest, needs, of_grade

LONGEST_SENTENCE = 4000  # beyond these no one wrote a sentence, and no grade is read
_MOST_HITS = 12
_SHORT_QUOTE = 60
_ECHO_END = re.compile(r" ?(?:[,;.)]|$|(?:and|et|y|while|whereas|mientras|tandis)\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """A wording ready for looking up. `done`: it holds a word for "implemented", which may be a noun as well;
    `whole`: it says enough to stand anywhere in a sentence; `needs`: one word of each set stands in what it finds.
    """

    pattern: re.Pattern[str]
    grade: Grade | None
    done: bool
    whole: bool
    needs: tuple[frozenset[str], ...]
    noun: bool = False  # "partial implementation"

    def may_stand_in(self, words: Set[str]) -> bool:
        """Whether it may be found in a sentence of these words."""
        return not any(map(words.isdisjoint, self.needs))


@dataclass(frozen=True, slots=True)
class Rows:
    """All wordings of a language, and by which words of a sentence they are to be looked for.

    A letter has some fifty sentences and a language some fifty wordings: to search for each in each took most of the
    time that the reading of a letter took.
    """

    rows: tuple[Row, ...]
    by_word: Mapping[str, Sequence[int]]
    words: frozenset[str]  # those of `by_word`
    anywhere: Sequence[int]  # wordings without a word that must stand in what they find

    def possible(self, words: Set[str]) -> list[Row]:
        """The wordings that may be found in a sentence of these words, in the order of the table."""
        if self.words.isdisjoint(words) and not self.anywhere:
            return []
        near = {n for word in self.words & words for n in self.by_word[word]}
        found = [self.rows[n] for n in sorted(near.union(self.anywhere))]
        return [row for row in found if row.may_stand_in(words)]


class Hit(NamedTuple):
    """A wording found in a sentence."""

    start: int
    end: int
    row: Row
    echo: bool = False
    predicate: bool = False  # an adjective behind "the implementation of the recommendation is"


@lru_cache(maxsize=32)
def rows(wordings: tuple[Wording, ...], code: str) -> Rows:
    """The wordings of one language, ready for looking up, and those that say neither one grade nor the other."""
    language = next(language for language in LANGUAGES if language.code == code)
    own = [(row.pattern, row.grade) for row in wordings if row.language == code]
    neither = [(row.pattern, None) for row in language.neither]
    table = tuple(_row(pattern, grade, language) for pattern, grade in [*own, *neither]) + _nouns(language)
    by_word: dict[str, list[int]] = {}
    common = {view(word).lower() for word in language.recommendation}
    for n, row in enumerate(table):
        for word in likely_rarest(row.needs, common):
            by_word.setdefault(word, []).append(n)
    return Rows(table, by_word, frozenset(by_word), [n for n, row in enumerate(table) if not row.needs])


def _row(pattern: str, grade: Grade | None, language: Language) -> Row:
    expression = of_grade(pattern, language.done, language.fillers)
    has_done = language.done[0] in re.sub(r"\([^)]*\)", "", pattern)
    whole = grade is not Grade.INSUFFICIENT_INFORMATION or "…" in pattern
    return Row(expression, grade, has_done, whole, needs(pattern, language.done))


def _nouns(language: Language) -> tuple[Row, ...]:
    """ "Partial implementation", "mise en œuvre partielle", "non-implementation"."""
    telling = language.telling
    nouns = "|".join(telling.implementation)
    patterns: list[tuple[str, Grade | None]] = [
        (order, grade)
        for word, grade in telling.degrees.items()
        for order in (f"{word} ({nouns})", f"({nouns}) {word}")
    ]
    patterns += [(pattern, Grade.NOT_IMPLEMENTED) for pattern in telling.undone]
    return tuple(
        Row(of_grade(pattern, (), language.fillers), grade, False, True, needs(pattern), noun=True)
        for pattern, grade in patterns
    )


@lru_cache(maxsize=256)
def without_quotes(text: str) -> str:
    """The text with what is quoted blanked, at the same length. A short quotation may be the grade itself."""
    if '"' not in text and "“" not in text:
        return text
    pieces: list[str] = []
    at = 0
    for start, end in quotations(text):
        inner = text[start + 1 : end - 1]
        short = len(inner) <= _SHORT_QUOTE and end - start > 2
        pieces += (text[at:start], f" {inner} " if short else " " * (end - start))
        at = end
    return "".join(pieces) + text[at:] if pieces else text


def find_hits(text: str, sentence: Sentence, possible: Sequence[Row], language: Language) -> list[Hit]:
    """Wordings in the sentence, of those that it may hold; the longest where several begin or overlap."""
    hits = [
        Hit(match.start(), match.end(), row)
        for row in possible
        for match in row.pattern.finditer(text, sentence.start, sentence.end)
    ]
    hits = [hit for hit in hits if not (hit.row.done and _is_noun(text, hit.start, language))]
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


@lru_cache
def _echoes(code: str) -> tuple[Row, ...]:
    language = next(language for language in LANGUAGES if language.code == code)
    return tuple(_row(row.pattern, row.grade, language) for row in language.telling.echoes)


def find_echoes(text: str, low: int, high: int, language: Language) -> list[Hit]:
    """What stands for a grade behind another one and has no word for "implemented": "and that in paragraph 14 has not".

    Only what ends its clause; where several overlap, the longest.
    """
    hits = [
        Hit(match.start(), match.end(), row)
        for row in _echoes(language.code)
        for match in row.pattern.finditer(text, low, high)
        if _ECHO_END.match(text, match.end())
    ]
    hits.sort(key=lambda hit: (hit.start - hit.end, hit.start))
    kept: list[Hit] = []
    for hit in hits[:_MOST_HITS]:
        if all(hit.end <= other.start or hit.start >= other.end for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.start)


def _is_noun(text: str, start: int, language: Language) -> bool:
    """ "La mise en œuvre de la recommandation" names the matter and judges nothing."""
    if not compiled(language.done).match(text, start):
        return False  # "pour pleinement mise en œuvre"
    before = text[max(0, start - 12) : start]
    return any(match.end() == len(before) - 1 for match in compiled(language.nouns).finditer(before))


def parted(words: str, hit: Hit, text: str, table: Rows) -> Grade | None:
    """The grade of a wording and an adverb that commas part from it: "has, in substance, been implemented"."""
    done = text[hit.start : hit.end]
    for together in (f"{done} {words}", f"{words} {done}"):
        for row in table.rows:
            if row.grade and row.grade is not hit.row.grade and row.pattern.fullmatch(together):
                return row.grade
    return None
