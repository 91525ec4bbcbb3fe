"""Deadlines: boards of what is due, overdue and with the Committee, and the same as a calendar."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from ..calendars import Event, calendar
from ..deadlines import NEVER, Deadline, Writings, deadlines, writings
from ..filters import CalendarFilter, DeadlineFilter
from ..models import ConcludingObservations, PartialDate
from ..procedure import Turn, When
from . import errors
from .choices import narrowed

# Each board with what it says when it is empty; "" leaves an empty one out.
BOARDS = [
    (When.LONG_OVERDUE, gettext_lazy("Overdue by more than 12 months"), ""),
    (When.OVERDUE, gettext_lazy("Overdue, up to 12 months"), ""),
    (
        When.SOON,
        gettext_lazy("Due in the next 90 days"),
        gettext_lazy("Nothing falls due in the next 90 days."),
    ),
    (
        When.WITH_COMMITTEE,
        gettext_lazy("Report in, awaiting assessment"),
        gettext_lazy("No report waits for its assessment."),
    ),
    (When.LATER, gettext_lazy("Due later"), ""),
]


class Board(NamedTuple):
    """One table of the page. `empty` is the sentence that stands in its place where it has no rows."""

    when: str
    title: str
    rows: list[Deadline]
    empty: str

    @property
    def waiting(self) -> bool:
        """Whether the clock of the Committee runs, and not the State's."""
        return self.when == When.WITH_COMMITTEE

    @property
    def late(self) -> bool:
        return self.when in (When.OVERDUE, When.LONG_OVERDUE)

    @property
    def folded(self) -> bool:
        """Whether its rows need a click: nobody has to act on them now."""
        return self.when == When.LATER


class Part(NamedTuple):
    """A number in words, and the query string of its rows."""

    words: str
    query: str


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The boards. What cannot be read is named, and then there are no rows at all."""
    found = DeadlineFilter(request.GET)
    if found.problems:
        return errors.refused(request, found.problems, "deadlines")
    rows = deadlines(found.qs, found.on)
    context = {
        "found": found,
        "boards": _boards(rows, {When(value) for value in found.values["when"]}),
        "summary": _summary(found, rows),
        # the numbers of the first sentence say themselves what part of time they are
        "narrowing": found.in_words(without=("when", "status")),
        "overdue": any(row.standing.fits(When.OVERDUE, found.on) for row in rows),
        "undated": _undated(found),
    }
    return render(request, "followup/deadlines.html", context)


@require_safe
def ics(request: HttpRequest) -> HttpResponse:
    """The due dates of the same filter as a calendar; a date that a report or a letter answered is cancelled."""
    found = CalendarFilter(request.GET)
    if found.problems:
        return errors.refused_in_text(found.problems)
    rows = deadlines(found.qs, found.on)
    written = writings(rows)
    events = [
        _event(request, row, row.due, written.get(row.observations.pk, NEVER)) for row in rows if row.due
    ]
    name = ", ".join(
        filter(None, [_("Follow-up reports due to the Committee on Migrant Workers"), found.in_words()])
    )
    body = "".join(calendar(name, events)).encode()
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    etag = response["ETag"] = quote_etag(hashlib.sha256(body).hexdigest()[:32])
    response["Content-Disposition"] = 'inline; filename="cmw-deadlines.ics"'
    answer = get_conditional_response(request, etag, None, response)
    return answer if isinstance(answer, HttpResponse) else response


def _summary(found: DeadlineFilter, rows: list[Deadline]) -> list[Part]:
    """What the first sentence counts, each part with the list of exactly its rows."""

    def count(when: When) -> int:
        return sum(row.standing.fits(when, found.on) for row in rows)

    overdue, soon, waiting = count(When.OVERDUE), count(When.SOON), count(When.WITH_COMMITTEE)
    late = ngettext("%(n)d follow-up report is overdue", "%(n)d follow-up reports are overdue", overdue)
    next_ones = ngettext("%(n)d falls due in the next 90 days", "%(n)d fall due in the next 90 days", soon)
    sent = ngettext("%(n)d awaits assessment", "%(n)d await assessment", waiting)
    parts = [
        (When.OVERDUE, overdue, late),
        (When.SOON, soon, next_ones),
        (When.WITH_COMMITTEE, waiting, sent),
    ]
    return [Part(words % {"n": n}, narrowed(found, when=when.value)) for when, n, words in parts if n]


def _boards(rows: list[Deadline], chosen: set[When]) -> list[Board]:
    """The boards with rows; where nothing is chosen also the empty ones that have something to say."""
    boards = [
        Board(
            when.value, str(title), [row for row in rows if row.board is when], "" if chosen else str(empty)
        )
        for when, title, empty in BOARDS
    ]
    return [board for board in boards if board.rows or board.empty]


def _undated(found: DeadlineFilter) -> list[ConcludingObservations]:
    """Observations without a known due date: on no board, so the page names them. None of them where somebody filters."""
    if found.chips:
        return []
    rows = deadlines(ConcludingObservations.objects.public().filter(due__isnull=True), found.on)
    return [row.observations for row in rows if row.standing.turn is Turn.NO_DEADLINE]


def _event(request: HttpRequest, row: Deadline, due: PartialDate, written: Writings) -> Event:
    observations = row.observations
    name = observations.state.name + (f" ({_('sample')})" if observations.state.sample else "")
    summary = _("Follow-up report of %(state)s due") % {"state": name}
    basis = (
        _("The due date is computed: no letter prints it.")
        if row.computed
        else _("The letter prints the due date.")
    )
    about = [f"{observations.symbol}. {basis} {row.next_step}"]
    if due.precision != "day":
        summary += " (" + _("approximate: %(date)s") % {"date": due.words()} + ")"
    return Event(
        uid=f"due-{observations.state_id}-{observations.slug}@{settings.FEED_DOMAIN}",
        on=due.last_day,
        summary=summary,
        description="\n".join(about),
        url=request.build_absolute_uri(observations.get_absolute_url()),
        sequence=max(written.times - 1, 0),
        changed=written.last,
        cancelled=row.standing.turn not in (Turn.DUE, Turn.OVERDUE),
    )
