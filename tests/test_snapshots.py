"""Snapshots: one file a day with everything public, whose bytes and descriptions are right."""

from __future__ import annotations

import csv
import io
import json
from datetime import date
from hashlib import sha256
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.http import QueryDict
from django.utils import timezone

from followup import snapshots
from followup.documents.originals import Damaged
from followup.exports import TABLES
from followup.filters import LISTS
from followup.models import Change, Snapshot

from .factories import registry
from .web.entries import four

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 21)
ABOUT = ["README.txt", "datapackage.json", "schema.json"]


@pytest.fixture(autouse=True)
def _rows(db):
    registry()


def opened(snapshot: Snapshot) -> ZipFile:
    return ZipFile(snapshots.path(snapshot))


def test_what_is_in_it():
    four()
    snapshot, made = snapshots.make(ON)
    archive = opened(snapshot)
    names = archive.namelist()
    assert made
    assert names == sorted([*ABOUT, *(f"{name}.{ending}" for name in TABLES for ending in ("csv", "json"))])
    assert archive.testzip() is None
    assert {about.date_time for about in archive.infolist()} == {(2026, 11, 21, 0, 0, 0)}
    data = snapshots.path(snapshot).read_bytes()
    assert (snapshot.size, snapshot.sha256) == (len(data), sha256(data).hexdigest())
    numbers = Change.objects.order_by("pk").values_list("pk", flat=True)
    assert [n for first, last in snapshot.holds for n in range(first, last + 1)] == list(numbers)
    assert len(numbers) == 4


def test_every_list_is_whole():
    four()
    snapshot, _ = snapshots.make(ON)
    totals = {name: LISTS[name](QueryDict()).totals.rows for name in LISTS}
    assert snapshot.rows == totals
    assert totals["letters"] == 4
    assert totals["assessments"] == 6
    with opened(snapshot) as archive:
        for name, number in totals.items():
            text = archive.read(f"{name}.csv").decode("utf-8-sig")
            rows = list(csv.DictReader(io.StringIO(text, newline="")))
            told = json.loads(archive.read(f"{name}.json"))
            assert len(rows) == len(told["rows"]) == told["about"]["rows"] == number
            assert [row["id"] for row in rows] == [str(row["id"]) for row in told["rows"]]
            assert {row["as_of"] for row in rows} <= {"2026-11-21"}
            assert told["about"]["selection"] == "the whole list"


def test_nothing_that_is_not_public():
    snapshot, _ = snapshots.make(ON)
    with opened(snapshot) as archive:
        text = "".join(archive.read(name).decode() for name in archive.namelist())
    assert "XES/CO-2/35a" in text
    for hidden in ("Canary", "30/draft", "CMW/C/XDR", "CMW/C/XWI", "Olan", "olan.test", "Lind"):
        assert hidden not in text, hidden


def test_the_same_lists_on_the_same_day_are_the_same_bytes(tmp_path):
    first, second = io.BytesIO(), io.BytesIO()
    settings.SNAPSHOTS_DIR.mkdir()
    assert snapshots.write(ON, first) == snapshots.write(ON, second)
    assert first.getvalue() == second.getvalue()
    assert list(settings.SNAPSHOTS_DIR.iterdir()) == []


def test_a_day_has_one():
    snapshot, _ = snapshots.make(ON)
    four()
    assert snapshots.make(ON) == (snapshot, False)
    other, made = snapshots.make(date(2026, 11, 22))
    assert made
    assert other.rows["changes"] > snapshot.rows["changes"]
    assert Snapshot.objects.count() == 2
    stored = [file for file in settings.SNAPSHOTS_DIR.rglob("*") if file.is_file()]
    assert sorted(file.name for file in stored) == sorted([snapshot.sha256, other.sha256])
    assert {file.stat().st_mode & 0o777 for file in stored} == {0o440}


def test_the_package_describes_every_file():
    with opened(snapshots.make(ON)[0]) as archive:
        package = json.loads(archive.read("datapackage.json"))
        assert package["version"] == "2026-11-21"
        assert [one["path"] for one in package["resources"]] == [
            name for name in archive.namelist() if name not in ABOUT
        ]
        for one in package["resources"]:
            data = archive.read(one["path"])
            assert one["bytes"] == len(data)
            assert one["hash"] == "sha256:" + sha256(data).hexdigest()
            if one["format"] == "csv":
                head = next(csv.reader([data.decode("utf-8-sig").partition("\r\n")[0]]))
                assert [field["name"] for field in one["schema"]["fields"]] == head
                assert head[0] == one["schema"]["primaryKey"] == "id"


def test_the_schema_names_every_column():
    with opened(snapshots.make(ON)[0]) as archive:
        schema = json.loads(archive.read("schema.json"))
    assert {name: [column["name"] for column in columns] for name, columns in schema.items()} == {
        name: table.names for name, table in TABLES.items()
    }
    grade = next(column for column in schema["recommendations"] if column["name"] == "grade")
    assert grade["kind"] == "text"
    assert "not_assessed" in grade["values"]


def test_the_readme_says_what_when_and_how_to_cite(settings):
    settings.FEED_DOMAIN = "registry.test"
    with opened(snapshots.make(ON)[0]) as archive:
        text = archive.read("README.txt").decode()
        letter = json.loads(archive.read("letters.json"))["rows"][0]
    assert text.startswith("CMW follow-up registry: snapshot of 2026-11-21\n")
    assert "letters.csv, letters.json  4 rows" in text
    assert "snapshot of 2026-11-21, https://registry.test/data/2026-11-21.zip." in text
    assert "BSD-3-Clause" in text
    assert "they do not rank States" in text
    assert letter["permalink"].startswith("https://registry.test/letters/")


def test_a_full_disk_leaves_nothing_behind(monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfileobj", full)
    with pytest.raises(OSError, match="No space left"):
        snapshots.make(ON)
    assert Snapshot.objects.count() == 0
    assert list(settings.SNAPSHOTS_DIR.iterdir()) == []


def test_a_file_that_changed_is_noticed():
    snapshot, _ = snapshots.make(ON)
    file = snapshots.path(snapshot)
    file.chmod(0o640)
    file.write_bytes(file.read_bytes() + b" ")
    with pytest.raises(Damaged):
        snapshots.make(ON)
    file.unlink()
    with pytest.raises(FileNotFoundError):
        snapshots.make(ON)


def test_the_command_says_file_size_and_rows(capsys):
    call_command("snapshot")
    snapshot = Snapshot.objects.get()
    assert snapshot.on == timezone.localdate()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"Snapshot of {snapshot.on.isoformat()}: {snapshots.path(snapshot)}"
    assert lines[1] == f"{snapshot.size} bytes, SHA-256 {snapshot.sha256}"
    assert lines[2].startswith(f"{sum(snapshot.rows.values())} rows: assessments 6, changes ")
    call_command("snapshot")
    assert capsys.readouterr().out.startswith(f"{snapshot} (stored before): ")
    snapshots.path(snapshot).unlink()
    with pytest.raises(CommandError, match="Bring it back from a backup"):
        call_command("snapshot")


@pytest.mark.django_db(transaction=True)
def test_it_is_made_outside_a_transaction_too():
    snapshot, made = snapshots.make(ON)
    assert made
    assert snapshot.rows["letters"] == 4
