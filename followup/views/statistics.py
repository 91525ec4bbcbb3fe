"""Statistics: grades by year, region and theme, whether reports come, and the two clocks, as charts with tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.paginator import InvalidPage
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.formats import localize
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from .. import statistics
from ..filters import AssessmentFilter, ListFilter, RecommendationFilter
from ..models import GRADES, NOT_ASSESSED, NOT_STATED, ConcludingObservations
from ..models.observations import ConcludingObservationsQuerySet
from ..parameters import NO_THEME, regions, states, themes
from ..statistics import Assessed, Grades, Mix
from . import errors
from .choices import narrowed, percent
from .replies import groups, page_of
from .reply_form import ReplyForm

# What a bar is made of, and what only the table beside it counts.
PARTS = [code for code, _label in (*GRADES, NOT_STATED)]
FACETS = (
    "state",
    "region",
    "year",
    "theme",
    "sample",
)  # what the page offers to choose by; the list has more
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
    """Grades by one thing: of recommendations, or of assessments, which no column "not yet assessed" belongs to.

    A chart that is not `drawn` is a table alone. `rows` is the list that its numbers open.
    """

    name: str
    title: Any
    first: Any  # what stands over the labels of the bars
    bars: list[Bar]
    of: Assessed
    note: Any = ""
    rows: str = "recommendations"
    drawn: bool = True

    @property
    def with_not_assessed(self) -> bool:
        return self.rows == "recommendations"

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
    grades = statistics.grades(found.qs, "region_code", "observations__state")
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


def _rounds(found: RecommendationFilter) -> AssessmentFilter | None:
    """The same filter asked of assessments; None where it asks for recommendations that have none."""
    asked = QueryDict(mutable=True)
    for chip in found.chips:
        if (chip.name, chip.value) != ("grade", NOT_ASSESSED[0]):
            asked.appendlist(chip.name, chip.value)
    return None if found.values["grade"] and "grade" not in asked else AssessmentFilter(asked)


def _by_year(found: RecommendationFilter) -> Iterable[Chart]:
    """Every assessment in the year of its own letter, also where a later letter assessed the recommendation again."""
    rounds = _rounds(found)
    if rounds is None:
        return
    grades = statistics.grades(rounds.qs, "year_of_letter", part="grade_or_none")
    by_year = grades.by["year_of_letter"]
    known = sorted(map(int, by_year.counts))
    years = {str(year): str(year) for year in range(known[0], known[-1] + 1)} if known else {}
    yield Chart(
        "year",
        gettext_lazy("Grades by year of the letter: every assessment"),
        gettext_lazy("Year"),
        _bars(rounds, "year", by_year, years),
        grades.of,
        note=gettext_lazy(
            "Each assessment counts in the year of its own letter, also where a later letter assessed the "
            "recommendation again; the tables below count only the newest of each."
        ),
        rows="assessments",
    )


def _charts(found: RecommendationFilter, grades: Grades) -> Iterable[Chart]:
    yield from _by_year(found)
    names = {code: entry.words for code, entry in regions().items()}
    yield Chart(
        "region",
        gettext_lazy("Grades by region"),
        gettext_lazy("Region"),
        _bars(found, "region", grades.by["region_code"], names),
        grades.of,
        note=gettext_lazy("Regions stand in the order of the United Nations’ groups."),
    )
    by_theme = statistics.mix_by_theme(found.qs, found.values["theme"])
    without = by_theme.total(NO_THEME[0])
    none = ngettext("%(n)d has no theme recorded yet.", "%(n)d have no theme recorded yet.", without)
    none = none % {"n": without}
    named = {slug: entry.words for slug, entry in themes().items()}
    yield Chart(
        "theme",
        gettext_lazy("Grades by theme"),
        gettext_lazy("Theme"),
        _bars(found, "theme", by_theme, named),
        grades.of,
        note=_("A recommendation with several themes counts for each of them.") + " " + none,
    )
    by_state = grades.by["observations__state"]
    yield Chart(
        "state",
        gettext_lazy("Grades by State"),
        gettext_lazy("State"),
        _bars(found, "state", by_state, {code: known.words for code, known in states().items()}),
        grades.of,
        note=gettext_lazy(
            "In alphabetical order: the Committee selected different recommendations in each State, so these "
            "numbers do not say which State did more."
        ),
        drawn=False,
    )


def _bars(found: ListFilter, name: str, mix: Mix, labels: Mapping[str, str]) -> list[Bar]:
    """A bar for each value that has rows, in the order of the labels; a year without rows between others too."""
    values = [value for value in labels if value in mix.counts or name == "year"]
    return [_bar(found, name, mix, value, labels[value]) for value in values]


def _bar(found: ListFilter, name: str, mix: Mix, value: str, label: str) -> Bar:
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
