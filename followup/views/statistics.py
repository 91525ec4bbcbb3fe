"""Statistics: grades by year, region and theme, whether reports come, and the two clocks, as charts with tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import localize
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from .. import statistics
from ..filters import RecommendationFilter
from ..models import GRADES, NOT_ASSESSED, NOT_STATED, ConcludingObservations
from ..models.observations import ConcludingObservationsQuerySet
from ..parameters import regions, themes
from ..statistics import Answer, Mix, Replies, Reply
from . import errors
from .choices import narrowed

# What a bar is made of, and what only the table beside it counts.
PARTS = [code for code, _label in (*GRADES, NOT_STATED)]
LABELS = dict((*GRADES, NOT_STATED, NOT_ASSESSED))
NARROWEST = 4.5  # per cent of the width: a part that is narrower has no room for its number

REPLIES = {
    Reply.IN_TIME: gettext_lazy("In time"),
    Reply.LATE: gettext_lazy("Up to 6 months late"),
    Reply.LATE_YEAR: gettext_lazy("7 to 12 months late"),
    Reply.LATE_LONG: gettext_lazy("More than 12 months late"),
    Reply.OVERDUE: gettext_lazy("Overdue, not received"),
    Reply.NOT_DUE: gettext_lazy("Not yet due"),
    Reply.UNKNOWN: gettext_lazy("Report or due date not known"),
}


def percent(part: float, whole: float) -> str:
    """For an attribute of an SVG: with a point in every language."""
    return f"{100 * part / whole:.3f}" if whole else "0"


class Part(NamedTuple):
    """One part of a bar: a grade's pattern, its number, and the query string of its rows."""

    code: str
    label: str
    rows: int
    x: str
    width: str
    middle: str
    roomy: bool
    query: str


@dataclass(frozen=True)
class Bar:
    """One row of a chart and of the table beside it."""

    label: str
    parts: list[Part]
    cells: list[tuple[str, str, int, str]]  # code, grade, number, query string
    assessed: int
    total: int
    query: str


@dataclass(frozen=True)
class Chart:
    """Grades by one thing. `with_not_assessed` says whether the table has a column for them."""

    name: str
    title: Any
    first: Any  # what stands over the labels of the bars
    bars: list[Bar]
    with_not_assessed: bool
    note: Any = ""

    @property
    def columns(self) -> list[tuple[str, Any]]:
        codes = [*PARTS, NOT_ASSESSED[0]] if self.with_not_assessed else PARTS
        return [(code, LABELS[code]) for code in codes]


class Group(NamedTuple):
    """The reports of one reply: a bar, and the rows it stands for."""

    reply: str
    label: str
    rows: list[Clock]
    width: str


class Clock(NamedTuple):
    """The months of one report as a bar: with the State in time, with the State late, with the Committee."""

    answer: Answer
    in_time: str
    late: str
    committee: str
    late_from: str
    committee_from: str


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The figures of a filter of the recommendations. What cannot be read is named, and then there are none."""
    found = RecommendationFilter(request.GET)
    if found.problems:
        return errors.refused(request, found.problems, "statistics")
    replies = statistics.replies(_observations(found), found.on)
    context = {
        "found": found,
        "of": statistics.assessed(found.qs),
        "minimum": statistics.MINIMUM,
        "charts": [chart for chart in _charts(found) if chart.bars],
        "replies": replies,
        "groups": _groups(replies),
        "late": len(replies.of(*statistics.CAME_LATE)),
        "medians": [_number(months) for months in (replies.state_months, replies.committee_months)],
        "without_grade": narrowed(found, grade=NOT_STATED[0]),
        "not_assessed": narrowed(found, grade=NOT_ASSESSED[0]),
    }
    return render(request, "followup/statistics.html", context)


def _observations(found: RecommendationFilter) -> ConcludingObservationsQuerySet:
    """The observations that the recommendations of the filter were selected in; without a filter all of them."""
    public = ConcludingObservations.objects.public()
    return public.filter(pk__in=found.qs.order_by().values("observations")) if found.chips else public


def _charts(found: RecommendationFilter) -> Iterable[Chart]:
    by_year = statistics.mix(found.qs, "latest_year")
    known = sorted(map(int, by_year.counts))
    years = {str(year): str(year) for year in range(known[0], known[-1] + 1)} if known else {}
    yield Chart(
        "year",
        gettext_lazy("Grades by year of the letter"),
        gettext_lazy("Year"),
        _bars(found, "year", by_year, years),
        with_not_assessed=False,
    )
    names = {code: entry.words for code, entry in regions().items()}
    yield Chart(
        "region",
        gettext_lazy("Grades by region"),
        gettext_lazy("Region"),
        _bars(found, "region", statistics.mix(found.qs, "region_code"), names),
        with_not_assessed=True,
        note=gettext_lazy("Regions stand in the order of the United Nations’ groups."),
    )
    named = {slug: entry.words for slug, entry in themes().items()}
    yield Chart(
        "theme",
        gettext_lazy("Grades by theme"),
        gettext_lazy("Theme"),
        _bars(found, "theme", statistics.mix_by_theme(found.qs, found.values["theme"]), named),
        with_not_assessed=True,
        note=gettext_lazy(
            "A recommendation with two themes counts for both, so the bars add up to more than all."
        ),
    )


def _bars(found: RecommendationFilter, name: str, mix: Mix, labels: Mapping[str, str]) -> list[Bar]:
    """A bar for each value that has rows, in the order of the labels; a year without rows between others too."""
    values = [value for value in labels if value in mix.counts or name == "year"]
    return [_bar(found, name, mix, value, labels[value]) for value in values]


def _bar(found: RecommendationFilter, name: str, mix: Mix, value: str, label: str) -> Bar:
    counts = mix.counts.get(value, Counter())
    parts, start = [], 0
    for code in PARTS:
        if count := counts[code]:
            parts.append(
                Part(
                    code,
                    str(LABELS[code]),
                    count,
                    percent(start, mix.most),
                    percent(count, mix.most),
                    percent(start + count / 2, mix.most),
                    100 * count / mix.most >= NARROWEST,
                    narrowed(found, **{name: value, "grade": code}),
                )
            )
            start += count
    cells = [
        (code, str(LABELS[code]), counts[code], narrowed(found, **{name: value, "grade": code}))
        for code in (PARTS if name == "year" else [*PARTS, NOT_ASSESSED[0]])
    ]
    return Bar(label, parts, cells, mix.assessed(value), mix.total(value), narrowed(found, **{name: value}))


def _groups(replies: Replies) -> list[Group]:
    """The reports by their reply. A bar's rows stand in the table below it."""
    longest = max((_months(answer) for answer in replies.answers), default=0)
    most = max((len(replies.of(reply)) for reply in Reply), default=0)
    return [
        Group(
            reply.value,
            str(words),
            [_clock(answer, longest) for answer in replies.of(reply)],
            percent(len(replies.of(reply)), most),
        )
        for reply, words in REPLIES.items()
    ]


def _clock(answer: Answer, longest: int) -> Clock:
    state, committee = answer.clocks.state, answer.clocks.committee
    in_time = (state.months or 0) - state.late
    return Clock(
        answer,
        percent(in_time, longest),
        percent(state.late, longest),
        percent(committee.months or 0, longest),
        percent(in_time, longest),
        percent(in_time + state.late, longest),
    )


def _number(months: float | None) -> str:
    """A median as the reader's language writes it: 9, 9.5."""
    if months is None:
        return "–"
    return str(localize(int(months) if months == int(months) else months))


def _months(answer: Answer) -> int:
    return (answer.clocks.state.months or 0) + (answer.clocks.committee.months or 0)
