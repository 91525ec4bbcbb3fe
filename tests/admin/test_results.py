"""Check, result, undo, withdraw, discard: what the pages say, and acts that come twice or too late."""

from __future__ import annotations

import re

import pytest
from django.utils import timezone

from followup import intake
from followup.models import Assessment, Change, Letter
from followup.words import word_by_word
from tests import factories
from tests.admin.conftest import page, typed
from tests.samples import GRADED, numbered

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/followup/letter/upload/"


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


@pytest.fixture
def letter(draft, clerk) -> Letter:
    return intake.publish(draft, by=clerk, version=draft.version)


DIFFERENCES = [
    ("a b c", "a b c", [("same", "a b c")]),
    ("a b c", "a x c", [("same", "a "), ("cut", "b "), ("added", "x "), ("same", "c")]),
    ("", "new words", [("added", "new words")]),
    ("old", "", [("cut", "old")]),
    ("a  b", "a b", [("same", "a b")]),
]


@pytest.mark.parametrize(("before", "after", "pieces"), DIFFERENCES)
def test_texts_are_compared_word_by_word(before, after, pieces):
    assert word_by_word(before, after) == pieces


def test_the_check_shows_what_a_person_changed_word_by_word(desk, draft):
    text = draft.record["assessments"][0]["text"].replace("remain rare", "stay rare")
    changed = {"rows-0-text": text, "reference": "CMW/FollowUp/38/zz", "checked": "x"}
    desk.post(page(draft, "review"), typed(draft, "remove-2", **changed))
    draft.refresh_from_db()
    key = next(
        problem.key for problem in intake.waiting(draft) if problem.key.startswith("passage_not_found")
    )
    intake.confirm(draft, [problem.key for problem in intake.waiting(draft)] + [key], by=None, version=2)
    answer = desk.get(page(draft, "check"))
    assert "Edited: you changed what was read (3)" in words(answer)
    assert "<del>remain </del><ins>stay </ins>" in answer.content.decode()
    assert "<del>CMW/FollowUp/38/xx</del><ins>CMW/FollowUp/38/zz</ins>" in answer.content.decode()
    assert "Paragraph 51: removed" in words(answer)
    assert "Publish 1 letter, 2 assessments" in words(answer)


def test_the_check_says_what_is_kept_unchanged_and_new(desk, letter, clerk):
    text = GRADED.replace("/38/xx", "/38/yy").replace("held in April 2021", "held in March 2021")
    again = intake.open_draft(text=text, by=clerk).letter
    intake.confirm(again, [problem.key for problem in intake.waiting(again)], by=clerk, version=1)
    said = words(desk.get(page(again, "check")))
    assert "Kept, because the registry holds another value: 1" in said
    assert "April 2021 stays; this letter says March 2021" in said
    assert "Unchanged: " in said


def test_publishing_twice_has_one_effect(desk, draft):
    sent = {"version": draft.version}
    answers = [desk.post(page(draft, "check"), sent) for _ in "12"]
    assert [answer.headers["Location"] for answer in answers] == [page(draft, "done")] * 2
    assert Assessment.objects.published().count() == 3
    assert Change.objects.filter(kind="published").count() == 1


def test_publishing_what_was_changed_meanwhile_does_nothing(desk, draft, clerk):
    intake.save_review(draft, {**draft.record, "reference": "THEIRS/1"}, by=clerk, version=1)
    answer = desk.post(page(draft, "check"), {"version": 1}, follow=True)
    assert answer.redirect_chain == [(page(draft, "check"), 302)]
    assert "Nothing was done: the draft was changed since this page was shown." in words(answer)
    assert not Letter.objects.published().exists()


LATE = ["undo", "withdraw", "discard"]


@pytest.mark.parametrize("step", LATE)
def test_one_sentence_for_every_act_that_comes_too_late(desk, draft, clerk, step):
    letter = draft if step == "discard" else intake.publish(draft, by=clerk, version=1)
    data = {"version": letter.version - 1, "reason": "Sent in error by us."}
    answer = desk.post(page(letter, step), data, follow=True)
    what = "draft" if step == "discard" else "letter"
    assert f"Nothing was done: the {what} was changed since this page was shown. Look at it again." in words(
        answer
    )
    assert Letter.objects.get().status == letter.status


@pytest.mark.parametrize(("reason", "status"), [("Sent in error by us.", 409), ("short", 422)])
def test_a_withdrawal_that_fails_keeps_its_reason(desk, letter, reason, status):
    answer = desk.post(page(letter, "withdraw"), {"version": 1, "reason": reason})
    assert answer.status_code == status
    assert reason in answer.content.decode() and "The letter is not withdrawn" in words(answer)
    assert Letter.objects.get().published


def test_the_result_leads_on(desk, other_desk, letter, clerk):
    said = words(desk.get(page(letter, "done")))
    assert "1 letter and 3 assessments are public." in said and "Review the next letter" not in said
    first, second = (intake.open_draft(text=numbered(n), by=clerk).letter for n in (1, 2))
    other_desk.get(page(first, "review"))
    assert f"Review the next letter: Testland, {second.date.words()}" in words(desk.get(page(letter, "done")))
    assert f"Review the next letter: Testland, {first.date.words()}" in words(
        other_desk.get(page(letter, "done"))
    )


def test_undoing_is_offered_while_it_is_possible_and_is_recorded(desk, letter):
    body = desk.get(page(letter, "done"))
    assert "Undo: make it a draft again" in words(body)
    letter.refresh_from_db()
    assert letter.published and letter.version == 2  # asking whether it could be undone undid nothing
    desk.post(page(letter, "undo"), {"version": letter.version})
    assert [change.kind for change in Change.objects.newest_first()] == ["undone", "published"]


def test_the_reason_why_not_stands_in_the_place_of_the_button(desk, letter, staff):
    from followup import corrections

    assessment = letter.assessments.first()
    values = {**corrections.stands(assessment), "grade": "implemented"}
    corrections.correct(
        assessment, values, by=staff("Correctors"), reason="Line 9 says so.", version=1, key="once", sure=True
    )
    said = words(desk.get(page(letter, "done")))
    assert "Not possible any more." in said and "Withdraw the letter instead" in said
    assert "make it a draft again" not in said


def test_discarding_twice_is_discarding_once(desk, draft):
    for _ in "12":
        answer = desk.post(page(draft, "discard"), {"version": 1}, follow=True)
        assert "The draft is discarded." in words(answer)
    assert desk.post("/admin/followup/letter/99/discard/", {"version": 1}).status_code == 404


def test_uploads_of_a_day_are_limited(desk, other_desk, settings, clerk):
    from followup.models import Batch, BatchFile

    settings.UPLOADS_A_DAY = 2
    batch = Batch.objects.create(added_by=clerk, source="upload")
    BatchFile.objects.create(batch=batch, position=1, name="a.txt", sha256="0" * 64)
    assert desk.post(UPLOAD, {"text": GRADED}).status_code == 302
    refused = desk.post(UPLOAD, {"text": numbered(1)})
    assert refused.status_code == 422
    assert "You have reached today’s upload limit of 2 letters. Ask an administrator" in words(refused)
    assert "CMW/FollowUp/38/x1" in refused.content.decode()  # what was pasted is kept
    many = desk.post("/admin/followup/letter/upload-many/", {"letters": _file()})
    assert many.status_code == 422 and "upload limit of 2" in words(many)
    assert other_desk.post(UPLOAD, {"text": numbered(1)}).status_code == 302
    yesterday = timezone.now() - timezone.timedelta(days=1)
    factories.put(Letter.objects.all(), added_at=yesterday)
    assert desk.post(UPLOAD, {"text": numbered(2)}).status_code == 302


def _file():
    from django.core.files.uploadedfile import SimpleUploadedFile

    return SimpleUploadedFile("a.txt", GRADED.encode())
