"""Error pages: what happened, then what to do. None of them needs the database, but for the nearest names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

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


def withdrawn(request: HttpRequest, **context: Any) -> HttpResponse:
    """410 for what was public and was taken back: it says when and why."""
    return render(request, "410.html", context, status=410)


def _plain(template: str, status: int) -> HttpResponse:
    """Without the request no context processor runs: the page comes also when the database does not."""
    return HttpResponse(render_to_string(template), status=status)
