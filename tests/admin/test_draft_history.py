"""The history of a draft says each changed value in the words of the review, also values without a column."""

from __future__ import annotations

import pytest

from followup import intake
from followup.admin.differences import between
from tests.admin.conftest import page, typed
from tests.admin.test_results import words

pytestmark = pytest.mark.django_db

CHANGED = {
    "rows-1-grade": "contrary",
    "rows-1-grade_phrase": "contrary to the recommendation",
    "months": "12",
    "state": "",
}
SAID = [
    "Paragraph 29 (c), grade: Not implemented Contrary to the recommendation",
    "Paragraph 29 (c), words printed: not been implemented contrary to the recommendation",
    "Months given: 24 12",
    "State: Testland empty",
]


def told(desk, letter) -> str:
    """The table of the page."""
    return words(desk.get(page(letter, "history"))).split("Before → after", 1)[1]


def test_what_was_changed_in_a_draft_is_told_value_by_value(desk, draft):
    desk.post(page(draft, "review"), typed(draft, **CHANGED))
    said = told(desk, draft)
    for one in SAID:
        assert one in said, said
    assert "were read by the parser." in said and "before they were published" not in said


def test_rows_that_come_go_and_are_cut_in_two(desk, draft):
    desk.post(page(draft, "review"), typed(draft, "remove-0"))
    draft.refresh_from_db()
    desk.post(page(draft, "review"), typed(draft, "add", selection="Some words of the letter."))
    said = told(desk, draft)
    assert "Paragraph 15: removed:" in said and "Paragraph 3: added: Some words of the letter." in said
    assert said.count("Paragraph 29 (c)") == 0, "what stayed is not told"


def test_a_record_compared_with_itself_says_nothing(draft):
    assert between(draft.record, draft.record) == []


def test_of_what_is_public_the_columns_are_told(desk, draft, clerk):
    letter = intake.publish(draft, by=clerk, version=draft.version)
    said = told(desk, letter)
    assert "Status: Draft Published Observations: CMW/C/XTL/CO/2 Report: CMW/C/XTL/FCO/2" in said
    letter = intake.undo(letter, by=clerk, version=letter.version)
    said = told(desk, letter)
    assert "Status: Published Draft Observations: concluding observations" in said
    assert "removed since empty" in said
