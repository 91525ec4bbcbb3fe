"""The follow-up procedure's clock: when a report is due, whether it is late, whose turn it is.

All of it is computed from dates when it is asked for; no status is stored. Concluding observations are
expected to be prefetched with `reports` and `letters` (see `with_cycle`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.db.models import Case, CharField, Exists, OuterRef, Prefetch, Q, Value, When

from .models import ConcludingObservations, FollowUpReport, Letter, PartialDate
from .models.observations import ConcludingObservationsQuerySet
from .models.partial_date import past


class Turn(StrEnum):
    """Where the follow-up to one set of concluding observations stands."""

    ASSESSED = "assessed"
    WITH_COMMITTEE = "with_committee"
    DUE = "due"
    OVERDUE = "overdue"
    NO_DEADLINE = "no_deadline"


@dataclass(frozen=True, slots=True)
class Standing:
    """A turn, the date it hangs on, and whole months: late where overdue, left where due, waited with the Committee."""

    turn: Turn
    since: PartialDate | None = None
    months: int = 0


def deadline(
    held: PartialDate | None, months: int | None, printed: PartialDate | None = None
) -> tuple[PartialDate | None, str]:
    """The due date and its basis: a printed date stands; else the month of adoption plus the time given.

    Returns (None, "") where the letter gives neither. A computed date has the precision of the adoption
    as printed, usually the month.
    """
    if printed:
        return printed, ConcludingObservations.DueBasis.PRINTED
    if held and months:
        return held.plus_months(months), ConcludingObservations.DueBasis.COMPUTED
    return None, ""


def with_cycle(observations: ConcludingObservationsQuerySet) -> ConcludingObservationsQuerySet:
    """Add all that a cycle shows: recommendations in order, reports and published letters, newest last."""
    return observations.select_related("state", "session").prefetch_related(
        "recommendations",
        Prefetch("reports", FollowUpReport.objects.order_by("received", "pk")),
        Prefetch(
            "letters",
            Letter.objects.published().select_related("assessed_session", "report").order_by("date", "pk"),
            to_attr="published_letters",
        ),
    )


def months_late(due: PartialDate | None, received: PartialDate | None) -> int:
    """Whole months a report came after its due date; 0 where it was in time or a date is not known.

    With month precision on one side, a report of the due month is in time.
    """
    if not due or not received or received.first_day <= due.last_day:
        return 0
    return max(due.months_until(received), 0)


def standing(observations: ConcludingObservations, on: date) -> Standing:
    """Where the follow-up stands on day `on`; `observations` come from `with_cycle`."""
    reports = list(observations.reports.all())
    assessed = [
        letter
        for letter in observations.published_letters  # type: ignore[attr-defined]  # set by with_cycle
        if letter.kind == Letter.Kind.ASSESSMENT
    ]
    if assessed:
        return Standing(Turn.ASSESSED, assessed[-1].date)
    if reports:
        received = reports[-1].received
        return Standing(Turn.WITH_COMMITTEE, received, received.months_until(on) if received else 0)
    if observations.due is None:
        return Standing(Turn.NO_DEADLINE)
    months = observations.due.months_until(on)
    if observations.due.last_day < on:
        return Standing(Turn.OVERDUE, observations.due, months)
    return Standing(Turn.DUE, observations.due, -months)


def turn(on: date, observations: str = "") -> Case:
    """The turn of `standing`, asked of the database: of rows whose observations are at `observations`.

    A test compares the two over generated records. A turn that stands earlier here wins.
    """
    prefix = f"{observations}__" if observations else ""
    own = OuterRef(f"{prefix}pk")
    assessed = Letter.objects.published().filter(observations=own, kind=Letter.Kind.ASSESSMENT)
    return Case(
        When(Exists(assessed), then=Value(Turn.ASSESSED.value)),
        When(Exists(FollowUpReport.objects.filter(observations=own)), then=Value(Turn.WITH_COMMITTEE.value)),
        When(Q(**{f"{prefix}due__isnull": True}), then=Value(Turn.NO_DEADLINE.value)),
        When(past(f"{prefix}due", on), then=Value(Turn.OVERDUE.value)),
        default=Value(Turn.DUE.value),
        output_field=CharField(),
    )
