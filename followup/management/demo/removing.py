"""Sample data goes away with its history; what stands beside it stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from followup.documents import originals
from followup.models import (
    Assessment,
    Change,
    ConcludingObservations,
    Correction,
    FollowUpReport,
    Letter,
    ParserRun,
    ProblemReport,
    Recommendation,
    Session,
    State,
    User,
    maintenance,
)

from .loading import LETTERS, sha256_of
from .users import LOGINS

REASON = "Sample data removed."
RECORDED = (State, Session, ConcludingObservations, Recommendation, FollowUpReport, Letter, Assessment)


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken away. `closed` names the demo users that the history of other records still needs."""

    states: int
    letters: int
    users: int
    closed: list[str]


def remove_sample() -> Removed:
    """Take away the sample States and all that hangs on them, the sample letters and the demo users.

    The one place that deletes letters and assessments without a service of intake: those keep on record what
    was public, and here nothing is to be kept.
    """
    with maintenance():
        states = list(State.objects.filter(sample=True))
        # a sample letter is one also where a visitor chose another State for it
        digests = set(map(sha256_of, LETTERS))
        letters = Letter.objects.filter(
            Q(state__in=states) | Q(observations__state__in=states) | Q(sha256__in=digests)
        )
        digests |= set(letters.values_list("sha256", flat=True))
        count = len(letters)
        _delete(states, letters)
        _forget(digests)
        users, closed = _remove_users()
    for digest in digests:
        originals.path_of(digest, Path(settings.ORIGINALS_DIR)).unlink(missing_ok=True)
    return Removed(len(states), count, users, closed)


def was_removed() -> bool:
    """Whether sample data was here once and was taken away."""
    return bool(State.history.filter(sample=True, history_type="-").exists())


def _delete(states: list[State], letters: Any) -> None:
    observations = ConcludingObservations.objects.filter(state__in=states)
    Assessment.objects.filter(
        Q(letter__in=letters) | Q(recommendation__observations__in=observations)
    ).delete()
    Change.objects.filter(Q(state__in=states) | Q(letter__in=letters)).delete()
    Correction.objects.filter(state__in=states).delete()
    letters.delete()
    ParserRun.objects.filter(rereadings=None).delete()
    Recommendation.objects.filter(observations__in=observations).delete()
    FollowUpReport.objects.filter(observations__in=observations).delete()
    observations.delete()
    for state in states:
        state.remove(by=None, reason=REASON)


def _forget(digests: set[str]) -> None:
    """Delete the history of everything sample, also of what a visitor had deleted before.

    Of the States the row of their removal stays: by it `demo --once` knows not to bring the sample data back.
    """
    codes = list(State.history.filter(sample=True).values_list("iso3", flat=True).distinct())
    observations = _deleted(ConcludingObservations, Q(state_id__in=codes))
    recommendations = _deleted(Recommendation, Q(observations_id__in=observations))
    reports = _deleted(FollowUpReport, Q(observations_id__in=observations))
    letters = _deleted(
        Letter, Q(state_id__in=codes) | Q(observations_id__in=observations) | Q(sha256__in=digests)
    )
    assessments = _deleted(Assessment, Q(letter_id__in=letters) | Q(recommendation_id__in=recommendations))
    gone: list[tuple[Any, list[Any]]] = [
        (ConcludingObservations, observations),
        (Recommendation, recommendations),
        (FollowUpReport, reports),
        (Letter, letters),
        (Assessment, assessments),
    ]
    for model, keys in gone:
        model.history.filter(id__in=keys).delete()
    State.history.filter(iso3__in=codes).exclude(history_type="-").delete()
    for model, keys in [*gone, (State, codes)]:
        LogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(model), object_id__in=map(str, keys)
        ).delete()


def _deleted(model: Any, which: Q) -> list[int]:
    """Keys of the deleted records that match: their last state stands in the history's row of type "-"."""
    return list(model.history.filter(which, history_type="-").values_list("id", flat=True))


def _remove_users() -> tuple[int, list[str]]:
    """Delete the demo users; one that real work is recorded under is closed instead: the record names it."""
    removed, closed = 0, []
    for user in User.objects.filter(username__in=[login.username for login in LOGINS]):
        if not _named(user):
            number = user.pk
            user.delete()
            for memberships in ("HistoricalUser_groups", "HistoricalUser_user_permissions"):
                apps.get_model("followup", memberships).objects.filter(user_id=number).delete()
            User.history.filter(id=number).delete()
            removed += 1
        else:
            user.is_active = user.is_staff = user.is_superuser = False
            user.set_unusable_password()
            user.save()
            user.groups.clear()
            closed.append(user.username)
    return removed, closed


def _named(user: User) -> bool:
    return (
        any(model.history.filter(history_user=user).exists() for model in RECORDED)
        or Correction.objects.filter(Q(made_by=user) | Q(decided_by=user)).exists()
        or Letter.objects.filter(added_by=user).exists()
        or ParserRun.objects.filter(Q(started_by=user) | Q(rereadings__decided_by=user)).exists()
        or ProblemReport.objects.filter(answered_by=user).exists()
        or User.history.filter(history_user=user).exclude(id=user.pk).exists()
        or LogEntry.objects.filter(user=user).exists()
    )
