"""States, their names, and the Committee's sessions: the reference data."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import models
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ..letters import fold
from .base import Recorded, localised


def _english(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


# How a session is numbered: in French it is feminine, in Spanish a masculine “período de sesiones”.
ORDINALS: dict[str, Callable[[int], str]] = {
    "en": _english,
    "fr": lambda number: "1re" if number == 1 else f"{number}e",
    "es": lambda number: f"{number}.º",
}


class StateQuerySet(models.QuerySet["State"]):
    def parties(self) -> StateQuerySet:
        """States parties to the Convention, and the sample States that stand in for them in the demo."""
        return self.filter(models.Q(party_since__isnull=False) | models.Q(sample=True))

    def asked(self) -> StateQuerySet:
        """States with at least one set of concluding observations on public pages."""
        from .observations import ConcludingObservations

        public = ConcludingObservations.objects.public().filter(state=models.OuterRef("pk"))
        return self.filter(models.Exists(public))


class State(Recorded):
    """A State, by its ISO 3166-1 alpha-3 code, with the names the United Nations gives it.

    Sample States carry codes ISO leaves to its users (XAA to XZZ), so none can be taken for a real one.
    """

    class Region(models.TextChoices):
        """The United Nations regional groups."""

        AFRICAN = "african", _("African States")
        ASIA_PACIFIC = "asia_pacific", _("Asia-Pacific States")
        EASTERN_EUROPEAN = "eastern_european", _("Eastern European States")
        LATIN_AMERICAN = "latin_american_caribbean", _("Latin American and Caribbean States")
        WESTERN_EUROPEAN = "western_european_other", _("Western European and other States")

    iso3 = models.CharField("ISO code", max_length=3, primary_key=True)
    name_en = models.CharField("name in English", max_length=100)
    name_fr = models.CharField("name in French", max_length=100)
    name_es = models.CharField("name in Spanish", max_length=100)
    party_since = models.DateField(
        null=True, blank=True, help_text="Ratification or accession; empty where the date is not known."
    )
    region = models.CharField(max_length=30, choices=Region.choices, blank=True)
    sample = models.BooleanField(default=False, help_text="Invented, for the demo.")
    search_text = models.TextField(editable=False, default="", help_text="All names, folded for search.")

    objects = StateQuerySet.as_manager()

    class Meta:
        ordering = ["name_en"]
        constraints = [
            models.CheckConstraint(
                name="state_iso3_form",
                condition=models.Q(iso3__regex=r"^[A-Z]{3}$"),
                violation_error_message="A State's code is three capital letters (ISO 3166-1 alpha-3).",
            ),
            models.CheckConstraint(
                name="state_sample_code",
                condition=models.Q(sample=False) | models.Q(iso3__startswith="X"),
                violation_error_message="A sample State carries a code from XAA to XZZ.",
            ),
        ]

    def __str__(self) -> str:
        return self.name_en

    def get_absolute_url(self) -> str:
        return reverse("state", args=[self.iso3])

    @property
    def name(self) -> str:
        """The name in the active language, printed as the pages print: the table has straight apostrophes."""
        return localised(self, "name").replace("'", "’")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded names beside the printed ones: search reads no others."""
        names = [self.iso3, self.name_en, self.name_fr, self.name_es]
        if not self._state.adding:
            names += self.names.values_list("name", flat=True)
        self.search_text = fold("\n".join(names))
        super().save(*args, **kwargs)


class StateName(models.Model):
    """Another name of a State: formal, former, short or informal, in one of the three languages."""

    class Kind(models.TextChoices):
        SHORT = "short", "short name"
        FORMAL = "formal", "formal name"
        FORMER = "former", "former name"
        INFORMAL = "informal", "informal name"

    class Language(models.TextChoices):
        ENGLISH = "en", "English"
        FRENCH = "fr", "French"
        SPANISH = "es", "Spanish"

    state = models.ForeignKey(State, on_delete=models.CASCADE, related_name="names")
    name = models.CharField(max_length=100)
    language = models.CharField(max_length=2, choices=Language.choices)
    kind = models.CharField(max_length=10, choices=Kind.choices)

    class Meta:
        ordering = ["language", "kind", "name"]
        constraints = [models.UniqueConstraint(fields=["state", "name", "language"], name="state_name_once")]

    def __str__(self) -> str:
        return self.name


class Session(Recorded):
    """A session of the Committee. Its dates tell which month "held in" must name."""

    number = models.PositiveSmallIntegerField(primary_key=True)
    start = models.DateField()
    end = models.DateField()
    days_certain = models.BooleanField(
        default=True, help_text="Off where only the months of the dates are certain."
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.CheckConstraint(
                name="session_ends_after_start",
                condition=models.Q(end__gte=models.F("start")),
                violation_error_message="A session ends on or after the day it starts.",
            )
        ]

    def __str__(self) -> str:
        return gettext("%(ordinal)s session") % {"ordinal": self.ordinal}

    @property
    def ordinal(self) -> str:
        """22nd, 23rd, 24th; in French 22e, in Spanish 22.º."""
        return ORDINALS.get((get_language() or "en").split("-")[0], _english)(self.number)
