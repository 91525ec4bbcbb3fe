"""Users in the admin: administrators add people, put them in groups, and deactivate them. Nobody is deleted."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.http import HttpRequest

from ..models import User


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    """Django's page without deletion: the history names its users. Only a superuser makes another one."""

    list_display = ["username", "first_name", "last_name", "is_active", "is_staff", "work"]
    actions = None

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    @admin.display(description="groups")
    def work(self, obj: User) -> str:
        return ", ".join(group.name for group in obj.groups.all())

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        fixed = ["last_login", "date_joined", "user_permissions"]
        return fixed if request.user.is_superuser else [*fixed, "is_superuser"]

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """A superuser's account is changed by superusers only: setting its password would be becoming it."""
        allowed: bool = super().has_change_permission(request, obj)
        return allowed and (obj is None or not obj.is_superuser or bool(request.user.is_superuser))
