"""Assessments: what one letter says of one recommendation."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ..letters import Grade, fold
from .base import Recorded
from .letter import Letter
from .observations import Recommendation

GRADE_LABELS = {
    Grade.IMPLEMENTED: _("Implemented"),
    Grade.SUBSTANTIALLY_IMPLEMENTED: _("Substantially implemented"),
    Grade.PARTIALLY_IMPLEMENTED: _("Partially implemented"),
    Grade.NOT_IMPLEMENTED: _("Not implemented"),
    Grade.INSUFFICIENT_INFORMATION: _("Insufficient information"),
    Grade.CONTRARY: _("Contrary to the recommendation"),
}
GRADES = [(grade.value, label) for grade, label in GRADE_LABELS.items()]
NOT_STATED = ("not_stated", _("Grade not stated"))
NOT_ASSESSED = ("not_assessed", _("Not yet assessed"))


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def published(self) -> AssessmentQuerySet:
        """Assessments of published letters: what the public may see."""
        return self.filter(letter__status=Letter.Status.PUBLISHED)

    def newest_first(self) -> AssessmentQuerySet:
        """By the date of the letter; of two letters of one day the one added later comes first."""
        # letter_id, as "letter" would stand for the usual order of letters
        return self.order_by(F("letter__date").desc(nulls_last=True), "-letter_id", "-pk")

    def graded(self) -> AssessmentQuerySet:
        # grade is NULL where the letter states none: a value of its own, never "not implemented"
        return self.filter(grade__isnull=False)

    def not_stated(self) -> AssessmentQuerySet:
        return self.filter(grade__isnull=True)

    def in_order(self) -> AssessmentQuerySet:
        """In the order of the letter."""
        return self.order_by("letter_id", "position")


class Assessment(Recorded):
    """The Committee's passage on one recommendation, and the grade it states, if it states one.

    `parsed` is what the parser read (NULL where a person entered the row); the other fields are what stands
    now. Only intake and corrections write here, and each write raises `version` by one.
    """

    letter = models.ForeignKey(Letter, on_delete=models.PROTECT, related_name="assessments")
    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="assessments")
    position = models.PositiveSmallIntegerField(help_text="Place in the letter, from 0.")
    # NULL: the letter states no grade. An empty string would be a seventh grade.
    grade = models.CharField(max_length=30, choices=GRADES, null=True, blank=True)  # noqa: DJ001
    grade_phrase = models.CharField("words of the grade", max_length=300, blank=True)
    text = models.TextField("the Committee's passage")
    spans = models.JSONField(
        default=dict, help_text="Ranges of the letter's text by name: paragraph, grade, grade_phrase, text."
    )
    parsed = models.JSONField(null=True, editable=False)
    search_text = models.TextField(editable=False)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["letter", "position"]
        # all that the newest one is found by: SQLite then need not read past its passage
        indexes = [models.Index(fields=["recommendation", "letter", "grade"], name="assessment_newest")]
        constraints = [
            models.UniqueConstraint(
                fields=["letter", "recommendation"],
                name="assessment_once",
                violation_error_message="This letter has an assessment of this recommendation already.",
            ),
            models.CheckConstraint(
                name="assessment_grade_known",
                condition=Q(grade__isnull=True) | Q(grade__in=[code for code, _label in GRADES]),
                violation_error_message="This is not one of the grades.",
            ),
            models.CheckConstraint(
                # words outside the table of grades are settled by a person before publishing
                name="assessment_grade_and_words",
                condition=(Q(grade__isnull=True) & Q(grade_phrase=""))
                | (Q(grade__isnull=False) & ~Q(grade_phrase="")),
                violation_error_message="A grade and the words it was read from come together.",
            ),
            models.CheckConstraint(
                name="assessment_has_text",
                condition=~Q(text=""),
                violation_error_message="An assessment holds the Committee's passage.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.grade_label}"

    def get_absolute_url(self) -> str:
        return self.recommendation.get_absolute_url()

    @property
    def grade_code(self) -> str:
        """The grade, or not_stated: the value the filter and the exports use."""
        return self.grade or NOT_STATED[0]

    @property
    def grade_label(self) -> str:
        return str(dict(GRADES)[self.grade] if self.grade else NOT_STATED[1])

    @property
    def corrected(self) -> list[str]:
        """Names of the values that no longer are what the parser read; empty for a row a person entered."""
        now = {"grade": self.grade, "grade_phrase": self.grade_phrase or None, "text": self.text}
        return [name for name, value in now.items() if self.parsed and self.parsed.get(name) != value]

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded passage beside the printed one: both databases search the same way."""
        self.search_text = fold(self.text)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)
