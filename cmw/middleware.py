"""What holds for every request, whatever the view: size of the body, privacy of staff pages, outages."""

from collections.abc import Callable
from importlib import import_module
from typing import ClassVar

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.urls import reverse
from django.utils.cache import patch_cache_control

from followup.models import outage
from followup.views import errors

GetResponse = Callable[[HttpRequest], HttpResponse]


class ReadableFromAnywhere:
    """Lets a script of any site read the API. It has no cookies and nothing to write, so nothing is at stake."""

    HEADERS: ClassVar[dict[str, str]] = {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Expose-Headers": "ETag, Retry-After",
    }
    PREFLIGHT: ClassVar[dict[str, str]] = {
        "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
        "Access-Control-Allow-Headers": "Accept, If-None-Match",
        "Access-Control-Max-Age": "86400",
        "Allow": "GET, HEAD, OPTIONS",
    }

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/api/") or request.method not in {"GET", "HEAD", "OPTIONS"}:
            return self.get_response(request)
        if request.method == "OPTIONS":
            response = HttpResponse(status=204, headers=self.PREFLIGHT)
        else:
            response = self.get_response(request)
        for name, value in self.HEADERS.items():
            response[name] = value
        return response


class BodyLimit:
    """Answers 413 before a byte of a body that is too large, or of unknown length, is read.

    It stands first: the CSRF check would otherwise spool the whole body of an anonymous request
    to disk before it refuses it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = -1
        chunked = "HTTP_TRANSFER_ENCODING" in request.META
        limit = self._limit(request)
        if chunked or not 0 <= length <= limit:
            message = (
                f"This request carries more than {limit // 1024:,} KB, or does not say how much. "
                "A letter file may have up to 20 MB; letters are usually below 2 MB."
            )
            response = HttpResponse(message, status=413, content_type="text/plain; charset=utf-8")
            response["Connection"] = "close"
            return response
        return self.get_response(request)

    def _limit(self, request: HttpRequest) -> int:
        path = request.path
        if path == reverse("admin:followup_letter_upload"):
            return int(settings.UPLOAD_BODY_LIMIT)
        if path == reverse("admin:followup_letter_upload_many") and _logged_in(request):
            return int(settings.UPLOAD_MANY_BODY_LIMIT)
        if path.startswith(reverse("admin:index")):
            return int(settings.STAFF_BODY_LIMIT)
        return int(settings.PUBLIC_BODY_LIMIT)


def _logged_in(request: HttpRequest) -> bool:
    """Whether the request carries the session of a user, told before the middleware that loads it."""
    engine = import_module(settings.SESSION_ENGINE)
    return SESSION_KEY in engine.SessionStore(request.COOKIES.get(settings.SESSION_COOKIE_NAME))


class Outages:
    """Answers 503 where the database is busy or away, with the form as it was typed; whatever the view.

    One place for all: no view catches such an error, and its transaction is rolled back on the way here. What
    fails outside a view is answered alike by `handler500`.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        return errors.out_of_reach(request, error) if outage(error) else None


class PrivateWhenLoggedIn:
    """Keeps what somebody with a session saw out of every cache."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # the cookie, not request.user: public pages then neither load a session nor vary by cookie
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_cache_control(response, private=True, no_store=True)
        return response


class StaffMethods:
    """Answers 405 where a staff page is asked in a way it has no use for, before the page runs.

    Django's and simple_history's pages take any method. The page of an earlier state would even save that
    state when it is sent, past the services: an earlier state is restored by a correction, with a reason.
    """

    SHOWN_ONLY = frozenset({"index", "app_list", "autocomplete", "jsi18n", "view_on_site"})

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *view: object) -> HttpResponse | None:
        match = request.resolver_match
        if match is None or "admin" not in match.app_names:
            return None
        name = match.url_name or ""
        shown_only = name in self.SHOWN_ONLY or name.endswith("_history")
        allowed = ["GET", "HEAD"] if shown_only else ["GET", "HEAD", "POST"]
        return None if request.method in allowed else HttpResponseNotAllowed(allowed)
