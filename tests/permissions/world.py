"""The records that the addresses of the matrix speak of: one of each, in each state where it matters."""

from __future__ import annotations

from datetime import date
from typing import Any

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.test import override_settings
from django.utils import timezone

from followup import corrections, intake, problem_reports, snapshots
from followup.intake import parser_runs
from followup.models import (
    Assessment,
    Change,
    ConcludingObservations,
    FollowUpReport,
    GradeWording,
    Letter,
    ProblemReport,
    Recommendation,
    Session,
    State,
    Theme,
    User,
)
from followup.views import reports
from tests.samples import numbered, sample_state

from .matrix import ROLES

# the number of the sample letter in each state: its reference, day and concluding observations follow from it
NUMBERS = {"draft": 11, "published": 12, "withdrawn": 13}
World = dict[str, Any]


def build() -> World:
    """Names of the matrix with their values; a value that differs by the state of the record is a dict by state."""
    sample_state()
    clerk = User.objects.create_user("clerk", is_staff=True)
    letters = _letters(clerk)
    one = _published(letters)
    wording = GradeWording(
        language="en",
        pattern="half done",
        grade="partially_implemented",
        example="The Committee considers that the recommendation contained in paragraph 51 has been half done.",
    )
    intake.teach(wording, by=clerk, reason="Met in a letter.")
    run = parser_runs.start(Letter.objects.all(), by=clerk)
    for row in run.rereadings.all():
        row.status, row.reading = "differs", row.letter.reading
        row.save()
    batch = intake.open_batch([], by=clerk, source="upload")
    theme = Theme.objects.earliest("slug")
    now = {"attempt_time": timezone.now(), "username": "x", "ip_address": "192.0.2.1"}
    return {
        "app": "followup",
        "nowhere": "nowhere",
        "type": ContentType.objects.get_for_model(Letter).pk,
        "state": "XTL",
        "state.history": _history(State.objects.get(pk="XTL")),
        "session": 38,
        "session.history": _history(Session.objects.get(pk=38)),
        "paragraph": "15",
        "letter": {state: row.pk for state, row in letters.items()},
        "letter.slug": {state: f"cmw-followup-38-x{n}" for state, n in NUMBERS.items()},
        "letter.history": {state: _history(row) for state, row in letters.items()},
        "observations.slug": {state: f"CO-{n + 9}" for state, n in NUMBERS.items()},
        **one,
        "wording": wording.pk,
        "wording.history": _history(wording),
        "batch": batch.pk,
        "user": clerk.pk,
        "user.history": _history(clerk),
        "change": Change.objects.filter(kind="published").latest("pk").pk,
        "thanks": _reported(letters["published"]),
        "problem": ProblemReport.objects.get().pk,
        "correction": _proposed(letters["published"], clerk),
        "run": run.pk,
        "rereading": {
            state: run.rereadings.get(letter=letters[state]).pk for state in ("draft", "published")
        },
        "number": 1,
        "theme": theme.pk,
        "theme.history": _history(theme),
        "list": "letters",
        "ending": "json",
        "day": _snapshots(),
        "section": "letters",
        "style": "bib",
        "group": Group.objects.get(name="Correctors").pk,
        "attempt": AccessAttempt.objects.create(**now, failures_since_start=5).pk,
        "access": AccessLog.objects.create(**now).pk,
        "failure": AccessFailureLog.objects.create(**now).pk,
    }


def user(role: str) -> User | None:
    """Somebody of a role; None is nobody."""
    groups = ROLES[role]
    if groups is None:
        return None
    if role == "superuser":
        return User.objects.create_superuser(role)
    found = User.objects.create_user(role, is_staff=True)
    found.groups.set(Group.objects.filter(name__in=groups))
    return found


def _letters(clerk: User) -> dict[str, Letter]:
    texts = {state: numbered(n).replace("FCO/2", f"FCO/{n + 9}") for state, n in NUMBERS.items()}
    found = {state: intake.open_draft(text=text, by=clerk).letter for state, text in texts.items()}
    for state in ("published", "withdrawn"):
        found[state] = intake.publish(found[state], by=clerk, version=found[state].version)
    gone = found["withdrawn"]
    found["withdrawn"] = intake.withdraw(
        gone, by=clerk, reason="Sent to the wrong State.", version=gone.version
    )
    return found


def _published(letters: dict[str, Letter]) -> World:
    """What publishing wrote: the rows of the published letter, and those of the withdrawn one."""
    world: World = {}
    finds = {
        "assessment": lambda letter: Assessment.objects.filter(letter=letter).in_order().first(),
        "observations": lambda letter: ConcludingObservations.objects.get(letters=letter),
        "recommendation": lambda letter: Recommendation.objects.filter(observations__letters=letter).first(),
        "report": lambda letter: FollowUpReport.objects.filter(letters=letter).first(),
    }
    for name, find in finds.items():
        rows = {state: find(letters[state]) for state in ("published", "withdrawn")}
        world[name] = {state: row.pk for state, row in rows.items() if row}
        world[f"{name}.history"] = {state: _history(row) for state, row in rows.items() if row}
    return world


@override_settings(CONFIRM_CORRECTIONS=True)
def _proposed(letter: Letter, clerk: User) -> int:
    """A correction that waits for a second person."""
    values = {"date": "2024-06-20"}
    made = corrections.correct(
        letter, values, by=clerk, reason="As printed.", version=letter.version, key="once"
    )
    return made.pk


def _reported(letter: Letter) -> str:
    """The address of the thanks for a report."""
    about = problem_reports.find("letter", str(letter.pk))
    texts = {"field": "date", "should_be": "2 June 2024", "where": "", "email": ""}
    report = problem_reports.send(about, version=2, address="192.0.2.1", token="once", **texts)
    return reports._NUMBERS.sign(str(report.pk))


def _snapshots() -> str:
    """Two days with a snapshot; the later one."""
    for day in (20, 21):
        snapshot, _made = snapshots.make(date(2026, 11, day))
    return snapshot.on.isoformat()


def _history(row: Any) -> int:
    number: int = row.history.latest().pk
    return number
