"""Dates that keep the precision they were printed with: "May 2018" is a month, never 1 May 2018."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import formats
from django.utils.translation import pgettext

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, order=False, slots=True)
class PartialDate:
    """A year, a month of a year or a day. Written and stored in ISO 8601: 2018, 2018-05, 2018-05-14."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read the ISO form. Raises ValueError for anything else, also for 2018-02-30."""
        match = _ISO.fullmatch(text)
        if not match:
            raise ValueError(f"“{text}” is no date of the form 2018, 2018-05 or 2018-05-14")
        year, month, day = (int(part) if part else None for part in match.groups())
        date(year or 0, month or 1, day or 1)  # raises where the calendar has no such day
        return cls(year or 0, month, day)

    @classmethod
    def of(cls, day: date) -> PartialDate:
        """The same day, with the precision of one."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> str:
        """day, month or year."""
        if self.day:
            return "day"
        return "month" if self.month else "year"

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def plus_months(self, months: int) -> PartialDate:
        """The date so many months later, with the same precision (31 January + 1 month = 28 February)."""
        count = self.year * 12 + (self.month or 1) - 1 + months
        year, month = divmod(count, 12)
        month += 1
        if self.month is None:
            return PartialDate(year)
        if self.day is None:
            return PartialDate(year, month)
        return PartialDate(year, month, min(self.day, calendar.monthrange(year, month)[1]))

    def months_until(self, later: PartialDate | date) -> int:
        """Whole months from this date's month to the later one's; negative when it lies before."""
        return (later.year - self.year) * 12 + (later.month or 1) - (self.month or 1)

    def months_past(self, later: PartialDate | date) -> int:
        """Full months from the end of this date to the later one's first day; negative where they lie before it.

        What is due in June runs to 30 June: on 22 November four full months are past.
        """
        end = self.last_day + timedelta(days=1)
        day = later.first_day if isinstance(later, PartialDate) else later
        after = day + timedelta(days=1)  # the day itself counts
        return (after.year - end.year) * 12 + after.month - end.month - (after.day < end.day)

    def words(self) -> str:
        """As a person writes it in the active language: "14 May 2018", "May 2018", "2018"."""
        if self.month is None:
            return str(self.year)
        if self.day is None:
            form = pgettext("form of a month, as Django writes dates", "F Y")
        elif self.day == 1:  # in French “1er mai”, beside “2 mai”
            form = pgettext("form of the first day of a month", "j F Y")
        else:
            form = pgettext("form of a day, as Django writes dates", "j F Y")
        return formats.date_format(self.first_day, form)

    def __str__(self) -> str:
        return "-".join(
            [f"{self.year:04}"] + [f"{part:02}" for part in (self.month, self.day) if part is not None]
        )


if TYPE_CHECKING:
    _CharField = models.CharField["PartialDate | str | None", "PartialDate | None"]
else:
    _CharField = models.CharField


class PartialDateField(_CharField):
    """Stores a PartialDate in its ISO form: it sorts by itself, and no precision column can disagree with it."""

    description = "A date with its precision"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        return name, path, args, kwargs

    def from_db_value(self, value: str | None, *args: Any) -> PartialDate | None:
        return PartialDate.parse(value) if value else None

    def to_python(self, value: Any) -> PartialDate | None:
        if value in (None, ""):
            return None
        if isinstance(value, PartialDate):
            return value
        try:
            return PartialDate.parse(str(value))
        except ValueError as error:
            raise ValidationError(str(error), code="invalid") from error

    def get_prep_value(self, value: Any) -> str | None:
        value = self.to_python(value)
        return None if value is None else str(value)

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def run_validators(self, value: Any) -> None:
        super().run_validators(str(value) if value else value)


def past(field: str, on: date) -> models.Q:
    """Rows whose partial date lies wholly before `on`: a month is past when it has ended, not when it begins.

    ISO text sorts "2021" < "2021-05" < "2021-05-01", so the year and the month of `on` itself are left out.
    """
    year, month, day = f"{on:%Y}", f"{on:%Y-%m}", on.isoformat()
    earlier_month = models.Q(**{f"{field}__lt": month}) & ~models.Q(**{field: year})
    earlier_day = models.Q(**{f"{field}__gt": month, f"{field}__lt": day})
    return earlier_month | earlier_day
