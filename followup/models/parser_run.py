"""Parser runs: stored letters read again with the parser of today, for a person to compare."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Count, Q

from .letter import Letter


class ParserRunQuerySet(models.QuerySet["ParserRun"]):
    def with_counts(self) -> ParserRunQuerySet:
        """Each run with the number of its letters, of those not read yet, and of those to decide on."""
        waiting = Count("rereadings", filter=Q(rereadings__status=Rereading.Status.WAITING))
        differing = Count("rereadings", filter=Q(rereadings__status=Rereading.Status.DIFFERS))
        return self.annotate(total=Count("rereadings"), waiting=waiting, differing=differing)


class ParserRun(models.Model):
    """One reading again of some or all letters. It changes nothing by itself."""

    started_at = models.DateTimeField(auto_now_add=True)
    started_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    parser_version = models.CharField(max_length=20)

    objects = ParserRunQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ("view", "add")

    def __str__(self) -> str:
        return f"Parser {self.parser_version}, {self.started_at:%-d %B %Y, %H:%M} UTC"


class RereadingQuerySet(models.QuerySet["Rereading"]):
    def waiting(self) -> RereadingQuerySet:
        """Letters that were not read again yet."""
        return self.filter(status=Rereading.Status.WAITING)

    def decided(self) -> RereadingQuerySet:
        """Those that a person looked at, whatever they chose."""
        return self.filter(status__in=[Rereading.Status.KEPT, Rereading.Status.ADOPTED])

    def tally(self) -> dict[str, int]:
        """How many there are of each status, in the order of Status; a status without any is left out."""
        counts = dict(self.order_by().values_list("status").annotate(Count("pk")))
        return {status: counts[status] for status in Rereading.Status.values if status in counts}

    def to_decide(self) -> RereadingQuerySet:
        """Those that differ from what stands, and that nobody has looked at."""
        return self.filter(status=Rereading.Status.DIFFERS)


class Rereading(models.Model):
    """What the parser of a run reads in one letter, beside what the letter's record says.

    `differences` holds [path, what stood, what is read now] of each value that differs, as it was when the letter
    was read; a value that a person changed is listed too and never taken over by itself. `taken` holds the paths
    that a person took over.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        SAME = "same", "Same result"
        DIFFERS = "differs", "Differs"
        FAILED = "failed", "Could not be read"
        KEPT = "kept", "Looked at, left as it is"
        ADOPTED = "adopted", "Taken over"
        REPLACED = "replaced", "Read again since"

    run = models.ForeignKey(ParserRun, on_delete=models.PROTECT, related_name="rereadings")
    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="rereadings")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    reading = models.JSONField(null=True)
    differences = models.JSONField(default=list)
    taken = models.JSONField(default=list)
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
                condition=Q(
                    status__in=["waiting", "same", "differs", "failed", "kept", "adopted", "replaced"]
                ),
                violation_error_message="A rereading waits, is the same, differs, failed, was decided or replaced.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.letter}, {self.run}"
