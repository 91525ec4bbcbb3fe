"""Step 2 of a letter: every value beside its place, saved as often as a person likes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone

from .. import intake
from ..intake import passages
from ..intake.record import Record
from ..models import Letter, Stale
from .differences import between
from .intake import address, allow, page, seen
from .originals import pages_of
from .record_form import RecordForm, RowFormSet
from .review import screen
from .selection import Selected, selected_in


@dataclass(slots=True)
class Forms:
    """What the review page shows in its fields: the stored draft, or what somebody typed."""

    form: RecordForm
    rows: Any
    selected: str

    @classmethod
    def stored(cls, letter: Letter) -> Forms:
        rows = [{**row, "grade": _shown_grade(row)} for row in letter.record["assessments"]]
        form = RecordForm(initial=RecordForm.initial_of(letter.record))
        return cls(form, RowFormSet(initial=rows, prefix="rows"), selected_in(letter.record))

    @classmethod
    def typed(cls, request: HttpRequest) -> Forms:
        rows = RowFormSet(request.POST, prefix="rows")
        return cls(RecordForm(request.POST), rows, request.POST.get("selected", ""))

    def valid(self) -> bool:
        return bool(self.form.is_valid() and self.rows.is_valid())


def _shown_grade(row: Record) -> str:
    """The radio button that is set; none where words wait for a person to say which grade they mean."""
    return row["grade"] or ("unsettled" if row["grade_phrase"] else "")


def review(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft beside its letter: who opens it claims it; who sends it saves it."""
    user = allow(request, "change_letter")
    letter = get_object_or_404(Letter.objects.select_related("state", "claimed_by"), pk=pk)
    action = request.POST.get("action", "save")
    if letter.status != Letter.Status.DRAFT:
        return _answer(action, redirect(address(letter)), 409, "This letter is no draft any more.")
    try:
        intake.hold(letter, by=user, take_over=action == "take-over")
    except intake.Claimed as claimed:
        if request.method == "POST":
            words = f"{claimed} What you typed is not saved."
            return _answer(
                action, _page(request, letter, Forms.typed(request), 409, unsaved=True), 409, words
            )
    if request.method != "POST":
        return _page(request, letter, Forms.stored(letter))
    forms = Forms.typed(request)
    if action == "take-over":
        stale = forms.valid() and seen(request) != letter.version
        record = _record(letter, forms, action, request.POST) if stale else None
        return _page(request, letter, forms, differences=between(letter.record, record) if record else None)
    return _save(request, letter, forms, action)


def _save(request: HttpRequest, letter: Letter, forms: Forms, action: str) -> HttpResponse:
    if not forms.valid():
        return _answer(action, _page(request, letter, forms, 422), 422, "A value cannot be read yet.")
    record = _record(letter, forms, action, request.POST)
    try:
        by_itself = action == "autosave"
        save = partial(intake.save_review, by=request.user, version=seen(request), by_itself=by_itself)
        letter = save(letter, record, checked=request.POST.getlist("checked"))
    except Stale:
        letter = get_object_or_404(Letter.objects.select_related("state", "claimed_by"), pk=letter.pk)
        differences = between(letter.record, record)
        shown = _page(request, letter, forms, 409, differences=differences, last=letter.history.first())
        return _answer(action, shown, 409, "Somebody else changed this draft meanwhile.")
    if action == "autosave":
        return JsonResponse({"version": letter.version, "at": f"{timezone.now():%H:%M}"})
    return _after(request, letter, action)


def _answer(action: str, shown: HttpResponse, status: int, words: str) -> HttpResponse:
    """The page; for a draft that is saved by itself, only what its status line says."""
    return JsonResponse({"words": words}, status=status) if action == "autosave" else shown


def _record(letter: Letter, forms: Forms, action: str, sent: Any) -> Record:
    """What was typed as a record; some buttons change the list of recommendations too."""
    readings = len(letter.reading["assessments"])
    record = forms.form.values(letter.record)
    record = Selected(forms.selected).put(record, [row.row(readings) for row in forms.rows])
    rows, (what, number) = record["assessments"], _on_row(action)
    if what == "add":
        return {**record, "assessments": passages.added(rows, sent.get("selection", ""))}
    if what in ROW_ACTIONS:
        cursor = sent.get(f"cursor-{number}", "")
        at = int(cursor) if cursor.isascii() and cursor.isdecimal() and len(cursor) < 8 else None
        return {**record, "assessments": ROW_ACTIONS[what](rows, number, at)}
    return record


def _on_row(action: str) -> tuple[str, int]:
    """What a button does and to which row: "split-2"; other buttons, and what is no button, have no row."""
    what, _, number = action.partition("-")
    if number.isascii() and number.isdecimal() and len(number) < 4:
        return what, int(number)
    return ("" if what in ROW_ACTIONS else action), -1


ROW_ACTIONS: dict[str, Callable[[list[Record], int, int | None], list[Record]]] = {
    "remove": lambda rows, index, at: passages.removed(rows, index),
    "merge": lambda rows, index, at: passages.merged(rows, index),
    "split": passages.split,
}


def _after(request: HttpRequest, letter: Letter, action: str) -> HttpResponse:
    here = reverse("admin:followup_letter_review", args=[letter.pk])
    what, number = _on_row(action)
    if what == "add":
        return redirect(f"{here}#row-{len(letter.record['assessments']) - 1}")
    if what in ROW_ACTIONS:
        row = {"split": number + 1, "merge": max(number - 1, 0)}.get(what)
        return redirect(here if row is None else f"{here}#row-{row}")
    if action == "continue":
        if intake.ready(letter):
            return redirect("admin:followup_letter_check", letter.pk)
        messages.warning(
            request, "The draft is saved. Publishing waits for what stands at the top of this page."
        )
    else:
        messages.success(request, "The draft is saved. Nothing of it is public.")
    return redirect(here)


def _page(request: HttpRequest, letter: Letter, forms: Forms, status: int = 200, **more: Any) -> HttpResponse:
    holder = intake.holder(letter)
    # what was typed is saved as a change of the version it was typed over, until both are shown
    typed_over = request.method == "POST" and more.get("differences") is None
    context = {
        "letter": letter,
        "version": seen(request) if typed_over else letter.version,
        "form": forms.form,
        "rows": forms.rows,
        "selected": forms.selected,
        "screen": screen(letter, forms.form, forms.rows),
        "reads_anew": request.method != "POST" and intake.reads_anew(letter),
        "similar": intake.similar(letter.record).exclude(pk=letter.pk).select_related("state"),
        "pages": pages_of(letter),
        "other": holder if holder != request.user else None,
        "lapses_at": letter.claimed_at and letter.claimed_at + intake.LAPSES,
        **more,
    }
    return page(request, "review", context, status)
