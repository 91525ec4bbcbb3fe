"""What the admin pages share: a reason for every change, and no door beside the services."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.forms.models import model_to_dict
from django.http import HttpRequest
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper

from ..models import Stale, claim


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
    """A model form that asks why when something changes, and remembers which version the person saw."""

    reason = forms.CharField(
        label="Reason",
        min_length=10,
        max_length=500,
        help_text="Why this is added or changed. It stays in the history.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stale = self.sent_before = False
        self.stands = {} if self.instance._state.adding else model_to_dict(self.instance)
        self.fields["seen"].initial = self.instance.version

    def clean(self) -> dict[str, Any]:
        """Refuse what was typed on another version, unless it is what stands: then the form was sent twice."""
        cleaned = super().clean() or {}
        seen, now = cleaned.pop("seen", None), self.instance.version
        if self.instance._state.adding or seen == now:
            return cleaned
        typed = {name: value for name, value in cleaned.items() if name in self.stands}
        differ = [name for name, value in typed.items() if comparable(value) != comparable(self.stands[name])]
        self.sent_before = seen == now - 1 and not differ
        self.stale = not self.sent_before
        if self.stale:
            # what is shown again was compared with the present version
            self.data = {**self.data.dict(), self.add_prefix("seen"): str(now)}  # type: ignore[attr-defined]
            self.add_error(None, self._conflict())
            for name in differ:
                self.add_error(name, f"Stands now: {comparable(self.stands[name]) or 'empty'}")
        return cleaned

    def _conflict(self) -> str:
        last = self.instance.history.first()
        who = f"{last.history_user or 'The registry itself'} changed this on {last.history_date:%-d %B %Y, %H:%M} UTC"
        why = f" (“{last.history_change_reason}”)" if last.history_change_reason else ""
        return (
            f"Not saved: {who}{why}. What you typed is still here. Compare, and save again if yours is right."
        )


def comparable(value: Any) -> str:
    """A value of a form or of a record as text, so that both can be compared and shown."""
    value = getattr(value, "pk", value)
    return "" if value in (None, []) else str(value)


class InWords(HistoricalRecordContextHelper):
    """Values of the history as people read them: of a choice its label, of a record that is gone what it was."""

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        if isinstance(value, DeletedObject):
            return f"{value.model._meta.verbose_name} {value.pk}, removed since" if value.pk else ""
        found = super().prepare_delta_change_value(change, value)
        labels = dict(self.model._meta.get_field(change.field).flatchoices)
        return "" if found is None else labels.get(found, found) if isinstance(found, str) else found


class HistoryAdmin(SimpleHistoryAdmin):
    """The history of a record: who, when, why, before and after, and any earlier state can be brought back."""

    history_list_per_page = 50

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> InWords:
        return InWords(self.model, historical_record)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> Any:
        context = {"restore": self.restore_address(request, object_id), "read_by": self.read_by(object_id)}
        return super().history_view(request, object_id, {**context, **(extra_context or {})})

    def restore_address(self, request: HttpRequest, object_id: str) -> str:
        """Where the state of a history row is brought back, but for its number; "" where that cannot be."""
        record = self.get_object(request, object_id)
        if record is None or not self.has_change_permission(request, record):
            return ""
        address = reverse(f"admin:followup_{self.opts.model_name}_change", args=[object_id])
        return f"{address}?restore="

    def read_by(self, object_id: str) -> str:
        """Which parser read the first values, where one did."""
        return ""


class RecordAdmin(HistoryAdmin):
    """Reference data and procedure records: staff add and change them with a reason; nothing is deleted here."""

    form = ReasonForm
    actions = None
    show_facets = admin.ShowFacets.ALWAYS

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """A conflict is told with both versions and status 409; of two who add the same the second is told too."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except (Stale, IntegrityError, ValidationError):
            # somebody was faster between the check and the write: the form sees it now, and says so
            return super().changeform_view(request, *args, **kwargs)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The fields of the model and, hidden, the version that the person sees."""
        fieldsets = [(name, dict(options)) for name, options in super().get_fieldsets(request, obj)]
        name, options = fieldsets[-1]
        fields = [field for field in options["fields"] if field != "seen"]
        return [*fieldsets[:-1], (name, {**options, "fields": [*fields, "seen"]})]

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> Any:
        answer = super().render_change_form(request, context, *args, **kwargs)
        form = context["adminform"].form
        if form.is_bound and not form.is_valid():
            answer.status_code = 409 if form.stale else answer.status_code
        return answer

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The record; where an earlier state is to come back, with its values, for the form to show."""
        record = super().get_object(request, object_id, from_field)
        number = request.GET.get("restore", "")
        if record is None or request.method != "GET" or not (number.isascii() and number.isdecimal()):
            return record
        row = record.history.filter(pk=int(number[:12])).first()
        for name in {field.attname for field in self.opts.concrete_fields} - {
            "version",
            self.opts.pk.attname,
        }:
            if row is not None:
                setattr(record, name, getattr(row, name))
        return record

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if form.sent_before:
            return
        if change:
            obj.version = claim(obj, obj.version).version
        self.write(obj, by=request.user, reason=form.cleaned_data["reason"], change=change)

    def write(self, obj: Any, *, by: Any, reason: str, change: bool) -> None:
        """Save the record: the one place to go through a service instead."""
        obj.record_change(by=by, reason=reason, force_insert=not change)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
