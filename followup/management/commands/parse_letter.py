"""Print what the parser reads in letters; nothing is written to the database."""

import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from followup.documents import Refused, extract
from followup.letters import Flag, parse


class Command(BaseCommand):
    help = "Read letters and print their records: JSON with --json, a summary a line otherwise."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="one record; an array for several files")

    def handle(self, *args: Any, **options: Any) -> None:
        records, refused = [], 0
        for name in options["files"]:
            record = self._record(name)
            if record is None:
                refused += 1
            elif options["json"]:
                records.append(record)
            else:
                self.stdout.write(f"{name}: {summary(record)}")
        if options["json"] and (records or len(options["files"]) > 1):
            single = len(options["files"]) == 1
            self.stdout.write(json.dumps(records[0] if single else records, ensure_ascii=False, indent=2))
        if refused:
            raise CommandError(f"{refused} of {len(options['files'])} files not read.", returncode=1)

    def _record(self, name: str) -> dict[str, Any] | None:
        """The record of one file, or None after a message on standard error."""
        try:
            extracted = extract(Path(name).read_bytes(), Path(name).name)
        except OSError as error:
            sys.stderr.write(f"{name}: {error.strerror or error}\n")
        except Refused as refusal:
            sys.stderr.write(f"{name}: {refusal.message}\n")
        else:
            warnings = [Flag(notice.code, None, notice.message) for notice in extracted.warnings]
            return parse(extracted.text, warnings=warnings).as_dict()
        return None


def summary(record: dict[str, Any]) -> str:
    """One line for people: kind, State, date, paragraphs with their grades, number of flags."""
    grades = ", ".join(f"{row['paragraph']} {row['grade'] or 'not stated'}" for row in record["assessments"])
    parts = [
        record["kind"],
        record["state"] or "no State",
        record["date"] or "no date",
        grades or "no assessments",
    ]
    flags = len(record["flags"])
    return " · ".join([*parts, f"{flags} flag{'' if flags == 1 else 's'}"])
