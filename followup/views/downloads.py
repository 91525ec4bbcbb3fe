"""Any list as a file: the same rows as its page, all of them, whatever page of it somebody looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import exports
from ..filters import LISTS, ListFilter
from ..parameters import Problem, explained


class Format(NamedTuple):
    """How a file is written and what a browser is told it is."""

    write: Callable[[exports.Export], Iterator[Any]]
    media_type: str


FORMATS = {
    "csv": Format(exports.csv_lines, "text/csv; charset=utf-8"),
    "json": Format(exports.json_lines, "application/json"),
    "xlsx": Format(exports.xlsx_pieces, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@require_safe
def download(request: HttpRequest, name: str, ending: str) -> HttpResponse | StreamingHttpResponse:
    """A list as a file; 400 with the name of what could not be read."""
    found = LISTS[name](request.GET)
    if found.refusals:
        return refused(found.refusals, ending)
    export = exports.Export.of(exports.TABLES[name], found.qs, context(request, found))
    try:
        pieces = FORMATS[ending].write(export)
    except exports.TooLong:
        sentence = _("These are %(rows)d rows; an Excel sheet holds %(most)d.")
        sentence %= {"rows": len(export.keys), "most": exports.ROWS}
        return refused([Problem("", sentence, _("Take CSV or JSON, or fewer rows."))], ending)
    response = StreamingHttpResponse(
        () if request.method == "HEAD" else pieces, content_type=FORMATS[ending].media_type
    )
    response["Content-Disposition"] = f'attachment; filename="cmw-{name}-{found.on}.{ending}"'
    return response


def context(request: HttpRequest, found: ListFilter) -> exports.Context:
    """What belongs to the whole file."""
    return exports.Context(
        site=request.build_absolute_uri("/").rstrip("/"),
        on=found.on,
        selection=found.in_words(),
        query=found.query(),
        language=get_language() or "en",
    )


def refused(problems: list[Problem], ending: str) -> HttpResponse:
    """What could not be read, for whoever wrote the address: as text, or as JSON where JSON was asked for."""
    if ending == "json":
        return JsonResponse(explained(problems), status=400)
    text = "\n".join(map(str, problems)) + "\n"
    return HttpResponse(text, status=400, content_type="text/plain; charset=utf-8")
