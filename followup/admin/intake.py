"""The staff's way of a letter: upload, review, check, done. HTTP only; what it means stands in followup.intake."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from .. import intake
from ..documents import Refused, originals
from ..intake.record import Record
from ..letters import parse_references
from ..marks import line_of
from ..models import Assessment, ConcludingObservations, FollowUpReport, Letter, Recommendation, Stale
from .forms import ReasonForm, RecordForm, RowFormSet, UploadForm
from .review import conflict, screen

if TYPE_CHECKING:
    from followup.models import User


def allow(request: HttpRequest, permission: str) -> User:
    """The user, if they may; raises PermissionDenied (403) otherwise."""
    if not request.user.has_perm(f"followup.{permission}"):
        raise PermissionDenied
    return request.user  # type: ignore[return-value]  # anonymous users hold no permission


def seen(request: HttpRequest) -> int:
    """The version the form was made from; 0, which no row has, for anything that is no version."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0


def page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    letter = context.get("letter")
    shared = {
        **admin.site.each_context(request),
        "opts": Letter._meta,
        "title": context.get("title", str(letter)),
    }
    return render(request, f"admin/followup/letter/{name}.html", {**shared, **context}, status=status)


def upload(request: HttpRequest) -> HttpResponse:
    """Step 1: a pasted text or a file becomes a draft."""
    user = allow(request, "add_letter")
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        file = form.cleaned_data["file"]
        source = {"data": file.read(), "filename": file.name} if file else {"text": form.cleaned_data["text"]}
        try:
            opened = intake.open_draft(by=user, by_hand=form.cleaned_data["by_hand"], **source)
        except Refused as refusal:
            form.add_error("file" if file else "text", refusal.message)
        except intake.NotALetter as refusal:
            form.add_error("file" if file else "text", str(refusal))
            form.fields["by_hand"].widget.attrs["data-offered"] = "true"
        else:
            return _after_upload(request, opened)
    status = 422 if form.errors else 200
    return page(request, "upload", {"form": form, "title": "Upload a letter"}, status)


def _after_upload(request: HttpRequest, opened: intake.Opened) -> HttpResponse:
    letter = opened.letter
    if not opened.created:
        messages.warning(request, opened.sentence)
    return redirect(_address(letter))


def _address(letter: Letter) -> str:
    step = "review" if letter.status == Letter.Status.DRAFT else "done"
    return reverse(f"admin:followup_letter_{step}", args=[letter.pk])


def review(request: HttpRequest, pk: int) -> HttpResponse:
    """Step 2: every value beside its place in the letter."""
    user = allow(request, "change_letter")
    letter = get_object_or_404(Letter, pk=pk)
    if letter.status != Letter.Status.DRAFT:
        return redirect(_address(letter))
    if request.method != "POST":
        return _review_page(request, letter, *_forms(letter))
    form, rows = RecordForm(request.POST), RowFormSet(request.POST, prefix="rows")
    if not (form.is_valid() and rows.is_valid()):
        return _review_page(request, letter, form, rows, status=422)
    action = request.POST.get("action", "save")
    record = _record(letter, form, rows, action, request.POST.get("selection", ""))
    try:
        version = seen(request)
        letter = intake.save_review(
            letter, record, by=user, version=version, checked=request.POST.getlist("checked")
        )
    except Stale:
        letter = get_object_or_404(Letter, pk=pk)
        differences = conflict(letter, record)
        return _review_page(request, letter, form, rows, status=409, differences=differences)
    return _after_review(request, letter, action)


def _forms(letter: Letter) -> tuple[RecordForm, Any]:
    form = RecordForm(initial=RecordForm.initial_of(letter.record))
    rows = [{**row, "grade": _shown_grade(row)} for row in letter.record["assessments"]]
    return form, RowFormSet(initial=rows, prefix="rows")


def _shown_grade(row: Record) -> str:
    """The radio button that is set; none where words wait for a person to say which grade they mean."""
    return row["grade"] or ("unsettled" if row["grade_phrase"] else "")


def _record(letter: Letter, form: RecordForm, rows: Any, action: str, selection: str) -> Record:
    """What was typed as a record; the buttons add and remove-n change the list of recommendations."""
    readings = len(letter.reading["assessments"])
    typed = [row.row(readings) for row in rows]
    if action.startswith("remove-"):
        typed = [row for index, row in enumerate(typed) if action != f"remove-{index}"]
    if action == "add":
        named = parse_references(selection[:200])
        passage = selection.replace("\r\n", "\n").strip()
        typed.append({**intake.blank_row(), "paragraph": named[0].label if named else "", "text": passage})
    return form.values({**letter.record, "assessments": typed})


def _after_review(request: HttpRequest, letter: Letter, action: str) -> HttpResponse:
    here = reverse("admin:followup_letter_review", args=[letter.pk])
    if action == "add":
        return redirect(f"{here}#row-{len(letter.record['assessments']) - 1}")
    if action == "continue":
        if intake.ready(letter):
            return redirect("admin:followup_letter_check", letter.pk)
        messages.warning(
            request, "The draft is saved. Publishing waits for what stands at the top of this page."
        )
    elif action == "save":
        messages.success(request, "The draft is saved. Nothing of it is public.")
    return redirect(here)


def _review_page(
    request: HttpRequest,
    letter: Letter,
    form: RecordForm,
    rows: Any,
    status: int = 200,
    differences: list[tuple[str, str, str]] | None = None,
) -> HttpResponse:
    context = {
        "letter": letter,
        "form": form,
        "rows": rows,
        "screen": screen(letter, form, rows),
        "differences": differences,
        "reads_anew": request.method != "POST" and intake.reads_anew(letter),
    }
    return page(request, "review", context, status)


def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Step 3: what will be new, changed and kept; the button publishes exactly that."""
    user = allow(request, "publish_letter" if request.method == "POST" else "change_letter")
    letter = get_object_or_404(Letter, pk=pk)
    if letter.status != Letter.Status.DRAFT:
        return redirect(_address(letter))
    try:
        if request.method == "POST":
            letter = intake.publish(letter, by=user, version=seen(request))
            return redirect("admin:followup_letter_done", letter.pk)
        changes = intake.check(letter)
    except intake.NotReady:
        messages.warning(request, "Publishing waits for what stands at the top of this page.")
        return redirect("admin:followup_letter_review", letter.pk)
    except Stale:
        messages.warning(
            request, "The draft was changed since this page was shown. Check it again; nothing is published."
        )
        return redirect("admin:followup_letter_check", letter.pk)
    fresh = [change for change in changes if change.kind == "new"]
    context = {
        "letter": letter,
        "assessments": [_assessment(letter, change) for change in fresh if _is(change, Assessment)],
        "recommendations": [change for change in fresh if _is(change, Recommendation)],
        "records": [change for change in fresh if _is(change, ConcludingObservations, FollowUpReport)],
        "changed": [change for change in changes if change.kind == "changed"],
        "kept": [change for change in changes if change.kept],
        "unchanged": [change for change in changes if change.kind == "unchanged"],
        "title": "Check before publishing",
    }
    return page(request, "check", context)


def _is(change: intake.Change, *models: type) -> bool:
    return isinstance(change.instance, models)


def _assessment(letter: Letter, change: intake.Change) -> dict[str, Any]:
    """A new assessment with the sentence its grade was read from, and the line it stands in."""
    spans = change.instance.spans
    places = spans.get("grade") or spans.get("text")
    return {
        "instance": change.instance,
        "sentence": letter.text[slice(*places[0])] if change.instance.grade and places else "",
        "line": line_of(letter.text, places[0][0]) if places else None,
    }


def done(request: HttpRequest, pk: int) -> HttpResponse:
    """What was written, with links; undo and withdraw."""
    allow(request, "view_letter")
    letter = get_object_or_404(Letter.objects.select_related("state", "observations", "report"), pk=pk)
    if letter.status == Letter.Status.DRAFT:
        return redirect(_address(letter))
    context = {
        "letter": letter,
        "assessments": letter.assessments.select_related("recommendation__observations").in_order(),
        "next_draft": Letter.objects.drafts().order_by("added_at").first(),
        "form": ReasonForm(),
    }
    return page(request, "done", context)


def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a publication back, while nothing depends on it."""
    user = allow(request, "publish_letter")
    letter = get_object_or_404(Letter, pk=pk)
    try:
        letter = intake.undo(letter, by=user, version=seen(request))
        messages.success(request, "The publication is undone. The letter is a draft again.")
    except intake.NotUndoable as refusal:
        messages.error(request, str(refusal))
    except Stale:
        messages.warning(request, "The letter was changed since this page was shown. Look at it again.")
    return redirect(_address(letter))


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a letter off the public pages, with a reason that its address shows."""
    user = allow(request, "publish_letter")
    letter = get_object_or_404(Letter, pk=pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(
            request, f"The letter is not withdrawn. Reason: {' '.join(map(str, form.errors['reason']))}"
        )
        return redirect(_address(letter))
    try:
        version = seen(request)
        letter = intake.withdraw(letter, by=user, reason=form.cleaned_data["reason"], version=version)
        messages.success(request, "The letter is withdrawn; its address says why.")
    except intake.NotUndoable as refusal:
        messages.error(request, str(refusal))
    except Stale:
        messages.warning(request, "The letter was changed since this page was shown. Look at it again.")
    return redirect(_address(letter))


def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a draft."""
    user = allow(request, "delete_letter")
    letter = get_object_or_404(Letter, pk=pk)
    try:
        intake.discard(letter, by=user, version=seen(request))
    except (intake.NotUndoable, Stale) as refusal:
        messages.error(request, str(refusal))
        return redirect(_address(letter))
    messages.success(request, "The draft is discarded.")
    return redirect("admin:followup_letter_changelist")


def original(request: HttpRequest, pk: int) -> HttpResponse | FileResponse:
    """The bytes as received, for staff: always a download, never rendered, never by their own type."""
    allow(request, "view_letter")
    letter = get_object_or_404(Letter, pk=pk)
    try:
        data = originals.read(letter.sha256, Path(settings.ORIGINALS_DIR))
    except (FileNotFoundError, originals.Damaged):
        messages.error(
            request,
            "The original of this letter is not in the store, or is no longer what was uploaded. "
            "Tell an administrator: it has to come from a backup.",
        )
        return redirect(_address(letter))
    name = letter.original_name or f"letter-{letter.pk}.txt"
    response = FileResponse(
        io.BytesIO(data), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response
