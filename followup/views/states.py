"""States: where each stands, as a table and as tiles by region, and one State's whole follow-up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from .. import parameters
from ..filters import StateFilter
from ..letters import fold
from ..models import Change, ConcludingObservations, State
from . import errors
from .cycles import Cycle, cycles, newest
from .sentences import TURNS, of_parties

SAMPLES = gettext_lazy("Sample States")


class Region(NamedTuple):
    """States of one region, each with its newest cycle, if it has one."""

    name: str
    states: list[tuple[State, Cycle | None]]
    samples: int = 0  # sample States that say they are of this region; they stand in a group of their own


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """States with follow-up as a table, all that the registry knows as tiles."""
    found = StateFilter(request.GET)
    if found.problems:
        return errors.refused(request, found.problems, "states")
    states = list(found.qs)
    latest = _newest(states, found.on)
    back = {"state": "-state"}
    context = {
        "found": found,
        "rows": [(state, latest[state.pk]) for state in states if state.pk in latest],
        "regions": _regions(sorted(states, key=lambda state: fold(state.name)), latest),
        "tiles": len(states),
        "known": of_parties(states),
        "turns": [(turn.value, words) for turn, words in TURNS.items()],
        "sort_query": found.query(sort=back.get(found.sort, "state")),
    }
    return render(request, "followup/states.html", context)


@require_safe
def detail(request: HttpRequest, iso3: str) -> HttpResponse:
    """One State: where it stands, each cycle, its recommendations, documents, and what is missing."""
    code = iso3.upper() if re.fullmatch(r"[A-Za-z]{3}", iso3) else ""
    state = State.objects.filter(pk=code).first()
    if state is None:
        return _nearest(request, iso3)
    if code != iso3:
        return redirect(state, permanent=True)
    found = cycles(ConcludingObservations.objects.public().filter(state=state), timezone.localdate())
    taken_back = Change.objects.filter(state=state, kind__in=[Change.Kind.WITHDRAWN, Change.Kind.UNDONE])
    context = {
        "state": state,
        "cycles": found,
        "months": _months(found),
        "taken_back": not found and taken_back.exists(),
    }
    return render(request, "followup/state.html", context)


def _newest(states: Iterable[State], on: date) -> dict[str, Cycle]:
    """The newest cycle of each State that has one."""
    of = ConcludingObservations.objects.public().filter(state__in=[state.pk for state in states])
    return {cycle.observations.state_id: cycle for cycle in cycles(newest(of), on)}


def _months(found: list[Cycle]) -> tuple[int, int] | None:
    """Months with the State and with the Committee over all cycles; None where there is nothing to add up."""
    if len(found) < 2:
        return None
    state = sum(cycle.clocks.state.months or 0 for cycle in found)
    return state, sum(cycle.clocks.committee.months or 0 for cycle in found)


def _regions(states: list[State], latest: dict[str, Cycle]) -> list[Region]:
    names = {value: str(label) for value, label in State.Region.choices}
    unknown = str(parameters.NO_REGION[1])
    groups: dict[str, list[tuple[State, Cycle | None]]] = {}
    for state in states:
        name = str(SAMPLES) if state.sample else names.get(state.region, unknown)
        groups.setdefault(name, []).append((state, latest.get(state.pk)))
    samples = Counter(names.get(state.region, "") for state in states if state.sample)
    return [
        Region(name, groups[name], samples[name])
        for name in [*names.values(), unknown, str(SAMPLES)]
        if name in groups
    ]


def _nearest(request: HttpRequest, value: str) -> HttpResponse:
    known = parameters.states()
    links = [(reverse("state", args=[code]), known[code].words) for code in parameters.nearest(value, known)]
    return errors.nothing_there(request, _("No State has the code “%(code)s”.") % {"code": value[:60]}, links)
