"""The review over HTTP: who works on it, what is saved by itself, places of selections, pages of the original."""

from __future__ import annotations

import json
import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from followup import intake
from followup.documents import originals
from followup.models import Letter
from tests.admin.conftest import page, typed
from tests.documents.builders import flowing, pdf
from tests.samples import GRADED, UNGRADED

pytestmark = pytest.mark.django_db
UPLOAD = "/admin/followup/letter/upload/"


def words(answer) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def stored(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


# ---- who works on it ----


def test_opening_a_review_claims_the_draft_and_a_colleague_is_told(desk, other_desk, draft):
    assert "works on this draft" not in words(desk.get(page(draft, "review")))
    assert stored(draft).claimed_by.username == "clerk"
    answer = other_desk.get(page(draft, "review"))
    assert answer.status_code == 200
    assert re.search(r"clerk works on this draft Last opened or saved at \d\d:\d\d UTC", words(answer))
    assert "Take this draft over" in words(answer) and "Save draft" not in words(answer)
    assert "clerk works on this draft since" in words(other_desk.get(page(draft, "check")))


def test_a_save_without_the_claim_keeps_what_was_typed_and_saves_nothing(desk, other_desk, draft):
    desk.get(page(draft, "review"))
    answer = other_desk.post(page(draft, "review"), typed(draft, reference="MINE/1"))
    assert answer.status_code == 409
    assert 'value="MINE/1"' in answer.content.decode() and "What you typed is not saved" in words(answer)
    assert stored(draft).version == 1


def test_taking_over_keeps_what_was_typed(desk, other_desk, draft):
    desk.get(page(draft, "review"))
    answer = other_desk.post(page(draft, "review"), typed(draft, "take-over", reference="MINE/1"))
    assert 'value="MINE/1"' in answer.content.decode()
    assert (stored(draft).claimed_by.username, stored(draft).version) == ("other", 1)
    assert desk.post(page(draft, "review"), typed(draft, reference="THEIRS/1")).status_code == 409
    assert other_desk.post(page(draft, "review"), typed(draft, reference="MINE/1")).status_code == 302
    assert stored(draft).reference == "MINE/1"


def test_taking_over_after_a_save_shows_both_versions(desk, other_desk, draft):
    desk.post(page(draft, "review"), typed(draft, reference="THEIRS/1"))
    answer = other_desk.post(page(draft, "review"), typed(draft, "take-over", reference="MINE/1"))
    assert "Not saved: this draft was changed meanwhile" in words(answer)
    assert "THEIRS/1" in words(answer) and 'value="MINE/1"' in answer.content.decode()
    assert '<input type="hidden" name="version" value="2">' in answer.content.decode()


def test_what_cannot_be_read_is_not_saved_over_a_colleagues_work(desk, draft, clerk):
    """The version in the form stays the one it was typed over, until both are shown."""
    seen = typed(draft, reference="MINE/1")
    intake.save_review(draft, {**draft.record, "reference": "THEIRS/1"}, by=clerk, version=1)
    answer = desk.post(page(draft, "review"), seen | {"date": "Tuesday"})
    assert answer.status_code == 422
    version = re.search(r'name="version" value="(\d+)"', answer.content.decode())[1]
    assert desk.post(page(draft, "review"), seen | {"version": version}).status_code == 409
    assert stored(draft).reference == "THEIRS/1"


def test_a_lapsed_claim_is_nobodys(desk, other_desk, draft):
    desk.get(page(draft, "review"))
    Letter.objects.update(claimed_at=timezone.now() - timedelta(minutes=31))
    assert "works on this draft" not in words(other_desk.get(page(draft, "review")))
    assert stored(draft).claimed_by.username == "other"


# ---- saved by itself ----


def autosave(client, letter: Letter, **changed):
    answer = client.post(page(letter, "review"), typed(letter, "autosave", **changed))
    return answer.status_code, json.loads(answer.content)


def test_half_done_work_is_saved_by_itself(desk, draft):
    status, told = autosave(desk, draft, reference="HALF/1")
    assert (status, told["version"]) == (200, 2)
    assert re.fullmatch(r"\d\d:\d\d", told["at"])
    assert stored(draft).reference == "HALF/1"


def test_it_never_overwrites(desk, other_desk, draft, clerk):
    intake.save_review(draft, {**draft.record, "reference": "THEIRS/1"}, by=clerk, version=1)
    assert autosave(desk, draft, reference="MINE/1") == (
        409,
        {"words": "Somebody else changed this draft meanwhile."},
    )
    status, told = autosave(other_desk, draft, reference="MINE/1")
    assert status == 409 and "clerk works on this draft." in told["words"]
    assert stored(draft).reference == "THEIRS/1"


def test_it_waits_for_a_value_that_cannot_be_read_and_for_a_draft(desk, draft, clerk):
    assert autosave(desk, draft, date="Tues")[0] == 422
    intake.publish(draft, by=clerk, version=1)
    assert autosave(desk, draft, reference="MINE/1")[0] == 409
    assert stored(draft).version == 2


def test_a_save_sent_twice_is_no_conflict(desk, draft):
    sent = typed(draft, "remove-1")
    assert [desk.post(page(draft, "review"), sent).status_code for _ in "12"] == [302, 302]
    assert (stored(draft).version, len(stored(draft).record["assessments"])) == (2, 2)


# ---- recommendations are split and joined ----


def test_split_and_join(desk, draft):
    at = draft.record["assessments"][0]["text"].index("the Committee welcomes")
    answer = desk.post(page(draft, "review"), typed(draft, "split-0", **{"cursor-0": at}))
    assert answer.headers["Location"].endswith("#row-1")
    letter = stored(draft)
    first, second = letter.record["assessments"][:2]
    assert second["text"].startswith("the Committee welcomes") and second["paragraph"] == "15"[:0]
    assert (first["grade"], second["grade"]) == (None, "partially_implemented")
    desk.post(page(letter, "review"), typed(letter, "merge-1"))
    (row, *_) = stored(draft).record["assessments"]
    assert (row["paragraph"], row["grade"]) == ("15", "partially_implemented")
    assert len(stored(draft).record["assessments"]) == 3


@pytest.mark.parametrize(
    "action", ["split-99", "merge-0", "remove-99", "split-x", "merge-", "split--1", "what"]
)
def test_a_button_that_is_none_only_saves(desk, draft, action):
    desk.post(page(draft, "review"), typed(draft, action))
    assert (stored(draft).version, len(stored(draft).record["assessments"])) == (1, 3)


# ---- places of what a person selected ----


def test_the_place_of_a_selection_is_recorded_and_comes_back_with_the_form(desk, draft):
    at = draft.text.index("June 2024 in Geneva")
    places = {"date": {"words": "June 2024", "at": at}}
    desk.post(page(draft, "review"), typed(draft, date="June 2024", selected=json.dumps(places)))
    letter = stored(draft)
    assert letter.record["spans"]["date"] == [[at, at + 9]]
    body = desk.get(page(letter, "review")).content.decode()
    assert "&quot;date&quot;: {&quot;words&quot;: &quot;June 2024&quot;" in body
    desk.post(page(letter, "review"), typed(letter, date="May 2024", selected=json.dumps(places)))
    assert "date" not in stored(draft).record["spans"]


SELECTED = [
    # (field, the words selected, the value stored)
    ("months", "two years", "request.months", 24),
    ("assessed_session", "thirty-eighth session", "assessed.session", 38),
    ("reports", "second periodic report", "concluding_observations.reports", [2]),
    ("received", "May 2023", "follow_up_report.received", "2023-05"),
    ("paragraphs", "15, 29 (c) and 51", "request.paragraphs", ["15", "29 (c)", "51"]),
]


@pytest.mark.parametrize(("field", "selection", "path", "value"), SELECTED)
def test_words_of_the_letter_are_read_as_the_field_wants_them(desk, draft, field, selection, path, value):
    from followup.intake.record import value as at

    places = {field: {"words": selection, "at": draft.text.index(selection)}}
    answer = desk.post(
        page(draft, "review"), typed(draft, **{field: selection, "selected": json.dumps(places)})
    )
    assert answer.status_code == 302
    letter = stored(draft)
    assert at(letter.record, path) == value
    assert [letter.text[s:e] for s, e in letter.record["spans"][path]] == [selection]


NO_PLACES = [
    "",
    "nonsense",
    "[]",
    '{"date": 5}',
    '{"date": {"words": 5, "at": "x"}}',
    '{"date": {"words": "x", "at": -1}}',
]


@pytest.mark.parametrize("sent", NO_PLACES)
def test_a_place_that_is_none_is_left_out(desk, draft, sent):
    assert desk.post(page(draft, "review"), typed(draft, selected=sent)).status_code == 302
    assert "selected" not in stored(draft).record


# ---- what needs a look comes first ----


def test_what_was_found_is_folded_and_what_needs_a_look_is_not(desk, clerk):
    text = GRADED.replace("has not been implemented", "has been heeded in a promising manner")
    letter = intake.open_draft(text=text, by=clerk).letter
    body = desk.get(page(letter, "review")).content.decode()
    open_card, first_folded = (
        body.index('<section class="card check" id="row-1"'),
        body.index('<details class="card"'),
    )
    assert open_card < first_folded < body.index('id="row-0"', first_folded)
    assert body.count('<details class="card"') == 2
    assert "1 to check before publishing" in body


def test_a_letter_without_grades_says_so(desk, clerk):
    letter = intake.open_draft(text=UNGRADED, by=clerk).letter
    said = words(desk.get(page(letter, "review")))
    assert "Nothing keeps this letter from being published" in said
    assert "2 notes: what the letter does not say" in said
    assert said.count("Grade not stated") >= 2


# ---- similar letters ----


def test_a_similar_letter_is_shown_before_anything_is_published(desk, draft, clerk):
    again = GRADED.replace("/38/xx", "/38/yy").replace("remain rare", "remain very rare")
    letter = intake.open_draft(text=again, by=clerk).letter
    for step in ("review", "check"):
        answer = desk.get(page(letter, step))
        assert "A similar letter is here already" in words(answer)
        assert f'href="/admin/followup/letter/{draft.pk}/change/"' in answer.content.decode()
    intake.discard(letter, by=clerk, version=letter.version)
    assert "similar letter" not in words(desk.get(page(draft, "review")))


# ---- pages of the original ----


def test_the_page_of_a_pdf_stands_beside_its_text(desk, clerk):
    file = SimpleUploadedFile("letter.pdf", pdf([flowing(GRADED[:3000]), flowing(GRADED[3000:])]))
    desk.post(UPLOAD, {"file": file})
    letter = Letter.objects.get()
    body = desk.get(page(letter, "review")).content.decode()
    assert "Page 2 of 2" in body
    answer = desk.get(f"/admin/followup/letter/{letter.pk}/pages/2.png")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "image/png")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert answer.content.startswith(b"\x89PNG")
    assert desk.get(f"/admin/followup/letter/{letter.pk}/pages/3.png").status_code == 404


def test_a_pasted_text_has_no_page_and_says_so(desk, draft, client):
    assert "There is no image of a page: the text was pasted" in words(desk.get(page(draft, "review")))
    address = f"/admin/followup/letter/{draft.pk}/pages/1.png"
    assert desk.get(address).status_code == 404
    client.logout()
    assert client.get(address).status_code == 302


def test_the_review_opens_without_its_original(desk, settings):
    desk.post(UPLOAD, {"file": SimpleUploadedFile("letter.pdf", pdf([flowing(GRADED)]))})
    letter = Letter.objects.get()
    originals.path_of(letter.sha256, settings.ORIGINALS_DIR).unlink()
    assert desk.get(page(letter, "review")).status_code == 200
    assert desk.get(f"/admin/followup/letter/{letter.pk}/pages/1.png").status_code == 404
