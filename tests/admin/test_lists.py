"""The admin's lists, the correction page and the dashboard."""

from __future__ import annotations

import pytest
from django.urls import reverse

from followup import intake
from followup.models import Assessment, ConcludingObservations, Letter
from tests.samples import GRADED, UNGRADED, sample_state

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def published(reference, staff) -> Letter:
    sample_state()
    clerk = staff("Secretariat", name="clerk")
    intake.open_draft(text=UNGRADED, by=clerk)
    letter = intake.open_draft(text=GRADED, by=clerk).letter
    return intake.publish(letter, by=clerk, version=letter.version)


@pytest.fixture
def corrector(client, staff):
    client.force_login(staff("Secretariat", "Correctors", name="corrector"), backend=BACKEND)
    return client


LISTS = [
    ("state", "?q=turkey", "Türkiye"),
    ("state", "?q=cote+d+ivoire", "Côte d&#x27;Ivoire"),
    ("session", "", "41"),
    ("concludingobservations", "?q=testland", "CMW/C/XTL/CO/2"),
    ("recommendation", "?q=XTL", "29 (c)"),
    ("followupreport", "", "CMW/C/XTL/FCO/2"),
    ("letter", "?status__exact=draft", "CMW/followup/28/xx"),
    ("assessment", "?grade=partially_implemented", "partially implemented"),
    ("assessment", "?q=seasonal", "29 (c)"),
]


@pytest.mark.parametrize(("model", "query", "words"), LISTS)
def test_lists_show_search_and_filter(corrector, published, model, query, words):
    answer = corrector.get(f"/admin/followup/{model}/{query}")
    assert answer.status_code == 200
    assert words in answer.content.decode()


def test_grade_not_stated_is_a_filter_of_its_own(corrector, published):
    Assessment.objects.filter(recommendation__paragraph=15)  # graded: must not appear
    body = corrector.get("/admin/followup/assessment/?grade=not_stated").content.decode()
    assert "0 assessments" in body


def test_dashboard_lists_drafts_and_what_was_published(corrector, published):
    body = corrector.get("/admin/").content.decode()
    assert "Letter to Testland, 23 April 2018" in body
    assert "Letter to Testland, 20 June 2024" in body
    assert "Upload a letter" in body


def test_a_grade_is_corrected_with_a_reason_and_the_history_says_so(corrector, published):
    assessment = published.assessments.first()
    url = reverse("admin:followup_assessment_correct", args=[assessment.pk])
    assert "has been partially implemented" in corrector.get(url).content.decode()
    data = {
        "grade": "substantially_implemented",
        "sure": "on",
        "grade_phrase": assessment.grade_phrase,
        "text": assessment.text,
        "version": 1,
        "key": "the first form",
    }
    answer = corrector.post(url, {**data, "reason": "no"})
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()
    answer = corrector.post(url, {**data, "reason": "Decided at the session."})
    history = reverse("admin:followup_assessment_history", args=[assessment.pk])
    assert answer.headers["Location"] == history
    body = corrector.get(history).content.decode()
    assert "Decided at the session." in body
    assert "corrector" in body
    answer = corrector.post(
        url, {**data, "grade": "contrary", "reason": "I know better than that.", "key": "another"}
    )
    assert answer.status_code == 409
    assert "somebody else corrected this meanwhile" in answer.content.decode()
    assessment.refresh_from_db()
    assert (assessment.grade, assessment.version) == ("substantially_implemented", 2)


def test_without_the_role_a_correction_is_forbidden(client, staff, published):
    client.force_login(staff("Secretariat", name="other"), backend=BACKEND)
    assessment = published.assessments.first()
    url = reverse("admin:followup_assessment_correct", args=[assessment.pk])
    assert client.get(url).status_code == 200
    data = {"grade": "", "grade_phrase": "", "text": "x", "version": 1, "reason": "Because I can."}
    assert client.post(url, data).status_code == 403
    assert Assessment.history.count() == 3


def test_observations_are_entered_by_hand_with_a_computed_deadline(corrector, published):
    url = reverse("admin:followup_concludingobservations_add")
    data = {
        "state": "XTL",
        "symbol": "CMW/C/XTL/CO/3",
        "reports_reviewed": "[3]",
        "session": "40",
        "session_held": "2025-04",
        "months": "24",
        "due": "",
    }
    answer = corrector.post(url, {**data, "reason": ""})
    assert "This field is required" in answer.content.decode()
    corrector.post(url, {**data, "reason": "Adopted at the fortieth session."})
    row = ConcludingObservations.objects.get(symbol="CMW/C/XTL/CO/3")
    assert (row.slug, str(row.due), row.due_basis, row.by_hand) == ("CO-3", "2027-04", "computed", True)
    assert row.history.latest().history_change_reason == "Adopted at the fortieth session."


def test_number_of_queries_of_a_list_does_not_grow(corrector, published, django_assert_max_num_queries):
    for model in ("assessment", "recommendation", "letter", "concludingobservations"):
        with django_assert_max_num_queries(40):
            corrector.get(f"/admin/followup/{model}/")
