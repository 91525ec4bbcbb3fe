"""Problem reports: somebody says that a public value is wrong, and staff answer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from .correction import Correction
from .state import State


class ProblemReportQuerySet(models.QuerySet["ProblemReport"]):
    def unanswered(self) -> ProblemReportQuerySet:
        """Reports nobody has answered yet, oldest first."""
        return self.filter(status=ProblemReport.Status.OPEN).order_by("pk")


class ProblemReport(models.Model):
    """A report from a public page: which record, field and version it was about, and what it should say.

    `shown` is the value the page showed. `sender` is a keyed hash that changes every day, for the rate limit
    only: no address of a visitor is kept. An answer names the correction it led to, if it led to one.
    """

    class Status(models.TextChoices):
        OPEN = "open", "Open"
        CORRECTED = "corrected", "Corrected"
        DECLINED = "declined", "Answered, nothing changed"

    model = models.CharField(max_length=30, choices=Correction.Model.choices)
    record = models.CharField("key of the record", max_length=20)
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="problem_reports")
    what = models.CharField(max_length=300)
    path = models.CharField(max_length=300)
    field = models.CharField(max_length=40, blank=True)
    version = models.PositiveIntegerField()
    shown = models.TextField("value on the page", blank=True)
    should_be = models.TextField("what it should say")
    where = models.TextField("where the letter says so", blank=True)
    email = models.EmailField("e-mail address", blank=True, help_text="For the answer. Shown to staff only.")
    sender = models.CharField(max_length=64, editable=False, db_index=True)
    key = models.CharField(max_length=64, unique=True, editable=False)
    at = models.DateTimeField(auto_now_add=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    correction = models.ForeignKey(
        Correction, on_delete=models.PROTECT, null=True, blank=True, related_name="problem_reports"
    )

    objects = ProblemReportQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ("view",)
        permissions = [("answer_problemreport", "Can answer a problem report")]
        constraints = [
            models.CheckConstraint(
                name="problem_report_status_known",
                condition=Q(status__in=["open", "corrected", "declined"]),
                violation_error_message="A problem report is open, corrected or declined.",
            ),
            models.CheckConstraint(
                name="problem_report_answer_is_whole",
                condition=Q(status="open", answered_at__isnull=True)
                | (~Q(status="open") & Q(answered_at__isnull=False) & ~Q(answer="")),
                violation_error_message="An answered report says when and what.",
            ),
            models.CheckConstraint(
                name="problem_report_corrected_by",
                condition=~Q(status="corrected") | Q(correction__isnull=False),
                violation_error_message="A report that led to a correction names it.",
            ),
        ]

    def __str__(self) -> str:
        return f"Problem with {self.what}"
