"""Concluding observations: the page of one set of them, with its cycle."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import changes
from ..models import ConcludingObservations, Letter, State
from ..parameters import Known, nearest
from . import errors
from .cycles import cycles
from .histories import history


@require_safe
def detail(request: HttpRequest, iso3: str, slug: str) -> HttpResponse:
    """Symbol, session, the paragraphs selected, the cycle so far, and how to cite it."""
    rows = ConcludingObservations.objects.public()
    found = cycles(rows.filter(state=iso3, slug=slug), timezone.localdate())
    if not found:
        return _missing(request, iso3, slug)
    [cycle] = found
    context = {"cycle": cycle, "history": history(cycle.observations, *cycle.reports)}
    return render(request, "followup/observations.html", context)


def _missing(request: HttpRequest, iso3: str, slug: str) -> HttpResponse:
    """The same in capitals, withdrawn with its letters, or never there: then the nearest of the State."""
    rows = ConcludingObservations.objects.public()
    if spelt := rows.filter(state__iso3__iexact=iso3, slug__iexact=slug).first():
        return redirect(spelt, permanent=True)
    hidden = {"observations__state": iso3, "observations__slug": slug}
    letter = Letter.objects.filter(status=Letter.Status.WITHDRAWN, **hidden).select_related("state").first()
    if letter:
        return errors.withdrawn(request, letter=letter)
    if entry := changes.undone_with(iso3, slug):
        return errors.undone(request, entry)
    state = State.objects.filter(iso3__iexact=iso3).first()
    links = [(one.get_absolute_url(), one.symbol) for one in rows.filter(state=state)] if state else []
    if state:
        links.append((state.get_absolute_url(), state.name))
    else:
        every = {one.pk: Known(one.name) for one in State.objects.all()}
        links += [(reverse("state", args=[code]), every[code].words) for code in nearest(iso3, every)]
    return errors.nothing_there(request, _("No concluding observations have this address."), links)
