"""Dates that cannot be: a letter before its session, a report before what it reports on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from .dates import earlier
from .facts import Facts
from .knowledge import SessionDates
from .reading import Flag
from .sessions import Mention

_LONGEST_POST_MONTHS = (
    18  # a letter goes out within weeks of its session; a year and a half is a slip of the pen
)


def date_order(facts: Facts) -> Iterator[Flag]:
    """One flag for each date that cannot stand beside the others."""
    reading = facts.reading
    written = reading.date.value if reading.date else None
    came = reading.follow_up_report.received if reading.follow_up_report else None
    observed = _first_day(facts, facts.sessions.observations)
    examined = _first_day(facts, facts.sessions.assessed) if reading.assessed else None
    if came and observed and earlier(came.value, observed):
        yield Flag(
            "date_order",
            "follow_up_report.received",
            f"The follow-up report cannot have come in {came.value}: the concluding observations are of {observed}.",
        )
    if came and examined and earlier(examined[:7], came.value[:7]):
        yield Flag(
            "date_order",
            "follow_up_report.received",
            f"The follow-up report is said to have come in {came.value}, "
            f"after the session of {examined[:7]} that examined it.",
        )
    if came and written and earlier(written, came.value):
        yield Flag(
            "date_order",
            "follow_up_report.received",
            f"The follow-up report is said to have come in {came.value}, after the date of the letter, {written}.",
        )
    if written:
        yield from _letter_dates(facts, written, observed, examined)


def _letter_dates(facts: Facts, written: str, observed: str | None, examined: str | None) -> Iterator[Flag]:
    today = (facts.knowledge.today or date.today()).isoformat()
    if earlier(today, written):
        yield Flag("date_order", "date", f"The date of the letter, {written}, lies in the future.")
    elif examined and earlier(written, examined):
        yield Flag(
            "date_order",
            "date",
            f"The letter is dated {written}, before the session of {examined} that it reports on.",
        )
    elif observed and earlier(written, observed):
        yield Flag(
            "date_order",
            "date",
            f"The letter is dated {written}, before the concluding observations of {observed}.",
        )
    elif examined and _months(written) - _months(examined) > _LONGEST_POST_MONTHS:
        yield Flag(
            "date_order",
            "date",
            f"The letter is dated {written}, long after the session of {examined} that it reports on.",
        )


def _months(value: str) -> int:
    return int(value[:4]) * 12 + int(value[5:7] or 1)


def _first_day(facts: Facts, mention: Mention | None) -> str | None:
    """When a session began: the day or month printed, else that of the table; its day where that is certain."""
    if mention is None:
        return None
    known = facts.knowledge.by_number.get(mention.number)
    held = mention.held
    if held is None:
        return _by_table(known) if known else None
    if held.opening:
        return held.opening
    return _by_table(known) if known and known.months[0] == held.value else held.value


def _by_table(known: SessionDates) -> str:
    return known.start.isoformat() if known.days_certain else known.months[0]
