"""Whose turn it is, as a column: `procedure.standing` for many rows at once."""

from __future__ import annotations

from datetime import date

from django.db.models import Case, CharField, F, Q, Value, When

from ..models import ConcludingObservations
from ..models.partial_date import past
from ..parameters import NO_REGION
from ..procedure import Turn


def turn(on: date, observations: str = "") -> Case:
    """The turn on day `on` of the observations at this path of a row. A test compares it with `standing`."""
    own = f"{observations or 'pk'}__in"
    due = f"{observations}__due" if observations else "due"
    rows = ConcludingObservations.objects
    return Case(
        When(Q(**{own: rows.awaiting_assessment().values("pk")}), then=Value(Turn.WITH_COMMITTEE.value)),
        When(Q(**{own: rows.assessed().values("pk")}), then=Value(Turn.ASSESSED.value)),
        When(Q(**{f"{due}__isnull": True}), then=Value(Turn.NO_DEADLINE.value)),
        When(past(due, on), then=Value(Turn.OVERDUE.value)),
        default=Value(Turn.DUE.value),
        output_field=CharField(),
    )


def invented(state: str = "") -> Case:
    """Whether the State at this path is a sample: yes or no."""
    column = f"{state}__sample" if state else "sample"
    return Case(When(**{column: True}, then=Value("yes")), default=Value("no"), output_field=CharField())


def region(state: str = "") -> Case:
    """The regional group of the State at this path; a value of its own where none is recorded."""
    column = f"{state}__region" if state else "region"
    return Case(When(**{column: ""}, then=Value(NO_REGION[0])), default=F(column), output_field=CharField())
