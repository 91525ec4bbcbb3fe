"""Reference data in the admin: a reason for each change, conflicts told as such, an earlier state brought back."""

from __future__ import annotations

import pytest
from django.urls import reverse

from followup.models import Change, Session, State
from tests.samples import sample_state

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def desk(client, staff, reference):
    """Somebody who may do everything that a group may."""
    groups = ("Secretariat", "Correctors", "Administrators")
    client.force_login(staff(*groups, name="everybody"), backend=BACKEND)
    return client


def body(answer) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def change(desk):
    def make(record, **changed):
        address = reverse(f"admin:followup_{record._meta.model_name}_change", args=[record.pk])
        form = desk.get(address).context["adminform"].form
        data = {name: form[name].value() for name in form.fields}
        names = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
        inline = {f"names-{name}": value for name, value in names.items()}
        data = {**data, **inline, "reason": "Corrected in a test.", **changed}
        return address, {
            name: value for name, value in data.items() if value is not None and value is not False
        }

    return make


def test_a_stale_save_is_told_with_what_stands(desk, change):
    session = Session.objects.get(pk=38)
    address, mine = change(session, end="2024-06-20")
    _, theirs = change(session, end="2024-06-19", reason="Prolonged by a week.")
    assert desk.post(address, theirs).status_code == 302
    answer = desk.post(address, mine)
    assert answer.status_code == 409
    assert "everybody changed this on" in body(answer)
    assert "Prolonged by a week." in body(answer)
    assert "Stands now: 2024-06-19" in body(answer)
    form = answer.context["adminform"].form
    assert form["end"].value() == "2024-06-20"
    assert desk.post(address, {**mine, "seen": form["seen"].value()}).status_code == 302
    session.refresh_from_db()
    assert (str(session.end), session.version) == ("2024-06-20", 3)


def test_a_form_sent_twice_has_one_effect(desk, change):
    state = State.objects.get(pk="KGZ")
    address, data = change(state, name_en="Kyrgyz Republic")
    before = state.history.count()
    answers = [desk.post(address, data) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302], answers[0].context["errors"]
    assert State.objects.get(pk="KGZ").history.count() == before + 1


def test_a_form_without_a_version_is_refused(desk, change):
    address, data = change(Session.objects.get(pk=38), end="2024-06-20")
    del data["seen"]
    assert desk.post(address, data).status_code == 409


def test_an_earlier_state_is_shown_for_saving(desk, change):
    session = Session.objects.get(pk=38)
    address, data = change(session, end="2024-06-20")
    desk.post(address, data)
    first = session.history.last()
    assert f"{address}?restore={first.pk}" in body(
        desk.get(reverse("admin:followup_session_history", args=[session.pk]))
    )
    form = desk.get(f"{address}?restore={first.pk}").context["adminform"].form
    assert form["end"].value() == first.end


def test_an_existing_key_is_not_overwritten_by_an_add(desk):
    session = Session.objects.get(pk=38)
    data = {"number": 38, "start": "2030-01-01", "end": "2030-01-02", "reason": "Added in a test."}
    answer = desk.post(reverse("admin:followup_session_add"), data)
    assert answer.status_code == 200
    session.refresh_from_db()
    assert session.start.year == 2024


def test_what_is_entered_by_hand_is_in_the_public_log(desk):
    sample_state()
    data = {"state": "XTL", "symbol": "CMW/C/XTL/CO/7", "months": 24, "session_held": "2021-04"}
    desk.post(
        reverse("admin:followup_concludingobservations_add"),
        {**data, "reason": "Adopted at the session."},
    )
    entry = Change.objects.get()
    assert (entry.kind, entry.what, entry.after["due"]) == (
        "published",
        "Concluding observations CMW/C/XTL/CO/7",
        "April 2023",
    )
