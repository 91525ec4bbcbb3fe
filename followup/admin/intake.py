"""What the pages of a letter share, and the first of them: upload. What they mean stands in followup.intake."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from django.conf import settings
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from .. import intake
from ..documents import Refused, originals
from ..intake.record import Record
from ..models import GRADES, NOT_STATED, BatchFile, Letter, PartialDate, Stale
from .forms import UploadForm

if TYPE_CHECKING:
    from followup.models import User

Result = TypeVar("Result")
QUOTA = "You have reached today’s upload limit of {limit} letters. Ask an administrator, or go on tomorrow."


def allow(request: HttpRequest, permission: str) -> User:
    """The user, if they may; raises PermissionDenied (403) otherwise."""
    if not request.user.has_perm(f"followup.{permission}"):
        raise PermissionDenied
    return request.user  # type: ignore[return-value]  # anonymous users hold no permission


def seen(request: HttpRequest) -> int:
    """The version the form was made from; 0, which no row has, for anything that is no version."""
    typed = request.POST.get("version", "")
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 10 else 0


def attempt(change: Callable[[], Result]) -> tuple[Result | None, str]:
    """What a change came to, or the sentence that says why nothing was done: the one answer to a stale page."""
    try:
        return change(), ""
    except Stale as stale:
        what = "draft" if getattr(stale.current, "status", "") == Letter.Status.DRAFT else "letter"
        return None, f"Nothing was done: the {what} was changed since this page was shown. Look at it again."
    except intake.NotUndoable as refusal:
        return None, f"Nothing was done. {refusal}"


def page(request: HttpRequest, name: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    letter = context.get("letter")
    shared = {
        **admin.site.each_context(request),
        "opts": Letter._meta,
        "title": context.get("title", str(letter)),
    }
    return render(request, f"admin/followup/letter/{name}.html", {**shared, **context}, status=status)


def address(letter: Letter) -> str:
    """The page of a letter for staff: the review of a draft, the result of what was published."""
    step = "review" if letter.status == Letter.Status.DRAFT else "done"
    return reverse(f"admin:followup_letter_{step}", args=[letter.pk])


def over_quota(user: Any) -> str:
    """The sentence for somebody who has uploaded as many letters today as one person may; "" for others."""
    today = timezone.now().replace(hour=0, minute=0, second=0, microsecond=0)
    files = BatchFile.objects.filter(batch__added_by=user, batch__added_at__gte=today, batch__source="upload")
    # a letter that came with a batch is counted as its file
    alone = Letter.objects.filter(added_by=user, added_at__gte=today).exclude(
        Q(pk__in=files.filter(status__in=["new", "similar"], letter__isnull=False).values("letter"))
    )
    limit = settings.UPLOADS_A_DAY
    return QUOTA.format(limit=limit) if files.count() + alone.count() >= limit else ""


def upload(request: HttpRequest) -> HttpResponse:
    """Step 1: a pasted text or a file becomes a draft."""
    user = allow(request, "add_letter")
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid() and (refusal := over_quota(user)):
        form.add_error(None, refusal)
    if form.is_valid():
        cleaned = form.cleaned_data
        field = "text" if cleaned["text"].strip() else "file"
        try:
            found = intake.arrive(
                by=user, by_hand=cleaned["by_hand"], apart=cleaned["apart"], **form.source()
            )
        except Refused as refused:
            form.add_error(field, refused.message)
        except (FileNotFoundError, originals.Damaged):
            form.add_error("file", "The file is no longer in the store. Choose it again.")
        except intake.NotALetter as refused:
            form.add_error(field, str(refused))
            form.fields["by_hand"].widget.attrs["data-offered"] = "true"
        else:
            return (
                _alike(request, form, found) if isinstance(found, intake.Alike) else _opened(request, found)
            )
    status = 422 if form.errors else 200
    return page(request, "upload", {"form": form, "title": "Upload a letter"}, status)


def _opened(request: HttpRequest, opened: intake.Opened) -> HttpResponse:
    if not opened.created:
        messages.warning(request, opened.sentence)
    return redirect(address(opened.letter))


def _alike(request: HttpRequest, form: UploadForm, found: intake.Alike) -> HttpResponse:
    """The letter beside those on the same examination: the person opens one of them, or goes on."""
    records = [found.reading, *(other.record for other in found.others)]
    context = {
        "others": [{"letter": other, "address": address(other)} for other in found.others],
        "rows": [{"name": name, "words": [say(one) for one in records]} for name, say in _COMPARED.items()],
        "sent": form.again(found.sha256),
        "title": "A similar letter",
    }
    return page(request, "alike", context, 409)


def _grades(record: Record) -> str:
    labels = dict([*GRADES, NOT_STATED])
    rows = record["assessments"]
    return "\n".join(f"{row['paragraph']}: {labels[row['grade'] or NOT_STATED[0]]}" for row in rows)


# what tells one letter from another on the same examination
_COMPARED: dict[str, Callable[[Record], str]] = {
    "Reference": lambda record: record["reference"] or "",
    "Date": lambda record: PartialDate.parse(record["date"]).words() if record["date"] else "",
    "Kind": lambda record: str(Letter.Kind(record["kind"]).label),
    "Grades": _grades,
}
