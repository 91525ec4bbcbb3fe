"""`manage.py check --deploy` warns of demo logins: everybody can read their password."""

from __future__ import annotations

from typing import Any

from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import OperationalError, ProgrammingError


@register(Tags.security, deploy=True)
def demo_users(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Warn where a demo user may log in. Without a database, or before it is migrated, there is none."""
    from .users import demo_users as active

    try:
        names = sorted(user.username for user in active())
    except (OperationalError, ProgrammingError):
        return []
    if not names:
        return []
    return [
        Warning(
            f"Demo users may log in, with a password that everybody can read: {', '.join(names)}.",
            hint="Run manage.py demo --remove, or deactivate them.",
            id="followup.W001",
        )
    ]
