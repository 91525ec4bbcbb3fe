"""Staff logins for the demo, one for each role. Their password is printed, so they are for development only."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib.auth.models import Group

from followup.models import User

PASSWORD = "sample-letters-only"  # noqa: S105  # no secret: the command prints it, and production refuses it


class Login(NamedTuple):
    """A demo user: the group it works in, and what the group does."""

    username: str
    group: str
    does: str


SECRETARIAT = Login("demo-secretariat", "Secretariat", "uploads, checks and publishes letters")
CORRECTOR = Login("demo-corrector", "Correctors", "corrects a published grade, with a reason")
VIEWER = Login("demo-viewer", "Staff viewers", "looks at everything, changes nothing")
ADMINISTRATOR = Login("demo-administrator", "Administrators", "manages users and reference data")
LOGINS = (SECRETARIAT, CORRECTOR, VIEWER, ADMINISTRATOR)


def demo_users() -> list[User]:
    """The demo users that are here and may log in."""
    return list(User.objects.filter(username__in=[login.username for login in LOGINS], is_active=True))


def create_users() -> None:
    """Create the demo users that are missing, and open those that were closed; others stay as they are."""
    for login in LOGINS:
        user = User.objects.filter(username=login.username).first() or User(username=login.username)
        if user.pk and user.is_active:
            continue
        user.is_active = user.is_staff = True
        user.set_password(PASSWORD)
        user.save()
        user.groups.set(Group.objects.filter(name=login.group))
