"""Two to four States side by side: their cycles, dates and grades. No sums: grades do not rank States."""

from __future__ import annotations

from itertools import zip_longest
from typing import NamedTuple
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from .. import parameters
from ..letters import fold
from ..models import ConcludingObservations, State
from ..parameters import StrictForm, Values
from . import errors
from .cycles import Cycle, cycles

MOST = 4


class CompareForm(StrictForm):
    """The States to compare, a parameter each."""

    s = Values(known=parameters.states, required=False, label=gettext_lazy("State"))


class Column(NamedTuple):
    """One State of the comparison. `without` is the query string of the others."""

    state: State
    cycles: list[Cycle]
    without: str


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The States that were chosen, cycle beside cycle, newest first, and the boxes to choose others."""
    form = CompareForm(request.GET)
    if form.problems:
        return errors.refused(request, form.problems, "compare")
    codes: list[str] = form.cleaned_data["s"]
    too_many = len(codes) > MOST
    columns = [] if too_many else _columns(codes)
    # the first row has the newest cycle of each State, the next the one before; a State may have fewer
    rows = list(zip_longest(*(column.cycles for column in columns)))
    context = {
        "columns": columns,
        "rows": [(_title(n), list(zip(columns, row, strict=True))) for n, row in enumerate(rows)],
        "boxes": [(n + 1, code) for n, code in enumerate([*codes, *[""] * MOST][:MOST])],
        "too_many": len(codes) if too_many else 0,
        "most": MOST,
        "choices": _choices(),
        "query": urlencode([("state", code) for code in codes]),
    }
    return render(request, "followup/compare.html", context, status=400 if too_many else 200)


def _columns(codes: list[str]) -> list[Column]:
    states = State.objects.in_bulk(codes)
    of: dict[str, list[Cycle]] = {code: [] for code in codes}
    for cycle in cycles(
        ConcludingObservations.objects.public().filter(state__in=codes), timezone.localdate()
    ):
        of[cycle.observations.state_id].append(cycle)
    return [
        Column(states[code], of[code], urlencode([("s", other) for other in codes if other != code]))
        for code in codes
    ]


def _choices() -> list[tuple[str, list[State]]]:
    """All States to choose from, by whether there is anything to compare."""
    asked = list(State.objects.asked())
    held = {state.pk for state in asked}
    others = [state for state in State.objects.all() if state.pk not in held]
    groups = [(_("With follow-up"), asked), (_("No follow-up recorded"), others)]
    return [(title, sorted(states, key=lambda state: fold(state.name))) for title, states in groups if states]


def _title(n: int) -> str:
    if n == 0:
        return _("Newest cycle")
    return _("The cycle before") if n == 1 else _("Earlier cycle, %(n)d before the newest") % {"n": n}
