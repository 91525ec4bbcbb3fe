"""Whether a lack of information keeps the Committee, and nobody else, from assessing the recommendation."""

from __future__ import annotations

import re
from functools import lru_cache

from .hits import Hit
from .languages import LANGUAGES, Language
from .paragraphs import Sentence
from .request import paragraph_lists
from .voice import Who, holder, opens
from .wording import choice, compiled

_EDGES = " .,;:()[]\"“”'*|-"
_NEAR = 16
_NE = re.compile(r"(?<!\w)n(?:e |')\w+ $", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;.]")


def lacks_information(
    text: str, sentence: Sentence, hit: Hit, low: int, judged: bool, topic: Who, language: Language
) -> bool | None:
    """True where it is so; None where somebody else lacks it, False where it is unclear what is assessed."""
    speech = language.speech
    clause = text[max(low, text.rfind(",", low, hit.start) + 1) : hit.start]
    if compiled(speech.open_questions).search(clause):
        return None
    if not judged and compiled(language.telling.third).search(clause):
        return None
    if not judged and _lacks(text, sentence, hit, topic, language) is Who.OTHER:
        return None
    rest = text[hit.end : sentence.end]
    if not _CLAUSE.split(rest, maxsplit=1)[0].strip(_EDGES):
        return True if judged or hit.row.whole else None
    if not hit.row.whole:
        # "insufficient information on this recommendation", but not "on the number of inspectors"
        return True if judged and _is_on_it(rest, language) else None
    named = compiled(language.recommendation).search(text, hit.start, sentence.end)
    behind = paragraph_lists(sentence.part(hit.end, sentence.end), language)
    if named and named.start() < hit.end:
        return True
    if named:
        lead = text[hit.end : named.start()]
    elif behind:
        lead = text[hit.end : behind[0].start]
    elif compiled(language.recommendation).search(text, sentence.start, hit.start):
        lead = _CLAUSE.split(rest, maxsplit=1)[0]  # "to assess its implementation"
    else:
        # "to assess the measures taken since", in a passage that is about nothing else
        lead = _CLAUSE.split(rest, maxsplit=1)[0]
        return True if _matter(language.code).fullmatch(lead) else None
    # "cannot determine, on the basis of the information available to it, whether the"
    plain = "".join(piece for piece in lead.split(",") if not opens(piece, language))
    return bool(_matter(language.code).fullmatch(plain or " "))


def _lacks(text: str, sentence: Sentence, hit: Hit, topic: Who, language: Language) -> Who:
    """Who lacks the information, or cannot assess."""
    speech = language.speech
    low = max(sentence.start, hit.start - _NEAR)
    if compiled(speech.objects).search(text, low, hit.end):
        return Who.COMMITTEE
    verbs = compiled((*speech.inability, *speech.lacks))
    match = verbs.search(text, low, hit.end)
    if match is None:
        return Who.UNCLEAR
    return holder(text[sentence.start : match.start()], topic, language)


def _is_on_it(rest: str, language: Language) -> bool:
    named = compiled(language.recommendation).search(rest)
    return named is not None and bool(_matter(language.code).fullmatch(rest[: named.start()]))


def with_negation(text: str, low: int, start: int) -> int:
    """Where a wording begins with the first half of its negation: "ne dispose pas de renseignements suffisants"."""
    near = _NE.search(text, max(low, start - _NEAR), start)
    return near.start() if near and text[start : start + 3].lower() in ("pas", "jam") else start


@lru_cache
def _matter(code: str) -> re.Pattern[str]:
    language = next(language for language in LANGUAGES if language.code == code)
    speech = language.speech
    done = (*language.done, *language.auxiliaries, *language.fillers)  # "si se ha aplicado la recomendación"
    words = choice((*speech.assessed, *speech.determiners, *speech.that, *speech.stand_ins, *done))
    return re.compile(rf"(?: |,|(?<![\w])(?:{words})(?:(?<=')|(?!\w))){{1,24}}", re.IGNORECASE)
