"""Letters, the public log, sessions and themes."""

from __future__ import annotations

from typing import Any

from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast, ExtractYear, Substr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from .. import parameters
from ..letters import fold
from ..models import Assessment, Change, Letter, PartialDate, Session, Theme
from ..models.change import ChangeQuerySet
from ..models.letter import LetterQuerySet
from . import asked
from .base import ListFilter, SinceFilter, TextFilter, UntilFilter, ValuesFilter, WordsFilter
from .boards import SampleFilter
from .order import Key
from .turns import invented, region


class LetterFilter(ListFilter):
    """Published letters."""

    state = ValuesFilter(
        "state", label=_("State"), clause=pgettext_lazy("State", "%(words)s"), known=parameters.states
    )
    region = ValuesFilter(
        "region_code",
        label=_("Region"),
        clause=pgettext_lazy("region", "%(words)s"),
        known=parameters.regions,
    )
    kind = ValuesFilter(
        "kind",
        label=_("Kind"),
        clause=pgettext_lazy("kind", "%(words)s"),
        lower=True,
        known=parameters.letter_kinds,
    )
    session = ValuesFilter(
        "assessed_session",
        label=_("Session"),
        clause=pgettext_lazy("session", "of the session %(words)s"),
        known=parameters.sessions,
    )
    year = ValuesFilter(
        "year_of_date",
        label=_("Year"),
        clause=pgettext_lazy("year", "dated %(words)s"),
        known=parameters.years,
    )
    since = SinceFilter("date", label=_("Since"))
    until = UntilFilter("date", label=_("Until"))
    language = ValuesFilter(
        "language",
        label=_("Language"),
        clause=pgettext_lazy("language", "in %(words)s"),
        known=parameters.languages,
    )
    symbol = TextFilter(label=_("Symbol or reference"), method="by_symbol")
    sample = SampleFilter()
    q = WordsFilter(label=_("Words"), method="by_words")

    NOUN = "letters"
    AMONG = _("%(rows)s to %(states)s")
    FACETS = ("state", "region", "kind", "year", "session", "language", "sample")
    SORTS = {
        "-date": (Key("date", descending=True, nullable=True), Key("pk", descending=True)),
        "date": (Key("date", nullable=True), Key("pk")),
        "state": (Key("state__name_en"), Key("date", descending=True, nullable=True), Key("pk")),
    }
    STATE = "state"

    class Meta:
        model = Letter
        fields: list[str] = []

    def every(self) -> LetterQuerySet:
        found: LetterQuerySet = Letter.objects.published().alias(
            year_of_date=Substr("date", 1, 4), region_code=region("state"), invented=invented("state")
        )
        return found

    def counted(self, number: int) -> str:
        return ngettext("%(number)d letter", "%(number)d letters", number) % {"number": number}

    def by_symbol(self, queryset: LetterQuerySet, name: str, value: str) -> QuerySet[Letter]:
        text = asked.written(value)
        return queryset.filter(
            Q(reference__iexact=text) | Q(observations__symbol__iexact=text) | Q(report__symbol__iexact=text)
        )

    def by_words(self, queryset: LetterQuerySet, name: str, value: str) -> QuerySet[Letter]:
        """Words of the Committee's passages, of the State's names, of symbols; never of the people named."""
        for term in asked.terms(value):
            word = fold(term).strip()
            holds = (
                Q(state__search_text__contains=word)
                | Q(reference__icontains=word)
                | Q(observations__symbol__icontains=word)
                | Q(report__symbol__icontains=word)
                | Q(pk__in=_assessed(search_text__contains=word))
            )
            place = asked.paragraph(term, "recommendation__")
            queryset = queryset.filter(Q(pk__in=_assessed(place)) if place else holds)
        return queryset


def _assessed(*args: Any, **kwargs: Any) -> QuerySet[Any]:
    return Assessment.objects.filter(*args, **kwargs).values("letter")


class AtFilter(SinceFilter):
    """Entries of a day or later."""

    def filter(self, qs: Any, value: str) -> Any:
        return qs.filter(at__date__gte=PartialDate.parse(value).first_day) if value else qs


class AtOrBeforeFilter(UntilFilter):
    """Entries of a day or earlier."""

    def filter(self, qs: Any, value: str) -> Any:
        if not value:
            return qs
        return qs.filter(at__date__lte=PartialDate.parse(value).last_day)


class ChangeFilter(ListFilter):
    """The public log: publications, corrections, withdrawals."""

    state = ValuesFilter(
        "state", label=_("State"), clause=pgettext_lazy("State", "%(words)s"), known=parameters.states
    )
    kind = ValuesFilter(
        "kind",
        label=_("Kind"),
        clause=pgettext_lazy("kind", "%(words)s"),
        lower=True,
        known=parameters.change_kinds,
    )
    year = ValuesFilter(
        "year_at", label=_("Year"), clause=pgettext_lazy("year", "dated %(words)s"), known=parameters.years
    )
    since = AtFilter("at", label=_("Since"))
    until = AtOrBeforeFilter("at", label=_("Until"))
    sample = SampleFilter()
    q = WordsFilter(label=_("Words"), method="by_words")

    NOUN = "changes"
    AMONG = _("%(rows)s on %(states)s")
    FACETS = ("kind", "state", "year", "sample")
    SORTS = {"-date": (Key("pk", descending=True),), "date": (Key("pk"),)}
    STATE = "state"

    class Meta:
        model = Change
        fields: list[str] = []

    def every(self) -> ChangeQuerySet:
        found: ChangeQuerySet = Change.objects.alias(
            year_at=Cast(ExtractYear("at"), CharField()), invented=invented("state")
        )
        return found

    def counted(self, number: int) -> str:
        return ngettext("%(number)d change", "%(number)d changes", number) % {"number": number}

    def by_words(self, queryset: ChangeQuerySet, name: str, value: str) -> QuerySet[Change]:
        for term in asked.terms(value):
            word = fold(term).strip()
            queryset = queryset.filter(Q(state__search_text__contains=word) | Q(what__icontains=word))
        return queryset


class SessionFilter(ListFilter):
    """The Committee's sessions."""

    year = ValuesFilter(
        "year_of_start",
        label=_("Year"),
        clause=pgettext_lazy("year", "dated %(words)s"),
        known=parameters.years,
    )

    NOUN = "sessions"
    FACETS = ("year",)
    SORTS = {"-number": (Key("number", descending=True),), "number": (Key("number"),)}

    class Meta:
        model = Session
        fields: list[str] = []

    def every(self) -> QuerySet[Session]:
        return Session.objects.alias(year_of_start=Cast(ExtractYear("start"), CharField()))

    def counted(self, number: int) -> str:
        return ngettext("%(number)d session", "%(number)d sessions", number) % {"number": number}


class ThemesFilter(ListFilter):
    """The thesaurus."""

    kind = ValuesFilter(
        "kind",
        label=_("Kind"),
        clause=pgettext_lazy("kind", "%(words)s"),
        lower=True,
        known=parameters.theme_kinds,
    )

    NOUN = "themes"
    FACETS = ("kind",)
    SORTS = {"theme": (Key("kind"), Key("position"), Key("slug"))}

    class Meta:
        model = Theme
        fields: list[str] = []

    def every(self) -> QuerySet[Theme]:
        return Theme.objects.all()

    def counted(self, number: int) -> str:
        return ngettext("%(number)d theme", "%(number)d themes", number) % {"number": number}
