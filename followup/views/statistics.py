"""Statistics: grades by year, region and theme, whether reports come, and the two clocks, as charts with tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.paginator import InvalidPage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from .. import statistics
from ..filters import RecommendationFilter
from ..models import GRADES, NOT_ASSESSED, NOT_STATED, ConcludingObservations
from ..models.observations import ConcludingObservationsQuerySet
from ..parameters import regions, themes
from ..statistics import Grades, Mix
from . import errors
from .choices import narrowed, percent
from .replies import groups, page_of
from .reply_form import ReplyForm

# What a bar is made of, and what only the table beside it counts.
PARTS = [code for code, _label in (*GRADES, NOT_STATED)]
FACETS = ("state", "region", "year", "theme")  # what the page offers to choose by; the list has more
LABELS = dict((*GRADES, NOT_STATED, NOT_ASSESSED))
NARROWEST = 4.5  # per cent of the width: a part that is narrower has no room for its number


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


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The figures of a filter of the recommendations. What cannot be read is named, and then there are none."""
    found = RecommendationFilter(request.GET, form=ReplyForm)
    if found.problems:
        return errors.refused(request, found.problems, "statistics")
    replies = statistics.replies(_observations(found), found.on)
    grades = statistics.grades(found.qs, "latest_year", "region_code")
    try:
        page = page_of(replies, found.values)
    except InvalidPage:
        return errors.refused(request, [_("page: there is no such page.")], "statistics")
    context = {
        "found": found,
        "facets": found.facets_of(FACETS),
        "of": grades.of,
        "minimum": statistics.MINIMUM,
        "charts": [chart for chart in _charts(found, grades) if chart.bars],
        "replies": replies,
        "groups": groups(found, replies, page),
        "page": page,
        "reply_query": narrowed(found, reply=found.values["reply"]),
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


def _charts(found: RecommendationFilter, grades: Grades) -> Iterable[Chart]:
    by_year = grades.by["latest_year"]
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
        _bars(found, "region", grades.by["region_code"], names),
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


def _number(months: float | None) -> str:
    """A median as the reader's language writes it: 9, 9.5."""
    if months is None:
        return "–"
    return str(localize(int(months) if months == int(months) else months))
