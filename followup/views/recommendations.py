"""Recommendations: the filtered list, and the page of one."""

from __future__ import annotations

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import changes, exports
from ..filters import RecommendationFilter
from ..models import Assessment, ConcludingObservations, Letter, Recommendation, State, Theme
from . import errors
from .citations import citation
from .cycles import Cycle, Row, cycles
from .histories import history
from .lists import list_page
from .passages import Passage
from .versions import version_of


class Neighbours(NamedTuple):
    """The assessments before and after one in its letter."""

    before: Assessment | None
    after: Assessment | None


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The list, a row a recommendation with its newest assessment."""
    found = RecommendationFilter(request.GET)
    rows = found.qs.select_related("observations__state")
    return list_page(request, found, rows, lambda page: {"rows": _rows(page)})


@require_safe
def detail(request: HttpRequest, iso3: str, observations: str, paragraph: str) -> HttpResponse:
    """What was asked, what the State reported, what the Committee said; `?version=` shows an earlier state."""
    where = {"observations__state": iso3, "observations__slug": observations, "slug": paragraph}
    recommendation = Recommendation.objects.public().filter(**where).first()
    if recommendation is None:
        return _missing(request, iso3, where)
    asked = request.GET.get("version")
    shown = version_of(recommendation, asked)
    if asked is not None and shown is None:
        links = [(recommendation.get_absolute_url(), _("The record as it stands"))]
        return errors.nothing_there(request, _("This record has no such version."), links)
    [cycle] = cycles(
        ConcludingObservations.objects.filter(pk=recommendation.observations_id), timezone.localdate()
    )
    # one object for both: the page then asks nothing twice
    recommendation.observations = cycle.observations
    related = ("letter__state", "letter__report", "letter__assessed_session")
    rounds = [
        Passage(row) for row in recommendation.assessments.published().select_related(*related).newest_first()
    ]
    context = {
        "recommendation": recommendation,
        "cycle": cycle,
        "record_id": exports.record_id(recommendation),
        "themes": Theme.objects.confirmed_of(recommendation),
    }
    if not rounds:
        context["silent"] = cycle.silent
    if rounds and shown:
        if not shown.newest:
            rounds[0] = Passage(shown.assessment)
        latest = rounds[0].assessment
        context |= {"shown": shown, "citation": citation(request, shown)}
        entries = history(latest)
        context |= {"latest": rounds[0], "earlier": rounds[1:], "history": entries}
        context["corrections"] = sum(entry.correction for entry in entries)
        context["neighbours"] = _neighbours(cycle, latest)
    return render(request, "followup/recommendation.html", context)


def _rows(recommendations: list[Recommendation]) -> list[Row]:
    """The recommendations of one page, each with its newest published assessment."""
    newest = exports.quoted(Assessment.objects.published())
    by_id = newest.in_bulk([one.latest_id for one in recommendations if one.latest_id])  # type: ignore[attr-defined]
    return [Row(one, by_id.get(one.latest_id)) for one in recommendations]  # type: ignore[attr-defined]


def _neighbours(cycle: Cycle, assessment: Assessment) -> Neighbours:
    letter = cycle.of_letter(assessment.letter)
    for row in letter:
        row.recommendation.observations = cycle.observations
    at = next(n for n, row in enumerate(letter) if row.pk == assessment.pk)
    return Neighbours(letter[at - 1] if at else None, letter[at + 1] if at + 1 < len(letter) else None)


def _missing(request: HttpRequest, iso3: str, where: dict[str, str]) -> HttpResponse:
    """Moved by a correction, withdrawn with its letter, or never there: a draft is never there."""
    if moved := changes.moved_recommendation(iso3, where["observations__slug"], where["slug"]):
        return redirect(moved, permanent=True)
    wanted = Recommendation.objects.filter(**where)
    withdrawn = Letter.objects.filter(
        status=Letter.Status.WITHDRAWN, assessments__recommendation__in=wanted
    ).select_related("state")
    if letter := withdrawn.first():
        return errors.withdrawn(request, letter=letter)
    if entry := changes.undone_with(iso3, where["observations__slug"], where["slug"]):
        return errors.undone(request, entry)
    state = State.objects.filter(pk=iso3).first()
    links = [(state.get_absolute_url(), state.name)] if state else []
    links.append((reverse("recommendations"), _("All recommendations")))
    return errors.nothing_there(request, _("No recommendation has this address."), links)
