"""Numbers that are no paragraphs: amounts, shares, times and days."""

from __future__ import annotations

import re

from .wording import choice

# what turns a number into something else: "29 per cent", "30 June", "2 years"
_COUNTED = (
    *("per cent", "percent", "pour cent", "por ciento", "million", "st", "nd", "rd", "th", "er", "eme"),
    *("year", "years", "month", "months", "day", "days", "an", "ans", "mois", "jours", "ano", "anos", "meses", "dias"),
)  # fmt: skip
_MONTHS = (
    *("january", "february", "march", "april", "june"),
    *("july", "august", "september", "october", "november", "december"),
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
    *("de enero", "de febrero", "de marzo", "de abril", "de mayo", "de junio", "de julio", "de agosto"),
    *("de septiembre", "de setiembre", "de octubre", "de noviembre", "de diciembre"),
)  # fmt: skip
_NO_PARAGRAPH = re.compile(
    rf" ?(?:%|(?:{choice(_COUNTED)})(?!\w))|,? (?:of|out of|sur|de|des|de los|de las)(?: the| les)? [1-9]",
    re.IGNORECASE,
)
_DAY_OF = re.compile(rf" ?(?:(?i:{choice(_MONTHS)})|May)(?!\w)")
_LAST_DAY = 31


def is_counted(text: str, end: int, value: int) -> bool:
    """Whether a number that ends there counts something or is a day: "40 of 42", "30 June"; in "61 may be" it is neither."""
    if _NO_PARAGRAPH.match(text, end):
        return True
    return value <= _LAST_DAY and _DAY_OF.match(text, end) is not None
