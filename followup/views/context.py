"""What stands on every page: the footer's figures."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils import timezone

from ..exports import CAVEAT
from ..models import Assessment, Letter, Recommendation


class Figures:
    """The public registry in numbers, counted when a template asks: four queries at most.

    Invented records count only where nothing real is published; sample States are counted apart.
    """

    caveat = CAVEAT

    @cached_property
    def on(self) -> date:
        return timezone.localdate()

    @cached_property
    def letters(self) -> int:
        return self._letters["real"] or self._letters["every"]

    @property
    def real(self) -> bool:
        """Whether the figures leave samples out, as there are letters to real States."""
        return bool(self._letters["real"])

    @property
    def assessments(self) -> int:
        return self._assessments["every"]

    @property
    def graded(self) -> int:
        """Assessments whose letter states a grade."""
        return self._assessments["graded"]

    @property
    def not_stated(self) -> int:
        return self.assessments - self.graded

    @property
    def recommendations(self) -> int:
        return self._recommendations["real" if self.real else "every"]

    @property
    def states(self) -> int:
        """Real States that were asked to follow up; sample States are counted apart."""
        return self._recommendations["states"]

    @property
    def samples(self) -> int:
        return self._recommendations["samples"]

    @cached_property
    def _letters(self) -> dict[str, int]:
        real = Count("pk", filter=Q(state__sample=False))
        return Letter.objects.published().aggregate(every=Count("pk"), real=real)

    @cached_property
    def _assessments(self) -> dict[str, int]:
        found = Assessment.objects.published()
        found = found.filter(letter__state__sample=False) if self.real else found
        return found.aggregate(every=Count("pk"), graded=Count("grade"))

    @cached_property
    def _recommendations(self) -> dict[str, int]:
        state, sample = "observations__state", Q(observations__state__sample=True)
        return Recommendation.objects.public().aggregate(
            every=Count("pk"),
            real=Count("pk", filter=~sample),
            states=Count(state, distinct=True, filter=~sample),
            samples=Count(state, distinct=True, filter=sample),
        )


def registry(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `registry` in every template."""
    return {"registry": Figures()}
