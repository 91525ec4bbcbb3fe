"""Dates as letters print them, in three languages, with the precision they are printed in.

A value is ISO 8601: YYYY, YYYY-MM or YYYY-MM-DD. A day that is not printed is never invented, and a date
that no calendar has ("31 September") is no date. Figures are day first, as the United Nations writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from string import ascii_lowercase
from typing import NamedTuple

from .languages import LANGUAGES
from .text import Prose, fold
from .wording import choice

_MONTHS = {
    fold(name): n for language in LANGUAGES for n, names in enumerate(language.months, 1) for name in names
}
# as a scanner reads their letters: "septernber", "septiernbre", "0ctober", "ju1y", "juIio"
_DAMAGED_MONTHS = {
    damaged: n
    for name, n in _MONTHS.items()
    for letter, read in (
        ("m", "rn"),
        ("o", "0"),
        ("l", "1"),
        ("i", "1"),
        ("i", "l"),
        ("l", "i"),
        ("b", "h"),
        ("e", "c"),
    )
    if letter in name and len(name) > 3 and (damaged := name.replace(letter, read, 1)) not in _MONTHS
}
_MONTH = choice(_MONTHS)
_ANY_MONTH = choice({**_MONTHS, **_DAMAGED_MONTHS})
_INITIALS = "".join(sorted({name[0] for name in _MONTHS}))  # so that most words are passed over at once
# an "o" is the sign of an ordinal as º or °, and as a small letter in Spanish: see read_dates
_DAY = r"[0-9]{1,2}(?: ?(?:st|nd|rd|th|er|re|eme|\.o|\.a|\.|(?-i:o|a))(?![a-z]))?"
_YEAR = r"(?:19|20)[0-9]{2}(?![0-9])"
_OF = r"(?: ?(?:de|of|del|d') ?| ?, ?| )?"

_FORMS = re.compile(
    rf"(?=[0-9{_INITIALS}])(?<![0-9A-Za-z])(?:"
    rf"(?P<day>{_DAY}){_OF}(?P<month>{_MONTH})\.?{_OF}(?P<year>{_YEAR})"
    rf"|(?P<month2>{_MONTH})\.? (?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?, ?(?P<year2>{_YEAR})"
    rf"|(?P<month3>{_MONTH})\.?{_OF}(?P<year3>{_YEAR})"
    rf"|(?P<year4>{_YEAR})-(?P<month4>[0-9]{{2}})(?:-(?P<day4>[0-9]{{2}}))?(?![0-9-])"
    rf"|(?P<day5>[0-9]{{1,2}})(?P<sep>[./-])(?P<month5>[0-9]{{1,2}})(?P=sep)(?P<year5>{_YEAR})"
    rf")(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# digits that were read as letters, and what else stands where a day should: "1O December", "on l2 May 2O24"
_TORN = re.compile(
    rf"(?<![0-9A-Za-z])(?:(?P<on>on|le|el|du|al) (?P<stray>(?=[^\s]{{0,4}}[^\sa-z])[^\s,;:()]{{1,5}}|[il]{{1,2}}) (?:de )?|"
    rf"(?P<day>(?=[oil|]?[0-9])[0-9oil|]{{1,2}}){_OF})?"
    rf"(?P<month>{_ANY_MONTH})\.?{_OF}(?P<year>[12il|][0-9oil|]{{3}})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_BEFORE_YEAR, _BEHIND_YEAR = 40, 12  # characters of a date on either side of its year
# what each of them holds; most sentences do not
_YEAR_PERHAPS = re.compile(r"[12IiLl|][0-9OoIiLl|]{3}")
_LOOKS_LIKE = str.maketrans("OoIil|", "001111")
_IN_ORDER = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th|er|\.|\.o|a|[-/][0-9]{1,2})", re.IGNORECASE)
_ORDINAL = re.compile(r"[0-9]{1,2}(?P<sign>o)", re.IGNORECASE)
_SPANISH = {
    fold(name)
    for language in LANGUAGES
    if language.code == "es"
    for names in language.months
    for name in names
}
# the first month of two: "28 March to" 8 April 2022, "August/" September 2015
_FIRST_MONTH = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|er|(?-i:o)|\.o)? ?(?:de )?)?"
    rf"(?P<month>{_MONTH})\.?(?: (?:de |del )?(?P<year>{_YEAR}))?"
    rf" ?(?:-|/|to|and|et|y|au|al|a|until) ?(?:le |el |the )?$",
    re.IGNORECASE,
)
_FIRST_DAY = re.compile(
    r"(?:from |du |del |between |entre le |entre el )?"
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|o|\.o)? ?(?:-|to|and|et|y|au|al|a) ?$"
)
_UP_TO = re.compile(r"(?:[-/]|to|and|et|y|au|al|a|until) ?(?:le |el |the )?$", re.IGNORECASE)  # how both end
_DIGITS = re.compile(r"[0-9]+")
_WEEKDAY = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|"
    r"lunes|martes|miercoles|jueves|viernes|sabado|domingo),? ",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(?:the |le |la |el |on |in |en |au |del? |du |c(?:irc)?a )?", re.IGNORECASE)


class Printed(NamedTuple):
    """A date in a stretch of prose: its ISO value and its place there; of a session, its first day if that is printed."""

    value: str
    start: int
    end: int
    opening: str | None = None

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


def read_dates(prose: Prose, start: int = 0, end: int | None = None) -> list[Printed]:
    """Every date in a stretch of a letter; of damaged words the evident date, without the day where that is not evident."""
    found: list[Printed] = []
    text = prose.text
    for low, high in _near_years(text, start, len(text) if end is None else end):
        torn = [date for match in _TORN.finditer(text, low, high) if (date := _torn(prose, match))]
        clean = find_dates(text, low, high)
        if torn:
            found += torn
            clean = (p for p in clean if not any(t.start < p.end and p.start < t.end for t in torn))
        found += clean
    if len(found) > 1:
        found.sort(key=lambda printed: printed.start)
    return found


def may_hold_date(text: str) -> bool:
    """Whether anything in a text looks like a year, without which there is no date."""
    return _YEAR_PERHAPS.search(text) is not None


def _near_years(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a text that may hold a date: those around what may be a year."""
    near: list[tuple[int, int]] = []
    for year in _YEAR_PERHAPS.finditer(text, start, end):
        low, high = max(start, year.start() - _BEFORE_YEAR), min(end, year.end() + _BEHIND_YEAR)
        if near and low <= near[-1][1]:
            near[-1] = (near[-1][0], high)
        else:
            near.append((low, high))
    return near


def _torn(prose: Prose, match: re.Match[str]) -> Printed | None:
    """The date that damaged words stand for; None if they are in order."""
    day, printed_year = match["stray"] or match["day"] or "", match["year"]
    if not _is_torn(prose, match, day):
        return None
    year = printed_year.translate(_LOOKS_LIKE)
    name = match["month"].lower()
    month = f"{year}-{_MONTHS.get(name) or _DAMAGED_MONTHS[name]:02d}"
    if not re.fullmatch(_YEAR, year):
        return None
    digits = day.translate(_LOOKS_LIKE)
    begin = match.start("stray") if match["on"] else match.start()
    try:
        value = date.fromisoformat(f"{month}-{int(digits):02d}").isoformat() if digits.isdecimal() else month
    except ValueError:
        value = month
    return Printed(value, begin, match.end())


def _is_torn(prose: Prose, match: re.Match[str], day: str) -> bool:
    if not match["year"].isdecimal() or match["month"].lower() in _DAMAGED_MONTHS:
        return True
    if not day or day.isdecimal():
        return False
    if _IN_ORDER.fullmatch(day):
        return False
    ordinal = _ORDINAL.fullmatch(day)
    if not ordinal:
        return True
    at = prose.at(match.start("stray" if match["stray"] else "day") + ordinal.start("sign"))
    spanish = fold(match["month"]) in _SPANISH and ordinal["sign"] == "o"
    return prose.source[at] not in "º°ᵒ˚" and not spanish


def is_torn(value: str, printed: str) -> bool:
    """Whether a date was read from words that do not print it as it is."""
    clean = list(find_dates(printed))
    if not clean or clean[-1].end != len(printed):
        return True
    if len(value) == len("YYYY-MM-DD"):
        return all(found.value != value for found in clean)
    # of two months or days, as a session's, the date itself is the last
    begin = held(printed, clean[0])
    return begin is None or begin.start > 0


def held(text: str, dates: Printed) -> Printed | None:
    """When a session was held, from the date its notice ends in: the first month of it.

    "28 March–8 April 2022" was held in 2022-03; the place is that of the whole notice.
    """
    if dates.month is None:
        return None
    before = text[max(0, dates.start - 60) : dates.start]
    if not _UP_TO.search(before[-12:]):
        return Printed(dates.month, dates.start, dates.end, dates.value if len(dates.value) == 10 else None)
    if first := _FIRST_MONTH.search(before):
        month, year = _MONTHS[first["month"].lower()], int(first["year"] or dates.value[:4])
        if not first["year"] and month > int(dates.value[5:7]):
            year -= 1
        begin, value = dates.start - len(before) + first.start(), f"{year:04d}-{month:02d}"
        return Printed(value, begin, dates.end, _day(value, first["day"]))
    if day := _FIRST_DAY.search(before):
        begin = dates.start - len(before) + day.start()
        return Printed(dates.month, begin, dates.end, _day(dates.month, day["day"]))
    opening = dates.value if len(dates.value) == 10 else None
    return Printed(dates.month, dates.start, dates.end, opening)


def _day(month: str, day: str | None) -> str | None:
    try:
        return date.fromisoformat(f"{month}-{int(day or 0):02d}").isoformat()
    except ValueError:
        return None


def earlier(one: str, other: str) -> bool:
    """Whether one date lies before another for certain, as far as both are precise."""
    precision = min(len(one), len(other))
    return one[:precision] < other[:precision]


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


def _value(match: re.Match[str]) -> str | None:
    form = (match.lastgroup or "").lstrip(ascii_lowercase)  # "year2": the second form
    year, month = int(match[f"year{form}"]), match[f"month{form}"].lower()
    number = _MONTHS.get(month) or (int(month) if month.isdigit() else 0)
    if not 1 <= number <= 12:
        return None
    day = None if form == "3" else match[f"day{form}"]
    if day is None:
        return f"{year:04d}-{number:02d}"
    digits = _DIGITS.match(day)
    try:
        return date(year, number, int(digits[0]) if digits else 0).isoformat()
    except ValueError:
        return None
