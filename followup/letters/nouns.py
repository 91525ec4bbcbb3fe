"""Grades as nouns: "this amounts to partial implementation", "the implementation of the recommendation is partial".

A noun names a matter and states nothing by itself ("to ensure full implementation"). It is a grade where a verb that
states stands right before it, or a verb of judging, and where it is said of the recommendation or of nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .hits import Hit, Row
from .languages import LANGUAGES, Language
from .paragraphs import Sentence
from .statement import Context, Statement
from .voice import Verb, Who, attributed_behind, begins_with_name, is_opinion
from .wording import choice, compiled

_NEAR = 60
_COMMA = re.compile(r"[,;:] ")
_UNREAL = {  # future and conditional forms, without accents
    "en": re.compile(r"(?<!\w)(?:will|would|shall|should|may|might|could|must|needs?)(?!\w)", re.IGNORECASE),
    "fr": re.compile(r"(?<!\w)\w{1,20}r(?:ait|aient|a|ont)(?!\w)", re.IGNORECASE),
    "es": re.compile(
        r"(?<!\w)(?:\w{1,20}r(?:ia|ian|an)|(?:se|tend|hab|pod|deb\w)\w{0,4}ra)(?!\w)", re.IGNORECASE
    ),
}
_COMMAS = re.compile(r"[ ,]+")
_EDGES = " .,;:()[]\"“”'*|-"


def noun_grade(context: Context, hit: Hit, verb: Verb | None, low: int) -> Statement | None:
    """The statement that a grade's noun makes in a clause that begins at `low`; None where it only names the matter."""
    text, sentence, language = context.text, context.sentence, context.language
    shape = _shape(language.code)
    rest = text[hit.end : sentence.end]
    if not (shape.of_it.match(rest) or not rest.strip(_EDGES) or rest.lstrip()[:1] in ",;:"):
        return None
    before = _COMMAS.sub(" ", text[low : hit.start])  # "se trata, pues, de una aplicación parcial"
    judged = verb is not None and verb.kind == "judges" and verb.who is Who.COMMITTEE
    stated = shape.stated.search(before[-_NEAR:]) or shape.had.search(text[low : hit.start])
    if not stated and not (judged and shape.between.fullmatch(before)):
        return None
    return said(context, hit.row, hit.start, hit.end, before, verb)


def predicates(text: str, sentence: Sentence, language: Language) -> list[Hit]:
    """ "The implementation of the recommendation is therefore partial": the places of the adjectives."""
    shape = _shape(language.code)
    if not compiled(language.telling.implementation).may_stand_in(sentence.words):
        return []
    found = []
    level = shape.level.fullmatch(text, sentence.start, sentence.end)
    for match in [level] if level else shape.predicate.finditer(text, sentence.start, sentence.end):
        row = next(row for row in shape.rows if row.pattern.fullmatch(match["degree"]))
        found.append(Hit(match.start("degree"), match.end("degree"), row, predicate=True))
    return found


def predicate_grade(context: Context, hit: Hit, verb: Verb | None, low: int) -> Statement | None:
    """The statement of such an adjective."""
    return said(context, hit.row, hit.start, hit.end, context.text[low : hit.start], verb)


def said(
    context: Context, row: Row, start: int, end: int, clause: str, verb: Verb | None
) -> Statement | None:
    """A statement of the Committee, or of a main clause in nobody's name; unsure where it is only noted, or denied."""
    text, sentence, language = context.text, context.sentence, context.language
    speech = language.speech
    if _UNREAL[language.code].search(_COMMA.split(clause)[-1]):
        return None
    if verb is None:
        told = compiled((*speech.says, *speech.open_questions)).search(clause) or is_opinion(clause, language)
        if told or begins_with_name(clause) or attributed_behind(text[end : sentence.end], language) is None:
            return None
    elif compiled(speech.open_questions).search(clause) or verb.who is not Who.COMMITTEE:
        return None
    denied = compiled(speech.negations).search(clause) and not compiled(language.telling.only).search(clause)
    sure = not denied and (verb is None or (verb.kind == "judges" and not verb.denied))
    return Statement(row.grade if sure else None, sentence, start, end, firm=verb is None or sure, ahead=True)


class _Shape:
    """One language's patterns."""

    def __init__(self, language: Language) -> None:
        speech, telling = language.speech, language.telling
        gap = r"(?: |(?<='))"
        loose = choice((*speech.determiners, *speech.adverbs, *language.fillers, *telling.articles))
        of_it = rf"(?: (?:{choice(speech.of)})|(?<=')|'){gap}(?:(?:{choice(speech.determiners)}){gap}){{0,4}}"
        recommendation = rf"(?:{choice(language.recommendation)})(?!\w)"
        self.of_it = re.compile(rf"{of_it}{recommendation}", re.IGNORECASE)
        filling = rf"(?:[ ,']|(?<!\w)(?:{loose})(?:(?<=')|(?!\w)))"
        self.stated = re.compile(rf"(?<!\w)(?:{choice(telling.states)}){filling}{{0,12}}$", re.IGNORECASE)
        # "the recommendation has received only partial implementation", whatever the verb
        begins = rf"(?:^|[,;:]) ?(?:(?:{choice((*speech.conjunctions, *speech.that))}){gap}){{0,2}}"
        self.had = re.compile(
            rf"{begins}(?:(?:{choice(speech.determiners)}){gap}){{0,4}}{recommendation}[^.;:,]{{0,80}}?"
            rf" (?:{choice(telling.has)}|{choice(telling.shows)}){filling}{{0,6}}(?:\w+ )?{filling}{{0,6}}$",
            re.IGNORECASE,
        )
        words = choice((*speech.that, *telling.states, *telling.articles))
        self.between = re.compile(
            rf"(?:[ ,']|(?<!\w)(?:{loose}|{words})(?:(?<=')|(?!\w))){{0,24}}", re.IGNORECASE
        )
        copulas = choice(telling.copulas)
        self.predicate = re.compile(
            rf"(?<!\w)(?:{choice(telling.implementation)}){of_it}{recommendation}[^.;:,]{{0,80}}?"
            rf"(?:(?<!:) (?:{copulas}){filling}{{0,12}}| ?: )(?P<degree>{choice(telling.degrees)})(?=[ ,]*(?:[.;:]|$))",
            re.IGNORECASE,
        )
        label = rf"[^\w.]{{0,3}}(?:{choice(language.labels)}) ?[:|-] ?"  # "Level of implementation: partial"
        self.level = re.compile(rf"{label}(?P<degree>{choice(telling.degrees)})[ .*]{{0,3}}", re.IGNORECASE)
        self.rows = tuple(
            Row(re.compile(choice((word,)), re.IGNORECASE), grade, False, True, ())
            for word, grade in telling.degrees.items()
        )


@lru_cache
def _shape(code: str) -> _Shape:
    return _Shape(next(language for language in LANGUAGES if language.code == code))
