"""The follow-up procedure's clock: when a report is due, whether it is late, whose turn it is.

All of it is computed from dates when it is asked for; no status is stored. Concluding observations are
expected to be prefetched with `reports` and `letters` (see `with_dates`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from django.db.models import F, Prefetch, Q

from .models import ConcludingObservations, FollowUpReport, Letter, PartialDate
from .models.letter import LetterQuerySet
from .models.observations import ConcludingObservationsQuerySet
from .models.partial_date import past


class Turn(StrEnum):
    """Where the follow-up to one set of concluding observations stands."""

    ASSESSED = "assessed"
    WITH_COMMITTEE = "with_committee"
    DUE = "due"
    OVERDUE = "overdue"
    NO_DEADLINE = "no_deadline"


class When(StrEnum):
    """A part of the open follow-up by its time. Long and newly overdue ones are overdue too."""

    SOON = "due-in-90-days"
    OVERDUE = "overdue"
    NEWLY_OVERDUE = "newly-overdue"
    LONG_OVERDUE = "overdue-over-12-months"
    WITH_COMMITTEE = "awaiting-assessment"
    LATER = "due-later"


SOON = timedelta(days=90)
NEW = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Standing:
    """A turn, the date it hangs on, and full months: late where overdue, left where due, waited with the Committee.

    `days` are those left until the last day of the due date, where a report is due.
    """

    turn: Turn
    since: PartialDate | None = None
    months: int = 0
    days: int = 0

    def fits(self, when: When, on: date) -> bool:
        """Whether it belongs to that part of the open follow-up on day `on`; `when` in the database is the same."""
        last = self.since.last_day if self.since else on
        match when:
            case When.SOON:
                return self.turn is Turn.DUE and last <= on + SOON
            case When.LATER:
                return self.turn is Turn.DUE and last > on + SOON
            case When.WITH_COMMITTEE:
                return self.turn is Turn.WITH_COMMITTEE
            case When.NEWLY_OVERDUE:
                return self.turn is Turn.OVERDUE and last >= on - NEW
            case When.LONG_OVERDUE:
                return self.turn is Turn.OVERDUE and last < year_before(on)
        return self.turn is Turn.OVERDUE


@dataclass(frozen=True, slots=True)
class Clock:
    """Months that one side had, or has had so far where it `runs`; None where a date is not known."""

    months: int | None = None
    runs: bool = False
    late: int = 0  # of these months, how many after the due date


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks of one cycle: the State's until its first report, the Committee's until its letter on it."""

    state: Clock
    committee: Clock


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
    letters = Letter.objects.select_related("assessed_session", "report")
    return _with(observations, letters.defer("text", "reading", "record")).prefetch_related("recommendations")


def with_dates(observations: ConcludingObservationsQuerySet) -> ConcludingObservationsQuerySet:
    """Add what the clock needs of a cycle: reports and published letters, newest last; of letters little else."""
    return _with(
        observations, Letter.objects.only("kind", "reference", "date", "slug", "observations", "report")
    )


def _with(
    observations: ConcludingObservationsQuerySet, letters: LetterQuerySet
) -> ConcludingObservationsQuerySet:
    return observations.select_related("state", "session").prefetch_related(
        # the databases disagree on where a report without a date belongs: here it comes first
        Prefetch("reports", FollowUpReport.objects.order_by(F("received").asc(nulls_first=True), "pk")),
        Prefetch("letters", letters.published().order_by("date", "pk"), to_attr="published_letters"),
    )


def months_late(due: PartialDate | None, received: PartialDate | None) -> int | None:
    """Full months a report came after the last day of its due date; None where it was in time or a date is not known.

    With month precision on one side, a report of the due month is in time, and one of a later month came on its
    first day: nothing is rounded against the State.
    """
    if not due or not received or received.first_day <= due.last_day:
        return None
    return due.months_past(received)


def assessing_letters(observations: ConcludingObservations) -> list[Letter]:
    """The published letters that assess, oldest first; `observations` come from `with_dates`."""
    letters: list[Letter] = observations.published_letters  # type: ignore[attr-defined]  # set by with_dates
    return [letter for letter in letters if letter.kind == Letter.Kind.ASSESSMENT]


def last_reminder(observations: ConcludingObservations) -> Letter | None:
    """The newest published reminder; `observations` come from `with_dates`."""
    letters: list[Letter] = observations.published_letters  # type: ignore[attr-defined]  # set by with_dates
    return next((one for one in reversed(letters) if one.kind == Letter.Kind.REMINDER), None)


def answers(letter: Letter, report: FollowUpReport) -> bool:
    """Whether a letter that assesses answers a report: it names it, or it is not of an earlier date.

    The question `awaiting_assessment` asks the database.
    """
    if letter.report_id == report.pk or not report.received:
        return True
    return bool(letter.date and letter.date.last_day >= report.received.first_day)


def standing(observations: ConcludingObservations, on: date) -> Standing:
    """Where the follow-up stands on day `on`; `observations` come from `with_dates`."""
    reports = list(observations.reports.all())
    assessed = assessing_letters(observations)
    waiting = [row for row in reports if not any(answers(letter, row) for letter in assessed)]
    if waiting:
        received = waiting[-1].received
        return Standing(Turn.WITH_COMMITTEE, received, received.months_until(on) if received else 0)
    if assessed:
        return Standing(Turn.ASSESSED, assessed[-1].date)
    if observations.due is None:
        return Standing(Turn.NO_DEADLINE)
    last = observations.due.last_day
    if last < on:
        return Standing(Turn.OVERDUE, observations.due, observations.due.months_past(on))
    left = max(PartialDate.of(on).months_past(last), 0)
    return Standing(Turn.DUE, observations.due, left, (last - on).days)


def clocks(observations: ConcludingObservations, on: date) -> Clocks:
    """How long each side had or has had by day `on`; `observations` come from `with_dates`.

    The State's clock runs from the adoption to its first report, the Committee's from that report to the first
    letter that answers it. Months are counted between the months, as the letters seldom give days.
    """
    held, due = observations.held, observations.due
    report = next(iter(observations.reports.all()), None)
    assessed = assessing_letters(observations)
    if report is None:
        runs = not assessed  # a letter can assess without a report: then nobody waits for one
        late = due.months_past(on) if runs and due and due.last_day < on else 0
        return Clocks(Clock(held.months_until(on), True, late) if runs and held else Clock(), Clock())
    received = report.received
    took = max(held.months_until(received), 0) if held and received else None
    state = Clock(took, False, months_late(due, received) or 0)
    if not received:
        return Clocks(state, Clock())
    letter = next((one for one in assessed if answers(one, report)), None)
    if letter is None:
        return Clocks(state, Clock(max(received.months_until(on), 0), True))
    return Clocks(state, Clock(max(received.months_until(letter.date), 0) if letter.date else None))


def year_before(on: date) -> date:
    """The same day a year earlier; of 29 February the day before."""
    return PartialDate.of(on).plus_months(-12).first_day


def at(when: When, on: date) -> Q:
    """`Standing.fits`, asked of the database: of observations with their `turn` beside them."""
    overdue, due = Q(turn=Turn.OVERDUE), Q(turn=Turn.DUE)
    soon = past("due", on + SOON + timedelta(days=1))
    parts = {
        When.SOON: due & soon,
        When.LATER: due & ~soon,
        When.OVERDUE: overdue,
        When.NEWLY_OVERDUE: overdue & ~past("due", on - NEW),
        When.LONG_OVERDUE: overdue & past("due", year_before(on)),
        When.WITH_COMMITTEE: Q(turn=Turn.WITH_COMMITTEE),
    }
    return parts[when]
