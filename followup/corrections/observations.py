"""Corrections of concluding observations and of follow-up reports: symbol, State, session, dates."""

from __future__ import annotations

from typing import Any

from .. import procedure
from ..letters import parse_symbol
from ..models import ConcludingObservations, FollowUpReport, State, claim
from . import values as read
from .rules import Act, Rules, Values, taken
from .values import Field, Refused


class ObservationsRules(Rules):
    model = ConcludingObservations
    related = ("state", "session")
    fields = {
        "state": Field(read.state, lambda row: row.state, "state", help="The letters on them move along."),
        "symbol": Field(read.observations_symbol, lambda row: row.symbol),
        "reports_reviewed": Field(
            read.reports,
            lambda row: row.reports_reviewed,
            help="1 for the initial report; 2, 3 for combined reports; “none” in the absence of a report.",
        ),
        "session": Field(read.session, lambda row: row.session, "session"),
        "session_held": Field(read.date, lambda row: row.session_held),
        "months": Field(read.months, lambda row: row.months, help="For the follow-up report."),
        "due": Field(
            read.date,
            lambda row: row.due,
            help="As printed. Left as it is, a computed date follows the session and the months; "
            "emptied, it is computed.",
        ),
    }

    def refuse(self, record: Any, values: Values, changed: set[str]) -> None:
        belongs(values["symbol"], values["state"], "symbol")
        if taken(ConcludingObservations.objects.filter(symbol=values["symbol"]), record):
            raise Refused(
                "symbol",
                f"{values['symbol']} is in the registry already. "
                "If a letter is about other observations, correct that in the letter.",
            )

    def write(self, record: Any, values: Values, changed: set[str], act: Act) -> None:
        for name in changed:
            setattr(record, name, values[name])
        printed = values["due"] if "due" in changed or record.due_basis == "printed" else None
        record.due, record.due_basis = procedure.deadline(record.held, record.months, printed)
        act.write(record)
        if "state" in changed:
            for letter in record.letters.exclude(state=record.state):
                moved = claim(letter, letter.version)
                moved.state = record.state
                moved.record = {**moved.record, "state": record.state_id}
                act.write(moved)


class ReportRules(Rules):
    model = FollowUpReport
    related = ("observations__state",)
    fields = {
        "report_symbol": Field(read.report_symbol, lambda row: row.symbol),
        "received": Field(read.date, lambda row: row.received),
    }

    def refuse(self, record: Any, values: Values, changed: set[str]) -> None:
        symbol = values["report_symbol"]
        if symbol:
            belongs(symbol, record.observations.state, "report_symbol")
        if symbol and taken(FollowUpReport.objects.filter(symbol=symbol), record):
            raise Refused("report_symbol", f"A follow-up report {symbol} is in the registry already.")

    def write(self, record: Any, values: Values, changed: set[str], act: Act) -> None:
        record.symbol, record.received = values["report_symbol"], values["received"]
        act.write(record)


def belongs(symbol: str, state: State, field: str) -> None:
    """Raise Refused where a symbol is another State's: its three letters are the State's code."""
    found = parse_symbol(symbol)
    if found and found.iso3 != state.pk:
        owner = State.objects.filter(pk=found.iso3).first()
        raise Refused(
            field, f"{symbol} belongs to {owner or found.iso3}; the State is {state}. Correct both together."
        )
