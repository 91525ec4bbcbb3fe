"""The records behind a row, fetched in batches: a fixed number of queries for each, and nothing held open meanwhile."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import CharField, Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.fields.json import KT

from .. import procedure
from ..models import (
    Assessment,
    Change,
    ConcludingObservations,
    Correction,
    FollowUpReport,
    Letter,
    Recommendation,
    Session,
    State,
    Tagging,
    Theme,
)
from ..models.assessment import AssessmentQuerySet
from .columns import PEOPLE, Context

BATCH = 500


class AssessmentRow(NamedTuple):
    """One assessment; `newest` tells whether it is the last word on its recommendation."""

    assessment: Assessment
    context: Context
    newest: bool
    role: str  # of the person who corrected it last, if somebody did
    themes: list[str]

    @property
    def recommendation(self) -> Recommendation:
        return self.assessment.recommendation

    @property
    def observations(self) -> ConcludingObservations:
        return self.recommendation.observations

    @property
    def letter(self) -> Letter:
        return self.assessment.letter

    @property
    def report(self) -> FollowUpReport | None:
        return self.letter.report


class RecommendationRow(NamedTuple):
    """A recommendation and the newest published assessment of it, if there is one."""

    recommendation: Recommendation
    latest: AssessmentRow | None
    context: Context
    standing: procedure.Standing
    themes: list[str]

    @property
    def observations(self) -> ConcludingObservations:
        return self.recommendation.observations

    @property
    def assessment(self) -> Assessment | None:
        return self.latest.assessment if self.latest else None

    @property
    def letter(self) -> Letter | None:
        return self.latest.letter if self.latest else None

    @property
    def report(self) -> FollowUpReport | None:
        return self.letter.report if self.letter else None


class ObservationsRow:
    """Concluding observations with their whole cycle, and where they stand on the day."""

    def __init__(self, observations: ConcludingObservations, context: Context) -> None:
        self.observations, self.context = observations, context

    @cached_property
    def standing(self) -> procedure.Standing:
        return procedure.standing(self.observations, self.context.on)

    @property
    def letters(self) -> list[Letter]:
        letters: list[Letter] = self.observations.published_letters  # type: ignore[attr-defined]  # with_dates
        return letters

    @property
    def reports(self) -> list[FollowUpReport]:
        return list(self.observations.reports.all())


class StateRow(NamedTuple):
    """A State and its cycles, without their recommendations; of these the number."""

    state: State
    cycles: list[ObservationsRow]
    recommendations: int
    context: Context


class LetterRow(NamedTuple):
    """A published letter and its assessments in order."""

    letter: Letter
    assessments: list[Assessment]
    context: Context


class Plain(NamedTuple):
    """Any other record."""

    record: Any
    context: Context


Fetch = Callable[[Sequence[Any], Context], Iterable[Any]]


def keys(queryset: QuerySet[Any]) -> Sequence[Any]:
    """The primary keys of a list in its order, in as little memory as they need."""
    found = queryset.values_list("pk", flat=True).iterator(chunk_size=5000)
    return list(found) if isinstance(queryset.model._meta.pk, CharField) else array("q", found)


def batches(found: Sequence[Any], fetch: Fetch, context: Context) -> Iterator[list[Any]]:
    """The rows of some keys, batch by batch. What was withdrawn while the file was on its way is left out."""
    for start in range(0, len(found), BATCH):
        yield list(fetch(list(found[start : start + BATCH]), context))


def _in_order(pks: Sequence[Any], by_pk: dict[Any, Any]) -> Iterator[Any]:
    return (by_pk[pk] for pk in pks if pk in by_pk)


def letters(pks: Iterable[Any]) -> dict[Any, Letter]:
    """Published letters without the records, which are large; of these only the names to mask."""
    related = ("state", "observations__state", "report", "assessed_session")
    return _named().select_related(*related).in_bulk(set(pks))


def quoted(found: AssessmentQuerySet) -> AssessmentQuerySet:
    """Assessments with what a page needs to quote them: of each letter the State and the names to mask, once."""
    letters = _named().select_related("state").defer("text", "reading", "record")
    return found.prefetch_related(Prefetch("letter", letters)).defer("parsed", "search_text")


def _named() -> QuerySet[Letter]:
    people = {name: KT(path) for name, path in PEOPLE.items()}
    return Letter.objects.published().defer("reading", "record").annotate(**people)


def assessments(pks: Sequence[Any], context: Context) -> Iterator[AssessmentRow]:
    related = "recommendation__observations__state"
    found = (
        Assessment.objects.published().select_related(related).defer("search_text").order_by().in_bulk(pks)
    )
    for row, newest in _with_letters(found):
        row.newest = newest
    roles = _roles(found)
    themes = _themes({row.recommendation_id for row in found.values()})
    for row in _in_order(pks, found):
        yield AssessmentRow(
            row, context, row.newest, roles.get(str(row.pk), ""), themes.get(row.recommendation_id, [])
        )


def _with_letters(found: dict[Any, Assessment]) -> Iterator[tuple[Any, bool]]:
    """Each assessment with its letter joined to it, and whether no later one is published."""
    by_pk = letters(row.letter_id for row in found.values())
    recommendations = Recommendation.objects.filter(pk__in={row.recommendation_id for row in found.values()})
    newest = set(recommendations.values_list(_newest(), flat=True))
    for pk, row in list(found.items()):
        if row.letter_id in by_pk:
            row.letter = by_pk[row.letter_id]
            yield row, pk in newest
        else:
            del found[pk]  # withdrawn since


def _newest() -> Subquery:
    """The newest published assessment of a recommendation, as with_latest has it."""
    newest = Assessment.objects.published().filter(recommendation=OuterRef("pk")).newest_first()
    return Subquery(newest.values("pk")[:1])


def _roles(found: dict[Any, Assessment]) -> dict[str, str]:
    """Who made the last correction of each, by role."""
    made = Correction.objects.filter(
        model=Correction.Model.ASSESSMENT, record__in=map(str, found), status=Correction.Status.MADE
    )
    return dict(made.order_by("pk").values_list("record", "role"))


def _themes(recommendations: set[Any]) -> dict[Any, list[str]]:
    found: dict[Any, list[str]] = {}
    rows = Tagging.objects.confirmed().filter(recommendation__in=recommendations).order_by("theme")
    for recommendation, theme in rows.values_list("recommendation", "theme"):
        found.setdefault(recommendation, []).append(theme)
    return found


def recommendations(pks: Sequence[Any], context: Context) -> Iterator[RecommendationRow]:
    found: dict[Any, Any] = (
        Recommendation.objects.public().annotate(latest_id=_newest()).order_by().in_bulk(pks)
    )
    cycles = {
        row.observations.pk: row for row in _cycles({one.observations_id for one in found.values()}, context)
    }
    latest = [one.latest_id for one in found.values() if one.latest_id]
    by_pk = {row.recommendation.pk: row for row in assessments(latest, context)}
    themes = _themes(set(found))
    for one in _in_order(pks, found):
        cycle = cycles[one.observations_id]
        one.observations = cycle.observations
        yield RecommendationRow(one, by_pk.get(one.pk), context, cycle.standing, themes.get(one.pk, []))


def observations(pks: Sequence[Any], context: Context) -> Iterator[ObservationsRow]:
    return _in_order(pks, {row.observations.pk: row for row in _cycles(pks, context)})


def _cycles(pks: Iterable[Any], context: Context) -> list[ObservationsRow]:
    found = procedure.with_cycle(ConcludingObservations.objects.public().filter(pk__in=pks))
    return [ObservationsRow(one, context) for one in found]


def states(pks: Sequence[Any], context: Context) -> Iterator[StateRow]:
    cycles: dict[str, list[ObservationsRow]] = {}
    public = ConcludingObservations.objects.public().filter(state__in=pks)
    asked = Count("recommendations")
    for one in procedure.with_dates(public.annotate(asked=asked)).order_by("symbol"):
        cycles.setdefault(one.state_id, []).append(ObservationsRow(one, context))
    found = State.objects.in_bulk(pks)
    for state in _in_order(pks, found):
        of = cycles.get(state.pk, [])
        yield StateRow(state, of, sum(one.observations.asked for one in of), context)  # type: ignore[attr-defined]


def published(pks: Sequence[Any], context: Context) -> Iterator[LetterRow]:
    found = letters(pks)
    of: dict[Any, list[Assessment]] = {}
    rows = Assessment.objects.filter(letter__in=found).select_related("recommendation")
    for row in rows.defer("text", "search_text", "parsed").in_order():
        of.setdefault(row.letter_id, []).append(row)
    return (LetterRow(letter, of.get(letter.pk, []), context) for letter in _in_order(pks, found))


def changes(pks: Sequence[Any], context: Context) -> Iterator[Plain]:
    found = Change.objects.select_related("state").in_bulk(pks)
    by_pk = letters(row.letter_id for row in found.values() if row.letter_id)
    for row in _in_order(pks, found):
        # what a letter said that is not public any more is not said here either
        row.shown = by_pk.get(row.letter_id)
        yield Plain(row, context)


def sessions(pks: Sequence[Any], context: Context) -> Iterator[Plain]:
    return (Plain(row, context) for row in _in_order(pks, Session.objects.in_bulk(pks)))


def themes(pks: Sequence[Any], context: Context) -> Iterator[Plain]:
    confirmed = Tagging.objects.confirmed().filter(recommendation__in=Recommendation.objects.public())
    counts = dict(confirmed.order_by().values_list("theme").annotate(Count("pk")))
    for row in _in_order(pks, Theme.objects.in_bulk(pks)):
        row.recommendations = counts.get(row.pk, 0)
        yield Plain(row, context)
