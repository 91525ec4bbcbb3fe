"""Verdicts in words that no table has: they give no grade, and a person is asked."""

from __future__ import annotations

from .clauses import clauses
from .grades import LONGEST_SENTENCE, Statement, without_quotes
from .languages import Language
from .paragraphs import Sentence
from .voice import speaks
from .wording import compiled


def unknown_label(sentence: Sentence, language: Language) -> Statement | None:
    """ "Grade: B1": a label with words that are in no table."""
    match = clauses(language).odd_label.match(sentence.text) if sentence.end - sentence.start < 200 else None
    if not match or compiled(language.committee[:1]).search(match["words"]):
        return None
    start = sentence.start
    return Statement(None, sentence, start + match.start("words"), start + match.end("words"))


def unknown_verdict(sentence: Sentence, before: Sentence | None, language: Language) -> Statement | None:
    """A verdict of the Committee on a recommendation: "has been satisfactorily addressed"."""
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return None
    text = without_quotes(sentence.prose.text)
    for match in clauses(language).verdict.finditer(text, sentence.start, sentence.end):
        start = match.start("words")
        voice = speaks(text, sentence, before, start, sentence.start, language)
        if (
            voice is None
            or not voice.is_verdict
            or compiled(language.no_verdicts).match(match["words"].lstrip())
        ):
            continue
        lead = clauses(language).lead.match(text, start)
        begin = lead.end() if lead and lead.end() < match.end() else start
        return Statement(None, sentence, begin, match.end("words"))
    return None
