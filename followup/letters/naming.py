"""Which paragraphs a statement names: those in front of it, or behind it where its words look ahead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .clauses import clauses
from .languages import LANGUAGES, Language
from .paragraphs import Sentence
from .references import ParagraphRef, read_list
from .request import PrintedList, crosses, paragraph_lists
from .wording import choice, compiled

_BARE_REF = re.compile(r"[1-9](?<![0-9.,/(].)[0-9]{0,2}(?: ?\(?[a-z]\))?(?: ?\([ivx]{1,4}\))?(?![0-9])")

Place = tuple[tuple[ParagraphRef, ...], int]


def names(
    spans: Sequence[tuple[int, int, bool]], text: str, sentence: Sentence, language: Language
) -> list[tuple[ParagraphRef, ...]]:
    """The paragraphs of each statement, given as start, end, and whether its words look ahead."""
    places = _references(text, sentence, language)
    if len(spans) > 1 and compiled(language.respectively).search(text, sentence.start, sentence.end):
        dealt = [ref for refs, _ in places for ref in refs]
        if len(dealt) == len(spans):
            return [(ref,) for ref in dealt]
    result: list[tuple[ParagraphRef, ...]] = []
    at = sentence.start
    for n, (start, end, ahead) in enumerate(spans):
        stop = spans[n + 1][0] if n + 1 < len(spans) else sentence.end
        before = [ref for refs, place in places if at <= place < start for ref in refs]
        behind = [(refs, place) for refs, place in places if start <= place < stop]
        if n + 1 < len(spans) and not spans[n + 1][2]:
            behind = behind[:1]  # the other ones are what the next statement is about
        at = end
        if behind and (ahead or (not before and len(spans) == 1)):
            before, at = [ref for refs, _ in behind for ref in refs], behind[-1][1] + 1
        if not before and result:
            before = list(result[-1])
        result.append(tuple(dict.fromkeys(before)))
    return result


def _references(text: str, sentence: Sentence, language: Language) -> list[Place]:
    """Paragraphs named in a sentence, cross-references left out; also bare ones behind "and": "and 35 (b) not"."""
    lists = paragraph_lists(sentence, language)
    own = [item for item in lists if _is_own(sentence, item, language)]
    places = [(tuple(p.ref for p in item.refs), item.start) for item in own]
    covered = [(item.start, item.end) for item in lists]
    for match in _BARE_REF.finditer(text, sentence.start, sentence.end):
        if (
            places
            and all(not (low <= match.start() < high) for low, high in covered)
            and clauses(language).said_of.match(text, match.end())
        ):
            refs, _ = read_list(text, match.start())
            if refs:
                places.append((tuple(p.ref for p in refs), match.start()))
    return sorted(places, key=lambda item: item[1])


def _is_own(sentence: Sentence, item: PrintedList, language: Language) -> bool:
    """No cross-reference; "the recommendation set out in paragraph 35 (b)" names its own paragraph."""
    text = sentence.prose.text
    near = text[max(sentence.start, item.start - 90) : item.start]
    return not crosses(sentence, item, language) or bool(_set_out(language.code).search(near))


@lru_cache
def _set_out(code: str) -> re.Pattern[str]:
    language = next(language for language in LANGUAGES if language.code == code)
    nouns = choice((*language.recommendation, *language.speech.stand_ins))
    attached = choice((*language.speech.contained, *language.speech.attached))
    return re.compile(rf"(?<!\w)(?:{nouns})(?: (?:{attached})){{1,5}} ?$", re.IGNORECASE)
