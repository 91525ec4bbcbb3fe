"""The history of a record in public words: roles, never names."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from ..models import Assessment
from ..templatetags.registry import LABELS

ROLES = {"Secretariat": "Secretariat", "Correctors": "Corrector"}
VALUES = {"grade": "Grade", "grade_phrase": "Words of the grade", "text": "Passage"}


class Entry(NamedTuple):
    """Something that happened to a record. `reason` is what the person gave who changed it."""

    on: date
    what: str
    who: str
    reason: str = ""
    correction: bool = False


def history(assessment: Assessment) -> list[Entry]:
    """Newest first: every change of a value, the publication, and the reading it began with."""
    rows = list(
        assessment.history.select_related("history_user")
        .prefetch_related("history_user__groups")
        .order_by("history_date", "history_id")
    )
    entries = [_began(assessment)]
    for before, row in zip([None, *rows], rows, strict=False):
        if before is None:
            entries.append(
                Entry(row.history_date.date(), "Published after check against the letter.", _role(row))
            )
        elif what := _changes(before, row):
            entries.append(
                Entry(row.history_date.date(), what, _role(row), row.history_change_reason or "", True)
            )
    return entries[::-1]


def _began(assessment: Assessment) -> Entry:
    letter = assessment.letter
    if assessment.parsed is None:
        return Entry(letter.added_at.date(), "Entered by hand from the letter.", "Secretariat")
    what = "Grade, paragraph and passage read from the letter."
    return Entry(letter.added_at.date(), what, f"Parser {letter.parser_version}")


def _changes(before: Any, after: Any) -> str:
    """ "Grade corrected from Partially implemented to Implemented." Long texts are not repeated."""
    parts = []
    for name, label in VALUES.items():
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if name == "grade":
            old, new = (LABELS[value or "not_stated"] for value in (old, new))
        parts.append(
            f"{label} corrected." if name == "text" else f"{label} corrected from “{old}” to “{new}”."
        )
    return " ".join(parts)


def _role(row: Any) -> str:
    if row.history_user is None:
        return ""
    groups = {group.name for group in row.history_user.groups.all()}
    return next((role for name, role in ROLES.items() if name in groups), "Staff")
