"""Parser runs: stored letters read again with the parser of today, for a person to compare."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from .letter import Letter


class ParserRun(models.Model):
    """One reading again of some or all letters. It changes nothing by itself."""

    started_at = models.DateTimeField(auto_now_add=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    parser_version = models.CharField(max_length=20)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ("view", "add")

    def __str__(self) -> str:
        return f"Parser {self.parser_version}, {self.started_at:%-d %B %Y, %H:%M} UTC"


class RereadingQuerySet(models.QuerySet["Rereading"]):
    def to_decide(self) -> RereadingQuerySet:
        """Those that differ from what stands, and that nobody has looked at."""
        return self.filter(status=Rereading.Status.DIFFERS)


class Rereading(models.Model):
    """What the parser of a run reads in one letter, beside what the letter's record says.

    `differences` holds [path, what stands, what is read now] of each value that differs; a value that a person
    changed is listed too and never taken over by itself.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SAME = "same", "Same result"
        DIFFERS = "differs", "Differs"
        KEPT = "kept", "Looked at, left as it is"
        ADOPTED = "adopted", "Taken over"

    run = models.ForeignKey(ParserRun, on_delete=models.PROTECT, related_name="rereadings")
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="rereadings")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    reading = models.JSONField(null=True)
    differences = models.JSONField(default=list)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = RereadingQuerySet.as_manager()

    class Meta:
        ordering = ["run", "pk"]
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(fields=["run", "letter"], name="rereading_once_a_run"),
            models.CheckConstraint(
                name="rereading_status_known",
                condition=Q(status__in=["waiting", "same", "differs", "kept", "adopted"]),
                violation_error_message="A rereading waits, is the same, differs, or was decided.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter}, {self.run}"
