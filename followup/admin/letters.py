"""Letters in the admin: the list, and the addresses of the intake pages."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_POST, require_safe

from ..models import Letter
from . import batches, intake, originals, parser_runs, publishing, reviewing, wordings
from .base import SampleFilter
from .corrections import Correctable
from .differences import between


@admin.register(Letter)
class LetterAdmin(Correctable):
    """Letters are written on the intake pages only: the admin's own forms neither add, change nor delete one."""

    list_display = ["__str__", "reference", "state", "kind", "status", "assessed_session", "added_at"]
    list_filter = ["status", "kind", "language", SampleFilter, "assessed_session", "state"]
    search_fields = ["reference", "state__search_text", "observations__symbol", "text"]
    search_help_text = "Reference, State, symbol or words of the letter"
    list_select_related = ["state", "assessed_session"]
    ordering = ["-added_at"]
    show_facets = admin.ShowFacets.ALWAYS
    actions = [parser_runs.read_again]
    history_list_display = ["status"]

    def get_urls(self) -> list[URLPattern]:
        def route(address: str, view: Any, name: str) -> URLPattern:
            return path(address, self.admin_site.admin_view(view), name=f"followup_letter_{name}")

        return [
            route("upload/", intake.upload, "upload"),
            route("upload-many/", batches.upload, "upload_many"),
            route("<int:pk>/review/", reviewing.review, "review"),
            route("<int:pk>/reread/", require_POST(wordings.reread), "reread"),
            route("<int:pk>/check/", publishing.check, "check"),
            route("<int:pk>/done/", require_safe(publishing.done), "done"),
            route("<int:pk>/undo/", require_POST(publishing.undo), "undo"),
            route("<int:pk>/withdraw/", require_POST(publishing.withdraw), "withdraw"),
            route("<int:pk>/discard/", require_POST(publishing.discard), "discard"),
            route("<int:pk>/original/", require_safe(originals.original), "original"),
            route("<int:pk>/pages/<int:number>.png", require_safe(originals.image), "page"),
            *super().get_urls(),
        ]

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:followup_letter_upload")

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        letter = self.get_object(request, object_id)
        if letter is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        step = "review" if letter.status == Letter.Status.DRAFT else "done"
        return redirect(f"admin:followup_letter_{step}", letter.pk)

    def set_history_delta_changes(self, request: HttpRequest, historical_records: Any, **kwargs: Any) -> None:
        """Of a draft all values, also those that have no column yet: what the review shows, in its words.

        Whether a letter is public is edited in no form; so the history leaves it out, unless it is told here.
        """
        rows = list(historical_records)
        super().set_history_delta_changes(request, rows, **kwargs)
        for row, before in pairwise(rows):
            if row.status == before.status == Letter.Status.DRAFT:
                different = between(before.record, row.record)
                row.history_delta_changes = [
                    {"field": one.what, "old": one.before, "new": one.after} for one in different
                ]
            elif row.status != before.status:
                was, now = before.get_status_display(), row.get_status_display()
                row.history_delta_changes.insert(0, {"field": "Status", "old": was, "new": now})

    def has_read_again_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("followup.add_parserrun")

    def has_delete_permission(self, request: HttpRequest, obj: Letter | None = None) -> bool:
        return False  # drafts are discarded through intake; what was public is never deleted
