"""States, sessions, concluding observations, recommendations and reports in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from .. import changes, corrections, procedure
from ..models import Change, ConcludingObservations, FollowUpReport, Recommendation, Session, State, StateName
from .base import RecordAdmin, sample_filter
from .corrections import Correctable
from .themes import SuggestedFilter


class StateNameInline(admin.TabularInline):
    model = StateName
    extra = 0


@admin.register(State)
class StateAdmin(RecordAdmin):
    list_display = ["name_en", "iso3", "name_fr", "name_es", "region", "party_since", "sample"]
    list_filter = ["sample", "region"]
    search_fields = ["search_text"]
    search_help_text = "Any name, in any of the three languages, or the ISO code"
    inlines = [StateNameInline]
    readonly_fields = ["sample"]

    def get_readonly_fields(self, request: HttpRequest, obj: State | None = None) -> list[str]:
        return ["sample", "iso3"] if obj else ["sample"]

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        super().save_related(request, form, formsets, change)
        form.instance.save_without_history(update_fields=["search_text"])  # fold the new names in


@admin.register(Session)
class SessionAdmin(RecordAdmin):
    list_display = ["number", "start", "end", "days_certain"]
    list_filter = ["days_certain"]
    search_fields = ["number"]

    def get_readonly_fields(self, request: HttpRequest, obj: Session | None = None) -> list[str]:
        return ["number"] if obj else []


class ProcedureRecordAdmin(Correctable, RecordAdmin):
    """Entered by hand it is public at once; whatever changes later is a correction, with a page of its own."""

    def write(self, obj: Any, *, by: Any, reason: str, change: bool) -> None:
        super().write(obj, by=by, reason=reason, change=change)
        values = corrections.stands(obj)
        changes.log(Change.Kind.PUBLISHED, obj, by=by, reason=reason, after=_filled(values))


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}


@admin.register(ConcludingObservations)
class ConcludingObservationsAdmin(ProcedureRecordAdmin):
    list_display = ["symbol", "state", "session", "months", "due", "due_basis", "by_hand", "correct_link"]
    list_filter = [sample_filter("state__sample"), "due_basis", "by_hand", "session", "state"]
    search_fields = ["symbol", "state__search_text"]
    list_select_related = ["state", "session"]
    fields = ["state", "symbol", "reports_reviewed", "session", "session_held", "months", "due", "reason"]
    autocomplete_fields = ["state", "session"]

    def write(self, obj: Any, *, by: Any, reason: str, change: bool) -> None:
        """A due date that was typed counts as printed; without one it is computed."""
        obj.by_hand = True
        obj.due, obj.due_basis = procedure.deadline(obj.held, obj.months, obj.due)
        super().write(obj, by=by, reason=reason, change=change)


@admin.register(Recommendation)
class RecommendationAdmin(ProcedureRecordAdmin):
    list_display = ["__str__", "label", "state", "assessed", "themes", "correct_link"]
    list_filter = [
        SuggestedFilter,
        sample_filter("observations__state__sample"),
        "observations__session",
        "observations__state",
    ]
    search_fields = ["label", "observations__symbol", "observations__state__search_text", "wording"]
    search_help_text = "Paragraph, symbol, State or words"
    list_select_related = ["observations__state"]
    ordering = ["observations", "sort_key"]
    autocomplete_fields = ["observations"]
    fields = ["observations", "paragraph", "sub_paragraph", "sub_sub_paragraph", "wording", "reason"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).with_latest()

    @admin.display(ordering="observations__state__name_en")
    def state(self, obj: Recommendation) -> State:
        return obj.observations.state

    @admin.display(boolean=True)
    def assessed(self, obj: Any) -> bool:
        return obj.latest_id is not None

    @admin.display(description="themes")
    def themes(self, obj: Recommendation) -> str:
        return format_html(
            '<a href="{}">Themes<span class="vh"> of {}</span></a>',
            reverse("admin:followup_recommendation_themes", args=[obj.pk]),
            obj,
        )


@admin.register(FollowUpReport)
class FollowUpReportAdmin(ProcedureRecordAdmin):
    list_display = ["__str__", "observations", "received", "correct_link"]
    list_filter = [sample_filter("observations__state__sample"), "observations__state"]
    search_fields = ["symbol", "observations__symbol", "observations__state__search_text"]
    list_select_related = ["observations"]
    autocomplete_fields = ["observations"]
