"""Batches: files that came in together, and what became of each."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Count, Q

from .letter import Letter


class BatchQuerySet(models.QuerySet["Batch"]):
    def with_counts(self) -> BatchQuerySet:
        """Each batch with the number of its files, in `total`, and of those not read yet, in `waiting`."""
        waiting = Count("files", filter=Q(files__status=BatchFile.Status.WAITING))
        return self.annotate(total=Count("files"), waiting=waiting)


class Batch(models.Model):
    """Files that came in together, by an upload or by the command import_letters."""

    class Source(models.TextChoices):
        UPLOAD = "upload", "Upload"
        COMMAND = "command", "Import"

    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    source = models.CharField(max_length=10, choices=Source.choices)

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at", "-pk"]
        verbose_name_plural = "batches"
        default_permissions = ()  # who may add letters may see how adding them went
        constraints = [
            models.CheckConstraint(
                name="batch_source_known",
                condition=Q(source__in=["upload", "command"]),
                violation_error_message="A batch comes by an upload or by the command.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_source_display()} of {self.added_at:%-d %B %Y, %H:%M} UTC"


class BatchFileQuerySet(models.QuerySet["BatchFile"]):
    def waiting(self) -> BatchFileQuerySet:
        """Files whose bytes are stored and that nobody has read yet."""
        return self.filter(status=BatchFile.Status.WAITING)

    def tally(self) -> dict[str, int]:
        """How many files there are of each status, in the order of Status; a status without any is left out."""
        counts = dict(self.order_by().values_list("status").annotate(Count("pk")))
        return {status: counts[status] for status in BatchFile.Status.values if status in counts}


class BatchFile(models.Model):
    """One file of a batch: a line of its summary.

    A waiting file has its bytes stored and nothing else; a finished one says what became of it. Only a file
    that was refused before it was stored, such as one over the limit, has no `sha256`. `letter` is the draft
    made from the file (new, similar) or the letter that was here already (same); it becomes empty when that
    draft is discarded. `like` is the letter a similar one stands beside.
    """

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting"
        NEW = "new", "New"
        SAME = "same", "Same"
        SIMILAR = "similar", "Similar"
        REFUSED = "refused", "Refused"

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="files")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=250)
    sha256 = models.CharField("SHA-256", max_length=64, blank=True, db_index=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.WAITING)
    message = models.TextField(blank=True)
    flags = models.PositiveIntegerField(default=0)
    letter = models.ForeignKey(Letter, on_delete=models.SET_NULL, null=True, related_name="+")
    like = models.ForeignKey(Letter, on_delete=models.SET_NULL, null=True, related_name="+")

    objects = BatchFileQuerySet.as_manager()

    class Meta:
        ordering = ["batch", "position"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["batch", "position"], name="batch_file_one_a_position"),
            models.CheckConstraint(
                name="batch_file_status_known",
                condition=Q(status__in=["waiting", "new", "same", "similar", "refused"]),
                violation_error_message="A file of a batch is waiting, new, same, similar or refused.",
            ),
            models.CheckConstraint(
                name="batch_file_waiting_says_nothing",
                condition=~Q(status="waiting")
                | (~Q(sha256="") & Q(message="", flags=0, letter__isnull=True, like__isnull=True)),
                violation_error_message="A waiting file has its bytes stored, and no result.",
            ),
            models.CheckConstraint(
                name="batch_file_refused_says_why",
                condition=~Q(status="refused")
                | (~Q(message="") & Q(flags=0, letter__isnull=True, like__isnull=True)),
                violation_error_message="A refused file says why, and leads to no letter.",
            ),
            models.CheckConstraint(
                name="batch_file_read_is_stored",
                condition=Q(status="refused") | ~Q(sha256=""),
                violation_error_message="Only a refused file may have no stored original.",
            ),
            models.CheckConstraint(
                name="batch_file_like_when_similar",
                condition=Q(status="similar") | Q(like__isnull=True),
                violation_error_message="Only a similar file is like another letter.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
