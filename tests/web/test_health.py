"""What the machine that watches the service is told, and the pages for when it does not work."""

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import RequestFactory

from followup.letters import PARSER_VERSION
from followup.views import errors, health


@pytest.mark.django_db
def test_all_is_well(client):
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (
        200,
        {"status": "ok", "database": "ok", "migrations": "ok", "guards": "ok", "parser": PARSER_VERSION},
    )
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_missing_migration_is_named(client):
    MigrationRecorder(connection).migration_qs.filter(app="followup").order_by("-pk").first().delete()
    response = client.get("/healthz")
    assert (response.status_code, response.json()["migrations"]) == (503, "1 not applied")


def test_a_part_that_fails_is_named(client, monkeypatch):
    def broken() -> str:
        raise health.Failing("cannot be reached")

    monkeypatch.setattr(health, "CHECKS", {"database": broken, "parser": lambda: "1.0"})
    response = client.get("/healthz")
    assert (response.status_code, response.json()) == (
        503,
        {"status": "failing", "database": "cannot be reached", "parser": "1.0"},
    )


@pytest.mark.parametrize(
    ("view", "arguments", "status", "heading"),
    [
        (errors.bad_request, [ValueError()], 400, "could not be read"),
        (errors.permission_denied, [ValueError()], 403, "You may not do this"),
        (errors.page_not_found, [ValueError()], 404, "Nothing here"),
        (errors.server_error, [], 500, "Something went wrong here"),
    ],
)
def test_error_pages_need_no_database(view, arguments, status, heading):
    response = view(RequestFactory().get("/"), *arguments)
    assert response.status_code == status
    assert heading in response.content.decode()
