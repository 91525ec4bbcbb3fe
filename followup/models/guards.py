"""Guards in the database: triggers that refuse what does not come through the services.

- Graded and public records are added, changed and deleted through the door only (`door.writing`).
- The history, the public log and corrections are only ever added to. A correction takes its decision once.

The triggers are put in place after each migrate, on both databases; what is missing is told by `missing`, which
the system check and the health page ask.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.core.checks import CheckMessage, Tags, Warning, register
from django.db import connections, transaction

from .assessment import Assessment
from .base import Recorded
from .change import Change
from .correction import Correction
from .door import FUNCTION, MAINTENANCE, SETTING, SHUT
from .letter import Letter
from .observations import ConcludingObservations, FollowUpReport, Recommendation

PREFIX = "guard_"
PUBLIC: tuple[type[Recorded], ...] = (
    ConcludingObservations,
    Recommendation,
    FollowUpReport,
    Letter,
    Assessment,
)
# who works on a draft is no value of it; a user who is taken away with the sample data leaves no name
FREE: dict[type[Recorded], set[str]] = {Letter: {"claimed_by_id", "claimed_at", "added_by_id"}}
DECISION = {"status", "decided_at", "decided_by_id", "decision"}

_SHUT = f"{{door}} = '{SHUT}'"
_KEPT = f"{{door}} <> '{MAINTENANCE}'"
_PAST_SERVICES = "is written by the services of the registry only: each change has a reason and a history row"
_ADDED_TO = "is only ever added to: what happened stays on record"

_FUNCTION = """
CREATE OR REPLACE FUNCTION followup_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$
"""


class Guard(NamedTuple):
    """One trigger: it refuses `event` on `table` when `condition` holds. `columns` limits an update to those."""

    table: str
    event: str
    condition: str
    message: str
    columns: tuple[str, ...] = ()

    def name(self, vendor: str) -> str:
        """Names the table and the event, and changes with what the guard says: an old one is replaced."""
        digest = hashlib.sha256(self.sql(vendor, "").encode()).hexdigest()[:8]
        return f"{PREFIX}{self.table.removeprefix('followup_')[:36]}_{self.event.lower()}_{digest}"

    def sql(self, vendor: str, name: str) -> str:
        event = self.event
        if self.columns:
            event += " OF " + ", ".join(f'"{column}"' for column in self.columns)
        said = f"{self.table} {self.message}."
        if vendor == "sqlite":
            when = self.condition.format(door=f"{FUNCTION}()")
            refuse = f"BEGIN SELECT RAISE(ABORT, '{said}'); END"
            return f'CREATE TRIGGER "{name}" BEFORE {event} ON "{self.table}" WHEN {when} {refuse}'
        when = self.condition.format(door=f"coalesce(current_setting('{SETTING}', true), '')")
        each = "STATEMENT" if self.event == "TRUNCATE" else "ROW"
        refuse = f"EXECUTE FUNCTION followup_refuse('{said}')"
        return (
            f'CREATE TRIGGER "{name}" BEFORE {event} ON "{self.table}" FOR EACH {each} WHEN ({when}) {refuse}'
        )


def guards() -> Iterator[Guard]:
    """Every guard, by the tables of the models."""
    for model in apps.get_app_config("followup").get_models():
        if issubclass(model, Recorded):
            yield from _of_records(model)
        elif hasattr(model, "history_change_reason"):
            yield from _of_history(model)
        elif hasattr(model, "m2m_history_id"):
            yield from _kept(_table(model))
    yield from _of_log(Change)
    yield from _of_corrections()


def _of_records(model: type[Recorded]) -> Iterator[Guard]:
    table, free = _table(model), FREE.get(model, set())
    if model in PUBLIC:
        yield Guard(table, "INSERT", _SHUT, _PAST_SERVICES)
    columns = tuple(column for column in _columns(model) if column not in free) if free else ()
    yield Guard(table, "UPDATE", _SHUT, _PAST_SERVICES, columns)
    yield Guard(table, "DELETE", _SHUT, _PAST_SERVICES)
    yield Guard(table, "TRUNCATE", _KEPT, _PAST_SERVICES)


def _of_history(model: Any) -> Iterator[Guard]:
    table = _table(model)
    if model.instance_type in PUBLIC:
        unexplained = "coalesce(NEW.history_change_reason, '') = ''"
        yield Guard(table, "INSERT", f"{_SHUT} OR ({_KEPT} AND {unexplained})", _PAST_SERVICES)
    yield from _kept(table)


def _of_log(model: Any) -> Iterator[Guard]:
    yield Guard(_table(model), "INSERT", _SHUT, _PAST_SERVICES)
    yield from _kept(_table(model))


def _of_corrections() -> Iterator[Guard]:
    table = _table(Correction)
    yield Guard(table, "INSERT", _SHUT, _PAST_SERVICES)
    fixed = tuple(column for column in _columns(Correction) if column not in DECISION)
    yield Guard(table, "UPDATE", _KEPT, _ADDED_TO, fixed)
    decided = f"{_KEPT} AND ({_SHUT} OR OLD.status <> '{Correction.Status.PROPOSED}')"
    yield Guard(table, "UPDATE", decided, _ADDED_TO, tuple(sorted(DECISION)))
    yield Guard(table, "DELETE", _KEPT, _ADDED_TO)
    yield Guard(table, "TRUNCATE", _KEPT, _ADDED_TO)


def _kept(table: str) -> Iterator[Guard]:
    for event in ("UPDATE", "DELETE", "TRUNCATE"):
        yield Guard(table, event, _KEPT, _ADDED_TO)


def install(using: str = "default", **kwargs: Any) -> None:
    """Put every guard in place, and take away those that say something else; after each migrate."""
    connection: Any = connections[using]
    wanted, present = _wanted(connection), _present(connection)
    if wanted.keys() == present.keys():
        return
    with transaction.atomic(using=using), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_FUNCTION)
        for name in present.keys() - wanted.keys():
            _drop(cursor, connection, name, present[name])
        for name in wanted.keys() - present.keys():
            cursor.execute(wanted[name])


def remove_before_migrating(using: str = "default", plan: Any = (), **kwargs: Any) -> None:
    """Take the guards away where migrations are to run: they rebuild tables, and may change what they hold."""
    connection: Any = connections[using]
    if plan:
        with connection.cursor() as cursor:
            for name, table in _present(connection).items():
                _drop(cursor, connection, name, table)


def missing(using: str = "default") -> list[str]:
    """Names of the guards that ought to be in the database and are not."""
    connection = connections[using]
    return sorted(_wanted(connection).keys() - _present(connection).keys())


@register(Tags.database)
def check_guards(databases: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """A warning, not an error: the migrate that puts them in place must be able to run."""
    return [
        Warning(
            f"{len(names)} guards of the history are missing in the database “{using}”.",
            hint="Run migrate: it puts them in place.",
            id="followup.W001",
        )
        for using in databases or ()
        if (names := missing(using))
    ]


def _wanted(connection: Any) -> dict[str, str]:
    vendor = connection.vendor
    there = set(connection.introspection.table_names())
    found = [guard for guard in guards() if guard.table in there]
    # SQLite has no TRUNCATE
    found = [guard for guard in found if vendor == "postgresql" or guard.event != "TRUNCATE"]
    return {guard.name(vendor): guard.sql(vendor, guard.name(vendor)) for guard in found}


def _present(connection: Any) -> dict[str, str]:
    """The guards in the database, each with its table."""
    if connection.vendor == "sqlite":
        query = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    else:
        # one that somebody has switched off is none
        query = (
            "SELECT tgname, relname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid "
            "WHERE NOT tgisinternal AND tgenabled IN ('O', 'A') AND pg_table_is_visible(tgrelid)"
        )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name: table for name, table in cursor.fetchall() if name.startswith(PREFIX)}


def _drop(cursor: Any, connection: Any, name: str, table: str) -> None:
    on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
    cursor.execute(f'DROP TRIGGER IF EXISTS "{name}"{on}')


def _table(model: Any) -> str:
    return str(model._meta.db_table)


def _columns(model: Any) -> list[str]:
    return [field.column for field in model._meta.concrete_fields]
