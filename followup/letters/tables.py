"""A table of grades at the end of a letter: one row a paragraph, "12 | Partially implemented"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .hits import Rows, rows
from .knowledge import Knowledge
from .languages import LANGUAGES, Language
from .naming import Named
from .paragraphs import Paragraph, Sentence
from .references import read_list
from .statement import Statement
from .wording import choice

_HEAD = re.compile(
    rf"[-|•*– ]{{0,4}}(?:(?:{choice(word for language in LANGUAGES for word in language.recommendation)}) )?"
    rf"(?:(?:{choice(word for language in LANGUAGES for word in language.paragraph)}) )?(?=[1-9])",
    re.IGNORECASE,
)
_EDGES = " |:.–-()[]*"
_LONGEST = 160
_LONGEST_GRADE = 70
_LONGEST_HEADING = 100
_MOST_HEADINGS = 3
_COLUMNS = re.compile(
    rf"(?:{choice(w for language in LANGUAGES for w in (*language.paragraph, *language.recommendation))})(?!\w)"
    r"[^0-9.;:]{0,60}$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Table:
    """The grades of a table, and the numbers of its paragraphs, title and rulings included."""

    statements: tuple[Statement, ...] = ()
    paragraphs: frozenset[int] = frozenset()


def find_table(paragraphs: Sequence[Paragraph], knowledge: Knowledge, language: Language) -> Table:
    """The table of grades of a letter: rows that stand together, most of them with a known grade."""
    known = rows(knowledge.wordings, language.code)
    read = {p.number: s for p in paragraphs if (s := _row(p, known))}
    together = {n for run in _runs(read) if _is_table([read[n] for n in run]) for n in run}
    if not together:
        return Table()
    return Table(tuple(read[n] for n in sorted(together)), frozenset(together | _frame(paragraphs, together)))


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers that follow one another."""
    runs: list[list[int]] = []
    for n in sorted(numbers):
        if runs and runs[-1][-1] == n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


def _is_table(found: Sequence[Statement]) -> bool:
    known = sum(statement.grade is not None for statement in found)
    return len(found) > 1 and 2 * known >= len(found)


def _row(paragraph: Paragraph, known: Rows) -> Statement | None:
    text = paragraph.text
    head = _HEAD.match(text) if len(text) <= _LONGEST else None
    if not head:
        return None
    refs, end = read_list(text, head.end())
    start = end + len(text[end:]) - len(text[end:].lstrip(_EDGES))
    stop = len(text.rstrip(_EDGES))
    if not refs or start == end or not 3 <= stop - start <= _LONGEST_GRADE:
        return None
    grade = next((row.grade for row in known.rows if row.pattern.fullmatch(text, start, stop)), None)
    whole = Sentence(paragraph.prose, 0, len(text))
    named = Named(tuple(dict.fromkeys(printed.ref for printed in refs)))
    return Statement(grade, whole, start, stop, named)


def _frame(paragraphs: Sequence[Paragraph], together: set[int]) -> set[int]:
    """Headings and rulings: lines of bars, and right above the first row its title, or column heads and a title."""
    bars = {p.number for p in paragraphs if p.text.startswith("|")}
    by_number = {p.number: p for p in paragraphs}
    above: set[int] = set()
    at = min(together | bars) - 1
    while len(above) < _MOST_HEADINGS and (paragraph := by_number.get(at)) and _is_heading(paragraph):
        above.add(at)
        if not _COLUMNS.match(paragraph.text):
            break
        at -= 1
    return bars | above


def _is_heading(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _LONGEST_HEADING and paragraph.text[-1] not in ".;!?"
