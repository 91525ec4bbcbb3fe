"""Correcting what is public: a reason, the version that was seen, and nothing lost."""

from __future__ import annotations

import pytest

from followup import corrections, intake
from followup.models import Assessment, Stale

from .samples import GRADED, sample_state

pytestmark = pytest.mark.django_db

REASON = "Line 21 says something else."


@pytest.fixture
def corrector(reference, staff):
    sample_state()
    return staff("Correctors", name="corrector")


@pytest.fixture
def assessment(corrector) -> Assessment:
    letter = intake.open_draft(text=GRADED, by=corrector).letter
    intake.publish(letter, by=corrector, version=letter.version)
    return Assessment.objects.in_order().first()


def values(assessment: Assessment, **changed):
    stands = {name: getattr(assessment, name) for name in ("grade", "grade_phrase", "text", "version")}
    return {**stands, "reason": REASON, **changed}


def test_a_correction_keeps_the_parse_and_says_who_and_why(assessment, corrector):
    read = assessment.parsed
    corrections.correct(assessment, by=corrector, **values(assessment, grade="substantially_implemented"))
    assessment.refresh_from_db()
    assert (assessment.grade, assessment.version) == ("substantially_implemented", 2)
    assert (assessment.parsed, assessment.corrected) == (read, ["grade"])
    new, old = assessment.history.all()
    assert (old.grade, new.grade) == ("partially_implemented", "substantially_implemented")
    assert (new.history_user, new.history_change_reason, new.version) == (corrector, REASON, 2)


def test_the_place_of_the_grade_moves_with_its_words(assessment, corrector):
    corrected = corrections.correct(
        assessment, by=corrector, **values(assessment, grade_phrase="inspections remain rare")
    )
    (start, end) = corrected.spans["grade_phrase"][0]
    assert corrected.letter.text[start:end] == "inspections remain rare"
    (start, end) = corrected.spans["grade"][0]
    assert corrected.letter.text[start:end].endswith("inspections remain rare.")


REFUSED = [
    ({"reason": "typo"}, "reason"),
    ({"reason": "         x         "}, "reason"),
    ({"grade": "excellent"}, "grade"),
    ({"grade": None}, "grade_phrase"),
    ({"grade_phrase": ""}, "grade_phrase"),
    ({"grade_phrase": "fully implemented"}, "grade_phrase"),
    ({"text": "  "}, "text"),
    ({}, "grade"),
]


@pytest.mark.parametrize(("changed", "field"), REFUSED)
def test_what_cannot_stand_is_refused(assessment, corrector, changed, field):
    with pytest.raises(corrections.Refused) as refusal:
        corrections.correct(assessment, by=corrector, **values(assessment, **changed))
    assert refusal.value.field == field
    assert assessment.history.count() == 1


def test_of_two_corrections_of_one_version_the_second_is_told(assessment, corrector):
    seen = values(assessment, grade="implemented")
    other = values(assessment, grade="contrary")
    corrections.correct(assessment, by=corrector, **seen)
    with pytest.raises(Stale) as conflict:
        corrections.correct(assessment, by=corrector, **other)
    assert conflict.value.current.grade == "implemented"
    assert Assessment.objects.get(pk=assessment.pk).version == 2


def test_the_same_correction_sent_twice_has_one_effect(assessment, corrector):
    same = values(assessment, grade="implemented")
    corrections.correct(assessment, by=corrector, **same)
    corrections.correct(assessment, by=corrector, **same)
    assessment.refresh_from_db()
    assert (assessment.version, assessment.history.count()) == (2, 2)


def test_a_grade_can_become_not_stated(assessment, corrector):
    corrected = corrections.correct(
        assessment, by=corrector, **values(assessment, grade=None, grade_phrase="")
    )
    assert corrected.grade_code == "not_stated"
    assert set(corrected.spans) == {"text", "paragraph"}
