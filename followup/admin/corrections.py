"""The page that corrects a published value: one for all models. What it means stands in followup.corrections."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html

from .. import changes, corrections, problem_reports
from ..models import Correction, Letter, ProblemReport, Stale, User
from .base import HistoryAdmin
from .correction_forms import CorrectionForm, form_for, initial, shown
from .evidence import Evidence, evidence, letter_of
from .intake import address, page

# whose work includes these records may correct them too, without the role of corrector
_ALSO = {
    "concludingobservations": "followup.change_concludingobservations",
    "recommendation": "followup.change_recommendation",
    "followupreport": "followup.change_followupreport",
}


def may_correct(user: Any, model: str) -> bool:
    """Whether a person may correct the values of a model."""
    return bool(user.has_perm("followup.make_correction") or (model in _ALSO and user.has_perm(_ALSO[model])))


def correctors() -> str:
    """Who corrects, by name, for whoever may not: "a corrector (Ana, Ben)"."""
    people = User.objects.filter(is_active=True, groups__name="Correctors").order_by("username")
    names = ", ".join(person.get_full_name() or person.username for person in people[:6])
    return (
        f"a corrector ({names})"
        if names
        else "a corrector: nobody has that role yet, an administrator gives it"
    )


class Correctable(HistoryAdmin):
    """The admin of a model whose published values are corrected on a page of their own."""

    def get_urls(self) -> list[URLPattern]:
        name = self.opts.model_name or ""
        view = self.admin_site.admin_view(partial(correct, name))
        return [path("<int:pk>/correct/", view, name=f"followup_{name}_correct"), *super().get_urls()]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect(f"admin:followup_{self.opts.model_name}_correct", object_id)

    @admin.display(description="")
    def correct_link(self, obj: Any) -> str:
        return format_html('<a href="{}">Correct</a>', _address(obj, "correct"))

    def restore_address(self, request: HttpRequest, object_id: str) -> str:
        record = self.get_object(request, object_id)
        public = record is not None and not (isinstance(record, Letter) and not record.published)
        if not public or not may_correct(request.user, self.opts.model_name or ""):
            return ""
        return f"{_address(record, 'correct')}?restore=history-"

    def set_history_delta_changes(self, request: HttpRequest, historical_records: Any, **kwargs: Any) -> None:
        """Each row also with the correction that it was written for."""
        super().set_history_delta_changes(request, historical_records, **kwargs)
        keys = {str(row.id) for row in historical_records}
        made = Correction.objects.filter(model=self.opts.model_name, record__in=keys, status="made")
        by_version = {one.version + 1: one for one in made.select_related("decided_by", "change")}
        for row in historical_records:
            row.correction = by_version.get(row.version)

    def read_by(self, object_id: str) -> str:
        record = self.model._default_manager.filter(pk=object_id).first()
        letter = letter_of(record) if record else None
        return f"Parser {letter.parser_version}" if letter else ""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class Difference(NamedTuple):
    """A value that somebody else changed meanwhile: what this person saw, what stands, what they typed."""

    name: str
    seen: str | None
    now: str | None
    typed: str


class Block(NamedTuple):
    """One value on the page: its field, what stands, and what the letter has for it."""

    name: str
    field: Any
    stands: str | None
    evidence: Evidence
    read: str | None

    @property
    def corrected(self) -> bool:
        return self.evidence.was_read and self.read != self.stands


def correct(model: str, request: HttpRequest, pk: int) -> HttpResponse:
    """The words of the letter, what the parser read, what stands; new values and a reason.

    Whether somebody may is asked before anything is said of the record: 403, then 404, or 409 for what is not public.
    """
    if not request.user.has_perm(f"followup.view_{model}"):
        raise PermissionDenied
    if request.method == "POST" and not may_correct(request.user, model):
        raise PermissionDenied
    rules = corrections.RULES[model]
    record = _record(rules, pk)
    if isinstance(record, Letter) and not record.published:
        return page(
            request, "not_public", {"letter": record, "page": address(record), "title": "Correct"}, 409
        )
    report = _report(request, model, pk)
    if request.method != "POST":
        return _page(request, record, form_for(rules)(initial=_fresh(request, record, report)), report)
    form = form_for(rules)(request.POST)
    if not form.is_valid():
        return _page(request, record, form, report)
    try:
        made = _correct(request, record, form, report)
    except corrections.Refused as refusal:
        form.doubtful = isinstance(refusal, corrections.Doubtful)
        form.add_error(refusal.field or None, str(refusal))
    except problem_reports.Answered as conflict:
        report = conflict.report
        form.add_error(None, f"Report {report.pk} was answered by somebody else meanwhile. Nothing is saved.")
    except Stale:
        return _conflict(request, rules, pk, form, report)
    except rules.model.DoesNotExist as error:
        raise Http404("The record was removed meanwhile.") from error
    else:
        return _done(request, record, made)
    return _page(request, record, form, report)


def _correct(request: HttpRequest, record: Any, form: CorrectionForm, report: Any) -> Correction:
    about, then = form.cleaned_data, None
    if report:
        then = partial(_answer, report, request.user)
    restores = Correction.objects.of(record).filter(pk=about["restores"]).first()
    return corrections.correct(
        record,
        form.values(),
        by=request.user,
        reason=about["reason"],
        source=about["source"],
        version=about["version"],
        key=about["key"],
        sure=about["sure"],
        restores=restores,
        then=then,
    )


def _answer(report: ProblemReport, user: Any, made: Correction) -> None:
    problem_reports.corrected(report, by=user, correction=made)


def _done(request: HttpRequest, record: Any, made: Correction) -> HttpResponse:
    what = changes.subject(type(record)._default_manager.get(pk=record.pk)).what
    if made.status == Correction.Status.PROPOSED:
        messages.warning(request, f"{what}: proposed. It is public when another person has confirmed it.")
        return redirect("admin:followup_correction_change", made.pk)
    messages.success(request, f"{what}: corrected.")
    return redirect(_address(record, "history"))


def _record(rules: Any, pk: int) -> Any:
    try:
        return rules.get(pk)
    except rules.model.DoesNotExist as error:
        raise Http404 from error


def _report(request: HttpRequest, model: str, pk: int) -> ProblemReport | None:
    """The problem report that the page was opened from, if it is about this record and open."""
    number = request.POST.get("problem") or request.GET.get("problem") or ""
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        return None
    return ProblemReport.objects.unanswered().filter(pk=number, model=model, record=str(pk)).first()


def _fresh(request: HttpRequest, record: Any, report: ProblemReport | None) -> dict[str, Any]:
    """What the form shows first: what stands, or the earlier state that is to come back."""
    values, restores = corrections.stands(record), None
    kind, _, number = request.GET.get("restore", "").partition("-")
    number = number if number.isascii() and number.isdecimal() and len(number) < 10 else "0"
    if kind == "correction" and (made := Correction.objects.of(record).filter(pk=number).first()):
        rules = corrections.rules_of(record)
        values, restores = {**values, **rules.read(made.before)}, made.pk
    elif kind == "history" and (row := record.history.filter(pk=number).first()):
        values = corrections.earlier(record, row)
    first = initial(values, record.version)
    return {**first, "problem": report.pk if report else None, "restores": restores}


def _conflict(request: HttpRequest, rules: Any, pk: int, form: CorrectionForm, report: Any) -> HttpResponse:
    """Both versions side by side. What this person typed is kept; what they had not touched stands as it is now."""
    record = rules.get(pk)
    now, typed = rules.values(record), form.cleaned_data
    row = record.history.filter(version=typed["version"]).first()
    seen = corrections.earlier(record, row) if row else {}
    data, differences = request.POST.copy(), []
    for name in rules.fields:
        touched = name not in seen or typed[name] != shown(seen[name])
        if not touched:
            data[name] = shown(now[name])
        if name not in seen or seen[name] != now[name]:
            saw, stands = (changes.printed(name, values.get(name)) for values in (seen, now))
            mine = (changes.printed(name, typed[name]) or "empty") if touched else ""
            differences.append(Difference(changes.label(name), saw, stands, mine))
    data["version"] = str(record.version)
    again = form_for(rules)(data)
    again.is_valid()
    return _page(request, record, again, report, differences=differences, status=409)


def _page(
    request: HttpRequest,
    record: Any,
    form: CorrectionForm,
    report: ProblemReport | None,
    differences: list[Difference] | None = None,
    status: int = 200,
) -> HttpResponse:
    letter, stands = letter_of(record), corrections.stands(record)
    model = record._meta.model_name
    context = {
        **admin.site.each_context(request),
        "opts": record._meta,
        "title": f"Correct {changes.subject(record).what}",
        "record": record,
        "about": changes.subject(record),
        "letter": letter,
        "blocks": [_block(record, name, form, value, letter) for name, value in stands.items()],
        "form": form,
        "report": report,
        "differences": differences,
        "last": record.history.first() if differences is not None else None,
        "waiting": Correction.objects.of(record).waiting().select_related("made_by"),
        "restored": request.GET.get("restore"),
        "history": _address(record, "history"),
        "may_correct": may_correct(request.user, model),
    }
    if not context["may_correct"]:
        for field in form.fields.values():
            field.disabled = True
        context["who"] = correctors()
    status = 422 if form.errors and status == 200 else status
    return render(request, "admin/followup/assessment/correct.html", context, status=status)


def _block(record: Any, name: str, form: CorrectionForm, value: Any, letter: Letter | None) -> Block:
    found = evidence(record, name, letter)
    read = changes.printed(name, found.read) if found.was_read else None
    return Block(name, form[name], changes.printed(name, value), found, read)


def _address(record: Any, page: str) -> str:
    return reverse(f"admin:followup_{record._meta.model_name}_{page}", args=[record.pk])
