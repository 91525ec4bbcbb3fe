"""A letter comes in: what is read, and how the same letter is known again."""

from __future__ import annotations

import pytest

from followup import intake
from followup.models import (
    Assessment,
    ConcludingObservations,
    FollowUpReport,
    Letter,
    Recommendation,
)
from tests.samples import GRADED

pytestmark = pytest.mark.django_db


def test_draft_holds_the_reading_and_nothing_is_public(draft):
    assert draft.status == "draft"
    assert (str(draft.date), draft.state_id, draft.reference, draft.kind) == (
        "2024-06-20",
        "XTL",
        "CMW/FollowUp/38/xx",
        "assessment",
    )
    assert [(row["paragraph"], row["grade"]) for row in draft.record["assessments"]] == [
        ("15", "partially_implemented"),
        ("29 (c)", "not_implemented"),
        ("51", "implemented"),
    ]
    assert intake.problems(draft) == []
    for model in (ConcludingObservations, Recommendation, FollowUpReport, Assessment):
        assert not model.objects.exists()


@pytest.mark.parametrize(
    ("again", "same"),
    [
        ({"text": GRADED}, "text"),
        ({"text": GRADED.replace("\n", "\r\n")}, "text"),
        ({"text": GRADED.replace("dialogue with", "dialogue   with").replace("'", "’")}, "text"),
        ({"data": GRADED.encode(), "filename": "letter.txt"}, "file"),
        ({"text": GRADED.replace("rare", "seldom")}, "reference"),
    ],
)
def test_same_letter_twice_opens_the_stored_one(draft, clerk, again, same):
    opened = intake.open_draft(by=clerk, **again)
    assert (opened.letter.pk, opened.created, opened.same) == (draft.pk, False, same)
    assert Letter.objects.count() == 1


@pytest.mark.parametrize(
    "text",
    [
        "Dear colleagues, the meeting is moved to Tuesday. Please bring your own cup, as the kitchen is closed.",
        "x" * 3000,
    ],
)
def test_what_is_no_follow_up_letter_is_refused_but_can_be_entered_by_hand(clerk, text):
    with pytest.raises(intake.NotALetter, match="follow-up letter"):
        intake.open_draft(text=text, by=clerk)
    assert not Letter.objects.exists()
    letter = intake.open_draft(text=text, by=clerk, by_hand=True).letter
    assert letter.record["assessments"] == []
    assert not intake.ready(letter)
