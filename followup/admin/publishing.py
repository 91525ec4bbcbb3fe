"""Step 3 of a letter and what follows: check, publish, the result, undo, withdraw, discard."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from .. import intake
from ..marks import line_of
from ..models import Assessment, ConcludingObservations, Correction, FollowUpReport, Letter, Recommendation
from .corrections import correctors
from .differences import edits
from .forms import ReasonForm
from .intake import address, allow, attempt, page, seen

_LETTERS = Letter.objects.select_related("state", "observations", "report", "claimed_by")


def check(request: HttpRequest, pk: int) -> HttpResponse:
    """What will be new, changed and kept; the button publishes exactly that."""
    user = allow(request, "publish_letter" if request.method == "POST" else "change_letter")
    letter = get_object_or_404(_LETTERS, pk=pk)
    if letter.status != Letter.Status.DRAFT:
        return redirect(address(letter))
    try:
        if request.method == "POST":
            publish = partial(intake.publish, letter, by=user, version=seen(request))
            published, refusal = attempt(publish)
            if published is None:
                messages.warning(request, refusal)
                return redirect("admin:followup_letter_check", letter.pk)
            return redirect(address(published))
        changes = intake.check(letter)
    except intake.NotReady:
        messages.warning(request, "Publishing waits for what stands at the top of this page.")
        return redirect("admin:followup_letter_review", letter.pk)
    holder = intake.holder(letter)
    context = {
        "letter": letter,
        "title": "Check before publishing",
        "edits": edits(letter),
        "similar": intake.similar(letter.record).exclude(pk=letter.pk).select_related("state"),
        "other": holder if holder != request.user else None,
        **_sorted(letter, changes),
    }
    return page(request, "check", context)


def _sorted(letter: Letter, changes: list[intake.Change]) -> dict[str, Any]:
    """The changes as the page groups them."""
    fresh = [change for change in changes if change.kind == "new"]
    kept = [(change, *one, _correction(change, one[0])) for change in changes for one in change.kept]
    return {
        "assessments": [_assessment(letter, change) for change in fresh if _is(change, Assessment)],
        "recommendations": [change for change in fresh if _is(change, Recommendation)],
        "records": [change for change in fresh if _is(change, ConcludingObservations, FollowUpReport)],
        "changed": [change for change in changes if change.kind == "changed"],
        "kept_by_people": [one for one in kept if one[-1]],
        "kept": [one for one in kept if not one[-1]],
        "unchanged": [change for change in changes if change.kind == "unchanged" and not change.kept],
    }


def _is(change: intake.Change, *models: type) -> bool:
    return isinstance(change.instance, models)


def _correction(change: intake.Change, name: str) -> Correction | None:
    """The correction by which a person put the value there that stands."""
    made = Correction.objects.of(change.instance).filter(status=Correction.Status.MADE)
    return next((correction for correction in made if name in correction.after), None)


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
    letter = get_object_or_404(_LETTERS, pk=pk)
    if letter.status == Letter.Status.DRAFT:
        return redirect(address(letter))
    return _done_page(request, letter, ReasonForm())


def _done_page(request: HttpRequest, letter: Letter, form: ReasonForm, status: int = 200) -> HttpResponse:
    context = {
        "letter": letter,
        "assessments": letter.assessments.select_related("recommendation__observations")
        .annotate(was_corrected=Correction.objects.made_of("assessment"))
        .in_order(),
        "next_draft": intake.open_to(request.user).select_related("state").first(),
        "kept_because": intake.kept_because(letter) if letter.published else "",
        "form": form,
        "who": correctors(),
    }
    return page(request, "done", context, status)


def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a publication back, while nothing depends on it."""
    user = allow(request, "publish_letter")
    letter = get_object_or_404(Letter, pk=pk)
    undone, refusal = attempt(partial(intake.undo, letter, by=user, version=seen(request)))
    if undone is None:
        messages.warning(request, refusal)
        return redirect(address(letter))
    messages.success(request, "The publication is undone. The letter is a draft again.")
    return redirect(address(undone))


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a letter off the public pages, with a reason that its address shows."""
    user = allow(request, "publish_letter")
    letter = get_object_or_404(_LETTERS, pk=pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _done_page(request, letter, form, 422) if letter.published else redirect(address(letter))
    reason = form.cleaned_data["reason"]
    gone, refusal = attempt(partial(intake.withdraw, letter, by=user, reason=reason, version=seen(request)))
    if gone is None:
        form.add_error(None, refusal)
        return _done_page(request, letter, form, 409) if letter.published else redirect(address(letter))
    messages.success(request, "The letter is withdrawn; its address says why.")
    return redirect(address(gone))


def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Delete a draft. Asked for twice, it is gone once."""
    user = allow(request, "delete_letter")
    letter = Letter.objects.filter(pk=pk).first()
    if letter is None:
        get_object_or_404(Letter.history.filter(history_type="-"), id=pk)
    else:
        _, refusal = attempt(partial(intake.discard, letter, by=user, version=seen(request)))
        if refusal:
            messages.warning(request, refusal)
            return redirect(address(letter))
    messages.success(request, "The draft is discarded.")
    return redirect("admin:index")
