"""The command import_letters: what it says, what it changes, and what is left when it or a worker is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from followup import intake
from followup.models import Batch, BatchFile, Letter
from tests.documents.builders import packed
from tests.factories import gone
from tests.samples import GRADED, REMINDER, numbered, sample_state

from .conftest import REPOSITORY, unavailable

real_transactions = pytest.mark.django_db(transaction=True)


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder as a secretariat has it: below one another, archives, and what is no letter."""
    files = {
        "2024/a.txt": GRADED.encode(),
        "2024/b.txt": numbered(1).encode(),
        "2024/more.zip": packed({"c.txt": numbered(2), "again.txt": GRADED, "__MACOSX/c.txt": "x"}),
        "reminder.txt": REMINDER.replace("8 December 2023", "").encode(),
        "notes/agenda.txt": b"Dear colleagues, the meeting is moved to Tuesday. Please bring your own cup.",
        ".hidden/d.txt": numbered(3).encode(),
        "notes/.d.txt": numbered(3).encode(),
    }
    for name, data in files.items():
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "in"


def run(*arguments: object, **options: object) -> tuple[int, str]:
    """The exit code and standard output of the command, called in this process."""
    out = StringIO()
    try:
        call_command("import_letters", *map(str, arguments), stdout=out, **options)
    except CommandError as error:
        return error.returncode, out.getvalue()
    return 0, out.getvalue()


def everything() -> list[object]:
    models = (Batch, BatchFile, Letter, Letter.history.model)
    return [list(model.objects.order_by("pk").values()) for model in models]


@real_transactions
def test_a_line_a_file_a_summary_and_a_second_run_that_changes_nothing(folder, staff):
    sample_state()
    clerk = staff("Secretariat", name="clerk")
    code, said = run(folder, user="clerk")
    lines = said.replace(f"{folder}/", "").splitlines()
    assert code == 1
    assert lines[:2] == [
        "reminder.txt: new · Letter to Testland, undated, 1 flag",
        "2024/a.txt: new · Letter to Testland, 20 June 2024, 0 flags",
    ]
    assert [line.split(" · ")[0] for line in lines[2:-2]] == [
        "2024/b.txt: new",
        "2024/more.zip/again.txt: same",
        "2024/more.zip/c.txt: new",
        "notes/agenda.txt: refused",
    ]
    assert "follow-up letter" in lines[-3]
    batch = Batch.objects.get()
    assert lines[-2:] == [
        "6 files: 4 new, 1 same, 1 refused.",
        f"The lines stay on the staff pages: /admin/followup/batch/{batch.pk}/",
    ]
    assert {letter.added_by for letter in Letter.objects.all()} == {clerk}
    assert {letter.status for letter in Letter.objects.all()} == {"draft"}
    assert Letter.history.first().history_change_reason == "Read from an imported file."

    before = everything()
    code, said = run(folder, user="clerk")
    assert (code, said.splitlines()[-1]) == (1, "6 files: 5 same, 1 refused.")
    assert everything() == before
    assert run(folder / "2024")[0] == 0


@real_transactions
def test_json_is_an_object_a_line(folder):
    code, said = run(folder / "2024", folder / "notes", json=True)
    *files, summary = map(json.loads, said.splitlines())
    assert code == 1
    assert summary == {"files": 5, "new": 3, "same": 1, "refused": 1, "batch": Batch.objects.get().pk}
    assert set(files[0]) == {"name", "status", "letter", "like", "flags", "message"}
    assert [(file["status"], file["letter"] is None) for file in files] == [
        ("new", False),
        ("new", False),
        ("same", False),
        ("new", False),
        ("refused", True),
    ]


@pytest.mark.django_db
def test_what_cannot_be_begun_says_so(folder):
    for arguments, words in (
        ([folder / "nowhere"], "No such file or folder"),
        ([folder, "--user", "x"], "no user"),
    ):
        with pytest.raises(CommandError, match=words):
            call_command("import_letters", *map(str, arguments))
    assert not Batch.objects.exists()


@real_transactions
def test_a_file_too_large_or_unreadable_is_a_line_and_the_rest_goes_on(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.bin").write_bytes(bytes(21 << 20))
    (folder / "b.txt").symlink_to(folder / "gone.txt")
    os.mkfifo(folder / "c.txt")
    (folder / "d.txt").write_text(GRADED, encoding="utf-8")
    code, said = run(folder)
    assert code == 1
    assert "21 MB; the limit is 20 MB" in said
    assert "cannot be opened: No such file" in said
    assert said.splitlines()[-2] == "3 files: 1 new, 2 refused."
    assert run(folder)[1].splitlines()[-1] == "3 files: 1 same, 2 refused."
    assert BatchFile.objects.count() == 3


@real_transactions
def test_a_discarded_draft_is_made_again_and_a_refused_file_is_tried_again(folder):
    run(folder / "2024/a.txt")
    letter = Letter.objects.get()
    intake.discard(letter, by=None, version=letter.version)
    assert "a.txt: new" in run(folder / "2024/a.txt")[1]
    assert Letter.objects.count() == 1
    BatchFile.objects.filter(letter=None).delete()
    # as if the registry had not understood this letter when it came
    gone(Letter.objects.all())
    BatchFile.objects.update(status="refused", message="Not understood.", flags=0)
    assert "a.txt: new" in run(folder / "2024/a.txt")[1]
    assert [(file.status, file.message) for file in BatchFile.objects.all()] == [("new", "")]


# ---- processes that are killed ----


def manage(database: str, originals: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    kept = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=REPOSITORY,
        env={**kept, "DATABASE_URL": database, "ORIGINALS_DIR": str(originals), **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def output(process: subprocess.Popen[str]) -> list[str]:
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said
    return said.splitlines()


def database_of_this_test() -> str:
    values = connection.settings_dict
    place = f"{values['HOST']}:{values['PORT'] or 5432}/{values['NAME']}"
    return f"postgres://{values['USER']}:{values['PASSWORD']}@{place}"


def letters(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(1, count + 1):
        (folder / f"{number:02}.txt").write_text(numbered(number), encoding="utf-8")
    return folder


@real_transactions
def test_killed_and_run_again_until_every_letter_is_there_once(tmp_path):
    """On PostgreSQL in the database of the test; SQLite keeps that one in memory, so there in a file of its own."""
    sqlite = connection.vendor == "sqlite"
    database = f"sqlite:///{tmp_path / 'registry.sqlite3'}" if sqlite else database_of_this_test()
    if sqlite:
        output(manage(database, tmp_path / "originals", "migrate", "--verbosity", "0"))
    folder = letters(tmp_path / "in", 12)
    command = (database, tmp_path / "originals", "import_letters", str(folder), "--json")
    for lines, pause in ((2, 0.0), (5, 0.04), (8, 0.09)):
        process = manage(*command)
        for _ in range(lines):
            assert process.stdout.readline()
        time.sleep(pause)
        process.kill()
        process.communicate()
        assert process.returncode == -signal.SIGKILL
    *files, summary = map(json.loads, output(manage(*command)))
    assert summary["new"] + summary["same"] == summary["files"] == 12
    assert summary["same"] >= 8
    *again, summary = map(json.loads, output(manage(*command)))
    assert summary == {"files": 12, "same": 12, "batch": None}
    assert [file["letter"] for file in again] == [file["letter"] for file in files]
    assert len({file["letter"] for file in files}) == 12


@pytest.mark.postgres
@real_transactions
def test_two_workers_one_killed_in_mid_task_nothing_lost_nothing_twice(tmp_path):
    if connection.vendor != "postgresql":
        unavailable("no PostgreSQL: set POSTGRES_TEST_URL to run this")
    sample_state()
    database = database_of_this_test()
    folder = letters(tmp_path / "in", 30)

    def start(*arguments: str) -> subprocess.Popen[str]:
        return manage(database, tmp_path / "originals", *arguments, TASKS="database")

    def worker(name: str) -> subprocess.Popen[str]:
        options = ("--batch", "--no-startup-delay", "--interval", "0.1", "--no-reload", "--verbosity", "0")
        return start("db_worker", "--worker-id", name, *options)

    output(start("migrate", "--verbosity", "0"))
    assert "30 files: 30 waiting." in output(start("import_letters", str(folder)))
    assert Letter.objects.count() == 0

    workers = {name: worker(name) for name in ("first", "second")}
    stop_in_mid_task(workers["first"], "first")
    workers["first"].kill()
    workers["first"].communicate()
    output(workers["second"])
    batch = Batch.objects.get()
    assert batch.files.tally() == {"waiting": 1, "new": 29}
    assert tasks() == {"SUCCESSFUL": 29, "RUNNING": 1}
    assert done_by("second") > 0

    assert output(start("import_letters", str(folder)))[-2] == "30 files: 1 waiting, 29 same."
    output(worker("third"))
    assert batch.files.tally() == {"new": 30}
    assert (
        Letter.objects.count() == Letter.history.count() == len(set(batch.files.values_list("letter"))) == 30
    )
    assert output(start("import_letters", str(folder)))[-1] == "30 files: 30 same."


def stop_in_mid_task(process: subprocess.Popen[str], name: str) -> None:
    """Hold the process at a moment when it has a task in hand, after it did a few."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if done_by(name) >= 3:
            process.send_signal(signal.SIGSTOP)
            if done_by(name, "RUNNING"):
                return
            process.send_signal(signal.SIGCONT)
        time.sleep(0.03)
    raise AssertionError("the worker was never seen at work")


def done_by(worker: str, status: str = "SUCCESSFUL") -> int:
    return rows("status = %s AND worker_ids::text LIKE %s", [status, f"%{worker}%"])


def tasks() -> dict[str, int]:
    counts = {
        status: rows("status = %s", [status]) for status in ("READY", "RUNNING", "SUCCESSFUL", "FAILED")
    }
    return {status: count for status, count in counts.items() if count}


def rows(condition: str, values: list[str]) -> int:
    """How many tasks there are: their table belongs to the workers, whose settings this process does not have."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE {condition}", values)  # noqa: S608
        return int(cursor.fetchone()[0])
