"""Settings as a process sees them: what production refuses, and that the deployment check is clean."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from .conftest import REPOSITORY

KEY = "a-key-for-tests-only-0123456789-abcdefghijklmnopqrstuvwxyz"
GOOD = {"ENVIRONMENT": "production", "SECRET_KEY": KEY, "ALLOWED_HOSTS": "registry.example.org"}


def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {
        name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "VIRTUAL_ENV"}
    }
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=REPOSITORY,
        env={**clean, "DATABASE_URL": "sqlite://:memory:", **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


REFUSED = [
    ({"SECRET_KEY": ""}, "SECRET_KEY"),
    ({"SECRET_KEY": "short"}, "SECRET_KEY"),
    ({"SECRET_KEY": "development-only-key-that-production-refuses-to-start-with"}, "SECRET_KEY"),
    ({"DEBUG": "1"}, "DEBUG"),
    ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
    ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
    ({"ALLOWED_HOSTS": "registry.example.org,*.example.org"}, "ALLOWED_HOSTS"),
    ({"ENVIRONMENT": "prod"}, "ENVIRONMENT"),
    ({"TASKS": "celery"}, "TASKS"),
]


@pytest.mark.parametrize(("changed", "named"), REFUSED)
def test_production_refuses_to_start(changed, named):
    run = manage("check", **{**GOOD, **changed})
    assert run.returncode != 0
    assert named in run.stderr.strip().splitlines()[-1]


@pytest.mark.parametrize("tasks", ["immediate", "database"])
def test_deployment_check_is_clean(tasks):
    run = manage("check", "--deploy", "--fail-level", "INFO", TASKS=tasks, **GOOD)
    assert run.returncode == 0, run.stderr
    assert "no issues" in run.stdout


JOURNALS = [
    ((3, 40, 1), "DELETE"),
    ((3, 44, 5), "DELETE"),
    ((3, 44, 6), "WAL"),
    ((3, 45, 0), "DELETE"),
    ((3, 50, 6), "DELETE"),
    ((3, 50, 7), "WAL"),
    ((3, 51, 0), "DELETE"),
    ((3, 51, 3), "WAL"),
    ((3, 60, 0), "WAL"),
]


@pytest.mark.parametrize(("version", "mode"), JOURNALS)
def test_wal_only_where_sqlite_is_safe_with_it(version, mode):
    from cmw.settings import _sqlite_journal

    statements = _sqlite_journal(version)
    assert f"journal_mode={mode}" in statements
    assert ("synchronous=FULL" in statements) is (mode == "WAL")
    assert ("synchronous=EXTRA" in statements) is (mode == "DELETE")
