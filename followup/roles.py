"""Staff groups and what each may do. Being superuser gives what administrators may, not a place in a group."""

from typing import Any

VIEW = (
    "view_state",
    "view_statename",
    "view_session",
    "view_concludingobservations",
    "view_recommendation",
    "view_followupreport",
    "view_letter",
    "view_assessment",
    "view_gradewording",
    "view_correction",
    "view_change",
    "view_problemreport",
    "view_parserrun",
    "view_rereading",
    "view_theme",
    "view_tagging",
    "view_snapshot",
)
SECRETARIAT = (
    "add_letter",
    "change_letter",
    "delete_letter",
    "publish_letter",
    "add_concludingobservations",
    "change_concludingobservations",
    "add_recommendation",
    "change_recommendation",
    "add_followupreport",
    "change_followupreport",
    "add_session",
    "change_session",
    "add_gradewording",
    "change_gradewording",
    "answer_problemreport",
    "add_parserrun",
    "change_rereading",
    "change_tagging",
)
CORRECTORS = ("make_correction", "decide_correction", "answer_problemreport", "change_rereading")
ADMINISTRATORS = (
    "add_user",
    "change_user",
    "view_user",
    "add_state",
    "change_state",
    "add_statename",
    "change_statename",
    "delete_statename",
    "add_session",
    "change_session",
    "change_theme",
    "add_theme",
)

# Permissions by group. The names are the ones people know their work by.
GROUPS: dict[str, tuple[str, ...]] = {
    "Secretariat": (*VIEW, *SECRETARIAT),
    "Correctors": (*VIEW, *CORRECTORS),
    "Administrators": (*VIEW, *ADMINISTRATORS),
    "Staff viewers": VIEW,
}
# What the page of a role says of it.
WORK = {
    "Secretariat": "Uploads, reviews and publishes letters; teaches wordings; answers problem reports.",
    "Correctors": "Correct published values with a reason, and confirm the corrections of others.",
    "Administrators": "Manage users and reference data; write no letter, grade or correction.",
    "Staff viewers": "See everything staff see, and change nothing.",
}
# What a superuser may do in the registry without a place in a group. It is a list of what is allowed: a
# permission that comes later is editorial until it stands here.
ALONE = frozenset(GROUPS["Administrators"])


def needs_a_group(permission: str) -> bool:
    """Whether "app.codename" is a right that being superuser alone does not give."""
    app, _, codename = permission.partition(".")
    return app == "followup" and codename not in ALONE


def create_groups(**kwargs: Any) -> None:
    """Create the groups and give them exactly their permissions; runs after every migrate.

    A permission that is renamed or is no longer on the list is taken away from the group.
    """
    from django.contrib.auth.management import create_permissions
    from django.contrib.auth.models import Group, Permission

    # permissions are made by another post_migrate receiver, which may come after this one
    create_permissions(kwargs["sender"], verbosity=0, using=kwargs.get("using", "default"))
    for name, codenames in GROUPS.items():
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(
            Permission.objects.filter(content_type__app_label="followup", codename__in=codenames)
        )
