"""The first page: what this is, how much of it there is, and what came last."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import F, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from ..models import GRADES, Assessment, ConcludingObservations, Letter, Recommendation, State
from ..procedure import When
from .passages import Passage
from .sentences import of_parties

LATEST = 5


class Counter(NamedTuple):
    """A number with the address of its rows, and what it is a part of."""

    number: int
    words: str
    note: str
    address: str


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """One question, a search box, four numbers, the latest letters, and how the procedure works."""
    letters = Letter.objects.published().select_related("state").newest_first()
    assessments = Prefetch("assessments", Assessment.objects.in_order())
    related = (
        Assessment.objects.published()
        .graded()
        .select_related("letter__state", "recommendation__observations")
    )
    # a real sentence before an invented one
    specimen = related.order_by("letter__state__sample", F("letter__date").desc(), "position").first()
    context = {
        "letters": letters.prefetch_related(assessments).defer("text", "reading", "record")[:LATEST],
        "specimen": Passage(specimen) if specimen else None,
        "counters": _counters(),
    }
    return render(request, "followup/home.html", context)


def _counters() -> list[Counter]:
    """Four numbers, each the number of rows behind its link."""
    on = timezone.localdate()
    # invented records count only where there is nothing else
    real = {"sample": "no"} if Letter.objects.published().filter(state__sample=False).exists() else {}
    states, every = State.objects.all(), Recommendation.objects.public().with_latest()
    open_ones = ConcludingObservations.objects.public()
    if real:
        states, open_ones = states.filter(sample=False), open_ones.filter(state__sample=False)
        every = every.filter(observations__state__sample=False)
    asked = states.asked().count()
    assessed, silent = every.assessed().count(), every.grade_not_stated().count()
    graded = assessed - silent
    overdue, awaited = open_ones.overdue(on).count(), open_ones.awaiting_report().count()
    grades = [("grade", code) for code, _label in GRADES]
    return [
        Counter(
            asked,
            ngettext("State asked to follow up", "States asked to follow up", asked),
            of_parties(states),
            _address("states", *real.items()),
        ),
        Counter(
            every.count(),
            ngettext("recommendation", "recommendations", every.count()),
            _("selected by the Committee for follow-up"),
            _address("recommendations", *real.items()),
        ),
        Counter(
            graded,
            ngettext("grade stated", "grades stated", graded),
            _("in the newest letter on %(assessed)d recommendations; for %(silent)d it states none")
            % {"assessed": assessed, "silent": silent},
            _address("recommendations", *grades, *real.items()),
        ),
        Counter(
            overdue,
            ngettext("report overdue", "reports overdue", overdue),
            _("of %(n)d not yet received") % {"n": awaited},
            _address("deadlines", ("when", When.OVERDUE.value), *real.items()),
        ),
    ]


def _address(name: str, *parameters: tuple[str, str]) -> str:
    query = urlencode(parameters)
    return reverse(name) + (f"?{query}" if query else "")
