"""States, concluding observations and deadlines: the lists about where the procedure stands."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db.models import CharField, Count, Exists, F, OuterRef, QuerySet
from django.db.models.functions import Cast, Coalesce, Substr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from .. import parameters
from ..letters import fold
from ..models import ConcludingObservations, State
from ..models.observations import ConcludingObservationsQuerySet
from ..models.state import StateQuerySet
from ..procedure import Turn
from . import asked
from .base import ListFilter, SinceFilter, TextFilter, UntilFilter, ValuesFilter, WordsFilter
from .boards import SampleFilter, WhenFilter
from .order import Key
from .turns import invented, region, turn


class CycleTurnFilter(ValuesFilter):
    """States with any cycle that stands so; a State with two cycles may count twice."""

    def _cycles(self) -> Any:
        return ConcludingObservations.objects.public().alias(turn=turn(self.parent.on))

    def filter(self, qs: Any, value: list[str]) -> Any:
        if not value:
            return qs
        return qs.filter(Exists(self._cycles().filter(state=OuterRef("pk"), turn__in=value)))

    def counts(self, rows: QuerySet[Any]) -> dict[str, int]:
        cycles = self._cycles().filter(state__in=rows.order_by().values("pk")).order_by()
        return dict(
            cycles.annotate(value=F("turn")).values_list("value").annotate(rows=Count("state", distinct=True))
        )


class StateFilter(ListFilter):
    """The States that the registry knows, with and without follow-up."""

    region = ValuesFilter(
        "region_code",
        label=_("Region"),
        clause=pgettext_lazy("region", "%(words)s"),
        known=parameters.regions,
    )
    status = CycleTurnFilter(
        "turn",
        label=_("Where the procedure stands"),
        clause=pgettext_lazy("status", "at the stage “%(words)s”"),
        lower=True,
        known=parameters.turns,
    )
    sample = SampleFilter()
    q = WordsFilter(label=_("Name or code"), method="by_words")

    NOUN = "states"
    FACETS = ("region", "status", "sample")
    SORTS = {
        "state": (Key("name_en"), Key("pk")),
        "-state": (Key("name_en", descending=True), Key("pk")),
        "party_since": (Key("party_since", nullable=True), Key("name_en"), Key("pk")),
    }

    class Meta:
        model = State
        fields: list[str] = []

    def every(self) -> StateQuerySet:
        found: StateQuerySet = State.objects.alias(region_code=region(), invented=invented())
        return found

    def counted(self, number: int) -> str:
        return ngettext("%(number)d State", "%(number)d States", number) % {"number": number}

    def by_words(self, queryset: StateQuerySet, name: str, value: str) -> QuerySet[State]:
        for term in asked.terms(value):
            queryset = queryset.filter(search_text__contains=fold(term).strip())
        return queryset


class ObservationsFilter(ListFilter):
    """Concluding observations that are on public pages."""

    state = ValuesFilter(
        "state", label=_("State"), clause=pgettext_lazy("State", "%(words)s"), known=parameters.states
    )
    region = ValuesFilter(
        "region_code",
        label=_("Region"),
        clause=pgettext_lazy("region", "%(words)s"),
        known=parameters.regions,
    )
    status = ValuesFilter(
        "turn",
        label=_("Where the procedure stands"),
        clause=pgettext_lazy("status", "at the stage “%(words)s”"),
        lower=True,
        known=parameters.turns,
    )
    session = ValuesFilter(
        "session",
        label=_("Session"),
        clause=pgettext_lazy("session", "adopted at the session %(words)s"),
        known=parameters.sessions,
    )
    year = ValuesFilter(
        "year_held",
        label=_("Year of adoption"),
        clause=pgettext_lazy("year", "adopted in %(words)s"),
        known=parameters.years,
    )
    since = SinceFilter("month_held", label=_("Adopted since"))
    until = UntilFilter("month_held", label=_("Adopted until"))
    symbol = TextFilter(label=_("Symbol or reference"), method="by_symbol")
    sample = SampleFilter()
    q = WordsFilter(label=_("Words"), method="by_words")

    NOUN = "observations"
    FACETS: ClassVar[tuple[str, ...]] = ("state", "region", "status", "year", "session", "sample")
    SORTS = {
        "state": (Key("state__name_en"), Key("month_held", descending=True, nullable=True), Key("symbol")),
        "date": (Key("month_held", nullable=True), Key("state__name_en"), Key("symbol")),
        "-date": (Key("month_held", descending=True, nullable=True), Key("state__name_en"), Key("symbol")),
        "due": (Key("due", nullable=True), Key("state__name_en"), Key("symbol")),
    }
    STATE = "state"

    class Meta:
        model = ConcludingObservations
        fields: list[str] = []

    def every(self) -> ConcludingObservationsQuerySet:
        # as ConcludingObservations.held: the month printed, else that of the table of sessions
        held = Coalesce(
            "session_held", Substr(Cast("session__start", CharField()), 1, 7), output_field=CharField()
        )
        found: ConcludingObservationsQuerySet = (
            ConcludingObservations.objects.public()
            .annotate(month_held=held)
            .alias(
                year_held=Substr("month_held", 1, 4),
                region_code=region("state"),
                invented=invented("state"),
                turn=turn(self.on),
            )
        )
        return found

    def counted(self, number: int) -> str:
        words = ngettext(
            "%(number)d set of concluding observations",
            "%(number)d sets of concluding observations",
            number,
        )
        return words % {"number": number}

    def by_symbol(self, queryset: Any, name: str, value: str) -> QuerySet[ConcludingObservations]:
        text = asked.written(value)
        found: QuerySet[ConcludingObservations] = queryset.filter(
            asked.documents(text) | Exists(asked.letters().filter(reference__iexact=text))
        )
        return found

    def by_words(self, queryset: Any, name: str, value: str) -> QuerySet[ConcludingObservations]:
        for term in asked.terms(value):
            queryset = queryset.filter(asked.named(fold(term).strip()))
        found: QuerySet[ConcludingObservations] = queryset
        return found


class DeadlineFilter(ObservationsFilter):
    """Follow-up that is open: a report is due or overdue, or the Committee has it."""

    status = ValuesFilter(
        "turn",
        label=_("Where the procedure stands"),
        clause=pgettext_lazy("status", "at the stage “%(words)s”"),
        lower=True,
        known=parameters.open_turns,
    )
    when = WhenFilter(label=_("When"))
    since = SinceFilter("due", label=_("Due since"))
    until = UntilFilter("due", label=_("Due until"))

    NOUN = "deadlines"
    FACETS = ("when", *ObservationsFilter.FACETS)
    SORTS = {
        "due": ObservationsFilter.SORTS["due"],
        "-due": (Key("due", descending=True, nullable=True), *ObservationsFilter.SORTS["due"][1:]),
        "state": ObservationsFilter.SORTS["state"],
    }

    class Meta:
        model = ConcludingObservations
        fields: list[str] = []

    def every(self) -> ConcludingObservationsQuerySet:
        every: Any = super().every()
        found: ConcludingObservationsQuerySet = every.filter(
            turn__in=[Turn.OVERDUE, Turn.DUE, Turn.WITH_COMMITTEE]
        )
        return found

    def counted(self, number: int) -> str:
        return ngettext("%(number)d deadline", "%(number)d deadlines", number) % {"number": number}


class CalendarFilter(DeadlineFilter):
    """Every due date, also one that a report or a letter answered: a calendar says that it is cancelled."""

    class Meta:
        model = ConcludingObservations
        fields: list[str] = []

    def every(self) -> ConcludingObservationsQuerySet:
        return ObservationsFilter.every(self).filter(due__isnull=False)
