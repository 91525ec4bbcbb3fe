"""Assessments: what each letter said of each recommendation, earlier rounds included."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from .. import exports
from ..filters import AssessmentFilter
from .lists import list_page
from .passages import excerpt


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The list, a row an assessment: what the figures by year are counted from."""
    found = AssessmentFilter(request.GET)
    rows = exports.quoted(found.qs.select_related("recommendation__observations__state"))
    return list_page(request, found, rows, lambda page: {"rows": [(row, excerpt(row)) for row in page]})
