"""Who works on a draft: opening its review claims it, so that two people do not do the same.

A claim is a courtesy and no lock. It lapses when its holder has not opened or saved the draft for a while, and
anybody who may review may take it over; what keeps saves from overwriting each other is the letter's version.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ..models import Letter
from ..models.letter import LetterQuerySet
from .notes import LAPSES, note


class Claimed(Exception):
    """Somebody else works on the draft; `letter` says who and since when."""

    def __init__(self, letter: Letter) -> None:
        super().__init__(f"{letter.claimed_by} works on this draft.")
        self.letter = letter


def held(now: datetime | None = None) -> Q:
    """The condition of a claim that has not lapsed."""
    return Q(claimed_by__isnull=False, claimed_at__gt=(now or timezone.now()) - LAPSES)


def open_to(user: Any) -> LetterQuerySet:
    """Drafts that nobody else works on, oldest first."""
    return Letter.objects.drafts().exclude(held() & ~Q(claimed_by=user)).order_by("added_at", "pk")


def holder(letter: Letter) -> Any:
    """The person whose claim has not lapsed; None where the draft is free."""
    fresh = letter.claimed_at is not None and letter.claimed_at > timezone.now() - LAPSES
    return letter.claimed_by if fresh else None


def hold(letter: Letter, *, by: Any, take_over: bool = False) -> None:
    """Claim a draft, or renew the claim; raises Claimed where somebody else holds it, unless it is taken over.

    One guarded update: of two people who open a free draft at once one gets it. It is no change of the letter,
    so it has neither a version nor a history row; what the one before saved by itself is noted in their name.
    """
    now = timezone.now()
    free = Letter.objects.drafts().filter(pk=letter.pk)
    if not take_over:
        free = free.filter(~held(now) | Q(claimed_by=by))
    with transaction.atomic():
        if free.exclude(claimed_by=by).exists():
            note(letter)
        if free.update(claimed_by=by, claimed_at=now):
            letter.claimed_by, letter.claimed_at = by, now
            return
    letter.refresh_from_db(fields=["claimed_by", "claimed_at", "status"])
    if letter.status == Letter.Status.DRAFT:
        raise Claimed(letter)


def release(letter: Letter, *, by: Any) -> None:
    """Give a claim back; somebody else's claim stays."""
    with transaction.atomic():
        note(letter)
        Letter.objects.filter(pk=letter.pk, claimed_by=by).update(claimed_by=None, claimed_at=None)
