"""A subject behind its verb: "Considera, por lo tanto, el Comité que …", "aussi estime-t-il que …"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .languages import LANGUAGES, Language
from .wording import choice, compiled

_PRONOUN = re.compile(r"-(?:t-)?(?:ils?|(?P<she>elles?))(?!\w)", re.IGNORECASE)
_ASIDE = r"(?:, [^,;:]{1,80},)?"


class Behind(NamedTuple):
    """Where such a subject ends, and whether it is the Committee: None for a pronoun that may mean it."""

    end: int
    own: bool | None


def subject_behind(text: str, end: int, at: int, language: Language) -> Behind | None:
    """The subject right behind a verb that ends at `end`: a pronoun, or a named body before "that"."""
    if pronoun := _PRONOUN.match(text, end):
        return Behind(pronoun.end(), False if pronoun["she"] else None)
    shape = _shape(language.code)
    match = shape.subject.match(text, end, at)
    if match is None:
        return None
    if shape.own.fullmatch(match["who"]):
        return Behind(match.end("who"), True)
    others = compiled((*language.speech.others, *language.telling.third))
    return Behind(match.end("who"), False) if others.search(match["who"]) else None


class _Shape:
    """One language's patterns."""

    def __init__(self, language: Language) -> None:
        speech = language.speech
        adverbs = choice(word for word in speech.adverbs if word not in speech.that)
        who = r"(?P<who>(?:el|la|los|las|le|les|l'|este|notre) ?[^,;:]{2,60}?)"
        self.subject = re.compile(
            rf"(?: (?:{adverbs})(?!\w)){{0,3}}{_ASIDE} {who}{_ASIDE} (?:{choice(speech.that)})(?:(?<=')|(?!\w))",
            re.IGNORECASE,
        )
        self.own = re.compile(rf"(?:{choice(speech.speakers)})", re.IGNORECASE)


@lru_cache
def _shape(code: str) -> _Shape:
    return _Shape(next(language for language in LANGUAGES if language.code == code))
