"""Words put into a sentence that are not its main clause: "which it assessed in 2019 as …", "contrary to what … asserts"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from .languages import LANGUAGES, Language
from .paragraphs import Sentence
from .reading import Range
from .wording import Finder, choice, compiled, phrases

_LONGEST = 200


@lru_cache
def _relative(code: str) -> re.Pattern[str]:
    language = next(language for language in LANGUAGES if language.code == code)
    return re.compile(
        rf"(?<=[\w)]),( (?:{choice(language.speech.relatives)})(?:(?<=')|(?!\w))[^,;:]{{1,{_LONGEST}}}),",
        re.IGNORECASE,
    )


def without_insertions(
    text: str, sentence: Sentence, at: int, recalled: Iterable[Range], language: Language
) -> str:
    """The text with closed insertions before a place blanked, at the same length: the commas stay.

    `recalled`: places of grades of an earlier day; what commas part off around one is an insertion too.
    """
    holes = []
    if "," in text[sentence.start : at]:
        holes += [match.span(1) for match in _relative(language.code).finditer(text, sentence.start, at)]
    disputed = phrases(language.telling.disputes)
    if disputed.may_stand_in(sentence.words):
        holes += [
            hole
            for match in disputed.finditer(text, sentence.start, at)
            if (hole := _up_to_comma(text, match, at))
        ]
    holes += [
        hole for match in sentence.finditer(_in_its_view(language.code)) if (hole := _own(text, match, at))
    ]
    holes += [hole for start, end in recalled if (hole := _between_commas(text, sentence, start, end, at))]
    if match := sentence.search(compiled(language.respectively)):
        holes += [
            found.span() for found in _parted(language.code).finditer(text, match.start() - 2, sentence.end)
        ]
    for start, end in holes:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def _own(text: str, match: re.Match[str], at: int) -> Range | None:
    """Where an insertion stands that says whose view a clause is, if it says nothing else."""
    closed = match.end() < at and text[match.end()] == "," and text[: match.start()].endswith(", ")
    return match.span() if closed else None


@lru_cache
def _in_its_view(code: str) -> Finder:
    """ "Has, in the view of the Committee, been implemented"."""
    language = next(language for language in LANGUAGES if language.code == code)
    return compiled((*(row.pattern for row in language.speech.impersonal), *language.telling.concerning))


@lru_cache
def _parted(code: str) -> re.Pattern[str]:
    language = next(language for language in LANGUAGES if language.code == code)
    return re.compile(rf",? (?:{choice(language.respectively)})(?!\w),?", re.IGNORECASE)


def _up_to_comma(text: str, match: re.Match[str], at: int) -> Range | None:
    comma = text.find(",", match.end(), min(at, match.end() + _LONGEST))
    return (match.start(), comma) if comma >= 0 else None


def _between_commas(text: str, sentence: Sentence, start: int, end: int, at: int) -> Range | None:
    before, after = text.rfind(",", sentence.start, start), text.find(",", end, at)
    if before < 0 or after < 0 or ";" in text[before:after]:
        return None
    return before + 1, after
