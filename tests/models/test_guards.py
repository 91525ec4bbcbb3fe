"""Doors beside the services, each tried: the database refuses it, and what stands and what happened stay the same."""

from __future__ import annotations

import json
import sqlite3

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, connection, models, transaction
from django.test import Client
from django.urls import reverse

from followup import corrections, intake
from followup.models import (
    Assessment,
    Change,
    ConcludingObservations,
    Correction,
    FollowUpReport,
    Letter,
    Recommendation,
    State,
    User,
    guards,
    maintenance,
    writing,
)

from ..samples import GRADED, sample_state

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
REFUSED = (DatabaseError, sqlite3.DatabaseError, CommandError, models.ProtectedError)
History = Assessment.history.model


@pytest.fixture
def registry(reference, staff):
    """A letter that is public and a grade of it that was corrected: there is a history to be rewritten."""
    sample_state()
    clerk = staff("Secretariat", name="clerk")
    letter = intake.open_draft(text=GRADED, by=clerk).letter
    letter = intake.publish(letter, by=clerk, version=letter.version)
    row = letter.assessments.in_order().first()
    corrections.correct(
        row, {"grade": "contrary"}, by=clerk, reason="Read again.", version=1, key="first", sure=True
    )
    return letter


def everything() -> str:
    """All that the doors are about: what stands, what happened, what the public was told."""
    tables = [ConcludingObservations, Recommendation, FollowUpReport, Letter, Assessment]
    tables += [table.history.model for table in tables] + [Change, Correction, State, State.history.model]
    return json.dumps(
        {table.__name__: list(table._default_manager.order_by("pk").values()) for table in tables},
        default=str,
    )


def sql(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def row() -> Assessment:
    return Assessment.objects.get(version=2)


def saved(instance, **values):
    for name, value in values.items():
        setattr(instance, name, value)
    instance.save()


def with_grade(rows):
    for one in rows:
        one.grade = "implemented"
    return rows


def loaded(tmp_path, table) -> None:
    """loaddata: what a dump of the table holds, with another grade or another reason."""
    from django.core import serializers

    text = serializers.serialize("json", table.objects.all())
    file = tmp_path / "rows.json"
    text = text.replace('"contrary"', '"implemented"').replace("Read again.", "No reason.")
    file.write_text(text, encoding="utf-8")
    call_command("loaddata", str(file), verbosity=0)


def replaced(table: str, column: str, value: str) -> None:
    """INSERT OR REPLACE, which SQLite has; PostgreSQL says the same with ON CONFLICT."""
    with connection.cursor() as cursor:
        columns = [found.name for found in connection.introspection.get_table_description(cursor, table)]
    names = ", ".join(f'"{name}"' for name in columns)
    values = ", ".join(f"'{value}'" if name == column else f'"{name}"' for name in columns)
    if connection.vendor == "sqlite":
        sql(f"INSERT OR REPLACE INTO {table} ({names}) SELECT {values} FROM {table}")  # noqa: S608  names of our own
    else:
        key = "history_id" if "history_id" in columns else "id"
        update = f'ON CONFLICT ("{key}") DO UPDATE SET "{column}" = EXCLUDED."{column}"'
        sql(f"INSERT INTO {table} ({names}) SELECT {values} FROM {table} {update}")  # noqa: S608


# every door by its name
DOORS = {
    "queryset.update": lambda tmp: Assessment.objects.update(grade="implemented"),
    "queryset.update of a letter's status": lambda tmp: Letter.objects.update(status="draft"),
    "queryset.update through a relation": lambda tmp: Letter.objects.get().assessments.update(
        grade="implemented"
    ),
    "queryset.delete": lambda tmp: Assessment.objects.all().delete(),
    "bulk_update": lambda tmp: Assessment.objects.bulk_update(
        with_grade(Assessment.objects.all()), ["grade"]
    ),
    "bulk_create": lambda tmp: Recommendation.objects.bulk_create(
        [Recommendation(observations=ConcludingObservations.objects.get(), paragraph=99, label="99")]
    ),
    "bulk_create with update_conflicts": lambda tmp: Assessment.objects.bulk_create(
        with_grade(Assessment.objects.all()),
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["grade"],
    ),
    "save": lambda tmp: saved(row(), grade="implemented"),
    "save of a version": lambda tmp: saved(row(), version=9),
    "create": lambda tmp: FollowUpReport.objects.create(observations=ConcludingObservations.objects.get()),
    "get_or_create": lambda tmp: FollowUpReport.objects.get_or_create(
        symbol="CMW/C/XTL/FCO/8", defaults={"observations": ConcludingObservations.objects.get()}
    ),
    "update_or_create": lambda tmp: FollowUpReport.objects.update_or_create(
        symbol="CMW/C/XTL/FCO/2", defaults={"received": "2020"}
    ),
    "delete": lambda tmp: row().delete(),
    "delete and make again": lambda tmp: (row().delete(), row().save()),
    "add through a relation": lambda tmp: ConcludingObservations.objects.get().reports.add(
        FollowUpReport(symbol="CMW/C/XTL/FCO/8"), bulk=False
    ),
    "raw UPDATE": lambda tmp: sql("UPDATE followup_assessment SET grade = 'implemented'"),
    "raw DELETE": lambda tmp: sql("DELETE FROM followup_assessment"),
    "INSERT OR REPLACE": lambda tmp: replaced("followup_assessment", "grade", "implemented"),
    "a raw State": lambda tmp: State.objects.filter(pk="XTL").update(name_en="Elsewhere"),
    "loaddata": lambda tmp: loaded(tmp, Assessment),
    "loaddata of the history": lambda tmp: loaded(tmp, History),
    "flush": lambda tmp: call_command("flush", interactive=False, verbosity=0),
    "history: queryset.update": lambda tmp: Assessment.history.update(history_change_reason="No reason."),
    "history: queryset.delete": lambda tmp: Assessment.history.all().delete(),
    "history: save": lambda tmp: saved(row().history.first(), history_change_reason="No reason."),
    "history: delete": lambda tmp: row().history.first().delete(),
    "history: create": lambda tmp: History.objects.create(
        **{
            field.attname: getattr(row().history.first(), field.attname)
            for field in History._meta.concrete_fields
        }
        | {"history_id": None, "history_change_reason": "Made up."}
    ),
    "history: INSERT OR REPLACE": lambda tmp: replaced(
        "followup_historicalassessment", "history_change_reason", "No reason."
    ),
    "history: raw DELETE": lambda tmp: sql("DELETE FROM followup_historicalassessment"),
    "history of a State": lambda tmp: State.history.all().delete(),
    "history within a service": lambda tmp: through(lambda: Assessment.history.all().delete()),
    "a history row without a reason": lambda tmp: through(lambda: saved(row(), grade="implemented")),
    "clean_old_history": lambda tmp: call_command("clean_old_history", "--auto", "--days", "-1", verbosity=0),
    "public log: update": lambda tmp: through(lambda: Change.objects.update(reason="Another one.")),
    "public log: delete": lambda tmp: through(lambda: Change.objects.all().delete()),
    "public log: create": lambda tmp: Change.objects.create(
        kind="corrected", state_id="XTL", what="Made up", path="/", reason="Made up.", role="Corrector"
    ),
    "correction: update": lambda tmp: through(
        lambda: Correction.objects.update(after={"grade": "implemented"})
    ),
    "correction: another decision": lambda tmp: through(lambda: Correction.objects.update(status="declined")),
    "correction: delete": lambda tmp: through(lambda: Correction.objects.all()._raw_delete("default")),
    "deleting a user": lambda tmp: User.objects.get(username="clerk").delete(),
}
POSTGRES_DOORS = {
    "TRUNCATE": lambda tmp: sql("TRUNCATE followup_assessment CASCADE"),
    "history: TRUNCATE": lambda tmp: sql("TRUNCATE followup_historicalassessment"),
    "public log: TRUNCATE": lambda tmp: through(lambda: sql("TRUNCATE followup_change CASCADE")),
    "correction: TRUNCATE": lambda tmp: through(lambda: sql("TRUNCATE followup_correction CASCADE")),
}


def through(act) -> None:
    """As a service with a mistake in it would."""
    with writing():
        act()


class Undo(Exception):
    """A door that was open: what it did is taken back, so that the next one is tried on the same rows."""


def opens(door, tmp_path) -> bool:
    before = everything()
    try:
        with transaction.atomic():
            door(tmp_path)
            raise Undo
    except REFUSED:
        return everything() != before
    except Undo:
        return True


def test_the_doors_beside_the_services_are_shut(registry, tmp_path):
    assert len(DOORS) >= 25
    assert [name for name, door in DOORS.items() if opens(door, tmp_path)] == []


@pytest.mark.postgres
def test_the_doors_that_only_postgresql_has_are_shut(registry, tmp_path):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    assert [name for name, door in POSTGRES_DOORS.items() if opens(door, tmp_path)] == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE followup_assessment SET grade = 'implemented'",
        "DELETE FROM followup_historicalassessment",
        "DELETE FROM followup_change",
    ],
)
def test_another_program_is_refused_too(registry, tmp_path, statement):
    if connection.vendor == "sqlite":
        # the tests' database is in memory: another program sees a copy of it, guards and all
        path = tmp_path / "copy.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
        other = sqlite3.connect(path)
    else:
        import psycopg

        names = ("host", "port", "user", "password", "dbname")
        values = connection.get_connection_params()
        other = psycopg.connect(**{name: values[name] for name in names if values.get(name)})
    with pytest.raises(Exception, match=r"no such function|only ever added to|by the services"):
        other.execute(statement)
    other.close()


ADMIN_DOORS = [
    ("assessment", "delete", {"post": "yes"}),
    ("letter", "delete", {"post": "yes"}),
    ("recommendation", "delete", {"post": "yes"}),
    ("concludingobservations", "delete", {"post": "yes"}),
    ("assessment", "changelist", {"action": "delete_selected", "_selected_action": "1", "post": "yes"}),
    ("letter", "changelist", {"action": "delete_selected", "_selected_action": "1", "post": "yes"}),
    ("assessment", "change", {"grade": "implemented", "_save": "1"}),
    ("concludingobservations", "change", {"months": "1", "_save": "1"}),
    ("correction", "change", {"action": "confirm"}),
    ("assessment", "simple_history", {"grade": "implemented", "_change_history": "1", "_save": "1"}),
]


def test_the_admin_has_no_door_of_its_own(registry, staff):
    user = staff("Secretariat", "Correctors", "Administrators", name="everybody")
    user.is_superuser = True
    user.save()
    client = Client(raise_request_exception=False)
    client.force_login(user, backend=BACKEND)
    before = everything()
    for model, page, data in ADMIN_DOORS:
        record = apps.get_model("followup", model).objects.first()
        args = {"changelist": [], "simple_history": [record.pk, 1]}.get(page, [record.pk])
        client.post(reverse(f"admin:followup_{model}_{page}", args=args), data)
        assert everything() == before, (model, page)


def test_what_is_refused_says_what_to_do(registry):
    services = "written by the services of the registry only"
    with pytest.raises(IntegrityError, match=services), transaction.atomic():
        Assessment.objects.update(grade="implemented")
    with pytest.raises(IntegrityError, match="only ever added to"), transaction.atomic():
        Assessment.history.all().delete()


def test_the_door_shuts_behind_whoever_opened_it(registry):
    with transaction.atomic():
        with writing():
            Letter.objects.update(language="fr")
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.update(language="en")
        with pytest.raises(ZeroDivisionError), writing():
            raise ZeroDivisionError
        with pytest.raises(IntegrityError), transaction.atomic():
            Letter.objects.update(language="en")
    assert Letter.objects.get().language == "fr"


def test_who_works_on_a_draft_is_no_value_of_it(registry, staff):
    assert Letter.objects.update(claimed_by=staff(name="one"), claimed_at=None) == 1


class TestTriggers:
    def test_all_are_there_after_migrate_and_none_twice(self, db):
        assert guards.missing() == []
        before = guards._present(connection)
        call_command("migrate", verbosity=0)
        assert guards._present(connection) == before

    def test_a_missing_one_is_told_and_put_back(self, db, client):
        name, table = next(iter(guards._present(connection).items()))
        with connection.cursor() as cursor:
            guards._drop(cursor, connection, name, table)
        assert guards.missing() == [name]
        assert [message.id for message in guards.check_guards(databases=["default"])] == ["followup.W001"]
        answer = client.get("/healthz")
        assert (answer.status_code, answer.json()["guards"]) == (503, "1 missing")
        call_command("migrate", verbosity=0)
        assert guards.missing() == []
        assert client.get("/healthz").json()["guards"] == "ok"

    @pytest.mark.django_db(transaction=True)
    def test_a_table_that_was_rebuilt_has_its_guards_again(self, registry):
        """Altering a field makes SQLite rebuild the table, which drops its triggers."""
        field = Change._meta.get_field("role")
        longer = field.clone()
        longer.set_attributes_from_name("role")
        longer.model, longer.max_length = Change, 31
        for old, new in ((field, longer), (longer, field)):
            guards.remove_before_migrating(plan=["a migration"])
            with connection.schema_editor() as editor:
                editor.alter_field(Change, old, new)
            assert len(guards.missing()) > 25
        guards.install()
        assert guards.missing() == []
        assert not opens(DOORS["public log: update"], None)

    def test_every_recorded_table_and_every_history_is_guarded(self, db):
        guarded = {guard.table for guard in guards.guards()}
        for model in apps.get_app_config("followup").get_models():
            if hasattr(model, "history") or hasattr(model, "history_change_reason"):
                assert model._meta.db_table in guarded or model is User, model


def test_maintenance_is_the_one_door_for_everything(registry):
    with maintenance():
        Change.objects.all().delete()
        Correction.objects.all().delete()
        Assessment.objects.all().delete()
        Assessment.history.all().delete()
    assert not Assessment.history.exists()
