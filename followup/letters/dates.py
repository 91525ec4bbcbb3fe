"""Dates as letters print them, in three languages, with the precision they are printed in.

A value is ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD. A day that is not printed is never invented, and a date
that no calendar has ("31 September") is no date. Figures are day first, as the United Nations writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .languages import LANGUAGES
from .text import Prose, fold

_MONTHS = {
    fold(name): n for language in LANGUAGES for n, names in enumerate(language.months, 1) for name in names
}
_MONTH = "|".join(sorted(map(re.escape, _MONTHS), key=len, reverse=True))
_DAY = r"[0-9]{1,2}(?: ?(?:st|nd|rd|th|er|re|eme|\.o|\.a|\.|o|a)(?![a-z]))?"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_OF = r"(?: ?(?:de|of|del|d') ?| ?, ?| )?"

_FORMS = re.compile(
    rf"(?<![0-9A-Za-z])(?=[0-9A-Za-z])(?:"
    rf"(?P<day>{_DAY}){_OF}(?P<month>{_MONTH})\.?{_OF}(?P<year>{_YEAR})"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?, ?(?P<year2>{_YEAR})"
    rf"|(?P<month3>{_MONTH})\.?{_OF}(?P<year3>{_YEAR})"
    rf"|(?P<year4>{_YEAR})-(?P<month4>[0-9]{{2}})(?:-(?P<day4>[0-9]{{2}}))?(?![0-9-])"
    rf"|(?P<day5>[0-9]{{1,2}})(?P<sep>[./-])(?P<month5>[0-9]{{1,2}})(?P=sep)(?P<year5>{_YEAR})"
    rf")(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# the first month of two: "28 March to" 8 April 2022, "August/" September 2015
_FIRST_MONTH = re.compile(
    rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th|er|o|\.o)? ?(?:de )?)?(?P<month>{_MONTH})\.?(?: (?:de |del )?(?P<year>{_YEAR}))?"
    rf" ?(?:-|/|to|and|et|y|au|al|a|until) ?(?:le |el |the )?$",
    re.IGNORECASE,
)
_FIRST_DAY = re.compile(
    r"(?:from |du |del |between |entre le |entre el )?[0-9]{1,2}(?:st|nd|rd|th|er|o|\.o)? ?(?:-|to|and|et|y|au|al|a) ?$"
)
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo),? ",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:the |le |la |el |on |in |en |au |del? |du |c(?:irc)?a )?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A date in a stretch of prose: its ISO value and its place there."""

    value: str
    start: int
    end: int

    @property
    def month(self) -> str | None:
        """The month, YYYY-MM; None where only a year is printed."""
        return self.value[:7] if len(self.value) >= 7 else None


def parse_partial_date(text: str) -> str | None:
    """The date a text consists of, in ISO 8601 with the precision printed; None if it is no date."""
    words = Prose.parse(text[:100]).text.strip(" .,")
    words = _WEEKDAY.sub("", words[_end(_LEAD.match(words)) :], count=1)
    if re.fullmatch(_YEAR, words):
        return words
    match = _FORMS.fullmatch(words)
    return _value(match) if match else None


def find_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[Printed]:
    """Every date in a stretch of folded prose."""
    for match in _FORMS.finditer(text, start, len(text) if end is None else end):
        if value := _value(match):
            yield Printed(value, match.start(), match.end())


def held(text: str, dates: Printed) -> Printed | None:
    """When a session was held, from the date its notice ends in: the first month of it.

    "28 March–8 April 2022" was held in 2022-03; the place is that of the whole notice.
    """
    if dates.month is None:
        return None
    before = text[max(0, dates.start - 60) : dates.start]
    if first := _FIRST_MONTH.search(before):
        month, year = _MONTHS[first["month"].lower()], int(first["year"] or dates.value[:4])
        if not first["year"] and month > int(dates.value[5:7]):
            year -= 1
        return Printed(f"{year:04d}-{month:02d}", dates.start - len(before) + first.start(), dates.end)
    if day := _FIRST_DAY.search(before):
        return Printed(dates.month, dates.start - len(before) + day.start(), dates.end)
    return Printed(dates.month, dates.start, dates.end)


def earlier(one: str, other: str) -> bool:
    """Whether one date lies before another for certain, as far as both are precise."""
    precision = min(len(one), len(other))
    return one[:precision] < other[:precision]


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _value(match: re.Match[str]) -> str | None:
    parts = {
        name.rstrip("2345"): value for name, value in match.groupdict().items() if value and name != "sep"
    }
    year, month = int(parts["year"]), parts["month"].lower()
    number = _MONTHS.get(month) or (int(month) if month.isdigit() else 0)
    if not 1 <= number <= 12:
        return None
    if "day" not in parts:
        return f"{year:04d}-{number:02d}"
    digits = re.match(r"[0-9]+", parts["day"])
    try:
        return date(year, number, int(digits[0]) if digits else 0).isoformat()
    except ValueError:
        return None
