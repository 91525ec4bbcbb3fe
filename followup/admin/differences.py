"""What differs, value by value, between two records of one letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ..intake.record import ROW_KEYS, Record, value
from ..models import GRADES, Letter, PartialDate, State
from .record_form import DATES, PATHS, RecordForm, RowForm


class Difference(NamedTuple):
    """One value that is not the same on both sides, in words; "" where a side has none."""

    what: str
    before: str
    after: str


def edits(letter: Letter) -> list[Difference]:
    """What a person changed in a draft, beside what was read: from the reading to the record."""
    different = _scalars(letter.reading, letter.record)
    left = set()
    for index, row in enumerate(letter.record["assessments"]):
        number = row.get("read")
        left.add(number)
        read = None if number is None else _row(letter.reading, number)
        different += _rows(f"Paragraph {row['paragraph'] or index + 1}", read, row)
    for number, row in enumerate(letter.reading["assessments"]):
        if number not in left:
            different.append(Difference(f"Paragraph {row['paragraph']}: removed", row["text"], ""))
    return different


def between(before: Record, after: Record) -> list[Difference]:
    """Where two records of a draft differ: two rows of its history, or what is stored and what was typed."""
    different, rest = _scalars(before, after), list(before["assessments"])
    for index, row in enumerate(after["assessments"]):
        was = next((one for one in rest if _same(one, row)), None)
        if was is not None:
            rest.remove(was)
        different += _rows(f"Paragraph {row['paragraph'] or index + 1}", was, row)
    for row in rest:
        different += _rows(f"Paragraph {row['paragraph']}", row, None)
    return different


def _same(before: Record, after: Record) -> bool:
    """Whether two rows were read as one; of rows that a person added, whether they are on one paragraph."""
    by = "paragraph" if after.get("read") is None else "read"
    return before.get("read") == after.get("read") and before[by] == after[by]


def _scalars(before: Record, after: Record) -> list[Difference]:
    return [
        Difference(_label(name), in_words(name, value(before, path)), in_words(name, value(after, path)))
        for name, path in PATHS.items()
        if value(before, path) != value(after, path)
    ]


def _rows(what: str, before: Record | None, after: Record | None) -> Iterator[Difference]:
    if before is None and after is not None:
        yield Difference(f"{what}: added", "", after["text"])
    elif before is not None and after is None:
        yield Difference(f"{what}: removed", before["text"], "")
    elif before is not None and after is not None:
        for key in ROW_KEYS:
            if (before[key] or "") != (after[key] or ""):
                label = str(RowForm.base_fields[key].label).lower()
                yield Difference(f"{what}, {label}", in_words(key, before[key]), in_words(key, after[key]))


def _row(record: Record, index: int) -> Record | None:
    rows = record["assessments"]
    return rows[index] if index < len(rows) else None


def _label(name: str) -> str:
    return "State" if name == "state" else str(RecordForm.base_fields[name].label)


def in_words(name: str, entry: Any) -> str:
    """A value of a record as a person writes it."""
    if entry is None:
        return ""
    if name in DATES:
        return PartialDate.parse(entry).words()
    if name == "grade":
        return str(dict(GRADES)[entry])
    if name == "kind":
        return str(Letter.Kind(entry).label)
    if name == "state":
        return str(State.objects.filter(pk=entry).first() or entry)
    if isinstance(entry, list):
        return ", ".join(map(str, entry)) or "none"
    return str(entry)
