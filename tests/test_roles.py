"""Who may do what: the groups, the superuser without one, and the record of every change of a role."""

from __future__ import annotations

import pytest
from asgiref.sync import async_to_sync
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import transaction
from django.template import Context, Template
from django.urls import reverse

from followup import roles
from followup.admin.users import since
from followup.models import State, User

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
PASSWORD = "correct horse battery staple"


@pytest.fixture
def administrator(client, staff):
    user = staff("Administrators", name="ada")
    client.force_login(user, backend=BACKEND)
    return user


@pytest.fixture
def superuser(db):
    return User.objects.create_superuser("root")


# ---- the groups ----

MAY = [
    # permission, the groups that hold it
    ("add_letter", ["Secretariat"]),
    ("publish_letter", ["Secretariat"]),
    ("change_gradewording", ["Secretariat"]),
    ("make_correction", ["Correctors"]),
    ("decide_correction", ["Correctors"]),
    ("answer_problemreport", ["Correctors", "Secretariat"]),
    ("change_rereading", ["Correctors", "Secretariat"]),
    ("add_user", ["Administrators"]),
    ("change_state", ["Administrators"]),
    ("change_session", ["Administrators", "Secretariat"]),
    ("view_letter", ["Administrators", "Correctors", "Secretariat", "Staff viewers"]),
    ("view_user", ["Administrators"]),
    ("delete_user", []),
    ("change_assessment", []),
    ("delete_assessment", []),
    ("delete_recommendation", []),
    ("change_correction", []),
    ("delete_change", []),
]


@pytest.mark.parametrize(("codename", "groups"), MAY)
def test_which_groups_hold_a_permission(codename, groups):
    held = Group.objects.filter(permissions__codename=codename).order_by("name")
    assert list(held.values_list("name", flat=True)) == groups


def test_every_permission_that_a_group_is_to_hold_exists():
    there = set(
        Permission.objects.filter(content_type__app_label="followup").values_list("codename", flat=True)
    )
    assert {name for names in roles.GROUPS.values() for name in names} - there == set()
    assert set(roles.WORK) == set(roles.GROUPS)


def held() -> dict[str, set[str]]:
    return {
        group.name: set(group.permissions.values_list("codename", flat=True)) for group in Group.objects.all()
    }


def test_migrating_again_changes_nothing():
    before = held()
    assert before == {name: set(codenames) for name, codenames in roles.GROUPS.items()}
    keys = sorted(Group.permissions.through.objects.values_list("pk", flat=True))
    call_command("migrate", verbosity=0)
    assert held() == before
    assert sorted(Group.permissions.through.objects.values_list("pk", flat=True)) == keys


def test_migrating_takes_away_what_is_not_on_the_list():
    """A right given by hand, and one whose name on the list has changed."""
    group = Group.objects.get(name="Administrators")
    group.permissions.add(Permission.objects.get(codename="make_correction"))
    renamed = Permission.objects.create(
        codename="used_to_be_called_so", name="x", content_type=Permission.objects.first().content_type
    )
    group.permissions.add(renamed)
    call_command("migrate", verbosity=0)
    assert held()["Administrators"] == set(roles.GROUPS["Administrators"])


def test_migrating_gives_back_what_was_taken_away():
    Group.objects.get(name="Correctors").permissions.clear()
    Group.objects.get(name="Staff viewers").delete()
    call_command("migrate", verbosity=0)
    assert held() == {name: set(codenames) for name, codenames in roles.GROUPS.items()}


# ---- being superuser is no editorial role: every door ----

EDITORIAL = ["publish_letter", "add_letter", "make_correction", "decide_correction", "change_assessment"]
DOORS = {
    "has_perm": lambda user, name: user.has_perm(name),
    "has_perms": lambda user, name: user.has_perms([name]),
    "ahas_perm": lambda user, name: async_to_sync(user.ahas_perm)(name),
    "ahas_perms": lambda user, name: async_to_sync(user.ahas_perms)([name]),
    "get_all_permissions": lambda user, name: name in user.get_all_permissions(),
    "get_group_permissions": lambda user, name: name in user.get_group_permissions(),
    "aget_all_permissions": lambda user, name: name in async_to_sync(user.aget_all_permissions)(),
    "aget_group_permissions": lambda user, name: name in async_to_sync(user.aget_group_permissions)(),
    "with_perm": lambda user, name: user in User.objects.with_perm(name),
    "perms in a template": lambda user, name: said_in_a_template(user, name),
}


def said_in_a_template(user: User, name: str) -> bool:
    from django.contrib.auth.context_processors import PermWrapper

    shown = Template(f"{{% if perms.{name} %}}yes{{% endif %}}{{% if '{name}' in perms %}}yes{{% endif %}}")
    return bool(shown.render(Context({"perms": PermWrapper(user)})))


def ask(door: str, user: User, name: str) -> bool:
    """Ask a door about somebody fresh from the database: answers are kept for a while."""
    return DOORS[door](User.objects.get(pk=user.pk), f"followup.{name}")


@pytest.mark.parametrize("door", DOORS)
def test_a_superuser_has_no_editorial_right_by_any_door(door, superuser):
    root = superuser
    assert {name: ask(door, root, name) for name in EDITORIAL} == dict.fromkeys(EDITORIAL, False)
    assert ask(door, root, "change_state") and ask(door, root, "add_user") and ask(door, root, "view_letter")
    root.groups.add(Group.objects.get(name="Correctors"))
    assert ask(door, root, "make_correction") and not ask(door, root, "publish_letter")
    clerk = User.objects.create_user("clerk", is_staff=True)
    clerk.groups.add(Group.objects.get(name="Secretariat"))
    assert ask(door, clerk, "publish_letter") and not ask(door, clerk, "make_correction")
    User.objects.update(is_active=False)
    assert not ask(door, clerk, "publish_letter")
    if door != "with_perm":  # which speaks of active users only
        assert not ask(door, root, "make_correction") and not ask(door, root, "change_state")


def test_a_right_given_by_name_counts_and_is_on_record(superuser):
    superuser.user_permissions.add(Permission.objects.get(codename="make_correction"))
    root = User.objects.get(pk=superuser.pk)
    assert root.has_perm("followup.make_correction") and not root.has_perm("followup.publish_letter")
    assert root.get_user_permissions() & {"followup.make_correction", "followup.publish_letter"} == {
        "followup.make_correction"
    }
    given = root.history.latest().user_permissions.all()
    assert [row.permission.codename for row in given] == ["make_correction"]


def test_a_superuser_without_a_group_has_everything_outside_the_registry(superuser):
    assert superuser.has_perm("axes.delete_accessattempt")
    assert superuser.has_module_perms("followup")


# ---- users, as administrators handle them ----


def change(client, user: User, **values):
    """Send the form of a user with these values changed."""
    page = client.get(reverse("admin:followup_user_change", args=[user.pk]))
    form = page.context["adminform"].form
    data = {name: value for name in form.fields if (value := form[name].value()) not in (None, False, "")}
    data.pop("password", None)
    data["groups"] = list(user.groups.values_list("pk", flat=True))
    day = user.date_joined
    data |= {"date_joined_0": day.date().isoformat(), "date_joined_1": day.time().isoformat("seconds")}
    return client.post(reverse("admin:followup_user_change", args=[user.pk]), {**data, **values})


def groups(*names: str) -> list[int]:
    return list(Group.objects.filter(name__in=names).values_list("pk", flat=True))


def test_who_put_whom_in_which_group_is_on_record(client, administrator, staff):
    bo = staff("Staff viewers", name="bo")
    answer = change(client, bo, groups=groups("Secretariat"))
    assert answer.status_code == 302
    newest = bo.history.latest()
    assert newest.history_user == administrator
    assert [row.group.name for row in newest.groups.all()] == ["Secretariat"]
    page = client.get(reverse("admin:followup_user_history", args=[bo.pk])).content.decode()
    joined, left, *_ = page[page.index('id="change-history"') :].split("<tr>")[2:]
    assert "ada" in joined and "Groups: <ins>Secretariat</ins>" in joined
    assert "ada" in left and "Groups: <del>Staff viewers</del>" in left


@pytest.mark.parametrize("who", ["administrator", "superuser"])
@pytest.mark.parametrize("group", ["Secretariat", "Correctors"])
def test_nobody_puts_themselves_in_a_group(client, request, who, group):
    """Not by the form, not from the side of the group, not by a right with a name."""
    user = request.getfixturevalue(who)
    client.force_login(user, backend=BACKEND)
    page = client.get(reverse("admin:followup_user_change", args=[user.pk]))
    assert "another administrator changes your groups" in page.content.decode()
    before = set(user.groups.values_list("name", flat=True))
    assert change(client, user, groups=groups(*before, group)).status_code == 302
    user._history_user = user  # as a request of theirs has it
    role = Group.objects.get(name=group)
    role._history_user = user
    right = Permission.objects.get(codename="make_correction")
    for give in (
        lambda: user.groups.add(role),
        lambda: user.groups.set([role]),
        lambda: role.user_set.add(user),
        lambda: user.user_permissions.add(right),
    ):
        with transaction.atomic(), pytest.raises(PermissionDenied):
            give()
    again = User.objects.get(pk=user.pk)
    assert set(again.groups.values_list("name", flat=True)) == before
    assert not again.has_perm("followup.make_correction") and not again.has_perm("followup.publish_letter")


def test_an_administrator_whom_another_puts_in_a_group_is_seen_by_all_staff(client, administrator, staff):
    client.force_login(staff("Administrators", name="eve"), backend=BACKEND)
    assert change(client, administrator, groups=groups("Administrators", "Correctors")).status_code == 302
    assert User.objects.get(pk=administrator.pk).has_perm("followup.make_correction")
    client.force_login(staff("Staff viewers"), backend=BACKEND)
    role = Group.objects.get(name="Correctors")
    page = client.get(reverse("admin:auth_group_change", args=[role.pk])).content.decode()
    assert "ada, since" in page and "put there by eve" in page
    assert "Correct published values with a reason" in page


def test_who_is_in_a_group_since_when_and_by_whom(staff):
    bo, root = staff("Correctors", name="bo"), staff(name="root")
    correctors, viewers = (Group.objects.get(name=name) for name in ("Correctors", "Staff viewers"))
    first = bo.history.latest().history_date
    bo.groups.add(viewers)  # another group: nothing changes about the first
    assert since(correctors) == [("bo", first, None)]
    bo.groups.remove(correctors)
    assert since(correctors) == []
    bo._history_user = root
    bo.groups.add(correctors)
    again = bo.history.latest().history_date
    assert since(correctors) == [("bo", again, root)]
    User.objects.filter(pk=bo.pk).update(is_active=False)
    assert since(correctors) == []


def test_a_membership_written_from_the_groups_side_is_on_record_too(staff):
    bo = staff(name="bo")
    rows = bo.history.count()
    Group.objects.get(name="Correctors").user_set.add(bo)
    assert [row.group.name for row in bo.history.latest().groups.all()] == ["Correctors"]
    Group.objects.get(name="Correctors").user_set.remove(bo)
    assert bo.history.count() == rows + 2 and not bo.history.latest().groups.exists()
    with pytest.raises(ValueError, match="by name"):
        Group.objects.get(name="Correctors").user_set.clear()


def test_a_login_is_no_change_of_the_account(client, staff):
    user = staff("Secretariat", name="clerk")
    user.set_password(PASSWORD)
    user.save()
    rows = user.history.count()
    answer = client.post(reverse("admin:login"), {"username": "clerk", "password": PASSWORD})
    assert answer.status_code == 302
    user.refresh_from_db()
    assert user.last_login is not None and user.history.count() == rows


def test_the_history_holds_no_password():
    fields = {field.name for field in apps.get_model("followup", "HistoricalUser")._meta.get_fields()}
    assert "username" in fields and not fields & {"password", "last_login"}


def test_an_administrator_adds_a_member_of_staff(client, administrator):
    data = {
        "username": "cy",
        "first_name": "Cy",
        "usable_password": "true",
        "password1": PASSWORD,
        "password2": PASSWORD,
        "is_staff": "on",
        "groups": groups("Correctors"),
        "is_superuser": "on",  # no field of the form: it is ignored
    }
    answer = client.post(reverse("admin:followup_user_add"), data)
    assert answer.status_code == 302
    cy = User.objects.get(username="cy")
    assert (cy.first_name, cy.is_staff, cy.is_superuser) == ("Cy", True, False)
    assert cy.has_perm("followup.make_correction")
    assert cy.history.latest().history_user == administrator


def test_an_administrator_makes_nobody_superuser_and_gives_no_right_by_name(client, administrator, staff):
    bo = staff("Staff viewers", name="bo")
    may = Permission.objects.get(codename="make_correction").pk
    for user in (bo, administrator):
        answer = change(client, user, is_superuser="on", user_permissions=[may])
        assert answer.status_code == 302
        user.refresh_from_db()
        assert not user.is_superuser and not user.user_permissions.exists()


def test_an_administrator_cannot_touch_a_superuser(client, administrator, superuser):
    before = User.objects.filter(pk=superuser.pk).values().get()
    assert client.get(reverse("admin:followup_user_change", args=[superuser.pk])).status_code == 200
    sent = {"username": "taken", "password1": PASSWORD, "password2": PASSWORD}
    for name in ("followup_user_change", "auth_user_password_change"):
        answer = client.post(reverse(f"admin:{name}", args=[superuser.pk]), sent)
        assert answer.status_code == 403, name
    assert User.objects.filter(pk=superuser.pk).values().get() == before


@pytest.mark.parametrize("who", ["administrator", "superuser"])
def test_nobody_is_deleted_and_a_deactivated_user_is_out_at_once(client, who, request, staff):
    user = request.getfixturevalue(who)
    client.force_login(user, backend=BACKEND)
    bo = staff("Secretariat", name="bo")
    other = type(client)()
    other.force_login(bo, backend=BACKEND)
    assert other.get(reverse("admin:index")).status_code == 200
    assert (
        client.post(reverse("admin:followup_user_delete", args=[bo.pk]), {"post": "yes"}).status_code == 403
    )
    assert change(client, bo, is_active="").status_code == 302
    bo.refresh_from_db()
    assert not bo.is_active
    assert other.get(reverse("admin:index")).status_code == 302


def test_roles_are_no_form(client, superuser):
    client.force_login(superuser, backend=BACKEND)
    group = Group.objects.get(name="Administrators")
    before = held()
    may = Permission.objects.get(codename="make_correction").pk
    sent = {"name": "Administrators", "permissions": [may]}
    assert client.post(reverse("admin:auth_group_change", args=[group.pk]), sent).status_code == 403
    assert client.post(reverse("admin:auth_group_add"), sent).status_code == 403
    assert (
        client.post(reverse("admin:auth_group_delete", args=[group.pk]), {"post": "yes"}).status_code == 403
    )
    assert held() == before


WEAK = ["fourteen chars", "1qaz2wsx3edc4rfv", "1234567890123456", "johanna-lindqvist"]


@pytest.mark.parametrize("password", WEAK)
def test_weak_passwords_are_refused(password):
    user = User(username="jl", first_name="Johanna", last_name="Lindqvist", email="johanna-lindqvist@x.test")
    with pytest.raises(ValidationError):
        validate_password(password, user)
    validate_password(PASSWORD, user)


# ---- an earlier state is not brought back past the services ----


@pytest.mark.parametrize("group", ["Staff viewers", "Secretariat", "Administrators"])
def test_the_page_of_an_earlier_state_saves_nothing(client, staff, reference, group):
    client.force_login(staff(group), backend=BACKEND)
    row = State.objects.get(pk="TJK")
    row.region = "Atlantis"
    row.record_change(by=None, reason="To have two states of it.")
    old = row.history.last()
    address = reverse("admin:followup_state_simple_history", args=["TJK", old.pk])
    assert client.get(address).status_code == 200
    data = {
        "name_en": "Taken",
        "name_fr": "Taken",
        "name_es": "Taken",
        "region": "",
        "reason": "Because I can.",
    }
    assert client.post(address, data).status_code == 405
    row.refresh_from_db()
    assert (row.region, row.history.count()) == ("Atlantis", 2)
