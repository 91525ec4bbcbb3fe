"""Measures against a recommendation: what the Committee calls contrary to it, or a rejection of it."""

from __future__ import annotations

from .claims import is_foreign
from .hits import Hit
from .statement import Context, Statement
from .voice import Verb, Who, attributed_behind, is_opinion
from .wording import compiled


def contrary(context: Context, hit: Hit, verb: Verb | None, low: int) -> Statement | None:
    """Measures contrary to the recommendation, or the rejection of it, where the Committee says so."""
    if verb is None:
        return _plainly_contrary(context, hit, low)
    if verb.kind == "notes":
        return None
    region = context.text[verb.end : hit.start]
    speech = context.language.speech
    if compiled((*speech.open_questions, *speech.negations)).search(region):
        return None
    rejected = compiled(speech.rejects).match(context.text, hit.start)
    sure = verb.who is Who.COMMITTEE and (not rejected or bool(compiled(speech.state).search(region)))
    grade = hit.row.grade if sure else None
    return Statement(grade, context.sentence, hit.start, hit.end, ahead=True)


def _plainly_contrary(context: Context, hit: Hit, low: int) -> Statement | None:
    """ "The measures taken are contrary to the recommendation.": a main clause that says it of them."""
    text, language = context.text, context.language
    speech, clause = language.speech, text[low : hit.start]
    rejected = compiled(speech.rejects).match(text, hit.start)
    if rejected or is_opinion(clause, language) or compiled((*speech.that, *speech.relatives)).search(clause):
        return None
    if compiled((*speech.open_questions, *speech.negations)).search(clause):
        return None
    against, words = compiled(language.telling.against), text[low : hit.end]
    without = " ".join(compiled((*speech.adverbs, *language.fillers)).sub(" ", words).split())
    if not (against.search(words) or against.search(without)) or is_foreign(text, hit.end, language):
        return None
    sure = attributed_behind(text[hit.end : context.sentence.end], language)
    return (
        Statement(hit.row.grade if sure else None, context.sentence, hit.start, hit.end, ahead=True)
        if sure is not None
        else None
    )
