"""Open follow-up as rows: what is due or overdue, what waits for the Committee, and who has the next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Count, Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import procedure
from .models import ConcludingObservations, FollowUpReport, Letter, PartialDate
from .models.observations import ConcludingObservationsQuerySet
from .procedure import Standing, Turn, When

# The boards a row can be on, in the order of the page. A row is on the first that fits.
BOARDS = [When.SOON, When.LONG_OVERDUE, When.OVERDUE, When.WITH_COMMITTEE, When.LATER]


@dataclass(frozen=True)
class Deadline:
    """Concluding observations (from `with_dates`) and where their follow-up stands on day `on`."""

    observations: ConcludingObservations
    on: date

    @cached_property
    def standing(self) -> Standing:
        return procedure.standing(self.observations, self.on)

    @property
    def due(self) -> PartialDate | None:
        return self.observations.due

    @property
    def computed(self) -> bool:
        """Whether the due date is the adoption plus the time given, and no letter prints it."""
        return self.observations.due_basis == ConcludingObservations.DueBasis.COMPUTED

    @property
    def board(self) -> When | None:
        """The board it is on; None where nobody is waited for."""
        return next((when for when in BOARDS if self.standing.fits(when, self.on)), None)

    @property
    def late(self) -> str:
        """How late the report came, or is where none came: "2 months late"; empty where it is not."""
        if self.standing.turn is Turn.OVERDUE:
            return late(self.standing.months)
        report = next(iter(self.observations.reports.all()), None)
        return late(procedure.months_late(self.due, report.received)) if report else ""

    @property
    def reminder(self) -> Letter | None:
        """The newest published reminder."""
        letter = procedure.last_reminder(self.observations)
        if letter:
            letter.state = self.observations.state  # the same State: nobody need ask for it again
        return letter

    @property
    def next_step(self) -> str:
        """Who does what next, in a sentence."""
        match self.standing.turn:
            case Turn.DUE:
                return _("The State sends its follow-up report.")
            case Turn.OVERDUE if self.reminder:
                return _("The State sends its report, of which it was reminded.")
            case Turn.OVERDUE:
                return _("The State sends its report.")
            case Turn.WITH_COMMITTEE:
                return _("The Committee examines the report and sends its letter.")
            case Turn.NO_DEADLINE:
                return _("The State sends its follow-up report; no due date is known.")
        return _("None: the Committee has assessed the follow-up.")

    @property
    def time(self) -> str:
        """How long it is late, left or waiting: "25 months late", "in 39 days", "11 months with the Committee"."""
        months, days = self.standing.months, self.standing.days
        match self.standing.turn:
            case Turn.OVERDUE:
                return late(months)
            case Turn.DUE if days > procedure.SOON.days:
                return ngettext("in %(n)d month", "in %(n)d months", months) % {"n": months}
            case Turn.DUE if days:
                return ngettext("in %(n)d day", "in %(n)d days", days) % {"n": days}
            case Turn.DUE:
                return _("today")
            case Turn.WITH_COMMITTEE if self.standing.since:
                words = ngettext("%(n)d month with the Committee", "%(n)d months with the Committee", months)
                return words % {"n": months}
        return ""


def late(months: int | None) -> str:
    """Full months late in words: "2 months late"; empty where it is None, which is "in time"."""
    if not months:
        return "" if months is None else _("less than a month late")
    return ngettext("%(n)d month late", "%(n)d months late", months) % {"n": months}


def deadlines(observations: ConcludingObservationsQuerySet, on: date) -> list[Deadline]:
    """The rows of some observations in their order, in a fixed number of queries."""
    return [Deadline(one, on) for one in procedure.with_dates(observations)]


class Writings(NamedTuple):
    """How often the records behind a deadline were written, and when last."""

    times: int
    last: datetime


NEVER = Writings(0, datetime(2026, 1, 1, tzinfo=UTC))


def writings(rows: list[Deadline]) -> dict[int, Writings]:
    """By observations: the history of the observations, their reports and their letters, counted.

    The number only grows, as history is kept for ever: a later state of a deadline has a higher one.
    """
    found: dict[int, Writings] = {}
    of = [row.observations.pk for row in rows]
    sources: list[tuple[Any, str]] = [
        (ConcludingObservations, "id"),
        (FollowUpReport, "observations_id"),
        (Letter, "observations_id"),
    ]
    for model, column in sources:
        history = model.history.filter(**{f"{column}__in": of}).order_by().values_list(column)
        for pk, count, last in history.annotate(count=Count("history_id"), last=Max("history_date")):
            before = found.get(pk, NEVER)
            found[pk] = Writings(before.times + count, max(before.last, last) if before.times else last)
    return found
