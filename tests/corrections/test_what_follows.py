"""What hangs on a corrected value follows it: places in the letter, addresses, due dates, other records."""

from __future__ import annotations

import pytest

from followup import intake
from followup.models import (
    Change,
    ConcludingObservations,
    FollowUpReport,
    Letter,
    PartialDate,
    Recommendation,
)

pytestmark = pytest.mark.django_db


def test_the_place_of_the_grade_moves_with_its_words(assessment, correct):
    correct(assessment, {"grade_phrase": "inspections remain rare"})
    assessment.refresh_from_db()
    (start, end) = assessment.spans["grade_phrase"][0]
    assert assessment.letter.text[start:end] == "inspections remain rare"
    (start, end) = assessment.spans["grade"][0]
    assert assessment.letter.text[start:end].endswith("inspections remain rare.")


def test_a_grade_can_become_not_stated(assessment, correct):
    correct(assessment, {"grade": None, "grade_phrase": ""})
    assessment.refresh_from_db()
    assert assessment.grade_code == "not_stated"
    assert set(assessment.spans) == {"text", "paragraph"}


def test_a_passage_filed_under_another_paragraph_takes_its_address_along(assessment, correct, client):
    old = assessment.recommendation
    correct(assessment.letter, {"paragraphs": "16, 29 (c), 51"})
    correct(assessment, {"paragraph": "16"})
    assessment.refresh_from_db()
    assert (assessment.recommendation.label, assessment.recommendation.slug) == ("16", "16")
    assert "paragraph" not in assessment.spans
    assert not Recommendation.objects.filter(pk=old.pk).exists()  # nobody asked for 15
    answer = client.get("/recommendations/XTL/CO-2/15/")
    assert (answer.status_code, answer["Location"]) == (301, "/recommendations/XTL/CO-2/16/")


def test_a_paragraph_that_was_asked_for_stays_when_its_passage_moves(assessment, correct, client):
    correct(assessment, {"paragraph": "16"})
    assert client.get("/recommendations/XTL/CO-2/15/").status_code == 200


def test_a_renamed_recommendation_is_found_at_each_of_its_addresses(assessment, correct, client):
    for label in ("16", "17"):
        correct(assessment.recommendation, {"paragraph": label})
    for old in ("15", "16"):
        answer = client.get(f"/recommendations/XTL/CO-2/{old}/")
        assert (answer.status_code, answer["Location"]) == (301, "/recommendations/XTL/CO-2/17/")


def test_a_corrected_symbol_moves_all_addresses_below_it(letter, correct, client):
    correct(letter.observations, {"symbol": "CMW/C/XOT/CO/3", "state": "XOT"})
    letter.refresh_from_db()
    assert (letter.state_id, letter.record["state"]) == ("XOT", "XOT")
    answer = client.get("/recommendations/XTL/CO-2/29c/")
    assert (answer.status_code, answer["Location"]) == (301, "/recommendations/XOT/CO-3/29c/")
    log = Change.objects.filter(kind="corrected").values_list("state", "what")
    assert set(log) == {
        ("XTL", "Concluding observations CMW/C/XTL/CO/2"),
        ("XOT", "Concluding observations CMW/C/XOT/CO/3"),
    }


def test_a_letter_on_other_observations_takes_its_assessments_along(letter, correct, client):
    kept = {row.recommendation.label: row.grade for row in letter.assessments.all()}
    correct(letter, {"observations": "CMW/C/XTL/CO/1"})
    letter.refresh_from_db()
    assert letter.observations.symbol == "CMW/C/XTL/CO/1"
    assert str(letter.observations.due) == "2023-04"
    assert letter.report.observations == letter.observations
    assert {row.recommendation.label: row.grade for row in letter.assessments.all()} == kept
    assert {row.recommendation.observations_id for row in letter.assessments.all()} == {
        letter.observations_id
    }
    answer = client.get("/recommendations/XTL/CO-2/51/")
    assert (answer.status_code, answer["Location"]) == (301, "/recommendations/XTL/CO-1/51/")


def test_a_corrected_reference_gives_a_new_address_and_the_old_one_leads_there(letter, correct, client):
    correct(letter, {"reference": "CMW/FollowUp/38/yy"})
    answer = client.get("/letters/cmw-followup-38-xx/")
    assert (answer.status_code, answer["Location"]) == (301, "/letters/cmw-followup-38-yy/")
    letter.refresh_from_db()
    assert letter.record["reference"] == "CMW/FollowUp/38/yy"
    assert "reference" not in letter.record["spans"]  # the letter prints another one
    assert letter.reading["reference"] == "CMW/FollowUp/38/xx"


def test_a_printed_due_date_stands_until_it_is_emptied(letter, correct):
    correct(letter.observations, {"due": "2023-05-01"})
    correct(letter.observations, {"months": 12})
    stands = ConcludingObservations.objects.get()
    assert (str(stands.due), stands.due_basis) == ("2023-05-01", "printed")
    correct(letter.observations, {"due": ""})
    stands = ConcludingObservations.objects.get()
    assert (str(stands.due), stands.due_basis) == ("2022-04", "computed")


def test_a_report_is_chosen_by_its_symbol(letter, correct, corrector):
    other = FollowUpReport(
        observations=letter.observations, symbol="CMW/C/XTL/FCO/4", received=PartialDate(2023)
    )
    other.record_change(by=corrector, reason="Received by the secretariat.")
    correct(letter, {"report": "CMW/C/XTL/FCO/4"})
    assert Letter.objects.get().report == other


def test_a_corrected_publication_is_not_undone(letter, correct, corrector):
    correct(letter.report, {"received": "June 2023"})
    letter.refresh_from_db()
    with pytest.raises(intake.NotUndoable, match="Follow-up report CMW/C/XTL/FCO/2 was corrected"):
        intake.undo(letter, by=corrector, version=letter.version)
