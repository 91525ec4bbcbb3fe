"""Where the values of an assessment stand in the letter: the one place that looks a person's entry up."""

from __future__ import annotations

from ..letters import locate, sentence_around

Spans = dict[str, list[list[int]]]


def assessment_spans(text: str, passage: str, phrase: str | None) -> Spans:
    """Ranges of `text` for a passage, the words of its grade and the sentence they stand in.

    Keys: text, grade_phrase, grade (the sentence). A value that does not stand in the letter has no key.
    """
    spans: Spans = {}
    pieces = locate(text, passage) if passage else ()
    if pieces:
        spans["text"] = [list(piece) for piece in pieces]
    if not phrase:
        return spans
    within = (pieces[0][0], pieces[-1][1]) if pieces else None
    words = locate(text, phrase, within)
    if words:
        spans["grade_phrase"] = [list(piece) for piece in words]
        spans["grade"] = [list(sentence_around(text, words[0][0], words[-1][1]))]
    return spans
