"""Verdicts in words that no table has: they give no grade, and a person is asked."""

from __future__ import annotations

from .claims import About, read_claim
from .clauses import clauses
from .hits import LONGEST_SENTENCE, without_quotes
from .languages import Language
from .paragraphs import Sentence
from .statement import Statement
from .voice import Who, governing, speaks_here
from .wording import compiled, phrases


def unknown_label(sentence: Sentence, language: Language) -> Statement | None:
    """ "Grade: B1": a label with words that are in no table."""
    match = clauses(language).odd_label.match(sentence.text) if sentence.end - sentence.start < 200 else None
    if not match or speaks_here(match["words"], language):
        return None
    start = sentence.start
    return Statement(None, sentence, start + match.start("words"), start + match.end("words"))


def unknown_verdict(sentence: Sentence, topic: Who, language: Language) -> Statement | None:
    """A verdict of the Committee on a recommendation: "has been satisfactorily addressed"."""
    if sentence.end - sentence.start > LONGEST_SENTENCE or topic is Who.QUOTED:
        return None
    text = without_quotes(sentence.prose.text)
    if vague := _vague(text, sentence, topic, language):
        return vague
    for match in clauses(language).verdict.finditer(text, sentence.start, sentence.end):
        start, end = match.start("words"), match.end("words")
        verb = governing(text, sentence.start, start, topic, language, sentence.words)
        if verb is None or verb.kind in ("notes", "hopes") or verb.who is not Who.COMMITTEE:
            continue
        claim = read_claim(text, sentence, verb.end, start, end, language)
        if claim.about is not About.SUBJECT or not claim.finite or claim.open_question:
            continue
        if compiled(language.no_verdicts).match(match["words"].lstrip()):
            continue
        lead = clauses(language).lead.match(text, start)
        begin = lead.end() if lead and lead.end() < end else start
        return Statement(None, sentence, begin, end)
    return None


def _vague(text: str, sentence: Sentence, topic: Who, language: Language) -> Statement | None:
    """A verdict in words that no grade has: "falls short of full implementation"."""
    match = sentence.search(phrases(language.telling.verdicts))
    if match is None or not sentence.search(compiled(language.recommendation)):
        return None
    verb = governing(text, sentence.start, match.start(), topic, language, sentence.words)
    if verb and (verb.kind in ("notes", "hopes", "says") or verb.who is Who.OTHER):
        return None
    return Statement(None, sentence, match.start(), match.end())
