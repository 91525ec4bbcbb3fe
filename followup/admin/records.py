"""States, sessions, concluding observations, recommendations and reports in the admin."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from .. import procedure
from ..models import ConcludingObservations, FollowUpReport, Recommendation, Session, State, StateName
from .base import RecordAdmin, sample_filter


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


@admin.register(ConcludingObservations)
class ConcludingObservationsAdmin(RecordAdmin):
    list_display = ["symbol", "state", "session", "months", "due", "due_basis", "by_hand"]
    list_filter = [sample_filter("state__sample"), "due_basis", "by_hand", "session", "state"]
    search_fields = ["symbol", "state__search_text"]
    list_select_related = ["state", "session"]
    fields = ["state", "symbol", "reports_reviewed", "session", "session_held", "months", "due", "reason"]
    autocomplete_fields = ["state", "session"]

    def get_readonly_fields(
        self, request: HttpRequest, obj: ConcludingObservations | None = None
    ) -> list[str]:
        return ["state", "symbol"] if obj else []

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A due date that was typed counts as printed; without one it is computed."""
        obj.by_hand = obj.by_hand or not change
        typed = obj.due if "due" in form.changed_data or obj.due_basis == "printed" else None
        obj.due, obj.due_basis = procedure.deadline(obj.held, obj.months, typed)
        super().save_model(request, obj, form, change)


@admin.register(Recommendation)
class RecommendationAdmin(RecordAdmin):
    list_display = ["__str__", "label", "state", "assessed"]
    list_filter = [
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

    def get_readonly_fields(self, request: HttpRequest, obj: Recommendation | None = None) -> list[str]:
        return self.fields[:4] if obj else []

    @admin.display(ordering="observations__state__name_en")
    def state(self, obj: Recommendation) -> State:
        return obj.observations.state

    @admin.display(boolean=True)
    def assessed(self, obj: Any) -> bool:
        return obj.latest_id is not None


@admin.register(FollowUpReport)
class FollowUpReportAdmin(RecordAdmin):
    list_display = ["__str__", "observations", "received"]
    list_filter = [sample_filter("observations__state__sample"), "observations__state"]
    search_fields = ["symbol", "observations__symbol", "observations__state__search_text"]
    list_select_related = ["observations"]
    autocomplete_fields = ["observations"]
