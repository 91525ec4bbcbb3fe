"""Parameters of a kind of their own: the parts of the open follow-up by their time, and the switch for samples."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from ..parameters import Known, samples
from ..procedure import When, at
from .base import ValuesFilter

WORDS = {
    When.LONG_OVERDUE: _("Overdue by more than 12 months"),
    When.OVERDUE: _("Overdue"),
    When.NEWLY_OVERDUE: _("Overdue since the last 30 days"),
    When.SOON: _("Due in the next 90 days"),
    When.WITH_COMMITTEE: _("Report in, awaiting assessment"),
    When.LATER: _("Due later"),
}


def whens() -> dict[str, Known]:
    return {when.value: Known(str(words)) for when, words in WORDS.items()}


class WhenFilter(ValuesFilter):
    """Open follow-up in any of some parts of time. A row that is long overdue is overdue too and counts twice."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "turn",
            clause=pgettext_lazy("part of the open follow-up", "%(words)s"),
            lower=True,
            known=whens,
            **kwargs,
        )

    def filter(self, qs: Any, value: list[str]) -> Any:
        if not value:
            return qs
        parts = Q(pk__in=[])
        for one in value:
            parts |= at(When(one), self.parent.on)
        return qs.filter(parts)

    def counts(self, rows: QuerySet[Any]) -> dict[str, int]:
        found = rows.order_by().aggregate(
            **{when.name: Count("pk", filter=at(when, self.parent.on)) for when in When}
        )
        return {when.value: found[when.name] for when in When}


class SampleFilter(ValuesFilter):
    """Rows of real States, or of the invented ones of the demonstration."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            "invented",
            label=_("Samples"),
            clause=pgettext_lazy("samples", "%(words)s"),
            lower=True,
            known=samples,
            **kwargs,
        )
