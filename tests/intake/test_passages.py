"""Recommendations put right by hand: added, removed, split, joined; and the places of what a person selected."""

from __future__ import annotations

import pytest

from followup import intake
from followup.intake.passages import added, merged, removed, split
from followup.intake.record import near

ONE = "Regarding paragraph 15, the Committee welcomes the register. It has been partially implemented."
TWO = "Regarding paragraph 29 (c), the Committee regrets the delay. It has not been implemented."


def row(
    paragraph: str, text: str, grade: str | None = None, words: str | None = None, read: int | None = None
):
    return {"paragraph": paragraph, "grade": grade, "grade_phrase": words, "text": text, "read": read}


FIRST = row("15", ONE, "partially_implemented", "partially implemented", 0)
SECOND = row("29 (c)", TWO, "not_implemented", "not been implemented", 1)
BOTH = row("15", f"{ONE}\n\n{TWO}", "partially_implemented", "partially implemented", 0)


def test_a_passage_that_is_added_names_its_paragraph():
    assert added([FIRST], f"  {TWO}\r\n") == [FIRST, row("29 (c)", TWO)]
    assert added([], "") == [row("", "")]


@pytest.mark.parametrize(("index", "left"), [(0, [SECOND]), (1, [FIRST]), (2, [FIRST, SECOND])])
def test_one_is_removed(index, left):
    assert removed([FIRST, SECOND], index) == left


SPLITS = [
    # (the row, the character, the two)
    (BOTH, len(ONE) + 1, [FIRST, row("29 (c)", TWO)]),
    (BOTH, None, [BOTH, row("", BOTH["text"], "partially_implemented", "partially implemented")]),
    (BOTH, 0, [BOTH, row("", BOTH["text"], "partially_implemented", "partially implemented")]),
    (BOTH, 9999, [BOTH, row("", BOTH["text"], "partially_implemented", "partially implemented")]),
    (
        {**BOTH, "grade": "not_implemented", "grade_phrase": "not been implemented"},
        len(ONE),
        [row("15", ONE, read=0), row("29 (c)", TWO, "not_implemented", "not been implemented")],
    ),
]


@pytest.mark.parametrize(("whole", "at", "two"), SPLITS)
def test_one_is_split_in_two(whole, at, two):
    assert split([SECOND, whole], 1, at) == [SECOND, *two]


def test_there_is_nothing_to_split_or_to_join():
    assert split([FIRST], 1, 5) == [FIRST]
    assert merged([FIRST], 0) == merged([FIRST], 1) == [FIRST]


MERGES = [
    (FIRST, row("", TWO), {**FIRST, "text": f"{ONE}\n\n{TWO}"}),
    (row("15", ONE, read=0), SECOND, {**SECOND, "paragraph": "15", "text": f"{ONE}\n\n{TWO}", "read": 0}),
    (FIRST, SECOND, {**FIRST, "grade": None, "text": f"{ONE}\n\n{TWO}"}),
    (FIRST, {**FIRST, "paragraph": "16", "read": 1}, FIRST),
    (row("", "", read=None), SECOND, {**SECOND, "read": None}),
]


@pytest.mark.parametrize(("first", "second", "one"), MERGES)
def test_two_become_one(first, second, one):
    assert merged([first, second], 1) == [one]


@pytest.mark.django_db
def test_grades_that_differ_wait_for_a_person(draft, clerk):
    record = {**draft.record, "assessments": merged(draft.record["assessments"], 1)}
    letter = intake.save_review(draft, record, by=clerk, version=draft.version)
    assert [problem.message for problem in intake.waiting(letter)][:1] == [
        "Choose the grade that “partially implemented” means for paragraph 15, "
        "or empty the words if they are no grade."
    ]


def words_at(letter, path):
    return [letter.text[start:end] for start, end in letter.record["spans"].get(path, [])]


@pytest.mark.django_db
def test_the_place_a_person_selected_is_kept_while_the_value_is(draft, clerk):
    """“implemented” stands in the letter many times: the place is the one that was selected."""
    at = draft.text.index("has been implemented.") + len("has been ")
    chosen = {"value": "implemented", "words": "implemented", "at": at + 3}
    rows = [dict(one) for one in draft.record["assessments"]]
    rows[0] |= {"grade": "implemented", "grade_phrase": "implemented", "selected": {"grade_phrase": chosen}}
    record = {**draft.record, "assessments": rows}
    letter = intake.save_review(draft, record, by=clerk, version=draft.version)
    assert letter.record["spans"]["assessments[0].grade_phrase"] == [[at, at + len("implemented")]]
    assert words_at(letter, "assessments[0].grade")[0].endswith("paragraph 51 has been implemented.")
    rows[0] |= {"grade": "partially_implemented", "grade_phrase": "partially implemented"}
    letter = intake.save_review(letter, {**record, "assessments": rows}, by=clerk, version=letter.version)
    assert letter.record["spans"]["assessments[0].grade_phrase"][0][0] < at


@pytest.mark.django_db
def test_the_place_of_a_date_that_was_selected(draft, clerk):
    at = draft.text.index("June 2024 in Geneva")
    chosen = {"value": "2024-06", "words": "June 2024", "at": at}
    record = {**draft.record, "date": "2024-06", "selected": {"date": chosen}}
    letter = intake.save_review(draft, record, by=clerk, version=draft.version)
    assert letter.record["spans"]["date"] == [[at, at + len("June 2024")]]
    again = intake.reread(letter, by=clerk, version=letter.version)
    assert again.record["spans"]["date"] == [[at, at + len("June 2024")]]


def test_words_are_looked_up_near_the_place_that_was_selected():
    text = "one two three. One two four. **one** two five."
    assert near(text, "one two", 0) == [[0, 7]]
    assert near(text, "One two", 15) == [[15, 22]]
    assert [text[s:e] for s, e in near(text, "two five", 30)] == ["two five"]
    assert near(text, "six", 3) == []


@pytest.mark.django_db
def test_a_save_that_comes_twice_has_one_effect(draft, clerk):
    record = {**draft.record, "reference": "CMW/FollowUp/38/yy"}
    once = intake.save_review(draft, record, by=clerk, version=1)
    twice = intake.save_review(draft, record, by=clerk, version=1)
    assert (once.version, twice.version, draft.history.count()) == (2, 2, 2)
