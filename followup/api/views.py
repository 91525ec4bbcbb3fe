"""The answers: a page of a list, one record, or what is wrong."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.http import conditional_page
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import SimpleRateThrottle
from rest_framework.views import APIView

from .. import exports, parameters
from ..models import Letter
from ..parameters import Problem, unknown_parameters
from .errors import Missing, Refused
from .paging import CursorForm, page
from .resources import Resource


class Throttle(SimpleRateThrottle):
    """So many requests from one address, as the setting API_RATE says."""

    scope = "api"

    def get_rate(self) -> str:
        return str(settings.API_RATE)

    def get_cache_key(self, request: Request, view: APIView) -> str:
        return str(self.cache_format % {"scope": self.scope, "ident": self.get_ident(request)})


@method_decorator(conditional_page, name="dispatch")
class Reading(APIView):
    """What all answers share: nobody logs in, nothing is written, an answer is asked for again before it is used."""

    resource: ClassVar[Resource]
    http_method_names: ClassVar[list[str]] = ["get", "head"]
    throttle_classes: ClassVar[list[type]] = [Throttle]

    def finalize_response(self, request: Request, response: Any, *args: Any, **kwargs: Any) -> Any:
        response = super().finalize_response(request, response, *args, **kwargs)
        response["Cache-Control"] = "no-cache"
        return response

    def context(self, **values: Any) -> exports.Context:
        site = self.request.build_absolute_uri("/").rstrip("/")
        return exports.Context(**{"site": site, "on": timezone.localdate(), **values})


class ListView(Reading):
    """A page of a list: the same rows as the page for people."""

    def get(self, request: Request) -> Response:
        found = self.resource.filter(request.query_params, form=CursorForm)
        if found.refusals:
            raise Refused(found.refusals)
        part = page(found)
        context = self.context(on=found.on)
        return Response(
            {
                "count": found.totals.rows,
                "next": self._next(part.cursor),
                "as_of": found.on.isoformat(),
                "selection": found.in_words(),
                "caveat": str(exports.CAVEAT),
                "results": self.resource.records(part.keys, context),
            }
        )

    def _next(self, cursor: str) -> str | None:
        if not cursor:
            return None
        asked = [
            (name, value)
            for name, values in self.request.query_params.lists()
            for value in values
            if name != "cursor"
        ]
        return str(self.request.build_absolute_uri(f"?{urlencode([*asked, ('cursor', cursor)])}"))


class DetailView(Reading):
    """One record."""

    def get(self, request: Request, **parts: Any) -> Response:
        problems = unknown_parameters(request.query_params, [])
        if problems:
            raise Refused([Problem(one.parameter, one.detail, _("One record has none.")) for one in problems])
        of = self.resource
        rows = of.filter(QueryDict("")).every()
        asked = dict(zip(of.lookup, parts.values(), strict=True))
        key = rows.filter(**asked).values_list("pk", flat=True).first()
        context = self.context()
        record = of.record(key, context) if key is not None else None
        if record is None:
            raise self._missing([str(part) for part in parts.values()])
        return Response({**record, "as_of": context.on.isoformat()})

    def _missing(self, parts: list[str]) -> Missing:
        if self.resource.of_letter:
            asked = dict(zip(self.resource.of_letter, parts, strict=True))
            withdrawn = Letter.objects.filter(status=Letter.Status.WITHDRAWN, **asked).first()
            if withdrawn and withdrawn.withdrawn_at:
                day = withdrawn.withdrawn_at.date().isoformat()
                detail = _("This letter was withdrawn on %(day)s.") % {"day": day}
                return Missing(detail, withdrawn.withdrawn_reason, 410)
        known = self.resource.known() if self.resource.known else {}
        close = [f"{code} ({known[code].words})" for code in parameters.nearest(parts[0], known)]
        hint = _("Did you mean %(names)s?") % {"names": _(" or ").join(close)} if close else ""
        return Missing(_("There is nothing at this address."), hint)


class NothingHere(Reading):
    """Any other address below /api/."""

    schema = None

    def get(self, request: Request, **parts: Any) -> Response:
        raise Missing(_("There is nothing at this address."))
