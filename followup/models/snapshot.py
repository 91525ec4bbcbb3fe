"""Snapshots: the public registry as it stood on a day, as one file that can be cited."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models
from django.urls import reverse


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers as runs of neighbours.

    >>> runs([1, 2, 3, 7, 9, 8])
    [[1, 3], [7, 9]]
    """
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


class Snapshot(models.Model):
    """A ZIP file in the store of snapshots, known by its SHA-256. Never changed; a day has one at most."""

    on = models.DateField(unique=True)
    made_at = models.DateTimeField(auto_now_add=True)
    sha256 = models.CharField("SHA-256", max_length=64)
    size = models.PositiveBigIntegerField(help_text="In bytes.")
    rows = models.JSONField(help_text="Number of rows by table.")
    # a number of the log may become public after a higher one: so each that a snapshot holds is told
    holds = models.JSONField(
        default=list, help_text="Numbers of the entries of the public log in it, as runs [first, last]."
    )

    class Meta:
        ordering = ["-on"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"Snapshot of {self.on.isoformat()}"

    def get_absolute_url(self) -> str:
        return reverse("snapshot", args=[self.on.isoformat()])

    def since(self, earlier: Snapshot) -> list[int]:
        """Numbers of the entries of the log that it holds and the earlier snapshot does not, the highest first."""
        known = {number for first, last in earlier.holds for number in range(first, last + 1)}
        numbers = (number for first, last in self.holds for number in range(first, last + 1))
        return sorted((number for number in numbers if number not in known), reverse=True)

    @property
    def total(self) -> int:
        """Rows of all lists."""
        return sum(self.rows.values())
