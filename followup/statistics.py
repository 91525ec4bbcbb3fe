"""Figures on recommendations and reports, each with what it is a part of. They never rank States.

Grades are counted over recommendations, each by its newest published letter, as the list shows them: so a
figure and its list have the same number of rows. Reports are counted over concluding observations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from statistics import median
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, QuerySet, Value

from . import procedure
from .letters import fold
from .models import NOT_ASSESSED, NOT_STATED, ConcludingObservations, FollowUpReport, Tagging
from .models.observations import ConcludingObservationsQuerySet
from .parameters import NO_THEME
from .procedure import Clocks, Turn

MINIMUM = 5  # assessments; fewer make a table, never a chart


@dataclass(frozen=True)
class Mix:
    """How many recommendations have which grade, by one column: counts by the column's value, then by grade."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)

    def assessed(self, value: str) -> int:
        return self.total(value) - self.counts.get(value, Counter())[NOT_ASSESSED[0]]

    def total(self, value: str) -> int:
        return self.counts.get(value, Counter()).total()

    @cached_property
    def most(self) -> int:
        """The longest bar."""
        return max((self.assessed(value) for value in self.counts), default=0)


@dataclass(frozen=True, slots=True)
class Assessed:
    """What all charts of grades are a part of."""

    every: int
    assessed: int
    graded: int

    @property
    def not_stated(self) -> int:
        return self.assessed - self.graded

    @property
    def too_few(self) -> bool:
        return self.assessed < MINIMUM


@dataclass(frozen=True)
class Grades:
    """The grades of some recommendations, by several columns at once."""

    of: Assessed
    by: dict[str, Mix]


def grades(found: QuerySet[Any], *columns: str, part: str = "grade_code") -> Grades:
    """Counted in one query, by columns of the recommendations or assessments of a filter.

    `part` is the column of their grade. Rows without a value are in no mix.
    """
    bars = {f"bar_{column}": F(column) for column in columns}
    rows = found.order_by().annotate(**bars, part=F(part)).values_list("part", *bars)
    every: Counter[str] = Counter()
    by = {column: Mix() for column in columns}
    for grade, *values, count in rows.annotate(count=Count("pk")):
        every[grade] += count
        for column, value in zip(columns, values, strict=True):
            if value is not None:
                by[column].counts.setdefault(str(value), Counter())[grade] += count
    assessed = every.total() - every[NOT_ASSESSED[0]]
    return Grades(Assessed(every.total(), assessed, assessed - every[NOT_STATED[0]]), by)


def mix_by_theme(recommendations: QuerySet[Any], themes: Sequence[str] = ()) -> Mix:
    """Grades by confirmed theme. A recommendation with two themes counts for both, one without for "none recorded".

    Where the filter chose `themes`, the others are left out: of them it holds only some of the rows.
    """
    confirmed = recommendations.filter(taggings__status=Tagging.Status.CONFIRMED)
    found = grades(confirmed, "taggings__theme").by["taggings__theme"]
    tagged = Tagging.objects.confirmed().filter(recommendation=OuterRef("pk"))
    without = recommendations.filter(~Exists(tagged)).annotate(no_theme=Value(NO_THEME[0]))
    counts = found.counts | grades(without, "no_theme").by["no_theme"].counts
    return Mix({theme: part for theme, part in counts.items() if not themes or theme in themes})


class Reply(StrEnum):
    """Whether a follow-up report came, and how late. Every set of observations is exactly one of these."""

    IN_TIME = "in-time"
    LATE = "late"
    LATE_YEAR = "late-over-6-months"
    LATE_LONG = "late-over-12-months"
    OVERDUE = "overdue"
    NOT_DUE = "not-yet-due"
    UNKNOWN = "not-known"


CAME = {Reply.IN_TIME, Reply.LATE, Reply.LATE_YEAR, Reply.LATE_LONG}
CAME_LATE = CAME - {Reply.IN_TIME}


@dataclass(frozen=True)
class Answer:
    """The reply to one set of concluding observations (from `with_dates`), and its two clocks."""

    observations: ConcludingObservations
    reply: Reply
    clocks: Clocks
    report: FollowUpReport | None


@dataclass(frozen=True)
class Replies:
    """All answers, in the order they were asked for."""

    answers: list[Answer]

    def of(self, *replies: Reply) -> list[Answer]:
        return [one for one in self.answers if one.reply in replies]

    @property
    def came(self) -> int:
        """Reports that came, of those whose due date is known."""
        return len(self.of(*CAME))

    @property
    def due(self) -> int:
        """Reports that have come or should have."""
        return self.came + len(self.of(Reply.OVERDUE))

    @property
    def state_months(self) -> float | None:
        """Median months from the observations to the report, of the reports that came."""
        return _median(one.clocks.state.months for one in self.answers if not one.clocks.state.runs)

    @property
    def committee_months(self) -> float | None:
        """Median months from the report to the letter, of the reports that were assessed."""
        return _median(one.clocks.committee.months for one in self.answers if not one.clocks.committee.runs)

    @property
    def measured(self) -> tuple[int, int]:
        """Over how many reports the two medians are taken."""
        state = sum(one.clocks.state.months is not None and not one.clocks.state.runs for one in self.answers)
        letters = (one.clocks.committee for one in self.answers)
        return state, sum(clock.months is not None and not clock.runs for clock in letters)


def replies(observations: ConcludingObservationsQuerySet, on: date) -> Replies:
    """The answers to some concluding observations, in a fixed number of queries."""
    # of many observations each State and each session once
    found = procedure.with_dates(observations).select_related(None).prefetch_related("state", "session")
    names = {state.pk: fold(state.name) for state in {one.state for one in found}}
    rows = sorted(found, key=lambda one: (names[one.state_id], one.symbol))
    return Replies([_answer(one, on) for one in rows])


def _answer(observations: ConcludingObservations, on: date) -> Answer:
    report = next(iter(observations.reports.all()), None)
    return Answer(observations, _reply(observations, report, on), procedure.clocks(observations, on), report)


def _reply(observations: ConcludingObservations, report: FollowUpReport | None, on: date) -> Reply:
    due = observations.due
    if report is None:
        turns = {Turn.OVERDUE: Reply.OVERDUE, Turn.DUE: Reply.NOT_DUE}
        return turns.get(procedure.standing(observations, on).turn, Reply.UNKNOWN)
    if not due or not report.received:
        return Reply.UNKNOWN
    if report.received.first_day <= due.last_day:
        return Reply.IN_TIME
    came = report.received.first_day
    if due.plus_months(12).last_day < came:
        return Reply.LATE_LONG
    return Reply.LATE_YEAR if due.plus_months(6).last_day < came else Reply.LATE


def _median(months: Iterable[int | None]) -> float | None:
    known = [count for count in months if count is not None]
    return median(known) if known else None
