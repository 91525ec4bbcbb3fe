"""Downloads of exactly the rows a filter found, and the records that the API gives. Columns stand in tables.py."""

from .columns import CAVEAT, LICENCE, Column, Context, cell, names, passage, public
from .files import Export, csv_lines, json_lines, without_formula
from .ids import assessment_id, observations_id, page, record_id
from .rows import quoted
from .tables import COLUMNS, TABLES, Table
from .workbook import ROWS, TooLong, xlsx_pieces

__all__ = [
    "CAVEAT",
    "COLUMNS",
    "LICENCE",
    "ROWS",
    "TABLES",
    "Column",
    "Context",
    "Export",
    "Table",
    "TooLong",
    "assessment_id",
    "cell",
    "csv_lines",
    "json_lines",
    "names",
    "observations_id",
    "page",
    "passage",
    "public",
    "quoted",
    "record_id",
    "without_formula",
    "xlsx_pieces",
]
