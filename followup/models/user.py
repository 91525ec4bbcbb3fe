"""Staff accounts. What a person may do comes from their groups; being superuser is no editorial role."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser, Permission
from django.db.models import Q

from ..roles import EDITORIAL


class User(AbstractUser):
    """A member of staff. Users are deactivated, never deleted: the history names them."""

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """As Django's, but a superuser changes the registry's records only as a member of a group that may."""
        app, _, codename = perm.partition(".")
        if self.is_superuser and app == "followup" and codename in EDITORIAL:
            return self.is_active and codename in self._editorial
        return super().has_perm(perm, obj)

    @property
    def _editorial(self) -> frozenset[str]:
        """Codenames given by group or by name, asked for once an object: a superuser's backend says yes to all."""
        if "_editorial_codenames" not in self.__dict__:
            given = Permission.objects.filter(Q(group__user=self) | Q(user=self))
            names = given.filter(content_type__app_label="followup").values_list("codename", flat=True)
            self.__dict__["_editorial_codenames"] = frozenset(names)
        return self.__dict__["_editorial_codenames"]

    @property
    def role(self) -> str:
        """The name of their work in public: never their own name."""
        groups = set(self.groups.values_list("name", flat=True))
        roles = {"Secretariat": "Secretariat", "Correctors": "Corrector", "Administrators": "Administrator"}
        return next((role for group, role in roles.items() if group in groups), "Staff")
