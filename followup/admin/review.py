"""What the review screen shows: the letter's lines on one side, cards with the values on the other."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from django.forms import BoundField

from ..intake import Problem, problems
from ..intake.record import ROW_KEYS, row_path, value
from ..letters import left_out
from ..marks import Line, assessment_marks, assessment_spans, emphasis, line_of, lines, value_marks
from ..models import Letter
from .forms import FIELDS, PATHS, RecordForm, RowForm

FOUND, CHECK, MISSING, EDITED, BLANK = "found", "check", "missing", "edited", ""
STATUS_WORDS = {FOUND: "Found", CHECK: "Check", MISSING: "Missing", EDITED: "Edited", BLANK: ""}
# values that a letter may well lack: empty is no gap
_OPTIONAL = {"request.due", "addressee.email", "language"}
_GROUPS = (
    ("The letter", ("kind", "language", "reference", "date", "state")),
    ("Concluding observations", ("symbol", "reports", "session", "session_held")),
    ("What was asked", ("months", "due", "paragraphs")),
    ("Follow-up report", ("report_symbol", "received", "assessed_session", "assessed_held")),
    (
        "Personal data, for staff only",
        ("addressee_name", "addressee_email", "signatory_name", "signatory_role"),
    ),
)


@dataclass(slots=True)
class Value:
    """One field on a card: where it was read, how sure that is, and what there is to look at."""

    bound: BoundField
    path: str
    status: str
    line: int | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def status_word(self) -> str:
        return STATUS_WORDS[self.status]


@dataclass(slots=True)
class Card:
    """One recommendation, or the letter itself."""

    id: str
    title: str
    values: dict[str, Value]
    problems: list[Problem] = field(default_factory=list)
    index: int | None = None
    form: Any = None

    @property
    def status(self) -> str:
        """The worst of its values: what needs a look comes before what is done."""
        found = {entry.status for entry in self.values.values()}
        return next((status for status in (CHECK, MISSING, EDITED) if status in found), FOUND)

    @property
    def status_word(self) -> str:
        return STATUS_WORDS[self.status]

    @property
    def line(self) -> int | None:
        return next((entry.line for entry in self.values.values() if entry.line), None)


@dataclass(slots=True)
class Screen:
    """Everything the review template needs."""

    letter: Letter
    lines: list[Line]
    rows: list[Card]
    groups: list[tuple[str, list[Value]]]
    problems: list[tuple[Problem, str]]  # with the id of the field each one speaks of

    @property
    def open_problems(self) -> list[tuple[Problem, str]]:
        return [
            (problem, anchor) for problem, anchor in self.problems if problem.blocks and not problem.settled
        ]

    @property
    def notes(self) -> list[tuple[Problem, str]]:
        return [
            (problem, anchor)
            for problem, anchor in self.problems
            if not problem.blocks and not problem.settled
        ]

    @property
    def counted(self) -> tuple[int, int]:
        """Values in order, of all values."""
        entries = [entry for _, group in self.groups for entry in group]
        entries += [entry for card in self.rows for entry in card.values.values()]
        told = [entry for entry in entries if entry.status != BLANK]
        return sum(entry.status in {FOUND, EDITED} for entry in told), len(told)


def screen(letter: Letter, form: RecordForm, rows: Any) -> Screen:
    """Lay the draft out beside its letter; `form` and `rows` are bound or fresh."""
    found = problems(letter)
    by_path: dict[str, list[Problem]] = {}
    for problem in found:
        by_path.setdefault(problem.field, []).append(problem)
    cards = [_card(letter, index, row, by_path) for index, row in enumerate(rows)]
    groups = [
        (title, [_value(letter, form[name], PATHS[name], by_path) for name in names])
        for title, names in _GROUPS
    ]
    return Screen(
        letter, _lines(letter), cards, groups, [(problem, _anchor(problem.field)) for problem in found]
    )


def _card(letter: Letter, index: int, form: RowForm, by_path: dict[str, list[Problem]]) -> Card:
    values = {key: _value(letter, form[key], row_path(index, key), by_path) for key in ROW_KEYS}
    paragraph = str(form["paragraph"].value() or "")
    title = f"Paragraph {paragraph}" if paragraph else "New recommendation"
    own = [problem for entry in values.values() for problem in entry.problems]
    return Card(f"row-{index}", title, values, own, index, form)


def _value(letter: Letter, bound: BoundField, path: str, by_path: dict[str, list[Problem]]) -> Value:
    own = by_path.get(path, [])
    ranges = letter.spans(path)
    line = line_of(letter.text, ranges[0][0]) if ranges else None
    return Value(bound, path, _status(letter, path, own), line, own)


def _status(letter: Letter, path: str, own: list[Problem]) -> str:
    now = value(letter.record, path)
    if any(problem.blocks and not problem.settled for problem in own):
        return MISSING if now in (None, "", []) and not path.endswith(".grade") else CHECK
    if now != _read(letter, path):
        return EDITED
    if now not in (None, ""):
        return FOUND
    # a letter that states no grade has neither grade nor words: nothing is missing
    return BLANK if path in _OPTIONAL or path.endswith((".grade", ".grade_phrase")) else MISSING


def _read(letter: Letter, path: str) -> Any:
    """What the parser read at a path of the draft."""
    for index, row in enumerate(letter.record["assessments"]):
        prefix = f"assessments[{index}]."
        if path.startswith(prefix):
            number = row.get("read")
            return (
                None if number is None else value(letter.reading, row_path(number, path.removeprefix(prefix)))
            )
    return value(letter.reading, path)


def _anchor(path: str) -> str:
    """The id of the element that a path of the record stands in."""
    if path in FIELDS:
        return f"id_{FIELDS[path]}"
    if path.startswith("assessments["):
        index, _, key = path.removeprefix("assessments[").partition("].")
        if key == "grade":
            return f"id_rows-{index}-grade_0"
        return f"id_rows-{index}-{key}" if key else f"row-{index}"
    return "add-row" if path == "assessments" else "the-letter"


def _lines(letter: Letter) -> list[Line]:
    spans = letter.record["spans"]
    marks = value_marks(spans, hrefs={path: f"#id_{name}" for path, name in FIELDS.items()}, personal=True)
    for index, row in enumerate(letter.record["assessments"]):
        marks += assessment_marks(
            assessment_spans(spans, index), str(index), href=f"#row-{index}", label=row["paragraph"]
        )
    return lines(letter.text, marks, left_out=left_out(letter.text), dropped=emphasis(letter.text))


def conflict(letter: Letter, typed: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Where a stored draft and what was typed differ: (what, stored, typed), for a save that came too late."""
    different = []
    for name, path in PATHS.items():
        stored, mine = value(letter.record, path), value(typed, path)
        if stored != mine:
            label = RecordForm.base_fields[name].label
            different.append((str(label), _plain(stored), _plain(mine)))
    stored_rows = [[row[key] for key in ROW_KEYS] for row in letter.record["assessments"]]
    if stored_rows != [[row[key] for key in ROW_KEYS] for row in typed["assessments"]]:
        describe = ", ".join
        different.append(
            (
                "Recommendations",
                describe(
                    f"{row['paragraph']}: {row['grade'] or 'not stated'}"
                    for row in letter.record["assessments"]
                ),
                describe(
                    f"{row['paragraph']}: {row['grade'] or 'not stated'}" for row in typed["assessments"]
                ),
            )
        )
    return different


def _plain(entry: Any) -> str:
    return entry if isinstance(entry, str) else "" if entry is None else json.dumps(entry)
