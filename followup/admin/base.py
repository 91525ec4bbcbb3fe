"""What the admin pages share: a reason for every change, and no door beside the services."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from simple_history.admin import SimpleHistoryAdmin


class SampleFilter(admin.SimpleListFilter):
    """Real or sample: by the State a record belongs to."""

    title = "sample"
    parameter_name = "sample"
    lookup = "state__sample"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("no", "real"), ("yes", "sample")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() in {"yes", "no"}:
            return queryset.filter(**{self.lookup: self.value() == "yes"})
        return queryset


def sample_filter(lookup: str) -> type[SampleFilter]:
    """The filter for a model that reaches its State by another path."""
    return type("SampleFilter", (SampleFilter,), {"lookup": lookup})


class ReasonForm(forms.ModelForm):
    """A model form that asks why when something changes."""

    reason = forms.CharField(
        label="Reason",
        min_length=10,
        max_length=500,
        help_text="Why this is added or changed. It stays in the history.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )


class RecordAdmin(SimpleHistoryAdmin):
    """Reference data and procedure records: staff add and change them with a reason; nothing is deleted here."""

    form = ReasonForm
    actions = None
    show_facets = admin.ShowFacets.ALWAYS

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        obj.record_change(by=request.user, reason=form.cleaned_data["reason"])

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
