"""Staff accounts. What a person may do comes from their groups; being superuser is no editorial role."""

from __future__ import annotations

from typing import Any, ClassVar

from asgiref.sync import sync_to_async
from django.contrib.auth.models import AbstractUser, Permission, UserManager
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from simple_history.models import HistoricalRecords

from ..roles import needs_a_group


class Membership(HistoricalRecords):
    """The history of a user with their groups, whichever side a membership was written from."""

    def m2m_changed(self, instance: Any, action: str, reverse: bool, pk_set: Any, **more: Any) -> None:
        if action == "pre_add":
            self._refuse_own(instance, {instance.pk} if not reverse else set(pk_set))
        if not reverse:
            super().m2m_changed(instance, action, reverse=reverse, pk_set=pk_set, **more)
        elif action == "pre_clear":
            raise ValueError("Take people out of a group by name: a group that is emptied records nobody.")
        elif action in {"post_add", "post_remove"}:
            for user in User.objects.filter(pk__in=pk_set):
                self.create_historical_record(user, "~")

    def _refuse_own(self, instance: Any, users: set[int]) -> None:
        """Whoever may give groups and rights gives none to themselves: another administrator does, on record."""
        actor = self.get_history_user(instance)
        if actor is not None and actor.pk in users:
            raise PermissionDenied("Another administrator puts you in a group.")


class Staff(UserManager["User"]):
    use_in_migrations = False

    def with_perm(
        self,
        perm: str | Permission,
        is_active: bool = True,
        include_superusers: bool = True,
        backend: str | None = None,
        obj: Any = None,
    ) -> Any:
        """As Django's; superusers count only where their being superuser gives the permission."""
        name = perm if isinstance(perm, str) else f"{perm.content_type.app_label}.{perm.codename}"
        return super().with_perm(
            perm,
            is_active=is_active,
            include_superusers=include_superusers and not needs_a_group(name),
            backend=backend or "django.contrib.auth.backends.ModelBackend",
            obj=obj,
        )


class User(AbstractUser):
    """A member of staff. Users are deactivated, never deleted: the history names them.

    The history says who put whom in which group and when, by whatever way it was done; nobody puts themselves
    in one.
    """

    objects: ClassVar[Staff] = Staff()
    history: Any = Membership(
        excluded_fields=["password", "last_login"], m2m_fields=["groups", "user_permissions"]
    )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A login changes nothing about the account: it leaves no row in its history."""
        if set(kwargs.get("update_fields") or ()) != {"last_login"}:
            super().save(*args, **kwargs)
            return
        self.skip_history_when_saving = True
        try:
            super().save(*args, **kwargs)
        finally:
            del self.skip_history_when_saving

    # ---- Django says yes to a superuser in each of these; here an editorial right comes with a group ----

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        if self.is_superuser and needs_a_group(perm):
            return self.is_active and perm in self._given
        return super().has_perm(perm, obj)

    async def ahas_perm(self, perm: str, obj: Any = None) -> bool:
        return await sync_to_async(self.has_perm)(perm, obj)

    def get_all_permissions(self, obj: Any = None) -> set[str]:
        return self._earned(super().get_all_permissions(obj))

    def get_group_permissions(self, obj: Any = None) -> set[str]:
        return self._earned(super().get_group_permissions(obj))

    def get_user_permissions(self, obj: Any = None) -> set[str]:
        return self._earned(super().get_user_permissions(obj))

    async def aget_all_permissions(self, obj: Any = None) -> set[str]:
        return await sync_to_async(self.get_all_permissions)(obj)

    async def aget_group_permissions(self, obj: Any = None) -> set[str]:
        return await sync_to_async(self.get_group_permissions)(obj)

    async def aget_user_permissions(self, obj: Any = None) -> set[str]:
        return await sync_to_async(self.get_user_permissions)(obj)

    def _earned(self, permissions: set[str]) -> set[str]:
        if not self.is_superuser:
            return permissions
        return {name for name in permissions if not needs_a_group(name) or name in self._given}

    @property
    def _given(self) -> frozenset[str]:
        """Permissions given by group or by name, asked for once an object: a superuser's backend says yes to all."""
        if "_given_permissions" not in self.__dict__:
            rows = Permission.objects.filter(Q(group__user=self) | Q(user=self))
            names = rows.values_list("content_type__app_label", "codename")
            self.__dict__["_given_permissions"] = frozenset(f"{app}.{codename}" for app, codename in names)
        return self.__dict__["_given_permissions"]

    @property
    def role(self) -> str:
        """The name of their work in public: never their own name."""
        groups = set(self.groups.values_list("name", flat=True))
        roles = {"Secretariat": "Secretariat", "Correctors": "Corrector", "Administrators": "Administrator"}
        return next((role for group, role in roles.items() if group in groups), "Staff")
