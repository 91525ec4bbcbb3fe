"""A recommendation presented with its grade: "Recommendation that remains unimplemented."."""

from __future__ import annotations

import re
from functools import lru_cache

from .hits import Hit
from .languages import LANGUAGES, Language
from .nouns import said
from .statement import Context, Statement
from .voice import Verb, begins_with_name, opens
from .wording import choice, compiled, phrases

_EDGES = " .,;:()[]\"“”'*|-"
_NEAR = 160
_YEAR = re.compile(r"(?<![\w/])(?:19|20)[0-9]{2}(?![\w/])")
_COMMITTEE = re.compile("comm?it", re.IGNORECASE)


def presented(context: Context, hit: Hit, verb: Verb | None, low: int) -> Statement | None:
    """The statement where a recommendation with no article, or an indefinite one, stands right beside the wording.

    Without an article it is the whole sentence; with one, the clause says of something that it is such a recommendation.
    """
    text, sentence, language = context.text, context.sentence, context.language
    shape = _shape(language.code)
    rest = text[hit.end : sentence.end]
    noun = shape.behind.match(rest)
    rest = rest[noun.end() :] if noun else rest
    ended = not rest.strip(_EDGES)
    if not ended and rest.lstrip()[:1] not in (",", ";"):
        return None
    before = (shape.open if noun else shape.before).search(text, max(low, hit.start - _NEAR), hit.start)
    if before is None:
        return None
    clause = text[low : before.start()]
    bare = not before["article"] or not clause.strip(_EDGES)
    opened = not clause.strip(_EDGES) or (clause.rstrip().endswith(",") and opens(clause, language))
    if bare and not (ended and opened):
        return None
    if compiled((*language.speech.others, *language.speech.open_questions)).search(clause):
        return None
    return said(context, hit.row, hit.start, hit.end, text[low : hit.start], verb)


def categorised(context: Context, hit: Hit, verb: Verb | None, low: int) -> Statement | None:
    """ "The recommendation receives the mark “partially implemented”.": a wording called a grade, whatever the verb.

    Nobody else may be named before it, nor another day, and the clause has to name the recommendation or the Committee.
    """
    text, sentence, language = context.text, context.sentence, context.language
    shape = _shape(language.code)
    before = shape.called.search(text, max(low, hit.start - _NEAR), hit.start)
    rest = shape.given.sub("", text[hit.end : sentence.end], count=1)
    if before is None or rest.strip(_EDGES):
        return None
    speech, telling = language.speech, language.telling
    clause = text[sentence.start : before.start()]
    foreign = (*speech.others, *telling.third, *speech.says, *speech.open_questions, *speech.negations)
    if compiled(foreign).search(clause) or _YEAR.search(clause) or begins_with_name(clause):
        return None
    if phrases((*speech.hopes, *telling.earlier, *telling.acts)).search(clause):
        return None
    of_it = compiled((*language.recommendation, *language.paragraph)).search(
        text, sentence.start, sentence.end
    )
    if not of_it and not _COMMITTEE.search(clause) and not shape.is_it.search(before.group()):
        return None
    return said(context, hit.row, hit.start, hit.end, text[low : hit.start], verb)


class _Shape:
    """One language's patterns: the words before a wording, those before it where the noun stands behind, the noun."""

    def __init__(self, language: Language) -> None:
        speech, telling = language.speech, language.telling
        gap = r"(?: |(?<='))"
        name = rf"(?:{choice(language.recommendation)})(?!\w)"
        article = rf"(?P<article>(?:{choice(telling.indefinite)}){gap})"
        known = (*language.auxiliaries, *language.fillers, *speech.adverbs, *speech.finite, *speech.links)
        words = choice((*known, *speech.relatives, *telling.only))
        group = rf"(?:{gap}?(?:{words})(?:(?<=')|(?!\w))){{0,7}} ?"
        placed = rf"(?: (?:{choice((*speech.contained, *speech.attached))})(?!\w)[^,;:.]{{0,60}}?)?"
        self.before = re.compile(rf"(?<!\w){article}?{name}{placed}{group}$", re.IGNORECASE)
        self.open = re.compile(rf"(?<!\w){article}{group}$", re.IGNORECASE)
        self.behind = re.compile(rf" {name}", re.IGNORECASE)
        of = rf"(?:{choice((*speech.of, *telling.copulas, *speech.links, *speech.determiners))}){gap}"
        self.called = re.compile(
            rf"(?<!\w)(?:{choice(telling.gradings)})(?!\w)[ ,:]{{1,3}}(?:{of}){{0,3}}(?:{name} )?[ :]{{0,3}}$",
            re.IGNORECASE,
        )
        self.is_it = re.compile(rf" (?:{choice(telling.copulas)}) +$", re.IGNORECASE)
        to = rf" {{1,2}}(?:to|for|a|aux?|pour|para) (?:(?:{choice(speech.determiners)}){gap}){{0,2}}{name}"
        self.given = re.compile(to, re.IGNORECASE)


@lru_cache
def _shape(code: str) -> _Shape:
    return _Shape(next(language for language in LANGUAGES if language.code == code))
