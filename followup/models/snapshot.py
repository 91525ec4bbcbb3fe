"""Snapshots: the public registry as it stood on a day, as one file that can be cited."""

from __future__ import annotations

from django.db import models
from django.urls import reverse


class Snapshot(models.Model):
    """A ZIP file in the store of snapshots, known by its SHA-256. Never changed; a day has one at most."""

    on = models.DateField(unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    rows = models.JSONField(help_text="Number of rows by table.")
    last_change = models.PositiveBigIntegerField(
        default=0, help_text="Number of the last entry of the public log that it holds."
    )

    class Meta:
        ordering = ["-on"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"Snapshot of {self.on.isoformat()}"

    def get_absolute_url(self) -> str:
        return reverse("snapshot", args=[self.on.isoformat()])

    @property
    def total(self) -> int:
        """Rows of all lists."""
        return sum(self.rows.values())
