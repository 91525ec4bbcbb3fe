"""The data as a whole: dated snapshots, what changed between two of them, and every list as a file."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.core.paginator import InvalidPage, Page, Paginator
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import parameters, snapshots
from ..models import Change, Snapshot
from ..parameters import StrictForm
from ..templatetags.registry import day
from . import errors
from .histories import logged, with_records
from .lists import PER_PAGE

FOREVER = "public, max-age=31536000, immutable"
LISTS = {
    "states": gettext_lazy("States"),
    "observations": gettext_lazy("Concluding observations"),
    "recommendations": gettext_lazy("Recommendations"),
    "assessments": gettext_lazy("Assessments"),
    "letters": gettext_lazy("Letters"),
    "deadlines": gettext_lazy("Deadlines"),
    "sessions": gettext_lazy("Sessions"),
    "themes": gettext_lazy("Themes"),
    "changes": gettext_lazy("Changes"),
}


class Dated(parameters.Text):
    """The day of a snapshot that there is."""

    def __init__(self) -> None:
        super().__init__(error_messages={"required": gettext_lazy("is missing: the day of a snapshot.")})

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        found = next((one for one in Snapshot.objects.all() if one.on.isoformat() == text), None)
        if found is None:
            newest = Snapshot.objects.first()
            hint = _("The newest is of %(day)s.") % {"day": newest.on.isoformat()} if newest else ""
            params = {"value": text[:60], "hint": hint}
            raise ValidationError(gettext("there is no snapshot of “%(value)s”."), params=params)
        return found


class Between(StrictForm):
    """Two snapshots, the earlier one first."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields |= {"from": Dated(), "to": Dated()}  # the first is no name that a class can give

    def clean(self) -> None:
        super().clean()
        earlier, later = (self.cleaned_data.get(name) for name in ("from", "to"))
        if earlier and later and later.on < earlier.on:
            self.add_error("to", gettext("lies before “from”."))


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All snapshots, newest first, and where else the data are."""
    form = StrictForm(request.GET)
    page, problems = _page(form, lambda: Snapshot.objects.all())
    if page is None:
        return errors.refused(request, problems, "data")
    newest = list(Snapshot.objects.all()[:2])
    context: dict[str, Any] = {
        "page": page,
        "snapshots": [(one, request.build_absolute_uri(one.get_absolute_url())) for one in page],
        "newest": newest[0] if newest else None,
        "before": newest[1] if newest[1:] else None,
        "oldest": Snapshot.objects.last(),
        "licence": snapshots.exports.LICENCE,
        "described": _inline(_described(request, newest[0] if newest else None)),
        "lists": [(name, label, reverse(f"api_{name}")) for name, label in LISTS.items()],
    }
    if newest:
        context["address"] = request.build_absolute_uri(newest[0].get_absolute_url())
    return render(request, "followup/data.html", context)


@require_safe
def snapshot(request: HttpRequest, on: date) -> HttpResponseBase:
    """The file of a day. Its bytes never change, so nobody needs to ask for them twice."""
    found = Snapshot.objects.filter(on=on).first()
    if found is None:
        return errors.nothing_there(
            request, _("There is no snapshot of this day."), [(reverse("data"), _("All snapshots"))]
        )
    etag = quote_etag(found.sha256)
    response: HttpResponseBase | None = get_conditional_response(request, etag)
    if response is None:
        name = f"{snapshots.NAME}-{on.isoformat()}.zip"
        response = FileResponse(snapshots.path(found).open("rb"), as_attachment=True, filename=name)
    if response.status_code in {200, 304}:
        response["ETag"], response["Cache-Control"] = etag, FOREVER
    return response


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """The entries of the public log that the later of two snapshots holds and the earlier does not."""
    form = Between(request.GET)
    page, problems = _page(form, lambda: _pair(form)[1].since(_pair(form)[0]))
    if page is None:
        return errors.refused(request, problems, "data")
    earlier, later = _pair(form)
    count = page.paginator.count
    words = ngettext(
        "%(n)d change from %(earlier)s to %(later)s", "%(n)d changes from %(earlier)s to %(later)s", count
    )
    context = {
        "earlier": earlier,
        "later": later,
        "page": page,
        "sentence": words % {"n": count, "earlier": day(earlier.on), "later": day(later.on)},
        "query": urlencode({"from": earlier.on.isoformat(), "to": later.on.isoformat()}),
        "entries": logged(with_records(Change.objects.filter(pk__in=list(page)).newest_first())),
    }
    return render(request, "followup/data_changes.html", context)


@require_safe
def dataset(request: HttpRequest) -> HttpResponse:
    """The data as search engines for data sets read of them (schema.org, JSON-LD)."""
    told = _described(request, Snapshot.objects.first())
    return JsonResponse(told, content_type="application/ld+json", json_dumps_params={"ensure_ascii": False})


def _inline(value: dict[str, Any]) -> SafeString:
    """JSON for a data block of a page: without the characters that could end the block, or begin anything in it."""
    return mark_safe(json.dumps(value, ensure_ascii=False).translate(_ESCAPES))  # noqa: S308  escaped on this line


_ESCAPES = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def _described(request: HttpRequest, newest: Snapshot | None) -> dict[str, Any]:
    """The data set as schema.org has it."""

    def address(path: str) -> str:
        return request.build_absolute_uri(path)

    files: list[tuple[str, str, dict[str, str]]] = [
        (reverse("download", args=[name, "csv"]), "text/csv", {}) for name in LISTS
    ]
    if newest:
        about = {"contentSize": f"{newest.size} B", "sha256": newest.sha256}
        files.insert(0, (newest.get_absolute_url(), "application/zip", about))
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": snapshots.TITLE,
        "description": f"{snapshots.ABOUT} {snapshots.exports.CAVEAT}",
        "url": address(reverse("data")),
        "isAccessibleForFree": True,
        "license": "https://opensource.org/license/bsd-3-clause",
        "creator": {"@type": "Organization", "name": snapshots.TITLE, "url": address(reverse("home"))},
        "keywords": ["migrant workers", "human rights", "treaty bodies", "follow-up"],
        "distribution": [
            {"@type": "DataDownload", "contentUrl": address(path), "encodingFormat": kind, **about}
            for path, kind, about in files
        ],
        **({"version": newest.on.isoformat(), "dateModified": newest.on.isoformat()} if newest else {}),
    }


def _pair(form: StrictForm) -> tuple[Snapshot, Snapshot]:
    return form.cleaned_data["from"], form.cleaned_data["to"]


def _page(form: StrictForm, rows: Callable[[], Any]) -> tuple[Page[Any] | None, list[str]]:
    """One page of the rows; none, and what is wrong, where the form or the number of the page cannot be read."""
    if not form.is_valid():
        return None, form.problems
    paginator = Paginator(rows(), PER_PAGE)
    try:
        return paginator.page(form.cleaned_data["page"] or 1), []
    except InvalidPage:
        return None, [_("page: the last one is %(number)d.") % {"number": paginator.num_pages}]
