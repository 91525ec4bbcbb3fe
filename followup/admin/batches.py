"""Many letters at once in the admin: several files or a ZIP archive, and a line on each file as it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from .. import intake
from ..documents import Refused, bundle
from ..models import Batch, BatchFile
from .forms import UploadManyForm
from .intake import allow, over_quota, page

# Without workers the request reads: it starts no new file after this, and a file takes 50 seconds at the very most.
READING_SECONDS = 8
REFRESH_SECONDS = 5
LINES = 100


def upload(request: HttpRequest) -> HttpResponse:
    """Several files or archives become a batch."""
    user = allow(request, "add_letter")
    form = UploadManyForm(request.POST, request.FILES) if request.method == "POST" else UploadManyForm()
    if form.is_valid() and (refusal := over_quota(user)):
        form.add_error("letters", refusal)
    if form.is_valid():
        files = _files(form.cleaned_data["letters"])
        batch = intake.open_batch(files, by=user, source=Batch.Source.UPLOAD, seconds=READING_SECONDS)
        return redirect("admin:followup_batch_page", batch.pk)
    context = {"form": form, "title": "Upload several letters"}
    return page(request, "upload_many", context, status=422 if form.errors else 200)


def _files(uploads: list[Any]) -> Iterator[tuple[str, bytes | Refused]]:
    """Each file with its bytes, one at a time, archives opened."""
    for upload in uploads:
        yield from bundle.files(upload.name, upload.file)


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a batch is, and what became of each file; it looks again by itself while workers read."""
    allow(request, "add_letter")
    batch = get_object_or_404(Batch.objects.select_related("added_by"), pk=pk)
    context = {"batch": batch, "title": str(batch), **_progress(batch, request.GET)}
    answer = page(request, "batch", context)
    if context["moves"]:
        answer["Refresh"] = str(REFRESH_SECONDS)
    return answer


def _progress(batch: Batch, asked: QueryDict) -> dict[str, Any]:
    """The counts and lines that the page shows: `asked` may name a status, a page, and that it shall stay as it is."""
    tally = batch.files.tally()
    waiting, total = tally.get(BatchFile.Status.WAITING, 0), sum(tally.values())
    only = asked.get("status", "") if asked.get("status") in tally else ""
    lines = batch.files.select_related("letter__state", "like")
    workers = settings.READ_BY == "database"
    stay = {"stay": "1"} if "stay" in asked else {}
    return {
        "total": total,
        "waiting": waiting,
        "read": total - waiting,
        "page": Paginator(lines.filter(status=only) if only else lines, LINES).get_page(asked.get("page")),
        "only": only,
        "all": urlencode(stay),
        "choices": [
            (BatchFile.Status(status), count, urlencode({"status": status, **stay}))
            for status, count in tally.items()
        ],
        "query": urlencode({"status": only, **stay} if only else stay),
        "workers": workers,
        "moves": waiting > 0 and workers and not stay,
        "seconds": REFRESH_SECONDS,
    }


def resume(request: HttpRequest, pk: int) -> HttpResponse:
    """Have the waiting files read."""
    allow(request, "add_letter")
    batch = get_object_or_404(Batch, pk=pk)
    intake.resume(batch, seconds=READING_SECONDS)
    if settings.READ_BY == "database":
        messages.success(request, "The waiting files are queued for the workers.")
    return redirect("admin:followup_batch_page", batch.pk)


@admin.register(Batch)
class BatchAdmin(admin.ModelAdmin):
    """Batches are written by intake only; who may add letters may see them."""

    list_display = ["__str__", "added_by", "files_read"]
    list_select_related = ["added_by"]
    actions = None

    def get_urls(self) -> list[URLPattern]:
        def route(address: str, view: Any, name: str) -> URLPattern:
            return path(address, self.admin_site.admin_view(view), name=f"followup_batch_{name}")

        return [
            route("<int:pk>/", require_safe(show), "page"),
            route("<int:pk>/resume/", require_POST(resume), "resume"),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> Any:
        return Batch.objects.with_counts()

    @admin.display(description="read")
    def files_read(self, batch: Any) -> str:
        return f"{batch.total - batch.waiting} of {batch.total}"

    def add_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:followup_letter_upload_many")

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        return redirect("admin:followup_batch_page", int(object_id) if object_id.isdecimal() else 0)

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("followup.add_letter")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("followup.add_letter")

    def has_view_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return request.user.has_perm("followup.add_letter")

    def has_change_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Batch | None = None) -> bool:
        return False
