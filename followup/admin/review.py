"""What the review screen shows: the letter's lines on one side, cards with the values on the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.forms import BoundField

from ..intake import Problem, problems
from ..intake.record import ROW_KEYS, row_path, value
from ..letters import left_out
from ..marks import (
    Line,
    Segment,
    assessment_marks,
    assessment_spans,
    emphasis,
    line_of,
    lines,
    mark_id,
    value_marks,
)
from ..models import Letter
from .record_form import FIELDS, PATHS, RecordForm, RowForm

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
    marks: str  # the ids of its marks in the letter, apart by spaces
    line: int | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def status_word(self) -> str:
        return STATUS_WORDS[self.status]

    @property
    def look(self) -> bool:
        """Whether publishing, or saving, waits for it."""
        return bool(self.bound.errors) or any(one.blocks and not one.settled for one in self.problems)


@dataclass(slots=True)
class Card:
    """One recommendation."""

    id: str
    title: str
    values: dict[str, Value]
    index: int
    form: Any
    sentence: str  # that states the grade

    @property
    def look(self) -> bool:
        return any(entry.look for entry in self.values.values())

    @property
    def status(self) -> str:
        """The worst of its values: what needs a look comes before what is done."""
        found = {entry.status for entry in self.values.values()}
        return next((status for status in (CHECK, MISSING, EDITED) if status in found), FOUND)

    @property
    def status_word(self) -> str:
        return STATUS_WORDS[self.status]

    @property
    def grade(self) -> str:
        """The code of the grade that is set; "" where none is stated, or none chosen yet."""
        return str(self.form["grade"].value() or "")

    @property
    def line(self) -> int | None:
        return next((entry.line for entry in self.values.values() if entry.line), None)


@dataclass(slots=True)
class Group:
    """Values of the letter itself that belong together; folded, they are told in one line."""

    title: str
    values: list[Value]
    brief: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A segment of a line, and where in the letter it begins."""

    segment: Segment
    at: int


@dataclass(slots=True)
class Screen:
    """Everything the review template needs. What needs a look comes first; the rest is folded."""

    letter: Letter
    lines: list[tuple[Line, list[Piece]]]
    cards: list[Card]
    look: list[Value]  # values of the letter itself
    groups: list[Group]
    problems: list[tuple[Problem, str]]  # with the id of the field each one speaks of

    @property
    def cards_to_look_at(self) -> list[Card]:
        return [card for card in self.cards if card.look]

    @property
    def cards_done(self) -> list[Card]:
        return [card for card in self.cards if not card.look]

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
        entries = [*self.look, *(entry for group in self.groups for entry in group.values)]
        entries += [entry for card in self.cards for entry in card.values.values()]
        told = [entry for entry in entries if entry.status != BLANK]
        return sum(entry.status in {FOUND, EDITED} for entry in told), len(told)


def screen(letter: Letter, form: RecordForm, rows: Any) -> Screen:
    """Lay the draft out beside its letter; `form` and `rows` are bound or fresh."""
    found = problems(letter)
    by_path: dict[str, list[Problem]] = {}
    for problem in found:
        by_path.setdefault(problem.field, []).append(problem)
    cards = [_card(letter, index, row, by_path) for index, row in enumerate(rows)]
    groups, look = [], []
    for title, names in _GROUPS:
        values = [_value(letter, form[name], PATHS[name], by_path) for name in names]
        look += [entry for entry in values if entry.look]
        groups.append(_group(title, [entry for entry in values if not entry.look]))
    anchored = [(problem, anchor_of(problem.field)) for problem in found]
    return Screen(letter, _lines(letter), cards, look, [group for group in groups if group.values], anchored)


def _card(letter: Letter, index: int, form: RowForm, by_path: dict[str, list[Problem]]) -> Card:
    values = {key: _value(letter, form[key], row_path(index, key), by_path) for key in ROW_KEYS}
    paragraph = str(form["paragraph"].value() or "")
    title = f"Paragraph {paragraph}" if paragraph else "New recommendation"
    places = letter.spans(row_path(index, "grade"))
    sentence = " ".join(letter.text[slice(*places[0])].replace("**", "").split()) if places else ""
    return Card(f"row-{index}", title, values, index, form, sentence)


# how a value is told in one line where it does not speak for itself
_BRIEF = {
    "reports": "periodic report {}",
    "session": "session {}",
    "assessed_session": "session {}",
    "months": "{} months",
    "paragraphs": "paragraphs {}",
    "due": "due {}",
    "received": "received {}",
}


def _group(title: str, values: list[Value]) -> Group:
    """The brief line leaves out what the letter may well lack, and says what is missing."""
    shown = []
    for entry in values:
        typed = entry.bound.value()
        choices = dict(getattr(entry.bound.field, "choices", ()))
        if typed not in (None, ""):
            shown.append(_BRIEF.get(entry.bound.name, "{}").format(choices.get(typed, typed)))
        elif entry.status == MISSING:
            shown.append(f"{str(entry.bound.label).lower()} missing")
    return Group(title, values, " · ".join(shown))


def _value(letter: Letter, bound: BoundField, path: str, by_path: dict[str, list[Problem]]) -> Value:
    own = by_path.get(path, [])
    ranges = letter.spans(path)
    line = line_of(letter.text, ranges[0][0]) if ranges else None
    return Value(bound, path, _status(letter, path, own), _mark_ids(path, len(ranges)), line, own)


def _mark_ids(path: str, places: int) -> str:
    """What to outline in the letter for a value."""
    if path.startswith("assessments["):
        index, _, key = path.removeprefix("assessments[").partition("].")
        return {
            "grade": f"g{index} w{index}",
            "grade_phrase": f"w{index}",
            "paragraph": f"n{index}",
            "text": f"p{index}",
        }[key]
    return " ".join(mark_id(path, n) for n in range(places))


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


def anchor_of(path: str) -> str:
    """The id of the element that a path of the record stands in."""
    if path in FIELDS:
        return f"id_{FIELDS[path]}"
    if path.startswith("assessments["):
        index, _, key = path.removeprefix("assessments[").partition("].")
        if key == "grade":
            return f"id_rows-{index}-grade_0"
        return f"id_rows-{index}-{key}" if key else f"row-{index}"
    return "add-row" if path == "assessments" else "the-letter"


def _lines(letter: Letter) -> list[tuple[Line, list[Piece]]]:
    spans = letter.record["spans"]
    marks = value_marks(spans, hrefs={path: f"#id_{name}" for path, name in FIELDS.items()}, personal=True)
    for index, row in enumerate(letter.record["assessments"]):
        own = assessment_marks(assessment_spans(spans, index), str(index), label=row["paragraph"])
        hrefs = {"p": f"#row-{index}", "g": f"#id_rows-{index}-grade_0"}
        hrefs |= {"w": f"#id_rows-{index}-grade_phrase", "n": f"#id_rows-{index}-paragraph"}
        # of two marks of one kind the first is shown: the words of the grade before the sentence around them
        own.sort(key=lambda mark: mark.id[0] == "g")
        marks += [replace(mark, href=hrefs[mark.id[0]]) for mark in own]
    dropped = emphasis(letter.text)
    cut = lines(letter.text, marks, left_out=left_out(letter.text), dropped=dropped)
    skipped = {at for start, end in dropped for at in range(start, end)}
    return [(line, list(_pieces(line, skipped))) for line in cut if not line.blank]


def _pieces(line: Line, skipped: set[int]) -> Iterator[Piece]:
    """Each segment with its place: what a person selects is looked up near it."""
    shown = iter([at for at in range(line.start, line.end) if at not in skipped])
    for segment in line.segments:
        places = [next(shown, line.end) for _ in segment.text]
        yield Piece(segment, places[0] if places else line.end)
