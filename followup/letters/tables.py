"""A table of grades at the end of a letter, whatever its layout: one row a paragraph, "12 | Partially implemented".

A row is a paragraph's number and a grade, with a topic between them perhaps: "12 (agencies) ... partially implemented"; or
the grade and the numbers behind it: "Implemented: paragraphs 12 and 14". Lines that were run together are rows as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .hits import Rows, rows
from .knowledge import Knowledge
from .languages import LANGUAGES, Language
from .naming import Named
from .paragraphs import Paragraph, Sentence
from .reading import Grade
from .references import Printed, read_list
from .statement import Statement
from .wording import choice

_NAMED = (
    rf"(?:(?:{choice(word for language in LANGUAGES for word in language.recommendation)})[^.,;:0-9]{{0,30}}? )?"
    rf"(?:(?:{choice(word for language in LANGUAGES for word in language.paragraph)}) )?(?=[1-9])"
)
_HEAD = re.compile(rf"[-|•*– ]{{0,4}}(?:\(?[a-z]\) |[ivx]{{1,4}}[.)] )?{_NAMED}", re.IGNORECASE)
_NAMES = re.compile(rf"[ :|.,(–-]{{1,80}}{_NAMED}", re.IGNORECASE)
_EDGES = " |:.–-()[]*;"
_BETWEEN = _EDGES + ","
_LEAD = re.compile(r"[^:;.0-9]{1,40}:(?= )")
_MAY_BE = re.compile(rf"(?:{_LEAD.pattern})? ?{_HEAD.pattern}", re.IGNORECASE)
_SENTENCE = re.compile(r"[;!?]|[.](?= [A-Z])")
_SET_OFF = re.compile(r"[:|(\[.–-] ?[*(]{0,3}$")
_WORD = re.compile(r"\w+")
_LONGEST_ROWS = 600
_LONGEST_TOPIC = 90
_MOST = 60
_LONGEST = 160
_LONGEST_GRADE = 70
_LONGEST_HEADING = 100
_MOST_HEADINGS = 4
_RULING = re.compile(r"[-=_–—.·* |+]+")
_COLUMNS = re.compile(
    rf"(?:{choice(w for language in LANGUAGES for w in (*language.paragraph, *language.recommendation))})(?!\w)"
    r"[^0-9.;:]{0,60}$",
    re.IGNORECASE,
)

_COLUMN_HEADS = re.compile(_COLUMNS.pattern.replace("{0,60}$", "{0,140}(?=[1-9])"), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """The grades of a table, and the numbers of its paragraphs, title and rulings included."""

    statements: tuple[Statement, ...] = ()
    paragraphs: frozenset[int] = frozenset()


def find_table(
    paragraphs: Sequence[Paragraph], knowledge: Knowledge, language: Language, below: Sequence[Paragraph] = ()
) -> Table:
    """The table of grades of a letter: rows that stand together, most of them with a known grade.

    `below`: what stands below the signature, where an annex may be.
    """
    known = rows(knowledge.wordings, language.code)
    read: dict[int, list[Statement]] = {}
    for before, paragraph in zip([None, *paragraphs, *below], [*paragraphs, *below], strict=False):
        found = _rows(paragraph, known) or _under_heading(before, paragraph, known)
        if found:
            read[paragraph.number] = found
            if found[0].sentence.prose is not paragraph.prose and before:
                read.setdefault(before.number, [])
    together = {
        n for run in _runs(read) if _is_table([s for n in run for s in read[n]]) for n in run if n in read
    }
    if not together:
        return Table()
    found = [statement for n in sorted(together) for statement in read[n]]
    return Table(tuple(found), frozenset(together | _frame([*paragraphs, *below], together)))


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers that follow one another."""
    runs: list[list[int]] = []
    for n in sorted(numbers):
        if runs and runs[-1][-1] >= n - 1:
            runs[-1].append(n)
        else:
            runs.append([n])
    return runs


def _is_table(found: Sequence[Statement]) -> bool:
    known = sum(statement.grade is not None for statement in found)
    return len(found) > 1 and 2 * known >= len(found)


def _rows(paragraph: Paragraph, known: Rows) -> list[Statement]:
    """The rows of a paragraph: none where anything else stands in it."""
    text = paragraph.text
    if len(text) > _LONGEST_ROWS:
        return []
    if single := _unread_row(paragraph, known):
        return [single]
    grades = (
        _grades(text, known)
        if _MAY_BE.match(text) or _COLUMN_HEADS.match(text) or any(_at_start(text, known))
        else []
    )
    if not grades:
        return []
    forward, at = [], _lead(text)
    for start, end, grade in grades:
        forward.append(_row(paragraph, at, start, end, grade))
        at = end + len(text[end:]) - len(text[end:].lstrip(_BETWEEN))
    if all(forward) and at >= len(text):
        return [row for row in forward if row]
    stops = [*(start for start, _, _ in grades[1:]), len(text)]
    backward = [_row_behind(paragraph, *g, stop) for g, stop in zip(grades, stops, strict=True)]
    begins = not text[: grades[0][0]].strip(_BETWEEN)
    return [row for row in backward if row] if begins and all(backward) else []


def _at_start(text: str, known: Rows) -> Iterable[bool]:
    begin = len(text) - len(text.lstrip(_BETWEEN))
    return (row.pattern.match(text, begin) is not None for row in known.rows)


def _lead(text: str) -> int:
    """Where the first row begins, behind "In sum:" or the heads of the columns."""
    lead = _LEAD.match(text) or _COLUMN_HEADS.match(text)
    return lead.end() if lead else 0


def _grades(text: str, known: Rows) -> list[tuple[int, int, Grade | None]]:
    """The grades in a text with their places, the longest where several overlap."""
    words = set(_WORD.findall(text.lower()))
    hits = [
        (match.start(), match.end(), row.grade)
        for row in known.possible(words)
        for match in row.pattern.finditer(text)
    ]
    hits.sort(key=lambda hit: (hit[0] - hit[1], hit[0]))
    kept: list[tuple[int, int, Grade | None]] = []
    for hit in hits[:_MOST]:
        if all(hit[1] <= other[0] or hit[0] >= other[1] for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit[0])


def _row(paragraph: Paragraph, at: int, start: int, end: int, grade: Grade | None) -> Statement | None:
    """ "12 (agencies): partially implemented", from `at` on; the grade is set off from a topic before it."""
    text = paragraph.text
    head = _HEAD.match(text, at)
    refs, stop = read_list(text, head.end()) if head else ([], at)
    between = text[stop:start]
    if not refs or not between or len(between) > _LONGEST_TOPIC or _SENTENCE.search(between):
        return None
    if between.strip(_EDGES + ",") and not (_SET_OFF.search(between) or text[start].isupper()):
        return None
    return _stated(paragraph, grade, start, end, refs)


def _row_behind(
    paragraph: Paragraph, start: int, end: int, grade: Grade | None, stop: int
) -> Statement | None:
    """ "Partially implemented: paragraphs 12 and 14", up to `stop`."""
    text = paragraph.text
    head = _NAMES.match(text, end)
    refs, last = read_list(text, head.end()) if head else ([], end)
    if not refs or text[last:stop].strip(_BETWEEN):
        return None
    return _stated(paragraph, grade, start, end, refs)


def _under_heading(before: Paragraph | None, paragraph: Paragraph, known: Rows) -> list[Statement]:
    """ "Partially implemented", and below it nothing but "Paragraphs 12 and 14"."""
    if before is None or len(before.text) > _LONGEST_GRADE or len(paragraph.text) > _LONGEST:
        return []
    start, stop = _inner(before.text, 0)
    row = next((row for row in known.rows if row.pattern.fullmatch(before.text, start, stop)), None)
    head = _HEAD.match(paragraph.text) if row else None
    refs, end = read_list(paragraph.text, head.end()) if head else ([], 0)
    if row is None or not refs or paragraph.text[end:].strip(_EDGES):
        return []
    return [_stated(before, row.grade, start, stop, refs)]


def _inner(text: str, at: int) -> tuple[int, int]:
    return at + len(text[at:]) - len(text[at:].lstrip(_EDGES)), len(text.rstrip(_EDGES))


def _unread_row(paragraph: Paragraph, known: Rows) -> Statement | None:
    """A number and a few words behind it, which may be a grade of no table."""
    text = paragraph.text
    head = _HEAD.match(text) if len(text) <= _LONGEST else None
    if not head:
        return None
    refs, end = read_list(text, head.end())
    start, stop = _inner(text, end)
    if not refs or start == end or not 3 <= stop - start <= _LONGEST_GRADE:
        return None
    row = next((row for row in known.rows if row.pattern.fullmatch(text, start, stop)), None)
    if row is None and (text.endswith(".") or _grades(text, known)):
        return None  # a sentence
    return _stated(paragraph, row.grade if row else None, start, stop, refs)


def _stated(
    paragraph: Paragraph, grade: Grade | None, start: int, end: int, refs: Sequence[Printed]
) -> Statement:
    named = Named(tuple(dict.fromkeys(printed.ref for printed in refs)))
    return Statement(grade, Sentence(paragraph.prose, 0, len(paragraph.text)), start, end, named)


def _frame(paragraphs: Sequence[Paragraph], together: set[int]) -> set[int]:
    """Headings and rulings: lines of bars, and right above the first row its title, or column heads and a title."""
    bars = {p.number for p in paragraphs if p.text.startswith("|")}
    by_number = {p.number: p for p in paragraphs}
    above: set[int] = set()
    at = min(together | bars) - 1
    while len(above) < _MOST_HEADINGS and (paragraph := by_number.get(at)) and _is_heading(paragraph):
        above.add(at)
        if _RULING.fullmatch(paragraph.text):
            at -= 1
            continue
        if not _COLUMNS.match(paragraph.text):
            break
        at -= 1
    return bars | above


def _is_heading(paragraph: Paragraph) -> bool:
    return len(paragraph.text) <= _LONGEST_HEADING and paragraph.text[-1] not in ".;!?"
