"""Error pages: what happened, then what to do. None of them needs the database, but for the nearest names."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext

from ..models import RETRY_AFTER, Change, Letter, outage

log = logging.getLogger("django.request")
Link = tuple[str, str]  # address, words


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _plain("400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _plain("403.html", 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _plain("404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """What no view answers for, such as a session that cannot be read: an outage is told from a fault of ours."""
    error = sys.exc_info()[1]
    return out_of_reach(request, error) if error and outage(error) else _plain("500.html", 500)


def out_of_reach(request: HttpRequest, error: BaseException) -> HttpResponse:
    """503 where the database is busy, locked or away, with everything that was typed, to be sent again.

    The same values go to the same address, version and nonce among them: what was saved after all is not saved
    twice. Files cannot be kept by a page, and passwords are not.
    """
    log.error("Out of reach, %s %s: %s", request.method, request.path, type(error).__name__)
    sentence = gettext("The registry cannot save right now. Try again in a minute.")
    if not request.accepts("text/html"):
        answer: HttpResponse = JsonResponse({"words": sentence}, status=503)
    else:
        sent = _sent(request) if request.method == "POST" else None
        context = {
            "writes": request.method == "POST",
            "address": request.get_full_path(),
            "sent": sent,
            # what a person wrote, to see that it is there: not the codes and numbers of the form
            "texts": [value for _, value in sent or () if " " in value.strip()],
        }
        answer = _plain("503.html", 503, context)
    answer["Retry-After"] = str(RETRY_AFTER)
    add_never_cache_headers(answer)
    return answer


def _sent(request: HttpRequest) -> list[tuple[str, str]] | None:
    """Every name and value of a form; None where not all of it may be kept."""
    try:
        if request.FILES or any("password" in name for name in request.POST):
            return None
        return [(name, value) for name, values in request.POST.lists() for value in values]
    except (SuspiciousOperation, OSError):
        return None  # more than is taken, or half of it


def nowhere(request: HttpRequest) -> HttpResponse:
    """404 for an address that is none of ours, while developing: Django would print all addresses there are."""
    return render(request, "404.html", status=404)


def nothing_there(request: HttpRequest, sentence: str, links: Iterable[Link] = ()) -> HttpResponse:
    """404 for an address of ours that names something we do not have, with the nearest that we do have."""
    return render(request, "404.html", {"sentence": sentence, "links": list(links)}, status=404)


def refused(request: HttpRequest, problems: list[str], list_name: str) -> HttpResponse:
    """400 for a list whose parameters cannot be read: it names them, and shows no rows rather than the wrong ones."""
    context = {"problems": problems, "list": list_name}
    return render(request, "followup/refused.html", context, status=400)


def refused_in_text(problems: list[str]) -> HttpResponse:
    """The same for a file: a line a problem."""
    text = "\n".join(problems) + "\n"
    return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")


def withdrawn(request: HttpRequest, letter: Letter) -> HttpResponse:
    """410 for what was public and was taken back with its letter: it says when and why, and where the log says it."""
    entry = Change.objects.filter(letter=letter, kind=Change.Kind.WITHDRAWN).newest_first().first()
    return render(request, "410.html", {"letter": letter, "entry": entry}, status=410)


def undone(request: HttpRequest, entry: Change) -> HttpResponse:
    """410 for what was public until its publication was undone: the same, from the entry of the log."""
    return render(request, "410.html", {"entry": entry, "undone": True}, status=410)


def _plain(template: str, status: int, context: dict[str, Any] | None = None) -> HttpResponse:
    """Without the request no context processor runs: the page comes also when the database does not."""
    return HttpResponse(render_to_string(template, context), status=status)
