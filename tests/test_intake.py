"""A letter's way from text to public rows and back, on the real database."""

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

from .conftest import letter_text
from .samples import GRADED, REMINDER, UNGRADED, sample_state

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(reference, staff):
    sample_state()
    return staff("Secretariat", name="clerk")


@pytest.fixture
def draft(clerk) -> Letter:
    return intake.open_draft(text=GRADED, by=clerk).letter


def publish(letter: Letter, by) -> Letter:
    return intake.publish(letter, by=by, version=letter.version)


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
        "Read from pasted text.",
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


def test_saving_what_is_stored_changes_nothing(draft, clerk):
    saved = intake.save_review(draft, draft.record, by=clerk, version=draft.version)
    assert (saved.version, saved.history.count()) == (1, 1)


def test_an_edited_value_takes_its_place_in_the_letter_along(draft, clerk):
    rows = [dict(row) for row in draft.record["assessments"]]
    rows[0]["text"] = "the Committee welcomes the register of recruitment agencies"
    rows[0]["grade"] = rows[0]["grade_phrase"] = None
    record = {**draft.record, "reference": "CMW/C/XTL/FCO/2", "assessments": rows}
    letter = intake.save_review(draft, record, by=clerk, version=draft.version)
    spans = letter.record["spans"]
    (start, end) = spans["assessments[0].text"][0]
    assert letter.text[start:end] == rows[0]["text"]
    assert "assessments[0].grade" not in spans
    (start, end) = spans["reference"][0]
    assert letter.text[start:end] == "CMW/C/XTL/FCO/2"
    assert letter.reading["reference"] == "CMW/FollowUp/38/xx"


BAD = [
    ({"state": None}, "state", "Choose the State"),
    ({"date": None}, "date", "Enter the date"),
    ({"kind": "other"}, "kind", "Say what kind"),
    ({"kind": "reminder"}, "assessments", "assesses nothing"),
]


@pytest.mark.parametrize(("values", "field", "message"), BAD)
def test_what_keeps_a_letter_from_being_published(draft, clerk, values, field, message):
    letter = intake.save_review(draft, {**draft.record, **values}, by=clerk, version=draft.version)
    waiting = [problem for problem in intake.problems(letter) if problem.field == field]
    assert message in waiting[0].message
    with pytest.raises(intake.NotReady):
        publish(letter, clerk)
    assert not Letter.objects.published().exists()


BAD_SYMBOLS = [
    (None, "Enter the symbol"),
    ("CMW/C/XTL/FCO/2", "is no symbol of concluding observations"),
    ("CMW/C/TJK/CO/2", "belongs to Tajikistan"),
]


@pytest.mark.parametrize(("symbol", "message"), BAD_SYMBOLS)
def test_symbols_that_cannot_be(draft, clerk, symbol, message):
    part = {**draft.record["concluding_observations"], "symbol": symbol}
    letter = intake.save_review(
        draft, {**draft.record, "concluding_observations": part}, by=clerk, version=draft.version
    )
    assert [message in problem.message for problem in intake.problems(letter)] == [True]


BAD_ROWS = [
    ({"grade": None}, "grade", "Choose the grade that “partially implemented” means"),
    ({"grade_phrase": None}, "grade_phrase", "Enter the words"),
    ({"grade_phrase": "largely implemented"}, "grade_phrase", "do not stand in the passage"),
    ({"paragraph": "29 (c)"}, "paragraph", "stands here twice"),
    ({"paragraph": ""}, "paragraph", "Enter the paragraph"),
    ({"text": "", "grade": None, "grade_phrase": None}, "text", "Enter the Committee's passage"),
]


@pytest.mark.parametrize(("values", "key", "message"), BAD_ROWS)
def test_rows_that_cannot_be_published(draft, clerk, values, key, message):
    rows = [{**draft.record["assessments"][0], **values}, *draft.record["assessments"][1:]]
    letter = intake.save_review(draft, {**draft.record, "assessments": rows}, by=clerk, version=draft.version)
    found = {problem.field: problem.message for problem in intake.problems(letter) if not problem.settled}
    assert message in found[f"assessments[0].{key}"]
    with pytest.raises(intake.NotReady):
        publish(letter, clerk)


def test_a_passage_that_is_not_in_the_letter_must_be_confirmed(draft, clerk):
    rows = [
        {**draft.record["assessments"][0], "text": "Something else, partially implemented."},
        *draft.record["assessments"][1:],
    ]
    letter = intake.save_review(draft, {**draft.record, "assessments": rows}, by=clerk, version=draft.version)
    (problem,) = intake.problems(letter)
    assert "does not stand in the letter" in problem.message
    letter = intake.confirm(letter, [problem.key], by=clerk, version=letter.version)
    assert intake.ready(letter)
    changed = [{**rows[0], "text": "Another text, partially implemented."}, *rows[1:]]
    letter = intake.save_review(
        letter,
        {**letter.record, "assessments": changed},
        by=clerk,
        version=letter.version,
        checked=letter.checked,
    )
    assert not intake.ready(letter), "a confirmation holds for the wording it was given for"


def test_a_flag_of_the_parser_waits_for_a_person(clerk):
    text = GRADED.replace("contained in paragraph 51 has been", "contained in paragraph 52 has been")
    letter = intake.open_draft(text=text, by=clerk).letter
    (problem,) = [problem for problem in intake.problems(letter) if problem.blocks]
    assert problem.key.startswith("grade_contradiction")
    with pytest.raises(intake.NotReady):
        publish(letter, clerk)
    letter = intake.confirm(letter, [problem.key], by=clerk, version=letter.version)
    assert publish(letter, clerk).published


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
        by=clerk,
        reason="The sentence says otherwise.",
        version=1,
        grade=None,
        grade_phrase="",
        text=row.text,
    )
    with pytest.raises(
        intake.NotUndoable, match=r"Paragraph 15 was corrected .* Withdraw the letter instead"
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
