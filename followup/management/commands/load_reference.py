"""Load the States parties, their names, the Committee's sessions and the themes from the project's data files."""

import csv
from collections.abc import Iterator
from datetime import date
from importlib import resources
from typing import Any

from django.core.management.base import BaseCommand
from django.db import models, transaction

from followup import themes
from followup.models import Session, State, StateName, Theme

REASON = "Loaded from the reference data."


class Command(BaseCommand):
    help = "Load States, their names, the sessions and the themes. Running it again writes only what differs."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            written = sum([*map(load_state, rows("states.csv")), *map(load_session, rows("sessions.csv"))])
            written += load_names(list(rows("names.csv"))) + sum(map(load_theme, themes.rows()))
        if options["verbosity"] > (0 if written else 1):
            states, sessions = State.objects.filter(sample=False).count(), Session.objects.count()
            self.stdout.write(f"{states} States and {sessions} sessions; {written} entries new or changed.")


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of one of the parser's data files: the registry and the parser know the same facts."""
    text = resources.files("followup.letters").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    yield from csv.DictReader(text.splitlines())


def load_state(row: dict[str, str]) -> int:
    party_since = date.fromisoformat(row["party_since"]) if row["party_since"] else None
    names = {key: row[key] for key in ("name_en", "name_fr", "name_es")}
    return load(State, row["iso3"], {**names, "party_since": party_since, "region": row["region"]})


def load_session(row: dict[str, str]) -> int:
    values = {
        "start": date.fromisoformat(row["start"]),
        "end": date.fromisoformat(row["end"]),
        "days_certain": row["days_certain"] == "yes",
    }
    return load(Session, int(row["number"]), values)


def load_theme(row: dict[str, Any]) -> int:
    return load(Theme, row["slug"], {name: value for name, value in row.items() if name != "slug"})


def load(model: type[models.Model], key: Any, values: dict[str, Any]) -> int:
    """Write one row where it differs; a row that a person changed stays as the person left it."""
    instance: Any = model._default_manager.filter(pk=key).first()
    if instance is None:
        instance = model(pk=key)
    elif (
        all(getattr(instance, name) == value for name, value in values.items())
        or instance.history.filter(history_user__isnull=False).exists()
    ):
        return 0
    for name, value in values.items():
        setattr(instance, name, value)
    instance.record_change(by=None, reason=REASON)
    return 1


def load_names(entries: list[dict[str, str]]) -> int:
    """Add names that are missing, and fold them into what search reads; names that staff added stay."""
    present = set(StateName.objects.values_list("state_id", "name", "language"))
    new = [
        StateName(state_id=row["iso3"], name=row["name"], language=row["language"], kind=row["kind"])
        for row in entries
        if (row["iso3"], row["name"], row["language"]) not in present
    ]
    StateName.objects.bulk_create(new)
    for state in State.objects.filter(pk__in={name.state_id for name in new}):
        state.save_without_history(update_fields=["search_text"])
    return len(new)
