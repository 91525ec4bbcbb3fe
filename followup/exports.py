"""Downloads of exactly the rows a filter found. A new column is one line in COLUMNS.

A CSV file has no place for remarks that a spreadsheet would not take for a row. So what belongs to the whole
file stands in its last three columns, the same on every row: the day it was made, the filter in words,
and the caveat. They stay with the rows when somebody sorts, cuts or merges the sheet.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from .marks import masked, personal
from .models import (
    NOT_ASSESSED,
    Assessment,
    ConcludingObservations,
    FollowUpReport,
    Letter,
    PartialDate,
    Recommendation,
)
from .models.observations import RecommendationQuerySet

CAVEAT = (
    "Grades cover only the recommendations the Committee selected for follow-up; they do not rank States."
)
BATCH = 500


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for all rows: the site's address, the day, and the filter in words."""

    site: str  # https://registry.example.org, without a slash at its end
    on: date
    selection: str


class Row(NamedTuple):
    """A recommendation and the newest published assessment of it, if there is one."""

    recommendation: Recommendation
    assessment: Assessment | None
    context: Context

    @property
    def observations(self) -> ConcludingObservations:
        return self.recommendation.observations

    @property
    def letter(self) -> Letter | None:
        return self.assessment.letter if self.assessment else None

    @property
    def report(self) -> FollowUpReport | None:
        return self.letter.report if self.letter else None


def record_id(recommendation: Recommendation) -> str:
    """TJK/CO-2/35a: how a recommendation is cited, and the end of its address."""
    observations = recommendation.observations
    return f"{observations.state_id}/{observations.slug}/{recommendation.slug}"


def passage(assessment: Assessment) -> str:
    """The Committee's words without what is for staff only."""
    return masked(assessment.text, personal(assessment.text, assessment.letter.personal_names))


def _text(record: object, name: str) -> str:
    """A value as the file writes it: empty where it is not known, dates in ISO 8601."""
    value = getattr(record, name, None)
    return "" if value is None else str(value)


def _precision(value: PartialDate | None) -> str:
    return value.precision if value else ""


COLUMNS: list[tuple[str, Callable[[Row], str]]] = [
    ("id", lambda row: record_id(row.recommendation)),
    ("permalink", lambda row: row.context.site + row.recommendation.get_absolute_url()),
    ("state", lambda row: row.observations.state.iso3),
    ("state_name", lambda row: row.observations.state.name),
    ("sample", lambda row: "yes" if row.observations.state.sample else "no"),
    ("observations", lambda row: row.observations.symbol),
    ("observations_session", lambda row: _text(row.observations, "session_id")),
    ("observations_held", lambda row: _text(row.observations, "held")),
    ("paragraph", lambda row: row.recommendation.label),
    ("grade", lambda row: row.assessment.grade_code if row.assessment else NOT_ASSESSED[0]),
    ("grade_label", lambda row: row.assessment.grade_label if row.assessment else NOT_ASSESSED[1]),
    ("words_of_the_grade", lambda row: _text(row.assessment, "grade_phrase")),
    ("letter", lambda row: _text(row.letter, "reference")),
    ("letter_date", lambda row: _text(row.letter, "date")),
    ("letter_date_precision", lambda row: _precision(row.letter.date if row.letter else None)),
    ("letter_session", lambda row: _text(row.letter, "assessed_session_id")),
    ("report", lambda row: _text(row.report, "symbol")),
    ("report_received", lambda row: _text(row.report, "received")),
    ("report_received_precision", lambda row: _precision(row.report.received if row.report else None)),
    ("report_due", lambda row: _text(row.observations, "due")),
    ("report_due_basis", lambda row: _text(row.observations, "due_basis")),
    ("passage", lambda row: passage(row.assessment) if row.assessment else ""),
    ("as_of", lambda row: row.context.on.isoformat()),
    ("selection", lambda row: row.context.selection or "all recommendations"),
    ("caveat", lambda row: CAVEAT),
]


def rows(recommendations: RecommendationQuerySet, context: Context) -> Iterator[Row]:
    """The rows in their order, fetched in batches: nothing is held open while somebody reads slowly."""
    found = list(recommendations.values_list("pk", "latest_id"))  # type: ignore[misc]  # from with_latest
    for start in range(0, len(found), BATCH):
        batch = found[start : start + BATCH]
        records = Recommendation.objects.select_related("observations__state", "observations__session")
        by_id = records.in_bulk([pk for pk, _ in batch])
        newest = Assessment.objects.published().select_related("letter__report").defer("letter__text")
        latest = newest.in_bulk([latest_id for _, latest_id in batch if latest_id])
        for pk, latest_id in batch:
            if pk in by_id:  # gone only where somebody withdrew it while the file was on its way
                yield Row(by_id[pk], latest.get(latest_id), context)


def csv_lines(recommendations: RecommendationQuerySet, context: Context) -> Iterator[str]:
    """A CSV file line by line: byte order mark, header, every cell quoted."""
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    yield "\ufeff" + writer.writerow([name for name, _ in COLUMNS])
    for row in rows(recommendations, context):
        yield writer.writerow([without_formula(value(row)) for _, value in COLUMNS])


def without_formula(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    for char in cell:
        if char in "=+-@\t\r\n\0＝＋－＠":
            return "'" + cell
        if not char.isspace() and unicodedata.category(char) not in {"Cf", "Cc"}:
            break
    return cell


class _Echo:
    """A file that hands each line back: the writer needs no buffer."""

    def write(self, line: str) -> str:
        return line
