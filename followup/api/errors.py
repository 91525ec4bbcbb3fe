"""Every answer that is none, as JSON: what is wrong, and what to do."""

from __future__ import annotations

import logging
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from rest_framework import exceptions, status
from rest_framework.response import Response

from ..models import RETRY_AFTER, outage
from ..parameters import Problem, explained

log = logging.getLogger("django.request")


class Refused(exceptions.APIException):
    """Parameters that cannot be read: 400, each named."""

    status_code = status.HTTP_400_BAD_REQUEST

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


class Missing(exceptions.APIException):
    """Nothing has this address: 404 with the nearest that has one, or 410 where something was withdrawn."""

    def __init__(self, detail: str, hint: str = "", code: int = status.HTTP_404_NOT_FOUND) -> None:
        super().__init__(detail)
        self.hint = hint
        self.status_code = code


HINTS = {
    404: "The addresses are listed at /api/v1/.",
    405: "The API is read-only: GET, HEAD and OPTIONS.",
    406: "The API gives application/json only.",
    503: "The header Retry-After says in how many seconds. The files at /data/ hold all rows.",
    500: "The error was recorded. Try again later, or take the files at /data/.",
}


def explain(error: Exception, context: dict[str, Any]) -> Response:
    """The answer to any error: {detail, hint}, and what the protocol asks for beside it."""
    if isinstance(error, Refused):
        return Response(explained(error.problems), status=error.status_code)
    if isinstance(error, Http404):
        error = Missing(_("There is nothing at this address."))
    elif isinstance(error, PermissionDenied):
        error = exceptions.PermissionDenied()
    if outage(error):
        log.error("Out of reach: %s %s", context["request"].path, type(error).__name__)
        answer = _answer(503, _("The registry cannot answer right now. Try again in a minute."))
        answer["Retry-After"] = str(RETRY_AFTER)
        return answer
    if not isinstance(error, exceptions.APIException):
        log.error("Error in the API: %s", context["request"].path, exc_info=error)
        return _answer(500, _("Something went wrong here."))
    answer = _answer(error.status_code, str(error.detail), getattr(error, "hint", ""))
    wait = getattr(error, "wait", None)
    if isinstance(error, exceptions.Throttled) and wait is not None:
        seconds = max(int(wait + 0.999), 1)
        answer.data["detail"] = _("Too many requests.")
        answer.data["hint"] = _("Wait %(seconds)d seconds. All rows at once are in the files at /data/.") % {
            "seconds": seconds
        }
        answer["Retry-After"] = str(seconds)
    return answer


def _answer(code: int, detail: str, hint: str = "") -> Response:
    return Response({"detail": detail, "hint": hint or HINTS.get(code, "")}, status=code)
