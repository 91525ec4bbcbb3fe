"""The public log: every publication, correction, withdrawal and undoing, with old and new value and the reason."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ..feeds import Entry, Feed
from ..filters import ChangeFilter
from ..models import Change
from . import errors
from .histories import Logged, logged, with_records
from .lists import list_page

IN_FEED = 50


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The log, newest first."""
    found = ChangeFilter(request.GET)
    return list_page(request, found, with_records(found.qs), lambda page: {"entries": logged(page)})


@require_safe
def detail(request: HttpRequest, number: int) -> HttpResponse:
    """One entry, at an address that stays."""
    change = with_records(Change.objects.filter(pk=number)).first()
    if change is None:
        links = [(reverse("changes"), _("All changes"))]
        return errors.nothing_there(request, _("No entry of the log has this number."), links)
    return render(request, "followup/change.html", {"entry": logged([change])[0]})


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The newest entries of the same list for feed readers."""
    found = ChangeFilter(request.GET)
    if found.problems:
        return errors.refused_in_text(found.problems)
    query = found.query(sort=found.usual)
    suffix = f"?{query}" if query else ""
    in_words = found.in_words()
    entries = logged(with_records(found.qs).order_by("-pk")[:IN_FEED])
    return Feed(
        name="changes",
        title=_("Changes in the CMW follow-up registry") + (f", {in_words}" if in_words else ""),
        query=query,
        page=request.build_absolute_uri(reverse("changes") + suffix),
        address=request.build_absolute_uri(reverse("changes_feed") + suffix),
        entries=[_entry(request, one) for one in entries],
        language=get_language() or "en",
    ).answer(request)


def _entry(request: HttpRequest, one: Logged) -> Entry:
    change = one.change
    sample = f" ({_('sample')})" if change.state.sample else ""
    paragraphs = [line.sentence for line in one.lines]
    if change.reason and change.kind != Change.Kind.PUBLISHED:
        paragraphs.append(_("Reason: %(reason)s") % {"reason": change.reason})
    return Entry(
        id=f"change/{change.pk}",
        title=f"{change.get_kind_display()}: {one.what}{sample}",
        link=request.build_absolute_uri(reverse("change", args=[change.pk])),
        published=change.at,
        updated=change.at,
        paragraphs=[*paragraphs, one.who],
        category=change.state_id,
    )
