"""Number words of a language, folded and ready for looking up."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from .languages import LANGUAGES, Language
from .text import view


@lru_cache
def _ordinals(code: str) -> Mapping[str, int]:
    language = next(language for language in LANGUAGES if language.code == code)
    return {view(word).lower(): n for word, n in language.ordinals.items()}


@lru_cache
def _cardinals(code: str) -> Mapping[str, int]:
    language = next(language for language in LANGUAGES if language.code == code)
    return {view(word).lower(): n for word, n in language.numbers.items()}


def ordinals(language: Language) -> Mapping[str, int]:
    """Ordinals by their folded words, those of several words joined by hyphens: "twenty-second"."""
    return _ordinals(language.code)


@lru_cache
def _report_links(code: str) -> frozenset[str]:
    language = next(language for language in LANGUAGES if language.code == code)
    return frozenset(view(word).lower() for word in language.report_links)


def report_links(language: Language) -> frozenset[str]:
    """The words that may stand between the ordinals of combined reports."""
    return _report_links(language.code)


def cardinals(language: Language) -> Mapping[str, int]:
    """Cardinals by their folded words."""
    return _cardinals(language.code)
