"""States: where each stands, and one State's whole follow-up."""

from __future__ import annotations

import re
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from .. import parameters
from ..models import ConcludingObservations, State
from . import errors
from .cycles import Cycle, cycles


class Region(NamedTuple):
    """States of one region, each with its newest cycle, if it has one."""

    name: str
    states: list[tuple[State, Cycle | None]]


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """States with follow-up as a table, all States parties by region."""
    newest: dict[str, Cycle] = {}
    for cycle in cycles(ConcludingObservations.objects.public(), timezone.localdate()):
        newest.setdefault(cycle.observations.state_id, cycle)
    parties = list(State.objects.all())  # the registry knows no others
    context = {
        "rows": sorted(newest.values(), key=lambda cycle: cycle.observations.state.name),
        "regions": _regions(parties, newest),
        "parties": sum(not state.sample for state in parties),
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
    return render(request, "followup/state.html", {"state": state, "cycles": found})


def _regions(states: list[State], newest: dict[str, Cycle]) -> list[Region]:
    names = {value: str(label) for value, label in State.Region.choices}
    groups: dict[str, list[tuple[State, Cycle | None]]] = {}
    for state in states:
        name = "Sample States" if state.sample else names.get(state.region, "Region not recorded")
        groups.setdefault(name, []).append((state, newest.get(state.pk)))
    order = [*names.values(), "Region not recorded", "Sample States"]
    return [Region(name, groups[name]) for name in order if name in groups]


def _nearest(request: HttpRequest, value: str) -> HttpResponse:
    known = parameters.states()
    links = [(reverse("state", args=[code]), known[code].words) for code in parameters.nearest(value, known)]
    return errors.nothing_there(request, f"No State has the code “{value[:60]}”.", links)
