"""Snapshots: every public list as it stands on a day, as one ZIP file that is kept and cited. The only writer of them.

The file is whole and on disk before its row is written, so a row never speaks of a file that is not there. Its bytes
follow from the lists and the day alone: what is written twice has the same SHA-256.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory, mkstemp
from typing import IO, Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.conf import settings
from django.db import connection, transaction
from django.http import QueryDict
from django.utils.translation import override

from . import exports
from .documents.originals import Damaged, path_of, sync
from .exports import TABLES, Column, Export
from .filters import LISTS
from .models import Snapshot
from .models.snapshot import runs

NAME = "cmw-follow-up-registry"
TITLE = "CMW follow-up registry"
ABOUT = "What States did with the urgent recommendations of the UN Committee on Migrant Workers, as its letters say."
FORMATS = {"csv": (exports.csv_lines, "text/csv"), "json": (exports.json_lines, "application/json")}
# how Table Schema names the kinds of values; a date may be a year or a month, which its "date" cannot be
FIELDS: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean", "trueValues": ["yes"], "falseValues": ["no"]},
    "date": {"type": "string"},
    "time": {"type": "datetime", "format": "any"},
    "list": {"type": "string"},
    "numbers": {"type": "string"},
    "address": {"type": "string", "format": "uri"},
}
# what stands at the end of every row of a CSV file
TAIL = (
    Column("as_of", str, "The day of the snapshot.", "date"),
    Column("selection", str, "Which rows of the list these are."),
    Column("caveat", str, "What the grades do not say."),
)


class Resource(NamedTuple):
    """One file of a list within the snapshot."""

    list: str
    format: str
    size: int
    sha256: str

    @property
    def path(self) -> str:
        return f"{self.list}.{self.format}"


class Written(NamedTuple):
    """What a snapshot holds: its rows by list, and the numbers of its entries of the public log."""

    rows: dict[str, int]
    holds: list[list[int]]


def make(on: date) -> tuple[Snapshot, bool]:
    """The snapshot of a day, and whether it was made now: a day has one, and the second call returns it.

    Damaged or FileNotFoundError where the file of the day's snapshot is not what it was; OSError when the disk is full.
    """
    stored = Snapshot.objects.filter(on=on).first()
    if stored:
        check(stored)
        return stored, False
    root = Path(settings.SNAPSHOTS_DIR)
    root.mkdir(parents=True, exist_ok=True)
    handle, name = mkstemp(dir=root, suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w+b") as stream:
            written = write(on, stream)
            stream.flush()
            os.fchmod(stream.fileno(), 0o440)
            os.fsync(stream.fileno())
            size, digest = stream.seek(0, os.SEEK_END), _sha256(stream)
        path = path_of(digest, root)
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.rename(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    for directory in (path.parent, path.parent.parent, root):
        sync(directory)
    values = {"sha256": digest, "size": size, **written._asdict()}
    snapshot, made = Snapshot.objects.get_or_create(on=on, defaults=values)
    if snapshot.sha256 != digest:  # another process was first, and something was published in between
        path.unlink()
    return snapshot, made


def path(snapshot: Snapshot) -> Path:
    """Where the file of a snapshot lies."""
    return path_of(snapshot.sha256, Path(settings.SNAPSHOTS_DIR))


def check(snapshot: Snapshot) -> None:
    """Read the whole file again: FileNotFoundError where it is gone, Damaged where its bytes have changed."""
    with path(snapshot).open("rb") as stream:
        if _sha256(stream) != snapshot.sha256:
            raise Damaged(snapshot.sha256)


def write(on: date, stream: IO[bytes]) -> Written:
    """Write the ZIP file of a day. Lists go by way of a temporary folder, never through memory as a whole."""
    with TemporaryDirectory(dir=settings.SNAPSHOTS_DIR) as name, override("en"):
        folder, found = Path(name), []
        with _standing_still():
            tables = {one: _export(one, on) for one in sorted(TABLES)}
            for export in tables.values():
                found += [_resource(export, ending, folder) for ending in FORMATS]
        rows = {one: len(export.keys) for one, export in tables.items()}
        _json_file(folder / "schema.json", schema())
        _json_file(folder / "datapackage.json", datapackage(on, found))
        (folder / "README.txt").write_text(readme(on, rows), encoding="utf-8")
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for file in sorted(folder.iterdir()):
                _put(archive, file, on)
    return Written(rows, runs(tables["changes"].keys))


def site() -> str:
    """The address that permalinks in a snapshot begin with: nobody asked for it by an address of its own."""
    return f"https://{settings.FEED_DOMAIN}"


def schema() -> dict[str, Any]:
    """The columns of every list: name, kind, what it says, and its values where they are a fixed few."""
    return {
        name: [
            {
                "name": column.name,
                "kind": column.kind,
                "description": str(column.about),
                **({"values": list(column.choices)} if column.choices else {}),
            }
            for column in TABLES[name].columns
        ]
        for name in sorted(TABLES)
    }


def datapackage(on: date, resources: Iterable[Resource]) -> dict[str, Any]:
    """The descriptor that Frictionless tools read: each file with its size, its hash and, of CSV, its fields."""
    return {
        "profile": "data-package",
        "name": NAME,
        "title": f"{TITLE}, {on.isoformat()}",
        "description": f"{ABOUT} {exports.CAVEAT}",
        "version": on.isoformat(),
        "created": f"{on.isoformat()}T00:00:00Z",
        "homepage": f"{site()}/data/",
        "licenses": [
            {
                "name": "BSD-3-Clause",
                "title": str(exports.LICENCE),
                "path": "https://opensource.org/license/bsd-3-clause",
            }
        ],
        "resources": [_described(one) for one in resources],
    }


def readme(on: date, rows: dict[str, int]) -> str:
    """What the file is, for whoever opens it years later."""
    lists = "\n".join(f"  {name}.csv, {name}.json  {number} rows" for name, number in sorted(rows.items()))
    return f"""{TITLE}: snapshot of {on.isoformat()}

{ABOUT}
Everything that was public on that day is in this file, and nothing else.

Files
{lists}
  schema.json       the columns of every list: name, kind, what it says
  datapackage.json  the same for Frictionless tools, with size and SHA-256 of every file

The CSV files are UTF-8. Several values in a cell are parted by semicolons; an empty cell is "not known".
A cell that a spreadsheet could take for a formula begins with an apostrophe; the JSON files have it as it is.
Dates are ISO 8601 and as precise as the letter: 2018, 2018-05 or 2018-05-14.

As of
{on.isoformat()}. Grades, statuses and numbers of months are those of that day.

How to cite
{cited(on)}

Licence
{exports.LICENCE}

Caveat
{exports.CAVEAT}
"""


def cited(on: date) -> str:
    """The snapshot as a footnote names it, in English."""
    return (
        f"Committee on Migrant Workers, follow-up letters to States parties. {TITLE}, "
        f"snapshot of {on.isoformat()}, {site()}/data/{on.isoformat()}.zip."
    )


@contextmanager
def _standing_still() -> Iterator[None]:
    """All lists from one moment: what is published meanwhile is in none of them.

    PostgreSQL shows a transaction the rows of its first moment and lets others write. SQLite has one writer: who
    publishes meanwhile waits.
    """
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        yield


def _export(name: str, on: date) -> Export:
    found = LISTS[name](QueryDict(), on=on)
    return Export.of(TABLES[name], found.qs, exports.Context(site(), on))


def _resource(export: Export, ending: str, folder: Path) -> Resource:
    lines, _media_type = FORMATS[ending]
    file = folder / f"{export.table.name}.{ending}"
    digest, size = hashlib.sha256(), 0
    with file.open("wb") as stream:
        for line in lines(export):
            data = line.encode()
            digest.update(data)
            size += stream.write(data)
    return Resource(export.table.name, ending, size, digest.hexdigest())


def _described(one: Resource) -> dict[str, Any]:
    csv = one.format == "csv"
    about: dict[str, Any] = {
        "name": one.list if csv else f"{one.list}-json",
        "path": one.path,
        "profile": "tabular-data-resource" if csv else "data-resource",
        "format": one.format,
        "mediatype": FORMATS[one.format][1],
        "encoding": "utf-8",
        "bytes": one.size,
        "hash": f"sha256:{one.sha256}",
    }
    if csv:
        fields = [_field(column) for column in (*TABLES[one.list].columns, *TAIL)]
        about["schema"] = {"fields": fields, "primaryKey": "id", "missingValues": [""]}
    return about


def _field(column: Column) -> dict[str, Any]:
    described = {"name": column.name, **FIELDS[column.kind], "description": str(column.about)}
    if column.choices and column.kind == "text":
        described["constraints"] = {"enum": list(column.choices)}
    return described


def _json_file(file: Path, value: Any) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _put(archive: ZipFile, file: Path, on: date) -> None:
    """One file of the archive, dated with the day of the snapshot and not with the minute it was written."""
    about = ZipInfo(file.name, (on.year, on.month, on.day, 0, 0, 0))
    about.compress_type, about.create_system, about.external_attr = ZIP_DEFLATED, 3, 0o644 << 16
    about.file_size = file.stat().st_size
    with file.open("rb") as source, archive.open(about, "w") as target:
        shutil.copyfileobj(source, target, 1024 * 1024)


def _sha256(stream: IO[bytes]) -> str:
    stream.seek(0)
    return hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]  # any file opened as bytes
