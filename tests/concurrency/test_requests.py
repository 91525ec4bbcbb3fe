"""Requests that come at one moment. SQLite lets one writer in at a time; these are about PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from followup import intake
from followup.models import Correction, GradeWording, Session

from ..samples import GRADED, sample_state

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def desks(reference, staff) -> list[Client]:
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: set POSTGRES_TEST_URL")
    user = staff("Secretariat", "Correctors", "Administrators", name="everybody")
    clients = [Client(raise_request_exception=False) for _ in range(6)]
    for client in clients:
        client.force_login(user, backend=BACKEND)
    return clients


def at_once(clients: list[Client], send: Callable[[Client], HttpResponse]) -> list[int]:
    """The status that each gets when all send at the same moment."""
    start, codes = threading.Barrier(len(clients)), []

    def one(client: Client) -> None:
        try:
            start.wait()
            codes.append(send(client).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=[client]) for client in clients]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(codes)


def test_the_same_wording_added_by_all_is_there_once_and_all_are_answered(desks):
    typed = {
        "language": "en",
        "pattern": "half done",
        "grade": "partially_implemented",
        "example": "The Committee considers that the recommendation is half done.",
        "reason": "Met in a letter of June.",
    }
    codes = at_once(desks, lambda desk: desk.post(reverse("admin:followup_gradewording_add"), typed))
    # one is sent on to the list; the others are told in the form that the words are here already
    assert codes == [200] * 5 + [302]
    assert GradeWording.objects.count() == 1


def test_the_same_session_added_by_all_is_there_once(desks):
    typed = {
        "number": 77,
        "start": "2040-04-01",
        "end": "2040-04-12",
        "reason": "Announced by the Committee.",
    }
    codes = at_once(desks, lambda desk: desk.post(reverse("admin:followup_session_add"), typed))
    assert codes == [200] * 5 + [302]
    assert Session.objects.get(pk=77).history.count() == 1


def test_of_all_who_correct_one_value_one_does_and_the_others_are_told(desks, staff):
    sample_state()
    clerk = staff("Secretariat", name="clerk")
    letter = intake.open_draft(text=GRADED, by=clerk).letter
    intake.publish(letter, by=clerk, version=letter.version)
    row = letter.assessments.in_order()[0]
    page = reverse("admin:followup_assessment_correct", args=[row.pk])

    def send(desk: Client) -> HttpResponse:
        typed = {
            "grade": "contrary",
            "reason": "Line 21 says so.",
            "version": 1,
            "key": f"form {id(desk)}",
            "sure": "on",
        }
        return desk.post(page, typed)

    assert at_once(desks, send) == [302] + [409] * 5
    assert Correction.objects.count() == 1
    row.refresh_from_db()
    assert (row.version, row.history.count()) == (2, 2)
