"""Error pages: what happened, then what to do. None of them needs the database, but for the nearest names."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from ..models import Change, Letter

Link = tuple[str, str]  # address, words


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _plain("400.html", 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _plain("403.html", 403)


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return _plain("404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    return _plain("500.html", 500)


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


def _plain(template: str, status: int) -> HttpResponse:
    """Without the request no context processor runs: the page comes also when the database does not."""
    return HttpResponse(render_to_string(template), status=status)
