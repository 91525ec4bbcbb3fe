"""Assessments in the admin: browse, filter, and correct one with a reason."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ..models import GRADES, NOT_STATED, Assessment, Correction, State
from .base import sample_filter
from .corrections import Correctable


class GradeFilter(admin.SimpleListFilter):
    """The grade, with "not stated" as a choice of its own."""

    title = "grade"
    parameter_name = "grade"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(code, str(label)) for code, label in (*GRADES, NOT_STATED)]

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
        made = Correction.objects.made_of("assessment")
        if self.value() == "yes":
            return queryset.filter(made)
        return queryset.filter(~made) if self.value() == "no" else queryset


@admin.register(Assessment)
class AssessmentAdmin(Correctable):
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

    @admin.display(description="recommendation", ordering="recommendation__sort_key")
    def recommendation_label(self, obj: Assessment) -> str:
        return f"{obj.recommendation.observations.symbol}, {obj.recommendation.label}"

    @admin.display(ordering="letter__state__name_en")
    def state(self, obj: Assessment) -> State:
        return obj.recommendation.observations.state

    @admin.display(description="grade", ordering="grade")
    def grade_label(self, obj: Assessment) -> str:
        return obj.grade_label

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:followup_assessment_correct", object_id)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Assessment | None = None) -> bool:
        return False
