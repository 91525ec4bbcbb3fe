"""Any list as an Atom feed: the rows of the same filter that became public or changed last.

An entry says what the record says now, and is dated by the record's history; what changed in a value and why is
in the feed of the public log (see changes.feed).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any, NamedTuple

from django.db.models import F, Max, Min, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from .. import exports
from ..feeds import SINCE, Entry, Feed
from ..filters import LISTS
from ..models import Assessment
from ..models.assessment import GRADES, NOT_STATED
from ..parameters import turns
from . import errors
from .changes import IN_FEED
from .data import LISTS as NAMES
from .downloads import context

Record = dict[str, Any]
Times = tuple[datetime, datetime]
_PUBLISHED = "letter__published_at"
_UNKNOWN = datetime(SINCE, 1, 1, tzinfo=UTC)


class Told(NamedTuple):
    """How the rows of one list become entries: which come first, their titles and what they say."""

    key: Callable[[Any], Any]  # of the record that a row is about
    newest: Callable[[QuerySet[Any]], QuerySet[Any]]
    title: str  # by columns of the list's files
    says: Callable[[Record], Iterable[str | None]] = lambda record: ()


def _by(column: str, *more: str) -> Callable[[QuerySet[Any]], QuerySet[Any]]:
    return lambda rows: rows.order_by(F(column).desc(nulls_last=True), *more)


def _graded(record: Record) -> list[str]:
    labels = dict([*GRADES, NOT_STATED])
    return [
        f"{one}: {labels[code]}" for one, code in zip(record["paragraphs"], record["grades"], strict=True)
    ]


def _status(record: Record) -> list[str]:
    return [turns()[record["status"]].words, ", ".join(record["paragraphs"])]


TOLD = {
    "states": Told(
        attrgetter("state.pk"),
        lambda rows: _by("last", "pk")(rows.annotate(last=Max("changes__at"))),
        "{state_name}",
    ),
    "observations": Told(attrgetter("observations.pk"), _by("pk"), "{state_name}, {symbol}", _status),
    "recommendations": Told(
        attrgetter("recommendation.pk"),
        _by(f"newest__assessment__{_PUBLISHED}", "-pk"),
        "{state_name} {paragraph} ({observations}): {grade_label}",
        lambda record: (record["wording"], record["passage"]),
    ),
    "assessments": Told(
        attrgetter("assessment.pk"),
        _by(_PUBLISHED, "-pk"),
        "{state_name} {paragraph} ({observations}), {letter}: {grade_label}",
        lambda record: (record["passage"],),
    ),
    "letters": Told(
        attrgetter("letter.pk"), _by("published_at", "-pk"), "{state_name}, {date} ({id})", _graded
    ),
    "deadlines": Told(
        attrgetter("observations.pk"), _by("due", "-pk"), "{state_name}, {symbol}: {report_due}", _status
    ),
    "sessions": Told(attrgetter("record.pk"), _by("number"), "{id}: {start} – {end}"),
    "themes": Told(
        attrgetter("record.pk"),
        _by("position"),
        "{id}",
        lambda record: (record["name_en"], record["name_fr"], record["name_es"]),
    ),
}


@require_safe
def feed(request: HttpRequest, name: str) -> HttpResponse:
    """The feed of a list; 400 with the name of what could not be read."""
    found = LISTS[name](request.GET)
    if found.problems:
        return errors.refused_in_text(found.problems)
    table, told = exports.TABLES[name], TOLD[name]
    keys = list(told.newest(found.qs).values_list("pk", flat=True)[:IN_FEED])
    rows = list(table.fetch(keys, context(request, found)))
    times = _times(found.queryset.model, keys)
    said = _times(Assessment, [row.assessment.pk for row in rows if getattr(row, "assessment", None)])
    query = found.query(sort=found.usual)
    suffix = f"?{query}" if query else ""
    title = _("%(list)s in the CMW follow-up registry") % {"list": NAMES[name]}
    entries = [_entry(name, row, table.record(row), times, said) for row in rows]
    return Feed(
        name=name,
        title=", ".join(filter(None, [title, found.in_words()])),
        query=query,
        page=request.build_absolute_uri(_page(name, suffix)),
        address=request.build_absolute_uri(reverse("feed", args=[name]) + suffix),
        entries=sorted(entries, key=lambda entry: entry.updated, reverse=True),
        language=get_language() or "en",
    ).answer(request)


def _entry(name: str, row: Any, record: Record, times: dict[Any, Times], said: dict[Any, Times]) -> Entry:
    values = {column: exports.cell(value) for column, value in record.items() if column != "provenance"}
    sample = f" ({_('sample')})" if record.get("sample") else ""
    first, last = times.get(TOLD[name].key(row), (_UNKNOWN, _UNKNOWN))
    later = _later(row, said)
    if name in {"letters", "assessments"}:
        first = row.letter.published_at  # before that they were a draft
    return Entry(
        id=f"{name}/{record['id']}",
        title=TOLD[name].title.format(**values) + sample,
        link=record["permalink"],
        published=first,
        updated=max(first, last, *later),
        paragraphs=[text for text in TOLD[name].says(record) if text],
        category=record.get("state") or "",
    )


def _page(name: str, suffix: str) -> str:
    """The list for people; some lists have no page of their own."""
    return (
        reverse(name) + suffix
        if name in {"states", "recommendations", "letters", "deadlines"}
        else reverse("data")
    )


def _times(model: Any, keys: list[Any]) -> dict[Any, Times]:
    """When each record was first and last written, by its history."""
    own = model._meta.pk.name
    rows = model.history.filter(**{f"{own}__in": keys}).order_by().values_list(own)
    return {
        key: (first, last) for key, first, last in rows.annotate(Min("history_date"), Max("history_date"))
    }


def _later(row: Any, said: dict[Any, Times]) -> list[datetime]:
    """When what a row shows besides was written: its assessment and its letter."""
    assessment, letter = getattr(row, "assessment", None), getattr(row, "letter", None)
    written = [said[assessment.pk][1]] if assessment and assessment.pk in said else []
    return [*written, *([letter.published_at] if letter and letter.published_at else [])]
