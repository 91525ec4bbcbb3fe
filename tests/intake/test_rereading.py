"""Teaching a wording from a letter, and reading drafts again with what the registry knows now."""

from __future__ import annotations

import pytest

from followup import intake
from followup.letters import PARSER_VERSION
from followup.models import GradeWording, Letter, Session, Stale
from tests.samples import GRADED, UNGRADED

pytestmark = pytest.mark.django_db

SENTENCE = "The Committee considers that the recommendation contained in paragraph 51 has been half done."
ODD = GRADED.replace(
    "contained in paragraph 51 has been implemented", "contained in paragraph 51 has been half done"
)


@pytest.fixture
def odd(clerk) -> Letter:
    """A draft whose last recommendation has an unknown grade."""
    return intake.open_draft(text=ODD, by=clerk).letter


def teach(by, **values) -> GradeWording:
    fields = {"language": "en", "pattern": "half done", "grade": "partially_implemented", "example": SENTENCE}
    return intake.teach(GradeWording(**{**fields, **values}), by=by, reason="Met in a letter.")


def rows(letter: Letter) -> list[tuple[str, str | None]]:
    return [(row["paragraph"], row["grade"]) for row in letter.record["assessments"]]


def edited(letter: Letter, by, **values) -> Letter:
    return intake.save_review(letter, {**letter.record, **values}, by=by, version=letter.version)


def edited_row(letter: Letter, index: int, by, **values) -> Letter:
    changed = [dict(row) for row in letter.record["assessments"]]
    changed[index] |= values
    return edited(letter, by, assessments=changed)


def test_what_a_letter_proposes_to_teach(odd, clerk):
    found = intake.suggestion(odd, 2)
    assert found == intake.Suggestion(
        "en", "half done", SENTENCE, "Printed in letter CMW/FollowUp/38/xx, paragraph 51."
    )
    assert teach(clerk, pattern=found.pattern, example=found.example).pk
    assert intake.suggestion(odd, 3) is None
    assert intake.suggestion(edited_row(odd, 2, clerk, grade_phrase=None), 2) is None


def test_one_word_is_proposed_with_the_word_before_it(clerk):
    letter = intake.open_draft(text=ODD.replace("half done", "superseded"), by=clerk).letter
    assert letter.record["assessments"][2]["grade_phrase"] == "superseded"
    assert intake.suggestion(letter, 2).pattern == "been superseded"


def test_the_next_letter_is_read_with_a_taught_wording(odd, clerk):
    assert rows(odd)[2] == ("51", None)
    teach(clerk)
    odd.refresh_from_db()
    assert rows(odd)[2] == ("51", None), "a letter already read does not change by itself"
    intake.discard(odd, by=clerk, version=odd.version)
    letter = intake.open_draft(text=ODD, by=clerk).letter
    assert rows(letter)[2] == ("51", "partially_implemented")
    assert [flag["code"] for flag in letter.reading["flags"]] == []


def test_a_retired_wording_is_no_longer_used(clerk):
    wording = teach(clerk)
    wording.retired = True
    intake.teach(wording, by=clerk, reason="It was a slip.")
    assert rows(intake.open_draft(text=ODD, by=clerk).letter)[2] == ("51", None)


def test_a_draft_is_read_again(odd, clerk):
    assert not intake.reads_anew(odd)
    teach(clerk)
    assert intake.reads_anew(odd)
    letter = intake.reread(odd, by=clerk, version=odd.version)
    assert rows(letter)[2] == ("51", "partially_implemented")
    assert (letter.version, letter.parser_version) == (2, PARSER_VERSION)
    (start, end), *_ = letter.spans("assessments[2].grade_phrase")
    assert letter.text[start:end] == "half done"
    assert intake.ready(letter)
    assert letter.history.latest().history_change_reason == "Read again."
    assert not intake.reads_anew(letter)
    again = intake.reread(letter, by=clerk, version=letter.version)
    assert (again.version, again.history.count()) == (2, 2), "reading what reads the same changes nothing"


def test_what_a_person_changed_stays(odd, clerk):
    letter = edited(odd, clerk, reference="TYPED/1", follow_up_report=None)
    letter = edited_row(letter, 0, clerk, grade="substantially_implemented")
    teach(clerk)
    assert not intake.reads_anew(letter), "offered for drafts that nobody edited only"
    letter = intake.reread(letter, by=clerk, version=letter.version)
    assert letter.reference == letter.record["reference"] == "TYPED/1"
    assert letter.record["follow_up_report"] == {"symbol": None, "received": None}
    assert rows(letter) == [
        ("15", "substantially_implemented"),
        ("29 (c)", "not_implemented"),
        ("51", "partially_implemented"),
    ]
    assert letter.record["assessments"][0]["grade_phrase"] == "partially implemented"


def test_rows_that_a_person_added_or_removed_stay_so(odd, clerk):
    added = {**intake.blank_row(), "paragraph": "60", "text": "A passage of mine."}
    kept = odd.record["assessments"]
    letter = edited(odd, clerk, assessments=[kept[0], added, kept[2]])
    teach(clerk)
    letter = intake.reread(letter, by=clerk, version=letter.version)
    assert rows(letter) == [("15", "partially_implemented"), ("60", None), ("51", "partially_implemented")]
    assert [row["read"] for row in letter.record["assessments"]] == [0, None, 2]


def test_a_row_that_is_read_no_more_stays_where_a_person_worked_on_it(odd, clerk):
    """The paragraph was read differently before: as a stored reading of an older parser may have it."""
    reading = {**odd.reading, "assessments": [dict(row) for row in odd.reading["assessments"]]}
    reading["assessments"][1]["paragraph"] = "30"
    odd.reading = reading
    odd.record = {**odd.record, "assessments": [{**row} for row in odd.record["assessments"]]}
    odd.record["assessments"][1] |= {"paragraph": "30", "grade": "contrary"}
    odd.record_change(by=clerk, reason="An older parser read it so.")
    letter = intake.reread(odd, by=clerk, version=odd.version)
    assert rows(letter) == [
        ("15", "partially_implemented"),
        ("30", "contrary"),
        ("51", None),
        ("29 (c)", "not_implemented"),
    ]
    assert [row["read"] for row in letter.record["assessments"]] == [0, None, 2, 1]


def test_a_session_added_since_is_known_too(clerk):
    Session.objects.get(pk=38).remove(by=None, reason="As if it had never been known.")
    text = GRADED.replace("held in June 2024 in Geneva", "held in May 2024 in Geneva")
    letter = intake.open_draft(text=text, by=clerk).letter
    assert not intake.reads_anew(letter)
    Session(number=38, start="2024-06-03", end="2024-06-14").record_change(by=clerk, reason="It was missing.")
    assert intake.reads_anew(letter)
    letter = intake.reread(letter, by=clerk, version=letter.version)
    assert "session_mismatch" in {flag["code"] for flag in letter.reading["flags"]}
    assert letter.assessed_session_id == 38


def test_confirmations_hold_for_what_is_flagged_as_before(clerk):
    text = ODD.replace("paragraphs 15, 29 (c) and 51 of", "paragraphs 15, 29 (c), 51 and 60 of")
    letter = intake.open_draft(text=text, by=clerk).letter
    key = "paragraph_not_assessed request.paragraphs"
    letter = intake.confirm(letter, [key], by=clerk, version=letter.version)
    teach(clerk)
    assert not intake.reads_anew(letter), "a confirmation is work of a person"
    assert intake.reread(letter, by=clerk, version=letter.version).checked == [key]


def test_what_the_document_showed_is_not_forgotten(odd, clerk):
    notice = {"code": "tracked_changes", "field": None, "message": "The document holds 1 tracked change."}
    odd.reading = {**odd.reading, "flags": [notice, *odd.reading["flags"]]}
    odd.record_change(by=clerk, reason="As from a Word file.")
    teach(clerk)
    letter = intake.reread(odd, by=clerk, version=odd.version)
    assert letter.reading["flags"] == [notice]


def test_of_two_that_read_again_or_save_one_is_told(odd, clerk):
    teach(clerk)
    edited(odd, clerk, reference="THEIRS/1")
    with pytest.raises(Stale):
        intake.reread(odd, by=clerk, version=odd.version)
    odd.refresh_from_db()
    assert (odd.reference, rows(odd)[2]) == ("THEIRS/1", ("51", None))


def test_only_a_draft_is_read_again(clerk):
    letter = intake.open_draft(text=UNGRADED, by=clerk).letter
    letter = intake.publish(letter, by=clerk, version=letter.version)
    assert not intake.reads_anew(letter)
    with pytest.raises(ValueError, match="Only a draft"):
        intake.reread(letter, by=clerk, version=letter.version)
    letter.refresh_from_db()
    assert (letter.status, letter.version) == ("published", 2)
