"""The form that reports a problem with a public value."""

from __future__ import annotations

import re

import pytest
from django.test import Client, RequestFactory

from followup.models import Assessment, Letter, ProblemReport
from followup.views.reports import client_address

from .. import factories
from .page import Page
from .reporting import address, filled, hidden

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _rows(db):
    factories.registry()


@pytest.fixture
def assessment() -> Assessment:
    return Assessment.objects.get(recommendation__label="15")


def test_the_form_says_what_it_is_about(client, assessment):
    response = client.get(address(assessment, "grade"))
    page = Page(response)
    assert page.status == 200
    assert page.headings[0] == (1, "Report a problem with a value")
    assert (
        page.links["Assessment of CMW/C/XES/CO/2, paragraph 15 (Letter to Estmark, 20 June 2024)"]
        == "/recommendations/XES/CO-2/15/"
    )
    assert "Version 1 of the record." in page.words
    assert "Grade: Partially implemented" in page.words
    assert "Words of the grade: partially implemented" in page.words
    assert re.findall(r'value="(\w*)"[^>]*checked', page.html) == ["grade"]
    assert "no-store" in response.headers["Cache-Control"]


def test_without_a_field_nothing_is_chosen_for_anybody(client, assessment):
    assert re.findall(r'value="(\w*)"[^>]*checked', Page(client.get(address(assessment))).html) == [""]
    assert re.findall(
        r'value="(\w*)"[^>]*checked', Page(client.get(address(assessment, "nonsense"))).html
    ) == [""]


def test_a_record_is_named_by_its_page_too(client, assessment):
    for record, what in (
        ("/recommendations/XES/CO-2/15/", "Assessment of CMW/C/XES/CO/2, paragraph 15"),
        ("/recommendations/XES/CO-2/51/", "CMW/C/XES/CO/2, paragraph 51"),
        ("/letters/cmw-followup-38-es/", "Letter to Estmark, 20 June 2024"),
        ("/fr/letters/cmw-followup-38-es/", "Letter to Estmark, 20 June 2024"),
    ):
        page = Page(client.get("/report/", {"record": record}))
        assert (page.status, what in page.words) == (200, True), record


NO_RECORD = [
    "",
    "assessment:0",
    "assessment:x",
    "assessment:999999",
    f"assessment:{'9' * 40}",
    "user:1",
    "batch:1",
    "/",
    "/states/XES/",
    "/recommendations/XES/CO-2/99/",
    "/recommendations/XDR/CO-2/7/",
    "/letters/cmw-followup-30-draft/",
    "/admin/",
    "https://example.org/recommendations/XES/CO-2/15/",
    "//example.org",
    "\x00",
    "' OR 1=1 --",
    "<script>alert(1)</script>",
    "a" * 5000,
]


@pytest.mark.parametrize("record", NO_RECORD)
def test_an_unknown_record_is_not_found(client, record):
    page = Page(client.get("/report/", {"record": record}))
    assert page.status == 404
    assert "A problem is reported from the page of the record" in page.words
    assert "<script" not in page.html
    assert (
        client.post(f"/report/?record={record.replace(chr(0), '%00')}", {"should_be": "x"}).status_code == 404
    )


def test_a_withdrawn_record_says_so(client):
    letter = Letter.objects.get(state="XWI")
    for record in (letter, letter.assessments.get(), letter.observations):
        page = Page(client.get(address(record)))
        assert page.status == 410
        assert "was withdrawn from this registry on 2 January 2023." in page.words
        assert "Sent to the wrong State." in page.words
        assert client.post(address(record), {"should_be": "Something"}).status_code == 410
    assert not ProblemReport.objects.exists()


def test_sent_it_has_a_number_and_nobody_else_learns_what_it_says(client, assessment):
    url = address(assessment, "grade")
    said = {"where": "Line 11.\r\nSecond line.", "email": "eve@example.org"}
    response = client.post(url, filled(client, url, **said))
    report = ProblemReport.objects.get()
    assert (report.field, report.shown, report.should_be) == (
        "grade",
        "Partially implemented",
        "Not implemented",
    )
    assert (report.where, report.email, report.version) == ("Line 11.\nSecond line.", "eve@example.org", 1)
    assert response.status_code == 302
    page = Page(client.get(response.headers["Location"]))
    assert page.headings[0] == (1, f"Thank you. Your report has the number {report.pk}.")
    assert "/recommendations/XES/CO-2/15/" in page.links.values()
    for word in ("eve@", "Not implemented", "Line 11"):
        assert word not in page.html
    for public in ("/recommendations/XES/CO-2/15/", "/changes/", "/letters/cmw-followup-38-es/", url):
        assert "eve@" not in client.get(public).content.decode()


def test_the_page_of_thanks_cannot_be_guessed(client, assessment):
    url = address(assessment)
    location = client.post(url, filled(client, url)).headers["Location"]
    number = ProblemReport.objects.get().pk
    for token in (
        str(number),
        f"{number}:abc",
        "x",
        "%00",
        location.split("/")[-2].replace(str(number), "9", 1),
    ):
        assert client.get(f"/report/sent/{token}/").status_code == 404, token
    ProblemReport.objects.all().delete()
    assert client.get(location).status_code == 404


def test_a_double_click_is_one_report(client, assessment):
    url = address(assessment)
    data = filled(client, url)
    locations = {client.post(url, data).headers["Location"] for _ in range(3)}
    assert (len(locations), ProblemReport.objects.count()) == (1, 1)


def test_the_same_words_from_a_new_form_are_another_report(client, assessment):
    url = address(assessment)
    for _ in range(2):
        client.post(url, filled(client, url))
    assert ProblemReport.objects.count() == 2


REFUSED = [
    ({"should_be": ""}, "should_be", "Say what the value should be"),
    ({"should_be": " \r\n\t "}, "should_be", "Say what the value should be"),
    ({"should_be": "\x01\x02"}, "should_be", "Say what the value should be"),
    ({"should_be": "x" * 2001}, "should_be", "at most 2000 characters"),
    ({"where": "y" * 2001}, "where", "at most 2000 characters"),
    ({"email": "not an address"}, "email", "Write an e-mail address like name@example.org"),
    ({"email": f"{'a' * 250}@example.org"}, "email", "at most 254 characters"),
    ({"field": "password"}, "field", "Select a valid choice"),
    ({"website": "https://spam.example"}, "website", "This field is there to stop programs"),
]


@pytest.mark.parametrize(("said", "field", "message"), REFUSED)
def test_what_is_wrong_is_said_and_the_text_is_kept(client, assessment, said, field, message):
    url = address(assessment)
    kept = {"should_be": "Kept: should be", "where": "Kept: where", "email": "kept@example.org", **said}
    page = Page(client.post(url, filled(client, url, **kept)))
    assert page.status == 422
    assert "Not sent. What you wrote is still here." in page.words
    assert message in page.words
    assert f'href="#id_{field}' in page.html
    for name in set(kept) - set(said) - {"field"}:
        assert kept[name] in page.html, name
    assert not ProblemReport.objects.exists()
    assert [name for name in page.ids if page.ids.count(name) > 1] == []


def test_characters_that_do_not_print_are_left_out(client, assessment):
    url = address(assessment)
    client.post(url, filled(client, url, should_be="Not\x00 \x07implemented\x1b\x85", where="\ttab\nline"))
    report = ProblemReport.objects.get()
    assert (report.should_be, report.where) == ("Not implemented", "tab\nline")


def test_line_ends_of_browsers_do_not_count_twice(client, assessment):
    url = address(assessment)
    lines = "\r\n".join(["x"] * 1000)  # 1999 characters as the browser counts them, 2998 as it sends them
    assert client.post(url, filled(client, url, should_be=lines)).status_code == 302
    assert len(ProblemReport.objects.get().should_be) == 1999


def test_too_many_reports_are_told_to_wait(client, assessment):
    url = address(assessment)
    for n in range(5):
        assert client.post(url, filled(client, url, should_be=f"Report {n}")).status_code == 302
    response = client.post(url, filled(client, url, should_be="The sixth report"))
    page = Page(response)
    assert page.status == 429
    assert 3500 < int(response.headers["Retry-After"]) <= 3601
    assert "Please send it again in 60 minutes" in page.words or "in 61 minutes" in page.words
    assert "The sixth report" in page.html
    assert ProblemReport.objects.count() == 5
    other = client.post(url, filled(client, url), REMOTE_ADDR="198.51.100.4")
    assert other.status_code == 302


def test_a_forged_header_does_not_escape_the_limit(client, assessment):
    url = address(assessment)
    statuses = [
        client.post(
            url, filled(client, url, should_be=f"{n}"), HTTP_X_FORWARDED_FOR=f"203.0.113.{n}"
        ).status_code
        for n in range(6)
    ]
    assert statuses == [302] * 5 + [429]


ADDRESSES = [
    # proxies, X-Forwarded-For, the visitor
    (0, "203.0.113.9", "192.0.2.1"),
    (0, "", "192.0.2.1"),
    (1, "", "192.0.2.1"),
    (1, "203.0.113.9", "203.0.113.9"),
    (1, "198.51.100.66, 203.0.113.9", "203.0.113.9"),
    (2, "203.0.113.9", "192.0.2.1"),
    (2, "203.0.113.9, 10.0.0.1", "203.0.113.9"),
    (2, "198.51.100.66, 203.0.113.9,10.0.0.1", "203.0.113.9"),
    (1, "203.0.113.9, nonsense", "192.0.2.1"),
    (1, "203.0.113.9, ", "192.0.2.1"),
    (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
    (1, "2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
    (1, "::ffff:203.0.113.9", "203.0.113.9"),
]


@pytest.mark.parametrize(("proxies", "forwarded", "visitor"), ADDRESSES)
def test_the_address_of_a_visitor_behind_proxies(settings, proxies, forwarded, visitor):
    settings.TRUSTED_PROXIES = proxies
    headers = {"HTTP_X_FORWARDED_FOR": forwarded} if forwarded else {}
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", **headers)) == visitor


def test_sending_needs_the_token_of_the_form(assessment):
    strict = Client(enforce_csrf_checks=True)
    url = address(assessment)
    data = filled(strict, url)
    assert strict.post(url, data).status_code == 403
    html = strict.get(url).content.decode()
    data["csrfmiddlewaretoken"] = hidden(html, "csrfmiddlewaretoken")
    assert strict.post(url, data).status_code == 302


def test_looking_changes_nothing(client, assessment):
    for method in ("get", "head"):
        assert getattr(client, method)(address(assessment)).status_code == 200
    for method in ("put", "patch", "delete", "options"):
        assert getattr(client, method)(address(assessment)).status_code == 405
    assert not ProblemReport.objects.exists()


def test_a_form_that_lost_its_hidden_values_is_still_taken(client, assessment):
    url = address(assessment)
    for broken in ({"version": "", "token": ""}, {"version": "99", "token": "<b>"}, {}):
        data = {"should_be": "Something else", "field": "", **broken}
        assert client.post(url, data).status_code == 302
    assert list(ProblemReport.objects.values_list("version", flat=True)) == [1, 1, 1]


LINKS = {
    "/recommendations/XES/CO-2/15/": [
        ("assessment", "grade"),
        ("assessment", "grade_phrase"),
        ("assessment", "text"),
        ("recommendation", "wording"),
        ("concludingobservations", "due"),
        ("followupreport", "received"),
    ],
    "/recommendations/XES/CO-2/51/": [("recommendation", "wording"), ("concludingobservations", "due")],
    "/states/XES/": [("concludingobservations", ""), ("followupreport", "")],
    "/letters/cmw-followup-38-es/": [("letter", "date"), ("letter", "reference"), ("letter", "")],
    "/observations/XES/CO-2/": [("concludingobservations", "due"), ("followupreport", "received")],
}


@pytest.mark.parametrize(("path", "links"), LINKS.items())
def test_every_page_of_a_record_has_the_link_and_every_link_leads_to_a_form(client, path, links):
    html = client.get(path).content.decode()
    found = re.findall(r'href="(/report/\?record=(\w+):\d+(?:&amp;field=(\w+))?)"', html)
    assert set(links) <= {(model, field) for _, model, field in found}
    for href, _, field in found:
        answer = client.get(href.replace("&amp;", "&"))
        assert answer.status_code == 200, href
        assert re.findall(r'value="(\w*)"[^>]*checked', answer.content.decode()) == [field]
