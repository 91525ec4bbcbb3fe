"""The pages of parser runs: begin one, see which letters differ, decide on a letter value by value."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.urls import reverse

from followup import corrections, intake
from followup.intake import parser_runs
from followup.models import Correction, GradeWording, Letter, ParserRun, Rereading
from tests.intake.test_rereading import ODD, edited_row, teach
from tests.samples import UNGRADED, sample_state

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
GRADE = "assessments[51].grade"
ADD = "/admin/followup/parserrun/add/"
LIST = "/admin/followup/letter/"


@pytest.fixture
def clerk(reference, staff):
    sample_state()
    return staff("Secretariat", name="clerk")


@pytest.fixture
def desk(client, clerk):
    client.force_login(clerk, backend=BACKEND)
    return client


@pytest.fixture
def corrector(staff):
    return staff("Correctors", name="corrector")


@pytest.fixture
def draft(clerk) -> Letter:
    return intake.open_draft(text=ODD, by=clerk).letter


@pytest.fixture
def same(clerk) -> Letter:
    """A draft that a taught wording does not touch."""
    return intake.open_draft(text=UNGRADED, by=clerk).letter


@pytest.fixture
def published(draft, clerk) -> Letter:
    letter = edited_row(draft, 2, clerk, grade="not_implemented")
    return intake.publish(letter, by=clerk, version=letter.version)


@pytest.fixture
def send(desk, django_capture_on_commit_callbacks):
    """Send a form; what waits for the end of the transaction is done."""

    def send(address: str, data: dict[str, Any] | None = None):
        with django_capture_on_commit_callbacks(execute=True):
            return desk.post(address, data or {})

    return send


@pytest.fixture
def row(clerk, django_capture_on_commit_callbacks):
    """row(letter): the letter read again after a wording was taught."""

    def row(letter: Letter) -> Rereading:
        if not GradeWording.objects.exists():
            teach(clerk)
        with django_capture_on_commit_callbacks(execute=True):
            run = parser_runs.start(Letter.objects.filter(pk=letter.pk), by=clerk)
        return run.rereadings.get()

    return row


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def page(row: Rereading) -> str:
    return reverse("admin:followup_rereading_decide", args=[row.pk])


def version(client, row: Rereading) -> str:
    return client.get(page(row)).context["version"]


def test_all_letters_are_read_again(desk, send, same, published):
    assert "Read 2 letters again" in words(desk.get(ADD))
    answer = send(ADD)
    run = ParserRun.objects.get()
    assert answer.headers["Location"] == reverse("admin:followup_parserrun_page", args=[run.pk])
    assert "2 of 2 read" in words(desk.get(answer.headers["Location"]))
    assert "2 of 2" in words(desk.get("/admin/followup/parserrun/"))


def test_one_letter_and_a_selection_of_the_list(desk, send, draft, clerk):
    other = intake.open_draft(text=UNGRADED, by=clerk).letter
    assert f"Read {draft} again" in words(desk.get(f"{ADD}?letter={draft.pk}"))
    send(f"{ADD}?letter={draft.pk}")
    send(LIST, {"action": "read_again", "_selected_action": [other.pk], "index": "0"})
    first, second = ParserRun.objects.order_by("pk")
    assert [row.letter for row in first.rereadings.all()] == [draft]
    assert [row.letter for row in second.rereadings.all()] == [other]
    for none in ("0", "x", "9" * 30):
        assert "There is no letter to read again" in words(desk.get(f"{ADD}?letter={none}"))
    assert send(f"{ADD}?letter=0").headers["Location"].endswith("/parserrun/")
    assert ParserRun.objects.count() == 2


def test_the_action_is_offered_and_done_for_the_secretariat_only(client, draft, corrector):
    client.force_login(corrector, backend=BACKEND)
    assert "read_again" not in client.get(LIST).content.decode()
    data = {"action": "read_again", "_selected_action": [draft.pk], "index": "0"}
    client.post(LIST, data)
    assert not ParserRun.objects.exists()


def test_a_run_that_was_cut_off_shows_how_far_it_is_and_goes_on(desk, send, draft, clerk):
    run = parser_runs.start(Letter.objects.all(), by=clerk)
    address = reverse("admin:followup_parserrun_page", args=[run.pk])
    assert "0 of 1 read" in words(desk.get(address))
    assert "Read the waiting letters" in words(desk.get(address))
    send(reverse("admin:followup_parserrun_resume", args=[run.pk]))
    assert "1 of 1 read" in words(desk.get(address))
    assert "Read the waiting letters" not in words(desk.get(address))


def test_letters_that_differ_come_first(desk, same, draft, clerk, django_capture_on_commit_callbacks):
    assert same.pk < draft.pk
    teach(clerk)
    with django_capture_on_commit_callbacks(execute=True):
        run = parser_runs.start(Letter.objects.all(), by=clerk)
    address = reverse("admin:followup_parserrun_page", args=[run.pk])
    assert [row.letter for row in desk.get(address).context["page"]] == [draft, same]
    assert [row.letter for row in desk.get(f"{address}?status=same").context["page"]] == [same]
    assert len(desk.get(f"{address}?status=nonsense").context["page"]) == 2


def test_a_value_of_a_draft_is_taken_over(desk, send, draft, row):
    found = row(draft)
    text = words(desk.get(page(found)))
    assert "Read differently now: 1 Paragraph 51, grade Grade not stated Partially implemented" in text
    answer = send(page(found), {"take": [GRADE], "version": version(desk, found), "action": "adopt"})
    assert answer.status_code == 302
    draft.refresh_from_db()
    assert draft.record["assessments"][2]["grade"] == "partially_implemented"
    text = words(desk.get(page(found)))
    assert "Taken over Decided by clerk" in text
    assert "Paragraph 51, grade taken over" in text


def test_a_person_s_value_is_kept_unless_somebody_chooses_otherwise(client, published, row, corrector):
    client.force_login(corrector, backend=BACKEND)
    found = row(published)
    text = words(client.get(page(found)))
    assert "Kept, because a person entered it: 1" in text
    assert "Not implemented stays; the parser now says Partially implemented ." in text
    data = {"take": [GRADE], "version": version(client, found), "action": "adopt"}
    assert client.post(page(found), data).status_code == 302
    assert published.assessments.get(recommendation__label="51").grade == "partially_implemented"
    assert Correction.objects.get().made_by == corrector


def test_who_may_not_correct_may_leave_a_published_letter_as_it_is(desk, send, published, row):
    found = row(published)
    text = words(desk.get(page(found)))
    assert "Take over the chosen values" not in text
    assert "Values of a published letter are taken over by correctors" in text
    data = {"take": [GRADE], "version": version(desk, found), "action": "adopt"}
    assert send(page(found), data).status_code == 403
    assert send(page(found), {"action": "leave"}).status_code == 302
    found.refresh_from_db()
    assert (found.status, Correction.objects.count()) == ("kept", 0)


def test_with_two_people_a_value_is_proposed(client, published, row, corrector, settings):
    settings.CONFIRM_CORRECTIONS = True
    client.force_login(corrector, backend=BACKEND)
    found = row(published)
    data = {"take": [GRADE], "version": version(client, found), "action": "adopt"}
    answer = client.post(page(found), data, follow=True)
    assert "1 value proposed; another person confirms it" in words(answer)
    assert published.assessments.get(recommendation__label="51").grade == "not_implemented"
    assert Correction.objects.waiting().count() == 1


def test_nothing_chosen_is_refused_with_a_sentence(desk, send, draft, row):
    found = row(draft)
    answer = send(page(found), {"version": version(desk, found), "action": "adopt"})
    assert answer.status_code == 422
    assert "Choose the values to take over" in words(answer)


def test_a_stale_page_shows_what_stands_and_keeps_what_was_chosen(client, published, row, corrector, clerk):
    client.force_login(corrector, backend=BACKEND)
    found = row(published)
    data = {"take": [GRADE], "version": version(client, found), "action": "adopt"}
    other = published.assessments.get(recommendation__label="15")
    corrections.correct(
        other, {"grade": "implemented"}, by=clerk, reason="The letter says so.", version=1, key="k", sure=True
    )
    answer = client.post(page(found), data)
    assert answer.status_code == 409
    assert "something changed since this page was shown" in words(answer)
    box = re.search(rf'<input[^>]*value="{re.escape(GRADE)}"[^>]*>', answer.content.decode())
    assert box and "checked" in box[0]
    assert client.post(page(found), {**data, "version": answer.context["version"]}).status_code == 302


def test_who_was_slower_is_told(desk, send, draft, row, staff):
    found = row(draft)
    parser_runs.leave(found, by=staff("Secretariat", name="other"))
    answer = send(page(found), {"take": [GRADE], "version": "", "action": "adopt"})
    assert answer.status_code == 302
    assert "looked at, left as it is. Nothing was changed." in words(desk.get(answer.headers["Location"]))


def test_after_a_decision_comes_the_next_letter_that_differs(desk, send, draft, clerk):
    text = ODD.replace("/38/xx", "/38/yy").replace("20 June", "21 June")
    other = intake.open_draft(text=text, by=clerk).letter
    teach(clerk)
    send(ADD)
    first, second = (Rereading.objects.get(letter=letter) for letter in (draft, other))
    assert send(page(first), {"action": "leave"}).headers["Location"] == page(second)
    run_page = reverse("admin:followup_parserrun_page", args=[first.run_id])
    assert send(page(second), {"action": "leave"}).headers["Location"] == run_page


def test_the_text_of_a_letter_is_escaped(desk, row, clerk):
    text = ODD.replace("seasonal workers", "<script>alert(1)</script> workers")
    letter = intake.open_draft(text=text, by=clerk).letter
    letter.reading = {**letter.reading, "assessments": [dict(one) for one in letter.reading["assessments"]]}
    letter.reading["assessments"][1]["text"] = "Before."
    letter.record = intake.record.from_reading(letter.reading)
    letter.record_change(by=None, reason="An older parser read it so.")
    body = desk.get(page(row(letter))).content.decode()
    assert "&lt;script&gt;" in body and "<script>alert" not in body


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_queries_does_not_grow_with_the_letters(
    desk, clerk, count, django_assert_max_num_queries, django_capture_on_commit_callbacks
):
    for number in range(count):
        text = ODD.replace("/38/xx", f"/38/y{number}").replace("20 June", f"{20 + number} June")
        intake.open_draft(text=text, by=clerk)
    teach(clerk)
    with django_capture_on_commit_callbacks(execute=True):
        run = parser_runs.start(Letter.objects.all(), by=clerk)
    with django_assert_max_num_queries(10):
        desk.get(reverse("admin:followup_parserrun_page", args=[run.pk]))
    with django_assert_max_num_queries(14):
        desk.get(page(run.rereadings.first()))
