"""Dates with their precision."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from followup.models import ConcludingObservations, PartialDate, PartialDateField
from tests.samples import sample_state

FORMS = [
    ("2018", "year", "2018", date(2018, 1, 1), date(2018, 12, 31)),
    ("2018-02", "month", "February 2018", date(2018, 2, 1), date(2018, 2, 28)),
    ("2020-02", "month", "February 2020", date(2020, 2, 1), date(2020, 2, 29)),
    ("2018-05-04", "day", "4 May 2018", date(2018, 5, 4), date(2018, 5, 4)),
]


@pytest.mark.parametrize(("iso", "precision", "words", "first", "last"), FORMS)
def test_forms(iso, precision, words, first, last):
    day = PartialDate.parse(iso)
    assert (str(day), day.precision, day.words()) == (iso, precision, words)
    assert (day.first_day, day.last_day) == (first, last)


@pytest.mark.parametrize(
    "text", ["", "18", "2018-5", "2018-13", "2018-02-30", "2018-05-04T00", "0000", "٢٠١٨-05"]
)
def test_anything_else_is_no_date(text):
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)
    if text:
        with pytest.raises(ValidationError):
            PartialDateField().to_python(text)


SUMS = [
    ("2019-04", 24, "2021-04"),
    ("2021-12", 1, "2022-01"),
    ("2024-01-31", 1, "2024-02-29"),
    ("2019-04-12", 24, "2021-04-12"),
    ("2019", 24, "2021"),
]


@pytest.mark.parametrize(("start", "months", "end"), SUMS)
def test_months_later_with_the_same_precision(start, months, end):
    assert str(PartialDate.parse(start).plus_months(months)) == end


PAST = [
    ("2021-04", "2021-04-30", False),
    ("2021-04", "2021-05-01", True),
    ("2021-04-10", "2021-04-10", False),
    ("2021-04-10", "2021-04-11", True),
    ("2021-04-10", "2022-01-01", True),
    ("2021", "2021-12-31", False),
    ("2021", "2022-01-01", True),
    (None, "2022-01-01", False),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("due", "on", "overdue"), PAST)
def test_overdue_begins_when_the_date_has_passed(due, on, overdue):
    basis = "printed" if due else ""
    row = ConcludingObservations(state=sample_state(), symbol="CMW/C/XTL/CO/1", due=due, due_basis=basis)
    row.record_change(by=None, reason="Made for a test.")
    found = ConcludingObservations.objects.overdue(date.fromisoformat(on))
    assert found.exists() is overdue


@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)), st.integers(0, 400))
def test_adding_months_and_counting_them_agree(day, months):
    start = PartialDate(day.year, day.month, day.day)
    assert start.months_until(start.plus_months(months)) == months
    assert PartialDate.parse(str(start)) == start
