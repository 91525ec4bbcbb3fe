"""The shapes of a reading: what the parser made of one letter, value by value, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, StrEnum
from typing import Any, Generic, TypeVar

T = TypeVar("T")
P = TypeVar("P")

Range = tuple[int, int]
"""A stretch [start, end) of the text that was given to the parser."""


class Grade(StrEnum):
    """How far a recommendation was implemented: the word scale of the treaty bodies, best first.

    Only `PARTIALLY_IMPLEMENTED` has been seen in a real letter of the Committee. A letter that
    states no grade has `None` instead: that is a value of its own, not the lowest grade.
    """

    IMPLEMENTED = "implemented"
    SUBSTANTIALLY_IMPLEMENTED = "substantially_implemented"
    PARTIALLY_IMPLEMENTED = "partially_implemented"
    NOT_IMPLEMENTED = "not_implemented"
    INSUFFICIENT_INFORMATION = "insufficient_information"
    CONTRARY = "contrary"


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from a letter, and the place it was read from.

    Several ranges mean that page furniture or the address block stands between the pieces.
    """

    value: T
    ranges: tuple[Range, ...]

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.ranges[0][0]

    @property
    def end(self) -> int:
        """Where the last piece ends (exclusive)."""
        return self.ranges[-1][1]


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a person should look at: a code, the path of the value (None: the whole letter), a sentence."""

    code: str
    field: str | None
    message: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The Committee's words on one paragraph: one row of the record.

    `text` has its paragraphs separated by a blank line; `ranges` are its pieces in the letter.
    """

    paragraph: Found[str]
    text: str
    ranges: tuple[Range, ...]
    grade: Found[Grade] | None = None
    grade_phrase: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Observations:
    """The concluding observations a letter follows up; `reports` is () when there was no report, None when not stated."""

    symbol: Found[str] | None = None
    reports: Found[tuple[int, ...]] | None = None
    session: Found[int] | None = None
    session_held: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """What the Committee asked for: the time given in months, a printed due date, the paragraphs."""

    months: Found[int] | None = None
    due: Found[str] | None = None
    paragraphs: Found[tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class FollowUpReport:
    """The State party's follow-up report: its symbol and when it came (ISO 8601 of the precision printed)."""

    symbol: Found[str] | None = None
    received: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Assessed:
    """The session at which the follow-up report was examined, and the month it was held (YYYY-MM)."""

    session: Found[int] | None = None
    session_held: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom the letter is sent to: personal data, for staff only."""

    name: Found[str] | None = None
    email: Found[str] | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signed: the name is personal data; the role is the bare title."""

    name: Found[str] | None = None
    role: Found[str] | None = None


@dataclass(frozen=True)
class Reading:
    """What the parser made of one letter. `as_dict` is the letter record."""

    kind: str = "other"
    language: str | None = None
    reference: Found[str] | None = None
    date: Found[str] | None = None
    state: Found[str] | None = None
    concluding_observations: Observations | None = None
    request: Request | None = None
    follow_up_report: FollowUpReport | None = None
    assessed: Assessed | None = None
    assessments: tuple[Passage, ...] = ()
    addressee: Addressee | None = None
    signatory: Signatory | None = None
    flags: tuple[Flag, ...] = field(default=())

    def without_empty_parts(self) -> Reading:
        """The same with None for every part of which nothing was read."""
        return replace(
            self,
            concluding_observations=_unless_empty(self.concluding_observations),
            request=_unless_empty(self.request),
            follow_up_report=_unless_empty(self.follow_up_report),
            assessed=_unless_empty(self.assessed),
        )

    def as_dict(self) -> dict[str, Any]:
        """The letter record: JSON types only, every key present, spans as lists of [start, end)."""
        spans: dict[str, list[list[int]]] = {}
        record: dict[str, Any] = {
            "kind": self.kind,
            "language": self.language,
            "reference": _value(self.reference, "reference", spans),
            "date": _value(self.date, "date", spans),
            "state": _value(self.state, "state", spans),
        }
        for part in ("concluding_observations", "request", "follow_up_report", "assessed"):
            record[part] = _members(getattr(self, part), part, spans)
        if record["request"] is not None and record["request"]["paragraphs"] is None:
            record["request"]["paragraphs"] = []
        record["assessments"] = [
            _row(row, f"assessments[{i}]", spans) for i, row in enumerate(self.assessments)
        ]
        for part in ("addressee", "signatory"):
            record[part] = _members(getattr(self, part), part, spans)
        record["flags"] = [
            {"code": flag.code, "field": flag.field, "message": flag.message} for flag in self.flags
        ]
        record["spans"] = spans
        return record


def _unless_empty(part: P) -> P | None:
    """A part of which something was read; None otherwise."""
    names = getattr(part, "__slots__", ())
    return part if any(getattr(part, name) is not None for name in names) else None


def _value(found: Found[Any] | None, path: str, spans: dict[str, list[list[int]]]) -> Any:
    if found is None:
        return None
    if found.ranges:
        spans[path] = [list(piece) for piece in found.ranges]
    value = found.value
    if isinstance(value, Enum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _members(part: Any, path: str, spans: dict[str, list[list[int]]]) -> dict[str, Any] | None:
    if part is None:
        return None
    return {name: _value(getattr(part, name), f"{path}.{name}", spans) for name in part.__slots__}


def _row(row: Passage, path: str, spans: dict[str, list[list[int]]]) -> dict[str, Any]:
    record = {
        "paragraph": _value(row.paragraph, f"{path}.paragraph", spans),
        "grade": _value(row.grade, f"{path}.grade", spans),
        "grade_phrase": _value(row.grade_phrase, f"{path}.grade_phrase", spans),
        "text": row.text,
    }
    spans[f"{path}.text"] = [list(piece) for piece in row.ranges]
    return record
