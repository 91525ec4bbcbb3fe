"""Users and roles in the admin: administrators add people, put them in groups, deactivate them. Nobody is deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.apps import apps
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.db.models import Count, Q
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils.html import format_html_join
from simple_history.admin import SimpleHistoryAdmin
from simple_history.template_utils import HistoricalRecordContextHelper

from ..models import User
from ..roles import WORK

admin.site.unregister(Group)

OWN = "This is your own account: another administrator changes your groups."


class _Names(HistoricalRecordContextHelper):
    """Groups and rights by their names, as a sentence lists them."""

    def prepare_delta_change_value(self, change: Any, value: Any) -> Any:
        found = super().prepare_delta_change_value(change, value)
        return ", ".join(map(str, found)) if isinstance(found, list) else found


@admin.register(User)
class UserAdmin(SimpleHistoryAdmin, DjangoUserAdmin):
    """Django's page without deletion: the history names its users. Only a superuser makes another one.

    Nobody changes their own groups: an administrator, superuser or not, would else become an editor by themselves.
    Rights come with groups; a right given by name is shown where there is one, and given by no form.
    """

    list_display = ["username", "first_name", "last_name", "is_active", "is_staff", "work"]
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("is_active", "is_staff", "groups", "is_superuser", "user_permissions")}),
        ("Dates", {"fields": ("last_login", "date_joined")}),
    )
    add_fieldsets = (
        (None, {"fields": ("username", "usable_password", "password1", "password2")}),
        ("Person", {"fields": ("first_name", "last_name", "email")}),
        ("Role", {"fields": ("is_staff", "groups")}),
    )
    filter_horizontal = ()
    actions = None

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="groups")
    def work(self, obj: User) -> str:
        return ", ".join(group.name for group in obj.groups.all())

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> _Names:
        return _Names(self.model, historical_record)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"is_staff": True}

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "groups":
            kwargs["widget"] = CheckboxSelectMultiple()
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        fixed = ["last_login", "date_joined", "user_permissions"]
        if obj is not None and obj.pk == request.user.pk:
            return [*fixed, "groups", "is_superuser"]
        return fixed if request.user.is_superuser else [*fixed, "is_superuser"]

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        """Beside one's own role stands who changes it: the form does not."""
        fieldsets = super().get_fieldsets(request, obj)
        if obj is None or obj.pk != request.user.pk:
            return fieldsets
        return [(name, {**of, "description": OWN} if name == "Role" else of) for name, of in fieldsets]

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A superuser's account is changed by superusers only: setting its password would be becoming it."""
        allowed: bool = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or bool(request.user.is_superuser))


@admin.register(Group)
class RoleAdmin(admin.ModelAdmin):
    """The roles and who is in them, for all staff to see. What a role may do stands in followup/roles.py."""

    list_display = ["name", "does", "people"]
    ordering = ["name"]
    fields = ["name", "does", "members", "may"]
    actions = None

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(people=Count("user", filter=Q(user__is_active=True)))

    @admin.display(description="what they do")
    def does(self, obj: Group) -> str:
        return WORK.get(obj.name, "")

    @admin.display(description="people", ordering="people")
    def people(self, obj: Any) -> int:
        return int(obj.people)

    @admin.display(description="who is in it")
    def members(self, obj: Group) -> str:
        lines = (
            (f"{name}, since {day:%-d %B %Y, %H:%M} UTC, put there by {by or 'the registry itself'}",)
            for name, day, by in since(obj)
        )
        return format_html_join("", "<p>{}</p>", lines) or "Nobody."

    @admin.display(description="may")
    def may(self, obj: Group) -> str:
        names = obj.permissions.order_by("name").values_list("name")
        return format_html_join("", "<p>{}</p>", names)

    def has_view_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return request.user.has_perm("followup.view_letter")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False


def since(group: Group) -> list[tuple[str, datetime, User | None]]:
    """The active members of a group by name, each with the day they came to it and who put them there."""
    members = dict(group.user_set.filter(is_active=True).values_list("pk", "username"))
    with_group = apps.get_model("followup", "HistoricalUser_groups").objects.filter(
        group=group, user__in=members
    )
    inside = set(with_group.values_list("history_id", flat=True))
    came: dict[int, tuple[datetime, User | None]] = {}
    for row in User.history.filter(id__in=members).select_related("history_user").order_by("history_id"):
        if row.history_id in inside:
            came.setdefault(row.id, (row.history_date, row.history_user))
        else:
            came.pop(row.id, None)
    return sorted((members[pk], *of) for pk, of in came.items())
