"""The procedure's clock on rows that intake wrote."""

import itertools
from datetime import date

import pytest

from followup import intake, procedure
from followup.filters.turns import turn
from followup.models import ConcludingObservations, PartialDate
from followup.procedure import Turn

from . import factories
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
    ("2021-04", "2021-04", None),
    ("2021-04", "2021-05", 0),
    ("2021-04", "2021-05-30", 0),
    ("2021-04", "2021-05-31", 1),
    ("2021-04", "2021-06", 1),
    ("2026-06", "2026-11-22", 4),
    ("2025-03", "2025-12-19", 8),
    ("2021-04", "2021-03-31", None),
    ("2021-05-01", "2021-05", None),
    ("2021-05-01", "2021-05-14", 0),
    ("2021-05-01", "2022-07-02", 14),
    (None, "2021-05", None),
    ("2021-05", None, None),
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
    assert standing("2023-05-30") == (Turn.OVERDUE, "2023-04", 0)
    assert standing("2023-05-31") == (Turn.OVERDUE, "2023-04", 1)
    assert standing("2023-06-29") == (Turn.OVERDUE, "2023-04", 1)
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


TIMES = [None, "2021", "2021-04", "2021-04-15", "2021-05-01"]
LETTERS = [None, "2021-05", "2021-05-14", "2022-01-10"]
DAYS = ["2021-01-31", "2021-04-30", "2021-05-01", "2021-05-31", "2022-01-01", "2022-04-30", "2022-05-01"]


@pytest.mark.django_db
@pytest.mark.parametrize("on", map(date.fromisoformat, DAYS), ids=str)
def test_the_database_and_the_record_agree_whose_turn_it_is(on):
    estmark = factories.state()
    cases = itertools.product(TIMES, ["no report", None, "2021-05", "2021-05-14"], LETTERS, [True, False])
    for n, (due, received, answered, named) in enumerate(cases):
        values = {"symbol": f"CMW/C/XES/CO/{n + 1}", "due": due, "due_basis": "printed" if due else ""}
        asked = factories.observations(estmark, by_hand=True, **values)
        report = None if received == "no report" else factories.report(asked, received)
        if answered:
            factories.letter(asked, date=answered, report=report if named else None)
    rows = procedure.with_cycle(ConcludingObservations.objects.annotate(turn=turn(on)))
    standings = {row.pk: procedure.standing(row, on) for row in rows}
    assert {row.pk: row.turn for row in rows} == {pk: one.turn.value for pk, one in standings.items()}
    assert len(set(standings.values())) > 5
    for when in procedure.When:
        found = ConcludingObservations.objects.alias(turn=turn(on)).filter(procedure.at(when, on))
        fits = {pk for pk, one in standings.items() if one.fits(when, on)}
        assert set(found.values_list("pk", flat=True)) == fits, when


WHENS = [
    # due, on, parts
    ("2021-04", "2021-01-29", {"due-later"}),
    ("2021-04", "2021-01-30", {"due-in-90-days"}),
    ("2021-04", "2021-04-30", {"due-in-90-days"}),
    ("2021-04", "2021-05-01", {"overdue", "newly-overdue"}),
    ("2021-04", "2021-05-30", {"overdue", "newly-overdue"}),
    ("2021-04", "2021-05-31", {"overdue"}),
    ("2021-04", "2022-04-30", {"overdue"}),
    ("2021-04", "2022-05-01", {"overdue", "overdue-over-12-months"}),
    (None, "2022-05-01", set()),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("due", "on", "parts"), WHENS)
def test_parts_of_the_open_follow_up(due, on, parts):
    factories.observations(factories.state(), by_hand=True, due=due, due_basis="printed" if due else "")
    (row,) = procedure.with_cycle(ConcludingObservations.objects.public())
    found = procedure.standing(row, date.fromisoformat(on))
    assert {when.value for when in procedure.When if found.fits(when, date.fromisoformat(on))} == parts


@pytest.mark.django_db
def test_a_second_report_waits_for_a_second_letter():
    asked = factories.observations(factories.state(), "12")
    factories.letter(
        asked, {"12": "not_implemented"}, date="2022-09-30", report=factories.report(asked, "2021-05")
    )
    factories.report(asked, "2023-06")
    (row,) = procedure.with_cycle(ConcludingObservations.objects.public())
    found = procedure.standing(row, date(2023, 10, 1))
    assert (found.turn, str(found.since), found.months) == (Turn.WITH_COMMITTEE, "2023-06", 4)


@pytest.mark.django_db
def test_an_assessment_without_a_report_ends_the_wait_for_one():
    asked = factories.observations(factories.state(), "12")
    factories.letter(asked, {"12": "not_implemented"}, date="2022-09-30")
    (row,) = procedure.with_cycle(ConcludingObservations.objects.public())
    assert procedure.standing(row, date(2023, 10, 1)).turn is Turn.ASSESSED
    assert not ConcludingObservations.objects.overdue(date(2023, 10, 1)).exists()


CLOCKS = [
    # received, date of the letter, on, (State: months, runs, late), (Committee: months, runs)
    ("2021-05", "2022-09-30", "2023-01-01", (25, False, 0), (16, False)),
    ("2021-03", None, "2023-01-01", (23, False, 0), (22, True)),
    ("none", None, "2021-03-15", (23, True, 0), (None, False)),
    ("none", None, "2021-06-15", (26, True, 1), (None, False)),
    ("none", "2021-06-01", "2021-06-15", (None, False, 0), (None, False)),
    (None, "2021-06-01", "2021-06-15", (None, False, 0), (None, False)),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("received", "dated", "on", "state", "committee"), CLOCKS)
def test_the_two_clocks(received, dated, on, state, committee):
    asked = factories.observations(factories.state(), "12", by_hand=True)
    if received != "none":
        factories.report(asked, received)
    if dated:
        factories.letter(asked, {"12": None}, date=dated)
    (row,) = procedure.with_cycle(ConcludingObservations.objects.public())
    found = procedure.clocks(row, date.fromisoformat(on))
    assert (found.state.months, found.state.runs, found.state.late) == state
    assert (found.committee.months, found.committee.runs) == committee
