"""A table of grades at the end of a letter: one row a paragraph, "12 | Partially implemented"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .grades import Row, Statement, rows
from .knowledge import Knowledge
from .languages import LANGUAGES, Language
from .paragraphs import Paragraph, Sentence
from .references import read_list
from .wording import choice

_HEAD = re.compile(
    rf"[-|•*– ]{{0,4}}(?:(?:{choice(word for language in LANGUAGES for word in language.recommendation)}) )?"
    rf"(?:(?:{choice(word for language in LANGUAGES for word in language.paragraph)}) )?(?=[1-9])",
    re.IGNORECASE,
)
_EDGES = " |:.–-()[]*"
_LONGEST = 160
_LONGEST_GRADE = 70


@dataclass(frozen=True, slots=True)
class Table:
    """The grades of a table, and the numbers of its paragraphs, title and rulings included."""

    statements: tuple[Statement, ...] = ()
    paragraphs: frozenset[int] = frozenset()


def find_table(paragraphs: Sequence[Paragraph], knowledge: Knowledge, language: Language) -> Table:
    """The table of grades of a letter: rows that stand together, most of them with a known grade."""
    known = rows(knowledge.wordings, language.code)
    read = {p.number: s for p in paragraphs if (s := _row(p, known))}
    together = {n for n in read if n - 1 in read or n + 1 in read}
    if not any(read[n].grade for n in together):
        return Table()
    return Table(tuple(read[n] for n in sorted(together)), frozenset(together | _frame(paragraphs, together)))


def _row(paragraph: Paragraph, known: Sequence[Row]) -> Statement | None:
    text = paragraph.text
    head = _HEAD.match(text) if len(text) <= _LONGEST else None
    if not head:
        return None
    refs, end = read_list(text, head.end())
    start = end + len(text[end:]) - len(text[end:].lstrip(_EDGES))
    stop = len(text.rstrip(_EDGES))
    if not refs or start == end or not 3 <= stop - start <= _LONGEST_GRADE:
        return None
    grade = next((row.grade for row in known if row.pattern.fullmatch(text, start, stop)), None)
    whole = Sentence(paragraph.prose, 0, len(text))
    return Statement(grade, whole, start, stop, tuple(dict.fromkeys(printed.ref for printed in refs)))


def _frame(paragraphs: Sequence[Paragraph], together: set[int]) -> set[int]:
    """Headings and rulings: lines of bars, and a short title right above the first row."""
    bars = {p.number for p in paragraphs if p.text.startswith("|")}
    first = min(together | bars)
    above = next((p for p in paragraphs if p.number == first - 1), None)
    title = {above.number} if above and len(above.text) <= 100 and above.text[-1] not in ".;!?" else set()
    return bars | title
