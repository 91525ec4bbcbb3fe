"""The public log: what was published, corrected, withdrawn or taken back, an entry each."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .correction import Correction
from .letter import Letter
from .observations import Recommendation
from .state import State


class ChangeQuerySet(models.QuerySet["Change"]):
    def newest_first(self) -> ChangeQuerySet:
        """In the order in which they became public; the number orders them, not the clock."""
        return self.order_by("-pk")


class Change(models.Model):
    """One entry of the log, written in the transaction of the act it tells of, and never changed or deleted.

    It says in words what the record was called and what stood before and after, so that it stays readable when
    the record is gone; `before` and `after` hold the printed values by field. It names a role, never a person.
    """

    class Kind(models.TextChoices):
        PUBLISHED = "published", _("Published")
        CORRECTED = "corrected", _("Corrected")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        UNDONE = "undone", _("Publication undone")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    at = models.DateTimeField(auto_now_add=True, db_index=True)
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=300, help_text="The record in words, as it was called then.")
    path = models.CharField(max_length=300, help_text="Its address in the registry.")
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)
    role = models.CharField(max_length=30)
    correction = models.OneToOneField(
        Correction, on_delete=models.PROTECT, null=True, blank=True, related_name="change"
    )
    # without a constraint: an undone publication takes its rows along, and its entries stay
    letter = models.ForeignKey(
        Letter, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="changes"
    )
    recommendation = models.ForeignKey(
        Recommendation, on_delete=models.DO_NOTHING, db_constraint=False, null=True, related_name="changes"
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        default_permissions = ("view",)
        constraints = [
            models.CheckConstraint(
                name="change_kind_known",
                condition=Q(kind__in=["published", "corrected", "withdrawn", "undone"]),
                violation_error_message="A change is a publication, a correction, a withdrawal or an undoing.",
            ),
            models.CheckConstraint(
                name="change_says_why",
                condition=Q(kind="published") | ~Q(reason=""),
                violation_error_message="Whatever changes a public value says why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.what}"

    def get_absolute_url(self) -> str:
        return self.path

    @property
    def values(self) -> list[tuple[str, Any, Any]]:
        """(field, before, after) of every value that changed, by name: PostgreSQL keeps no order of keys."""
        names = sorted({*self.before, *self.after})
        return [(name, self.before.get(name), self.after.get(name)) for name in names]
