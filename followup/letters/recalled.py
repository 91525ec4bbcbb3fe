"""Whether a verdict is one of today, or of an earlier letter that the Committee recalls.

The tense tells more than any list of words: "had found", and "considered … had been", are of an earlier day. A verb of
judging in the simple past is too where the clause names an earlier act; where it names none, a person is asked.
"""

from __future__ import annotations

import re
from enum import Enum

from .languages import Language
from .paragraphs import Sentence
from .voice import Verb
from .wording import Finder, compiled, phrases

_YEAR = re.compile(r"(?<![\w/])(?:19|20)[0-9]{2}(?![\w/])")
_GROUP = 36  # characters before a grade in which its verb group stands
_LEFT = 28
_TAIL = re.compile(r"[;:]|\.(?=\s|$)")


class When(Enum):
    """Of which day a verdict is."""

    TODAY = "today"
    UNSURE = "unsure"
    EARLIER = "earlier"


def when(
    text: str,
    sentence: Sentence,
    verb: Verb | None,
    low: int,
    start: int,
    end: int,
    stop: int,
    language: Language,
) -> When:
    """Of which day a grade is that stands from `start` to `end`; its clause begins at `low`, the next grade at `stop`."""
    telling = language.telling
    was, judged = compiled(telling.was), compiled(telling.judged)
    if not (
        was.may_stand_in(sentence.words) or judged.may_stand_in(sentence.words) or _acts(sentence, language)
    ):
        return When.TODAY
    group = text[max(low, start - _GROUP) : end]
    past = bool(compiled(telling.was_before).search(group))
    tail = _TAIL.search(text, end, stop)
    clause_end = tail.start() if tail else stop
    if verb is None:
        return _bare(text, sentence, low, start, clause_end, past, language)
    return _governed(text, sentence, verb, group, clause_end, past, language)


def _acts(sentence: Sentence, language: Language) -> bool:
    return phrases(language.telling.acts).may_stand_in(sentence.words)


def _governed(
    text: str, sentence: Sentence, verb: Verb, group: str, stop: int, past: bool, language: Language
) -> When:
    telling = language.telling
    left = text[max(sentence.start, verb.start - _LEFT) : verb.start]
    words = text[verb.start : verb.end]
    before = compiled(telling.judged_before)
    if before.match(words) or _ends_with(before, left, language):
        return When.EARLIER
    if not compiled(telling.judged).fullmatch(words) or _ends_with(compiled(telling.perfect), left, language):
        return When.UNSURE if past else When.TODAY
    if _is_earlier(text, sentence.start, verb.end, language) or _is_earlier(
        text, verb.end, stop, language, day=False
    ):
        return When.EARLIER
    then = past or compiled(telling.was).search(group) or not compiled(telling.has).search(group)
    return When.UNSURE if then else When.TODAY


def _bare(
    text: str, sentence: Sentence, low: int, start: int, stop: int, past: bool, language: Language
) -> When:
    """A main clause without a verb of judging: "was assessed in 2021 as", "had not been implemented"."""
    telling = language.telling
    clause = text[low:start]
    rated = next(iter(compiled(language.speech.judged).finditer(clause)), None)
    if rated is None:
        if past:
            return When.EARLIER
        return When.UNSURE if phrases(telling.acts).search(text, low, start) else When.TODAY
    left = clause[: rated.start()]
    of_today = _ends_with(compiled(telling.perfect), left[-_LEFT:], language)
    of_today = of_today and not _ends_with(compiled(telling.was), left[-_LEFT:], language)
    if of_today and not past:
        return When.TODAY
    if past or _is_earlier(text, low, start, language) or _is_earlier(text, start, stop, language, day=False):
        return When.EARLIER
    return When.UNSURE if _ends_with(compiled(telling.was), left[-_LEFT:], language) else When.TODAY


def _is_earlier(text: str, low: int, high: int, language: Language, day: bool = True) -> bool:
    """Whether an earlier act is named, or an earlier day."""
    telling = language.telling
    if phrases(telling.acts).search(text, low, high):
        return True
    return day and bool(phrases(telling.earlier).search(text, low, high) or _YEAR.search(text, low, high))


def _ends_with(finder: Finder, left: str, language: Language) -> bool:
    """Whether a verb form stands last before a place, adverbs apart."""
    words = left.rstrip()
    matches = list(finder.finditer(words))
    if not matches:
        return False
    between = words[matches[-1].end() :]
    return not compiled((*language.speech.adverbs, *language.telling.between)).sub(" ", between).strip(" ,'")
