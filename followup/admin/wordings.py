"""Wordings of grades in the admin: browse, teach one from a letter, retire it; read a draft again with it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from .. import intake
from ..models import GradeWording, Letter, Stale
from .base import RecordAdmin
from .intake import allow


@admin.register(GradeWording)
class GradeWordingAdmin(RecordAdmin):
    """Nothing is deleted: a retired wording is no longer handed to the parser, and its history stays."""

    list_display = ["pattern", "language", "grade", "example", "added_at", "in_use"]
    list_filter = ["retired", "language", "grade"]
    search_fields = ["pattern", "folded", "example"]
    search_help_text = "Words of the grade or of its example"
    history_list_display = ["pattern", "grade", "retired"]

    def get_fields(self, request: HttpRequest, obj: GradeWording | None = None) -> list[str]:
        values = ["language", "pattern", "grade", "example"]
        return [*values, "retired", "added_at", "reason"] if obj else [*values, "reason"]

    def get_readonly_fields(self, request: HttpRequest, obj: GradeWording | None = None) -> list[str]:
        return ["added_at"] if obj else []

    @admin.display(boolean=True, description="in use", ordering="retired")
    def in_use(self, obj: GradeWording) -> bool:
        return not obj.retired

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "example":
            kwargs["widget"] = AdminTextareaWidget(attrs={"rows": 4})
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """The words of a letter, where the form is opened from its review page."""
        letter = _letter(request)
        row = request.GET.get("row", "")
        found = intake.suggestion(letter, int(row)) if letter and row.isdecimal() and len(row) < 4 else None
        if found is None:
            return {}
        return {name: getattr(found, name) for name in ("language", "pattern", "example", "reason")}

    def write(self, obj: Any, *, by: Any, reason: str, change: bool) -> None:
        intake.teach(obj, by=by, reason=reason)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        """Back to the letter that the wording was met in."""
        letter = _letter(request)
        if letter is None or letter.status != Letter.Status.DRAFT or "_save" not in request.POST:
            return super().response_add(request, obj, post_url_continue)
        messages.success(
            request,
            f"{obj} is taught: letters are read with it from now on. Letters already read stay as they are.",
        )
        return redirect("admin:followup_letter_review", letter.pk)


def _letter(request: HttpRequest) -> Letter | None:
    """The letter that the form was opened from."""
    number = request.GET.get("letter", "")
    if not number.isdecimal() or len(number) > 12 or not request.user.has_perm("followup.view_letter"):
        return None
    return Letter.objects.filter(pk=int(number)).first()


def reread(request: HttpRequest, pk: int) -> HttpResponse:
    """Read a draft again, with what the registry knows now."""
    user = allow(request, "change_letter")
    letter = get_object_or_404(Letter, pk=pk)
    version = request.POST.get("version", "")
    try:
        intake.reread(letter, by=user, version=int(version) if version.isdecimal() else 0)
        messages.success(request, "The letter was read again, with what the registry knows now.")
    except Stale:
        messages.warning(request, "The draft was changed since this page was shown. Look at it again.")
    except ValueError as refusal:
        messages.error(request, str(refusal))
    return redirect("admin:followup_letter_change", letter.pk)
