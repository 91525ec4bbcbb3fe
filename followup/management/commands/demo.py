"""Load sample letters to fictional States, and the staff logins to work on them."""

import os
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from followup.management.demo.loading import load_sample
from followup.management.demo.removing import remove_sample, was_removed
from followup.management.demo.users import LOGINS, PASSWORD, create_users, demo_users
from followup.models import Letter, Session


class Command(BaseCommand):
    help = "Load sample letters to fictional States. Running it again changes nothing."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--once",
            action="store_true",
            help="load nothing where a letter was ever stored, or sample data removed",
        )
        parser.add_argument("--remove", action="store_true", help="take the sample data and demo users away")
        parser.add_argument("--no-users", action="store_true", help="create no staff logins")
        parser.add_argument(
            "--port", default=os.environ.get("PORT", "8000"), help="port of the address printed"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["remove"]:
            self._remove()
            return
        if settings.PRODUCTION and not options["no_users"]:
            raise CommandError(
                "This is production: the demo's staff logins have a password that everybody can read. "
                "Add --no-users to load the sample letters without them."
            )
        if not (options["once"] and (Letter.history.exists() or was_removed())):
            self._load(users=not options["no_users"])
        self._print_addresses(options["port"])

    def _load(self, *, users: bool) -> None:
        if not Session.objects.exists():
            raise CommandError("The table of sessions is empty: run load_reference first.")
        if users:
            create_users()
        loaded = load_sample()
        if loaded.published or loaded.drafts:
            self.stdout.write(
                f"Sample data loaded: {len(loaded.published)} letters published, "
                f"{len(loaded.drafts)} left as drafts to try the review with."
            )
        else:
            self.stdout.write("The sample data is here already: nothing was changed.")

    def _remove(self) -> None:
        removed = remove_sample()
        self.stdout.write(
            f"Sample data removed: {removed.states} States, {removed.letters} letters, {removed.users} demo users."
        )
        for username in removed.closed:
            self.stdout.write(
                f"{username} can no longer log in; it stays, as the history of other records names it."
            )

    def _print_addresses(self, port: str) -> None:
        if settings.PRODUCTION:
            return
        self.stdout.write(
            f"\n  Registry   http://127.0.0.1:{port}/\n  Staff      http://127.0.0.1:{port}/admin/\n"
        )
        present = {user.username for user in demo_users()}
        logins = [login for login in LOGINS if login.username in present]
        if logins:
            self.stdout.write(f"\n  Staff logins, all with the password {PASSWORD}\n")
            width = max(len(login.username) for login in logins)
            for login in logins:
                self.stdout.write(f"    {login.username:<{width}}  {login.does}")
        self.stdout.write("")
