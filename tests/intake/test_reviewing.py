"""A draft under review: what is saved, what keeps it from being published, what a person can confirm."""

from __future__ import annotations

import pytest

from followup import intake
from followup.models import (
    Letter,
)
from tests.samples import GRADED

pytestmark = pytest.mark.django_db


def publish(letter: Letter, by) -> Letter:
    return intake.publish(letter, by=by, version=letter.version)


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
    ({"grade_phrase": "largely implemented"}, "grade_phrase", "do not stand in the letter"),
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


def with_row(letter: Letter, index: int, by, **values) -> Letter:
    rows = [dict(row) for row in letter.record["assessments"]]
    rows[index] |= values
    return intake.save_review(letter, {**letter.record, "assessments": rows}, by=by, version=letter.version)


def blocking(letter: Letter) -> list[tuple[str, str]]:
    return [
        (problem.field, problem.key)
        for problem in intake.problems(letter)
        if problem.blocks and not problem.settled
    ]


def test_a_flagged_grade_waits_for_a_person_and_a_tick_alone_is_no_answer(clerk):
    text = GRADED.replace("contained in paragraph 51 has been", "contained in paragraph 52 has been")
    letter = intake.open_draft(text=text, by=clerk).letter
    assert blocking(letter) == [("assessments[2].grade", "")]
    with pytest.raises(intake.NotReady):
        publish(letter, clerk)
    letter = with_row(letter, 2, clerk, grade="implemented")
    assert blocking(letter) == []
    assert publish(letter, clerk).assessments.get(position=2).grade == "implemented"


def test_words_that_are_no_grade_can_be_taken_out_and_confirmed(clerk):
    text = GRADED.replace(
        "contained in paragraph 51 has been implemented", "in paragraph 51 is well on its way"
    )
    letter = intake.open_draft(text=text, by=clerk).letter
    (field, key) = blocking(letter)[0]
    letter = with_row(letter, 2, clerk, grade_phrase=None)
    ((field, key),) = blocking(letter)
    assert field == "assessments[2].grade"
    letter = intake.confirm(letter, [key], by=clerk, version=letter.version)
    assert publish(letter, clerk).assessments.get(position=2).grade_code == "not_stated"


NOT_AS_WRITTEN = [
    (
        {"grade": "insufficient_information"},
        "the letter's words “partially implemented” say “Partially implemented”",
    ),
    (
        {"grade": "implemented", "grade_phrase": "regrets that inspections"},
        "is no wording of a grade in the tables",
    ),
    ({"grade": "implemented", "grade_phrase": "implemented"}, "say “Partially implemented”"),
]


@pytest.mark.parametrize(("values", "message"), NOT_AS_WRITTEN)
def test_a_grade_that_its_words_do_not_say_waits_until_it_is_confirmed(draft, clerk, values, message):
    letter = with_row(draft, 0, clerk, **values)
    (problem,) = [one for one in intake.problems(letter) if one.field == "assessments[0].grade"]
    assert message in problem.message
    with pytest.raises(intake.NotReady):
        publish(letter, clerk)
    letter = intake.confirm(letter, [problem.key], by=clerk, version=letter.version)
    assert intake.ready(letter)
    letter = with_row(letter, 0, clerk, grade="contrary")
    assert not intake.ready(letter), "a confirmation holds for one grade"


def test_a_grade_read_from_a_table_at_the_end_can_be_published(clerk):
    grades = {"15": "partially implemented", "29 (c)": "not been implemented", "51": "been implemented"}
    text, table = GRADED, "| Paragraph | Grade |\n| --- | --- |\n"
    for paragraph, words in grades.items():
        verb = "made" if paragraph == "29 (c)" else "contained"
        has = "has been " if words.startswith("partially") else "has "
        text = text.replace(
            f" **The Committee considers that the recommendation {verb} in paragraph {paragraph} {has}{words}.**",
            "",
        )
        table += f"| {paragraph} | {words.replace('been ', '').capitalize()} |\n"
    text = text.replace("The Committee looks forward", f"{table}\nThe Committee looks forward")
    letter = intake.open_draft(text=text, by=clerk).letter
    rows = [(row["grade"], row["grade_phrase"]) for row in letter.record["assessments"]]
    assert rows == [
        ("partially_implemented", "Partially implemented"),
        ("not_implemented", "Not implemented"),
        ("implemented", "Implemented"),
    ]
    assert "Partially implemented" not in letter.record["assessments"][0]["text"]
    letter = publish(letter, clerk)
    first = letter.assessments.in_order().first()
    assert first.grade == "partially_implemented"
    assert [letter.text[low:high] for low, high in first.spans["grade_phrase"]] == ["Partially implemented"]
