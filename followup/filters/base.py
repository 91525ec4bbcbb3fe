"""What all lists share: rows, counts, facets, chips and words from one reading of the query string.

A parameter that cannot be read gives a problem that names it and no rows, never more rows: a FilterSet
of its own would drop what it does not know.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, ClassVar, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.db.models import Count, F, Q, QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django_filters import Filter, FilterSet

from .. import parameters
from ..models import PartialDate
from ..parameters import Known, Problem, StrictForm, Values, lowered
from .order import Key

OPEN = 12  # choices that a facet shows without a click


class ValuesFilter(Filter):
    """Rows with any of some values. `clause` is how the values stand in the sentence about the list."""

    field_class = Values

    def __init__(self, column: str, *, clause: Any, lower: bool = False, **kwargs: Any) -> None:
        super().__init__(field_name=column, lookup_expr="in", **kwargs)
        self.clause, self.lower = clause, lower

    def counts(self, rows: QuerySet[Any]) -> dict[str, int]:
        """Number of rows by value."""
        found = (
            rows.order_by().annotate(value=F(self.field_name)).values_list("value").annotate(rows=Count("pk"))
        )
        return {str(value): count for value, count in found}


class TextFilter(Filter):
    """Rows found by one text; the FilterSet's method says how."""

    field_class = parameters.Text
    clause, lower = "%(words)s", False
    words = gettext_lazy("symbol %(value)s")

    def read(self, value: str) -> str:
        """The value as a chip names it."""
        return str(self.words) % {"value": value}


class WordsFilter(TextFilter):
    """Rows with some words in them."""

    field_class = parameters.Words
    words = gettext_lazy("with the words “%(value)s”")


class TimeFilter(TextFilter):
    """One end of a period, by an ISO date in a column: 2020, 2020-05 or 2020-05-14."""

    field_class = parameters.Time

    def read(self, value: str) -> str:
        return str(self.words) % {"value": PartialDate.parse(value).words()}


class SinceFilter(TimeFilter):
    """Rows whose date does not lie wholly before it. A row without a date is in no period."""

    words = gettext_lazy("since %(value)s")

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        coarser = [value[:length] for length in (4, 7) if length < len(value)]  # "2020" may be in 2020-05
        return qs.filter(Q(**{f"{self.field_name}__gte": value}) | Q(**{f"{self.field_name}__in": coarser}))


class UntilFilter(TimeFilter):
    """Rows whose date does not lie wholly after it."""

    words = gettext_lazy("until %(value)s")

    def filter(self, qs: Any, value: str) -> Any:
        # ISO text: "2020-05" sorts before each of its days
        return (
            qs.filter(**{f"{self.field_name}__lte": PartialDate.parse(value).last_day.isoformat()})
            if value
            else qs
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
    def narrows(self) -> bool:
        """Whether there is anything to choose: one choice that holds every row is none."""
        return len(self.choices) > 1 or any(choice.chosen for choice in self.choices)

    @property
    def every(self) -> str:
        """What stands for no choice: French and Spanish say it by what is chosen from."""
        words = {
            "region": pgettext("region", "All"),
            "status": pgettext("where the procedure stands", "All"),
            "when": pgettext("part of the open follow-up", "All"),
            "theme": pgettext("theme", "All"),
            "year": pgettext("year", "All"),
            "sample": _("With samples"),
        }
        return words.get(self.name) or pgettext("State", "All")

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


class ListFilter(FilterSet):
    """A public list. Subclasses say which rows there are, what narrows them and how they are ordered."""

    NOUN: ClassVar[str]  # the list's name in addresses
    FACETS: ClassVar[tuple[str, ...]] = ()
    SORTS: ClassVar[dict[str, tuple[Key, ...]]]  # the first one is the usual order
    STATE: ClassVar[str] = ""  # where a row has its State
    AMONG: ClassVar[Any] = gettext_lazy("%(rows)s in %(states)s")

    def __init__(
        self, data: QueryDict, *, on: date | None = None, form: type[StrictForm] = StrictForm
    ) -> None:
        self.on = on or timezone.localdate()
        self.paging = form
        super().__init__(data, self.every())

    def every(self) -> QuerySet[Any]:
        """All rows that are public, with the columns that the filters name."""
        raise NotImplementedError

    def bare(self) -> QuerySet[Any]:
        """The same rows without those columns, to be counted."""
        return self.every()

    def counted(self, number: int) -> str:
        """The rows in words: "41 recommendations"."""
        raise NotImplementedError

    def get_form_class(self) -> type[StrictForm]:
        fields = {name: one.field for name, one in self.filters.items()}
        fields["sort"] = forms.ChoiceField(
            required=False,
            choices=[(name, name) for name in self.SORTS],
            error_messages={
                "invalid_choice": _("“%(value)s” is no order. There are: {names}.").format(
                    names=", ".join(self.SORTS)
                )
            },
        )
        return type(f"{type(self).__name__}Form", (self.paging,), fields)

    # ---- rows ----

    def is_valid(self) -> bool:
        return self.is_bound and self.form.is_valid()

    def filter_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if not self.is_valid():
            return queryset.none()
        return self._narrowed().order_by(*(key.expression for key in self.keys))

    def _narrowed(self, lifted: str = "") -> QuerySet[Any]:
        """The rows that match every filter but the one that is lifted."""
        queryset: QuerySet[Any] = self.queryset.all()
        for name, one in self.filters.items():
            if name != lifted:
                queryset = one.filter(queryset, self.values[name])
        return queryset

    @property
    def refusals(self) -> list[Problem]:
        """What could not be read; with one of them there are no rows."""
        found: list[Problem] = self.form.refusals
        return found

    @property
    def problems(self) -> list[str]:
        """The same as sentences, each naming its parameter."""
        return [str(problem) for problem in self.refusals]

    @property
    def values(self) -> dict[str, Any]:
        """What was read, by parameter; nothing where something was refused."""
        return self.form.cleaned_data if self.is_valid() else {}

    @property
    def usual(self) -> str:
        """The order that a list has when nobody asks for another."""
        return next(iter(self.SORTS))

    @property
    def sort(self) -> str:
        return self.values.get("sort") or self.usual

    @property
    def keys(self) -> tuple[Key, ...]:
        """The columns of the order; the last one is unique, so that no two rows can change places."""
        return self.SORTS[self.sort]

    @cached_property
    def totals(self) -> Totals:
        return self._totals(self.qs) if self.problems or self._pairs() else self.whole

    @cached_property
    def whole(self) -> Totals:
        """All public rows, whatever is chosen."""
        return self._totals(self.bare())

    def _totals(self, rows: QuerySet[Any]) -> Totals:
        if not self.STATE:
            return Totals(rows.order_by().count(), 0)
        found = rows.order_by().aggregate(rows=Count("pk"), states=Count(self.STATE, distinct=True))
        return Totals(found["rows"], found["states"])

    # ---- what the page says about them ----

    @cached_property
    def facets(self) -> list[Facet]:
        """The choices of each facet with their counts, the facet's own filter lifted."""
        return self.facets_of(self.FACETS)

    def facets_of(self, names: Sequence[str]) -> list[Facet]:
        """Some of them: what is not shown is not counted."""
        shared = self._shared(names)
        return [self._facet(name, shared.get(name)) for name in names]

    @cached_property
    def without_samples(self) -> str:
        """Where invented rows stand beside real ones: the query of the same list without them; else empty."""
        [facet] = self.facets_of(("sample",)) if "sample" in self.filters and self.is_valid() else [None]
        if facet is None or self.values["sample"] or len(facet.choices) < 2:
            return ""
        order = [("sort", self.sort)] if self.sort != self.usual else []
        return urlencode([*self._pairs(), ("sample", "no"), *order])

    def _facet(self, name: str, counts: dict[str, int] | None) -> Facet:
        chosen = self.values[name]
        if counts is None:
            counts = self.filters[name].counts(self._narrowed(lifted=name))
        choices = [
            Choice(value, known.words, counts.get(value, 0), value in chosen, known.sample)
            for value, known in self._known(name).items()
            if counts.get(value) or value in chosen
        ]
        return Facet(name, str(self.filters[name].label), choices)

    def _shared(self, among: Sequence[str]) -> dict[str, dict[str, int]]:
        """Counts of the facets in which nothing is chosen: they count the same rows, so one query has them all."""
        names = [
            name
            for name in among
            if not self.values[name] and type(self.filters[name]).counts is ValuesFilter.counts
        ]
        columns = {f"value_{name}": F(self.filters[name].field_name) for name in names}
        rows = self._narrowed().order_by().annotate(**columns).values_list(*columns)
        counts: dict[str, dict[str, int]] = {name: {} for name in names}
        for *line, number in rows.annotate(rows=Count("pk")) if names else ():
            for name, value in zip(names, map(str, line), strict=True):
                counts[name][value] = counts[name].get(value, 0) + number
        return counts

    def _known(self, name: str) -> dict[str, Known]:
        field = self.form.fields[name]
        return field.known if isinstance(field, Values) else {}

    @cached_property
    def chips(self) -> list[Chip]:
        """Every chosen value, with the way back to the list without it."""
        chips = []
        for name, value in self._pairs():
            known = self._known(name).get(value) or Known(self.filters[name].read(value))
            chips.append(Chip(name, value, known.words, self._without(name, value), known.sample))
        return chips

    @cached_property
    def reliefs(self) -> list[Relief]:
        """For an empty list: what to remove, and how many rows that gives. Nothing that helps not."""
        names = dict.fromkeys(chip.name for chip in self.chips)
        found = [
            Relief(self._chosen(name), self._narrowed(lifted=name).count(), self._without(name))
            for name in names
        ]
        return [relief for relief in found if relief.count]

    def query(self, **instead: str) -> str:
        """The query string of this list in its canonical form, with some parameters set anew."""
        order = {"sort": self.sort, **instead}
        return urlencode(
            [*self._pairs(), *((name, value) for name, value in order.items() if value != self.usual)]
        )

    def in_words(self, *, without: Sequence[str] = ()) -> str:
        """The filters as a clause: "Tajikistan, partially implemented or grade not stated"."""
        clauses = []
        for name, one in self.filters.items():
            words = "" if name in without else self._chosen(name, lower=one.lower)
            if words:
                clauses.append(str(one.clause) % {"words": words})
        return ", ".join(clauses)

    @property
    def sentence(self) -> str:
        """The list in words: "41 of 67 recommendations in 12 States: partially implemented, since 2020"."""
        rows, clause = self.counted(self.totals.rows), self.in_words()
        if clause:
            whole = self.counted(self.whole.rows)
            rows = _("%(number)d of %(rows)s") % {"number": self.totals.rows, "rows": whole}
        if self.STATE and self.totals.states and not self.values.get("state"):
            rows = str(self.AMONG) % {"rows": rows, "states": states_counted(self.totals.states)}
        return _("%(rows)s: %(filters)s") % {"rows": rows, "filters": clause} if clause else rows

    def _chosen(self, name: str, *, lower: bool = False) -> str:
        words = [chip.words for chip in self.chips if chip.name == name]
        return _(" or ").join(lowered(one) if lower else one for one in words)

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
        return urlencode([*pairs, *([("sort", self.sort)] if self.sort != self.usual else [])])


def states_counted(number: int) -> str:
    """12 States."""
    return ngettext("%(number)d State", "%(number)d States", number) % {"number": number}
