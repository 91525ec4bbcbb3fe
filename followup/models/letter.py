"""Letters: the source of every grade, from draft to published to withdrawn."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .base import Recorded
from .observations import ConcludingObservations, FollowUpReport
from .partial_date import PartialDateField
from .state import Session, State


class LetterQuerySet(models.QuerySet["Letter"]):
    def published(self) -> LetterQuerySet:
        """The letters the public sees: every public page starts here."""
        return self.filter(status=Letter.Status.PUBLISHED)

    def drafts(self) -> LetterQuerySet:
        """Letters that were read and wait for a person."""
        return self.filter(status=Letter.Status.DRAFT)

    def newest_first(self) -> LetterQuerySet:
        """By the date the letter bears; letters without one come last."""
        return self.order_by(models.F("date").desc(nulls_last=True), "-pk")


class Letter(Recorded):
    """A letter of the Committee to a State party in the follow-up procedure.

    `text` never changes after upload: every span indexes it. `reading` is what the parser returned, and changes
    only where a draft is read again; `record` is the same shape as staff left it. Both follow the letter record.
    """

    class Kind(models.TextChoices):
        ASSESSMENT = "assessment", _("Assessment")
        REMINDER = "reminder", _("Reminder")
        ACKNOWLEDGEMENT = "acknowledgement", _("Acknowledgement of receipt")
        OTHER = "other", _("Other")

    class Language(models.TextChoices):
        ENGLISH = "en", _("English")
        FRENCH = "fr", _("French")
        SPANISH = "es", _("Spanish")

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False)

    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.OTHER)
    reference = models.CharField(max_length=100, blank=True)
    date = PartialDateField(null=True, blank=True)
    language = models.CharField(max_length=2, choices=Language.choices, blank=True)
    state = models.ForeignKey(State, on_delete=models.PROTECT, null=True, blank=True, related_name="letters")
    observations = models.ForeignKey(
        ConcludingObservations, on_delete=models.PROTECT, null=True, blank=True, related_name="letters"
    )
    report = models.ForeignKey(
        FollowUpReport, on_delete=models.PROTECT, null=True, blank=True, related_name="letters"
    )
    assessed_session = models.ForeignKey(
        Session, on_delete=models.PROTECT, null=True, blank=True, related_name="letters"
    )
    assessed_held = PartialDateField(
        null=True, blank=True, help_text="Month of the session at which the report was examined, as printed."
    )
    # personal data: for staff only, masked wherever the text is public
    addressee_name = models.CharField(max_length=200, blank=True)
    addressee_email = models.CharField(max_length=200, blank=True)
    signatory_name = models.CharField(max_length=200, blank=True)
    signatory_role = models.CharField(max_length=100, blank=True)

    slug = models.SlugField(max_length=120, null=True, blank=True, unique=True, editable=False)
    text = models.TextField(editable=False)
    text_key = models.CharField(max_length=64, unique=True, editable=False)
    sha256 = models.CharField("SHA-256", max_length=64, unique=True, editable=False)
    original_name = models.CharField(max_length=120, blank=True, editable=False)
    media_type = models.CharField(max_length=100, editable=False)

    reading = models.JSONField(editable=False)
    parser_version = models.CharField(max_length=20, editable=False)
    # the letter record; each assessment also says in `read` which one of the reading it was (null: added)
    record = models.JSONField(editable=False)
    # flags that a person confirmed against the letter, as "code field"
    checked = models.JSONField(default=list, editable=False)
    # what publishing wrote beside the letter itself, so that undo can take it back
    written = models.JSONField(default=list, editable=False)

    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    # who works on the draft now: others are told, and may take it over
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )
    claimed_at = models.DateTimeField(null=True, editable=False)
    published_at = models.DateTimeField(null=True, editable=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_reason = models.TextField(blank=True, editable=False)

    objects = LetterQuerySet.as_manager()

    class Meta:
        ordering = ["-added_at"]
        permissions = [("publish_letter", "Can publish, undo and withdraw a letter")]
        indexes = [
            # all that lists ask of a letter: SQLite then need not read past its text
            models.Index(
                fields=[
                    "status",
                    "observations",
                    "kind",
                    "date",
                    "report",
                    "assessed_session",
                    "language",
                    "state",
                ],
                name="letter_of_observations",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["reference", "date"],
                condition=Q(status="published") & ~Q(reference=""),
                name="letter_reference_and_date_once",
                violation_error_message="A letter with this reference and date is published already.",
            ),
            models.CheckConstraint(
                name="letter_published_is_complete",
                condition=~Q(status="published")
                | (
                    Q(state__isnull=False)
                    & Q(observations__isnull=False)
                    & Q(date__isnull=False)
                    & Q(slug__isnull=False)
                    & Q(published_at__isnull=False)
                    & ~Q(kind="other")
                ),
                violation_error_message="A published letter has a State, observations, a date and a kind.",
            ),
            models.CheckConstraint(
                name="letter_withdrawn_says_why",
                condition=~Q(status="withdrawn") | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason="")),
                violation_error_message="A withdrawn letter says when and why.",
            ),
        ]

    def __str__(self) -> str:
        to = self.state.name if self.state else gettext("an unknown State")
        if not self.date:
            return gettext("Letter to %(state)s, undated") % {"state": to}
        return gettext("Letter to %(state)s, %(date)s") % {"state": to, "date": self.date.words()}

    def get_absolute_url(self) -> str:
        """Its public page; of a draft, which has none, the page where staff review it."""
        if self.slug is None:
            return reverse("admin:followup_letter_review", args=[self.pk])
        return reverse("letter", args=[self.slug])

    def free_slug(self) -> str:
        """Its address by its reference, or by State and date where it bears none; numbered if that is taken."""
        base = slugify(self.reference.replace("/", "-")) or f"{self.state_id}-{self.date}".lower()
        slug, number = base, 1
        while Letter.objects.filter(slug=slug).exclude(pk=self.pk).exists():
            number += 1
            slug = f"{base}-{number}"
        return slug

    @property
    def published(self) -> bool:
        return self.status == self.Status.PUBLISHED

    @property
    def sample(self) -> bool:
        return bool(self.state and self.state.sample)

    @property
    def personal_names(self) -> list[str]:
        """Names to mask on public pages: as read by the parser and as staff left them."""
        people: list[str | None] = [self.addressee_name, self.signatory_name]
        for record in (self.reading, self.record):
            people += [(record.get(who) or {}).get("name") for who in ("addressee", "signatory")]
        return [name for name in dict.fromkeys(people) if name]

    def spans(self, path: str) -> list[list[int]]:
        """Ranges [start, end) of the text that a value of the record was read from; empty where none is known."""
        spans: dict[str, Any] = self.record.get("spans", {})
        return list(spans.get(path, []))
