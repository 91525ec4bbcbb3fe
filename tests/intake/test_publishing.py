"""From draft to public rows and back, on the real database."""

from __future__ import annotations

import pytest
from django.db import IntegrityError

from followup import corrections, intake
from followup.models import (
    Assessment,
    ConcludingObservations,
    FollowUpReport,
    Letter,
    Recommendation,
    Stale,
)
from tests.conftest import letter_text
from tests.samples import REMINDER, UNGRADED

pytestmark = pytest.mark.django_db


def publish(letter: Letter, by) -> Letter:
    return intake.publish(letter, by=by, version=letter.version)


def test_check_writes_nothing_and_lists_what_publish_writes(draft, clerk):
    listed = [(change.kind, change.what) for change in intake.check(draft)]
    assert listed == [
        ("new", "Concluding observations CMW/C/XTL/CO/2"),
        ("new", "Recommendation: paragraph 15"),
        ("new", "Recommendation: paragraph 29 (c)"),
        ("new", "Recommendation: paragraph 51"),
        ("new", "Follow-up report CMW/C/XTL/FCO/2"),
        ("new", "Letter to Testland, 20 June 2024"),
        ("new", "Assessment of paragraph 15"),
        ("new", "Assessment of paragraph 29 (c)"),
        ("new", "Assessment of paragraph 51"),
    ]
    assert not Assessment.objects.exists()
    draft.refresh_from_db()
    assert draft.status == "draft"

    publish(draft, clerk)
    assert Assessment.objects.published().count() == 3


def test_published_rows_say_what_the_letter_says(draft, clerk):
    letter = publish(draft, clerk)
    observations = ConcludingObservations.objects.get()
    assert (observations.symbol, observations.slug, observations.session_id) == ("CMW/C/XTL/CO/2", "CO-2", 32)
    assert (str(observations.session_held), observations.months) == ("2021-04", 24)
    assert (str(observations.due), observations.due_basis) == ("2023-04", "computed")
    report = FollowUpReport.objects.get()
    assert (report.symbol, str(report.received), report.received.precision) == (
        "CMW/C/XTL/FCO/2",
        "2023-05",
        "month",
    )
    assert letter.slug == "cmw-followup-38-xx"
    assert letter.assessed_session_id == 38
    rows = Assessment.objects.in_order().select_related("recommendation")
    assert [(row.recommendation.slug, row.grade, row.grade_phrase) for row in rows] == [
        ("15", "partially_implemented", "partially implemented"),
        ("29c", "not_implemented", "not been implemented"),
        ("51", "implemented", "implemented"),
    ]
    for row in rows:
        (start, end) = row.spans["grade"][0]
        sentence = letter.text[start:end]
        assert sentence.strip("*").startswith("The Committee considers")
        assert f"paragraph {row.recommendation.label}" in sentence
        assert row.corrected == []
        assert "Probe" not in row.text


def test_every_write_of_a_publication_is_in_the_history_with_who_and_why(draft, clerk):
    letter = publish(draft, clerk)
    for row in [*Assessment.objects.all(), *Recommendation.objects.all(), *FollowUpReport.objects.all()]:
        entry = row.history.latest()
        assert (entry.history_type, entry.history_user) == ("+", clerk)
        assert entry.history_change_reason == "Read from Letter to Testland, 20 June 2024."
    assert [entry.history_change_reason for entry in letter.history.all()] == [
        "Published after check against the letter.",
        "Read from a pasted text.",
    ]


def test_publishing_twice_has_one_effect(draft, clerk):
    version = draft.version
    intake.publish(Letter.objects.get(pk=draft.pk), by=clerk, version=version)
    again = intake.publish(Letter.objects.get(pk=draft.pk), by=clerk, version=version)
    assert again.published
    assert Assessment.objects.count() == 3
    assert Assessment.history.count() == 3


def test_a_draft_that_changed_meanwhile_is_not_published(draft, clerk):
    seen = draft.version
    record = {**draft.record, "reference": "CMW/FollowUp/38/yy"}
    intake.save_review(draft, record, by=clerk, version=seen)
    with pytest.raises(Stale):
        intake.publish(Letter.objects.get(pk=draft.pk), by=clerk, version=seen)
    assert not Letter.objects.published().exists()


def test_a_letter_without_grades_needs_no_confirmation(clerk):
    letter = publish(intake.open_draft(text=UNGRADED, by=clerk).letter, clerk)
    assert [row.grade for row in letter.assessments.all()] == [None, None]
    assert [problem.blocks for problem in intake.problems(letter)] == [False, False]


def test_a_reminder_gives_recommendations_and_no_assessment(clerk):
    letter = publish(intake.open_draft(text=REMINDER, by=clerk).letter, clerk)
    assert letter.kind == "reminder"
    assert [row.label for row in Recommendation.objects.in_order()] == ["15", "29 (c)", "51"]
    assert not Assessment.objects.exists()
    assert Recommendation.objects.with_latest().not_assessed().count() == 3


def test_a_second_letter_fills_what_is_blank_and_keeps_what_stands(clerk, draft):
    publish(intake.open_draft(text=REMINDER, by=clerk).letter, clerk)
    observations = ConcludingObservations.objects.get()
    observations.session_held = None
    observations.months = 12
    observations.record_change(by=clerk, reason="Entered from the report.")
    changes = {change.what: change for change in intake.check(draft)}
    change = changes["Concluding observations CMW/C/XTL/CO/2"]
    assert change.kind == "changed"
    assert [(name, before, str(after)) for name, before, after in change.values] == [
        ("session_held", None, "2021-04")
    ]
    assert change.kept == [("months", 12, 24)]
    assert changes["Recommendation: paragraph 15"].kind == "unchanged"
    publish(draft, clerk)
    observations.refresh_from_db()
    assert (str(observations.session_held), observations.months) == ("2021-04", 12)


def test_undo_takes_back_what_only_this_letter_brought(draft, clerk):
    letter = publish(draft, clerk)
    letter = intake.undo(letter, by=clerk, version=letter.version)
    assert (letter.status, letter.slug, letter.observations) == ("draft", None, None)
    for model in (ConcludingObservations, Recommendation, FollowUpReport, Assessment):
        assert not model.objects.exists()
    assert Assessment.history.filter(history_type="-").count() == 3
    again = publish(letter, clerk)
    assert (again.slug, again.assessments.count()) == ("cmw-followup-38-xx", 3)


def test_undo_leaves_what_another_letter_needs_and_empties_what_it_filled(draft, clerk):
    publish(intake.open_draft(text=REMINDER, by=clerk).letter, clerk)
    observations = ConcludingObservations.objects.get()
    observations.session_held = None
    observations.record_change(by=clerk, reason="Emptied for this test.")
    letter = publish(draft, clerk)
    intake.undo(letter, by=clerk, version=letter.version)
    observations.refresh_from_db()
    assert observations.session_held is None
    assert Recommendation.objects.count() == 3
    assert not FollowUpReport.objects.exists()


def test_undo_is_refused_once_a_value_was_corrected(draft, clerk):
    letter = publish(draft, clerk)
    row = letter.assessments.first()
    corrections.correct(
        row,
        {"grade": None, "grade_phrase": ""},
        by=clerk,
        reason="The sentence says otherwise.",
        version=1,
        key="the first form",
    )
    with pytest.raises(
        intake.NotUndoable, match=r"paragraph 15 .* was corrected .* Withdraw the letter instead"
    ):
        intake.undo(letter, by=clerk, version=letter.version)
    assert Letter.objects.published().exists()


def test_withdrawing_hides_the_letter_and_its_assessments(draft, clerk):
    letter = publish(draft, clerk)
    with pytest.raises(ValueError, match="reason"):
        intake.withdraw(letter, by=clerk, reason=" ", version=letter.version)
    letter = intake.withdraw(letter, by=clerk, reason="Sent in error.", version=letter.version)
    assert (letter.status, letter.withdrawn_reason) == ("withdrawn", "Sent in error.")
    assert not Assessment.objects.published().exists()
    assert not Recommendation.objects.public().exists()
    assert Assessment.objects.count() == 3


def test_only_a_draft_can_be_discarded(draft, clerk):
    other = intake.open_draft(text=UNGRADED, by=clerk).letter
    intake.discard(other, by=clerk, version=other.version)
    assert not Letter.objects.filter(pk=other.pk).exists()
    letter = publish(draft, clerk)
    with pytest.raises(intake.NotUndoable):
        intake.discard(letter, by=clerk, version=letter.version)
    assert Letter.objects.filter(pk=letter.pk).exists()


def test_the_same_reference_and_date_is_published_once(draft, clerk):
    publish(draft, clerk)
    twin = Letter.objects.get(pk=draft.pk)
    twin.pk = twin.id = None
    twin._state.adding = True
    twin.slug, twin.sha256, twin.text_key = "other", "0" * 64, "0" * 64
    with pytest.raises(IntegrityError):
        twin.record_change(by=clerk, reason="A second copy.")


REAL = [
    (
        "kgz-2018",
        [("27", None), ("29", None), ("31", None), ("33", None)],
        ("KGZ", "CMW/C/KGZ/CO/1", "2015-04", "2017-04", "2018-05", "cmw-followup-29-bs"),
    ),
    (
        "tjk-2022",
        [
            ("12", "partially_implemented"),
            ("35 (a)", "partially_implemented"),
            ("47", "partially_implemented"),
        ],
        ("TJK", "CMW/C/TJK/CO/2", "2019-04", "2021-04", "2021-05", "cmw-followup-35-ik"),
    ),
]


@pytest.mark.parametrize(("name", "grades", "facts"), REAL)
def test_real_letters_become_the_right_rows(clerk, name, grades, facts):
    letter = publish(intake.open_draft(text=letter_text(name), by=clerk).letter, clerk)
    rows = letter.assessments.select_related("recommendation").in_order()
    assert [(row.recommendation.label, row.grade) for row in rows] == grades
    observations = letter.observations
    assert (
        letter.state_id,
        observations.symbol,
        str(observations.held),
        str(observations.due),
        str(letter.report.received),
        letter.slug,
    ) == facts
