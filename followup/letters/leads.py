"""The clause that a sentence opens with to say what it is about: "Regarding paragraph 12, …"."""

from __future__ import annotations

import re
from functools import lru_cache

from .languages import LANGUAGES, Language
from .paragraphs import Sentence, asked_once
from .request import paragraph_lists
from .wording import choice, phrases

_FAR = 260
_MARKER = re.compile(r"(?:[0-9]{1,2}[.)]|[(]?[a-z][.)]|[IVX]{1,5}[.)]|[-•–*·]) ")
_COMMA = re.compile(r"[,;:]")


@lru_cache
def _main_clause(code: str) -> re.Pattern[str]:
    language = next(language for language in LANGUAGES if language.code == code)
    return re.compile(rf", (?:{choice(language.committee[:1])})(?!')\b|[;:!?]", re.IGNORECASE)


def lead_stop(sentence: Sentence, language: Language) -> int | None:
    """Up to where a list may begin that belongs to the opening clause; None where there is no such clause."""
    text = sentence.prose.text
    lead = phrases(language.lead_ins).match(text, sentence.start, sentence.end)
    if not lead:
        return None
    far = min(sentence.end, lead.end() + _FAR)
    main = _main_clause(language.code).search(text, lead.end(), far)
    return main.start() if main else far


@asked_once
def lead_end(sentence: Sentence, language: Language) -> int:
    """Where the opening clause ends that names paragraphs; the sentence's beginning where it has none."""
    text = sentence.prose.text
    marker = _MARKER.match(text, sentence.start, sentence.end)
    below = sentence.part(marker.end(), sentence.end) if marker else sentence
    stop = lead_stop(below, language)
    first = next(iter(paragraph_lists(below, language)), None) if stop is not None else None
    if stop is None or first is None or first.start > stop:
        return sentence.start
    comma = _COMMA.search(text, first.end, sentence.end)
    return comma.start() if comma else sentence.start
