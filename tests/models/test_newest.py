"""The view of the last word on each recommendation: the same as asking for each, and always in place."""

from __future__ import annotations

import random

import pytest
from django.db import connection
from django.db.models import OuterRef, Subquery

from followup.models import Assessment, Letter, NewestAssessment, Recommendation, newest

from ..factories import gone, letter, observations, put, session, state

pytestmark = pytest.mark.django_db
VALUES = ("pk", "grade", "letter__date", "letter__assessed_session", "letter__language")


def told() -> dict[int, tuple]:
    rows = NewestAssessment.objects.values_list(
        "recommendation", "assessment", "grade", "date", "session", "language"
    )
    return {pk: tuple(values) for pk, *values in rows}


def asked() -> dict[int, tuple]:
    """The same by a question for each recommendation."""
    rows = Assessment.objects.published().filter(recommendation=OuterRef("pk")).newest_first()
    latest = {f"v{n}": Subquery(rows.values(name)[:1]) for n, name in enumerate(VALUES)}
    found = Recommendation.objects.annotate(**latest).filter(v0__isnull=False)
    return {row.pk: tuple(getattr(row, name) for name in latest) for row in found}


def test_it_is_what_newest_first_gives():
    """Letters of one day, undated drafts, withdrawn ones, grades not stated; then changes of each kind."""
    pick = random.Random(3)  # noqa: S311 - the same letters in each run, no secret
    of = [observations(state(f"XA{one}", f"State {one}"), "1", "2", "3") for one in "ABC"]
    for _ in range(24):
        grades = {one: pick.choice(["implemented", "contrary", None]) for one in "123" if pick.random() < 0.8}
        letter(
            pick.choice(of),
            grades,
            date=pick.choice(["2020", "2021-05", "2021-05-03", "2022-01-01"]),
            status=pick.choice(["published", "published", "draft", "withdrawn"]),
            assessed_session=pick.choice([None, session(30, "2019-04"), session(31, "2019-09")]),
        )
    assert len(told()) == 8  # one of nine is in no published letter
    assert told() == asked()
    for row in Letter.objects.published()[:6]:
        put(Letter.objects.filter(pk=row.pk), **pick.choice([{"status": "draft"}, {"date": "2023-02"}]))
        assert told() == asked()
    put(Assessment.objects.all(), grade="implemented", grade_phrase="fully implemented")
    assert {values[1] for values in told().values()} == {"implemented"}
    gone(Assessment.objects.all())
    assert told() == asked() == {}


def test_only_one_that_says_something_else_is_replaced():
    def made() -> str | None:
        return newest._standing(connection)

    stands = made()
    assert stands == newest._CREATE
    newest.install()
    assert made() == stands
    with connection.cursor() as cursor:
        cursor.execute(newest._DROP)
        cursor.execute(f'CREATE VIEW "{newest.VIEW}" AS SELECT 1 AS one')
    newest.install()
    assert made() == stands
    newest.remove_before_migrating(plan=["a migration"])
    assert made() is None
    newest.remove_before_migrating(plan=[])
    newest.install()
    assert made() == stands
