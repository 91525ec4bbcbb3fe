"""Themes in the admin: the thesaurus, and the page where staff confirm the themes of a recommendation."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path

from .. import themes
from ..models import Recommendation, Tagging, Theme
from .base import RecordAdmin
from .intake import allow


@admin.register(Theme)
class ThemeAdmin(RecordAdmin):
    """The thesaurus. A theme is never deleted: recommendations carry it."""

    list_display = ["name_en", "kind", "confirmed", "suggested"]
    list_filter = ["kind"]
    search_fields = ["name_en", "name_fr", "name_es", "slug"]
    ordering = ["kind", "position"]
    fields = ["slug", "kind", "name_en", "name_fr", "name_es", "terms", "reason"]

    def get_queryset(self, request: HttpRequest) -> Any:
        count = {
            status: Count("taggings", filter=Q(taggings__status=status)) for status in Tagging.Status.values
        }
        return super().get_queryset(request).annotate(**{f"n_{status}": n for status, n in count.items()})

    def get_readonly_fields(self, request: HttpRequest, obj: Theme | None = None) -> list[str]:
        return ["slug"] if obj else []

    def get_urls(self) -> list[URLPattern]:
        page = self.admin_site.admin_view(decide)
        return [path("of/<int:pk>/", page, name="followup_recommendation_themes"), *super().get_urls()]

    @admin.display(ordering="n_confirmed")
    def confirmed(self, obj: Any) -> int:
        return int(obj.n_confirmed)

    @admin.display(ordering="n_suggested")
    def suggested(self, obj: Any) -> int:
        return int(obj.n_suggested)


class SuggestedFilter(admin.SimpleListFilter):
    """Recommendations with themes that nobody has decided on."""

    title = "themes"
    parameter_name = "themes"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("suggested", "to decide"), ("confirmed", "confirmed"), ("none", "none")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "none":
            return queryset.exclude(taggings__status=Tagging.Status.CONFIRMED)
        if self.value():
            return queryset.filter(taggings__status=self.value()).distinct()
        return queryset


def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """What the Committee said, and every theme: those suggested come first, with the words they come from."""
    user = allow(request, "change_tagging" if request.method == "POST" else "view_tagging")
    recommendation = get_object_or_404(Recommendation.objects.select_related("observations__state"), pk=pk)
    if request.method == "POST":
        known = Theme.objects.filter(pk__in=request.POST.getlist("theme")).values_list("pk", flat=True)
        themes.decide(recommendation, known, by=user)
        messages.success(request, f"{recommendation}: themes saved.")
        return redirect("admin:followup_recommendation_themes", _next(recommendation) or pk)
    rows = {row.theme_id: row for row in recommendation.taggings.select_related("theme")}
    context = {
        **admin.site.each_context(request),
        "opts": Recommendation._meta,
        "title": f"Themes of {recommendation}",
        "recommendation": recommendation,
        "passages": recommendation.assessments.published().select_related("letter").newest_first(),
        "suggested": [row for row in rows.values() if not row.decided],
        "kinds": [
            (label, [(theme, rows.get(theme.pk)) for theme in Theme.objects.filter(kind=kind)])
            for kind, label in Theme.Kind.choices
        ],
        "may_decide": request.user.has_perm("followup.change_tagging"),
    }
    return render(request, "admin/followup/recommendation/themes.html", context)


def _next(recommendation: Recommendation) -> int | None:
    """The next recommendation with suggestions nobody decided on."""
    waiting = Recommendation.objects.filter(taggings__in=Tagging.objects.suggested())
    return waiting.exclude(pk=recommendation.pk).order_by("pk").values_list("pk", flat=True).first()
