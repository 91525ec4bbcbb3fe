"""Recommendations by what the newest published letter says of them; assessments, a row for each letter."""

from __future__ import annotations

from typing import Any

from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Substr
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from .. import parameters
from ..letters import fold
from ..models import NOT_ASSESSED, NOT_STATED, Assessment, Letter, Recommendation, Tagging
from ..models.assessment import AssessmentQuerySet
from ..models.observations import RecommendationQuerySet
from . import asked
from .base import ListFilter, SinceFilter, TextFilter, UntilFilter, ValuesFilter, WordsFilter
from .boards import SampleFilter
from .order import Key
from .turns import invented, region, turn

# What a list can be sorted by. There is no order by grade: grades do not rank States.
_PLACE = (Key("observations__state__name_en"), Key("observations__symbol"), Key("sort_key"), Key("pk"))
SORTS = {
    "state": _PLACE,
    "-state": (_PLACE[0]._replace(descending=True), *_PLACE[1:]),
    "date": (Key("latest_date", nullable=True), *_PLACE),
    "-date": (Key("latest_date", descending=True, nullable=True), *_PLACE),
}


class ThemeFilter(ValuesFilter):
    """Recommendations with any of some themes, by the taggings that a person confirmed."""

    def __init__(self, recommendation: str = "pk", **kwargs: Any) -> None:
        super().__init__(
            recommendation,
            clause=pgettext_lazy("theme", "theme “%(words)s”"),
            known=parameters.themes,
            **kwargs,
        )

    def filter(self, qs: Any, value: list[str]) -> Any:
        if not value:
            return qs
        own = self._own()
        found = Q(Exists(own.filter(theme__in=value)))
        return qs.filter(found | ~Exists(own) if parameters.NO_THEME[0] in value else found)

    def _own(self) -> QuerySet[Tagging]:
        return Tagging.objects.confirmed().filter(recommendation=OuterRef(self.field_name))

    def counts(self, rows: QuerySet[Any]) -> dict[str, int]:
        """A recommendation with two themes counts for both."""
        path = self.field_name.removesuffix("pk")
        column = f"{path}taggings__theme"
        confirmed = rows.order_by().filter(**{f"{path}taggings__status": Tagging.Status.CONFIRMED})
        counts = dict(confirmed.values_list(column).annotate(rows=Count("pk")))
        return {**counts, parameters.NO_THEME[0]: rows.order_by().filter(~Exists(self._own())).count()}


class RecommendationFilter(ListFilter):
    """Public recommendations by what the newest published letter says of them."""

    state = ValuesFilter(
        "observations__state",
        label=_("State"),
        clause=pgettext_lazy("State", "%(words)s"),
        known=parameters.states,
    )
    region = ValuesFilter(
        "region_code",
        label=_("Region"),
        clause=pgettext_lazy("region", "%(words)s"),
        known=parameters.regions,
    )
    grade = ValuesFilter(
        "grade_code",
        label=_("Grade"),
        clause=pgettext_lazy("grade", "%(words)s"),
        lower=True,
        known=parameters.grades,
    )
    theme = ThemeFilter(label=_("Theme"))
    status = ValuesFilter(
        "turn",
        label=_("Where the procedure stands"),
        clause=pgettext_lazy("status", "at the stage “%(words)s”"),
        lower=True,
        known=parameters.turns,
    )
    session = ValuesFilter(
        "latest_session",
        label=_("Session"),
        clause=pgettext_lazy("session", "in letters of the session %(words)s"),
        known=parameters.sessions,
    )
    year = ValuesFilter(
        "latest_year",
        label=_("Year of the letter"),
        clause=pgettext_lazy("year", "in letters of %(words)s"),
        known=parameters.years,
    )
    since = SinceFilter("latest_date", label=_("Letter since"))
    until = UntilFilter("latest_date", label=_("Letter until"))
    language = ValuesFilter(
        "latest_language",
        label=_("Language of the letter"),
        clause=pgettext_lazy("language", "in letters in %(words)s"),
        known=parameters.languages,
    )
    symbol = TextFilter(label=_("Symbol or reference"), method="by_symbol")
    sample = SampleFilter()
    q = WordsFilter(label=_("Words"), method="by_words")

    NOUN = "recommendations"
    FACETS = ("grade", "state", "region", "status", "theme", "year", "session", "language", "sample")
    SORTS = SORTS
    STATE = "observations__state"

    class Meta:
        model = Recommendation
        fields: list[str] = []

    def bare(self) -> RecommendationQuerySet:
        return Recommendation.objects.public()

    def every(self) -> RecommendationQuerySet:
        found: RecommendationQuerySet = (
            self.bare()
            .with_latest()
            .alias(
                # only latest_id tells "not assessed" from "assessed, grade not stated"
                grade_code=Case(
                    When(latest_id__isnull=True, then=Value(NOT_ASSESSED[0])),
                    When(latest_grade__isnull=True, then=Value(NOT_STATED[0])),
                    default=F("latest_grade"),
                    output_field=CharField(),
                ),
                latest_year=Substr("latest_date", 1, 4),
                region_code=region("observations__state"),
                invented=invented("observations__state"),
                turn=turn(self.on, "observations"),
            )
        )
        return found

    def counted(self, number: int) -> str:
        words = ngettext("%(number)d recommendation", "%(number)d recommendations", number)
        return words % {"number": number}

    def by_symbol(self, queryset: RecommendationQuerySet, name: str, value: str) -> QuerySet[Recommendation]:
        """By a document of the procedure: the observations, the State's report, or the Committee's letter."""
        text = asked.written(value)
        letters = Letter.objects.published().filter(reference__iexact=text)
        assessed_in = Assessment.objects.filter(recommendation=OuterRef("pk"), letter__in=letters)
        return queryset.filter(asked.documents(text, "observations") | Q(Exists(assessed_in)))

    def by_words(self, queryset: RecommendationQuerySet, name: str, value: str) -> QuerySet[Recommendation]:
        """Every word, wherever it stands; a number such as 12 or 35 (a) is a paragraph."""
        for term in asked.terms(value):
            word = fold(term).strip()
            newest = Assessment.objects.filter(pk=OuterRef("latest_id"), search_text__contains=word)
            holds = asked.named(word, "observations") | Q(Exists(newest))
            queryset = queryset.filter(asked.paragraph(term) or holds)
        return queryset

    @property
    def sort_queries(self) -> dict[str, str]:
        """For each column that sorts: the list in its order, turned round where it has that order already."""
        first = {"state": "state", "date": "-date"}  # the newest letter first
        back = {"state": "-state", "date": "date"}
        return {name: self.query(sort=back[name] if self.sort == one else one) for name, one in first.items()}


_ROUND = (
    Key("recommendation__observations__state__name_en"),
    Key("recommendation__observations__symbol"),
    Key("recommendation__sort_key"),
)
_DATE = Key("letter__date", descending=True, nullable=True)


class AssessmentFilter(ListFilter):
    """Published assessments: every round of every recommendation, not only the newest."""

    state = ValuesFilter(
        "recommendation__observations__state",
        label=_("State"),
        clause=pgettext_lazy("State", "%(words)s"),
        known=parameters.states,
    )
    region = ValuesFilter(
        "region_code",
        label=_("Region"),
        clause=pgettext_lazy("region", "%(words)s"),
        known=parameters.regions,
    )
    grade = ValuesFilter(
        "grade_or_none",
        label=_("Grade"),
        clause=pgettext_lazy("grade", "%(words)s"),
        lower=True,
        known=parameters.given_grades,
    )
    theme = ThemeFilter("recommendation__pk", label=_("Theme"))
    status = ValuesFilter(
        "turn",
        label=_("Where the procedure stands"),
        clause=pgettext_lazy("status", "at the stage “%(words)s”"),
        lower=True,
        known=parameters.turns,
    )
    session = ValuesFilter(
        "letter__assessed_session",
        label=_("Session"),
        clause=pgettext_lazy("session", "in letters of the session %(words)s"),
        known=parameters.sessions,
    )
    year = ValuesFilter(
        "year_of_letter",
        label=_("Year of the letter"),
        clause=pgettext_lazy("year", "in letters of %(words)s"),
        known=parameters.years,
    )
    since = SinceFilter("letter__date", label=_("Letter since"))
    until = UntilFilter("letter__date", label=_("Letter until"))
    language = ValuesFilter(
        "letter__language",
        label=_("Language of the letter"),
        clause=pgettext_lazy("language", "in letters in %(words)s"),
        known=parameters.languages,
    )
    symbol = TextFilter(label=_("Symbol or reference"), method="by_symbol")
    sample = SampleFilter()
    q = WordsFilter(label=_("Words"), method="by_words")

    NOUN = "assessments"
    FACETS = ("grade", "state", "region", "theme", "year", "session", "language", "sample")
    SORTS = {
        "state": (*_ROUND, _DATE, Key("pk", descending=True)),
        "date": (_DATE._replace(descending=False), *_ROUND, Key("pk")),
        "-date": (_DATE, *_ROUND, Key("pk")),
    }
    STATE = "recommendation__observations__state"

    class Meta:
        model = Assessment
        fields: list[str] = []

    def every(self) -> AssessmentQuerySet:
        found: AssessmentQuerySet = Assessment.objects.published().alias(
            grade_or_none=Case(
                When(grade__isnull=True, then=Value(NOT_STATED[0])),
                default=F("grade"),
                output_field=CharField(),
            ),
            year_of_letter=Substr("letter__date", 1, 4),
            region_code=region("recommendation__observations__state"),
            invented=invented("recommendation__observations__state"),
            turn=turn(self.on, "recommendation__observations"),
        )
        return found

    def counted(self, number: int) -> str:
        return ngettext("%(number)d assessment", "%(number)d assessments", number) % {"number": number}

    def by_symbol(self, queryset: AssessmentQuerySet, name: str, value: str) -> QuerySet[Assessment]:
        text = asked.written(value)
        return queryset.filter(
            Q(letter__reference__iexact=text)
            | Q(letter__report__symbol__iexact=text)
            | Q(recommendation__observations__symbol__iexact=text)
        )

    def by_words(self, queryset: AssessmentQuerySet, name: str, value: str) -> QuerySet[Assessment]:
        for term in asked.terms(value):
            word = fold(term).strip()
            holds = (
                Q(search_text__contains=word)
                | Q(letter__reference__icontains=word)
                | Q(letter__report__symbol__icontains=word)
                | Q(recommendation__observations__symbol__icontains=word)
                | Q(recommendation__observations__state__search_text__contains=word)
            )
            queryset = queryset.filter(asked.paragraph(term, "recommendation__") or holds)
        return queryset
