"""Assessments in the admin: browse, filter, and correct one with a reason."""

from __future__ import annotations

import secrets
from typing import Any, cast

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from simple_history.admin import SimpleHistoryAdmin

from .. import corrections
from ..marks import line_of
from ..models import GRADES, NOT_STATED, Assessment, Stale, State
from .base import sample_filter
from .forms import CorrectionForm
from .intake import allow


class GradeFilter(admin.SimpleListFilter):
    """The grade, with "not stated" as a choice of its own."""

    title = "grade"
    parameter_name = "grade"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [*GRADES, NOT_STATED]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == NOT_STATED[0]:
            return queryset.not_stated()
        return queryset.filter(grade=self.value()) if self.value() else queryset


class CorrectedFilter(admin.SimpleListFilter):
    """Whether a person corrected the row after publication."""

    title = "corrected"
    parameter_name = "corrected"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("yes", "corrected"), ("no", "as published")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "yes":
            return queryset.filter(version__gt=1)
        return queryset.filter(version=1) if self.value() == "no" else queryset


@admin.register(Assessment)
class AssessmentAdmin(SimpleHistoryAdmin):
    """Assessments are written by intake and corrections only."""

    list_display = [
        "recommendation_label",
        "state",
        "grade_label",
        "grade_phrase",
        "letter",
        "version",
        "correct_link",
    ]
    list_filter = [
        GradeFilter,
        CorrectedFilter,
        sample_filter("letter__state__sample"),
        "letter__status",
        "letter__assessed_session",
        "letter__state",
    ]
    search_fields = [
        "search_text",
        "recommendation__label",
        "recommendation__observations__symbol",
        "letter__reference",
        "letter__state__search_text",
    ]
    search_help_text = "Words of the passage, paragraph, symbol, reference or State"
    list_select_related = ["letter__state", "recommendation__observations__state"]
    show_facets = admin.ShowFacets.ALWAYS
    actions = None
    history_list_display = ["grade", "grade_phrase", "version"]

    @admin.display(description="recommendation", ordering="recommendation__sort_key")
    def recommendation_label(self, obj: Assessment) -> str:
        return f"{obj.recommendation.observations.symbol}, {obj.recommendation.label}"

    @admin.display(ordering="letter__state__name_en")
    def state(self, obj: Assessment) -> State:
        return obj.recommendation.observations.state

    @admin.display(description="grade", ordering="grade")
    def grade_label(self, obj: Assessment) -> str:
        return obj.grade_label

    @admin.display(description="")
    def correct_link(self, obj: Assessment) -> str:
        return format_html(
            '<a href="{}">Correct</a>', reverse("admin:followup_assessment_correct", args=[obj.pk])
        )

    def get_urls(self) -> list[URLPattern]:
        correct = self.admin_site.admin_view(correct_assessment)
        return [
            path("<int:pk>/correct/", correct, name="followup_assessment_correct"),
            *super().get_urls(),
        ]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:followup_assessment_correct", object_id)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Assessment | None = None) -> bool:
        return False


def correct_assessment(request: HttpRequest, pk: int) -> HttpResponse:
    """The sentence, what the parser read, what stands; new values and a reason."""
    user = allow(request, "make_correction" if request.method == "POST" else "view_assessment")
    assessment = get_object_or_404(
        Assessment.objects.select_related("letter__state", "recommendation__observations__state"), pk=pk
    )
    form = CorrectionForm(request.POST or None, initial=_initial(assessment))
    stale = None
    if request.method == "POST" and form.is_valid():
        try:
            corrections.correct(assessment, by=user, **_values(form))
        except corrections.Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        except Stale as change:
            stale = cast(Assessment, change.current)
            form.data = {**request.POST.dict(), "version": stale.version}
        else:
            messages.success(request, f"{assessment.recommendation}: corrected.")
            return redirect("admin:followup_assessment_history", assessment.pk)
    return _correction_page(request, assessment, form, stale)


def _initial(assessment: Assessment) -> dict[str, Any]:
    names = ("grade", "grade_phrase", "text", "version")
    stands = {name: getattr(assessment, name) for name in names}
    return stands | {"grade": assessment.grade or "", "key": secrets.token_urlsafe(16)}


def _values(form: CorrectionForm) -> dict[str, Any]:
    values = dict(form.cleaned_data)
    about = {name: values.pop(name) for name in ("reason", "version", "key")}
    return {**about, "values": values}


def _correction_page(request: HttpRequest, assessment: Assessment, form: Any, stale: Any) -> HttpResponse:
    place = (assessment.spans.get("grade") or assessment.spans.get("text") or [[0, 0]])[0]
    context = {
        **admin.site.each_context(request),
        "opts": Assessment._meta,
        "title": f"Correct {assessment.recommendation}",
        "assessment": assessment,
        "letter": assessment.letter,
        "form": form,
        "stale": stale,
        "may_correct": request.user.has_perm("followup.make_correction"),
        "sentence": assessment.letter.text[place[0] : place[1]] if assessment.spans.get("grade") else "",
        "line": line_of(assessment.letter.text, place[0]) if place[1] else None,
    }
    status = 409 if stale else 422 if form.errors else 200
    return render(request, "admin/followup/assessment/correct.html", context, status=status)
