"""A list as an Excel file: the rows on one sheet, what belongs to all of them on a second."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any

import xlsxwriter
from django.utils.translation import ngettext, override
from xlsxwriter.worksheet import Worksheet

from .columns import cell
from .files import Export, without_formula

ROWS = 1_048_575  # what a sheet holds below its header
LONGEST = 32_767  # characters in a cell
PIECE = 64 * 1024
# Nothing of a letter is ever a formula or a link; strings are kept where they stand, not gathered in memory.
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class TooLong(Exception):
    """More rows than a sheet can hold."""


def xlsx_pieces(export: Export) -> Iterator[bytes]:
    """The file in pieces. It is whole on disk before the first one, as the index of a ZIP file stands at its end.

    Raises TooLong before anything is written.
    """
    if len(export.keys) > ROWS:
        raise TooLong
    return _pieces(export)


def _pieces(export: Export) -> Iterator[bytes]:
    with TemporaryFile() as file:
        with xlsxwriter.Workbook(file, OPTIONS) as book:
            bold = book.add_format({"bold": True})
            sheet = book.add_worksheet(export.table.name)
            sheet.freeze_panes(1, 2)
            for column, name in enumerate(export.table.names):
                sheet.write_string(0, column, name, bold)
            cut = _fill(sheet, export)
            about = book.add_worksheet("About")
            with override(export.context.language):
                facts = {**export.about, **({"cut": _cut(cut)} if cut else {})}
            for line, (name, value) in enumerate(facts.items()):
                about.write_string(line, 0, name, bold)
                _write(about, line, 1, value)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece


def _fill(sheet: Worksheet, export: Export) -> int:
    """Write the rows; how many cells were cut at the length that a cell can have."""
    line, cut = 0, 0
    for batch in export.rows(export.table.values):
        for values in batch:
            line += 1
            for column, value in enumerate(values):
                cut += _write(sheet, line, column, value)
    return cut


def _write(sheet: Worksheet, line: int, column: int, value: Any) -> bool:
    """Numbers as numbers, all else as text; whether it had to be cut."""
    if isinstance(value, int) and not isinstance(value, bool):
        sheet.write_number(line, column, value)
        return False
    text = without_formula(cell(value))
    if text:
        sheet.write_string(line, column, text[:LONGEST])
    return len(text) > LONGEST


def _cut(cells: int) -> str:
    words = ngettext(
        "%(n)d cell was cut at %(most)d characters, the most a cell can hold; CSV and JSON have all.",
        "%(n)d cells were cut at %(most)d characters, the most a cell can hold; CSV and JSON have all.",
        cells,
    )
    return words % {"n": cells, "most": LONGEST}
