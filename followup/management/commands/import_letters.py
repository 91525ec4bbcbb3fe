"""Read letters from files, folders and ZIP archives into drafts; a second run changes nothing."""

import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import reset_queries
from django.urls import reverse

from followup.documents import Refused, bundle
from followup.documents.refusals import refused
from followup.intake import Import
from followup.models import BatchFile


class Command(BaseCommand):
    help = (
        "Read letters into drafts; nothing is published. Folders are read with all below them, ZIP archives are "
        "opened. Run it again after an interruption: what was read is known by its bytes and not read twice."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder or a ZIP archive")
        parser.add_argument("--user", metavar="NAME", help="who adds the letters, for the history")
        parser.add_argument(
            "--json", action="store_true", help="an object a line: one a file, then the summary"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        missing = [path for path in options["paths"] if not Path(path).exists()]
        if missing:
            raise CommandError(f"No such file or folder: {', '.join(missing)}.")
        write = self._write_json if options["json"] else self._write_line
        run, counts = Import(by=_user(options["user"])), Counter[str]()
        for name, data in _files(options["paths"]):
            file = run.add(name, data)
            counts[file.status] += 1
            write(file)
            reset_queries()  # with DEBUG on, Django would keep the statements of thousands of letters
        batch = run.batch.pk if run.batch else None
        tally = {status: counts[status] for status in BatchFile.Status.values if counts[status]}
        if options["json"]:
            self.stdout.write(json.dumps({"files": counts.total(), **tally, "batch": batch}))
        else:
            self.stdout.write(_summary(tally, counts.total(), batch))
        waits = settings.READ_BY == "immediate" and counts["waiting"]
        if counts["refused"] or waits:
            raise CommandError(
                f"{counts['refused'] + (waits or 0)} of {counts.total()} files not read.", returncode=1
            )

    def _write_line(self, file: BatchFile) -> None:
        parts = [file.name, file.status]
        if file.status in {BatchFile.Status.NEW, BatchFile.Status.SIMILAR}:
            parts.append(f"{file.letter}, {file.flags} flag{'' if file.flags == 1 else 's'}")
        if file.message:
            parts.append(file.message)
        self.stdout.write(": ".join(parts[:2]) + "".join(f" · {part}" for part in parts[2:]))
        self.stdout.flush()

    def _write_json(self, file: BatchFile) -> None:
        line = {
            "name": file.name,
            "status": file.status,
            "letter": file.letter_id,
            "like": file.like_id,
            "flags": file.flags,
            "message": file.message,
        }
        self.stdout.write(json.dumps(line, ensure_ascii=False))
        self.stdout.flush()


def _summary(tally: dict[str, int], total: int, batch: int | None) -> str:
    found = ", ".join(f"{count} {status}" for status, count in tally.items())
    lines = [f"{total} file{'' if total == 1 else 's'}: {found}." if total else "No files there."]
    if batch:
        lines.append(
            f"The lines stay on the staff pages: {reverse('admin:followup_batch_page', args=[batch])}"
        )
    if tally.get("waiting") and settings.READ_BY == "database":
        lines.append("The waiting files are read by the workers (manage.py db_worker).")
    return "\n".join(lines)


def _user(name: str | None) -> Any:
    if name is None:
        return None
    user = get_user_model().objects.filter(username=name).first()
    if user is None:
        raise CommandError(f"There is no user “{name}”.")
    return user


def _files(paths: list[str]) -> Iterator[tuple[str, bytes | Refused]]:
    """Every file with its bytes, one at a time: folders sorted and with all below them, archives opened."""
    for path in paths:
        for file in _walk(Path(path)):
            try:
                with file.open("rb") as stream:
                    yield from bundle.files(str(file), stream)
            except OSError as error:
                yield str(file), refused("unreadable", reason=error.strerror or error)


def _walk(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for file in (Path(folder, name) for name in sorted(names) if not name.startswith(".")):
            if file.is_file() or not file.exists():  # no pipe or device; a link that leads nowhere is told
                yield file
