"""The database is locked, or away, while somebody saves: 503, and what the page holds is sent again with one effect."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any, NamedTuple

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError, close_old_connections, connection
from django.http import HttpResponse
from django.test import Client

from followup import corrections, intake, problem_reports
from followup.models import Assessment, Correction, Letter, ProblemReport, outage
from tests.admin.conftest import page, typed
from tests.samples import GRADED, numbered, sample_state

pytestmark = pytest.mark.django_db(transaction=True)

BACKEND = "django.contrib.auth.backends.ModelBackend"
REASON = "Line 21 says so, and nothing else."


class Desk(NamedTuple):
    """A browser of somebody who may do everything, with a published letter, a draft and a report."""

    browser: Client
    letter: Letter
    draft: Letter
    row: Assessment
    report: ProblemReport


@pytest.fixture
def desk(reference, staff) -> Desk:
    from django.apps import apps
    from django.contrib.auth.models import Group

    from followup.roles import create_groups

    create_groups(sender=apps.get_app_config("followup"))
    sample_state()
    user = staff(name="everybody")
    user.groups.set(Group.objects.filter(name__in=["Secretariat", "Correctors"]))
    letter = intake.open_draft(text=GRADED, by=user).letter
    letter = intake.publish(letter, by=user, version=letter.version)
    draft = intake.open_draft(text=numbered(3).replace("FCO/2", "FCO/12"), by=user).letter
    row = letter.assessments.in_order()[0]
    about = problem_reports.find("assessment", str(row.pk))
    texts = {"field": "grade", "should_be": "Something else.", "where": "", "email": ""}
    report = problem_reports.send(about, version=row.version, address="192.0.2.1", token="a", **texts)
    browser = Client(raise_request_exception=False)
    browser.force_login(user, backend=BACKEND)
    return Desk(browser, letter, draft, row, report)


@contextmanager
def locked() -> Iterator[None]:
    """Another process writes, and does not end: on SQLite it holds the one write lock, on PostgreSQL the tables."""
    if connection.vendor == "sqlite":
        # in memory SQLite answers at once; on a disk it waits for 20 seconds and then says the same
        other = sqlite3.connect(connection.settings_dict["NAME"], uri=True, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
    else:
        other = connection.get_new_connection({**connection.get_connection_params(), "autocommit": False})
        other.execute("LOCK TABLE followup_letter, followup_assessment, followup_problemreport IN SHARE MODE")
        with connection.cursor() as cursor:
            cursor.execute("SET lock_timeout = '100ms'")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@contextmanager
def ended() -> Iterator[None]:
    """The server ends the connection between two statements of a save, as it does when it is stopped."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no server that could end")
    other = connection.get_new_connection({**connection.get_connection_params(), "autocommit": True})
    pid = connection.connection.info.backend_pid

    def end(execute: Any, sql: str, *rest: Any) -> Any:
        if sql.startswith(("UPDATE", "INSERT", "SELECT pg_advisory")) and "django_session" not in sql:
            other.execute("SELECT pg_terminate_backend(%s, 2000)", [pid])
        return execute(sql, *rest)

    try:
        with connection.execute_wrapper(end):
            yield
    finally:
        other.close()
        close_old_connections()  # the next request begins with it; the test's own client leaves it out


class Form(HTMLParser):
    """The form that sends again: where to, and with which names and values."""

    def __init__(self, answer: HttpResponse) -> None:
        super().__init__()
        self.action = ""
        self.values: dict[str, list[str]] = {}
        self.feed(answer.content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "form":
            self.action = values["action"] or ""
        elif tag == "input" and values.get("type") == "hidden":
            self.values.setdefault(values["name"] or "", []).append(values["value"] or "")


class Door(NamedTuple):
    """A page that saves: its address, what a browser sends, and how often it happened."""

    address: Callable[[Desk], str]
    sent: Callable[[Desk], dict[str, Any]]
    happened: Callable[[Desk], int]


DOORS = {
    "upload": Door(
        lambda desk: "/admin/followup/letter/upload/",
        lambda desk: {"text": numbered(7), "by_hand": "on"},
        lambda desk: Letter.objects.filter(reference__endswith="/x7").count(),
    ),
    "review": Door(
        lambda desk: page(desk.draft, "review"),
        lambda desk: typed(desk.draft, signatory_role="Vice-Chair,\r\nacting", checked=["a b", "c d"]),
        lambda desk: desk.draft.history.filter(version=2, signatory_role__startswith="Vice").count(),
    ),
    "publish": Door(
        lambda desk: page(desk.draft, "check"),
        lambda desk: {"version": desk.draft.version},
        lambda desk: Letter.objects.published().filter(pk=desk.draft.pk).count(),
    ),
    "correction": Door(
        lambda desk: f"/admin/followup/assessment/{desk.row.pk}/correct/",
        lambda desk: {
            "grade": "contrary",
            "reason": REASON,
            "version": desk.row.version,
            "key": "nonce",
            "sure": "on",
        },
        lambda desk: Correction.objects.filter(key="nonce", reason=REASON).count(),
    ),
    "problem report": Door(
        lambda desk: f"/report/?record=assessment:{desk.row.pk}",
        lambda desk: {"should_be": "“Contrary” & <b>not</b> partially", "token": "t" * 24, "version": "1"},
        lambda desk: ProblemReport.objects.filter(should_be__startswith="“Contrary” & <b>").count(),
    ),
    "answer": Door(
        lambda desk: f"/admin/followup/problemreport/{desk.report.pk}/change/",
        lambda desk: {"answer": REASON},
        lambda desk: ProblemReport.objects.filter(status="declined", answer=REASON).count(),
    ),
    "withdraw": Door(
        lambda desk: page(desk.letter, "withdraw"),
        lambda desk: {"version": desk.letter.version, "reason": REASON},
        lambda desk: Letter.objects.filter(pk=desk.letter.pk, status="withdrawn").count(),
    ),
}


TROUBLES = [
    pytest.param(locked, id="locked"),
    pytest.param(ended, id="connection lost", marks=pytest.mark.postgres),
]


@pytest.mark.parametrize("trouble", TROUBLES)
def test_what_cannot_be_saved_now_is_sent_again_from_the_page_with_one_effect(desk, trouble):
    for name, door in DOORS.items():
        for row in (desk.letter, desk.draft, desk.row):
            row.refresh_from_db()
        address, sent = door.address(desk), door.sent(desk)
        with trouble():
            answer = desk.browser.post(address, sent)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60"), name
        assert "The registry cannot save right now" in answer.content.decode()
        assert "no-store" in answer.headers["Cache-Control"]
        assert door.happened(desk) == 0, name
        form = Form(answer)
        assert form.action == address
        assert form.values == listed(sent), name
        for _ in range(2):
            assert desk.browser.post(form.action, form.values).status_code < 500, name
            assert door.happened(desk) == 1, name


def listed(sent: dict[str, Any]) -> dict[str, list[str]]:
    """What a browser sends, each name with its values as text."""
    values = {name: entry if isinstance(entry, list) else [entry] for name, entry in sent.items()}
    return {name: [str(one) for one in entry] for name, entry in values.items() if entry}


def test_a_draft_that_is_saved_by_itself_is_told_in_its_status_line(desk):
    address = page(desk.draft, "review")
    with locked():
        answer = desk.browser.post(
            address, typed(desk.draft, "autosave"), headers={"accept": "application/json"}
        )
    assert answer.status_code == 503
    assert answer.json() == {"words": "The registry cannot save right now. Try again in a minute."}


def test_the_check_of_the_form_holds_for_what_is_sent_again(desk):
    """The page gives the token back that came with the form, and the token is asked for."""
    browser = Client(enforce_csrf_checks=True, raise_request_exception=False)
    door = DOORS["problem report"]
    shown = Form(browser.get(door.address(desk)))
    with locked():
        answer = browser.post(
            door.address(desk),
            {**door.sent(desk), "csrfmiddlewaretoken": shown.values["csrfmiddlewaretoken"]},
        )
    form = Form(answer)
    assert browser.post(form.action, {**form.values, "csrfmiddlewaretoken": ""}).status_code == 403
    assert browser.post(form.action, form.values).status_code == 302


KEPT_BY_NO_PAGE = {
    "a file": ("/admin/followup/letter/upload/", {"file": SimpleUploadedFile("a.txt", numbered(8).encode())}),
    "a password": ("/admin/password_change/", {"old_password": "a", "new_password1": "b"}),
}


@pytest.mark.parametrize("what", KEPT_BY_NO_PAGE)
def test_neither_files_nor_passwords_are_in_the_page(desk, what):
    address, sent = KEPT_BY_NO_PAGE[what]
    with locked() if what == "a file" else unreadable():
        answer = desk.browser.post(address, sent)
    body = answer.content.decode()
    assert (answer.status_code, "<form" in body.split("<main")[1]) == (503, False)
    assert f'href="{address}"' in body


@contextmanager
def unreadable() -> Iterator[None]:
    """Every statement fails as it does where the server does not answer: without a code of its own."""

    def refuse(*args: Any) -> Any:
        raise OperationalError("connection refused")

    with connection.execute_wrapper(refuse):
        yield


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/states/", "cannot answer right now"),
        ("/fr/states/", "ne peut pas répondre"),
        ("/api/v1/states/", "minute"),
    ],
)
def test_a_page_that_cannot_be_read_now_says_when_to_come_again(client, address, sentence):
    with unreadable():
        answer = client.get(address)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")
    assert sentence in answer.content.decode()
    assert answer.headers["X-Frame-Options"] == "DENY"


def test_what_fails_outside_a_view_is_answered_alike(desk, settings):
    """The session of a large upload is asked for before any view runs."""
    desk.browser.raise_request_exception = False
    with unreadable():
        answer = desk.browser.post("/admin/followup/letter/upload-many/", {"letters": ""})
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "60")


def test_a_mistake_of_ours_is_no_outage():
    with connection.cursor() as cursor:
        with pytest.raises(Exception, match="nowhere") as wrong:
            cursor.execute("SELECT 1 FROM nowhere")
        assert not outage(wrong.value)
    assert not outage(corrections.Refused("grade", "No."))
    assert not outage(FileNotFoundError(2, "gone"))
    assert outage(OSError(28, "No space left on device"))
