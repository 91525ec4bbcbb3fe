"""The original of a letter, for staff: as a download, or as pictures of its pages that are drawn anew."""

from __future__ import annotations

import io
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from ..documents import Busy, Refused, has_pages, originals, page_image
from ..models import Letter
from .intake import address, allow

# nothing of an original may run or load anything, whatever a browser takes it for
_INERT = "sandbox; default-src 'none'"


def _bytes(letter: Letter) -> bytes | None:
    """None where the store has no such file, or another one than was uploaded."""
    try:
        return originals.read(letter.sha256, Path(settings.ORIGINALS_DIR))
    except (FileNotFoundError, originals.Damaged):
        return None


def original(request: HttpRequest, pk: int) -> HttpResponse | FileResponse:
    """The bytes as received: always a download, never rendered, never by their own type."""
    allow(request, "view_letter")
    letter = get_object_or_404(Letter, pk=pk)
    data = _bytes(letter)
    if data is None:
        messages.error(
            request,
            "The original of this letter is not in the store, or is no longer what was uploaded. "
            "Tell an administrator: it has to come from a backup.",
        )
        return redirect(address(letter))
    name = letter.original_name or f"letter-{letter.pk}.txt"
    response = FileResponse(
        io.BytesIO(data), as_attachment=True, filename=name, content_type="application/octet-stream"
    )
    response["Content-Security-Policy"] = _INERT
    return response


def image(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One page of a PDF or of a scan as PNG; 404 with a sentence where there is none."""
    allow(request, "view_letter")
    letter = get_object_or_404(Letter, pk=pk)
    data = _bytes(letter) if has_pages(letter.media_type) else None
    if data is None:
        raise Http404("This letter has no image of a page.")
    try:
        png = page_image(data, number)[1]
    except Busy as busy:
        return HttpResponse(busy.message, status=503, content_type="text/plain", headers={"Retry-After": "5"})
    except Refused as refusal:
        raise Http404(refusal.message) from None
    response = HttpResponse(png, content_type="image/png")
    response["Content-Disposition"] = f'inline; filename="page-{number}.png"'
    response["Content-Security-Policy"] = _INERT
    return response


def pages_of(letter: Letter) -> range:
    """The numbers of the pages that can be looked at; none for a text, or where the original is gone.

    Kept beside the SHA-256: the file of a letter never changes, and opening it takes a child process.
    """
    if not has_pages(letter.media_type):
        return range(0)
    key = f"pages-{letter.sha256}"
    count = cache.get(key)
    if count is None:
        data = _bytes(letter)
        try:
            count = page_image(data, 1)[0] if data is not None else 0
        except Busy:
            return range(0)  # the next look at the draft finds them
        except Refused:
            count = 0
        cache.set(key, count, None)
    return range(1, count + 1)
