"""The figures: each on rows of which the answer is known."""

from datetime import date

import pytest
from django.http import QueryDict

from followup import statistics
from followup.filters import RecommendationFilter
from followup.models import ConcludingObservations, Tagging, Theme
from followup.statistics import Assessed, Reply

from . import factories

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 21)


def rows(query: str = ""):
    return RecommendationFilter(QueryDict(query), on=ON).qs


def of(query: str = "") -> Assessed:
    return statistics.grades(rows(query)).of


def mix(query: str, column: str) -> statistics.Mix:
    return statistics.grades(rows(query), "grade_code", column).by[column]


def plain(mix: statistics.Mix) -> dict[str, dict[str, int]]:
    return {value: dict(counts) for value, counts in mix.counts.items()}


def test_denominators():
    factories.registry()
    assert of() == Assessed(every=6, assessed=5, graded=4)
    assert of().not_stated == 1
    assert not of().too_few
    assert of("state=XNO") == Assessed(every=2, assessed=2, graded=2)
    assert of("state=XNO").too_few
    assert of("grade=contrary") == Assessed(0, 0, 0)


def test_grades_by_year_of_the_newest_letter():
    factories.registry()
    # XNO 40 was "not implemented" in 2020: only its newest letter counts, as in the list
    assert plain(mix("", "latest_year")) == {
        "2022": {"partially_implemented": 1, "implemented": 1},
        "2024": {"not_implemented": 1, "partially_implemented": 1, "not_stated": 1},
    }
    assert plain(mix("state=XNO", "latest_year")) == {"2022": {"partially_implemented": 1, "implemented": 1}}
    found = mix("", "latest_year")
    assert (found.most, found.assessed("2024"), found.total("2024"), found.total("1999")) == (3, 3, 3, 0)


def test_grades_by_region_count_the_not_assessed_apart():
    factories.registry()
    factories.put(
        ConcludingObservations.objects.get(state="XES").state.__class__.objects.filter(pk="XES"),
        region="african",
    )
    found = mix("", "region_code")
    assert plain(found) == {
        "african": {"not_implemented": 1, "partially_implemented": 1, "not_stated": 1, "not_assessed": 1},
        "not_recorded": {"partially_implemented": 1, "implemented": 1},
    }
    assert (found.assessed("african"), found.total("african")) == (3, 4)


def test_grades_by_confirmed_theme():
    factories.registry()
    named = {
        slug: Theme.objects.create(slug=slug, kind="right", name_en=slug) for slug in ("wages", "health")
    }
    tags = [("XES", "9", "wages", "confirmed"), ("XES", "9", "health", "confirmed")]
    tags += [("XES", "15", "wages", "confirmed"), ("XNO", "41", "wages", "suggested")]
    for iso3, label, slug, status in tags:
        of = ConcludingObservations.objects.get(state=iso3).recommendations.get(label=label)
        Tagging.objects.create(recommendation=of, theme=named[slug], status=status)
    assert plain(statistics.mix_by_theme(rows())) == {
        "wages": {"not_implemented": 1, "partially_implemented": 1},
        "health": {"not_implemented": 1},
        "not_recorded": {"implemented": 1, "not_assessed": 1, "not_stated": 1, "partially_implemented": 1},
    }
    # row 9 has both; under a filter by health, wages would hold one row of two
    assert plain(statistics.mix_by_theme(rows("theme=health"), ["health"])) == {
        "health": {"not_implemented": 1}
    }


REPLIES = [
    # due, received, on, reply
    ("2021-04", "2021-04-30", ON, Reply.IN_TIME),
    ("2021-04-15", "2021-04", ON, Reply.IN_TIME),
    ("2021-04-15", "2021-04-16", ON, Reply.LATE),
    ("2021-04", "2021-10", ON, Reply.LATE),
    ("2021-04", "2021-11", ON, Reply.LATE_YEAR),
    ("2021-04", "2022-04", ON, Reply.LATE_YEAR),
    ("2021-04", "2022-05", ON, Reply.LATE_LONG),
    ("2021-04", "", date(2021, 4, 30), Reply.NOT_DUE),
    ("2021-04", "", date(2021, 5, 1), Reply.OVERDUE),
    ("2021-04", None, ON, Reply.UNKNOWN),
    (None, "2021-04", ON, Reply.UNKNOWN),
    (None, "", ON, Reply.UNKNOWN),
]


@pytest.mark.parametrize(("due", "received", "on", "reply"), REPLIES)
def test_a_reply_is_of_one_kind(due, received, on, reply):
    asked = factories.observations(
        factories.state(), "5", by_hand=True, due=due, due_basis="printed" if due else ""
    )
    if received != "":
        factories.report(asked, received)
    (answer,) = statistics.replies(ConcludingObservations.objects.public(), on).answers
    assert answer.reply is reply


def test_the_first_report_is_the_one_measured():
    asked = factories.observations(factories.state(), "5", by_hand=True)
    factories.report(asked, "2023-05")
    factories.report(asked, "2021-03")
    (answer,) = statistics.replies(ConcludingObservations.objects.public(), ON).answers
    assert answer.reply is Reply.IN_TIME


def test_medians_are_of_clocks_that_stopped():
    for n, (received, dated) in enumerate(
        [("2021-05", "2022-05-01"), ("2021-01", "2021-04-01"), ("2022-01", None)]
    ):
        asked = factories.observations(factories.state(f"XA{'ABC'[n]}", f"State {n}"), "5", by_hand=True)
        report = factories.report(asked, received)
        if dated:
            factories.letter(asked, {"5": None}, date=dated, report=report)
    factories.observations(factories.state("XNO", "No report"), "5", by_hand=True)
    found = statistics.replies(ConcludingObservations.objects.public(), ON)
    assert (found.came, found.due) == (3, 4)
    assert (found.state_months, found.committee_months) == (25, 7.5)  # of 21, 25, 33; of 3, 12
    assert found.measured == (3, 2)
    assert [str(one.observations.state) for one in found.answers] == [
        "No report",
        "State 0",
        "State 1",
        "State 2",
    ]


def test_no_reports_have_no_median():
    found = statistics.replies(ConcludingObservations.objects.public(), ON)
    assert (found.state_months, found.committee_months, found.measured, found.due) == (None, None, (0, 0), 0)
