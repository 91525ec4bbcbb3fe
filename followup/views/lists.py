"""A list page: the filter, one page of its rows, and the address that says which."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import InvalidPage, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django_htmx.http import push_url

from ..filters import ListFilter
from . import errors

PER_PAGE = 25


def list_page(
    request: HttpRequest,
    found: ListFilter,
    rows: QuerySet[Any],
    more: Callable[[list[Any]], dict[str, Any]] = lambda page: {},
) -> HttpResponse:
    """The page of a list. What cannot be read is named, and then there are no rows at all.

    `rows` are the filter's, with what the template needs of them; `more` gives further context for one page.
    """
    if found.problems:
        return errors.refused(request, found.problems, found.NOUN)
    paginator = Paginator(rows, PER_PAGE)
    paginator.count = found.totals.rows
    try:
        page = paginator.page(found.values["page"] or 1)
    except InvalidPage:
        last = _("page: the last one is %(number)d.") % {"number": paginator.num_pages}
        return errors.refused(request, [last], found.NOUN)
    context = {"found": found, "page": page, "every": found.whole.rows, "noun": found.NOUN}
    response = render(request, f"followup/{found.NOUN}.html", {**context, **more(list(page))})
    if request.htmx:  # type: ignore[attr-defined]  # set by the middleware of django-htmx
        # the address is the only state: what the form asked for, without its empty boxes
        query = found.query()
        push_url(response, request.path + (f"?{query}" if query else ""))
    return response
