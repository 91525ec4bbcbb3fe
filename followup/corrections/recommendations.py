"""Corrections of a recommendation: its paragraph and its wording."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models, transaction

from ..models import ConcludingObservations, Recommendation, claim
from . import values as read
from .rules import Act, Rules, Values, taken
from .values import Field, Refused


class RecommendationRules(Rules):
    model = Recommendation
    related = ("observations__state",)
    fields = {
        "paragraph": Field(
            read.paragraph,
            lambda row: row.reference.label,
            help="All assessments of this recommendation move along. To move one only, correct the assessment.",
        ),
        "wording": Field(read.passage, lambda row: row.wording, "long"),
    }

    def refuse(self, record: Any, values: Values, changed: set[str]) -> None:
        same = record.observations.recommendations.filter(label=values["paragraph"])
        if taken(same, record):
            raise Refused(
                "paragraph",
                f"{record.observations.symbol} has paragraph {values['paragraph']} already. "
                "Correct the paragraph of the assessment instead.",
            )

    def write(self, record: Any, values: Values, changed: set[str], act: Act) -> None:
        for name, part in Recommendation.fields_of(values["paragraph"]).items():
            setattr(record, name, part)
        record.wording = values["wording"]
        act.write(record)
        if "paragraph" not in changed:
            return
        for assessment in record.assessments.all():
            if "paragraph" in assessment.spans:
                # the place in the letter was that of the wrong paragraph
                moved = claim(assessment, assessment.version)
                del moved.spans["paragraph"]
                act.write(moved)


def label_of(pk: int) -> str:
    """The paragraph of a recommendation, also of one that was removed since: the history knows it."""
    row = Recommendation.objects.filter(pk=pk).first()
    if row is None:
        row = Recommendation.history.filter(id=pk).first()
    return str(row.label) if row else ""


def find_or_add(observations: ConcludingObservations, label: str, act: Act) -> Recommendation:
    """The recommendation of a paragraph; made where the observations have none yet."""
    found = observations.recommendations.filter(label=label).first()
    if found is None:
        found = Recommendation(observations=observations, **Recommendation.fields_of(label))
        act.write(found)
    return found


def remove_unused(rows: Iterable[Recommendation], act: Act) -> None:
    """Remove recommendations that stood here only because a letter was read wrongly.

    One stays that staff entered, that has a wording, that a letter assesses, or that a letter asked about.
    """
    for row in rows:
        if row.wording or row.observations.by_hand or row.assessments.exists() or row.label in _asked(row):
            continue
        try:
            with transaction.atomic():
                act.remove(row)
        except models.ProtectedError:
            pass  # something else speaks of it: it stays


def _asked(row: Recommendation) -> set[str]:
    records = row.observations.letters.values_list("record", flat=True)
    return {label for record in records for label in (record.get("request") or {}).get("paragraphs") or []}
