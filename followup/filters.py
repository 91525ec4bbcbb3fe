"""The one reading of a query string: page, count, facets and export ask RecommendationFilter.

A parameter that cannot be read gives an error that names it and no rows, never more rows: a FilterSet
of its own would drop what it does not know. A new filter is one line in RecommendationFilter; where the
page is to show it as a list of choices it also names its column in FACETS.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Substr
from django.http import QueryDict
from django_filters import Filter, FilterSet

from . import parameters
from .letters import fold, parse_reference, parse_symbol
from .models import NOT_ASSESSED, NOT_STATED, Assessment, FollowUpReport, Letter, Recommendation
from .models.observations import RecommendationQuerySet
from .parameters import TERM, Known, Values


class ValuesFilter(Filter):
    field_class = Values

    def __init__(self, column: str, **kwargs: Any) -> None:
        super().__init__(field_name=column, lookup_expr="in", **kwargs)


class TextFilter(Filter):
    field_class = parameters.Text


class WordsFilter(Filter):
    field_class = parameters.Words


# What a list can be sorted by. There is no order by grade: grades do not rank States.
_DATE = F("latest_date")
_PLACE = ("observations__state__name_en", "observations__symbol", "sort_key", "pk")
SORTS = {
    "state": _PLACE,
    "-state": ("-observations__state__name_en", *_PLACE[1:]),
    "date": (_DATE.asc(nulls_last=True), *_PLACE),
    "-date": (_DATE.desc(nulls_last=True), *_PLACE),
}


OPEN = 12  # choices that a facet shows without a click


class ListForm(parameters.StrictForm):
    """What belongs to a list but does not filter it."""

    sort = forms.ChoiceField(
        required=False,
        choices=[(name, name) for name in SORTS],
        error_messages={"invalid_choice": f"“%(value)s” is no order. There are: {', '.join(SORTS)}."},
    )


class Totals(NamedTuple):
    """How many rows, to how many States."""

    rows: int
    states: int


class Choice(NamedTuple):
    """One line of a facet: how many rows there would be with it."""

    value: str
    words: str
    rows: int
    chosen: bool
    sample: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A parameter with the choices it has in this list."""

    name: str
    title: str
    choices: list[Choice]

    @property
    def open(self) -> bool:
        """Whether it stands open: short, or something in it is chosen."""
        return len(self.choices) <= OPEN or any(choice.chosen for choice in self.choices)


class Chip(NamedTuple):
    """One value that is chosen. `query` is the same list without it."""

    name: str
    value: str
    words: str
    query: str
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Relief:
    """A parameter that keeps rows away where nothing matches: without it there would be `count`."""

    words: str
    count: int
    query: str


class RecommendationFilter(FilterSet):
    """Public recommendations by what the newest published letter says of them."""

    state = ValuesFilter("observations__state", label="State", known=parameters.states)
    grade = ValuesFilter("grade_code", label="Grade", known=parameters.grades)
    session = ValuesFilter("latest_session", label="Session", known=parameters.sessions)
    year = ValuesFilter("latest_year", label="Year of the letter", known=parameters.years)
    symbol = TextFilter(label="Symbol or reference", method="by_symbol")
    q = WordsFilter(label="Words", method="by_words")

    FACETS = ("grade", "state", "year", "session")

    class Meta:
        model = Recommendation
        fields: list[str] = []
        form = ListForm

    def __init__(self, data: QueryDict) -> None:
        queryset = Recommendation.objects.public().with_latest()
        super().__init__(
            data,
            queryset.annotate(
                # only latest_id tells "not assessed" from "assessed, grade not stated"
                grade_code=Case(
                    When(latest_id__isnull=True, then=Value(NOT_ASSESSED[0])),
                    When(latest_grade__isnull=True, then=Value(NOT_STATED[0])),
                    default=F("latest_grade"),
                    output_field=CharField(),
                ),
                latest_year=Substr("latest_date", 1, 4),
            ),
        )

    # ---- rows ----

    def filter_queryset(self, queryset: RecommendationQuerySet) -> RecommendationQuerySet:
        if not self.is_valid():
            return queryset.none()
        return self._narrowed().order_by(*SORTS[self.sort])

    def _narrowed(self, lifted: str = "") -> RecommendationQuerySet:
        """The rows that match every filter but the one that is lifted."""
        queryset: RecommendationQuerySet = self.queryset.all()
        for name, one in self.filters.items():
            if name != lifted:
                queryset = one.filter(queryset, self.values[name])
        return queryset

    def by_symbol(self, queryset: RecommendationQuerySet, name: str, value: str) -> QuerySet[Recommendation]:
        """By a document of the procedure: the observations, the State's report, or the Committee's letter."""
        symbol = parse_symbol(value)
        text = str(symbol) if symbol else " ".join(value.split())
        reports = FollowUpReport.objects.filter(observations=OuterRef("observations"), symbol__iexact=text)
        letters = Letter.objects.published().filter(reference__iexact=text)
        assessed_in = Assessment.objects.filter(recommendation=OuterRef("pk"), letter__in=letters)
        # a reminder assesses nothing: it speaks of all the recommendations
        reminded = letters.filter(observations=OuterRef("observations"), assessments__isnull=True)
        return queryset.filter(
            Q(observations__symbol__iexact=text) | Exists(reports) | Exists(assessed_in) | Exists(reminded)
        )

    def by_words(self, queryset: RecommendationQuerySet, name: str, value: str) -> QuerySet[Recommendation]:
        """Every word, wherever it stands; a number such as 12 or 35 (a) is a paragraph."""
        for term in TERM.findall(value):
            folded = fold(term).strip()
            if not folded:
                continue
            reference = parse_reference(term) if term[0].isdigit() and len(term.split("(")[0]) <= 4 else None
            if reference:
                parts = {"paragraph": reference.number, "sub_paragraph": reference.letter}
                parts["sub_sub_paragraph"] = reference.roman
                queryset = queryset.filter(**{part: value for part, value in parts.items() if value})
            else:
                queryset = queryset.filter(self._holds(folded))
        return queryset

    def _holds(self, word: str) -> Q:
        newest = Assessment.objects.filter(pk=OuterRef("latest_id"), search_text__contains=word)
        reports = FollowUpReport.objects.filter(observations=OuterRef("observations"), symbol__icontains=word)
        letters = Letter.objects.published().filter(
            observations=OuterRef("observations"), reference__icontains=word
        )
        return (
            Q(observations__state__search_text__contains=word)
            | Q(observations__symbol__icontains=word)
            | Q(Exists(newest))
            | Q(Exists(reports))
            | Q(Exists(letters))
        )

    # ---- what the page says about them ----

    @property
    def problems(self) -> list[str]:
        """What could not be read, each named by its parameter; with one of them there are no rows."""
        problems: list[str] = self.form.problems
        return problems

    @property
    def values(self) -> dict[str, Any]:
        """What was read, by parameter; nothing where something was refused."""
        return self.form.cleaned_data if self.is_valid() else {}

    @property
    def sort(self) -> str:
        return self.values.get("sort") or "state"

    @cached_property
    def totals(self) -> Totals:
        found = self.qs.order_by().aggregate(
            rows=Count("pk"), states=Count("observations__state", distinct=True)
        )
        return Totals(found["rows"], found["states"])

    @cached_property
    def facets(self) -> list[Facet]:
        """The choices of each facet with their counts, the facet's own filter lifted."""
        return [self._facet(name) for name in self.FACETS]

    def _facet(self, name: str) -> Facet:
        column, chosen = self.filters[name].field_name, self.values[name]
        rows = self._narrowed(lifted=name).order_by().values_list(column).annotate(rows=Count("pk"))
        counts = {str(value): count for value, count in rows}
        choices = [
            Choice(value, known.words, counts.get(value, 0), value in chosen, known.sample)
            for value, known in self._known(name).items()
            if counts.get(value) or value in chosen
        ]
        return Facet(name, str(self.filters[name].label), choices)

    def _known(self, name: str) -> dict[str, Known]:
        field = self.form.fields[name]
        return field.known if isinstance(field, Values) else {}

    @cached_property
    def chips(self) -> list[Chip]:
        """Every chosen value, with the way back to the list without it."""
        chips = []
        for name, value in self._pairs():
            known = self._known(name).get(value, Known(self._quoted(name, value)))
            chips.append(Chip(name, value, known.words, self._without(name, value), known.sample))
        return chips

    @cached_property
    def reliefs(self) -> list[Relief]:
        """For an empty list: what to remove, and how many rows that gives. Nothing that helps not."""
        names = dict.fromkeys(chip.name for chip in self.chips)
        found = [
            Relief(
                " or ".join(chip.words for chip in self.chips if chip.name == name),
                self._narrowed(lifted=name).count(),
                self._without(name),
            )
            for name in names
        ]
        return [relief for relief in found if relief.count]

    def query(self, **instead: str) -> str:
        """The query string of this list in its canonical form, with some parameters set anew."""
        order = {"sort": self.sort, **instead}
        return urlencode(
            [*self._pairs(), *((name, value) for name, value in order.items() if value != "state")]
        )

    @property
    def sort_queries(self) -> dict[str, str]:
        """For each column that sorts: the list in its order, turned round where it has that order already."""
        first = {"state": "state", "date": "-date"}  # the newest letter first
        back = {"state": "-state", "date": "date"}
        return {name: self.query(sort=back[name] if self.sort == one else one) for name, one in first.items()}

    def in_words(self) -> str:
        """The filters as a clause: "to Tajikistan, partially implemented or grade not stated"."""
        words = {
            name: " or ".join(chip.words for chip in self.chips if chip.name == name) for name in self.filters
        }
        clauses = [
            f"to {words['state']}" if words["state"] else "",
            words["grade"].lower(),
            f"in letters of the session {words['session']}" if words["session"] else "",
            f"in letters of {words['year']}" if words["year"] else "",
            words["symbol"],
            words["q"],
        ]
        return ", ".join(clause for clause in clauses if clause)

    def _pairs(self) -> list[tuple[str, str]]:
        chosen = ((name, self.values.get(name)) for name in self.filters)
        return [
            (name, value)
            for name, values in chosen
            for value in (values if isinstance(values, list) else [values])
            if value
        ]

    def _without(self, name: str, value: str | None = None) -> str:
        pairs = [pair for pair in self._pairs() if pair[0] != name or (value and pair[1] != value)]
        return urlencode([*pairs, *([("sort", self.sort)] if self.sort != "state" else [])])

    @staticmethod
    def _quoted(name: str, value: str) -> str:
        return f"with the words “{value}”" if name == "q" else f"symbol {value}"
