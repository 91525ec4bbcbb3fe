"""The parser of follow-up letters: plain Python that knows no framework.

    reading = parse(text)          # any text gives a Reading
    reading.as_dict()              # the letter record, JSON types only
    reading.assessments[0].grade   # Found(value=Grade.PARTIALLY_IMPLEMENTED, ranges=((1803, 1899),))

Nothing in here looks anything up: what staff add (a State, a session, a wording) comes in as `Knowledge`.
"""

from .dates import parse_partial_date
from .knowledge import DEFAULT, Knowledge, SessionDates
from .meaning import meanings
from .parse import PARSER_VERSION, parse
from .places import left_out, locate, sentence_around, withheld
from .reading import Flag, Found, Grade, Passage, Reading
from .references import ParagraphRef, parse_reference, parse_references
from .states import StateNames
from .symbols import Symbol, parse_symbol
from .text import fold
from .wording import Wording

__all__ = [
    "DEFAULT",
    "PARSER_VERSION",
    "Flag",
    "Found",
    "Grade",
    "Knowledge",
    "ParagraphRef",
    "Passage",
    "Reading",
    "SessionDates",
    "StateNames",
    "Symbol",
    "Wording",
    "fold",
    "left_out",
    "locate",
    "meanings",
    "parse",
    "parse_partial_date",
    "parse_reference",
    "parse_references",
    "parse_symbol",
    "sentence_around",
    "withheld",
]
