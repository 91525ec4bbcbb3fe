"""Themes: what a recommendation is about, by a small thesaurus of migrant workers' rights."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .base import Recorded, localised
from .observations import Recommendation


class ThemeQuerySet(models.QuerySet["Theme"]):
    def confirmed_of(self, recommendation: Recommendation) -> ThemeQuerySet:
        """The themes of a recommendation that a person confirmed."""
        return self.filter(taggings__recommendation=recommendation, taggings__status=Tagging.Status.CONFIRMED)


class Theme(Recorded):
    """One entry of the thesaurus: a right, a group of persons, an article of the Convention, a target of the SDGs."""

    class Kind(models.TextChoices):
        RIGHT = "right", _("Right")
        GROUP = "group", _("Group of persons")
        ARTICLE = "article", _("Article of the Convention")
        TARGET = "target", _("Target of the Sustainable Development Goals")

    slug = models.SlugField(max_length=60, primary_key=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name_en = models.CharField("name in English", max_length=120)
    name_fr = models.CharField("name in French", max_length=120)
    name_es = models.CharField("name in Spanish", max_length=120)
    position = models.PositiveSmallIntegerField(default=0)
    # terms that suggest the theme, folded as the search text is
    terms = models.JSONField(default=list, blank=True)

    objects = ThemeQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "position", "slug"]
        constraints = [
            models.CheckConstraint(
                name="theme_kind_known",
                condition=Q(kind__in=["right", "group", "article", "target"]),
                violation_error_message="A theme is a right, a group, an article or a target.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the active language; in English where the thesaurus has none in it."""
        return localised(self, "name")


class TaggingQuerySet(models.QuerySet["Tagging"]):
    def confirmed(self) -> TaggingQuerySet:
        """Those a person confirmed: the only ones that public pages and filters know."""
        return self.filter(status=Tagging.Status.CONFIRMED)

    def suggested(self) -> TaggingQuerySet:
        return self.filter(status=Tagging.Status.SUGGESTED)


class Tagging(models.Model):
    """A theme of a recommendation: suggested by a term in its text, then confirmed or declined by a person."""

    class Status(models.TextChoices):
        SUGGESTED = "suggested", "Suggested"
        CONFIRMED = "confirmed", "Confirmed"
        DECLINED = "declined", "Declined"

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="taggings")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="taggings")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SUGGESTED)
    term = models.CharField(max_length=120, blank=True, help_text="The words of the text that suggested it.")
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = TaggingQuerySet.as_manager()

    class Meta:
        ordering = ["recommendation", "theme"]
        default_permissions = ("view", "change")
        constraints = [
            models.UniqueConstraint(fields=["recommendation", "theme"], name="tagging_once"),
            models.CheckConstraint(
                name="tagging_status_known",
                condition=Q(status__in=["suggested", "confirmed", "declined"]),
                violation_error_message="A theme is suggested, confirmed or declined.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.theme}"

    @property
    def decided(self) -> bool:
        return self.status != self.Status.SUGGESTED
