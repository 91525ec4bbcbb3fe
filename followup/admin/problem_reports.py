"""Problem reports in the admin: the inbox, open and oldest first, and the page of one with its answer."""

from __future__ import annotations

from typing import Any, NamedTuple

from django import forms
from django.contrib import admin, messages
from django.db.models import Case, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from .. import changes, problem_reports
from ..marks import line_of
from ..models import Assessment, ConcludingObservations, FollowUpReport, Letter, ProblemReport
from ..problem_reports import LONGEST, SHORTEST_ANSWER, NotThere, PublicRecord, Withdrawn
from .base import SampleFilter
from .intake import allow

AROUND = 220  # characters of the letter shown on either side of a value
# where the letter's record has the place of a value, by the model that keeps it
_PLACES: dict[str, dict[str, str]] = {
    "concludingobservations": {
        "state": "state",
        "symbol": "concluding_observations.symbol",
        "reports_reviewed": "concluding_observations.reports",
        "session": "concluding_observations.session",
        "session_held": "concluding_observations.session",
        "months": "request.months",
        "due": "request.due",
    },
    "followupreport": {"report_symbol": "follow_up_report.symbol", "received": "follow_up_report.received"},
    "letter": {
        "state": "state",
        "date": "date",
        "reference": "reference",
        "observations": "concluding_observations.symbol",
        "paragraphs": "request.paragraphs",
        "months": "request.months",
        "report": "follow_up_report.symbol",
        "assessed_session": "assessed.session",
        "assessed_held": "assessed.session_held",
    },
}


class Excerpt(NamedTuple):
    """Where a letter says something: its words, and what stands around them."""

    letter: Letter
    before: str = ""
    words: str = ""
    after: str = ""
    line: int | None = None


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
        "may_correct": request.user.has_perm("followup.make_correction"),
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
    about = PublicRecord(record)
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
        "excerpt": _excerpt(record, report.field),
        "values": about.values if not report.field else [],
    }


def _excerpt(record: Any, field: str) -> Excerpt | None:
    """The sentence of the letter that a value was read from."""
    letter, places = _places(record, field)
    if letter is None:
        return None
    if not places:
        return Excerpt(letter)
    (start, end), text = places[0], letter.text
    return Excerpt(
        letter,
        text[max(start - AROUND, 0) : start],
        text[start : min(end, start + 4 * AROUND)],
        text[end : end + AROUND],
        line_of(text, start),
    )


def _places(record: Any, field: str) -> tuple[Letter | None, list[list[int]]]:
    if isinstance(record, Assessment):
        name = {"grade_phrase": "grade"}.get(field, field)
        return record.letter, record.spans.get(name) or record.spans.get("text") or []
    letter = _letter(record)
    path = _PLACES.get(record._meta.model_name, {}).get(field, "")
    return letter, letter.spans(path) if letter and path else []


def _letter(record: Any) -> Letter | None:
    """The letter that says something of a record: the newest published one."""
    if isinstance(record, Letter):
        return record
    published = Letter.objects.published().newest_first()
    if isinstance(record, FollowUpReport):
        return published.filter(report=record).first()
    observations = record if isinstance(record, ConcludingObservations) else record.observations
    return published.filter(observations=observations).first()


def _correction_page(report: ProblemReport) -> str:
    """The page that corrects the record, which answers the report along with it."""
    try:
        address = reverse(f"admin:followup_{report.model}_correct", args=[report.record])
    except NoReverseMatch:
        return ""
    return f"{address}?problem={report.pk}"
