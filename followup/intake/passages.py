"""Recommendations of a draft are put right by hand: one is added, removed, split in two, or joined to another."""

from __future__ import annotations

from ..letters import fold, parse_references
from .record import Record

_OPENING = 200  # characters of a passage in which it names its paragraph


def blank_row() -> Record:
    """An assessment that a person adds: nothing of it was read."""
    return {"paragraph": "", "grade": None, "grade_phrase": None, "text": "", "read": None}


def added(rows: list[Record], passage: str) -> list[Record]:
    """One more recommendation, with a passage that names its own paragraph, or an empty one."""
    text = passage.replace("\r\n", "\n").strip()
    return [*rows, {**blank_row(), "paragraph": _named(text), "text": text}]


def removed(rows: list[Record], index: int) -> list[Record]:
    """The others; all of them where there is no such row."""
    return [row for number, row in enumerate(rows) if number != index]


def split(rows: list[Record], index: int, at: int | None) -> list[Record]:
    """Two recommendations for one: the second begins `at` a character of the passage.

    A place at the edge, or none, gives both the whole passage, for a letter that speaks of two paragraphs in one.
    The grade goes with its words.
    """
    if not 0 <= index < len(rows):
        return rows
    row = rows[index]
    halves = row["text"][:at].strip(), row["text"][at or 0 :].strip()
    first, second = halves if at and all(halves) else (row["text"], row["text"])
    other = {**blank_row(), "paragraph": _other(_named(second), row["paragraph"]), "text": second}
    pair = [_graded({**row, "text": first}, row), _graded(other, row)]
    return [*rows[:index], *pair, *rows[index + 1 :]]


def merged(rows: list[Record], index: int) -> list[Record]:
    """One recommendation for two: the one at `index` is joined to the one before it.

    Two grades that differ are not weighed against each other: the words stay without a grade, and publishing
    waits for a person to choose.
    """
    if not 0 < index < len(rows):
        return rows
    first, second = rows[index - 1], rows[index]
    texts = dict.fromkeys(text for row in (first, second) if (text := row["text"]))
    row = {**first, "paragraph": first["paragraph"] or second["paragraph"], "text": "\n\n".join(texts)}
    if not first["grade_phrase"]:
        row |= {"grade": first["grade"] or second["grade"], "grade_phrase": second["grade_phrase"]}
    elif second["grade"] and second["grade"] != first["grade"]:
        row["grade"] = None
    return [*rows[: index - 1], row, *rows[index + 1 :]]


def _graded(half: Record, row: Record) -> Record:
    """The half of a row with its grade, where the words of the grade stand in it."""
    words = row["grade_phrase"]
    if words and fold(words) in fold(half["text"]):
        return {**half, "grade": row["grade"], "grade_phrase": words}
    return {**half, "grade": None, "grade_phrase": None}


def _named(passage: str) -> str:
    references = parse_references(passage[:_OPENING])
    return references[0].label if references else ""


def _other(named: str, first: str) -> str:
    """The paragraph of the second half; empty where the passage only names that of the first."""
    return "" if named == first else named
