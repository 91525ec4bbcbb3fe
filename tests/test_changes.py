"""The public log: what was published, corrected, withdrawn or taken back, in words that stay readable."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from followup import changes, intake
from followup.models import Change, ConcludingObservations, Letter, PartialDate, Recommendation

from . import factories
from .samples import GRADED, sample_state

pytestmark = pytest.mark.django_db

GRADES = {
    "paragraph 15": "Partially implemented",
    "paragraph 29 (c)": "Not implemented",
    "paragraph 51": "Implemented",
}


@pytest.fixture
def secretariat(reference, staff):
    sample_state()
    return staff("Secretariat", name="sekretariat-person")


@pytest.fixture
def published(secretariat) -> Letter:
    letter = intake.open_draft(text=GRADED, by=secretariat).letter
    return intake.publish(letter, by=secretariat, version=letter.version)


def test_a_publication_is_one_entry_with_the_grade_of_each_paragraph(published, secretariat):
    entry = Change.objects.get()
    assert (entry.kind, entry.what, entry.path) == (
        "published",
        "Letter to Testland, 20 June 2024",
        "/letters/cmw-followup-38-xx/",
    )
    assert (entry.before, entry.after) == ({}, GRADES)
    assert (entry.state_id, entry.letter, entry.role) == ("XTL", published, "Secretariat")
    assert secretariat.username not in str(vars(entry))
    intake.publish(published, by=secretariat, version=published.version)
    assert Change.objects.count() == 1


def test_a_withdrawal_says_what_was_public_and_why(published, secretariat):
    intake.withdraw(published, by=secretariat, reason="Sent to another State.", version=published.version)
    entry = Change.objects.newest_first().first()
    assert (entry.kind, entry.reason, entry.before, entry.after) == (
        "withdrawn",
        "Sent to another State.",
        GRADES,
        {},
    )


def test_taking_back_leaves_both_entries_and_no_row_is_needed_to_read_them(published, secretariat):
    intake.undo(published, by=secretariat, version=published.version)
    Letter.objects.get().remove(by=secretariat, reason="Discarded in a test.")
    undone, first = Change.objects.select_related("letter")
    assert [(undone.kind, undone.before), (first.kind, first.after)] == [
        ("undone", GRADES),
        ("published", GRADES),
    ]
    assert (undone.path, undone.letter) == ("/letters/cmw-followup-38-xx/", None)
    assert not Recommendation.objects.exists()


def test_blank_values_of_other_records_that_a_letter_fills_are_in_its_entry(secretariat):
    observations = ConcludingObservations(state_id="XTL", symbol="CMW/C/XTL/CO/2", by_hand=True)
    observations.record_change(by=secretariat, reason="Entered before any letter.")
    letter = intake.open_draft(text=GRADED, by=secretariat).letter
    intake.publish(letter, by=secretariat, version=letter.version)
    entry = Change.objects.get()
    filled = {name: pair for name, *pair in entry.values if not name.startswith("paragraph")}
    assert filled == {
        "reports_reviewed": [None, "2"],
        "session": [None, "32nd session"],
        "session_held": [None, "April 2021"],
        "months": [None, "24"],
        "due": [None, "April 2023"],
        "due_basis": [None, "computed from the session and the time given"],
    }


PRINTED = [
    ("grade", None, "Grade not stated"),
    ("grade", "not_implemented", "Not implemented"),
    ("grade_phrase", "", None),
    ("reports_reviewed", None, None),
    ("reports_reviewed", [], "none"),
    ("reports_reviewed", [2, 3], "2, 3"),
    ("due", PartialDate(2023, 5), "May 2023"),
    ("kind", "reminder", "Reminder"),
    ("language", "fr", "French"),
]


@pytest.mark.parametrize(("name", "value", "words"), PRINTED)
def test_values_are_printed_in_english_whatever_language_is_active(name, value, words):
    with override("fr"):
        assert changes.printed(name, value) == words


def test_every_kind_of_public_record_has_a_name_and_an_address():
    factories.registry()
    rows = [
        Letter.objects.published().first(),
        Letter.objects.published().first().assessments.first() or Recommendation.objects.first(),
        Recommendation.objects.first(),
        ConcludingObservations.objects.first(),
        ConcludingObservations.objects.first().reports.first(),
    ]
    for row in filter(None, rows):
        about = changes.subject(row)
        assert about.what
        assert about.path.startswith("/")
        assert about.state.pk


def test_names_of_values_are_said_in_the_active_language():
    assert changes.label("grade") == "Grade"
    assert changes.label("paragraph 35 (a)") == "Paragraph 35 (a)"
    assert changes.label("something") == "something"
