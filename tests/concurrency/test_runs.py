"""The short form of the runs, on the database at hand; the long form is run by hand (see runs)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

REPOSITORY = Path(__file__).resolve().parent.parent.parent
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def run(tmp_path: Path):
    """run("kills", total=15) on a database that other processes can reach: a copy of the tests' own, or itself."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        path = tmp_path / "registry.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
        url = f"sqlite:///{path}"
    else:
        url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**values)

    def start(name: str, **options: int) -> dict[str, Any]:
        environment = {**os.environ, "DATABASE_URL": url, "ORIGINALS_DIR": str(tmp_path / "originals")}
        line = [part for key, value in options.items() for part in (f"--{key}", str(value))]
        done = subprocess.run(
            [sys.executable, "-m", "tests.concurrency.runs", name, *line],
            cwd=REPOSITORY,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return start


def test_of_500_corrections_from_8_processes_none_is_lost(run):
    found = run("corrections", total=500, processes=8)
    assert found["acknowledged"] == 500
    # twelve records and eight processes: they do meet
    assert found["told stale"] > 0
    for what in ("failed", "lost", "not in the public log", "not once in the history", "broken chains"):
        assert found[what] == [], what
    assert found["more than acknowledged"] == 0


def test_what_is_sent_a_hundred_times_has_one_effect(run):
    found = run("duplicates", total=100, processes=8)
    assert found == {
        "acknowledged": 100,
        "failed": [],
        "answers": 1,
        "told that they made the draft": 1,
        "corrections": 1,
        "version": 2,
        "history": 2,
        "log": 2,
        "assessments": 3,
        "drafts": 1,
    }


def test_a_process_killed_while_publishing_leaves_nothing_torn_and_loses_nothing(run):
    found = run("kills", total=15)
    assert found["kills"] == 15
    assert found["acknowledged"] > 0  # they were killed at work, not before
    assert (found["failed"], found["lost"], found["torn"]) == ([], [], [])
    assert found["integrity"] == "ok"
