"""Concluding observations, the recommendations selected in them, and the State's follow-up report."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Length, Substr
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from ..letters import ParagraphRef, parse_reference, parse_symbol
from .base import Recorded
from .partial_date import PartialDate, PartialDateField, past
from .state import Session, State

_PART = re.compile(r"\(([a-z]+)\)")

if TYPE_CHECKING:
    from .letter import LetterQuerySet


class ConcludingObservationsQuerySet(models.QuerySet["ConcludingObservations"]):
    def public(self) -> ConcludingObservationsQuerySet:
        """Those that staff entered, or that a published letter speaks of."""
        from .letter import Letter

        published = Letter.objects.published().filter(observations=OuterRef("pk"))
        return self.filter(Q(by_hand=True) | Exists(published))

    def assessed(self) -> ConcludingObservationsQuerySet:
        """Those on whose recommendations a published letter gives an assessment."""
        return self.filter(Exists(_assessing(observations=OuterRef("pk"))))

    def awaiting_report(self) -> ConcludingObservationsQuerySet:
        """Those whose follow-up report has not come, as far as the registry knows, and may still come."""
        # a letter can also assess without a report: then nobody waits for one
        return self.filter(~Exists(_assessing(observations=OuterRef("pk"))), reports__isnull=True)

    def awaiting_assessment(self) -> ConcludingObservationsQuerySet:
        """Those with a report that no published letter answers: none names it, and none came after it."""
        answers = _assessing(observations=OuterRef("observations")).filter(
            Q(report=OuterRef("pk"))
            # of two dates the less precise one decides: a letter of May answers a report of 14 May
            | Q(date__gte=Substr(OuterRef("received"), 1, Length("date")))
        )
        # an undated report counts as answered by any assessment
        undated = Q(received__isnull=True) & Exists(_assessing(observations=OuterRef("observations")))
        waiting = FollowUpReport.objects.filter(~Exists(answers), ~undated, observations=OuterRef("pk"))
        return self.filter(Exists(waiting))

    def overdue(self, on: date) -> ConcludingObservationsQuerySet:
        """Those whose follow-up report had not come when its due date was past on day `on`."""
        # due is NULL where the Committee set no deadline: such a row is never overdue
        return self.awaiting_report().filter(past("due", on))


def _assessing(**of: Any) -> LetterQuerySet:
    """Published letters that assess, of some observations."""
    from .letter import Letter

    return Letter.objects.published().filter(kind=Letter.Kind.ASSESSMENT, **of)


class ConcludingObservations(Recorded):
    """What the Committee adopted on a State's report; the urgent recommendations were selected in it."""

    class DueBasis(models.TextChoices):
        """Where the due date comes from: the letter prints it, or it is the adoption plus the period given."""

        PRINTED = "printed", _("printed in the letter")
        COMPUTED = "computed", _("computed from the session and the time given")

    state = models.ForeignKey(State, on_delete=models.PROTECT, related_name="observations")
    symbol = models.CharField(max_length=60, unique=True)
    slug = models.CharField(max_length=30, editable=False)
    # NULL: the letter does not say. An empty list: reviewed in the absence of a report.
    reports_reviewed = models.JSONField(
        null=True, blank=True, help_text="Numbers of the periodic reports reviewed: [1], [2, 3], [] for none."
    )
    session = models.ForeignKey(
        Session, on_delete=models.PROTECT, null=True, blank=True, related_name="adopted"
    )
    session_held = PartialDateField(
        null=True, blank=True, help_text="Month the session was held, as printed."
    )
    months = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="Time given for the follow-up report, in months."
    )
    due = PartialDateField(null=True, blank=True, help_text="When the follow-up report is due.")
    due_basis = models.CharField(max_length=10, choices=DueBasis.choices, blank=True)
    by_hand = models.BooleanField(
        "entered by hand", default=False, help_text="Entered by staff before any letter: public on its own."
    )

    objects = ConcludingObservationsQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "concluding observations"
        ordering = ["state", "-session_held", "symbol"]
        constraints = [
            models.UniqueConstraint(fields=["state", "slug"], name="observations_slug_once"),
            models.CheckConstraint(
                name="observations_due_has_basis",
                condition=(Q(due__isnull=True) & Q(due_basis="")) | (Q(due__isnull=False) & ~Q(due_basis="")),
                violation_error_message="A due date says whether it is printed or computed.",
            ),
        ]

    def __str__(self) -> str:
        return self.symbol

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Derive the part of the address that names the observations: CMW/C/TJK/CO/2 gives CO-2."""
        symbol = parse_symbol(self.symbol)
        self.slug = symbol.slug if symbol else self.symbol.replace("/", "-")[:30]
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("observations", args=[self.state_id, self.slug])

    @property
    def held(self) -> PartialDate | None:
        """Month of adoption: as printed, else from the table of sessions."""
        if self.session_held:
            return self.session_held
        if self.session:
            return PartialDate(self.session.start.year, self.session.start.month)
        return None


def paragraph_words(label: str) -> str:
    """35 (a) as documents in the active language write it: in French and Spanish 35 a). Data and addresses keep 35 (a)."""
    if (get_language() or "en").split("-")[0] in ("fr", "es"):
        return _PART.sub(r"\1)", label)
    return label


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def public(self) -> RecommendationQuerySet:
        """Recommendations of observations that are on public pages."""
        return self.filter(observations__in=ConcludingObservations.objects.public())

    def with_latest(self) -> RecommendationQuerySet:
        """Add what the newest published letter says: latest_id, latest_grade, latest_date, latest_session, latest_language.

        latest_id is NULL where no published letter assesses the recommendation: "not yet assessed".
        latest_grade is NULL there too, and where the letter states no grade: only latest_id tells them apart.
        """
        return self.annotate(
            latest_id=F("newest__assessment"),
            latest_grade=F("newest__grade"),
            latest_date=F("newest__date"),
            latest_session=F("newest__session"),
            latest_language=F("newest__language"),
        )

    def assessed(self) -> RecommendationQuerySet:
        return self.filter(latest_id__isnull=False)

    def not_assessed(self) -> RecommendationQuerySet:
        """No published letter says anything on them (yet); this is not "not implemented"."""
        return self.filter(latest_id__isnull=True)

    def grade_not_stated(self) -> RecommendationQuerySet:
        """Assessed in a letter that states no grade."""
        return self.filter(latest_id__isnull=False, latest_grade__isnull=True)

    def in_order(self) -> RecommendationQuerySet:
        """By State, observations and paragraph, in the order a person counts: 9 < 12 < 35 (a) < 35 (b) < 47."""
        return self.order_by("observations__state__name_en", "observations__symbol", "sort_key")


class Recommendation(Recorded):
    """A paragraph, or a part of one, that the Committee selected for follow-up."""

    observations = models.ForeignKey(
        ConcludingObservations, on_delete=models.PROTECT, related_name="recommendations"
    )
    paragraph = models.PositiveSmallIntegerField()
    sub_paragraph = models.CharField(max_length=1, blank=True, help_text="The letter: a in 35 (a).")
    sub_sub_paragraph = models.CharField(
        max_length=5, blank=True, help_text="The roman number: ii in 35 (a) (ii)."
    )
    label = models.CharField(max_length=20, editable=False)
    slug = models.CharField(max_length=20, editable=False)
    sort_key = models.CharField(max_length=20, editable=False)
    wording = models.TextField(blank=True, help_text="The recommendation as adopted, where it was entered.")

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ["observations", "sort_key"]
        constraints = [
            models.UniqueConstraint(
                fields=["observations", "paragraph", "sub_paragraph", "sub_sub_paragraph"],
                name="recommendation_once",
                violation_error_message="These observations have this paragraph already.",
            ),
            models.CheckConstraint(
                name="recommendation_paragraph_form",
                condition=Q(paragraph__gte=1)
                & (Q(sub_paragraph="") | Q(sub_paragraph__regex=r"^[a-z]$"))
                & (Q(sub_sub_paragraph="") | Q(sub_sub_paragraph__regex=r"^[ivx]+$")),
                violation_error_message="A paragraph is written 35, 35 (a) or 35 (a) (ii).",
            ),
        ]

    def __str__(self) -> str:
        values = {"symbol": self.observations.symbol, "label": self.words}
        return gettext("%(symbol)s, paragraph %(label)s") % values

    def get_absolute_url(self) -> str:
        return reverse("recommendation", args=[self.observations.state_id, self.observations.slug, self.slug])

    @property
    def words(self) -> str:
        """The paragraph as a page in the active language writes it."""
        return paragraph_words(self.label)

    @property
    def reference(self) -> ParagraphRef:
        return ParagraphRef(self.paragraph, self.sub_paragraph, self.sub_sub_paragraph)

    @classmethod
    def fields_of(cls, label: str) -> dict[str, Any]:
        """The paragraph fields for a label such as "35 (a)". Raises ValueError for anything else."""
        reference = parse_reference(label)
        if reference is None:
            raise ValueError(f"“{label}” is no paragraph")
        return {
            "paragraph": reference.number,
            "sub_paragraph": reference.letter,
            "sub_sub_paragraph": reference.roman,
        }

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Derive label, address and place in the order from the three parts of the paragraph."""
        reference = self.reference
        self.label, self.slug, self.sort_key = reference.label, reference.slug, reference.sort_key
        super().save(*args, **kwargs)


class FollowUpReport(Recorded):
    """The State party's report on what it did with the selected recommendations."""

    observations = models.ForeignKey(ConcludingObservations, on_delete=models.PROTECT, related_name="reports")
    symbol = models.CharField(max_length=60, blank=True)
    received = PartialDateField(
        null=True, blank=True, help_text="With the precision of the letter: 2018-05 is May 2018."
    )

    class Meta:
        verbose_name = "follow-up report"
        ordering = ["observations", "received"]
        constraints = [
            models.UniqueConstraint(
                fields=["symbol"],
                condition=~Q(symbol=""),
                name="report_symbol_once",
                violation_error_message="A follow-up report with this symbol is here already.",
            )
        ]

    def __str__(self) -> str:
        words = gettext("Follow-up report on %(symbol)s") % {"symbol": self.observations.symbol}
        return self.symbol or words
