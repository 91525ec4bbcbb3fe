"""The intake pages over HTTP: what a member of the secretariat meets, good input and bad."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import SimpleUploadedFile

from followup import intake
from followup.documents import originals
from followup.models import Assessment, Letter, Recommendation
from tests.admin.conftest import page, typed
from tests.documents.crowd import crowded
from tests.samples import GRADED, UNGRADED

pytestmark = pytest.mark.django_db

UPLOAD = "/admin/followup/letter/upload/"


def test_paste_review_check_publish_done(desk):
    answer = desk.post(UPLOAD, {"text": GRADED})
    letter = Letter.objects.get()
    assert answer.headers["Location"] == page(letter, "review")
    answer = desk.get(page(letter, "review"))
    assert answer.status_code == 200
    assert "Everything was found" in answer.content.decode()

    answer = desk.post(page(letter, "review"), typed(letter, "continue"))
    assert answer.headers["Location"] == page(letter, "check")
    body = desk.get(page(letter, "check")).content.decode()
    assert "Publish 1 letter, 3 assessments" in body
    assert (
        "The Committee considers that the recommendation made in paragraph 29 (c) has not been implemented."
        in body
    )
    assert not Recommendation.objects.exists()

    answer = desk.post(page(letter, "check"), {"version": letter.version})
    assert answer.headers["Location"] == page(letter, "done")
    assert "3 assessments are public" in desk.get(page(letter, "done")).content.decode()
    assert desk.get("/letters/cmw-followup-38-xx/").status_code == 200


def test_a_file_is_read_like_a_pasted_text(desk):
    file = SimpleUploadedFile("letter.txt", GRADED.encode("utf-8-sig"))
    desk.post(UPLOAD, {"file": file})
    letter = Letter.objects.get()
    assert (letter.original_name, letter.media_type) == ("letter.txt", "text/plain")
    answer = desk.get(page(letter, "original"))
    assert b"".join(answer.streaming_content) == GRADED.encode("utf-8-sig")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_must_wait_is_told_so(desk, tmp_path):
    with crowded(tmp_path):
        answer = desk.post(UPLOAD, {"file": SimpleUploadedFile("letter.txt", GRADED.encode())})
    assert answer.status_code == 422
    assert "Nothing is wrong with this one: try again in a minute." in answer.content.decode()
    assert not Letter.objects.exists()


@pytest.mark.parametrize("damage", ["missing", "changed"])
def test_an_original_that_is_gone_or_changed_is_said_plainly(desk, draft, settings, damage):
    path = originals.path_of(draft.sha256, settings.ORIGINALS_DIR)
    path.unlink()
    if damage == "changed":
        path.write_text("something else")
    answer = desk.get(page(draft, "original"), follow=True)
    assert "has to come from a backup" in answer.content.decode()


REFUSED = [
    ({}, "Paste the text of a letter, or choose a file."),
    ({"text": " \n "}, "Paste the text of a letter, or choose a file."),
    ({"text": "Dear all, the canteen is closed on Friday."}, "follow-up letter"),
    ({"text": "x" * 250_000}, "200 KB"),
    ({"file": SimpleUploadedFile("letter.txt", b"")}, "empty"),
    ({"file": SimpleUploadedFile("letter.rtf", b"{\\rtf1 hello}")}, "docx or PDF"),
    ({"file": SimpleUploadedFile("letter.bin", bytes(range(256)) * 20)}, "PDF"),
]


@pytest.mark.parametrize(("data", "message"), REFUSED)
def test_bad_input_gets_a_plain_message_and_the_form_keeps_what_was_typed(desk, data, message):
    answer = desk.post(UPLOAD, data)
    body = answer.content.decode()
    assert answer.status_code == 422
    assert message in body
    assert not Letter.objects.exists()
    if data.get("text", "").strip():
        assert data["text"][:40] in body


def test_a_file_and_a_text_at_once_are_refused(desk):
    answer = desk.post(UPLOAD, {"text": GRADED, "file": SimpleUploadedFile("a.txt", GRADED.encode())})
    assert (answer.status_code, Letter.objects.count()) == (422, 0)
    assert "not both" in answer.content.decode()


def test_the_same_letter_leads_to_the_stored_one(desk, draft):
    answer = desk.post(UPLOAD, {"text": GRADED}, follow=True)
    assert answer.redirect_chain == [(page(draft, "review"), 302)]
    assert "This text is already here: Letter to Testland, 20 June 2024" in answer.content.decode()
    assert Letter.objects.count() == 1


def test_a_draft_is_looked_at_where_it_is_reviewed(desk, draft, clerk):
    """Django's own link to the page of a record on the site, for a letter that was never public, and for one undone."""
    link = f"/admin/r/{ContentType.objects.get_for_model(Letter).pk}/{draft.pk}/"
    assert desk.get(link).headers["Location"].endswith(page(draft, "review"))
    letter = intake.publish(draft, by=clerk, version=draft.version)
    assert desk.get(link).headers["Location"].endswith("/letters/cmw-followup-38-xx/")
    intake.undo(letter, by=clerk, version=letter.version)
    assert desk.get(link).headers["Location"].endswith(page(draft, "review"))


def test_a_letter_that_cannot_be_read_is_entered_by_hand(desk):
    text = "Note to Testland: paragraph 15 is partially implemented. Sent on a Tuesday."
    assert desk.post(UPLOAD, {"text": text}).status_code == 422
    desk.post(UPLOAD, {"text": text, "by_hand": "on"})
    letter = Letter.objects.get()
    desk.post(page(letter, "review"), typed(letter, "add", selection=text))
    letter.refresh_from_db()
    assert letter.record["assessments"] == [
        {"paragraph": "15", "grade": None, "grade_phrase": None, "text": text, "read": None}
    ]
    values = {
        "kind": "assessment",
        "state": "XTL",
        "date": "20 June 2024",
        "symbol": "cmw/c/xtl/co/2",
        "paragraphs": "15",
        "rows-0-grade": "partially_implemented",
        "rows-0-grade_phrase": "partially implemented",
        "checked": ["not_a_follow_up_letter"],
    }
    answer = desk.post(page(letter, "review"), typed(letter, "continue", **values))
    assert answer.headers["Location"] == page(letter, "check")
    letter.refresh_from_db()
    desk.post(page(letter, "check"), {"version": letter.version})
    assessment = Assessment.objects.published().get()
    assert (assessment.grade, assessment.parsed) == ("partially_implemented", None)
    assert desk.get(assessment.get_absolute_url()).status_code == 200


UNREADABLE = [
    ("date", "Tuesday", "is no date"),
    ("received", "2018-13", "is no date"),
    ("paragraphs", "the usual ones", "Write the paragraphs like"),
    ("reports", "the usual", "Write the numbers"),
    ("session", "-1", "greater than or equal to 1"),
    ("months", "many", "whole number"),
    ("state", "ATL", "Select a valid choice"),
    ("rows-0-paragraph", "twelve", "is no paragraph"),
    ("rows-0-grade", "splendid", "Select a valid choice"),
]


@pytest.mark.parametrize(("field", "value", "message"), UNREADABLE)
def test_a_value_that_cannot_be_read_keeps_everything_typed(desk, draft, field, value, message):
    answer = desk.post(page(draft, "review"), typed(draft, reference="CHANGED/TOO", **{field: value}))
    body = answer.content.decode()
    assert answer.status_code == 422
    assert message in body
    assert "CHANGED/TOO" in body
    draft.refresh_from_db()
    assert (draft.version, draft.reference) == (1, "CMW/FollowUp/38/xx")


@pytest.mark.parametrize(
    ("field", "value", "path", "stored"),
    [
        ("date", "3 May 2021", "date", "2021-05-03"),
        ("date", "May 2021", "date", "2021-05"),
        ("reports", "2 and 3", "concluding_observations.reports", [2, 3]),
        ("reports", "none", "concluding_observations.reports", []),
        ("reports", "", "concluding_observations.reports", None),
        ("paragraphs", "12, 35(a) to (c)", "request.paragraphs", ["12", "35 (a)", "35 (b)", "35 (c)"]),
        ("report_symbol", "", "follow_up_report.symbol", None),
    ],
)
def test_what_is_typed_is_stored_in_the_form_of_the_record(desk, draft, field, value, path, stored):
    from followup.intake.record import value as at

    desk.post(page(draft, "review"), typed(draft, **{field: value}))
    draft.refresh_from_db()
    assert at(draft.record, path) == stored


def test_saving_the_form_as_shown_changes_nothing(desk, draft):
    desk.post(page(draft, "review"), typed(draft))
    draft.refresh_from_db()
    assert (draft.version, draft.history.count()) == (1, 1)


def test_add_and_remove_a_recommendation(desk, draft):
    desk.post(page(draft, "review"), typed(draft, "remove-1"))
    draft.refresh_from_db()
    assert [row["paragraph"] for row in draft.record["assessments"]] == ["15", "51"]
    assert "assessments[1].grade" in draft.record["spans"]
    answer = desk.post(page(draft, "review"), typed(draft, "add"))
    assert answer.headers["Location"].endswith("#row-2")
    body = desk.get(page(draft, "review")).content.decode()
    assert "Enter the paragraph, such as 12 or 35 (a)." in body


def test_a_stale_save_shows_both_versions_and_keeps_what_was_typed(desk, draft, clerk):
    seen = typed(draft, reference="MINE/1")
    intake.save_review(draft, {**draft.record, "reference": "THEIRS/1"}, by=clerk, version=draft.version)
    answer = desk.post(page(draft, "review"), seen)
    body = answer.content.decode()
    assert answer.status_code == 409
    assert "Not saved: this draft was changed meanwhile" in body
    assert "You changed it in another window, on " in body
    assert "THEIRS/1" in body
    assert "MINE/1" in body
    draft.refresh_from_db()
    assert draft.reference == "THEIRS/1"


def test_undo_and_withdraw_from_the_result_page(desk, draft, clerk):
    letter = intake.publish(draft, by=clerk, version=draft.version)
    desk.post(page(letter, "undo"), {"version": letter.version})
    letter.refresh_from_db()
    assert letter.status == "draft"
    letter = intake.publish(letter, by=clerk, version=letter.version)
    answer = desk.post(page(letter, "withdraw"), {"version": letter.version, "reason": "short"}, follow=True)
    assert "The letter is not withdrawn" in answer.content.decode()
    desk.post(page(letter, "withdraw"), {"version": letter.version, "reason": "Sent in error by us."})
    letter.refresh_from_db()
    assert (letter.status, letter.withdrawn_reason) == ("withdrawn", "Sent in error by us.")
    assert desk.get("/letters/cmw-followup-38-xx/").status_code == 410


@pytest.mark.parametrize("version", ["", "one", "-1", "9" * 40, "²"])
@pytest.mark.parametrize("step", ["check", "discard"])
def test_a_version_that_is_none_changes_nothing(desk, draft, step, version):
    assert desk.post(page(draft, step), {"version": version}).status_code == 302
    draft.refresh_from_db()
    assert (draft.status, draft.version) == ("draft", 1)


def test_discard(desk, draft):
    desk.post(page(draft, "discard"), {"version": draft.version})
    assert not Letter.objects.exists()


STEPS = ["review", "check", "done", "undo", "withdraw", "discard", "original"]
MAY = {
    # what each group may reach with GET (upload, review, check, done, original)
    "Secretariat": {"upload": 200, "review": 200, "check": 200, "original": 200},
    "Correctors": {"upload": 403, "review": 403, "check": 403, "original": 200},
    "Staff viewers": {"upload": 403, "review": 403, "check": 403, "original": 200},
}


@pytest.mark.parametrize("group", MAY)
def test_who_may_open_what(client, staff, draft, group):
    client.force_login(staff(group, name="somebody"), backend="django.contrib.auth.backends.ModelBackend")
    for step, status in MAY[group].items():
        url = UPLOAD if step == "upload" else page(draft, step)
        answer = client.get(url)
        assert answer.status_code == status, step


@pytest.mark.parametrize("group", ["Correctors", "Staff viewers"])
def test_who_may_not_write(client, staff, draft, group):
    client.force_login(staff(group, name="somebody"), backend="django.contrib.auth.backends.ModelBackend")
    before = list(Letter.objects.values())
    for step in ("review", "check", "undo", "withdraw", "discard"):
        answer = client.post(page(draft, step), {"version": 1, "reason": "Because I want to."})
        assert answer.status_code == 403, step
    assert client.post(UPLOAD, {"text": UNGRADED}).status_code == 403
    assert list(Letter.objects.values()) == before


def test_nobody_gets_in_without_logging_in(client, draft):
    for url in [UPLOAD, *(page(draft, step) for step in ("review", "check", "original"))]:
        answer = client.get(url)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("step", ["undo", "withdraw", "discard"])
def test_no_get_changes_anything(desk, draft, step):
    assert desk.get(page(draft, step)).status_code == 405


def test_writes_need_a_token(clerk, draft):
    from django.test import Client

    client = Client(enforce_csrf_checks=True)
    client.force_login(clerk, backend="django.contrib.auth.backends.ModelBackend")
    for step in ("review", "check", "undo", "withdraw", "discard"):
        assert client.post(page(draft, step), {"version": 1}).status_code == 403, step


def test_script_in_a_letter_is_shown_as_text(desk, clerk):
    text = GRADED.replace("regrets that inspections", "regrets <script>alert(1)</script> that inspections")
    letter = intake.open_draft(text=text, by=clerk).letter
    for url in (page(letter, "review"), page(letter, "check")):
        assert "<script>alert" not in desk.get(url).content.decode()
    letter = intake.publish(letter, by=clerk, version=letter.version)
    for url in (
        letter.get_absolute_url(),
        Recommendation.objects.in_order()[0].get_absolute_url(),
        page(letter, "done"),
    ):
        assert "<script>alert" not in desk.get(url).content.decode()
