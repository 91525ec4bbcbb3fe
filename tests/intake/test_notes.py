"""The history of a draft: one row for a stretch of work, none of which is lost or put in another's name."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from followup import intake
from followup.models import Letter
from tests.factories import put

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(staff):
    return staff("Secretariat", name="other")


def stored(letter: Letter) -> Letter:
    return Letter.objects.get(pk=letter.pk)


def save(letter: Letter, by, reference: str, *, by_itself: bool = True) -> Letter:
    """Opened or renewed, and saved, as the review page does both."""
    now = stored(letter)
    intake.hold(now, by=by)
    record = {**now.record, "reference": reference}
    return intake.save_review(now, record, by=by, version=now.version, by_itself=by_itself)


def rows(letter: Letter) -> list[tuple[str | None, str, str]]:
    """Who, what stood then and why, oldest first, without the row of the upload."""
    found = Letter.history.filter(id=letter.pk).order_by("history_id")[1:]
    return [(str(row.history_user), row.reference, row.history_change_reason) for row in found]


def test_thirty_saves_in_a_stretch_are_two_rows(draft, clerk):
    for number in range(30):
        save(draft, clerk, f"R/{number}")
    assert (stored(draft).reference, stored(draft).version) == ("R/29", 31)
    assert rows(draft) == [("clerk", "R/0", "Reviewed.")]
    save(draft, clerk, "R/29", by_itself=False)
    assert rows(draft) == [("clerk", "R/0", "Reviewed."), ("clerk", "R/29", "Reviewed.")]
    assert stored(draft).version == 31, "what is saved by hand is what was saved by itself"


def test_a_save_by_hand_is_a_row_for_everything_before_it(draft, clerk):
    for number in range(3):
        save(draft, clerk, f"R/{number}")
    save(draft, clerk, "R/3", by_itself=False)
    assert [row[1] for row in rows(draft)] == ["R/0", "R/3"]


def take_over(draft, other):
    intake.hold(stored(draft), by=other, take_over=True)


def come_later(draft, other):
    put(Letter.objects.filter(pk=draft.pk), claimed_at=timezone.now() - timedelta(minutes=31))
    intake.hold(stored(draft), by=other)


def give_back(draft, other):
    intake.release(stored(draft), by=stored(draft).claimed_by)


def publish(draft, other):
    intake.publish(draft, by=other, version=stored(draft).version)


def discard(draft, other):
    intake.discard(draft, by=other, version=stored(draft).version)


def save_by_another_door(draft, other):
    intake.confirm(stored(draft), ["a b"], by=other, version=stored(draft).version)


ENDS = [
    (take_over, []),
    (come_later, []),
    (give_back, []),
    (publish, [("other", "R/2", "Published after check against the letter.")]),
    (discard, [("other", "R/2", "Draft discarded.")]),
    (save_by_another_door, [("other", "R/2", "Reviewed.")]),
]


@pytest.mark.parametrize(("end", "after"), ENDS, ids=[end.__name__ for end, _ in ENDS])
def test_what_one_person_saved_by_itself_is_noted_in_their_name_before_anybody_goes_on(
    draft, clerk, other, end, after
):
    for number in range(3):
        save(draft, clerk, f"R/{number}")
    saved_at = stored(draft).claimed_at
    end(draft, other)
    reviewed = [("clerk", "R/0", "Reviewed."), ("clerk", "R/2", "Reviewed.")]
    assert rows(draft) == [*reviewed, *after]
    if end is take_over:
        assert Letter.history.filter(id=draft.pk).latest("history_id").history_date == saved_at


def test_a_new_stretch_begins_with_a_row(draft, clerk, other):
    save(draft, clerk, "R/0")
    intake.hold(stored(draft), by=other, take_over=True)
    save(draft, other, "R/1")
    save(draft, other, "R/2")
    intake.hold(stored(draft), by=clerk, take_over=True)
    save(draft, clerk, "R/3")
    assert [row[:2] for row in rows(draft)] == [
        ("clerk", "R/0"),
        ("other", "R/1"),
        ("other", "R/2"),
        ("clerk", "R/3"),
    ]


def test_who_lost_the_draft_while_it_was_saved_has_a_row_of_their_own(draft, clerk, other):
    """The claim went to somebody else between the look at it and the save."""
    save(draft, clerk, "R/0")
    now = stored(draft)
    intake.hold(stored(draft), by=other, take_over=True)
    intake.save_review(now, {**now.record, "reference": "R/1"}, by=clerk, version=now.version, by_itself=True)
    assert [row[:2] for row in rows(draft)] == [("clerk", "R/0"), ("clerk", "R/1")]


def test_reading_again_notes_what_was_saved_before(draft, clerk, other):
    save(draft, clerk, "R/0")
    save(draft, clerk, "R/1")
    put(Letter.objects.filter(pk=draft.pk), reading={**draft.reading, "language": "fr"})
    intake.reread(stored(draft), by=other, version=stored(draft).version)
    assert rows(draft)[:2] == [("clerk", "R/0", "Reviewed."), ("clerk", "R/1", "Reviewed.")]
    assert rows(draft)[2][::2] == ("other", "Read again.")
