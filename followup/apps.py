"""The registry's one Django app."""

from django.apps import AppConfig


class FollowupConfig(AppConfig):
    name = "followup"
    verbose_name = "Follow-up registry"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate, pre_migrate

        from . import roles
        from .management.demo import checks  # noqa: F401  # registers itself
        from .models import guards, newest

        for one in (guards, newest):
            pre_migrate.connect(one.remove_before_migrating, sender=self)
            post_migrate.connect(one.install, sender=self)
        post_migrate.connect(roles.create_groups, sender=self)
