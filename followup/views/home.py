"""The first page: what this is, how much of it there is, and what came last."""

from __future__ import annotations

from django.db.models import F, Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..models import GRADES, Assessment, Letter, State
from .passages import Passage

LATEST = 5


@require_safe
def home(request: HttpRequest) -> HttpResponse:
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
        "parties": State.objects.filter(sample=False).count(),
        "grades": [code for code, _ in GRADES],
    }
    return render(request, "followup/home.html", context)
