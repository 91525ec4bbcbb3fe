"""Columns that several lists have: of the State, of the letter, of the due date, and where the procedure stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .. import parameters
from ..models import GRADES, NOT_STATED, ConcludingObservations, Letter, State
from ..procedure import Turn
from .columns import Column, iso, precision


def state(get: Callable[[Any], State]) -> tuple[Column, ...]:
    """Which State it is."""
    return (
        Column("state", lambda row: get(row).iso3, "ISO 3166-1 code of the State."),
        Column("state_name", lambda row: get(row).name, "Name of the State."),
        Column(
            "sample", lambda row: get(row).sample, "Whether the State is invented, for the demo.", "boolean"
        ),
    )


def _of_letter(column: Callable[[Letter], Any]) -> Callable[[Any], Any]:
    return lambda row: column(row.letter) if row.letter else None


def _of_report(column: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda row: column(row.report) if row.report else None


def region(get: Callable[[Any], State]) -> tuple[Column, ...]:
    """Its regional group, as a code and in the language of the list."""
    return (
        Column(
            "region",
            lambda row: get(row).region or None,
            "Regional group.",
            choices=tuple(State.Region.values),
        ),
        Column("region_label", lambda row: get(row).get_region_display() or None, "The same in words."),
    )


def months(row: Any, turn: Turn) -> int | None:
    """The full months of a standing, where it is this turn; else nothing."""
    return row.standing.months if row.standing.turn is turn else None


TURNS = tuple(turn.value for turn in Turn)
GIVEN = (*(code for code, _ in GRADES), NOT_STATED[0])
LETTER = (
    Column("letter", _of_letter(lambda one: one.reference), "Reference of the letter."),
    Column("letter_date", _of_letter(lambda one: iso(one.date)), "Date of the letter.", "date"),
    Column(
        "letter_date_precision", _of_letter(lambda one: precision(one.date)), "day, month or year.",
        choices=("day", "month", "year"),
    ),
    Column("letter_language", _of_letter(lambda one: one.language), "Language of the letter: en, fr, es."),
    Column(
        "letter_session", _of_letter(lambda one: one.assessed_session_id),
        "Session at which the Committee examined the report.", "integer",
    ),
    Column("report", _of_report(lambda one: one.symbol), "Symbol of the State’s follow-up report."),
    Column("report_received", _of_report(lambda one: iso(one.received)), "When the report came.", "date"),
    Column(
        "report_received_precision", _of_report(lambda one: precision(one.received)), "day, month or year.",
        choices=("day", "month", "year"),
    ),
)  # fmt: skip
STATUS = (
    Column("status", lambda row: row.standing.turn.value, "Whose turn it is today.", choices=TURNS),
    Column("status_label", lambda row: str(parameters.TURNS[row.standing.turn]), "The same in words."),
)
DUE = (
    Column("report_due", lambda row: iso(row.observations.due), "When the follow-up report was due.", "date"),
    Column(
        "report_due_basis", lambda row: row.observations.due_basis or None,
        "printed in the letter, or computed from the session and the time given.",
        choices=tuple(ConcludingObservations.DueBasis.values),
    ),
    Column(
        "report_due_basis_label", lambda row: row.observations.get_due_basis_display() or None,
        "The same in words.",
    ),
)  # fmt: skip
ASKED = (
    Column("observations", lambda row: row.observations.symbol, "Symbol of the concluding observations."),
    Column(
        "observations_session", lambda row: row.observations.session_id,
        "Session at which they were adopted.", "integer",
    ),
    Column("observations_held", lambda row: iso(row.observations.held), "Month of that session.", "date"),
)  # fmt: skip
