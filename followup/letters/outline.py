"""The outline of a letter: what frames it (examination, request, report), its passages, its farewell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .closing import find_farewell
from .grades import statements
from .head import find_date
from .hits import rows
from .knowledge import Knowledge
from .languages import Language
from .openings import prove_request
from .paragraphs import Letter, Paragraph, Sentence
from .passages import Stretch, lay_out
from .reading import Found
from .request import Asked, find_request
from .statement import Statement
from .tables import find_table
from .text import Prose


@dataclass(frozen=True, slots=True)
class Outline:
    """The sentences outside the passages, the date, the request, the passages, and where the farewell begins."""

    frame: tuple[Sentence, ...]
    date: Found[str] | None
    asked: Asked
    passages: tuple[Stretch, ...]
    table: tuple[Statement, ...]
    farewell: int | None


def outline(letter: Letter, knowledge: Knowledge, language: Language) -> Outline:
    """Cut the body of a letter into what frames it and the passages."""
    body = letter.paragraphs[letter.body :]
    farewell = find_farewell(letter, (language,))
    body = body if farewell is None else _until(body, farewell)
    sentences = [sentence for paragraph in body for sentence in paragraph.sentences()]
    dated = find_date(letter)
    written = dated.value if dated else None
    asked = prove_request(find_request(sentences, language, written), sentences, language, written)
    below = _below_request(body, asked)
    annex = [p for p in letter.paragraphs if farewell is not None and p.prose.ranges[0][0] >= farewell]
    table = find_table(below, knowledge, language, annex)
    known = rows(knowledge.wordings, language.code)

    @cache  # the closing asks again and again
    def graded(sentence: Sentence) -> bool:
        return bool(statements(sentence, None, known, language))

    above = [p.text for p in body[: len(body) - len(below)]]
    passages = lay_out(below, asked.refs, language, table.paragraphs, graded, above)
    taken: dict[int, int] = {}
    for paragraph, start, _ in (part for stretch in passages for part in stretch.parts):
        taken[paragraph.number] = min(start, taken.get(paragraph.number, start))
    frame = [s for p in body if p.number not in table.paragraphs for s in _outside(p, taken)]
    return Outline(tuple(frame), dated, asked, passages, table.statements, farewell)


def _until(body: Sequence[Paragraph], place: int) -> list[Paragraph]:
    """The paragraphs above a place in the letter; the one it lies in up to there."""
    kept = []
    for paragraph in body:
        end = paragraph.prose.before(place)
        if end == len(paragraph.text):
            kept.append(paragraph)
            continue
        return [*kept, Paragraph(_cut(paragraph, end), paragraph.number)] if end else kept
    return kept


def _cut(paragraph: Paragraph, end: int) -> Prose:
    prose = paragraph.prose
    while end and prose.text[end - 1] == " ":
        end -= 1
    return prose.until(end)


def _below_request(body: Sequence[Paragraph], asked: Asked) -> list[Paragraph]:
    if asked.sentence is None:
        return list(body)
    request = asked.sentence.prose
    at = next((n for n, paragraph in enumerate(body) if paragraph.prose is request), -1)
    return list(body[at + 1 :])


def _outside(paragraph: Paragraph, taken: dict[int, int]) -> list[Sentence]:
    """The sentences of a paragraph that no passage holds: all, those before a passage begins in it, or none."""
    start = taken.get(paragraph.number, len(paragraph.text))
    return [s for s in paragraph.sentences() if s.end <= start]
