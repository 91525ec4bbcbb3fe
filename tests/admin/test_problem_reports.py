"""The inbox of problem reports: what staff see of one, and how they answer it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from followup.models import Assessment, ConcludingObservations, Letter, ProblemReport, Recommendation
from tests import factories
from tests.web.page import Page
from tests.web.reporting import PAYLOADS, address, filled, make

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()


@pytest.fixture
def assessment() -> Assessment:
    return Assessment.objects.get(recommendation__label="15")


@pytest.fixture
def clerk(client, staff):
    client.force_login(staff("Secretariat", name="clerk"), backend=BACKEND)
    return client


def page_of(report: ProblemReport) -> str:
    return reverse("admin:followup_problemreport_change", args=[report.pk])


def test_the_inbox_shows_open_reports_first_and_the_oldest_of_them_on_top(clerk, assessment):
    words = ["first report", "second report", "third report", "fourth report"]
    reports = [make(assessment, should_be=text) for text in words]
    clerk.post(page_of(reports[0]), {"answer": "Line 11 says partially."})
    body = clerk.get(reverse("admin:followup_problemreport_changelist")).content.decode()
    places = [body.find(text) for text in ("second", "third", "fourth", "first")]
    assert -1 not in places
    assert places == sorted(places)


SEARCHES = [
    ("?q=estmark", 1),
    ("?q=norland", 1),
    ("?q=wages", 1),
    ("?q=eve@example.org", 1),
    ("?state=XNO", 1),
    ("?state=XES", 1),
    ("?status__exact=open", 2),
    ("?status__exact=declined", 0),
    ("?model__exact=letter", 1),
    ("?sample=no", 0),
]


@pytest.mark.parametrize(("query", "count"), SEARCHES)
def test_the_inbox_is_searched_and_filtered(clerk, assessment, query, count):
    make(assessment, email="eve@example.org")
    make(Letter.objects.get(slug="cmw-followup-34-no"), field="date", should_be="wages came later")
    body = clerk.get(reverse("admin:followup_problemreport_changelist") + query).content.decode()
    assert f"{count} problem report{'' if count == 1 else 's'}" in body


def test_the_page_of_a_report_shows_value_letter_and_public_page(clerk, assessment):
    report = make(assessment, where="Line 11", email="eve@example.org")
    page = Page(clerk.get(page_of(report)))
    for words in (
        "The page said Partially implemented",
        "Stands now The same.",
        "Should say Not implemented",
        "Where the letter says so Line 11",
        "eve@example.org",
    ):
        assert words in page.words, words
    assert page.marked == ["The Committee considers that the recommendation has been partially implemented."]
    assert page.links["line 11"] == "/letters/cmw-followup-38-es/#l11"


def test_a_value_that_changed_since_is_marked(clerk, assessment):
    report = make(assessment)
    assessment.grade, assessment.grade_phrase, assessment.version = "implemented", "implemented", 2
    assessment.record_change(by=None, reason="Made for a test.")
    page = Page(clerk.get(page_of(report)))
    assert (
        "The page said Partially implemented Stands now Implemented changed since version 1, which the report is about"
        in page.words
    )
    assert "Implemented" in page.marked


PLACES = [
    (Letter, {"slug": "cmw-followup-38-es"}, "reference", "CMW/FollowUp/38/es"),
    (ConcludingObservations, {"symbol": "CMW/C/XES/CO/2"}, "symbol", "CMW/C/XES/CO/2"),
    (Assessment, {"recommendation__label": "15"}, "paragraph", "paragraph 15"),
]


@pytest.mark.parametrize(("model", "which", "field", "words"), PLACES)
def test_each_value_points_at_its_words_in_the_letter(clerk, model, which, field, words):
    report = make(model.objects.get(**which), field=field)
    assert Page(clerk.get(page_of(report))).marked == [words]


def test_reports_on_records_without_a_letter_or_without_a_record(clerk):
    by_hand = factories.observations(factories.state("XHA", "Handia"), "5", by_hand=True)
    report = make(by_hand, field="due")
    assert "No published letter speaks of this record." in Page(clerk.get(page_of(report))).words
    factories.gone(Recommendation.objects.filter(observations=by_hand))
    factories.gone(by_hand)
    page = Page(clerk.get(page_of(report)))
    assert (page.status, "The record is not in the registry any more" in page.words) == (200, True)


def test_a_report_on_a_letter_withdrawn_since_says_so(clerk, assessment):
    report = make(assessment)
    factories.put(
        Letter.objects.filter(pk=assessment.letter_id),
        status="withdrawn",
        withdrawn_at="2024-07-01T00:00:00Z",
        withdrawn_reason="Sent to the wrong State.",
    )
    assert (
        "The record was withdrawn on 1 July 2024: Sent to the wrong State."
        in Page(clerk.get(page_of(report))).words
    )


def test_answering_twice_shows_the_first_answer_and_keeps_the_second(clerk, staff, assessment):
    report = make(assessment)
    assert clerk.post(page_of(report), {"answer": "no"}).status_code == 422
    other = Client()
    other.force_login(staff("Correctors", name="corrector"), backend=BACKEND)
    assert other.post(page_of(report), {"answer": "Line 11 says partially."}).status_code == 302
    page = Page(clerk.post(page_of(report), {"answer": "Something quite else."}))
    assert page.status == 409
    assert "corrector answered this report meanwhile" in page.words
    assert "Line 11 says partially." in page.words
    assert "Something quite else." in page.html
    assert ProblemReport.objects.get().answer == "Line 11 says partially."


ROLES = [
    ("Secretariat", 200, 302, False),
    ("Correctors", 200, 302, True),
    ("Administrators", 200, 403, False),
    ("Staff viewers", 200, 403, False),
]


@pytest.mark.parametrize(("group", "look", "answer", "correct"), ROLES)
def test_who_may_look_and_who_may_answer(client, staff, assessment, group, look, answer, correct):
    report = make(assessment)
    client.force_login(staff(group), backend=BACKEND)
    page = Page(client.get(page_of(report)))
    assert page.status == look
    assert ("Correct this value" in page.links) == correct
    assert client.post(page_of(report), {"answer": "Line 11 says partially."}).status_code == answer
    for path in ("add/", f"{report.pk}/delete/"):
        assert client.get(f"/admin/followup/problemreport/{path}").status_code == 403
    assert (
        client.post(f"/admin/followup/problemreport/{report.pk}/delete/", {"post": "yes"}).status_code == 403
    )


def test_without_an_account_there_is_no_inbox(client, assessment):
    report = make(assessment)
    for url in (page_of(report), reverse("admin:followup_problemreport_changelist")):
        assert client.get(url).status_code == 302


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_shown_as_text(client, staff, assessment, payload):
    assert len(PAYLOADS) == 40
    url = address(assessment)
    bad_email = Page(client.post(url, filled(client, url, should_be=payload, where=payload, email=payload)))
    assert bad_email.status == 422
    said = {"should_be": payload, "where": payload, "email": "eve@example.org"}
    sent = client.post(url, filled(client, url, **said))
    thanks = Page(client.get(sent.headers["Location"]))
    report = ProblemReport.objects.get()
    client.force_login(staff("Secretariat", name="clerk"), backend=BACKEND)
    staff_page = reverse("admin:followup_problemreport_change", args=[report.pk])
    pages = [bad_email, thanks]
    pages += [
        Page(client.get(reverse("admin:followup_problemreport_changelist"))),
        Page(client.get(staff_page)),
    ]
    pages.append(Page(client.post(staff_page, {"answer": payload[:9]})))
    client.post(staff_page, {"answer": f"{payload} is no value."})
    pages.append(Page(client.get(staff_page)))
    for page in pages:
        assert [tag for tag in page.inline if "/static/" not in tag] == [], page.inline
        if "<" in payload:
            assert payload not in page.html
    assert payload in pages[3].words
    assert f"{payload} is no value." in pages[-1].words


@pytest.mark.parametrize("field", ["field", "version", "token", "website"])
def test_hostile_text_in_a_hidden_field_is_shown_as_text(client, assessment, field):
    url = address(assessment)
    for payload in PAYLOADS:
        page = Page(client.post(url, filled(client, url, **{field: payload, "email": "wrong"})))
        assert page.status == 422
        assert page.inline == []
        assert "<" not in payload or payload not in page.html
