"""The procedure's clock on rows that intake wrote."""

from datetime import date

import pytest

from followup import intake, procedure
from followup.models import ConcludingObservations, PartialDate
from followup.procedure import Turn

from .samples import GRADED, REMINDER, sample_state

day = PartialDate.parse

DEADLINES = [
    (("2019-04", 24, None), ("2021-04", "computed")),
    (("2019-04", 24, "2021-05-01"), ("2021-05-01", "printed")),
    ((None, 24, None), (None, "")),
    (("2019-04", None, None), (None, "")),
    ((None, None, "2021-05-01"), ("2021-05-01", "printed")),
]


@pytest.mark.parametrize(("given", "expected"), DEADLINES)
def test_deadline_and_its_basis(given, expected):
    held, months, printed = given
    due, basis = procedure.deadline(held and day(held), months, printed and day(printed))
    assert (due and str(due), basis) == expected


LATE = [
    ("2021-04", "2021-04", 0),
    ("2021-04", "2021-05", 1),
    ("2021-04", "2021-03-31", 0),
    ("2021-05-01", "2021-05", 0),
    ("2021-05-01", "2021-05-14", 0),
    ("2021-05-01", "2022-07-02", 14),
    (None, "2021-05", 0),
    ("2021-05", None, 0),
]


@pytest.mark.parametrize(("due", "received", "months"), LATE)
def test_months_late(due, received, months):
    assert procedure.months_late(due and day(due), received and day(received)) == months


@pytest.mark.django_db
def test_a_reminder_leaves_the_report_due_then_overdue_and_a_letter_ends_it(reference, staff):
    sample_state()
    clerk = staff("Secretariat")

    def standing(on: str) -> tuple[Turn, str | None, int]:
        (row,) = procedure.with_cycle(ConcludingObservations.objects.all())
        found = procedure.standing(row, date.fromisoformat(on))
        return found.turn, str(found.since) if found.since else None, found.months

    letter = intake.open_draft(text=REMINDER, by=clerk).letter
    intake.publish(letter, by=clerk, version=letter.version)
    assert standing("2022-12-01") == (Turn.DUE, "2023-04", 4)
    assert standing("2023-04-30") == (Turn.DUE, "2023-04", 0)
    assert standing("2023-06-01") == (Turn.OVERDUE, "2023-04", 2)
    assert ConcludingObservations.objects.overdue(date(2023, 6, 1)).count() == 1

    letter = intake.open_draft(text=GRADED, by=clerk).letter
    intake.publish(letter, by=clerk, version=letter.version)
    assert standing("2024-07-01") == (Turn.ASSESSED, "2024-06-20", 0)
    assert not ConcludingObservations.objects.overdue(date(2024, 7, 1)).exists()


@pytest.mark.django_db
def test_a_report_without_a_letter_is_with_the_committee(reference, staff):
    from followup.models import FollowUpReport

    row = ConcludingObservations(state=sample_state(), symbol="CMW/C/XTL/CO/2", by_hand=True)
    row.record_change(by=None, reason="Made for a test.")
    (loaded,) = procedure.with_cycle(ConcludingObservations.objects.public())
    assert procedure.standing(loaded, date(2024, 1, 1)).turn is Turn.NO_DEADLINE
    report = FollowUpReport(observations=row, received="2023-05")
    report.record_change(by=None, reason="Made for a test.")
    (loaded,) = procedure.with_cycle(ConcludingObservations.objects.public())
    found = procedure.standing(loaded, date(2024, 1, 1))
    assert (found.turn, str(found.since), found.months) == (Turn.WITH_COMMITTEE, "2023-05", 8)
