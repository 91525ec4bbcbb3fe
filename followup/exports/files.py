"""Files that are written while they are sent: CSV and JSON row by row, XLSX from a temporary file.

A CSV file has no place for remarks that a spreadsheet would not take for a row. So what belongs to the whole
file stands in its last three columns, the same on every row: the day it was made, the filter in words,
and the caveat. They stay with the rows when somebody sorts, cuts or merges the sheet.
"""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import override

from . import rows
from .columns import CAVEAT, EVERYTHING, LICENCE, Context, cell
from .tables import Table

TAIL = ("as_of", "selection", "caveat")


class Export(NamedTuple):
    """The rows of one list as the filter found them, and what belongs to the whole file."""

    table: Table
    keys: Sequence[Any]
    context: Context

    @classmethod
    def of(cls, table: Table, queryset: QuerySet[Any], context: Context) -> Export:
        return cls(table, rows.keys(queryset), context)

    def rows(self, told: Callable[[Any], Any]) -> Iterator[list[Any]]:
        """Batches of what is told of each row, in the language of the list whoever asks for the next one."""
        found = rows.batches(self.keys, self.table.fetch, self.context)
        while True:
            with override(self.context.language):
                batch = next(found, None)
                if batch is None:
                    return
                lines = [told(row) for row in batch]
            yield lines

    @property
    def about(self) -> dict[str, Any]:
        """What the second sheet and the head of the JSON file say."""
        query = f"?{self.context.query}" if self.context.query else ""
        with override(self.context.language):
            return {
                "title": _("CMW follow-up registry: %(list)s") % {"list": self.table.name},
                "url": f"{self.context.site}/{self.table.name}/{query}",
                "selection": self.context.selection or str(EVERYTHING),
                "rows": len(self.keys),
                "as_of": self.context.on.isoformat(),
                "licence": str(LICENCE),
                "caveat": str(CAVEAT),
            }


def csv_lines(export: Export) -> Iterator[str]:
    """A CSV file in pieces: byte order mark, header, every cell quoted."""
    writer = csv.writer(_Echo(), quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    about = export.about
    tail = [without_formula(str(about[name])) for name in TAIL]
    yield "\ufeff" + writer.writerow([*export.table.names, *TAIL])
    for batch in export.rows(export.table.values):
        yield "".join(
            writer.writerow([*(without_formula(cell(value)) for value in values), *tail]) for values in batch
        )


def json_lines(export: Export) -> Iterator[str]:
    """One object, {"about": …, "rows": […]}, a row a line."""
    yield f'{{"about": {_json(export.about)},\n"rows": ['
    comma = "\n"
    for batch in export.rows(export.table.record):
        yield comma + ",\n".join(map(_json, batch))
        comma = ",\n"
    yield "\n]}\n"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def without_formula(text: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet would take it for a formula."""
    for char in text:
        if char in "=+-@\t\r\n\0＝＋－＠":
            return "'" + text
        if not char.isspace() and unicodedata.category(char) not in {"Cf", "Cc"}:
            break
    return text


class _Echo:
    """A file that hands each line back: the writer needs no buffer."""

    def write(self, line: str) -> str:
        return line
