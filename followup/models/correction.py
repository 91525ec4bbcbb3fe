"""Corrections of published values: what stood, what was put in its place, who, when and why."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast

from .state import State


class CorrectionQuerySet(models.QuerySet["Correction"]):
    def of(self, record: models.Model) -> CorrectionQuerySet:
        """The corrections of one record, newest first."""
        return self.filter(model=record._meta.model_name, record=str(record.pk)).order_by("-pk")

    def made_of(self, model: str) -> models.Exists:
        """Whether a row of a model was corrected: for filters and annotations of its queryset."""
        key = Cast(models.OuterRef("pk"), models.CharField())
        return models.Exists(self.filter(model=model, status=Correction.Status.MADE, record=key))

    def waiting(self) -> CorrectionQuerySet:
        """Proposed, and not decided yet."""
        return self.filter(status=Correction.Status.PROPOSED)


class Correction(models.Model):
    """One act on one published record. `before` and `after` hold the changed values only, in ISO form, by field.

    Where two people are asked for, the first proposes and the second decides; else it stands at once. A row is
    never changed but for the decision, and never deleted.
    """

    class Model(models.TextChoices):
        """What can be corrected, by the name of its model."""

        ASSESSMENT = "assessment", "Assessment"
        RECOMMENDATION = "recommendation", "Recommendation"
        OBSERVATIONS = "concludingobservations", "Concluding observations"
        REPORT = "followupreport", "Follow-up report"
        LETTER = "letter", "Letter"

    class Status(models.TextChoices):
        PROPOSED = "proposed", "Waits for a second person"
        MADE = "made", "Made"
        DECLINED = "declined", "Declined"

    model = models.CharField(max_length=30, choices=Model.choices)
    record = models.CharField("key of the record", max_length=20)
    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="corrections")
    version = models.PositiveIntegerField(help_text="Version of the record the values were changed from.")
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField()
    source = models.URLField("link to a source", max_length=500, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.MADE)
    # the form it was sent with: sent twice, it is one correction
    key = models.CharField(max_length=64, unique=True)
    restores = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    role = models.CharField(max_length=30)
    made_at = models.DateTimeField(auto_now_add=True)
    # NULL: the registry itself, as in a demo without users
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.TextField("reason of the decision", blank=True)

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["model", "record"], name="correction_of_record")]
        default_permissions = ("view",)
        permissions = [
            ("make_correction", "Can correct a published value"),
            ("decide_correction", "Can confirm or decline a correction that somebody else proposed"),
        ]
        constraints = [
            models.CheckConstraint(
                name="correction_model_known",
                condition=Q(
                    model__in=[
                        "assessment",
                        "recommendation",
                        "concludingobservations",
                        "followupreport",
                        "letter",
                    ]
                ),
                violation_error_message="This is no record that can be corrected.",
            ),
            models.CheckConstraint(
                name="correction_says_why",
                condition=~Q(reason=""),
                violation_error_message="A correction says why.",
            ),
            models.CheckConstraint(
                name="correction_decided_by_another",
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=models.F("made_by")),
                violation_error_message="A correction is confirmed by another person than the one who proposed it.",
            ),
            models.CheckConstraint(
                name="correction_declined_says_why",
                condition=~Q(status="declined") | (Q(decided_at__isnull=False) & ~Q(decision="")),
                violation_error_message="A declined correction says when and why.",
            ),
        ]

    def __str__(self) -> str:
        return f"Correction of {self.get_model_display().lower()} {self.record}"
