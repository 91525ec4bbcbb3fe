"""Problem reports in the admin: the inbox, open and oldest first, and the page of one with its answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from .. import changes, problem_reports
from ..models import ProblemReport
from ..problem_reports import LONGEST, SHORTEST_ANSWER, NotThere, PublicRecord, Withdrawn
from .base import SampleFilter
from .corrections import correctors, may_correct
from .evidence import evidence, letter_of
from .intake import allow


class StateFilter(admin.SimpleListFilter):
    """States that there are reports about."""

    title = "State"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        states = ProblemReport.objects.order_by("state__name_en").values_list("state", "state__name_en")
        return list(states.distinct())

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(state=self.value()) if self.value() else queryset


class AnswerForm(forms.Form):
    """Why nothing changes."""

    answer = forms.CharField(
        label="Answer",
        min_length=SHORTEST_ANSWER,
        max_length=LONGEST,
        help_text="Why nothing changes. It stays with the report; staff send it where an e-mail address was left.",
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
    )


@admin.register(ProblemReport)
class ProblemReportAdmin(admin.ModelAdmin):
    """Reports come from the public pages; staff answer them and neither add, change nor delete one."""

    list_display = ["number", "what", "value", "should_say", "sent", "status"]
    list_display_links = ["number", "what"]
    list_filter = ["status", StateFilter, SampleFilter, "model"]
    search_fields = ["what", "shown", "should_be", "where", "answer", "email", "state__search_text"]
    search_help_text = "Words of the report, record, State or e-mail address"
    list_select_related = ["state"]
    list_per_page = 50
    ordering = [Case(When(status=ProblemReport.Status.OPEN, then=Value(0)), default=Value(1)), "pk"]
    actions = None

    @admin.display(description="no.", ordering="pk")
    def number(self, obj: ProblemReport) -> int:
        return obj.pk

    @admin.display(ordering="at")
    def sent(self, obj: ProblemReport) -> str:
        return f"{obj.at:%-d %B %Y}"

    @admin.display(description="value")
    def value(self, obj: ProblemReport) -> str:
        return changes.label(obj.field) if obj.field else "no one value"

    @admin.display(description="should say")
    def should_say(self, obj: ProblemReport) -> str:
        return format_html("<bdi>{}</bdi>", f"{obj.should_be[:80]}{'…' * (len(obj.should_be) > 80)}")

    def get_queryset(self, request: HttpRequest) -> QuerySet[ProblemReport]:
        return super().get_queryset(request).select_related("state", "answered_by", "correction")

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return answer(self, request, object_id)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: ProblemReport | None = None) -> bool:
        return False  # the page of a report answers it; its words stay as they came

    def has_delete_permission(self, request: HttpRequest, obj: ProblemReport | None = None) -> bool:
        return False


def answer(model_admin: ProblemReportAdmin, request: HttpRequest, pk: str) -> HttpResponse:
    """What was shown, what stands, what the letter says; an answer without a change."""
    user = allow(request, "answer_problemreport" if request.method == "POST" else "view_problemreport")
    report = model_admin.get_object(request, pk)
    if report is None:
        messages.warning(request, f"There is no problem report {pk[:20]}.")
        return redirect("admin:followup_problemreport_changelist")
    form = AnswerForm(request.POST if request.method == "POST" else None)
    faster = None
    if form.is_valid():
        try:
            problem_reports.decline(report, by=user, answer=form.cleaned_data["answer"])
        except problem_reports.Answered as conflict:
            faster = report = conflict.report
        else:
            messages.success(request, f"Report {report.pk} is answered.")
            return redirect("admin:followup_problemreport_changelist")
    context = {
        **admin.site.each_context(request),
        "opts": ProblemReport._meta,
        "title": f"Report {report.pk}: {report.what}",
        "report": report,
        "form": form,
        "faster": faster,
        **_standing(report),
        "may_answer": request.user.has_perm("followup.answer_problemreport"),
        "may_correct": may_correct(request.user, report.model),
        "who": correctors(),
        "correct": _correction_page(report),
        "next": ProblemReport.objects.unanswered().filter(pk__gt=report.pk).first(),
    }
    status = 409 if faster else 422 if form.errors else 200
    return render(request, "admin/followup/problemreport/answer.html", context, status=status)


def _standing(report: ProblemReport) -> dict[str, Any]:
    """What stands now: the value, whether it changed since, whether it is public, and the words of the letter."""
    record = problem_reports.stored(report.model, report.record)
    if record is None:
        return {"record": None}
    about, letter = PublicRecord(record), letter_of(record)
    now = about.words(report.field) if report.field else ""
    withdrawn, hidden = None, False
    try:
        problem_reports.find(report.model, report.record)
    except Withdrawn as gone:
        withdrawn = gone.letter
    except NotThere:
        hidden = True
    return {
        "record": about,
        "name": changes.label(report.field) if report.field else "",
        "now": now,
        "changed": bool(report.field) and now != report.shown,
        "withdrawn": withdrawn,
        "gone": hidden or withdrawn,
        "letter": letter,
        "excerpt": evidence(record, report.field, letter).excerpt,
        "values": about.values if not report.field else [],
    }


def _correction_page(report: ProblemReport) -> str:
    """The page that corrects the record, which answers the report along with it."""
    try:
        address = reverse(f"admin:followup_{report.model}_correct", args=[report.record])
    except NoReverseMatch:
        return ""
    return f"{address}?problem={report.pk}"
