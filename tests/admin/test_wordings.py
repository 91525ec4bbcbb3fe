"""A wording met in a letter is taught, the letter read again with it, the wording retired."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from followup import intake
from followup.models import GradeWording, Letter
from tests.samples import GRADED, sample_state

pytestmark = pytest.mark.django_db

BACKEND = "django.contrib.auth.backends.ModelBackend"
ADD = "/admin/followup/gradewording/add/"
LIST = "/admin/followup/gradewording/"
SENTENCE = "The Committee considers that the recommendation contained in paragraph 51 has been half done."
ODD = GRADED.replace(
    "contained in paragraph 51 has been implemented", "contained in paragraph 51 has been half done"
)
TYPED = {
    "language": "en",
    "pattern": "half done",
    "grade": "partially_implemented",
    "example": SENTENCE,
    "reason": "Met in a letter of June.",
    "_save": "Save",
}


@pytest.fixture
def clerk(reference, staff):
    sample_state()
    return staff("Secretariat", name="clerk")


@pytest.fixture
def desk(client, clerk):
    client.force_login(clerk, backend=BACKEND)
    return client


@pytest.fixture
def odd(clerk) -> Letter:
    """A draft whose last recommendation has an unknown grade."""
    return intake.open_draft(text=ODD, by=clerk).letter


def page(letter: Letter, step: str) -> str:
    return reverse(f"admin:followup_letter_{step}", args=[letter.pk])


def body(answer) -> str:
    return answer.content.decode()


def test_from_the_flag_to_the_letter_read_again(desk, odd):
    link = f"{ADD}?letter={odd.pk}&amp;row=2"
    shown = body(desk.get(page(odd, "review")))
    assert f'<a href="{link}">Teach this wording</a>' in shown
    assert "Read this letter again" not in shown

    form = body(desk.get(link.replace("&amp;", "&")))
    assert 'value="half done"' in form
    assert SENTENCE in form
    assert "Printed in letter CMW/FollowUp/38/xx, paragraph 51." in form

    answer = desk.post(link.replace("&amp;", "&"), TYPED)
    assert answer.headers["Location"] == page(odd, "review")
    shown = body(desk.get(page(odd, "review")))
    assert "“half done” is taught: letters are read with it from now on." in shown
    assert "This letter would be read differently now" in shown
    assert f'formaction="{page(odd, "reread")}"' in shown

    answer = desk.post(page(odd, "reread"), {"version": odd.version}, follow=True)
    shown = body(answer)
    assert "The letter was read again, with what the registry knows now." in shown
    assert "Teach this wording" not in shown
    assert "Read this letter again" not in shown
    odd.refresh_from_db()
    assert odd.record["assessments"][2]["grade"] == "partially_implemented"


def test_a_draft_that_somebody_edited_is_not_offered_to_be_read_again(desk, odd, clerk):
    intake.save_review(odd, {**odd.record, "reference": "MINE/1"}, by=clerk, version=odd.version)
    desk.post(ADD, TYPED)
    assert "Read this letter again" not in body(desk.get(page(odd, "review")))


def test_a_wording_taught_from_the_list_leads_back_to_the_list(desk):
    assert desk.post(ADD, TYPED).headers["Location"] == LIST
    row = GradeWording.objects.get()
    assert row.history.get().history_user.get_username() == "clerk"
    assert row.history.get().history_change_reason == "Met in a letter of June."


ADDRESSES = ["", "?letter=", "?letter=x&row=0", "?letter=99999&row=0", "?letter=1&row=", "?letter=1&row=-1",
             "?letter=1&row=99", "?letter=1&row=9999", "?letter=%00", "?letter=" + "9" * 30]  # fmt: skip


@pytest.mark.parametrize("query", ADDRESSES)
def test_the_form_opens_empty_where_the_address_names_no_letter(desk, query):
    answer = desk.get(ADD + query)
    assert answer.status_code == 200
    assert 'name="pattern"' in body(answer)


REFUSED = [
    ({"pattern": "recommendation"}, "is too broad"),
    (
        {"grade": "not_implemented", "pattern": "partially implemented"},
        "means “Partially implemented” already",
    ),
    ({"example": "Half done it is."}, "is not read as a grade"),
    ({"example": SENTENCE.replace("done", "done by Testland")}, "instead of “Testland”"),
    ({"reason": ""}, "This field is required"),
    ({"grade": "nonsense"}, "Select a valid choice"),
    ({"pattern": ""}, "This field is required"),
]


@pytest.mark.parametrize(("values", "message"), REFUSED, ids=lambda value: str(value)[:40])
def test_what_is_refused_stands_in_the_form_with_a_sentence(desk, values, message):
    answer = desk.post(ADD, {**TYPED, **values})
    assert answer.status_code == 200
    assert message in body(answer)
    assert not GradeWording.objects.exists()


def test_the_same_form_sent_twice_has_one_effect(desk):
    desk.post(ADD, TYPED)
    assert "is here already" in body(desk.post(ADD, TYPED))
    assert GradeWording.objects.count() == 1


def test_a_wording_is_retired_and_never_deleted(desk):
    desk.post(ADD, TYPED)
    row = GradeWording.objects.get()
    change = reverse("admin:followup_gradewording_change", args=[row.pk])
    assert desk.get(reverse("admin:followup_gradewording_delete", args=[row.pk])).status_code == 403
    assert "Delete" not in body(desk.get(change))
    desk.post(change, {**TYPED, "retired": "on", "reason": "It was read too often.", "seen": row.version})
    row.refresh_from_db()
    assert row.retired
    assert not GradeWording.objects.in_use().exists()
    told = body(desk.get(reverse("admin:followup_gradewording_history", args=[row.pk])))
    assert "It was read too often." in told
    assert "Met in a letter of June." in told


FOUND = [
    ("", 1),
    ("?q=HALF", 1),
    ("?q=paragraph+51", 1),
    ("?q=nothing", 0),
    ("?retired__exact=1", 0),
    ("?language__exact=en&grade__exact=partially_implemented", 1),
    ("?language__exact=fr", 0),
]


def test_the_list_is_searched_and_filtered(desk):
    desk.post(ADD, TYPED)
    for query, shown in FOUND:
        rows = desk.get(LIST + query).context["cl"].result_list
        assert len(rows) == shown, query


def test_number_of_queries_of_the_list_does_not_grow(desk, clerk, django_assert_num_queries):
    def teach(word: str) -> None:
        example = SENTENCE.replace("half done", f"{word} begun")
        row = GradeWording(language="en", pattern=f"{word} begun", grade="not_implemented", example=example)
        intake.teach(row, by=clerk, reason="Met in a letter.")

    teach("barely")
    with CaptureQueriesContext(connection) as one:
        desk.get(LIST)
    teach("scarcely")
    teach("just")
    with django_assert_num_queries(len(one)):
        desk.get(LIST)


@pytest.mark.parametrize("group", ["Correctors", "Staff viewers"])
def test_others_see_the_wordings_and_teach_none(client, staff, odd, group):
    client.force_login(staff(group, name="somebody"), backend=BACKEND)
    assert client.get(LIST).status_code == 200
    assert client.get(f"{ADD}?letter={odd.pk}&row=2").status_code == 403
    assert client.post(ADD, TYPED).status_code == 403
    assert client.post(page(odd, "reread"), {"version": odd.version}).status_code == 403
    assert not GradeWording.objects.exists()


def test_who_may_review_and_not_teach_sees_no_link(client, staff, odd):
    from django.contrib.auth.models import Permission

    user = staff(name="reviewer")
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_letter", "change_letter"]))
    client.force_login(user, backend=BACKEND)
    assert "Teach this wording" not in body(client.get(page(odd, "review")))


def test_reading_again_needs_the_version_shown_a_draft_and_a_post(desk, odd, clerk):
    assert desk.get(page(odd, "reread")).status_code == 405
    assert "Look at it again" in body(desk.post(page(odd, "reread"), {"version": "7"}, follow=True))
    assert "Look at it again" in body(desk.post(page(odd, "reread"), {"version": "none"}, follow=True))
    letter = intake.open_draft(text=GRADED.replace("38/xx", "38/yy"), by=clerk).letter
    letter = intake.publish(letter, by=clerk, version=letter.version)
    answer = desk.post(page(letter, "reread"), {"version": letter.version}, follow=True)
    assert "Only a draft can be read again." in body(answer)
