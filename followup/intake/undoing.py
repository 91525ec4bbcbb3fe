"""A publication taken back, and whether it still can be: told by trying."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction
from django.db.models import Q

from .. import changes
from ..models import Change as PublicChange
from ..models import Correction, Letter, Stale, writing
from .publishing import NotUndoable, claimed_for
from .rows import TAKEN_BACK


def undo(letter: Letter, *, by: Any, version: int) -> Letter:
    """Take a publication back: the letter is a draft again, and rows that only it brought are removed.

    Raises NotUndoable once a value that it brought was corrected, or a correction is proposed.
    """
    with transaction.atomic(), writing():
        letter, done = claimed_for(letter, version, Letter.Status.DRAFT)
        if done:
            return letter
        reason = f"Publication of {letter} undone."
        _refuse_corrected(letter)
        written, about, before = letter.written, changes.subject(letter), changes.grades(letter)
        letter.status, letter.slug, letter.published_at = Letter.Status.DRAFT, None, None
        letter.observations = letter.report = None
        letter.written = []
        letter.record_change(by=by, reason=reason)
        for assessment in letter.assessments.all():
            assessment.remove(by=by, reason=reason)
        for row in reversed(written):
            _take_back(row, by=by, reason=reason)
        changes.log(PublicChange.Kind.UNDONE, about, by=by, reason=reason, before=before)
    return letter


def kept_because(letter: Letter) -> str:
    """Why a publication cannot be undone any more; "" while it can.

    The undoing is carried out and rolled back, so that the answer is the one the button would get.
    """
    with transaction.atomic():
        savepoint = transaction.savepoint()
        try:
            undo(letter, by=None, version=letter.version)
        except NotUndoable as refusal:
            return str(refusal)
        except Stale:
            return ""
        finally:
            transaction.savepoint_rollback(savepoint)
    return ""


def _refuse_corrected(letter: Letter) -> None:
    """A correction stays on record: what it corrected cannot vanish under it."""
    brought = [("letter", letter.pk), *((row["model"], row["pk"]) for row in letter.written)]
    brought += [("assessment", pk) for pk in letter.assessments.values_list("pk", flat=True)]
    mine = Q(*(Q(model=model, record=str(pk)) for model, pk in brought), _connector=Q.OR)
    waiting_or_made = Correction.objects.exclude(status=Correction.Status.DECLINED)
    correction = waiting_or_made.filter(mine).select_related("change").first()
    if correction:
        change = getattr(correction, "change", None)
        what = change.what if change else f"The {correction.get_model_display().lower()}"
        raise NotUndoable(
            f"{what} was corrected after publication, or is about to be. "
            "Withdraw the letter instead: that keeps the correction on record."
        )


def _take_back(row: dict[str, Any], *, by: Any, reason: str) -> None:
    """Remove a row this letter brought, or empty the values it filled, unless something else uses them."""
    instance: Any = TAKEN_BACK[row["model"]]._default_manager.filter(pk=row["pk"]).first()
    if instance is None:
        return
    if row["filled"]:
        mine = [name for name, after in row["filled"].items() if str(getattr(instance, name)) == after]
        for name in mine:
            setattr(instance, name, instance._meta.get_field(name).get_default())
        if mine:
            instance.record_change(by=by, reason=reason)
        return
    try:
        with transaction.atomic():
            instance.remove(by=by, reason=reason)
    except models.ProtectedError:
        pass  # another letter speaks of it too: it stays
