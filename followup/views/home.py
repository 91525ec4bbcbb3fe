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
    asked = State.objects.asked().count()
    every = Recommendation.objects.public().with_latest()
    assessed, silent = every.assessed().count(), every.grade_not_stated().count()
    graded = assessed - silent
    open_ones = ConcludingObservations.objects.public()
    overdue, awaited = open_ones.overdue(on).count(), open_ones.awaiting_report().count()
    grades = urlencode([("grade", code) for code, _label in GRADES])
    return [
        Counter(
            asked,
            ngettext("State asked to follow up", "States asked to follow up", asked),
            of_parties(State.objects.all()),
            reverse("states"),
        ),
        Counter(
            every.count(),
            ngettext("recommendation", "recommendations", every.count()),
            _("selected by the Committee for follow-up"),
            reverse("recommendations"),
        ),
        Counter(
            graded,
            ngettext("grade stated", "grades stated", graded),
            _("for %(assessed)d recommendations assessed; for %(silent)d the letter states none")
            % {"assessed": assessed, "silent": silent},
            reverse("recommendations") + f"?{grades}",
        ),
        Counter(
            overdue,
            ngettext("report overdue", "reports overdue", overdue),
            _("of %(n)d not yet received") % {"n": awaited},
            reverse("deadlines") + f"?when={When.OVERDUE.value}",
        ),
    ]
