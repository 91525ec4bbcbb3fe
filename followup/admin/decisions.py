"""Corrections in the admin: the list of all, and the page on which a second person confirms or declines one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html

from .. import changes, corrections, problem_reports
from ..models import Correction, ProblemReport, Stale
from .base import SampleFilter
from .corrections import may_correct
from .evidence import evidence, letter_of
from .intake import allow


class DecisionForm(forms.Form):
    """Confirm, or decline and say why."""

    decision = forms.CharField(
        label="Reason, if you decline",
        required=False,
        max_length=500,
        help_text="For staff: it stays with the correction.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reports = forms.ModelMultipleChoiceField(
        ProblemReport.objects.none(), label="Problem reports that this answers", required=False
    )

    def __init__(self, reports: Any, *args: Any) -> None:
        super().__init__(*args)
        self.fields["reports"].queryset = reports  # type: ignore[attr-defined]


@admin.register(Correction)
class CorrectionAdmin(admin.ModelAdmin):
    """Corrections are made on the page of the record; here they are found and decided on."""

    list_display = ["what", "values", "reason", "status", "made_by", "made_at", "decided_by", "record_link"]
    list_filter = ["status", SampleFilter, "model", ("state", admin.RelatedOnlyFieldListFilter), "made_at"]
    search_fields = ["reason", "state__search_text", "change__what", "made_by__username"]
    search_help_text = "Reason, record, State or person"
    list_select_related = ["state", "made_by", "decided_by", "change"]
    list_per_page = 50
    show_facets = admin.ShowFacets.ALWAYS
    actions = None

    @admin.display(description="correction", ordering="pk")
    def what(self, obj: Correction) -> str:
        change = getattr(obj, "change", None)  # a proposal has none yet
        return change.what if change else str(obj)

    @admin.display(description="before → after")
    def values(self, obj: Correction) -> str:
        lines = [f"{name}: {_short(before)} → {_short(after)}" for name, before, after in values_of(obj)]
        return "; ".join(lines)

    @admin.display(description="")
    def record_link(self, obj: Correction) -> str:
        address = reverse(f"admin:followup_{obj.model}_history", args=[obj.record])
        return format_html('<a href="{}">History of the record</a>', address)

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return decide(self, request, object_id)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Correction | None = None) -> bool:
        return False  # its page decides on it; what was corrected stays as it is

    def has_delete_permission(self, request: HttpRequest, obj: Correction | None = None) -> bool:
        return False


def values_of(correction: Correction) -> list[tuple[str, str | None, str | None]]:
    """(name, before, after) of each value of a correction, in words."""
    fields = corrections.RULES[correction.model].fields

    def words(name: str, stored: Any) -> str | None:
        try:
            return changes.printed(name, fields[name].read(stored))
        except ValueError:  # a State or a session that is no longer there
            return changes.printed(name, stored)

    return [
        (changes.label(name), words(name, correction.before.get(name)), words(name, after))
        for name, after in correction.after.items()
    ]


def decide(model_admin: CorrectionAdmin, request: HttpRequest, pk: str) -> HttpResponse:
    """What is proposed beside what stands and what the letter says; confirm or decline."""
    user = allow(request, "decide_correction" if request.method == "POST" else "view_correction")
    correction = model_admin.get_object(request, pk)
    if correction is None:
        messages.warning(request, f"There is no correction {pk[:20]}.")
        return redirect("admin:followup_correction_changelist")
    open_reports = ProblemReport.objects.unanswered().filter(model=correction.model, record=correction.record)
    form = DecisionForm(open_reports, request.POST if request.method == "POST" else None)
    stale = False
    if form.is_valid():
        try:
            decided = _decide(request, correction, form, user)
        except corrections.Refused as refusal:
            form.add_error("decision" if refusal.field == "reason" else None, str(refusal))
        except problem_reports.Answered as conflict:
            form.add_error("reports", f"{conflict} Nothing is saved.")
        except Stale:
            stale = True
            correction = model_admin.get_object(request, pk) or correction
        else:
            messages.success(request, f"{decided}: {decided.get_status_display().lower()}.")
            return redirect("admin:followup_correction_changelist")
    return _page(request, correction, form, stale)


def _decide(request: HttpRequest, correction: Correction, form: DecisionForm, user: Any) -> Correction:
    if request.POST.get("action") != "confirm":
        return corrections.decline(correction, by=user, reason=form.cleaned_data["decision"])

    def answer(made: Correction) -> None:
        for report in form.cleaned_data["reports"]:
            problem_reports.corrected(report, by=user, correction=made)

    return corrections.confirm(correction, by=user, then=answer)


def _page(request: HttpRequest, correction: Correction, form: DecisionForm, stale: bool) -> HttpResponse:
    record = corrections.RULES[correction.model].model._default_manager.filter(pk=correction.record).first()
    letter = letter_of(record) if record else None
    names = list(correction.after)
    places = [evidence(record, name, letter).excerpt for name in names] if record else [None] * len(names)
    own = correction.made_by_id == request.user.pk
    context = {
        **admin.site.each_context(request),
        "opts": Correction._meta,
        "title": str(correction),
        "correction": correction,
        "about": changes.subject(record) if record and getattr(letter, "slug", True) else None,
        "record": record,
        "letter": letter,
        "blocks": list(zip(names, values_of(correction), places, strict=True)),
        "moved_on": bool(record) and record.version != correction.version,
        "form": form,
        "stale": stale,
        "own": own,
        "waiting": correction.status == Correction.Status.PROPOSED,
        "may_decide": request.user.has_perm("followup.decide_correction") and not own,
        "may_correct": may_correct(request.user, correction.model),
    }
    status = 409 if stale else 422 if form.errors else 200
    return render(request, "admin/followup/assessment/decide.html", context, status=status)


def _short(value: str | None) -> str:
    return (value or "empty")[:60]
