"""The columns of every list. A new column is one line here: files, API, its schema and the snapshots follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..models import (
    NOT_ASSESSED,
)
from ..procedure import Turn
from . import rows, shared
from .columns import Column, iso, passage, public, sentence
from .ids import assessment_id, observations_id, page, record_id
from .rows import Fetch


@dataclass(frozen=True, slots=True)
class Table:
    """A list: how its rows are fetched, and what stands in them."""

    name: str
    fetch: Fetch
    columns: tuple[Column, ...]
    provenance: Callable[[Any], dict[str, Any] | None] | None = None

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def values(self, row: Any) -> list[Any]:
        return [column.value(row) for column in self.columns]

    def record(self, row: Any) -> dict[str, Any]:
        """The row as JSON has it: by name, and with its provenance."""
        found = dict(zip(self.names, self.values(row), strict=True))
        if self.provenance:
            found["provenance"] = self.provenance(row)
        return found


def _page(row: Any, record: Any) -> str:
    return f"{row.context.site}{page(record)}"


def _grade(row: Any) -> tuple[str, str]:
    assessment = row.assessment
    if assessment:
        return assessment.grade_code, assessment.grade_label
    return NOT_ASSESSED[0], str(NOT_ASSESSED[1])


def provenance(row: rows.AssessmentRow) -> dict[str, Any]:
    """Where an assessment comes from: the letter and the place in it, who read it, what was corrected."""
    assessment, letter = row.assessment, row.letter
    read = assessment.parsed is not None
    return {
        "letter": letter.reference,
        "letter_permalink": _page(row, letter),
        "sha256": letter.sha256,
        "parser_version": letter.parser_version if read else None,
        "role": row.role or (None if read else "Secretariat"),
        "sentence_span": assessment.spans.get("grade", []),
        "corrected": assessment.corrected,
        "version": assessment.version,
    }


RECOMMENDATIONS = Table(
    "recommendations",
    rows.recommendations,
    (
        Column("id", lambda row: record_id(row.recommendation), "How the recommendation is cited."),
        Column("permalink", lambda row: _page(row, row.recommendation), "Its page.", "address"),
        *shared.state(lambda row: row.observations.state),
        *shared.region(lambda row: row.observations.state),
        *shared.ASKED,
        Column("paragraph", lambda row: row.recommendation.label, "Paragraph, such as 35 (a)."),
        Column("wording", lambda row: row.recommendation.wording or None, "The recommendation as adopted."),
        Column("themes", lambda row: row.themes, "Themes that a person confirmed.", "list"),
        *shared.STATUS,
        Column(
            "grade", lambda row: _grade(row)[0],
            "Grade in the newest letter; not_stated and not_assessed are no grades.",
            choices=(*shared.GIVEN, NOT_ASSESSED[0]),
        ),
        Column("grade_label", lambda row: _grade(row)[1], "The same in words."),
        Column(
            "words_of_the_grade", lambda row: (row.assessment and row.assessment.grade_phrase) or None,
            "The words that state the grade.",
        ),
        Column(
            "sentence", lambda row: sentence(row.assessment) if row.assessment else None,
            "The sentence of the letter that states the grade.",
        ),
        *shared.LETTER,
        *shared.DUE,
        Column(
            "passage", lambda row: passage(row.assessment) if row.assessment else None,
            "What the Committee says of the recommendation.",
        ),
    ),
    lambda row: provenance(row.latest) if row.latest else None,
)  # fmt: skip

ASSESSMENTS = Table(
    "assessments",
    rows.assessments,
    (
        Column("id", lambda row: assessment_id(row.assessment), "Recommendation and letter."),
        Column(
            "permalink", lambda row: f"{_page(row, row.letter)}#p{row.recommendation.slug}",
            "The passage in its letter.", "address",
        ),
        *shared.state(lambda row: row.observations.state),
        *shared.region(lambda row: row.observations.state),
        Column("observations", lambda row: row.observations.symbol, "Symbol of the concluding observations."),
        Column("paragraph", lambda row: row.recommendation.label, "Paragraph, such as 35 (a)."),
        Column("recommendation", lambda row: record_id(row.recommendation), "Id of the recommendation."),
        Column("newest", lambda row: row.newest, "Whether no later letter assesses it.", "boolean"),
        Column("themes", lambda row: row.themes, "Themes that a person confirmed.", "list"),
        Column("grade", lambda row: row.assessment.grade_code, "Grade, or not_stated.", choices=shared.GIVEN),
        Column("grade_label", lambda row: row.assessment.grade_label, "The same in words."),
        Column(
            "words_of_the_grade", lambda row: row.assessment.grade_phrase or None, "The words that state it."
        ),
        Column("sentence", lambda row: sentence(row.assessment), "The sentence that states the grade."),
        *shared.LETTER,
        *shared.DUE,
        Column("passage", lambda row: passage(row.assessment), "What the Committee says."),
    ),
    provenance,
)  # fmt: skip

_CYCLE = (
    Column("id", lambda row: observations_id(row.observations), "How the observations are cited."),
    Column("permalink", lambda row: _page(row, row.observations), "Their page.", "address"),
    *shared.state(lambda row: row.observations.state),
    *shared.region(lambda row: row.observations.state),
    Column("symbol", lambda row: row.observations.symbol, "Symbol of the concluding observations."),
    Column(
        "paragraphs", lambda row: [one.label for one in row.observations.recommendations.all()],
        "Paragraphs selected for follow-up.", "list",
    ),
    *shared.STATUS,
    Column(
        "months_late", lambda row: shared.months(row, Turn.OVERDUE), "Full months a report is overdue.", "integer"
    ),
    Column("months_left", lambda row: shared.months(row, Turn.DUE), "Full months until it is due.", "integer"),
    Column(
        "months_waiting", lambda row: shared.months(row, Turn.WITH_COMMITTEE),
        "Months since the report came, where the Committee has it.", "integer",
    ),
)  # fmt: skip
_REPORTS = (
    Column("reports", lambda row: [one.symbol for one in row.reports if one.symbol], "Follow-up reports.", "list"),
    Column(
        "report_received", lambda row: iso(row.reports[-1].received) if row.reports else None,
        "When the last report came.", "date",
    ),
    Column("letters", lambda row: [one.reference for one in row.letters], "Letters, oldest first.", "list"),
)  # fmt: skip

OBSERVATIONS = Table(
    "observations",
    rows.observations,
    (
        *_CYCLE,
        Column(
            "reports_reviewed", lambda row: row.observations.reports_reviewed,
            "Numbers of the periodic reports; none where reviewed without a report.", "numbers",
        ),
        Column("session", lambda row: row.observations.session_id, "Session of adoption.", "integer"),
        Column("held", lambda row: iso(row.observations.held), "Month of that session.", "date"),
        Column("months_given", lambda row: row.observations.months, "Time for the report.", "integer"),
        *shared.DUE,
        *_REPORTS,
    ),
)  # fmt: skip

DEADLINES = Table("deadlines", rows.observations, (*_CYCLE, *shared.DUE, *_REPORTS))

STATES = Table(
    "states",
    rows.states,
    (
        Column("id", lambda row: row.state.iso3, "ISO 3166-1 code."),
        Column("permalink", lambda row: _page(row, row.state), "The State’s page.", "address"),
        Column("state_name", lambda row: row.state.name, "Name in the language of the list."),
        Column("name_en", lambda row: row.state.name_en, "Name in English."),
        Column("name_fr", lambda row: row.state.name_fr, "Name in French."),
        Column("name_es", lambda row: row.state.name_es, "Name in Spanish."),
        Column("sample", lambda row: row.state.sample, "Whether it is invented, for the demo.", "boolean"),
        *shared.region(lambda row: row.state),
        Column("party_since", lambda row: iso(row.state.party_since), "Ratification or accession.", "date"),
        Column(
            "observations", lambda row: [one.observations.symbol for one in row.cycles],
            "Concluding observations with follow-up.", "list",
        ),
        Column(
            "statuses", lambda row: [one.standing.turn.value for one in row.cycles],
            "Whose turn it is today, for each of them.", "list",
        ),
        Column(
            "recommendations", lambda row: row.recommendations,
            "Number of recommendations.", "integer",
        ),
        Column("letters", lambda row: sum(len(one.letters) for one in row.cycles), "Number of letters.", "integer"),
    ),
)  # fmt: skip

LETTERS = Table(
    "letters",
    rows.published,
    (
        Column("id", lambda row: row.letter.slug, "End of the letter’s address."),
        Column("permalink", lambda row: _page(row, row.letter), "Its page.", "address"),
        *shared.state(lambda row: row.letter.state),
        Column("reference", lambda row: row.letter.reference or None, "Reference."),
        Column("date", lambda row: iso(row.letter.date), "Date.", "date"),
        Column("kind", lambda row: row.letter.kind, "Kind.", choices=("assessment", "reminder", "acknowledgement")),
        Column("language", lambda row: row.letter.language or None, "en, fr or es."),
        Column("observations", lambda row: row.letter.observations.symbol, "Concluding observations."),
        Column("session", lambda row: row.letter.assessed_session_id, "Session of examination.", "integer"),
        Column("report", lambda row: row.letter.report and row.letter.report.symbol, "Follow-up report."),
        Column(
            "report_received", lambda row: row.letter.report and iso(row.letter.report.received),
            "When the report came.", "date",
        ),
        Column(
            "paragraphs", lambda row: [one.recommendation.label for one in row.assessments],
            "Paragraphs it assesses, in its order.", "list",
        ),
        Column("grades", lambda row: [one.grade_code for one in row.assessments], "Grade of each.", "list"),
        Column("sha256", lambda row: row.letter.sha256, "SHA-256 of the file or text as received."),
        Column("parser_version", lambda row: row.letter.parser_version, "Parser that read it."),
        Column(
            "published", lambda row: row.letter.published_at.date().isoformat(), "When it became public.", "date"
        ),
    ),
)  # fmt: skip


def _values(row: rows.Plain) -> list[str]:
    """ "grade: Partially implemented → Implemented"; nothing of a letter that is not public."""
    change, letter = row.record, row.record.shown
    if change.letter_id and letter is None:
        return []
    told = []
    for name, *pair in change.values:
        before, after = (str(value) if value is not None else "" for value in pair)
        if letter:
            before, after = public(before, letter), public(after, letter)
        told.append(f"{name}: {before} → {after}" if before else f"{name}: {after}")
    return told


CHANGES = Table(
    "changes",
    rows.changes,
    (
        Column("id", lambda row: row.record.pk, "Number of the entry.", "integer"),
        Column("permalink", lambda row: f"{row.context.site}/changes/{row.record.pk}/", "Its page.", "address"),
        Column("at", lambda row: row.record.at.isoformat(timespec="seconds"), "When, in UTC.", "time"),
        Column("kind", lambda row: row.record.kind, "Kind.", choices=("published", "corrected", "withdrawn", "undone")),
        *shared.state(lambda row: row.record.state),
        Column("what", lambda row: row.record.what, "The record, as it was called then."),
        Column("record", lambda row: f"{row.context.site}{row.record.path}", "Page of the record.", "address"),
        Column("values", _values, "What changed, before and after.", "list"),
        Column("reason", lambda row: row.record.reason or None, "Why."),
        Column("role", lambda row: row.record.role, "Who, by role."),
    ),
)  # fmt: skip

SESSIONS = Table(
    "sessions",
    rows.sessions,
    (
        Column("id", lambda row: row.record.number, "Number.", "integer"),
        Column(
            "permalink", lambda row: f"{row.context.site}/recommendations/?session={row.record.number}",
            "Recommendations whose newest letter is of this session.", "address",
        ),
        Column("start", lambda row: iso(row.record.start), "First day.", "date"),
        Column("end", lambda row: iso(row.record.end), "Last day.", "date"),
        Column("days_certain", lambda row: row.record.days_certain, "Whether the days are certain.", "boolean"),
    ),
)  # fmt: skip

THEMES = Table(
    "themes",
    rows.themes,
    (
        Column("id", lambda row: row.record.slug, "Name in addresses."),
        Column(
            "permalink", lambda row: f"{row.context.site}/recommendations/?theme={row.record.slug}",
            "Recommendations on it.", "address",
        ),
        Column("kind", lambda row: row.record.kind, "Kind.", choices=("right", "group", "article", "target")),
        Column("name_en", lambda row: row.record.name_en, "Name in English."),
        Column("name_fr", lambda row: row.record.name_fr, "Name in French."),
        Column("name_es", lambda row: row.record.name_es, "Name in Spanish."),
        Column("recommendations", lambda row: row.record.recommendations, "Number of recommendations.", "integer"),
    ),
)  # fmt: skip

TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        STATES,
        OBSERVATIONS,
        RECOMMENDATIONS,
        ASSESSMENTS,
        LETTERS,
        DEADLINES,
        SESSIONS,
        THEMES,
        CHANGES,
    )
}
# the columns that the methodology page names
COLUMNS = [(column.name, column.value) for column in RECOMMENDATIONS.columns]
