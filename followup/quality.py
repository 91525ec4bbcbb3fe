"""How well letters are read: what was read, what staff changed before publication, what was corrected after it.

Counted over letters that were published, field by field, for each language and version of the parser. Every figure
has its denominator: the values that the letter, as read or as reviewed, has in that field.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from django.core.cache import cache
from django.db.models import Min

from .corrections.letters import PATHS
from .intake.problems import FOR_INFORMATION
from .intake.record import ROW_KEYS, SCALARS, Record, value
from .models import Assessment, Change, Correction, Letter

FEWEST = 5  # letters: below it a rate says more about the letters than about the parser
MOST_EXAMPLES = 100
PASSAGES = "assessments"  # whole passages: found, added or removed
FIELDS = (*SCALARS, PASSAGES, *(f"{PASSAGES}.{key}" for key in ROW_KEYS))
_PERSONAL = ("addressee", "signatory")

# which path of the letter record a field of a public record is
_OF_RECORD: dict[str, dict[str, str]] = {
    "letter": PATHS,
    "concludingobservations": {
        "state": "state",
        "symbol": "concluding_observations.symbol",
        "reports_reviewed": "concluding_observations.reports",
        "session": "concluding_observations.session",
        "session_held": "concluding_observations.session_held",
        "months": "request.months",
        "due": "request.due",
    },
    "followupreport": {"report_symbol": "follow_up_report.symbol", "received": "follow_up_report.received"},
    "assessment": {key: f"{PASSAGES}.{key}" for key in ROW_KEYS},
    "recommendation": {"paragraph": f"{PASSAGES}.paragraph"},
}


class Example(NamedTuple):
    """One value that was not left as read: the letter, the paragraph, what was read and what was put there."""

    letter: int
    paragraph: str
    read: Any
    put: Any


@dataclass(slots=True)
class Cell:
    """The figures of one field. `unflagged` are changes that no flag had asked for: the faults that matter most."""

    values: int = 0
    read: int = 0
    flagged: int = 0
    changed: int = 0
    unflagged: int = 0
    corrected: int = 0
    examples: dict[str, list[Example]] = field(default_factory=lambda: defaultdict(list))

    def note(self, kind: str, example: Example) -> None:
        setattr(self, kind, getattr(self, kind) + 1)
        if len(self.examples[kind]) < MOST_EXAMPLES:
            self.examples[kind].append(example)


@dataclass(slots=True)
class Group:
    """The letters of one language that were read with one version of the parser."""

    language: str
    version: str
    letters: int = 0
    cells: dict[str, Cell] = field(default_factory=lambda: {name: Cell() for name in FIELDS})

    @property
    def enough(self) -> bool:
        return self.letters >= FEWEST


@dataclass(frozen=True, slots=True)
class Report:
    """All groups, the newest parser first. `sample` says that the letters are invented: no real one is published."""

    groups: tuple[Group, ...]
    sample: bool

    def group(self, language: str, version: str) -> Group | None:
        return next((one for one in self.groups if (one.language, one.version) == (language, version)), None)


class Summary(NamedTuple):
    """What the public is told. `sample`: all of it is about invented letters."""

    letters: int
    values: int
    changed: int
    corrected: int
    sample: bool


def report() -> Report:
    """The figures of this moment; computed once until another letter or another act of the public log is written."""
    acts = Change.objects.order_by("-pk").values_list("pk", "at").first()
    rows = Letter.history.order_by("-history_id").values_list("history_id", "history_date").first()
    key = "quality-" + hashlib.sha256(f"{acts} {rows}".encode()).hexdigest()
    found: Report | None = cache.get(key)
    if found is None:
        found = _report()
        cache.set(key, found, 600)
    return found


def summary() -> Summary:
    """Values that the public sees, and how many of them staff changed before, and corrected after, publication."""
    found = report()
    cells = [
        cell
        for group in found.groups
        for name, cell in group.cells.items()
        if not name.startswith(_PERSONAL) and name != PASSAGES
    ]
    return Summary(
        sum(group.letters for group in found.groups),
        sum(cell.values for cell in cells),
        sum(cell.changed for cell in cells),
        sum(cell.corrected for cell in cells),
        found.sample,
    )


def _letters() -> Any:
    return Letter.objects.exclude(status=Letter.Status.DRAFT)


def _report() -> Report:
    real = _letters().filter(state__sample=False)
    sample = not real.exists()
    letters = _letters() if sample else real
    corrected = _corrected()
    groups: dict[tuple[str, str], Group] = {}
    rows = letters.order_by("pk").only("reading", "record", "language", "parser_version")
    for letter in rows.iterator(chunk_size=200):
        key = (letter.language, letter.parser_version)
        group = groups.setdefault(key, Group(*key))
        group.letters += 1
        _count(group, letter, corrected.get(letter.pk, []))
    newest_first = sorted(groups.values(), key=lambda one: (_numbers(one.version), one.letters), reverse=True)
    return Report(tuple(newest_first), sample)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdecimal() else 0 for part in version.split("."))


class _Corrected(NamedTuple):
    """One value corrected after publication; `position` is that of the passage, None for the letter's own."""

    path: str
    position: int | None
    before: Any
    after: Any
    of_letter: bool


def _corrected() -> dict[int, list[_Corrected]]:
    """The first correction of each value, by the letter that brought the value."""
    made = list(Correction.objects.filter(status=Correction.Status.MADE).order_by("pk"))
    by_model: dict[str, set[str]] = defaultdict(set)
    for one in made:
        by_model[one.model].add(one.record)
    brought_by = _brought_by(by_model)
    found: dict[int, list[_Corrected]] = defaultdict(list)
    seen: set[tuple[str, str, str]] = set()
    for one in made:
        letter, position = brought_by.get((one.model, one.record), (None, None))
        for name, path in _OF_RECORD[one.model].items():
            if letter is None or name not in one.after or (one.model, one.record, name) in seen:
                continue
            seen.add((one.model, one.record, name))
            own = one.model == Correction.Model.LETTER
            found[letter].append(_Corrected(path, position, one.before[name], one.after[name], own))
    return found


def _brought_by(by_model: dict[str, set[str]]) -> dict[tuple[str, str], tuple[int, int | None]]:
    """The letter, and the place of the passage in it, that first brought each of these records."""
    found: dict[tuple[str, str], tuple[int, int | None]] = {}
    for key in by_model["letter"]:
        found["letter", key] = (int(key), None)
    for model, name in (("concludingobservations", "observations"), ("followupreport", "report")):
        first = _letters().filter(**{f"{name}__in": by_model[model]}).values_list(name).annotate(Min("pk"))
        found |= {(model, str(key)): (letter, None) for key, letter in first.order_by()}
    rows = Assessment.objects.filter(pk__in=by_model["assessment"])
    found |= {
        ("assessment", str(pk)): (letter, position)
        for pk, letter, position in rows.values_list("pk", "letter_id", "position")
    }
    numbers = [int(key) for key in by_model["recommendation"]]
    rows = Assessment.objects.filter(recommendation__in=numbers).order_by("-letter_id")
    found |= {
        ("recommendation", str(pk)): (letter, position)
        for pk, letter, position in rows.values_list("recommendation_id", "letter_id", "position")
    }
    return found


def _count(group: Group, letter: Letter, corrected: list[_Corrected]) -> None:
    reading, record = letter.reading, letter.record
    flagged = {
        flag["field"] for flag in reading["flags"] if flag["field"] and flag["code"] not in FOR_INFORMATION
    }
    # a correction of the letter stands in its record: what was published is what stood before the first one
    published = {one.path: None if one.before == "" else one.before for one in corrected if one.of_letter}
    for path in SCALARS:
        reads, put = value(reading, path), published.get(path, value(record, path))
        if reads is not None or put is not None or path in flagged:
            _value(group.cells[path], letter.pk, "", reads, put, path in flagged)
    for number, row, read in _passages(record, reading):
        of_row = f"{PASSAGES}[{number}]"
        paragraph = (row or read or {}).get("paragraph", "")
        whole = group.cells[PASSAGES]
        texts = (read or {}).get("text"), (row or {}).get("text")
        if row is None or read is None:
            _value(whole, letter.pk, paragraph, *texts, of_row in flagged)
            continue
        _value(whole, letter.pk, paragraph, "", "", of_row in flagged)
        for key in ROW_KEYS:
            stated = key != "grade_phrase" or read[key] or row[key]
            if stated:
                asked = f"{of_row}.{key}" in flagged
                _value(group.cells[f"{PASSAGES}.{key}"], letter.pk, paragraph, read[key], row[key], asked)
    for one in corrected:
        rows = record[PASSAGES]
        known = one.position is not None and one.position < len(rows)
        paragraph = rows[one.position]["paragraph"] if known else ""
        group.cells[one.path].note("corrected", Example(letter.pk, paragraph, one.before, one.after))


def _passages(record: Record, reading: Record) -> Iterator[tuple[int | None, Record | None, Record | None]]:
    """(number in the reading, the passage as reviewed, as read): None on the side that lacks it."""
    kept = set()
    for row in record[PASSAGES]:
        number = row.get("read")
        kept.add(number)
        yield number, row, None if number is None else reading[PASSAGES][number]
    for number, read in enumerate(reading[PASSAGES]):
        if number not in kept:
            yield number, None, read


def _value(cell: Cell, letter: int, paragraph: str, reads: Any, put: Any, flagged: bool) -> None:
    cell.values += 1
    cell.read += reads is not None
    example = Example(letter, paragraph, reads, put)
    if flagged:
        cell.note("flagged", example)
    if reads != put:
        cell.note("changed", example)
        if not flagged:
            cell.note("unflagged", example)
